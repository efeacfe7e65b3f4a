"""What making and changing a cyclus share."""

from __future__ import annotations

from leercyclus.commands import kiezen
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.punt import Keuzes
from leercyclus.domain.soorten import CYCLUS
from leercyclus.domain.veld import Veld


class CyclusOpname(Opname[Cyclus]):
    """The cyclus itself."""

    soort = CYCLUS

    def vooraf(self) -> dict[str, object]:
        return {"verloop": "loopt"}

    @property
    def cyclus_id(self) -> str:
        found = self.ontwerp.bestaand
        return found.bestand.split("/")[0] if found else self.folder.id

    def vervolg(self) -> str:
        return f"leercyclus vraag {self.cyclus_id}" if self.cyclus_id else "leercyclus nieuw"

    def klaarvraag(self) -> str:
        return "Is de vraag klaar? Dan kunnen de anderen beginnen."

    def aanduiding(self) -> str:
        return f"de cyclus ‘{self.data.get('titel') or self.folder.id}’"

    def keuzes(self, veld: Veld) -> Keuzes:
        groep = self.omgeving.groep
        if veld.naam == "vraagstellers":
            return kiezen.mensen_met_rol(groep, "deelnemer")
        if veld.naam == "adviseurs":
            return kiezen.mensen_met_rol(groep, "adviseur")
        return super().keuzes(veld)
