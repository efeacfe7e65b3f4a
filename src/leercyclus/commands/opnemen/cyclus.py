"""What making and changing a cyclus share."""

from __future__ import annotations

from leercyclus.commands import kiezen
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.soorten import CYCLUS
from leercyclus.domain.veld import Veld
from leercyclus.gesprek.regels import Keuzes
from leercyclus.store.werkmap import Gelezen


class CyclusOpname(Opname[Cyclus]):
    """The cyclus itself."""

    soort = CYCLUS

    def vooraf(self) -> dict[str, object]:
        return {"verloop": "loopt"}

    def vervolg(self, found: Gelezen[Cyclus]) -> str:
        return f"leercyclus vraag {found.bestand.split('/')[0]}"

    def keuzes(self, veld: Veld) -> Keuzes:
        groep = self.omgeving.groep
        if veld.naam == "vraagstellers":
            return kiezen.mensen_met_rol(groep, "deelnemer")
        if veld.naam == "adviseurs":
            return kiezen.mensen_met_rol(groep, "adviseur")
        return super().keuzes(veld)
