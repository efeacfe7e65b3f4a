"""A field for choosing: with the arrow keys, by number, or by the beginning of the name."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from prompt_toolkit.filters import is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, HSplit, Window
from prompt_toolkit.layout.controls import FormattedTextControl

from leercyclus.domain.punt import Keuzes
from leercyclus.domain.tekst import opsomming, showable
from leercyclus.gesprek.scherm.veld import Veld, leave, niets
from leercyclus.gesprek.wens import Wensen


class Keuzeveld(Veld[list[str]]):
    """One option, or several when ``meervoud``. Without a choice the list is empty."""

    def __init__(
        self, label: str, opties: Keuzes, meervoud: bool, begin: Collection[str], wensen: Wensen
    ) -> None:
        super().__init__(wensen)
        self.label = label
        self.namen = list(opties)
        self.opties = opties
        self.meervoud = meervoud
        self.gekozen = [name for name in self.namen if name in begin]
        self.bij: int | None = self.namen.index(self.gekozen[0]) if self.gekozen else None
        self._getypt = ""
        self._bind()

    def lichaam(self) -> HSplit:
        lines = Window(
            FormattedTextControl(self._lines, show_cursor=False, focusable=True),
            wrap_lines=True,
            dont_extend_height=True,
            get_line_prefix=lambda line, wrapped: [("", " " * 7)] if wrapped else [],
        )
        chosen = Window(FormattedTextControl(self._chosen), wrap_lines=True, dont_extend_height=True)
        return HSplit([ConditionalContainer(lines, ~is_done), ConditionalContainer(chosen, is_done)])

    def toetsen(self) -> list[str]:
        done = "Enter overslaan" if self.bij is None and not self.gekozen else "Enter klaar"
        keys = ["↑ ↓ of een nummer", *(["spatie kiest"] if self.meervoud else []), done]
        return [f"{self._getypt} en dan Enter", *keys] if self._getypt in self._signs() else keys

    def _lines(self) -> StyleAndTextTuples:
        parts: StyleAndTextTuples = [("", f"{self.label}:\n")]
        for number, name in enumerate(self.namen):
            here = number == self.bij
            style = "class:rand" if here else ""
            if here:
                parts.append(("[SetCursorPosition]", ""))
            parts.append(
                (style, f"{'›' if here else ' '} {self._mark(name)}{number + 1:>2}  {self._name(name)}")
            )
            parts.append(("", "\n"))
        return parts[:-1]

    def _mark(self, name: str) -> str:
        if self.meervoud:
            return "[x] " if name in self.gekozen else "[ ] "
        return ""

    def _name(self, name: str) -> str:
        called = self.opties[name]
        return showable(f"{name}  {called}" if called and called != name else name, newlines=False)

    def _chosen(self) -> StyleAndTextTuples:
        said = showable(opsomming(self.gekozen), newlines=False) if self.gekozen else "(overgeslagen)"
        return [("", f"{self.label}: "), ("class:gekozen", said)]

    # keys

    def _bind(self) -> None:
        add = self.keys.add
        add("up")(lambda event: self._move(-1))
        add("down")(lambda event: self._move(1))
        add("home")(lambda event: self._go(0))
        add("end")(lambda event: self._go(len(self.namen) - 1))
        add("enter")(self._enter)
        add("c-d")(self._enter)
        add("backspace")(self._forget)
        add("tab")(niets)
        add(Keys.BracketedPaste)(niets)
        add(Keys.Any)(self._typed)
        if self.meervoud:
            add(" ")(lambda event: self._toggle())
            add(",")(lambda event: self._toggle())

    def _move(self, step: int) -> None:
        start = self.bij if self.bij is not None else -1 if step > 0 else 0
        self._go((start + step) % len(self.namen))

    def _go(self, place: int) -> None:
        self.bij, self._getypt = place, ""

    def _enter(self, event: KeyPressEvent) -> None:
        for wish in self.wensen:
            if self._getypt == wish:
                leave(event, wish)
                return
        if self.bij is not None and not (self.meervoud and self.gekozen):
            self.gekozen = [self.namen[self.bij]]
        event.app.exit(result=self.gekozen)

    def _toggle(self) -> None:
        if self.bij is None:
            return
        name = self.namen[self.bij]
        wanted = set(self.gekozen) ^ {name}
        self.gekozen = [other for other in self.namen if other in wanted]
        self._getypt = ""

    def _forget(self, event: KeyPressEvent) -> None:
        self._getypt = self._getypt[:-1]

    def _typed(self, event: KeyPressEvent) -> None:
        """Go to the option with this number, or whose name begins so."""
        for typed in (self._getypt + event.data, event.data):
            place = self._place(typed)
            if place is not None:
                self.bij, self._getypt = place, typed
                return
        self._getypt = event.data if event.data in self._signs() else ""

    def _signs(self) -> set[str]:
        return {sign for wish in self.wensen for sign in (wish.value, wish.value[0])}

    def _place(self, typed: str) -> int | None:
        if typed.isdecimal():
            return int(typed) - 1 if 1 <= int(typed) <= len(self.namen) else None
        wanted = _plain(typed)
        if not wanted:
            return None
        for place, name in enumerate(self.namen):
            if any(_plain(part).startswith(wanted) for part in (name, self.opties[name])):
                return place
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
