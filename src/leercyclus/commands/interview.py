"""leercyclus interview."""

from __future__ import annotations

from typing import Any

from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import CYCLUS, ID, opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.interview import Interview
from leercyclus.domain.soorten import INTERVIEW
from leercyclus.store.layout import made_up_id
from leercyclus.store.werkmap import Gelezen


class InterviewOpname(Opname[Interview]):
    """De adviseur spreekt mensen binnen en buiten de organisatie, en haalt ervaringen elders
    op. Noem met wie u sprak bij de functie of rol, niet bij de naam.

    Met ID gaat u verder met een gesprek dat er al is.

    Voorbeeld: leercyclus interview 2027-regio --invalshoek extern --gesprekspartner "bestuurder woningcorporatie"
    """

    soort = INTERVIEW
    minimaal = ("invalshoek",)
    bevestigen = frozenset({"datum"})
    voor_de_vragen = "Deze vragen stelde u aan uw gesprekspartner. Schrijf op wat u hoorde."

    def zoek(self) -> Gelezen[Interview] | None:
        if self.verzoek.id is None:
            return None
        found = self.folder.een(self.soort, self.verzoek.id)
        if found is None:
            known = [item.id for item in self.folder.van(self.soort)]
            raise NotFoundError(
                f"er is geen interview '{self.verzoek.id}' in {self.folder.id}",
                tip=suggestion(self.verzoek.id, known)
                or f"bekijk ze met: leercyclus interview {self.folder.id} --lijst",
            )
        return found

    def vervolg(self, found: Gelezen[Interview]) -> str:
        return f"leercyclus interview {self.folder.id} {found.id}"

    def plek(self) -> Plek | None:
        side = self.data.get("invalshoek")
        return (self.folder.id, made_up_id(side)) if side else None

    def vooraf(self) -> dict[str, Any]:
        return {**super().vooraf(), "door": list(self.folder.cyclus.adviseurs)}


interview = opneem_opdracht(InterviewOpname, argumenten=(CYCLUS, ID))
