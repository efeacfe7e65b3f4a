"""All rules together, and what they find in a leertraject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from leercyclus.checks import lessen, mensen, negeren, stukken, tijd, vertrouwelijkheid
from leercyclus.checks.toets import Cyclustoets, Groepstoets, Kader, Stuktoets, Toets
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.leesregels import LEESREGELS
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


def controleer(kader: Kader, toetsen: Sequence[Toets[Any]] = TOETSEN) -> list[Bevinding]:
    """Every finding in a leertraject, each once, by file and line; files relative to the leertraject."""
    inhoud = kader.inhoud
    ignored = negeren.genegeerd(inhoud, VOORSCHRIFTEN)
    found = {*inhoud.problemen, *_gevonden(kader, toetsen)}
    found |= {*negeren.over_negeren(inhoud, VOORSCHRIFTEN, {item.code for item in found})}
    return sorted((item for item in found if item.code not in ignored), key=lambda item: item.order)


def _gevonden(kader: Kader, toetsen: Sequence[Toets[Any]]) -> Iterator[Bevinding]:
    for record in kader.inhoud.records:
        yield from record.bevindingen
    for toets in toetsen:
        for subject in _onderwerpen(kader, toets):
            yield from toets(subject, kader)


def _onderwerpen(kader: Kader, toets: Toets[Any]) -> Sequence[Any]:
    """What a rule is put to."""
    match toets:
        case Stuktoets():
            return kader.inhoud.records
        case Cyclustoets():
            return kader.inhoud.cycli
        case Groepstoets():
            return [kader.inhoud]
    raise TypeError(toets)
