"""A record to read: first as blocks, in the order and with the labels of its declaration; then
those as Markdown or as lines for the terminal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from leercyclus.domain.antwoord import CIJFERS, Antwoord
from leercyclus.domain.datum import voluit
from leercyclus.domain.record import Deel
from leercyclus.domain.tekst import opsomming
from leercyclus.domain.veld import Invoer, is_gevuld, velden
from leercyclus.domain.verwoord import rij_in_woorden
from leercyclus.domain.vraag import Vraag
from leercyclus.render.ontsnapt import escaped
from leercyclus.render.scherm import ACCENT, STIL, tekst


@dataclass(frozen=True, slots=True)
class Blok:
    """A piece of text and its part on the page; ``label`` goes before a field or a point."""

    vorm: Literal["kop", "veld", "onderkop", "vraag", "alinea", "punt"]
    tekst: str
    label: str = ""


def blokken(titel: str, record: Deel, namen: Mapping[str, str]) -> Iterator[Blok]:
    """The record, short fields first; ``namen`` are what people are called."""
    yield Blok("kop", titel)
    filled = [
        (field, value)
        for field in velden(type(record)).values()
        if field.naam != "versie" and is_gevuld(value := getattr(record, field.naam))
    ]
    long = (Invoer.PROZA, Invoer.SAMENGESTELD)
    for field, value in filled:
        if field.invoer not in long:
            yield Blok("veld", _one_line(value, namen), field.label)
    for field, value in filled:
        if field.invoer in long:
            yield Blok("onderkop", field.label)
            yield from _long(value)


def _one_line(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return opsomming([_one_line(item, names) for item in value])
    if isinstance(value, dt.date):
        return voluit(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return names.get(str(value), str(value))


def _long(value: Any) -> Iterator[Blok]:
    if isinstance(value, str):
        yield Blok("alinea", value.strip())
    elif isinstance(value, Mapping):
        for name, text in value.items():
            yield Blok("punt", str(text), str(name))
    elif isinstance(value, list):
        for item in value:
            yield from _item(item)
    else:
        yield _part(value)


def _item(item: Any) -> Iterator[Blok]:
    if isinstance(item, Antwoord):
        yield from _answer(item)
    elif isinstance(item, Vraag):
        yield Blok("punt", f"{item.vraag} ({item.fase}, {item.rol})")
    elif isinstance(item, Deel):
        yield _part(item)
    else:
        yield Blok("alinea", str(item).strip())


def _part(part: Deel) -> Blok:
    cells = [
        f"{field.label.lower()} {_one_line(value, {})}"
        for field in velden(type(part)).values()
        if is_gevuld(value := getattr(part, field.naam))
    ]
    return Blok("punt", ", ".join(cells))


def _answer(answer: Antwoord) -> Iterator[Blok]:
    yield Blok("vraag", answer.gevraagd or answer.vraag)
    if answer.keuze:
        yield Blok("alinea", f"Keuze: {answer.keuze}")
    if answer.score:
        yield Blok("alinea", f"Cijfer: {answer.score} van {CIJFERS[-1]}")
    if answer.antwoord:
        yield Blok("alinea", answer.antwoord.strip())
    for row in answer.rijen or []:
        yield Blok("punt", rij_in_woorden(row))


# Markdown


def markdown(blocks: Iterable[Blok]) -> str:
    """The blocks as Markdown. Text of a user is never taken as Markdown."""
    text = ""
    previous = ""
    for block in blocks:
        together = block.vorm == previous and block.vorm in ("veld", "punt")
        text += ("\n" if together else "\n\n" if text else "") + _as_markdown(block)
        previous = block.vorm
    return text + "\n"


def _as_markdown(block: Blok) -> str:
    said, label = escaped(block.tekst), escaped(block.label)
    match block.vorm:
        case "kop":
            return f"## {said}"
        case "onderkop":
            return f"### {said}"
        case "vraag":
            return f"**{said.strip()}**"
        case "veld" | "punt":
            return f"- **{label}:** {said}" if label else f"- {said}"
        case "alinea":
            return said


# the terminal


def scherm(blocks: Iterable[Blok]) -> Group:
    """The blocks as lines, with room around what is read."""
    parts: list[RenderableType] = []
    previous = ""
    for block in blocks:
        together = block.vorm == previous and block.vorm in ("veld", "punt")
        if parts and not together and not (previous == "onderkop" and block.vorm != "vraag"):
            parts.append(Text())
        parts.append(_on_screen(block))
        previous = block.vorm
    return Group(*parts)


def _on_screen(block: Blok) -> RenderableType:
    label = tekst(f"{block.label}: ", STIL) if block.label else Text()
    match block.vorm:
        case "kop":
            return tekst(block.tekst, f"bold {ACCENT}")
        case "onderkop":
            return tekst(block.tekst, "bold")
        case "vraag":
            return Padding(tekst(block.tekst, "italic"), (0, 0, 0, 2))
        case "punt":
            return Padding(Text("• ") + label + tekst(block.tekst), (0, 0, 0, 2))
        case "veld":
            return label + tekst(block.tekst)
        case "alinea":
            return Padding(tekst(block.tekst), (0, 0, 0, 2))
