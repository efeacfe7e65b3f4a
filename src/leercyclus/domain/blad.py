"""A *blad*: a sheet with the questions of a record, to print or mail, and to read back when filled in.

The marks between brackets say which record a part of the sheet is for, and which question an
answer belongs to. They are plain text, so that they survive any program. What is printed is said
here once: both the makers of sheets and their reader go by it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leercyclus.domain.datum import voluit
from leercyclus.domain.punt import Punt, Vraagpunt
from leercyclus.domain.veld import Invoer

UITLEG = (
    "Schrijf uw antwoord onder ‘Uw antwoord’, zo kort of zo lang als u wilt. Wat u niet weet, laat u open. "
    "Laat de codes tussen haken staan: daaraan herkent leercyclus bij welke vraag een antwoord hoort."
)
ANTWOORD = "Uw antwoord:"
AANGEKRUIST, LEEG = "[x]", "[ ]"
LEGE_RIJEN = 5
JA = "ja"
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
    def uit(cls, line: str, soorten: Collection[str]) -> Merk | None:
        """The mark that a line is; None when it is none."""
        kind, *rest = (merktekst(line) or _NIETS).split()
        if kind not in soorten or not rest:
            return None
        cyclus, id, *who = [*("" if word == _NIETS else word for word in rest), ""][: max(2, len(rest))]
        return cls(kind, cyclus, id, tuple(who))


def merktekst(line: str) -> str | None:
    """What stands between the brackets of a line with nothing else on it."""
    plain = line.replace("\u00a0", " ").replace("\u2010", "-").replace("\u2011", "-").strip()
    match = _MERK.match(plain)
    return match["tekst"].strip() if match else None


def code_in(line: str, velden: Collection[str]) -> str | None:
    """The code of a punt that a line is: a field of the record, or a question."""
    text = merktekst(line)
    return text if text and (text in velden or _VRAAG.fullmatch(text)) else None


@dataclass(frozen=True, slots=True)
class Bladblok:
    """A piece of a sheet.

    ``label`` goes before a *gegeven*, and is the number of a *vraag*; an *antwoord* has its punt
    and value.
    """

    vorm: Literal[
        "titel",
        "kop",
        "tussenkop",
        "tekst",
        "toelichting",
        "gegeven",
        "punt",
        "merk",
        "vraag",
        "antwoord",
        "pagina",
    ]
    tekst: str = ""
    label: str = ""
    punt: Punt | None = None
    waarde: Any = None


def vragen(punten: Sequence[Punt], record: Any) -> Iterator[Bladblok]:
    """Each punt with its mark, its question, its lesson and why, and room for the answer."""
    part = None
    for number, punt in enumerate(punten, 1):
        yield Bladblok("merk", f"[{punt.code}]")
        deel = punt.deel if isinstance(punt, Vraagpunt) else None
        if deel and deel != part:
            part = deel
            yield Bladblok("tussenkop", deel.naam)
            yield Bladblok("tekst", deel.zin)
        yield Bladblok("vraag", punt.vraag, str(number))
        if lines := toelichting(punt):
            yield Bladblok("toelichting", "\n".join(lines))
        yield Bladblok("antwoord", ANTWOORD, punt=punt, waarde=punt.uit(record))


def toelichting(punt: Punt) -> list[str]:
    """What stands below a question."""
    lines = []
    if isinstance(punt, Vraagpunt):
        lines.append(f"Les: {punt.gesteld.les.les.titel}")
        if punt.gesteld.vraag.waarom:
            lines.append(f"Waarom deze vraag: {punt.gesteld.vraag.waarom}")
    if punt.verplicht:
        lines.append("Graag altijd invullen.")
    return lines


# the room for an answer


def waarden(punt: Punt) -> list[str]:
    """What can be chosen, as it is kept."""
    if punt.invoer is Invoer.SCHAAL:
        return ["1", "2", "3", "4", "5"]
    return [JA, "nee"] if punt.invoer is Invoer.JA_NEE else list(punt.opties)


def vakjes(punt: Punt, waarde: Any = None) -> list[tuple[bool, str]]:
    """The boxes to tick: whether it is ticked, and what stands behind it."""
    if punt.invoer not in (Invoer.KEUZE, Invoer.SCHAAL, Invoer.JA_NEE):
        return []
    said = waarde
    if isinstance(waarde, dict):
        said = str(waarde.get("score") or waarde.get("keuze", ""))
    elif isinstance(waarde, bool):
        said = JA if waarde else "nee"
    chosen = said if isinstance(said, list) else [said]
    return [(value in chosen, _label(punt, value)) for value in waarden(punt)]


def _label(punt: Punt, value: str) -> str:
    ends = dict(zip(("1", "5"), punt.uiteinden, strict=True)) if punt.invoer is Invoer.SCHAAL else {}
    if ends.get(value):
        return f"{value} = {ends[value]}"
    called = punt.opties.get(value, "")
    return f"{called} ({value})" if called and called != value else value


def zin(punt: Punt) -> str:
    """What is asked beside a choice; empty where nothing is."""
    if not punt.met_zin:
        return ""
    return "In één zin waarom dit cijfer:" if punt.invoer is Invoer.SCHAAL else "Wat u erbij wilt zeggen:"


def tabel(punt: Punt, waarde: Any = None) -> list[list[str]]:
    """The rows of a list: the column names, what is there, and room for more."""
    if punt.invoer is not Invoer.LIJST:
        return []
    first = punt.kolommen[0]
    rows: list[Mapping[str, str]] = list(waarde or [])
    if punt.rijkoppen:
        known = {row.get(first): row for row in rows}
        rows = [{**known.get(head, {}), first: head} for head in punt.rijkoppen]
    else:
        rows += [{}] * max(1, LEGE_RIJEN - len(rows))
    return [list(punt.kolommen), *([row.get(column, "") for column in punt.kolommen] for row in rows)]


def tekst(punt: Punt, waarde: Any = None) -> str:
    """What is written already, where an answer is written in words."""
    if isinstance(waarde, dict):
        return str(waarde.get("antwoord", ""))
    if waarde is None or punt.invoer in (Invoer.KEUZE, Invoer.LIJST, Invoer.JA_NEE, Invoer.SCHAAL):
        return ""
    return voluit(waarde) if punt.invoer is Invoer.DATUM else str(waarde)
