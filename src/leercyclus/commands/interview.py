"""leercyclus interview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import CYCLUS, ID, opneem_opdracht, parameter
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.datum import lang, voluit
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.ids import suggestion
from leercyclus.domain.interview import Interview
from leercyclus.domain.punt import Punt
from leercyclus.domain.soorten import INTERVIEW
from leercyclus.domain.vraagpunt import Vraagpunt
from leercyclus.store.layout import made_up_id

if TYPE_CHECKING:
    from leercyclus.commands.opnemen.bladmaken import Map


class InterviewOpname(Opname[Interview]):
    """De adviseur spreekt mensen binnen en buiten de organisatie, en haalt ervaringen elders
    op. Noem met wie u sprak bij de functie of rol, niet bij de naam.

    Met ID gaat u verder met een gesprek dat er al is.

    Voorbeeld: leercyclus interview 2027-regio --invalshoek extern --gesprekspartner "bestuurder woningcorporatie"
    """

    soort = INTERVIEW
    minimaal = ("invalshoek",)
    bevestigen = frozenset({"datum"})
    lezers = (
        "Dit verslag is voor de adviseur en de coördinator. De deelnemers lezen alleen de gespreksnotitie."
    )

    def id_op_blad(self) -> str:
        """A talk has nobody's name, so every sheet that is printed is for another one."""
        return super().id_op_blad() or made_up_id("gesprek")

    def wijs_aan(self) -> None:
        """A talk that was planned, when somebody at the terminal names none."""
        self.id = self.verzoek.id
        asks = self.omgeving.mag_vragen and not (self.verzoek.lees or self.verzoek.van_blad)
        if asks and self.id is None and not self.given:
            self.id = self._gepland()

    def _gepland(self) -> str | None:
        planned = [item for item in self.folder.van(self.soort) if not item.record.is_definitief]
        if not planned:
            return None
        planned.sort(key=lambda item: item.record.datum or dt.date.max)
        options = {item.id: _in_het_kort(item.record) for item in planned}
        options[_NIEUW] = "een gesprek dat er nog niet staat"
        chosen = self.gesprek.kies_een("Welk gesprek", options, standaard=planned[0].id)
        return chosen if chosen != _NIEUW else None

    def zoek(self) -> Gelezen[Interview] | None:
        if self.id is None:
            return None
        found = self.folder.een(self.soort, self.id)
        if found is None:
            known = [item.id for item in self.folder.van(self.soort)]
            raise NotFoundError(
                f"er is geen interview '{self.id}' in {self.folder.id}",
                tip=suggestion(self.id, known)
                or f"bekijk ze met: leercyclus interview {self.folder.id} --lijst",
            )
        return found

    def vervolg(self) -> str:
        found = self.ontwerp.bestaand
        return f"leercyclus interview {self.folder.id}" + (f" {found.id}" if found else "")

    def rondes(self) -> Iterator[Sequence[Punt]]:
        """The report first; the questions were a memory aid for the talk, and may be answered apart."""
        punten = self.punten()
        questions = [punt for punt in punten if isinstance(punt, Vraagpunt)]
        yield [punt for punt in punten if not isinstance(punt, Vraagpunt)]
        waiting = [punt for punt in questions if punt.is_open(self.ontwerp.record)]
        if not waiting:
            return
        self.gesprek.zeg()
        what = "de vraag" if len(waiting) == 1 else f"de {len(waiting)} vragen een voor een"
        if self.verzoek.alle_vragen or self.gesprek.ja_nee(
            f"Wilt u ook {what} beantwoorden?", standaard=False
        ):
            yield questions

    def voor(self, punt: Punt) -> None:
        if punt.code != "verslag":
            return
        say = self.gesprek.zeg
        say()
        say("Geheugensteun: de vragen voor dit gesprek", stijl="kop")
        for question in self.ontwerp.vragen(alle=self.verzoek.alle_vragen):
            say(f"• {question.vraag}", indent="  ")

    def plek(self) -> Plek | None:
        """A blank sheet is for a talk of its own, also when the side is known."""
        side = self.data.get("invalshoek")
        if not side:
            return None
        return self.folder.id, self.verzoek.blad_id or made_up_id(side)

    def vooraf(self) -> dict[str, Any]:
        """On a sheet stands when the talk was; nobody else knows."""
        day = {} if self.verzoek.van_blad else super().vooraf()
        return {**day, "door": list(self.folder.cyclus.adviseurs)}

    def aanduiding(self) -> str:
        partner = self.data.get("gesprekspartner") or self.data.get("invalshoek")
        return " met ".join(filter(None, ("het interview", partner)))

    def bladtitel(self) -> str:
        known = (self.data.get("invalshoek"), self.data.get("gesprekspartner"))
        return ": ".join(filter(None, known)).capitalize() or super().bladtitel()

    def bladinleiding(self) -> Iterator[Bladblok]:
        if self.ontwerp.bestaand and (day := self.ontwerp.record.datum):
            yield Bladblok("gegeven", lang(day), "Datum")


_NIEUW = "nieuw"


def _in_het_kort(record: Interview) -> str:
    """The side, the role and the day of a talk, as far as they are known."""
    day = voluit(record.datum) if record.datum else ""
    return ", ".join(filter(None, (record.invalshoek, record.gesprekspartner, day)))


def _blad(
    soortopname: type[Opname[Any]],
    omgeving: Omgeving,
    folder: Map,
    verzoek: Verzoek,
) -> list[Bladblok] | None:
    """With --plan one guide for all the talks that are still to come, after setting them out."""
    from leercyclus.commands.opnemen.bladmaken import deel_opnames, gevraagd_blad

    if not verzoek.extra["plan"]:
        if verzoek.extra["gesprek"]:
            raise UsageError("--gesprek hoort bij --plan: zonder dat wordt er geen gesprek klaargezet")
        return gevraagd_blad(soortopname, omgeving, folder, verzoek)
    from leercyclus.commands.opnemen.gesprekkenplan import leidraad, plan  # here: only --plan needs it

    omgeving.voor_schrijven()
    before = folder()
    plan(soortopname, omgeving, before, verzoek.extra["gesprek"] or ())
    cyclus = omgeving.werkmap.cyclus(before.id)
    waiting = [item.id for item in cyclus.van(INTERVIEW) if not item.record.is_definitief]
    if not waiting:
        raise NotFoundError(f"in {cyclus.id} staat geen gesprek meer open", tip="plan er een met --gesprek")
    asked = (replace(verzoek, id=id, velden={}) for id in waiting)
    parts = [part for item in asked for part in deel_opnames(soortopname, omgeving, cyclus, item)]
    return list(leidraad(parts))


_PLAN = Annotated[
    bool, typer.Option("--plan", help="Zet gesprekken klaar als concept, en maak er een leidraad bij")
]
_GESPREK = Annotated[
    list[str] | None,
    typer.Option("--gesprek", metavar="INVALSHOEK,ROL,DATUM", help="Een gesprek voor --plan; mag vaker"),
]
interview = opneem_opdracht(
    InterviewOpname,
    argumenten=(CYCLUS, ID),
    extra=(parameter("plan", _PLAN, False), parameter("gesprek", _GESPREK)),
    blad=_blad,
)
