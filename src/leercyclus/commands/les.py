"""leercyclus les."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import CYCLUS, ID, opneem_opdracht, parameter
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.opties import losse_tekst
from leercyclus.domain.aanhaling import aanhaling
from leercyclus.domain.bibliotheek import GROEP, Bibliotheekles, volledige_naam
from leercyclus.domain.errors import ConflictError, NotFoundError, UsageError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import Verwijzing, is_id, slug, suggestion
from leercyclus.domain.les import Les
from leercyclus.domain.punt import Punt
from leercyclus.domain.soorten import LES
from leercyclus.domain.veld import Invoer


@dataclass(frozen=True, kw_only=True)
class Reflectievraag(Punt):
    """The question that a lesson puts to those who come next: the first of its questions."""

    code: str = "vragen/1"
    vraag: str = "Welke vraag geeft u mee aan wie na u komt? Geeft u er geen mee, dan vraagt leercyclus wat deze les voor hen betekent."
    label: str = "Uw vraag"
    invoer: Invoer = Invoer.REGEL

    def uit(self, record: Les) -> str | None:
        return record.vragen[0].vraag if record.vragen else None

    def zet(self, data: dict[str, Any], waarde: str) -> None:
        rows = list(data.get("vragen", []))
        data["vragen"] = [{**rows[0], "vraag": waarde}, *rows[1:]] if rows else [_nieuwe_vraag(data, waarde)]

    def ruw(self, data: Mapping[str, Any]) -> Any:
        rows = data.get("vragen")
        return rows[0].get("vraag") if isinstance(rows, list) and rows and isinstance(rows[0], dict) else None

    def haal_weg(self, data: dict[str, Any]) -> None:
        data["vragen"] = list(data.get("vragen", []))[1:] or None


def _nieuwe_vraag(data: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A question as a lesson of the group asks it: of the vraagstellers, at the start."""
    id = f"vraag-{len(data.get('vragen', [])) + 1}"
    return {"id": id, "fase": "zelfanalyse", "rol": "vraagsteller", "soort": "tekst", "vraag": text}


class LesOpname(Opname[Les]):
    """Een les komt bij de volgende cyclus terug als vraag, naast die van de ingebouwde
    lessen. Met --reflectievraag geeft u de vraag zelf mee; zonder krijgt de les een gewone vraag.
    Met --bevestigt legt u vast dat een eerdere les weer opging.

    In plaats van een cyclus mag 'groep': een les van de hele groep.

    Voorbeeld: leercyclus les 2027-regio --bevestigt ingebouwd/lef-en-geduld --toelichting "Ook hier wachtten we op elkaar"
    """

    soort = LES
    minimaal = ("titel",)
    naam_op_blad = ("titel",)

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.bevestigt = self._bevestigde_les()
        self.reflectievraag = losse_tekst("--reflectievraag", self.verzoek.extra["reflectievraag"])

    def zoek(self) -> Gelezen[Les] | None:
        if self.verzoek.id is not None:
            return self.folder.een(self.soort, self.verzoek.id)
        if self.verzoek.van_blad:
            return self.folder.een(self.soort, slug(self.given.get("titel") or ""))
        if self.given.get("titel") or self.bevestigt or self.verzoek.lees:
            return None
        concepts = [item for item in self.folder.van(self.soort) if not item.record.is_definitief]
        return concepts[0] if len(concepts) == 1 else None

    def plek(self) -> Plek | None:
        title = self.data.get("titel")
        if not title:
            return None
        id = self.verzoek.id or slug(title)
        if self.verzoek.id and not is_id(id):
            raise UsageError(
                f"{aanhaling(id)} kan geen id zijn", tip="gebruik kleine letters, cijfers en streepjes"
            )
        if not is_id(id):
            raise UsageError(f"van de titel '{title}' is geen naam te maken", tip="geef er een mee als ID")
        if elsewhere := self.omgeving.elders.les(f"{self.folder.id or GROEP}/{id}"):
            raise ConflictError(elsewhere.message, tip="geef een andere titel of ID")
        if self.folder.een(self.soort, id):
            raise ConflictError(
                f"er is al een les '{id}' in {self.folder.id or GROEP}", tip="geef een andere titel of ID"
            )
        return self.folder.id, id

    def vooraf(self) -> dict[str, Any]:
        theme = self.folder.cyclus.thema
        known: dict[str, Any] = {"thema": theme} if theme else {}
        if self.bevestigt:
            les = self.bevestigt.les
            known |= {
                "thema": les.thema,
                "titel": les.titel,
                "kern": les.kern,
                "herkomst": [self.bevestigt.naam],
            }
        return known | {"zichtbaar": "groep"}

    def begin(self) -> None:
        super().begin()
        if self.reflectievraag:
            question = _nieuwe_vraag(self.data, self.reflectievraag)
            self.data["vragen"] = [*self.data.get("vragen", []), question]

    def punten(self, *, alle: bool = False) -> list[Punt]:
        """The fields, and the question for those who come next; what is confirmed has one already."""
        return [*super().punten(alle=alle), *([] if self.bevestigt else [Reflectievraag()])]

    def vervolg(self) -> str:
        found = self.ontwerp.bestaand
        return f"leercyclus les {self.folder.id or GROEP}" + (f" {found.id}" if found else "")

    def _bevestigde_les(self) -> Bibliotheekles | None:
        given = self.verzoek.extra["bevestigt"]
        if given is None:
            return None
        library = {les.naam: les for les in self.omgeving.werkmap.bibliotheek()}
        name = volledige_naam(given)
        if name not in library:
            raise self.omgeving.elders.les(name) or NotFoundError(
                f"--bevestigt: er is geen les '{given}'",
                tip=suggestion(name, library) or "bekijk ze met: leercyclus lessen",
            )
        return library[name]


def _folder(omgeving: Omgeving, cyclus: str | None) -> CyclusMap:
    if cyclus == GROEP:
        return omgeving.werkmap.groepsmap()
    return kiezen.kies_cyclus(omgeving, cyclus)


_BEVESTIGT = Annotated[
    str | None,
    typer.Option("--bevestigt", metavar="LES", help="Deze eerdere les ging weer op"),
    Verwijzing.LES,
]
_VRAAG = Annotated[
    str | None, typer.Option("--reflectievraag", metavar="TEKST", help="De vraag voor wie na u komt")
]
les = opneem_opdracht(
    LesOpname,
    argumenten=(CYCLUS, ID),
    extra=(parameter("bevestigt", _BEVESTIGT), parameter("reflectievraag", _VRAAG)),
    folder=_folder,
)
