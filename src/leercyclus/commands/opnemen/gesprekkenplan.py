"""``interview --plan``: the talks set out as concepts, and one guide to take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.afsluiten import sluit_af
from leercyclus.commands.opnemen.bladmaken import merk_van, over_de_cyclus
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain import blad
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.datum import from_dutch, lang
from leercyclus.domain.errors import UsageError
from leercyclus.domain.fasen import INVALSHOEKEN
from leercyclus.domain.interview import Interview
from leercyclus.domain.punt import Punt, Veldpunt, Vraagpunt
from leercyclus.domain.soorten import INTERVIEW
from leercyclus.domain.veld import is_gevuld
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store.werkmap import CyclusMap

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
        day = _datum(rest[-1]) if len(rest) > 1 else None
        role = ", ".join(rest[:-1] if day else rest)
        if side not in INVALSHOEKEN or not role:
            raise UsageError(
                f"--gesprek: '{text}' heeft niet de vorm INVALSHOEK, ROL, DATUM",
                tip="zoals --gesprek 'extern, bestuurslid van de vereniging, 2027-02-01'; "
                f"kies uit {', '.join(INVALSHOEKEN)}",
            )
        return cls(side, role, day)


def _datum(text: str) -> dt.date | None:
    try:
        return from_dutch(text)
    except ValueError:
        return None


def plan(
    opname: type[Opname[Interview]], omgeving: Omgeving, folder: CyclusMap, gesprekken: Sequence[str]
) -> None:
    """Keep each planned talk as a concept. UsageError when there is none and nobody can be asked."""
    wanted: Iterator[Voorgenomen] = (Voorgenomen.uit(text) for text in gesprekken)
    planned = list(wanted) if gesprekken else []
    for talk in planned or _vraag(omgeving, folder):
        given = {"invalshoek": talk.invalshoek, "gesprekspartner": talk.gesprekspartner}
        made = opname(omgeving, folder, given, Verzoek())
        made.begin()
        made.data.update({**made.given, "datum": talk.datum})
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
    talk, fields = (
        Gesprek(),
        {name: Veldpunt.van(veld) for name, veld in INTERVIEW.velden.items() if veld.gevraagd},
    )
    for record in known:
        talk.zeg(f"al gepland: {record.invalshoek or '?'}, {record.gesprekspartner or '?'}")
    while True:
        talk.zeg()
        talk.zeg("Het volgende gesprek (leeg: klaar)", stijl="vraag")
        side = talk.vraag(fields["invalshoek"])
        role = talk.vraag(fields["gesprekspartner"]) if side else None
        if not role:
            return
        yield Voorgenomen(side, role, talk.vraag(fields["datum"]))


def leidraad(parts: Sequence[Opname[Any]]) -> Iterator[Bladblok]:
    """One guide for all talks that are still a concept: the questions once, then a page for each report."""
    first = parts[0]
    yield Bladblok("titel", f"Gesprekken: {first.folder.titel}")
    yield from over_de_cyclus(first)
    yield Bladblok("tekst", _UITLEG)
    yield Bladblok("tekst", blad.UITLEG)
    questions = [punt for punt in first.punten() if isinstance(punt, Vraagpunt)]
    for deel, punten in groupby(questions, key=lambda punt: punt.deel):
        yield Bladblok("tussenkop", deel.naam if deel else "Vragen")
        yield from (Bladblok("punt", punt.vraag) for punt in punten)
    for part in parts:
        yield Bladblok("pagina")
        yield from _gesprek(part)


def _gesprek(part: Opname[Any]) -> Iterator[Bladblok]:
    record = part.ontwerp.record
    yield Bladblok("merk", str(merk_van(part)))
    yield Bladblok(
        "kop", f"{(record.invalshoek or 'gesprek').capitalize()}: {record.gesprekspartner or ''}".rstrip(": ")
    )
    if record.datum:
        yield Bladblok("gegeven", lang(record.datum), "Datum")
    yield from blad.vragen([punt for punt in part.punten() if _hoort_bij_het_verslag(punt, record)], record)


def _hoort_bij_het_verslag(punt: Punt, record: Interview) -> bool:
    """The report itself, and what is not known of the talk yet."""
    return isinstance(punt, Veldpunt) and (punt.code == "verslag" or not is_gevuld(punt.uit(record)))
