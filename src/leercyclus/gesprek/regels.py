"""Answers typed in plain lines: works on every terminal and with a screen reader; nothing is redrawn."""

from __future__ import annotations

import re
import sys
from typing import NoReturn

from leercyclus.domain.errors import Signaal, StoppedError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.punt import Keuzes
from leercyclus.domain.tekst import aantal, plain, showable, without_refused
from leercyclus.gesprek.begeleiding import Kader, Keuzevraag, Noteer, Wens
from leercyclus.gesprek.herkennen import bedoeld, wens_in
from leercyclus.gesprek.invoerwijze import voor_antwoord
from leercyclus.gesprek.signalen import CTRL_C, afbreekbaar, wacht_op_regel
from leercyclus.gesprek.zeggen import zeg

#: What arrow and function keys send where the terminal does not handle them itself.
_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[ -/]*[@-~]|O.)")
#: A terminal hands over at most so many bytes of one line; the rest it drops.
_LONGEST_LINE = 4095
_KLAAR, _WEG = ".", "-"
_SLUIT_AF = "een regel met alleen een punt, of Ctrl-D, sluit uw antwoord af"


class Regelinvoer:
    """Types in line by line. Ctrl-C is KeyboardInterrupt, an input that has ended StoppedError."""

    vult_voor = False
    bewaart = "wat u tot de laatste Enter typte"

    def __init__(self) -> None:
        self._explained: set[str] = set()
        self._ended = False

    def zeg(self, text: str, *, indent: str, stijl: str) -> None:
        """Say something; here every style looks the same."""
        zeg(text, indent=indent)

    def regel(
        self, label: str, begin: str, noteer: Noteer, kader: Kader, *, vervangt: bool = False
    ) -> str | Wens:
        """One line; an empty one keeps ``begin``, and typing always takes its place."""
        self._explain(kader)
        if begin:
            clears = "" if kader.nodig else f"; {_WEG} haalt het weg"
            self._say_once(f"(Enter laat staan wat tussen de haken staat{clears})")
        typed = self._line(voor_antwoord(f"{label} [{begin}]" if begin else label))
        if wish := wens_in(typed, kader.wensen):
            return wish
        said = "" if begin and not kader.nodig and typed == _WEG else typed or begin
        if warning := noteer(said):
            self._say_once(f"({warning})")
        return said

    def tekst(self, begin: str, noteer: Noteer, kader: Kader) -> str | Wens:
        """Several lines below ``begin``, ended by a full stop alone or Ctrl-D; ``noteer`` hears of each."""
        self._explain(kader)
        skips = "" if kader.nodig else "; meteen een punt slaat over"
        how = f"({_SLUIT_AF}{skips})"
        lines: list[str] = []
        if begin:
            zeg(begin, indent="  ")
            lines, how = [begin], f"(wat u typt, komt hieronder; {_SLUIT_AF}; {_WEG} begint opnieuw)"
        self._say_once(how)
        while (line := self._line_or_end("| ")) is not None and line != _KLAAR:
            if lines in ([], [begin]):
                if wish := wens_in(line, kader.wensen):
                    return wish
                if begin and line == _WEG:
                    lines, begin = [], ""
                    continue
            if not line and not lines:
                zeg(how)  # an empty line before an answer is no part of it
                continue
            lines.append(line)
            if warning := noteer("\n".join(lines)):
                self._say_once(f"({warning})")
        return "\n".join(lines)

    def kies(self, vraag: Keuzevraag, kader: Kader) -> list[str] | Wens:
        """Options by number or by name; an empty line keeps what is chosen already."""
        self._explain(kader)
        for number, (name, called) in enumerate(vraag.opties.items(), 1):
            words = [word for word in (name, called) if word not in ("", str(number))]
            zeg(f"{number:>3}  {'  '.join(dict.fromkeys(words))}".rstrip())
        hint = "nummers of namen, met een komma ertussen" if vraag.meervoud else "nummer of naam"
        clears = bool(vraag.begin) and not kader.nodig
        hint += f"; {_WEG} haalt weg" if clears else ""
        default = f" [{', '.join(vraag.begin)}]: " if vraag.begin else ": "
        while True:
            text = self._line(f"{vraag.label} ({hint}){default}")
            if wish := wens_in(text, kader.wensen):
                return wish
            if clears and text == _WEG:
                return []
            picked = [_pick(part, vraag.opties) for part in _parts(text, vraag)]
            if all(picked):
                return list(dict.fromkeys(filter(None, picked))) or list(vraag.begin)

    # lines

    def _explain(self, kader: Kader) -> None:
        hints = [f"{wens} {words}" for wens, words in kader.wensen.items() if words]
        if hints:
            self._say_once(f"(of typ alleen: {', '.join(hints)})")

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
            CTRL_C.luister()
            with afbreekbaar(_stop):
                CTRL_C.gehoorzaam()
                wacht_op_regel()
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
            zeg(weggelaten(dropped))
        return text.rstrip()


def weggelaten(count: int) -> str:
    """What is said of signs that a record refuses."""
    return f"{aantal(count, 'onzichtbaar teken', 'onzichtbare tekens')} weggelaten"


def _stop(number: int) -> NoReturn:
    raise Signaal(number)


def _parts(text: str, vraag: Keuzevraag) -> list[str]:
    """What was typed for each of several options; a name of more words is one."""
    is_name = any(plain(text) == plain(called) for called in vraag.opties.values())
    parts = text.split(",") if "," in text else text.split()
    return [part for part in map(str.strip, parts if vraag.meervoud and not is_name else [text]) if part]


def _pick(text: str, opties: Keuzes) -> str | None:
    """The one option that is meant; None, after saying so, when there is none or more than one."""
    found = bedoeld(text, opties)
    if len(found) == 1:
        return found[0]
    zeg(f"'{text}' staat er niet bij; {suggestion(text, opties) or 'kies een nummer uit de lijst'}")
    return None
