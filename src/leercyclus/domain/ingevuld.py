"""A filled sheet, as lines and tables: its parts, and what stands in the room of each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from leercyclus.domain import blad
from leercyclus.domain.blad import Merk


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows of cells, and the lines that they were written in."""

    rijen: list[list[str]]
    regels: list[str]


#: A line, or a table.
Inhoud = str | Tabel

_LONGEST_CODE = 4  # lines


@dataclass(slots=True)
class Ingevuld:
    """One part of a filled sheet: whose record it is, and by the code of a punt what stands there."""

    merk: Merk
    #: What stands above the first question.
    kop: list[Inhoud] = field(default_factory=list)
    vakken: dict[str, list[Inhoud]] = field(default_factory=dict)


@dataclass(slots=True)
class Ingevuldblad:
    """A filled sheet: its parts, and what stands before the first and after the last of them."""

    delen: list[Ingevuld] = field(default_factory=list)
    rest: list[Inhoud] = field(default_factory=list)
    #: What is wrong with its codes, and what could not be read of it, in words.
    fouten: list[str] = field(default_factory=list)
    let_op: list[str] = field(default_factory=list)

    def neem(self, inhoud: Iterable[Inhoud]) -> None:
        """Take what stands on it, from top to bottom."""
        room = self.rest
        for item in inhoud:
            line = item if isinstance(item, str) else ""
            if mark := Merk.uit(line):
                self.delen.append(Ingevuld(mark))
                room = self.delen[-1].kop
            elif code := blad.code_in(line):
                room = self._vak(code)
            elif blad.is_einde(line):
                room = self.rest
            else:
                if blad.begint_code(line):
                    self.fouten.append(f"de code ‘{line.strip()}’ is niet compleet: zet er ] achter")
                room.append(item)

    def _vak(self, code: str) -> list[Inhoud]:
        """The room below a code."""
        room: list[Inhoud] = []
        if not self.delen:
            said = "boven de eerste vraag hoort de code van het blad, die begint met [blad"
            self.fouten += [said] if said not in self.fouten else []
        elif code in self.delen[-1].vakken:
            self.fouten.append(
                f"[vraag {code}] staat er twee keer; hoort er de code van een ander blad boven de tweede?"
            )
        else:
            self.delen[-1].vakken[code] = room
        return room


def ontleed(inhoud: Iterable[Inhoud]) -> Ingevuldblad:
    """What a sheet holds."""
    found = Ingevuldblad()
    found.neem(_met_hele_codes(list(inhoud)))
    return found


def _met_hele_codes(items: list[Inhoud]) -> Iterator[Inhoud]:
    """The lines, with a code that was broken over more of them made whole."""
    at = 0
    while at < len(items):
        item, size = items[at], 1
        if isinstance(item, str) and blad.begint_code(item):
            item, size = _hele_code(items[at : at + _LONGEST_CODE]) or (item, 1)
        yield item
        at += size


def _hele_code(items: list[Inhoud]) -> tuple[str, int] | None:
    """The code that begins here, and over how many lines it was broken; None when it has no end."""
    joined = ""
    for size, item in enumerate(items, 1):
        if not isinstance(item, str):
            break
        joined = f"{joined} {item.strip(' >')}".strip()
        if blad.tussen_haken(joined):
            return joined, size
    return None
