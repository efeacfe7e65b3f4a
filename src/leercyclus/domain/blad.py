"""A *blad*: a sheet with the questions of a record, to print or mail, and to read back when filled in.

The marks between brackets say which record a part of the sheet is for, and which question an
answer belongs to. They are plain text, so that they survive any program. What is printed is said
here once: both the makers of sheets and their reader go by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leercyclus.domain.antwoord import CIJFERS
from leercyclus.domain.punt import Punt, Vraagpunt
from leercyclus.domain.soorten import SOORTEN
from leercyclus.domain.veld import Invoer
from leercyclus.domain.verwoord import in_woorden

UITLEG = (
    "Schrijf uw antwoord onder ‘Uw antwoord’, zo kort of zo lang als u wilt. Wat u niet weet, laat u open. "
    "Laat de codes tussen haken staan: daaraan herkent leercyclus bij welke vraag een antwoord hoort."
)
ANTWOORD = "Uw antwoord:"
AANGEKRUIST, LEEG = "[x]", "[ ]"
LEGE_RIJEN = 5
#: By kind of record: its fields, which can be a code.
_VELDEN = {kind.naam: kind.velden for kind in SOORTEN}
JA, NEE = "ja", "nee"
_NIETS = "-"
_MERK = re.compile(r"^\W*\[(?P<tekst>[a-z0-9_/ -]+)\]\W*$")
_VRAAG = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+){1,2}")


@dataclass(frozen=True, slots=True)
class Merk:
    """The mark of a part of a sheet: the kind of record, its cyclus, its id, and whose it is."""

    soort: str
    cyclus: str = ""
    id: str = ""
    wie: tuple[str, ...] = ()

    def __str__(self) -> str:
        words = [self.soort, self.cyclus or _NIETS, self.id or _NIETS, *self.wie]
        while len(words) > 2 and words[-1] == _NIETS:
            words.pop()
        return f"[{' '.join(words)}]"

    @classmethod
    def uit(cls, line: str) -> Merk | None:
        """The mark that a line is; None when it is none."""
        kind, *rest = (merktekst(line) or _NIETS).split()
        if kind not in _VELDEN or not rest:
            return None
        cyclus, id, *who = [*("" if word == _NIETS else word for word in rest), ""][: max(2, len(rest))]
        return cls(kind, cyclus, id, tuple(who))


def merktekst(line: str) -> str | None:
    """What stands between the brackets of a line with nothing else on it."""
    plain = line.replace("\u00a0", " ").replace("\u2010", "-").replace("\u2011", "-").strip()
    match = _MERK.match(plain)
    return match["tekst"].strip() if match else None


def code_in(line: str, soort: str) -> str | None:
    """The code of a punt that a line is: a field of this kind of record, or a question."""
    text = merktekst(line)
    return text if text and (text in _VELDEN[soort] or _VRAAG.fullmatch(text)) else None


_Opmaak = Literal["titel", "kop", "tussenkop", "tekst", "gegeven", "punt", "merk", "pagina"]
_Vraagvorm = Literal["vraag", "toelichting", "label", "vakje", "zin", "tabel", "ruimte"]


@dataclass(frozen=True, slots=True)
class Bladblok:
    """A piece of a sheet.

    ``label`` goes before a *gegeven*, and is the number of a *vraag*. A *vakje* is a box to tick,
    a *ruimte* is room to write in (``hoog``: for more than a line) with what is there already.
    """

    vorm: _Opmaak | _Vraagvorm
    tekst: str = ""
    label: str = ""
    aan: bool = False
    hoog: bool = False
    rijen: tuple[tuple[str, ...], ...] = ()


def vragen(punten: Sequence[Punt], record: Any) -> Iterator[Bladblok]:
    """Each punt with its mark, its question, its lesson and why, and room for the answer."""
    part = None
    for number, punt in enumerate(punten, 1):
        deel = punt.deel if isinstance(punt, Vraagpunt) else None
        yield Bladblok("merk", f"[{punt.code}]")
        if deel != part:
            part = deel
            yield from _deelkop(punt)
        yield Bladblok("vraag", punt.vraag, str(number))
        if lines := _toelichting(punt):
            yield Bladblok("toelichting", "\n".join(lines))
        yield Bladblok("label", ANTWOORD)
        yield from antwoordvak(punt, punt.uit(record))


def gedrukt(punt: Punt) -> Iterator[str]:
    """Every line that is printed in the room of a punt, but for what is filled in already."""
    yield punt.vraag
    yield from _toelichting(punt)
    for block in (*_deelkop(punt), Bladblok("label", ANTWOORD), *antwoordvak(punt, None)):
        if block.vorm not in ("vakje", "tabel", "ruimte"):
            yield block.tekst


def _deelkop(punt: Punt) -> Iterator[Bladblok]:
    if isinstance(punt, Vraagpunt) and punt.deel:
        yield Bladblok("tussenkop", punt.deel.naam)
        yield Bladblok("tekst", punt.deel.zin)


def _toelichting(punt: Punt) -> list[str]:
    return [*punt.toelichting, *(["Graag altijd invullen."] if punt.verplicht else [])]


# the room for an answer


def antwoordvak(punt: Punt, waarde: Any) -> Iterator[Bladblok]:
    """Boxes to tick, a table, or room to write in; with what is there already."""
    if punt.invoer is Invoer.LIJST:
        yield Bladblok("tabel", rijen=tuple(_rijen(punt, waarde or [])))
        return
    chosen = _gekozen(waarde)
    boxes = [Bladblok("vakje", etiket(punt, value), aan=value in chosen) for value in waarden(punt)]
    yield from boxes
    if punt.zin:
        yield Bladblok("zin", f"{punt.zin}:")
    if punt.zin or not boxes:
        said = waarde.get("antwoord", "") if isinstance(waarde, dict) else in_woorden(waarde)
        yield Bladblok("ruimte", said, hoog=punt.invoer is Invoer.PROZA)


def waarden(punt: Punt) -> list[str]:
    """What can be ticked, as it is kept."""
    if punt.invoer is Invoer.SCHAAL:
        return [str(number) for number in CIJFERS]
    return [JA, NEE] if punt.invoer is Invoer.JA_NEE else list(punt.opties)


def _gekozen(waarde: Any) -> set[str]:
    if isinstance(waarde, dict):
        return {str(waarde.get("score") or waarde.get("keuze"))}
    if isinstance(waarde, bool):
        return {JA if waarde else NEE}
    return set(waarde) if isinstance(waarde, list) else {str(waarde)}


def etiket(punt: Punt, value: str) -> str:
    """What stands behind a box."""
    ends = {str(CIJFERS[0]): punt.uiteinden[0], str(CIJFERS[-1]): punt.uiteinden[1]}
    if punt.invoer is Invoer.SCHAAL and ends.get(value):
        return f"{value} = {ends[value]}"
    called = punt.opties.get(value, "")
    return f"{called} ({value})" if called and called != value else value


def _rijen(punt: Punt, rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """The column names, what is there, and room for more."""
    first = punt.kolommen[0]
    known = {row.get(first, ""): row for row in rows}
    if punt.rijkoppen:
        rows = [{**known.get(head, {}), first: head} for head in punt.rijkoppen]
    else:
        rows = [*rows, *[{}] * max(1, LEGE_RIJEN - len(rows))]
    yield punt.kolommen
    yield from (tuple(row.get(column, "") for column in punt.kolommen) for row in rows)
