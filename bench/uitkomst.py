"""From a row to what came of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bench.anderen import rijen_anderen
from bench.bomen import Bomen
from bench.meten import Meting, MislukteLoopError, meet
from bench.rijen import Rij, rijen

#: What leercyclus answers to a command or an option that it does not have.
_ONBEKEND = 2


@dataclass(frozen=True)
class Uitkomst:
    """A row with what was measured; without a ``meting``, ``opmerking`` says why."""

    rij: Rij
    meting: Meting | None = None
    opmerking: str = ""


def uitkomsten(
    cycli: int, klein: int, anderen: Sequence[int], *, keer: int, tekst: str = ""
) -> Iterator[Uitkomst]:
    """Measure every row that has this text in it, one after another."""
    trees = Bomen()
    others = (rijen_anderen(trees, records) for records in anderen)
    for row in chain(rijen(trees, cycli, klein), *others):
        if tekst in f"{row.groep} {row.naam}":
            print(f"{row.groep}: {row.naam}", file=sys.stderr)
            yield uitkomst(row, keer)


def uitkomst(row: Rij, times: int) -> Uitkomst:
    """Measure one row; one that cannot be measured says so, and stops no other."""
    if row.opdracht is None:
        return Uitkomst(row, opmerking=row.niet)
    try:
        return Uitkomst(row, meet(row.opdracht, row.naast, times, row.grens))
    except MislukteLoopError as error:
        if error.duurde_te_lang:
            return Uitkomst(row, opmerking=f"langer dan {row.grens:.0f} s")
        return Uitkomst(row, opmerking="nog niet" if error.code == _ONBEKEND else f"mislukt, {error.code}")
