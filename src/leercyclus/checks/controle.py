"""All rules together, and what they find in a leertraject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from leercyclus.checks import lessen, mensen, negeren, stukken, tijd, vertrouwelijkheid
from leercyclus.checks.toets import Cyclustoets, Groepstoets, Kader, Stuktoets, Toets
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bibliotheek import GROEP
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Groepsmap, Inhoud
from leercyclus.domain.leesregels import LEESREGELS
from leercyclus.domain.soorten import GROEPSLES
from leercyclus.domain.voorschrift import Voorschrift

TOETSEN: tuple[Toets[Any], ...] = (
    *stukken.TOETSEN,
    *mensen.TOETSEN,
    *tijd.TOETSEN,
    *lessen.TOETSEN,
    *vertrouwelijkheid.TOETSEN,
)

#: Every rule by its code, in the order of the codes.
VOORSCHRIFTEN: dict[str, Voorschrift] = {
    rule.code: rule
    for rule in sorted(
        {*LEESREGELS, *(toets.voorschrift for toets in TOETSEN), *negeren.VOORSCHRIFTEN},
        key=lambda rule: rule.code,
    )
}


def controleer(inhoud: Inhoud, vandaag: dt.date, toetsen: Sequence[Toets[Any]] = TOETSEN) -> list[Bevinding]:
    """Every finding in a leertraject, each once, by file and line; files relative to the leertraject."""
    lessons = {*lesnamen(inhoud.naast), *(name for cyclus in inhoud.cycli for name in cyclus.lesnamen)}
    kader = Kader(inhoud.naast, lessons, vandaag, leesbaar_voor_iedereen=inhoud.leesbaar_voor_iedereen)
    found = [*inhoud.problemen, *naast_cycli(kader, toetsen)]
    for cyclus in inhoud.cycli:
        found += in_cyclus(cyclus, kader, toetsen)
    return besluit(inhoud.naast, found)


def lesnamen(naast: Groepsmap) -> Iterator[str]:
    """The full names of the lessons of the group itself."""
    return (f"{GROEP}/{les.id}" for les in naast.van(GROEPSLES))


def naast_cycli(kader: Kader, toetsen: Sequence[Toets[Any]] = TOETSEN) -> Iterator[Bevinding]:
    """What the rules find beside the cycles."""
    yield from _per_stuk(kader.naast.records, kader, toetsen)
    for toets in toetsen:
        if isinstance(toets, Groepstoets):
            yield from toets(kader.naast, kader)


def in_cyclus(
    cyclus: CyclusMap, kader: Kader, toetsen: Sequence[Toets[Any]] = TOETSEN
) -> Iterator[Bevinding]:
    """What the rules find in a cyclus."""
    yield from _per_stuk(cyclus.records, kader, toetsen)
    for toets in toetsen:
        if isinstance(toets, Cyclustoets):
            yield from toets(cyclus, kader)


def _per_stuk(
    records: Sequence[Gelezen[Any]], kader: Kader, toetsen: Sequence[Toets[Any]]
) -> Iterator[Bevinding]:
    of_a_record = [toets for toets in toetsen if isinstance(toets, Stuktoets)]
    for record in records:
        yield from record.bevindingen
        for toets in of_a_record:
            yield from toets(record, kader)


def besluit(naast: Groepsmap, gevonden: Iterable[Bevinding]) -> list[Bevinding]:
    """What is told of all that was found: each finding once, without what the group chose to ignore."""
    ignored = negeren.genegeerd(naast, VOORSCHRIFTEN)
    found = set(gevonden)
    found |= {*negeren.over_negeren(naast, VOORSCHRIFTEN, {item.code for item in found})}
    return sorted((item for item in found if item.code not in ignored), key=lambda item: item.order)
