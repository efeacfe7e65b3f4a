"""A *blad*: a sheet with the questions of a record, to print or mail, and to read back when filled in.

The codes between brackets say which record a part of the sheet is for, and which question an
answer belongs to. They are plain text, so that they survive any program. What is printed is said
here once: both the makers of sheets and their reader go by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leercyclus.domain.ids import is_id
from leercyclus.domain.punt import Punt
from leercyclus.domain.soorten import SOORTEN
from leercyclus.domain.veld import Invoer
from leercyclus.domain.verwoord import in_woorden
from leercyclus.domain.vraagpunt import Vraagpunt

UITLEG = (
    "Schrijf uw antwoord onder ‘Uw antwoord’, zo kort of zo lang als u wilt. Wat u niet weet, laat u open. "
    "Laat de codes tussen haken staan: daaraan herkent leercyclus bij welke vraag een antwoord hoort."
)
ANTWOORD = "Uw antwoord:"
ALTIJD = "Vul deze vraag in elk geval in."
#: What stands below the last answer: what comes after it is no part of that.
EINDE = "[einde]"
_LEGE_RIJEN = 5
#: How many lines of room there are, as a start, for prose.
REGELS = 6
_BLAD, _VRAAG = "blad", "vraag"
_NIETS = "-"
_SOORTEN = {kind.naam for kind in SOORTEN}
#: What mail and word processors put around a line.
_AROUND = " \t*_`>#"
_DASHES = str.maketrans({"\u00a0": " ", "\u2010": "-", "\u2011": "-"})


def tussen_haken(line: str) -> str | None:
    """What stands between the brackets of a line with nothing else on it."""
    plain = line.translate(_DASHES).strip(_AROUND)
    inner = plain[1:-1]
    is_bracketed = len(plain) > 2 and plain[0] == "[" and plain[-1] == "]"
    return " ".join(inner.lower().split()) if is_bracketed and not set(inner) & set("[]") else None


@dataclass(frozen=True, slots=True)
class Merk:
    """The mark of a part of a sheet: the kind of record, its cyclus, its id, and whose it is."""

    soort: str
    cyclus: str = ""
    id: str = ""
    wie: tuple[str, ...] = ()

    def __str__(self) -> str:
        words = [_BLAD, self.soort, self.cyclus or _NIETS, self.id or _NIETS, *self.wie]
        while len(words) > 3 and words[-1] == _NIETS:
            words.pop()
        return f"[{' '.join(words)}]"

    @property
    def klopt(self) -> bool:
        """Whether it can name something: it holds ids only."""
        return all(is_id(word) for word in (self.cyclus, self.id, *self.wie) if word)

    @classmethod
    def uit(cls, line: str) -> Merk | None:
        """The mark that a line is; None when it is none."""
        start, kind, *rest = [*(tussen_haken(line) or "").split(), "", ""]
        if start != _BLAD or kind not in _SOORTEN:
            return None
        cyclus, id, *who = ["" if word == _NIETS else word for word in (*rest, "", "")]
        return cls(kind, cyclus, id, tuple(filter(None, who)))


def vraagcode(punt: Punt) -> str:
    """The code above a question, as it is printed."""
    return f"[{_VRAAG} {punt.code}]"


def code_in(line: str) -> str | None:
    """The code of a punt that stands on a line; None when there is none."""
    start, _, code = (tussen_haken(line) or "").partition(" ")
    return code.strip() if start == _VRAAG and code.strip() else None


def begint_code(line: str) -> bool:
    """Whether a code starts here that goes on in the next line: mail programs break long ones."""
    start, *_ = [*line.translate(_DASHES).strip(_AROUND).lower().split(), ""]
    return start in (f"[{_BLAD}", f"[{_VRAAG}") and "]" not in line


def is_einde(line: str) -> bool:
    """Whether this is what stands below the last answer."""
    return tussen_haken(line) == EINDE[1:-1]


def is_code(line: str) -> bool:
    """Whether a line means something on a sheet."""
    return bool(Merk.uit(line) or code_in(line)) or begint_code(line) or is_einde(line)


def beschermd(text: str) -> str:
    """A text in which no line is taken for a code."""
    return "\n".join(f"\\{line}" if is_code(line.lstrip("\\")) else line for line in text.split("\n"))


def onbeschermd(line: str) -> str:
    """The line as it was before it was protected."""
    return line[1:] if line.startswith("\\") and is_code(line.lstrip("\\")) else line


_Opmaak = Literal["titel", "kop", "tussenkop", "tekst", "gegeven", "punt", "merk", "pagina"]
_Vraagvorm = Literal["vraag", "toelichting", "label", "vakje", "zin", "tabel", "ruimte"]


@dataclass(frozen=True, slots=True)
class Bladblok:
    """A piece of a sheet.

    ``label`` goes before a *gegeven*, and is the number of a *vraag*. A *vakje* is a box to tick,
    a *ruimte* is room to write in, of so many ``regels`` to begin with, with what is there already.
    """

    vorm: _Opmaak | _Vraagvorm
    tekst: str = ""
    label: str = ""
    aan: bool = False
    regels: int = 1
    rijen: tuple[tuple[str, ...], ...] = ()


def vragen(punten: Sequence[Punt], record: Any, *, regels: int = REGELS) -> Iterator[Bladblok]:
    """Each punt with its code, its question, its lesson and why, and room for the answer.

    ``regels`` is the room for prose, in lines to begin with.
    """
    part = None
    for number, punt in enumerate(punten, 1):
        deel = punt.deel if isinstance(punt, Vraagpunt) else None
        yield Bladblok("merk", vraagcode(punt))
        if deel != part:
            part = deel
            yield from _deelkop(punt)
        yield Bladblok("vraag", punt.vraag, str(number))
        if lines := _toelichting(punt):
            yield Bladblok("toelichting", "\n".join(lines))
        yield Bladblok("label", ANTWOORD)
        yield from antwoordvak(punt, punt.uit(record), regels=regels)


def gedrukt(punt: Punt) -> Iterator[str]:
    """Every line that is printed above the room for an answer."""
    yield punt.vraag
    yield from _toelichting(punt)
    yield from (block.tekst for block in _deelkop(punt))


def _deelkop(punt: Punt) -> Iterator[Bladblok]:
    if isinstance(punt, Vraagpunt) and punt.deel:
        yield Bladblok("tussenkop", punt.deel.naam)
        yield Bladblok("tekst", punt.deel.zin)


def _toelichting(punt: Punt) -> list[str]:
    return [*punt.toelichting, *([ALTIJD] if punt.verplicht else [])]


# the room for an answer


def antwoordvak(punt: Punt, waarde: Any, *, regels: int = REGELS) -> Iterator[Bladblok]:
    """Boxes to tick, a table, or room to write in; with what is there already."""
    if punt.invoer is Invoer.LIJST:
        yield Bladblok("tabel", rijen=tuple(_rijen(punt, waarde or [])))
        return
    chosen = punt.gekozen(waarde)
    boxes = [Bladblok("vakje", etiket(punt, name), aan=name in chosen) for name in punt.keuzes]
    yield from boxes
    if punt.zin:
        yield Bladblok("zin", punt.zin)
    if punt.zin or not boxes:
        said = waarde.get("antwoord", "") if isinstance(waarde, dict) else in_woorden(waarde)
        yield Bladblok("ruimte", beschermd(said), regels=regels if punt.invoer is Invoer.PROZA else 1)


def etiket(punt: Punt, name: str) -> str:
    """What stands behind a box."""
    called = punt.keuzes[name]
    if not called or called == name:
        return name
    return f"{name} = {called}" if punt.invoer is Invoer.SCHAAL else f"{called} ({name})"


def _rijen(punt: Punt, rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """The column names, what is there, and room for more."""
    room = 0 if punt.rijkoppen else max(1, _LEGE_RIJEN - len(rows))
    yield punt.kolommen
    for row in (*punt.op_kop(rows), *[{}] * room):
        yield tuple(row.get(column, "") for column in punt.kolommen)
