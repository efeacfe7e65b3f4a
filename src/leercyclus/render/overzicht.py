"""Short lines about steps, records and findings, for any output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.datum import kort, voluit
from leercyclus.domain.record import Record, RecordMetStand
from leercyclus.domain.tekst import first_line, showable
from leercyclus.domain.veld import Invoer, velden
from leercyclus.domain.voortgang import Stap, Voortgang


def volgende(now: Voortgang) -> Iterator[str]:
    """What comes next in a cyclus, after something was recorded."""
    step = now.volgende_stap
    if step is None:
        yield "deze cyclus is rond; wat u leerde komt terug als vraag"
        return
    yield f"volgende stap: {step.wat}"
    if step.wie:
        yield f"  {', '.join(step.wie)}"
    yield f"  {step.opdracht}"


def stap(step: Stap) -> str:
    """One line for a table: fase, who, by when."""
    parts: list[str] = [step.fase]
    if step.wie:
        parts.append(namen(step.wie))
    if step.uiterlijk:
        parts.append(f"uiterlijk {kort(step.uiterlijk)}")
    if step.te_laat:
        parts.append("te laat")
    return " · ".join(parts)


def namen(people: tuple[str, ...], most: int = 3) -> str:
    """A few people by id, and how many more."""
    shown = ", ".join(people[:most])
    return shown if len(people) <= most else f"{shown} en {len(people) - most} anderen"


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


def bevinding(found: Bevinding) -> Iterator[str]:
    """A finding as house style has it: place and message, then what to do."""
    yield showable(f"{found.bestand}:{found.regel}:{found.kolom}  {found.zin}", newlines=False)
    if found.tip:
        yield showable(f"      {found.tip}", newlines=False)
