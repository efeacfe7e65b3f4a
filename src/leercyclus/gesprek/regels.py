"""Answers typed in plain lines: works on every terminal and with a screen reader; nothing is redrawn."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NoReturn

from leercyclus.domain.errors import Signaal, StoppedError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.punt import Keuzes
from leercyclus.domain.tekst import aantal, showable, without_refused
from leercyclus.gesprek.afbreken import afbreekbaar
from leercyclus.gesprek.wens import Noteer, Wens, Wensen
from leercyclus.gesprek.zeggen import zeg

#: What arrow and function keys send where the terminal does not handle them itself.
_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[ -/]*[@-~]|O.)")
#: A terminal hands over at most so many bytes of one line; the rest it drops.
_LONGEST_LINE = 4095
_KLAAR, _VERDER, _LEEG = ".", "+", "-"


class Regelinvoer:
    """Types in line by line. Ctrl-C is KeyboardInterrupt, an input that has ended StoppedError."""

    vult_voor = False

    def __init__(self) -> None:
        self._explained: set[str] = set()
        self._ended = False

    def zeg(self, text: str, *, indent: str, stijl: str) -> None:
        """Say something; here every style looks the same."""
        zeg(text, indent=indent)

    def regel(self, label: str, begin: str, noteer: Noteer, wensen: Wensen, leeg: str) -> str | Wens:
        """One line; an empty one keeps ``begin``."""
        self._explain(wensen)
        shown = f"{label} [{begin}]: " if begin else f"{label}: "
        typed = self._line(shown)
        return _wish(typed, wensen) or typed or begin

    def tekst(self, begin: str, noteer: Noteer, wensen: Wensen) -> str | Wens:
        """Several lines, ended by a full stop alone or Ctrl-D; ``noteer`` hears of each line."""
        self._explain(wensen)
        self._say_once("(een regel met alleen een punt, of Ctrl-D, sluit uw antwoord af; leeg slaat over)")
        if begin:
            zeg(begin, indent="  ")
            self._say_once(f"(leeg laat dit staan; {_VERDER} typt eronder verder; {_LEEG} haalt het weg)")
        first = self._line_or_end("| ")
        if first is None or not first:
            return begin
        if wish := _wish(first, wensen):
            return wish
        if begin and first in (_VERDER, _LEEG):
            return self._more([begin], noteer) if first == _VERDER else ""
        return "" if first == _KLAAR else self._more([first], noteer)

    def _more(self, lines: list[str], noteer: Noteer) -> str:
        while True:
            if warning := noteer("\n".join(lines)):
                self._say_once(f"({warning})")
            line = self._line_or_end("| ")
            if line is None or line == _KLAAR:
                return "\n".join(lines)
            lines.append(line)

    def kies(
        self, label: str, opties: Keuzes, meervoud: bool, begin: Collection[str], wensen: Wensen
    ) -> list[str] | Wens:
        """Options by number or by name; an empty line keeps ``begin``."""
        self._explain(wensen)
        for number, (name, called) in enumerate(opties.items(), 1):
            zeg(f"{number:>3}  {name}" + (f"  {called}" if called and called != name else ""))
        hint = "nummers of namen, met een komma ertussen" if meervoud else "nummer of naam"
        default = f" [{', '.join(begin)}]: " if begin else ": "
        while True:
            text = self._line(f"{label} ({hint}){default}")
            if wish := _wish(text, wensen):
                return wish
            picked = list(_picked(text, opties, meervoud))
            if all(picked):
                return list(dict.fromkeys(filter(None, picked))) or list(begin)

    def cijfer(self, uiteinden: tuple[str, str], begin: int | None, wensen: Wensen) -> int | Wens | None:
        """A whole number from 1 to 5; an empty line keeps ``begin``."""
        self._explain(wensen)
        left, right = uiteinden
        default = f" [{begin}]: " if begin else ": "
        while True:
            text = self._line(f"1 = {left} … 5 = {right}{default}")
            if wish := _wish(text, wensen):
                return wish
            if not text:
                return begin
            if text in {"1", "2", "3", "4", "5"}:
                return int(text)
            zeg("kies een cijfer van 1 tot en met 5")

    # lines

    def _explain(self, wensen: Wensen) -> None:
        hints = [f"{wens} {words}" for wens, words in wensen.items() if words]
        if hints:
            self._say_once(f"(alleen op de eerste regel: {', '.join(hints)})")

    def _say_once(self, text: str) -> None:
        if text not in self._explained:
            zeg(text)
            self._explained.add(text)

    def _line(self, prompt: str) -> str:
        """One line without spaces around it; the end of the input stops."""
        line = self._line_or_end(prompt)
        if line is None:
            raise StoppedError("de invoer hield op")
        return line.strip()

    def _line_or_end(self, prompt: str) -> str | None:
        """One line, or None for Ctrl-D. StoppedError when the input had ended already."""
        print(showable(prompt), end="", file=sys.stderr, flush=True)
        try:
            with afbreekbaar(_stop):
                typed = input()
        except EOFError:
            print(file=sys.stderr)
            if self._ended:
                raise StoppedError("de invoer hield op") from None
            self._ended = True
            return None
        self._ended = False
        if len(typed.encode("utf-8", "surrogateescape")) >= _LONGEST_LINE:
            zeg("let op: langere regels dan deze geeft de terminal niet door; kijk na of het einde er is")
        text, dropped = without_refused(_KEYS.sub("", typed))
        if dropped:
            zeg(f"{aantal(dropped, 'onzichtbaar teken', 'onzichtbare tekens')} weggelaten")
        return text.rstrip()


def _stop(number: int) -> NoReturn:
    raise Signaal(number)


def _wish(typed: str, wensen: Wensen) -> Wens | None:
    return next((wens for wens in wensen if typed.strip() == wens), None)


# choosing


def _plain(text: str) -> str:
    """For comparing what people type: no accents, no capitals."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().strip()


def _picked(text: str, options: Keuzes, many: bool) -> Iterator[str | None]:
    """Each option that is named; None, after saying so, for a part that names none."""
    names = list(options)
    by_title = {_plain(called): name for name, called in options.items() if called}
    parts = [text] if not many or _plain(text) in by_title else re.split(r"," if "," in text else r"\s", text)
    for part in filter(None, map(str.strip, parts)):
        yield _pick(part, names, by_title)


def _pick(text: str, names: Sequence[str], called: Mapping[str, str]) -> str | None:
    """The name that is meant by a number, the name itself, its beginning, or what it is called."""
    if text.isdecimal() and 1 <= int(text) <= len(names):
        return names[int(text) - 1]
    wanted = _plain(text)
    if wanted in called:
        return called[wanted]
    matching = [name for name in names if _plain(name) == wanted] or [
        name for name in names if _plain(name).startswith(wanted)
    ]
    if len(matching) == 1:
        return matching[0]
    zeg(f"'{text}' staat er niet bij; {suggestion(text, names) or 'kies een nummer uit de lijst'}")
    return None
