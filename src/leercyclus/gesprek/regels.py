"""A conversation in plain lines: works on every terminal and with a screen reader."""

from __future__ import annotations

import datetime as dt
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from leercyclus.domain import datum
from leercyclus.domain.errors import StoppedError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.tekst import aantal, showable, without_refused
from leercyclus.domain.veld import Invoer, Veld
from leercyclus.domain.vraag import GesteldeVraag
from leercyclus.gesprek.zeggen import zeg

T = TypeVar("T")
#: What can be chosen, as id and what people call it.
Keuzes = Mapping[str, str]


#: What arrow and function keys send where the terminal does not handle them itself.
_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[ -/]*[@-~]|O.)")


def _plain(text: str) -> str:
    """For comparing what people type: no accents, no capitals."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().strip()


class Gesprek:
    """Asks one thing at a time. An empty answer is None: the question stays open.

    Ctrl-C raises KeyboardInterrupt; a closed input raises StoppedError.
    """

    def __init__(self) -> None:
        self._heeft_uitgelegd = False

    def zeg(self, text: str = "", *, indent: str = "") -> None:
        """Say something on a line of its own."""
        zeg(text, indent=indent)

    def ja_nee(self, question: str, *, standaard: bool) -> bool:
        """A question to be answered with j or n."""
        hint = "J/n" if standaard else "j/N"
        answers = {"": standaard, "j": True, "ja": True, "n": False, "nee": False}
        return self._until(
            lambda: answers.get(self._line(f"{question} [{hint}] ").lower()), "antwoord met j of n"
        )

    def regel(self, question: str, *, standaard: str | None = None) -> str | None:
        """One line of text."""
        shown = f"{question} [{showable(standaard)}]: " if standaard else f"{question}: "
        return self._line(shown) or standaard

    def veld(self, veld: Veld, keuzes: Keuzes, *, standaard: Any = None) -> Any:
        """The value of a field, typed in the way that suits it."""
        self.zeg()
        self.zeg(veld.hulp)
        if keuzes or veld.opties:
            options = keuzes or dict.fromkeys(veld.opties, "")
            return self.keuzes(veld.label, options, veld.meervoud, standaard)
        if veld.invoer is Invoer.DATUM:
            return self.datum(veld.label, standaard=standaard)
        if veld.invoer is Invoer.JA_NEE:
            return self.ja_nee(veld.label, standaard=bool(standaard))
        if veld.invoer is Invoer.PROZA:
            text = self.proza()
            return ([text] if text else None) if veld.meervoud else text
        return self.regel(veld.label, standaard=standaard)

    def proza(self) -> str | None:
        """Several lines; an empty line ends the answer."""
        if not self._heeft_uitgelegd:
            self.zeg("(een lege regel sluit uw antwoord af; Ctrl-C stopt, wat u invulde blijft bewaard)")
            self._heeft_uitgelegd = True
        lines: list[str] = []
        while line := self._raw_line("| "):
            lines.append(line)
        return "\n".join(lines) or None

    def datum(self, label: str, *, standaard: dt.date | None = None) -> dt.date | None:
        """A date in any of the ways that people write it; what was understood is repeated."""
        shown = f"{label} [{datum.voluit(standaard)}]: " if standaard else f"{label}: "
        while text := self._line(shown):
            try:
                day = datum.from_dutch(text)
            except ValueError:
                self.zeg(f"'{text}' is geen datum; schrijf bijvoorbeeld 12 maart 2027 of 2027-03-12")
                continue
            self.zeg(f"{datum.lang(day)}", indent="  ")
            return day
        return standaard

    def keuzes(self, label: str, options: Keuzes, meervoud: bool, standaard: Any = None) -> Any:
        """One or more of the options, by number or by name; a list when ``meervoud``."""
        names = list(options)
        by_title = {_plain(shown): name for name, shown in options.items() if shown}
        for number, (name, called) in enumerate(options.items(), 1):
            self.zeg(f"{number:>3}  {name}" + (f"  {called}" if called and called != name else ""))
        hint = "nummers of namen, met een komma ertussen" if meervoud else "nummer of naam"
        default = " ".join([standaard] if isinstance(standaard, str) else standaard or [])

        def ask() -> Any:
            text = self._line(f"{label} ({hint})" + (f" [{showable(default)}]: " if default else ": "))
            if not text:
                return (True, standaard)
            if not meervoud:
                chosen = self._pick(text, names, by_title)
                return (True, chosen) if chosen else None
            parts = [part.strip() for part in text.split(",")] if "," in text else text.split()
            if "," not in text and _plain(text) in by_title:
                parts = [text]
            picked = [self._pick(part, names, by_title) for part in parts if part]
            return (True, list(dict.fromkeys(picked))) if all(picked) else None

        return self._until(ask, None)[1]

    def vraag(self, gesteld: GesteldeVraag, nummer: int, totaal: int) -> dict[str, Any] | None:
        """A reflection question, with its lesson and why it is asked; the keys of the answer."""
        question, les = gesteld.vraag, gesteld.les.les
        self.zeg()
        self.zeg(f"vraag {nummer} van {totaal}" + ("" if question.verplicht else " (mag open blijven)"))
        self.zeg(f"Les: {les.titel}", indent="  ")
        if question.waarom:
            self.zeg(f"Waarom deze vraag: {question.waarom}", indent="  ")
        self.zeg()
        self.zeg(question.vraag)
        if question.vorm == "keuze":
            chosen = self.keuzes("Uw keuze", dict.fromkeys(question.opties, ""), meervoud=False)
            return {"keuze": chosen} if chosen else None
        if question.vorm == "schaal":
            return self._schaal(question.links or "", question.rechts or "")
        if question.vorm == "lijst":
            return self._lijst(question.kolommen, question.opties)
        text = self.proza()
        return {"antwoord": text} if text else None

    def _schaal(self, left: str, right: str) -> dict[str, Any] | None:
        def ask() -> tuple[int | None] | None:
            text = self._line(f"1 = {left} … 5 = {right}: ")
            if not text:
                return (None,)
            return (int(text),) if text in {"1", "2", "3", "4", "5"} else None

        (score,) = self._until(ask, "kies een cijfer van 1 tot en met 5")
        if score is None:
            return None
        why = self.regel("In één zin: waarom dit cijfer")
        return {"score": score} | ({"antwoord": why} if why else {})

    def _lijst(self, columns: Sequence[str], fixed: Sequence[str]) -> dict[str, Any] | None:
        """Rows with named columns; the first column may be given beforehand."""
        rows = list(self._gegeven_rijen(columns, fixed) if fixed else self._eigen_rijen(columns))
        return {"rijen": rows} if rows else None

    def _gegeven_rijen(self, columns: Sequence[str], fixed: Sequence[str]) -> Iterator[dict[str, str]]:
        """For every given first cell the other ones; a row whose next cell stays empty is left out."""
        first, second, *others = columns
        for start in fixed:
            self.zeg()
            self.zeg(start)
            value = self._line(f"  {second} (leeg is overslaan): ")
            if value:
                yield self._met_cellen({first: start, second: value}, others)

    def _eigen_rijen(self, columns: Sequence[str]) -> Iterator[dict[str, str]]:
        """Rows until a first cell stays empty."""
        first, *others = columns
        while start := self._line(f"{first} (leeg is klaar): "):
            yield self._met_cellen({first: start}, others)

    def _met_cellen(self, row: dict[str, str], columns: Sequence[str]) -> dict[str, str]:
        cells = {column: self._line(f"  {column}: ") for column in columns}
        return row | {column: cell for column, cell in cells.items() if cell}

    def _pick(self, text: str, names: Sequence[str], called: Mapping[str, str]) -> str | None:
        """The name that is meant by a number, the name itself, its beginning, or what it is called."""
        if text.isdigit() and 1 <= int(text) <= len(names):
            return names[int(text) - 1]
        wanted = _plain(text)
        if wanted in called:
            return called[wanted]
        matching = [name for name in names if _plain(name) == wanted] or [
            name for name in names if _plain(name).startswith(wanted)
        ]
        if len(matching) == 1:
            return matching[0]
        self.zeg(f"'{text}' staat er niet bij; {suggestion(text, names) or 'kies een nummer uit de lijst'}")
        return None

    def _until(self, ask: Callable[[], T | None], explain: str | None) -> T:
        while (answer := ask()) is None:
            if explain:
                self.zeg(explain)
        return answer

    def _line(self, prompt: str) -> str:
        return self._raw_line(prompt).strip()

    def _raw_line(self, prompt: str) -> str:
        print(showable(prompt), end="", file=sys.stderr, flush=True)
        try:
            typed = input()
        except EOFError:
            raise StoppedError("de invoer hield op") from None
        text, dropped = without_refused(_KEYS.sub("", typed))
        if dropped:
            self.zeg(f"{aantal(dropped, 'onzichtbaar teken', 'onzichtbare tekens')} weggelaten")
        return text.rstrip()
