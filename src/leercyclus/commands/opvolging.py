"""leercyclus opvolging."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import CYCLUS, opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.advies import VRAAGT_ANTWOORD
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.errors import UsageError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.opvolging import Opvolging
from leercyclus.domain.punt import Keuzes, Punt, Veldpunt
from leercyclus.domain.soorten import ADVIES, OPVOLGING
from leercyclus.domain.veld import Veld
from leercyclus.gesprek.zeggen import zeg


class OpvolgingOpname(Opname[Opvolging]):
    """De vraagstellers zeggen van elk advies of ze het overnemen, en waarom. Bij een actie
    hoort één actiehouder en één datum. Later vult u de uitkomst aan.

    Aan een terminal komt elk advies langs dat nog geen antwoord heeft, daarna elk voornemen
    waarvan de uitkomst nog ontbreekt. Zonder terminal noemt u de adviezen.

    Voorbeeld: leercyclus opvolging 2027-regio directeur-oss-k3f9qa --voornemen overweegt --waarom "Eerst de raad"
    """

    soort = OPVOLGING
    minimaal = ("adviezen",)
    wijst_aan = "adviezen"

    lezers = "Wat u antwoordt, hoort de groep op de volgende dag terug."

    def heeft_werk(self) -> bool:
        if self.given.get("adviezen") or self.verzoek.lees:
            return True
        if not self.omgeving.mag_vragen:
            raise UsageError(
                "ADVIEZEN ontbreekt: welke adviezen beantwoordt u",
                tip=f"bekijk ze met: leercyclus advies {self.folder.id} --lijst",
            )
        if self._volgende():
            return True
        has_advice = bool(self.folder.van(ADVIES))
        zeg(
            f"alle adviezen in {self.folder.id} hebben een antwoord"
            if has_advice
            else f"{self.folder.id} heeft nog geen adviezen om te beantwoorden"
        )
        return False

    def wijs_aan(self) -> None:
        if not self.given.get("adviezen") and not self.verzoek.lees:
            self.given["adviezen"] = self._volgende()

    def zoek(self) -> Gelezen[Opvolging] | None:
        """The answer that was given to these advices before."""
        asked = set(self.given.get("adviezen", []))
        return next((item for item in self.folder.van(self.soort) if asked & set(item.record.adviezen)), None)

    def plek(self) -> Plek:
        return self.folder.id, self.maak_id(*self.data.get("door", ()))

    def vooraf(self) -> dict[str, Any]:
        askers = self.folder.cyclus.vraagstellers
        return {**super().vooraf(), "door": list(askers)}

    def keuzes(self, veld: Veld) -> Keuzes:
        if veld.naam == "door":
            return kiezen.mensen(self.omgeving.groep, self.folder.cyclus.vraagstellers)
        return super().keuzes(veld)

    def moet_vragen(self) -> bool:
        return super().moet_vragen() or (self.omgeving.mag_vragen and self._vraagt_uitkomst())

    def punten(self, *, alle: bool = False) -> list[Punt]:
        """Later the outcome, by itself."""
        outcome = [Veldpunt.van(self.soort.velden[name]) for name in ("uitkomst", "uitkomst_datum")]
        if self._vraagt_uitkomst() and not alle:
            return [*outcome]
        return [*super().punten(alle=alle), *(outcome if alle else [])]

    def voorstel(self, punt: Punt) -> Any:
        return self.omgeving.vandaag if punt.code == "uitkomst_datum" else super().voorstel(punt)

    def past(self, punt: Punt) -> bool:
        """Who does not take an advice over plans nothing; an action has a person and a day, as has an outcome."""
        if not super().past(punt) or self.verzoek.vraag_id:
            return super().past(punt)
        match punt.code:
            case "actie":
                return self.data.get("voornemen") != "neemt niet over"
            case "actiehouder" | "uiterlijk":
                return bool(self.data.get("actie"))
            case "uitkomst_datum":
                return bool(self.data.get("uitkomst"))
        return True

    def vervolg(self) -> str:
        return f"leercyclus opvolging {self.folder.id} {' '.join(self.wie)}"

    def inleiding(self) -> None:
        for advice in self.folder.van(ADVIES):
            if advice.id in self.data.get("adviezen", []):
                self.gesprek.zeg()
                self.gesprek.zeg(f"Advies van {advice.record.van}:")
                self.gesprek.zeg(advice.record.tekst or "", indent="  ")

    def nog_een(self) -> bool:
        if not self.vraagt:
            return False
        self.folder = self.omgeving.werkmap.cyclus(self.folder.id)
        left = len(self._onbeantwoord())
        if not left:
            return False
        self.gesprek.zeg()
        return self.gesprek.ja_nee(f"Nog {left} te beantwoorden. Verder?", standaard=True)

    def _vraagt_uitkomst(self) -> bool:
        found = self.ontwerp.bestaand
        return found is not None and found.record.wacht_op_uitkomst and not self.given

    @classmethod
    def voor_wie(cls, omgeving: Omgeving, folder: CyclusMap) -> list[str]:
        """The advices that have no answer yet."""
        answered = {id for item in folder.van(cls.soort) for id in item.record.adviezen}
        return [
            item.id
            for item in folder.van(ADVIES)
            if item.record.soort in VRAAGT_ANTWOORD and item.id not in answered
        ]

    def _onbeantwoord(self) -> list[str]:
        return self.voor_wie(self.omgeving, self.folder)

    def bladinleiding(self) -> Iterator[Bladblok]:
        for advice in self.folder.van(ADVIES):
            if advice.id in self.wie:
                yield Bladblok("gegeven", advice.record.tekst or "", f"Advies van {advice.record.van}")

    def _volgende(self) -> list[str]:
        """The next advice without an answer, else the next intention without an outcome; none when all is done."""
        unanswered = self._onbeantwoord()
        if unanswered:
            return unanswered[:1]
        waiting = (item.record for item in self.folder.van(self.soort) if item.record.wacht_op_uitkomst)
        return next((list(record.adviezen) for record in waiting), [])


ADVIEZEN = (
    "adviezen",
    Annotated[
        list[str] | None,
        typer.Argument(metavar="[ADVIEZEN]…", help="De adviezen die u beantwoordt", show_default=False),
        Verwijzing.ADVIES,
    ],
)
opvolging = opneem_opdracht(OpvolgingOpname, argumenten=(CYCLUS, ADVIEZEN))
