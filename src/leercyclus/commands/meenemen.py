"""leercyclus meenemen."""

from __future__ import annotations

from typing import Annotated

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import CYCLUS, opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.domain.meenemen import Meenemen
from leercyclus.domain.soorten import MEENEMEN


class MeenemenOpname(Opname[Meenemen]):
    """Wat een deelnemer meeneemt naar de eigen keuken: iets overnemen, de eigen aanpak
    aanvullen, of het samen maken.

    Voorbeeld: leercyclus meenemen 2027-regio --door directeur-venlo --wijze aanvullen --tekst "De startbijeenkomst zonder agenda"
    """

    soort = MEENEMEN
    heet_naar = True

    def wijs_aan(self) -> None:
        people = kiezen.mensen(self.omgeving.groep)
        if not people:
            raise NotFoundError(
                "in deze groep zijn nog geen mensen", tip="voeg ze toe met: leercyclus deelnemer"
            )
        given = self.verzoek.id
        if given is None and not self.omgeving.mag_vragen:
            raise UsageError("--door ontbreekt: wie neemt dit mee")
        if given is None:
            given = self.gesprek.kies_een("Wie neemt iets mee", people)
        if given not in people:
            raise NotFoundError(f"--door: er is geen persoon '{given}'", tip=suggestion(given, people))
        self.door: str = given

    def zoek(self) -> Gelezen[Meenemen] | None:
        return self.folder.een(self.soort, self.door)

    @classmethod
    def voor_wie(cls, omgeving: Omgeving, folder: CyclusMap) -> list[str]:
        """Everybody invited who wrote nothing down yet."""
        return [person for person in folder.cyclus.deelnemers if folder.een(cls.soort, person) is None]

    def aanduiding(self) -> str:
        return f"wat {self.door} meeneemt"

    def bladnamen(self) -> list[str]:
        return [self.door]

    def vervolg(self) -> str:
        return f"leercyclus meenemen {self.folder.id} --door {self.door}"

    def plek(self) -> Plek:
        return self.folder.id, self.door


_DOOR = Annotated[
    str | None, typer.Option("--door", metavar="ID", help="Wie dit meeneemt"), Verwijzing.PERSOON
]
meenemen = opneem_opdracht(MeenemenOpname, argumenten=(CYCLUS, ("id", _DOOR)))
