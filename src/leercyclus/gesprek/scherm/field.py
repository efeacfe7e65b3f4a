"""What all fields share: how they are drawn, the keys below them, and how they end."""

from __future__ import annotations

import os
import textwrap
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import is_done
from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import AnyContainer, ConditionalContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

from leercyclus.gesprek.begeleiding import Kader, Wens
from leercyclus.gesprek.invoerwijze import KLAAR
from leercyclus.uitgang import NAUWST

T = TypeVar("T")
STYLE = Style.from_dict(
    {"kop": "bold ansicyan", "vraag": "bold", "stil": "#888888", "rand": "ansicyan", "gekozen": "bold"}
)
#: Beside a sign typed alone, a key that also works in a field with text in it.
_KEYS: dict[Wens, tuple[tuple[str, ...], str]] = {
    Wens.UITLEG: (("escape", "?"), "Esc ?"),
    Wens.EERDER: (("escape", "<"), "Esc <"),
    Wens.TERUG: (("escape", "up"), "Esc ↑"),
}


class Field(ABC, Generic[T]):
    """Something to fill in."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader
        #: Said below the field, before the keys.
        self.message = ""
        self.keys = KeyBindings()
        self.keys.add("c-c")(self.stop)
        self.keys.add("<sigint>")(self.stop)
        for wish in kader.wensen:
            self._on(_KEYS[wish][0], wish)

    def _on(self, keys: Sequence[str], wish: Wens) -> None:
        self.keys.add(*keys)(lambda event: leave(event, wish))

    def stop(self, event: KeyPressEvent) -> None:
        """End everything; what was typed stays to be seen."""
        event.app.exit(result=KeyboardInterrupt())

    @abstractmethod
    def body(self) -> AnyContainer:
        """What is filled in, as it is drawn."""

    @abstractmethod
    def hints(self) -> list[str]:
        """The keys that work now, each with what it does."""

    @property
    @abstractmethod
    def is_empty(self) -> bool:
        """Whether there is no answer in it."""

    @property
    def takes_sign(self) -> bool:
        """Whether a sign can be typed alone."""
        return self.is_empty

    def application(self, output: Output) -> Application[T | Wens | BaseException]:
        """The field and its keys; when it is answered the answer stays and the keys go."""
        below = Window(FormattedTextControl(self._below), style="class:stil", dont_extend_height=True)
        return Application(
            layout=Layout(HSplit([self.body(), ConditionalContainer(below, ~is_done)])),
            key_bindings=self.keys,
            style=STYLE,
            color_depth=colours(),
            output=output,
        )

    def ending(self, key: str) -> list[str]:
        """What a key that ends the field does now."""
        done = self.kader.leeg if self.is_empty else KLAAR
        return [f"{key} {done}"] if done else []

    def _below(self) -> AnyFormattedText:
        wishes = [
            f"{wish if self.takes_sign else _KEYS[wish][1]} {words}"
            for wish, words in self.kader.wensen.items()
            if words
        ]
        said = [f"! {self.message}"] if self.message else []
        hints = [*said, *self.hints(), *wishes, "Ctrl-C stoppen"]
        return "\n".join(_packed(hints, get_app().output.get_size().columns))


def _packed(hints: Sequence[str], width: int) -> list[str]:
    """The hints behind each other, each whole on one line."""
    lines = [""]
    for hint in hints:
        longer = f"{lines[-1]} · {hint}" if lines[-1] else hint
        if len(longer) < width:
            lines[-1] = longer
        else:
            lines.append(hint)
    return lines


def broken(text: str, indent: str = "") -> str:
    """A line broken between its words where the window ends; the later ones get the indent."""
    width = max(NAUWST, get_app().output.get_size().columns - 1)
    return "\n".join(textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False))


def leave(event: KeyPressEvent, wish: Wens) -> None:
    """End the field without an answer; nothing of it stays on the screen."""
    event.app.erase_when_done = True
    event.app.exit(result=wish)


def colours() -> ColorDepth | None:
    """No colour where NO_COLOR asks for that."""
    return ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None


def nothing(event: Any) -> None:
    """What a key does that should do nothing."""
