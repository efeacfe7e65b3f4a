"""What was written on a sheet, from lines and tables back to values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from leercyclus.domain import blad
from leercyclus.domain.blad import Merk
from leercyclus.domain.datum import from_dutch
from leercyclus.domain.punt import Punt
from leercyclus.domain.veld import Invoer

#: A table as rows of cells.
Tabel = list[list[str]]
#: A line, or a table.
Inhoud = str | Tabel

_TICKS = "☒☑✓✔✗✘×"
#: ``[x] label``, ``☒ label``, ``x label``; a box without a tick has no group ``aan``.
_BOX = re.compile(
    rf"^\s*[-*+]?\s*(?:[\[(]\s*(?P<aan>[{_TICKS}xXvV])?\s*[\])]|☐|□|(?P<los>[{_TICKS}]|[xXvV](?=\s)))\s*(?P<label>.*)$"
)
#: What goes before a printed line: the signs of a heading, or a number.
_START = re.compile(r"^(?:#+|\d+\.)\s+")
_MARKUP = re.compile(r"[*_`\\]")


@dataclass(slots=True)
class Ingevuld:
    """One part of a filled sheet: whose record it is, and by the code of a punt what stands there."""

    merk: Merk
    vakken: dict[str, list[Inhoud]] = field(default_factory=dict)


def ontleed(inhoud: Iterable[Inhoud]) -> list[Ingevuld]:
    """The parts of a sheet; none when there is no mark on it."""
    parts: list[Ingevuld] = []
    room: list[Inhoud] | None = None
    for item in inhoud:
        mark = Merk.uit(item) if isinstance(item, str) else None
        code = blad.code_in(item, parts[-1].merk.soort) if isinstance(item, str) and parts else None
        if mark is not None:
            parts.append(Ingevuld(mark))
            room = None
        elif code is not None:
            room = parts[-1].vakken.setdefault(code, [])
        elif room is not None:
            room.append(item)
    return parts


def gelijk(text: str) -> str:
    """For comparing a printed line with what came back: no marks of Markdown, one kind of quotes."""
    plain = _START.sub("", _MARKUP.sub("", text).replace("\u00a0", " ").strip())
    return " ".join(plain.translate(_QUOTES).split()).casefold()


_QUOTES = str.maketrans("‘’“”", "''\"\"")


def antwoord(punt: Punt, vak: Sequence[Inhoud]) -> list[Inhoud]:
    """What of the room is an answer: what was printed there is taken out.

    A line that was written above the room for it counts too, unless the sheet was printed with
    other words than these.
    """
    printed = {gelijk(line) for line in blad.gedrukt(punt)}
    before, after = _om_het_label(vak)
    if gelijk(punt.vraag) not in {gelijk(item) for item in before if isinstance(item, str)}:
        before = []
    above, below = (
        _zonder_lege_randen(
            [item for item in part if not (isinstance(item, str) and gelijk(item) in printed)]
        )
        for part in (before, after)
    )
    return [*above, *([""] if above and below else []), *below]


def _om_het_label(vak: Sequence[Inhoud]) -> tuple[list[Inhoud], list[Inhoud]]:
    """What stands before and after the words ‘Uw antwoord:’; an answer may begin on the same line."""
    label = gelijk(blad.ANTWOORD)
    for place, item in enumerate(vak):
        if isinstance(item, str) and gelijk(item).startswith(label):
            rest = item.partition(blad.ANTWOORD[-1])[2].strip("* ")
            return list(vak[:place]), [*([rest] if rest else []), *vak[place + 1 :]]
    return [], list(vak)


def _zonder_lege_randen(items: Sequence[Inhoud]) -> Sequence[Inhoud]:
    filled = [place for place, item in enumerate(items) if not isinstance(item, str) or item.strip()]
    return items[filled[0] : filled[-1] + 1] if filled else []


def waarde(punt: Punt, vak: Sequence[Inhoud]) -> Any:
    """The value of a punt; None when nothing was written. ValueError says in Dutch what does not fit."""
    said = antwoord(punt, vak)
    match punt.invoer:
        case Invoer.LIJST:
            return _rijen(punt, said) or None
        case Invoer.KEUZE | Invoer.SCHAAL | Invoer.JA_NEE:
            return _aangekruist(punt, said)
    text = "\n".join(_als_regels(said)).strip("\n")
    if not text.strip():
        return None
    match punt.invoer:
        case Invoer.DATUM:
            return _datum(text)
        case Invoer.PROZA:
            return text.rstrip()
        case _:
            return " ".join(text.split())


def _als_regels(items: Iterable[Inhoud]) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item.rstrip()
        else:
            yield from (" | ".join(row) for row in item)


def _datum(text: str) -> dt.date:
    try:
        return from_dutch(text)
    except ValueError:
        raise ValueError(f"'{text}' is geen datum; schrijf bijvoorbeeld 12 maart 2027") from None


def _rijen(punt: Punt, items: Sequence[Inhoud]) -> list[dict[str, str]]:
    """The rows that say something; words outside the table become rows of their own."""
    rows: list[dict[str, str]] = []
    first = punt.kolommen[0]
    for item in items:
        if isinstance(item, str):
            rows += [{first: item.strip()}] if item.strip() else []
            continue
        has_head = bool(set(item[0]) & set(punt.kolommen))
        columns = item[0] if has_head else punt.kolommen
        for cells in item[1:] if has_head else item:
            named = zip(columns, map(str.strip, cells), strict=False)
            row = {column: cell for column, cell in named if cell and column}
            is_printed = row.get(first) in punt.rijkoppen and len(row) == 1
            if row and not is_printed:
                rows.append(row)
    return rows


def _aangekruist(punt: Punt, items: Sequence[Inhoud]) -> Any:
    """What was ticked, or written out; and the words beside it."""
    values = blad.waarden(punt)
    printed = [blad.etiket(punt, value) for value in values]
    place_of = {gelijk(text): place for place, text in [*enumerate(values), *enumerate(printed)]}
    chosen: list[str] = []
    words: list[str] = []
    for line in _als_regels(items):
        box = None if gelijk(line) in place_of else _BOX.match(line)
        place = place_of.get(gelijk(box["label"] if box else line))
        if place is None:
            words.append(line)
        elif box is None or box["aan"] or box["los"]:
            chosen.append(values[place])
    return _gekozen(punt, list(dict.fromkeys(chosen)), "\n".join(words).strip())


def _gekozen(punt: Punt, chosen: list[str], words: str) -> Any:
    if len(chosen) > 1 and not punt.meervoud:
        raise ValueError(f"er zijn er {len(chosen)} aangekruist; laat er één staan")
    if words and not punt.zin:
        raise ValueError(f"'{words}' staat er niet bij; kruis aan wat u bedoelt")
    if punt.zin:
        said: dict[str, Any] = {}
        if chosen:
            said = {"score": int(chosen[0])} if punt.invoer is Invoer.SCHAAL else {"keuze": chosen[0]}
        return said | ({"antwoord": words} if words else {}) or None
    if not chosen:
        return None
    if punt.meervoud:
        return chosen
    return chosen[0] == blad.JA if punt.invoer is Invoer.JA_NEE else chosen[0]
