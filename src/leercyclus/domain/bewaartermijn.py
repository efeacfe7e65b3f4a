"""What has been kept longer than the group agreed on, in ``[bewaren]`` of ``leertraject.toml``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.datum import shift
from leercyclus.domain.gelezen import Gelezen, Inhoud
from leercyclus.domain.leertraject import Bewaren, Leertraject
from leercyclus.domain.vergeten import is_vergeten
from leercyclus.domain.voorschrift import Path

#: The term of somebody who left; the other terms are named after a kind of record.
_DEELNEMER = "deelnemer"


@dataclass(frozen=True)
class Verlopen:
    """A record, or a row of it (``pad``), of which ``dag`` was the last day that it was to be kept."""

    stuk: Gelezen[Any]
    dag: dt.date
    pad: Path = ()
    persoon: str | None = None

    @property
    def soort(self) -> str:
        """What the term in ``[bewaren]`` is called."""
        return _DEELNEMER if self.persoon else self.stuk.soort.naam


def verlopen(inhoud: Inhoud, vandaag: dt.date) -> Iterator[Verlopen]:
    """Everything past its term, in the order of the files."""
    if inhoud.naast.groep is None:
        return
    yield from verlopen_mensen(inhoud.naast.groep, vandaag)
    terms = inhoud.naast.leertraject.bewaren
    for cyclus in inhoud.cycli:
        yield from verlopen_stukken(terms, cyclus.records, vandaag, cyclus.cyclus.intervisiedag)
    yield from verlopen_stukken(terms, inhoud.naast.stukken, vandaag)


def verlopen_mensen(groep: Gelezen[Leertraject], vandaag: dt.date) -> Iterator[Verlopen]:
    """The people who left longer ago than they are kept."""
    for row, person in enumerate(groep.record.deelnemers):
        day = None if is_vergeten(person.id) else _laatste_dag(groep.record.bewaren, _DEELNEMER, person.tot)
        if day is not None and day < vandaag:
            yield Verlopen(groep, day, ("deelnemers", row, "tot"), person.id)


def verlopen_stukken(
    terms: Bewaren, stukken: Iterable[Gelezen[Any]], vandaag: dt.date, dag: dt.date | None = None
) -> Iterator[Verlopen]:
    """The records past their term; ``dag`` is the intervisiedag, without it their own date counts."""
    for stuk in stukken:
        day = _laatste_dag(terms, stuk.soort.naam, dag or getattr(stuk.record, "datum", None))
        if day is not None and day < vandaag:
            yield Verlopen(stuk, day)


def _laatste_dag(terms: Bewaren, kind: str, start: dt.date | None) -> dt.date | None:
    days = getattr(terms, kind, None)
    return shift(start, days) if start is not None and days is not None else None
