"""Reading a file of somebody else's making: either its content, or what is wrong with it."""

from __future__ import annotations

import codecs
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from leercyclus.domain import bevinding
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.record import VERSIE
from leercyclus.store.toml.positions import Path, Span, line_and_column, positions

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 12
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_AT_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True)
class Document:
    """A file that parsed: its text (without byte order mark) and its data."""

    bestand: str
    text: str
    data: dict[str, Any]

    @cached_property
    def spans(self) -> dict[Path, Span]:
        """Where each key stands; worked out only when something has to be pointed at."""
        return positions(self.text)

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key), or of the nearest table around it."""
        for depth in range(len(path), 0, -1):
            span = self.spans.get(path[:depth])
            if span is not None:
                return line_and_column(self.text, span.key_start if key else span.start)
        return 1, 1


def parse(raw: bytes, bestand: str) -> Document | Bevinding:
    """The document, or the one finding that kept it from being read."""
    if len(raw) > MAX_BYTES:
        return Bevinding(
            code=bevinding.TE_GROOT,
            bestand=bestand,
            melding=f"dit bestand is groter dan {MAX_BYTES // 1024 // 1024} MiB",
        )
    content = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _wrong_encoding(content[: error.start], bestand)
    if conflict := _CONFLICT.search(text.replace("\r\n", "\n")):
        return _conflict(text.replace("\r\n", "\n"), conflict.start(), bestand)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _unreadable(text, error, bestand)
    except RecursionError:
        return _too_deep(bestand)
    except ValueError:  # Python refuses to make such a number
        return Bevinding(
            code=bevinding.ONLEESBAAR, bestand=bestand, melding="er staat een getal van duizenden cijfers in"
        )
    return check(Document(bestand, text, data))


def check(document: Document) -> Document | Bevinding:
    """The document, unless it is too deep or newer than this program."""
    if _depth(document.data) > MAX_DEPTH:
        return _too_deep(document.bestand)
    versie = document.data.get("versie", VERSIE)
    if isinstance(versie, int) and versie > VERSIE:
        line, column = document.place(("versie",))
        return Bevinding(
            code=bevinding.NIEUWERE_VERSIE,
            bestand=document.bestand,
            regel=line,
            kolom=column,
            sleutel="versie",
            melding=f"dit bestand heeft versie {versie}; deze leercyclus kent versie {VERSIE}",
            tip="werk leercyclus bij",
        )
    return document


def _depth(item: Any) -> int:
    deepest, layer = 0, [item]
    while layer:
        deepest += 1
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return deepest - 1


def _too_deep(bestand: str) -> Bevinding:
    return Bevinding(
        code=bevinding.TE_GROOT,
        bestand=bestand,
        melding=f"dit bestand is dieper genest dan {MAX_DEPTH} lagen",
    )


def _wrong_encoding(before: bytes, bestand: str) -> Bevinding:
    """``before`` is what could still be read as UTF-8."""
    line, column = line_and_column(before.decode("utf-8"), len(before.decode("utf-8")))
    return Bevinding(
        code=bevinding.CODERING,
        bestand=bestand,
        regel=line,
        kolom=column,
        melding="dit bestand is geen UTF-8",
        tip="sla het in uw editor op als UTF-8",
    )


def _conflict(text: str, at: int, bestand: str) -> Bevinding:
    line, column = line_and_column(text, at)
    return Bevinding(
        code=bevinding.CONFLICT,
        bestand=bestand,
        regel=line,
        kolom=column,
        melding="hier staan twee versies door elkaar die git niet kon samenvoegen",
        tip="kies wat blijft, haal de regels met <<<<<<<, ======= en >>>>>>> weg, en sla op",
    )


#: What ``tomllib`` says, and how we say it; the first that matches wins.
_DUTCH = (
    ("Cannot overwrite a value", "deze sleutel staat er al"),
    ("Cannot declare", "deze tabel staat er al"),
    ("Cannot redefine", "deze tabel staat er al"),
    ("Cannot mutate", "deze tabel ligt al vast"),
    ("Duplicate inline table key", "deze sleutel staat er al"),
    ("Expected '=' after a key", "na een sleutel hoort een ="),
    ("Expected newline or end of document", "na deze waarde hoort een nieuwe regel"),
    ("Expected ']'", "hier ontbreekt een ]"),
    ("Unclosed array", "deze lijst heeft geen sluitende ]"),
    ("Unclosed inline table", "deze tabel heeft geen sluitende }"),
    ("Unterminated string", "deze tekst heeft geen sluitend aanhalingsteken"),
    ('Expected \'"""\'', "deze tekst heeft geen sluitende aanhalingstekens"),
    ("Illegal character '\\n'", 'een tekst van meer regels hoort tussen """ en """'),
    ("Illegal character", "hier staat een teken dat niet mag"),
    ("Found invalid character", "hier staat een teken dat niet mag"),
    ("Unescaped '\\'", "voor een \\ in een tekst schrijft u \\\\"),
    ("Invalid initial character for a key part", "een sleutel begint met een letter of cijfer"),
    ("Invalid statement", "deze regel is geen sleutel met een waarde"),
    ("Invalid value", "deze waarde is niet te lezen; tekst hoort tussen aanhalingstekens"),
    ("Invalid date or datetime", "deze datum bestaat niet"),
    ("Invalid hex value", "deze tekencode bestaat niet"),
    ("Escaped character is not a Unicode scalar value", "deze tekencode bestaat niet"),
)


def _unreadable(text: str, error: tomllib.TOMLDecodeError, bestand: str) -> Bevinding:
    said = str(error)
    place = _AT_PLACE.search(said)
    if place and place[1]:
        line, column = int(place[1]), int(place[2])
    else:
        line, column = line_and_column(text, len(text))
    dutch = next((ours for theirs, ours in _DUTCH if said.startswith(theirs)), "dit is geen geldige TOML")
    return Bevinding(code=bevinding.ONLEESBAAR, bestand=bestand, regel=line, kolom=column, melding=dutch)
