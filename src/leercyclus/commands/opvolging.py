"""leercyclus opvolging."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import CYCLUS, opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.advies import VRAAGT_ANTWOORD
from leercyclus.domain.errors import UsageError
from leercyclus.domain.opvolging import Opvolging
from leercyclus.domain.soorten import ADVIES, OPVOLGING
from leercyclus.domain.veld import Veld, velden
from leercyclus.gesprek.regels import Keuzes
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store.layout import made_up_id
from leercyclus.store.werkmap import Gelezen


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

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._om_uitkomst = False
        if not self.given.get("adviezen") and not self.verzoek.lees:
            if not self.omgeving.mag_vragen:
                raise UsageError(
                    "ADVIEZEN ontbreekt: welke adviezen beantwoordt u",
                    tip=f"bekijk ze met: leercyclus advies {self.folder.id} --lijst",
                )
            self.given["adviezen"] = self._volgende()

    def zoek(self) -> Gelezen[Opvolging] | None:
        """The answer that was given to these advices before."""
        asked = set(self.given.get("adviezen", []))
        return next((item for item in self.folder.van(self.soort) if asked & set(item.record.adviezen)), None)

    def plek(self) -> Plek:
        return self.folder.id, made_up_id(self.data["door"][0])

    def vooraf(self) -> dict[str, Any]:
        askers = self.folder.cyclus.vraagstellers
        return {**super().vooraf(), "door": list(askers)}

    def keuzes(self, veld: Veld) -> Keuzes:
        if veld.naam == "door":
            return kiezen.mensen(self.omgeving.groep, self.folder.cyclus.vraagstellers)
        return super().keuzes(veld)

    def moet_vragen(self) -> bool:
        return super().moet_vragen() or (self.omgeving.mag_vragen and self._vraagt_uitkomst())

    def past(self, veld: Veld) -> bool:
        """An outcome is asked by itself; who does not take an advice over plans nothing."""
        if self._om_uitkomst:
            return False
        plans = veld.naam in ("actie", "actiehouder", "uiterlijk")
        return not (plans and self.data.get("voornemen") == "neemt niet over")

    def inleiding(self) -> None:
        for advice in self.folder.van(ADVIES):
            if advice.id in self.data.get("adviezen", []):
                self.gesprek.zeg()
                self.gesprek.zeg(f"Advies van {advice.record.van}:")
                self.gesprek.zeg(advice.record.tekst or "", indent="  ")
        if self._vraagt_uitkomst():
            self._om_uitkomst = True
            for name in ("uitkomst", "uitkomst_datum"):
                default = self.omgeving.vandaag if name == "uitkomst_datum" else None
                value = self.gesprek.veld(velden(Opvolging)[name], {}, standaard=default)
                if value is None:
                    return
                self.data[name] = value
                self._bewaar_als_het_kan()

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

    def _onbeantwoord(self) -> list[str]:
        answered = {id for item in self.folder.van(self.soort) for id in item.record.adviezen}
        return [
            item.id
            for item in self.folder.van(ADVIES)
            if item.record.soort in VRAAGT_ANTWOORD and item.id not in answered
        ]

    def _volgende(self) -> list[str]:
        """The next advice without an answer, else the next intention without an outcome."""
        unanswered = self._onbeantwoord()
        if unanswered:
            return unanswered[:1]
        for item in self.folder.van(self.soort):
            if item.record.wacht_op_uitkomst:
                return list(item.record.adviezen)
        zeg(f"alle adviezen in {self.folder.id} hebben een antwoord")
        raise typer.Exit(0)


ADVIEZEN = (
    "adviezen",
    Annotated[
        list[str] | None,
        typer.Argument(metavar="[ADVIEZEN]…", help="De adviezen die u beantwoordt", show_default=False),
    ],
)
opvolging = opneem_opdracht(OpvolgingOpname, argumenten=(CYCLUS, ADVIEZEN))
