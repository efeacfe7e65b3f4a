"""Short lines about records, for any output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leercyclus.domain.datum import voluit
from leercyclus.domain.record import Record, RecordMetStand
from leercyclus.domain.tekst import first_line, showable
from leercyclus.domain.veld import Invoer, velden
from leercyclus.render import uitvoer


def lijst(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The records of a kind, a line each: id, stand, and what it is about."""
    for id, record in records:
        stand = f"{record.stand:<10}  " if isinstance(record, RecordMetStand) else ""
        start = f"{id:<32}  {stand}"
        yield showable(f"{start}{kern(record, max(24, 80 - len(start)))}".rstrip(), newlines=False)


def kern(record: Record, width: int = 200) -> str:
    """What a record is about: its short texts, else the start of a long one, else its date."""
    fields = [
        field
        for field in velden(type(record)).values()
        if field.naam not in ("versie", "stand") and not field.meervoud and field.verwijst_naar is None
    ]
    values = {field: getattr(record, field.naam) for field in fields}
    short = [text for field, text in values.items() if field.invoer in (Invoer.REGEL, Invoer.KEUZE) and text]
    long = [text for field, text in values.items() if field.invoer is Invoer.PROZA and text]
    days = [voluit(day) for field, day in values.items() if field.invoer is Invoer.DATUM and day]
    return first_line(" · ".join(short) or (long or days or [""])[0], width)


def lijststuk(id: str, bestand: str, record: Record) -> uitvoer.Lijststuk:
    """The same as data."""
    stand = record.stand if isinstance(record, RecordMetStand) else None
    return {"id": id, "bestand": bestand, "stand": stand, "kern": kern(record)}
