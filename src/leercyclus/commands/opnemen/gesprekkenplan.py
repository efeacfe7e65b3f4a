"""``interview --plan``: the talks set out as concepts, and one guide to take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.afsluiten import sluit_af
from leercyclus.commands.opnemen.bladmaken import deelkop, op_bladzijden, over_de_cyclus
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain import blad
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.datum import from_dutch, lijkt_op_datum
from leercyclus.domain.errors import UsageError
from leercyclus.domain.fasen import INVALSHOEKEN
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.interview import Interview
from leercyclus.domain.punt import Punt, Veldpunt
from leercyclus.domain.soorten import INTERVIEW
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.vraagpunt import Vraagpunt
from leercyclus.gesprek.begeleiding import Begeleiding, Teruggaan, Wens
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg

#: Lines of room for a report: most of a page.
_REGELS = 24
_UITLEG = (
    "Vertel vooraf wie het verslag leest, en dat u niemand bij naam noemt. Schrijf tijdens het gesprek niet alles op: "
    "de vragen hieronder zijn een geheugensteun, geen lijst om af te werken. Maak het verslag dezelfde dag."
)


@dataclass(frozen=True)
class Voorgenomen:
    """A talk that is planned: from which side, with whom (a role), and when."""

    invalshoek: str
    gesprekspartner: str
    datum: dt.date | None

    @classmethod
    def uit(cls, text: str) -> Voorgenomen:
        """``extern, bestuurslid zwemvereniging, 2027-02-01``; UsageError for anything else."""
        side, *rest = [part.strip() for part in text.split(",")]
        day = _dag(rest[-1]) if len(rest) > 1 else None
        role = ", ".join(rest[:-1] if day else rest)
        if side not in INVALSHOEKEN or not role:
            raise UsageError(
                f"--gesprek: '{text}' heeft niet de vorm INVALSHOEK, ROL, DATUM",
                tip="zoals --gesprek 'extern, bestuurslid van de vereniging, 2027-02-01'; "
                f"kies uit {', '.join(INVALSHOEKEN)}",
            )
        return cls(side, role, day)


def _dag(text: str) -> dt.date | None:
    """The day, unless this is the end of a role. UsageError for what can only be meant as a day."""
    try:
        return from_dutch(text)
    except ValueError as error:
        if lijkt_op_datum(text):
            raise UsageError(f"--gesprek: {error}") from None
        return None


def plan(
    opname: type[Opname[Interview]], omgeving: Omgeving, folder: CyclusMap, gesprekken: Sequence[str]
) -> None:
    """Keep each planned talk as a concept. UsageError when there is none and nobody can be asked."""
    named = [Voorgenomen.uit(text) for text in gesprekken]
    for talk in named or _vraag(omgeving, folder):
        known = {"invalshoek": talk.invalshoek, "gesprekspartner": talk.gesprekspartner, "datum": talk.datum}
        made = opname.begonnen(omgeving, folder, Verzoek(velden=known))
        made.data.update(known)  # also that the day is not known yet
        sluit_af(made)
        assert made.ontwerp.bestaand is not None
        zeg(f"bewaard als concept: {omgeving.toon_pad(made.ontwerp.bestaand.bestand)}")


def _vraag(omgeving: Omgeving, folder: CyclusMap) -> Iterator[Voorgenomen]:
    """The talks as somebody at the terminal names them, until a side stays empty."""
    known = [item.record for item in folder.van(INTERVIEW)]
    if not omgeving.mag_vragen:
        if not known:
            raise UsageError(
                "--gesprek ontbreekt: met wie u wilt spreken",
                tip="zoals --gesprek 'intern, teamleider sport'",
            )
        return
    talk, fields = Gesprek(), INTERVIEW.velden
    side, role, day = (Veldpunt.van(fields[name]) for name in ("invalshoek", "gesprekspartner", "datum"))
    for record in known:
        talk.zeg(f"al gepland: {record.invalshoek or '?'}, {record.gesprekspartner or '?'}")
    while True:
        talk.zeg()
        talk.zeg("Het volgende gesprek (sla over als u klaar bent)", stijl="vraag")
        again = {Wens.TERUG: "dit gesprek opnieuw"}
        chosen = talk.vraag(side)
        if chosen is None:
            return
        try:
            partner = talk.vraag(role, om=Begeleiding(wensen=again, nodig=True))
            yield Voorgenomen(chosen, partner, talk.vraag(day, om=Begeleiding(wensen=again)))
        except Teruggaan:
            continue


def leidraad(parts: Sequence[Opname[Any]]) -> Iterator[Bladblok]:
    """One guide for all talks that are still a concept: the questions once, then a page for each report."""
    yield from leidraadkop(parts[0])
    yield Bladblok("pagina")
    planned = sorted(parts, key=lambda part: part.ontwerp.record.datum or dt.date.max)
    yield from op_bladzijden([list(_gesprek(part)) for part in planned])


def leidraadkop(part: Opname[Any]) -> Iterator[Bladblok]:
    """What stands above the pages for the reports."""
    yield Bladblok("titel", f"Gesprekken: {part.folder.titel}")
    yield from over_de_cyclus(part)
    yield Bladblok("tekst", _UITLEG)
    yield Bladblok("tekst", blad.UITLEG)
    questions = [punt for punt in part.punten() if isinstance(punt, Vraagpunt)]
    for deel, punten in groupby(questions, key=lambda punt: punt.deel):
        yield Bladblok("tussenkop", deel.naam if deel else "Vragen")
        yield from (Bladblok("punt", punt.vraag) for punt in punten)


def _gesprek(part: Opname[Any]) -> Iterator[Bladblok]:
    yield from deelkop(part)
    record = part.ontwerp.record
    asked = [punt for punt in part.punten() if _hoort_bij_het_verslag(punt, record)]
    yield from blad.vragen(asked, record, regels=_REGELS)


def _hoort_bij_het_verslag(punt: Punt, record: Interview) -> bool:
    """The report itself, and what is not known of the talk yet."""
    return isinstance(punt, Veldpunt) and (punt.code == "verslag" or not is_gevuld(punt.uit(record)))
