"""What was written in the room of a question on a sheet, from lines and tables back to a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leercyclus.domain import blad
from leercyclus.domain.datum import from_dutch
from leercyclus.domain.ingevuld import Inhoud, Tabel
from leercyclus.domain.punt import Punt
from leercyclus.domain.veld import Invoer

_TICKS = "☒☑✓✔✗✘×"
#: ``[x] label``, ``☒ label``, ``x label``; a box without a tick has no group ``aan``.
_BOX = re.compile(
    rf"^\s*[-*+]?\s*(?:[\[(]\s*(?P<aan>[{_TICKS}xXvV])?\s*[\])]|☐|□|(?P<los>[{_TICKS}]|[xXvV](?=\s)))\s*(?P<label>.*)$"
)
_TICK = re.compile(rf"^(?:[{_TICKS}]\s*|[xXvV]\s+)")
#: What goes before a printed line: the signs of a heading, a point, or a number.
_START = re.compile(r"^(?:#+|\d+\.|-)\s+")
_LABEL = re.compile(rf"{blad.ANTWOORD.removesuffix(':').lower()}\s*(?::|$)")
_MARKUP = re.compile(r"[*_`\\]")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Vak:
    """What stands in the room of a punt: the answer, and lines of which nobody can say what they are."""

    antwoord: list[Inhoud]
    over: list[str]

    @classmethod
    def van(cls, punt: Punt, inhoud: Sequence[Inhoud]) -> Vak:
        """Take out what was printed.

        What was written above ‘Uw antwoord’ counts too, unless the question was printed in other
        words than these: then it may be those.
        """
        sentence = {gelijk(punt.zin)} if punt.zin else set()
        printed = {gelijk(line) for line in blad.gedrukt(punt)} | sentence
        above, below, has_label = _om_het_label(inhoud)
        written = _zonder_lege_randen([item for item in above if not _is_een_van(item, printed)])
        is_reworded = has_label and not any(_is_een_van(item, {gelijk(punt.vraag)}) for item in above)
        below = _zonder_lege_randen([item for item in below if not _is_een_van(item, sentence)])
        if is_reworded:
            return cls(below, [line for line in _als_regels(written) if line.strip()])
        return cls([*written, *([""] if written and below else []), *below], [])


def _is_een_van(item: Inhoud, lines: set[str]) -> bool:
    return isinstance(item, str) and gelijk(item) in lines


def _om_het_label(inhoud: Sequence[Inhoud]) -> tuple[list[Inhoud], list[Inhoud], bool]:
    """What stands above and below ‘Uw antwoord:’, and whether that is there.

    An answer may begin on the same line; without the words all of it is above.
    """
    for place, item in enumerate(inhoud):
        if isinstance(item, str) and is_label(item):
            rest = item.partition(":")[2].strip("* ")
            return list(inhoud[:place]), [*([rest] if rest else []), *inhoud[place + 1 :]], True
    return list(inhoud), [], False


def is_label(line: str) -> bool:
    """Whether an answer begins here: ‘Uw antwoord:’, also as word processors change it."""
    return bool(_LABEL.match(gelijk(line)))


def _zonder_lege_randen(items: Sequence[Inhoud]) -> list[Inhoud]:
    filled = [place for place, item in enumerate(items) if not isinstance(item, str) or item.strip()]
    return list(items[filled[0] : filled[-1] + 1]) if filled else []


def waarde(punt: Punt, said: Sequence[Inhoud]) -> Any:
    """The value of an answer; None when nothing was written. ValueError says in Dutch what does not fit."""
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
            return from_dutch(" ".join(text.split()))
        case Invoer.PROZA:
            return text.rstrip()
        case _:
            return " ".join(text.split())


def _als_regels(items: Iterable[Inhoud]) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield blad.onbeschermd(item).rstrip()
        else:
            yield from item.regels


# rows


def _rijen(punt: Punt, items: Sequence[Inhoud]) -> list[dict[str, str]]:
    """The rows that say something; words outside the table become rows of their own."""
    first = punt.kolommen[0]
    printed = {gelijk(text) for text in (*punt.kolommen, *punt.rijkoppen)}
    rows: list[dict[str, str]] = []
    for item in items:
        if isinstance(item, Tabel):
            rows += _tabelrijen(punt, item)
        elif item.strip() and gelijk(item) not in printed:
            rows.append({first: item.strip()})
    return [row for row in rows if punt.zegt_iets(row)]


def _tabelrijen(punt: Punt, table: Tabel) -> Iterator[dict[str, str]]:
    """The rows below the names of the columns, in whatever order those stand."""
    columns: Sequence[str] = punt.kolommen
    for cells in table.rijen:
        if heads := _koppen(punt, cells):
            columns = heads
            continue
        named = dict(zip(columns, map(str.strip, cells), strict=False))
        beside = [cell for cell in (*cells[len(columns) :], named.pop("", "")) if cell.strip()]
        if beside:
            raise ValueError(
                f"‘{beside[0].strip()}’ staat naast de tabel; zet het in een kolom die een naam heeft"
            )
        if row := {column: cell for column, cell in named.items() if cell}:
            yield row


def _koppen(punt: Punt, cells: Sequence[str]) -> list[str]:
    """The names of the columns, when that is what stands in this row; one that is empty has none."""
    known = {gelijk(column): column for column in punt.kolommen}
    names = [known.get(gelijk(cell)) for cell in cells]
    if not any(names):
        return []
    for name, cell in zip(names, cells, strict=True):
        if cell.strip() and (name is None or names.count(name) > 1):
            raise ValueError(f"de tabel heeft de kolommen {', '.join(punt.kolommen)}, niet ‘{cell.strip()}’")
    return [name or "" for name in names]


# boxes


def _aangekruist(punt: Punt, items: Sequence[Inhoud]) -> Any:
    """What was ticked, or written out; and the words beside it."""
    chosen: list[str] = []
    words: list[str] = []
    for line in _als_regels(items):
        name, is_ticked, beside = _vakje(punt, line)
        chosen += [name] if name and is_ticked else []
        words += [beside] if beside or not name else []
    return _gekozen(punt, list(dict.fromkeys(chosen)), "\n".join(words).strip())


def _vakje(punt: Punt, line: str) -> tuple[str | None, bool, str]:
    """The choice that a line is about, whether it is made, and the words beside it."""
    if name := _keuze(punt, line)[0]:
        return name, True, ""
    box = _BOX.match(line)
    if box is None:
        return None, True, line
    label, is_ticked = box["label"], bool(box["aan"] or box["los"])
    if not is_ticked and (tick := _TICK.match(label)):
        label, is_ticked = label[tick.end() :], True  # the sign stands behind the box
    name, beside = _keuze(punt, label, met_meer=True)
    if name is None:
        return None, is_ticked, line
    if _TICK.fullmatch(f"{beside} "):
        return name, True, ""  # the sign stands behind the words
    return name, is_ticked, label if beside and not is_ticked else beside


def _keuze(punt: Punt, text: str, *, met_meer: bool = False) -> tuple[str | None, str]:
    """The choice of which this is the name or the printed text; ``met_meer``: and what comes after that."""
    spoken = {gelijk(words): name for name in punt.keuzes for words in (name, blad.etiket(punt, name))}
    plain = gelijk(text)
    if plain in spoken:
        return spoken[plain], ""
    for words in sorted(spoken, key=len, reverse=True) if met_meer else ():
        after = plain[len(words) :]
        if plain.startswith(words) and not after[0].isalnum():
            return spoken[words], _kaal(text)[len(words) :].strip(" ,;:–-")
    return None, ""


def _gekozen(punt: Punt, chosen: list[str], words: str) -> Any:
    if len(chosen) > 1 and not punt.meervoud:
        raise ValueError(f"er zijn er {len(chosen)} aangekruist; laat er één staan")
    if words and not punt.zin:
        raise ValueError(f"‘{words}’ staat er niet bij; kruis aan wat u bedoelt")
    value = punt.van_keuze(chosen)
    if punt.zin and words:
        return {**(value or {}), "antwoord": words}
    return value


# comparing


def gelijk(text: str) -> str:
    """For comparing a printed line with what came back: no marks of Markdown, one kind of quotes."""
    return _kaal(text).casefold()


def _kaal(text: str) -> str:
    plain = _START.sub("", _MARKUP.sub("", text).replace("\u00a0", " ").strip())
    return " ".join(plain.translate(_QUOTES).split())
