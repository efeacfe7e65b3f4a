"""leercyclus nieuw."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Any

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.cyclus import CyclusOpname
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import opneem_opdracht, parameter
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.errors import ConflictError, UsageError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import slug
from leercyclus.domain.punt import Punt
from leercyclus.domain.tekst import first_line
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store import layout
from leercyclus.store.werkmap import Werkmap


class NieuwOpname(CyclusOpname):
    """Twee vraagstellers brengen een vraag in die nu speelt, waarvoor geen kant-en-klaar antwoord
    bestaat, en waar zij mee rondlopen. Dag, thema, plaats, soort werk en adviseur mogen nog wachten:
    dan is de cyclus een concept.

    Voorbeeld: leercyclus nieuw "Zwembad of niet" --vraag "Hoe houden we het gesprek open?" --waarom-nu "In mei besluit de raad" --vraagsteller directeur-oss --vraagsteller directeur-venlo
    """

    minimaal = ("titel",)
    opent_cyclus = True
    naam_op_blad = ("titel", "intervisiedag")

    @classmethod
    def opdracht(cls) -> str:
        return "nieuw"

    def zoek(self) -> Gelezen[Cyclus] | None:
        """None, but that a sheet may be read a second time."""
        if not (self.verzoek.van_blad and self.given.get("titel")):
            return None
        id = self._naam(self.given)
        if id not in self.omgeving.werkmap.cyclus_ids():
            return None
        self.folder = self.omgeving.werkmap.cyclus(id)
        return self.folder.een(self.soort)

    def punten(self, *, alle: bool = False) -> list[Punt]:
        """What gives the folder its name comes first: the title and the day."""
        return sorted(super().punten(alle=alle), key=lambda punt: punt.code not in ("titel", "intervisiedag"))

    def plek(self) -> Plek | None:
        day_can_come = self.vraagt and "intervisiedag" not in self.gesteld
        if not self.data.get("titel") or (day_can_come and not self.data.get("intervisiedag")):
            return None
        id = self._naam(self.data)
        if not layout.is_valid_name(id):
            raise UsageError(
                f"--id: '{id}' kan geen map van een cyclus zijn",
                tip="gebruik kleine letters, cijfers en streepjes, zoals 2027-zwembad",
            )
        self._weiger_wat_elders_is(id)
        if not self.omgeving.werkmap.is_vrij(id):
            raise ConflictError(
                f"de map {self.omgeving.toon_pad(id)} bestaat al",
                tip="kies een andere titel, of geef --id mee",
            )
        return id, ""

    def _weiger_wat_elders_is(self, id: str) -> None:
        """A name that git has is not free, also where its folder is not here."""
        elders = self.omgeving.elders
        if elders.cycli is None:
            raise ConflictError(
                f"git zegt niet of er al een cyclus '{id}' is, en niet alles staat in deze map",
                tip="haal alles erbij met: git sparse-checkout disable",
            )
        if elsewhere := elders.cyclus(id):
            raise ConflictError(elsewhere.message, tip="kies een andere titel, of geef --id mee")

    def voor_bewaren(self) -> None:
        """Everybody in the group on the day is invited."""
        if self.ontwerp.bestaand is None or not self.data.get("deelnemers"):
            day = self.data.get("intervisiedag") or self.omgeving.vandaag
            self.data["deelnemers"] = self.given.get("deelnemers") or kiezen.actieven(
                self.omgeving.groep, day
            )

    def onmisbaar(self) -> Collection[str]:
        """At a prompt a question may come later; a command line says it all at once."""
        return self.minimaal if self.vraagt else ("titel", "vraag", "waarom_nu", "vraagstellers")

    def wordt_definitief(self, lacking: list[str]) -> bool:
        """When nothing is left out that could wait; the thema too, though it may show later."""
        if self.verzoek.definitief or self.verzoek.lees:
            return super().wordt_definitief(lacking)
        return not lacking and bool(self.data.get("thema"))

    def na_afloop(self) -> None:
        askers = self.data.get("vraagstellers") or []
        for line in eerdere_cycli(self.omgeving.werkmap, askers, behalve=self.cyclus_id):
            zeg(line)
        _warn_number(askers)
        day = self.data.get("intervisiedag")
        if day and day < self.omgeving.vandaag:
            zeg("let op: deze dag is al voorbij; verzet hem met: leercyclus vraag")

    def _naam(self, data: Mapping[str, Any]) -> str:
        """The name of its folder: as given, or made of the title and the year of the day."""
        given: str | None = self.verzoek.extra["id"]
        return given or self._made_up(data)

    def _made_up(self, data: Mapping[str, Any]) -> str:
        words = slug(data["titel"])
        if not words:
            raise UsageError(
                "van deze titel is geen naam voor de map te maken",
                tip="geef er een mee met --id, zoals 2027-zwembad",
            )
        day = data.get("intervisiedag") or self.omgeving.vandaag
        return words if words.startswith(f"{day.year}-") else f"{day.year:04}-{words}"


def eerdere_cycli(werkmap: Werkmap, askers: list[str], *, behalve: str) -> list[str]:
    """The cycles that these people brought a question in before, a line each."""
    lines = []
    for id in werkmap.cyclus_ids():
        if id == behalve:
            continue
        cyclus = werkmap.cyclus(id).cyclus
        earlier = [person for person in askers if person in cyclus.vraagstellers]
        if earlier:
            lines.append(f"  {id}  {first_line(cyclus.titel or '', 44)}  ({', '.join(earlier)})")
    return ["eerdere cycli van deze vraagstellers:", *lines] if lines else []


def _warn_number(askers: list[str]) -> None:
    different = set(askers)
    if len(different) < len(askers):
        zeg("let op: dezelfde vraagsteller staat er twee keer")
    if len(different) != 2:
        now = f"nu {len(different)}" if different else "er is nog niemand genoemd"
        zeg(f"let op: gewoonlijk brengen twee mensen een vraag in; {now}")


def _folder(omgeving: Omgeving, cyclus: str | None) -> CyclusMap:
    return CyclusMap("", (), (), frozenset())


_TITEL = (
    "titel",
    Annotated[
        str | None, typer.Argument(metavar="[TITEL]", help="Waar de cyclus over gaat", show_default=False)
    ],
)
_ID = Annotated[str | None, typer.Option("--id", metavar="ID", help="De naam van de map")]
nieuw = opneem_opdracht(
    NieuwOpname,
    argumenten=(_TITEL,),
    zonder=("verplaatst", "verloop", "reden"),
    extra=(parameter("id", _ID),),
    folder=_folder,
)
