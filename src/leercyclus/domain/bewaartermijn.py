"""What has been kept longer than the group agreed on, in ``[bewaren]`` of ``leertraject.toml``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.datum import shift
from leercyclus.domain.gelezen import Gelezen, Inhoud
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
    if inhoud.groep is None:
        return
    terms = inhoud.groep.record.bewaren

    def last_day(kind: str, start: dt.date | None) -> dt.date | None:
        days = getattr(terms, kind, None)
        day = shift(start, days) if start is not None and days is not None else None
        return day if day is not None and day < vandaag else None

    for row, person in enumerate(inhoud.groep.record.deelnemers):
        day = None if is_vergeten(person.id) else last_day(_DEELNEMER, person.tot)
        if day is not None:
            yield Verlopen(inhoud.groep, day, ("deelnemers", row, "tot"), person.id)
    for cyclus in inhoud.cycli:
        for stuk in cyclus.records:
            start = cyclus.cyclus.intervisiedag or getattr(stuk.record, "datum", None)
            if day := last_day(stuk.soort.naam, start):
                yield Verlopen(stuk, day)
    for stuk in inhoud.stukken:
        if day := last_day(stuk.soort.naam, getattr(stuk.record, "datum", None)):
            yield Verlopen(stuk, day)
