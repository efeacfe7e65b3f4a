"""Reading a file of somebody else's making: either its content, or what is wrong with it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from leercyclus.domain import leesregels
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.document import Document
from leercyclus.domain.positions import line_and_column
from leercyclus.domain.record import VERSIE
from leercyclus.store.toml import grens, parser
from leercyclus.store.toml.conflict import conflict

MAX_BYTES = 4 * 1024 * 1024
_AT_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse(raw: bytes, bestand: str) -> Document | Bevinding:
    """The document, or the one finding that kept it from being read."""
    if len(raw) > MAX_BYTES:
        return leesregels.TE_GROOT.bevinding(bestand, wat=f"groter dan {MAX_BYTES // 1024 // 1024} MiB")
    content = raw.removeprefix(codecs.BOM_UTF8)
    if content[:2].count(0) == 1:  # UTF-16 without a mark: it would pass for UTF-8 with holes in it
        return _wrong_encoding(b"", bestand)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _wrong_encoding(content[: error.start], bestand)
    if two_versions := conflict(text, bestand):
        return two_versions
    if too_much := grens.te_veel(text, bestand):
        return too_much
    try:
        data = parser.loads(text)
    except ValueError as error:
        return _unreadable(text, error, bestand)
    return check(Document(bestand, text, data))


def check(document: Document) -> Document | Bevinding:
    """The document, unless it is too deep, too full, or newer than this program."""
    if too_much := _te_veel(document):
        return too_much
    versie = document.data.get("versie", VERSIE)
    if isinstance(versie, int) and versie > VERSIE:
        return leesregels.NIEUWERE_VERSIE.bevinding(
            document.bestand,
            plek=document.place(("versie",)),
            sleutel="versie",
            versie=versie,
            bekend=VERSIE,
            tip="werk leercyclus bij",
        )
    return document


def _te_veel(document: Document) -> Bevinding | None:
    if _size(document.data, grens.MAX_DEPTH) <= grens.MAX_VALUES:
        return None  # the tables and lists count too here, and are looked at only once
    layers = list(_layers(document.data))
    if len(layers) - 1 > grens.MAX_DEPTH:
        deep = next((path for path in document.spans if len(path) == grens.MAX_DEPTH + 1), ())
        return leesregels.TE_GROOT.bevinding(document.bestand, plek=document.place(deep), wat=grens.DIEPER)
    if sum(layers) > grens.MAX_VALUES:
        return leesregels.TE_GROOT.bevinding(document.bestand, wat=grens.MEER)
    return None


def _size(data: Any, layers: int) -> int:
    """How many values, tables and lists lie in it; too many when there are more than so many layers."""
    values = data.values() if type(data) is dict else data
    count = len(data)
    for inner in values:
        kind = type(inner)
        if kind is dict or kind is list:
            if layers == 1:
                return grens.MAX_VALUES + 1
            count += _size(inner, layers - 1)
    return count


def _layers(item: Any) -> Iterator[int]:
    """How many values lie in each layer of the data that are no table or list themselves."""
    layer = [item]
    while layer:
        nests = [outer for outer in layer if isinstance(outer, dict | list)]
        yield len(layer) - len(nests)
        layer = [inner for outer in nests for inner in (outer.values() if isinstance(outer, dict) else outer)]


def _wrong_encoding(before: bytes, bestand: str) -> Bevinding:
    """``before`` is what could still be read as UTF-8."""
    text = before.decode("utf-8")
    return leesregels.CODERING.bevinding(
        bestand, plek=line_and_column(text, len(text)), tip="sla het in uw editor op als UTF-8"
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
    ("Expected ']]'", "hier ontbreekt een ]]"),
    ("Expected ']'", "hier ontbreekt een ]"),
    ("Expected \"'''\"", "deze tekst heeft geen sluitende aanhalingstekens"),
    ('Expected "\'"', "deze tekst heeft geen sluitend aanhalingsteken"),
    ("Unclosed array", "deze lijst heeft geen sluitende ]"),
    ("Unclosed inline table", "deze tabel heeft geen sluitende }"),
    ("Unterminated string", "deze tekst heeft geen sluitend aanhalingsteken"),
    ('Expected \'"""\'', "deze tekst heeft geen sluitende aanhalingstekens"),
    (
        "Illegal character '\\n'",
        'hier ontbreekt een aanhalingsteken; een tekst van meer regels staat tussen """ en """',
    ),
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


def _unreadable(text: str, error: ValueError, bestand: str) -> Bevinding:
    said = str(error)
    place = _AT_PLACE.search(said)
    at = (int(place[1]), int(place[2])) if place and place[1] else line_and_column(text, len(text))
    dutch = next((ours for theirs, ours in _DUTCH if said.startswith(theirs)), "dit is geen geldige TOML")
    return leesregels.ONLEESBAAR.bevinding(bestand, plek=at, wat=dutch)
