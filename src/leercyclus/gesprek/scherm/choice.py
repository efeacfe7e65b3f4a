"""A field for choosing: with the arrow keys, by number, or by the beginning of the name."""

from __future__ import annotations

from prompt_toolkit.filters import is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, HSplit, Window
from prompt_toolkit.layout.controls import FormattedTextControl

from leercyclus.domain.tekst import opsomming, showable
from leercyclus.gesprek.begeleiding import Kader, Keuzevraag
from leercyclus.gesprek.herkennen import bedoeld, wens_in
from leercyclus.gesprek.invoerwijze import WAT_NODIG_IS
from leercyclus.gesprek.scherm.field import Field, broken, leave, nothing


class ChoiceField(Field[list[str]]):
    """One option, or several when ``meervoud``. Without a choice the list is empty."""

    def __init__(self, vraag: Keuzevraag, kader: Kader) -> None:
        super().__init__(kader)
        self.label = showable(vraag.label, newlines=False)
        self.names = list(vraag.opties)
        self.opties = vraag.opties
        self.meervoud = vraag.meervoud
        self.ticked = [name for name in self.names if name in vraag.begin]
        self.at: int | None = self.names.index(self.ticked[0]) if self.ticked else None
        #: Several can be ticked; till the first is, Enter takes the one that is pointed at.
        self._points = not (self.meervoud and self.ticked)
        self._typed = ""
        self._by_number: str | None = None
        self._bind()

    @property
    def chosen(self) -> list[str]:
        """What is chosen when the field ends now."""
        if self._points:
            return [self.names[self.at]] if self.at is not None else []
        return self.ticked

    @property
    def is_empty(self) -> bool:
        return not self.chosen

    @property
    def takes_sign(self) -> bool:
        return True

    def body(self) -> HSplit:
        lines = Window(
            FormattedTextControl(self._lines, show_cursor=False, focusable=True),
            wrap_lines=True,
            dont_extend_height=True,
        )
        said = Window(FormattedTextControl(self._said), wrap_lines=True, dont_extend_height=True)
        return HSplit([ConditionalContainer(lines, ~is_done), ConditionalContainer(said, is_done)])

    def hints(self) -> list[str]:
        if wens_in(self._typed, self.kader.wensen):
            return [f"{self._typed} en dan Enter"]
        how = ["↑ ↓", "een nummer of spatie kruist aan"] if self.meervoud else ["↑ ↓ of een nummer"]
        keys = [*how, *self.ending("Enter")]
        clears = not self.meervoud and self.at is not None and not self.kader.nodig
        return [*keys, *(["Delete haalt weg"] if clears else [])]

    def _lines(self) -> StyleAndTextTuples:
        parts: StyleAndTextTuples = [("", f"{self.label}:\n")]
        for number, name in enumerate(self.names):
            here = number == self.at
            if here:
                parts.append(("[SetCursorPosition]", ""))
            mark = f"[{'x' if name in self.ticked else ' '}] " if self.meervoud else ""
            row = f"{'›' if here else ' '} {mark}{number + 1:>2}  {self._name(number)}".rstrip()
            parts += [("class:rand" if here else "", broken(row, " " * 7)), ("", "\n")]
        return parts[:-1]

    def _name(self, place: int) -> str:
        """The name and what it is called, each once; a name that is its number is there already."""
        name = self.names[place]
        words = [word for word in (name, self.opties[name]) if word not in ("", str(place + 1))]
        return showable("  ".join(dict.fromkeys(words)), newlines=False)

    def _said(self) -> StyleAndTextTuples:
        said = showable(opsomming(self.chosen), newlines=False) or "–"
        before = f"{self.label}: "
        return [("", before), ("class:gekozen", broken(before + said)[len(before) :])]

    # keys

    def stop(self, event: KeyPressEvent) -> None:
        event.app.erase_when_done = True  # what was pointed at is no choice
        super().stop(event)

    def _bind(self) -> None:
        add = self.keys.add
        add("up")(lambda event: self._move(-1))
        add("down")(lambda event: self._move(1))
        add("home")(lambda event: self._go(0))
        add("end")(lambda event: self._go(len(self.names) - 1))
        add("enter")(self._enter)
        add("c-d")(self._enter)
        add("backspace")(lambda event: self._type(self._typed[:-1]))
        add("delete")(self._clear)
        add("tab")(nothing)
        add(Keys.BracketedPaste)(nothing)
        add(Keys.Any)(lambda event: self._type(self._typed + event.data, last=event.data))
        if self.meervoud:
            add(" ")(self._space)

    def _move(self, step: int) -> None:
        start = self.at if self.at is not None else -1 if step > 0 else 0
        self._go((start + step) % len(self.names))

    def _go(self, place: int) -> None:
        self.at = place
        self._typed, self._by_number, self.message = "", None, ""

    def _space(self, event: KeyPressEvent) -> None:
        if self._by_number:
            self._typed, self._by_number = "", None  # the number has ticked it already
            return
        self._go(self.at or 0)
        self._toggle(self.names[self.at or 0])

    def _toggle(self, name: str) -> None:
        self._points = False
        wanted = set(self.ticked) ^ {name}
        self.ticked = [other for other in self.names if other in wanted]

    def _clear(self, event: KeyPressEvent) -> None:
        if not self.meervoud:
            self._go(0)
            self.at = None

    def _enter(self, event: KeyPressEvent) -> None:
        if wish := wens_in(self._typed, self.kader.wensen):
            leave(event, wish)
        elif self._typed and not bedoeld(self._typed, self.opties):
            self._complain()
        elif self.is_empty and self.kader.nodig:
            self.message = WAT_NODIG_IS
        else:
            event.app.exit(result=self.chosen)

    def _type(self, typed: str, last: str = "") -> None:
        """Go to what is meant by all that was typed; a number that is too high begins anew."""
        self.message = ""
        is_wish = any(wish.startswith(typed) for wish in self.kader.wensen)
        if typed.isdecimal() and not bedoeld(typed, self.opties):
            typed, self._by_number = last, None
        self._typed = typed
        if not is_wish:
            self._point(typed)

    def _point(self, typed: str) -> None:
        meant = bedoeld(typed, self.opties)
        if not meant:
            self._complain()
            return
        self.at = self.names.index(meant[0])
        if self.meervoud and typed.isdecimal():
            if self._by_number:
                self._toggle(self._by_number)  # a 1 that became 12
            self._toggle(meant[0])
            self._by_number = meant[0]

    def _complain(self) -> None:
        self.message = f"‘{showable(self._typed, newlines=False)}’ staat er niet bij; Backspace wist dat"
