"""What all fields share: how they are drawn, the keys below them, and how they end."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from prompt_toolkit.application import Application
from prompt_toolkit.filters import is_done
from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import AnyContainer, ConditionalContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

from leercyclus.gesprek.wens import Wens, Wensen

T = TypeVar("T")
STIJL = Style.from_dict(
    {"kop": "bold ansicyan", "vraag": "bold", "stil": "#888888", "rand": "ansicyan", "gekozen": "bold"}
)
#: Beside a sign typed alone, a key that also works in a field with text in it.
_KEYS: dict[Wens, tuple[tuple[str, ...], str]] = {
    Wens.UITLEG: (("escape", "?"), "Esc ?"),
    Wens.EERDER: (("escape", "<"), "Esc <"),
    Wens.TERUG: (("escape", "up"), "Esc ↑"),
}


class Veld(ABC, Generic[T]):
    """Something to fill in."""

    def __init__(self, wensen: Wensen) -> None:
        self.wensen = wensen
        self.keys = KeyBindings()
        self.keys.add("c-c")(_stop)
        self.keys.add("<sigint>")(_stop)
        for wish in wensen:
            self._on(_KEYS[wish][0], wish)

    def _on(self, keys: Sequence[str], wish: Wens) -> None:
        self.keys.add(*keys)(lambda event: leave(event, wish))

    @abstractmethod
    def lichaam(self) -> AnyContainer:
        """What is filled in, as it is drawn."""

    @abstractmethod
    def toetsen(self) -> list[str]:
        """The keys that work now, each with what it does."""

    @property
    def is_leeg(self) -> bool:
        """Whether a sign can be typed alone."""
        return True

    def applicatie(self, output: Output) -> Application[T | Wens | BaseException]:
        """The field and its keys; when it is answered the answer stays and the keys go."""
        below = Window(FormattedTextControl(self._below), style="class:stil", dont_extend_height=True)
        return Application(
            layout=Layout(HSplit([self.lichaam(), ConditionalContainer(below, ~is_done)])),
            key_bindings=self.keys,
            style=STIJL,
            color_depth=kleuren(),
            output=output,
        )

    def _below(self) -> AnyFormattedText:
        from prompt_toolkit.application import get_app

        wishes = [
            f"{wish if self.is_leeg else _KEYS[wish][1]} {words}"
            for wish, words in self.wensen.items()
            if words
        ]
        hints = [*self.toetsen(), *wishes, "Ctrl-C stoppen"]
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


def _stop(event: KeyPressEvent) -> None:
    event.app.exit(result=KeyboardInterrupt())


def leave(event: KeyPressEvent, wish: Wens) -> None:
    """End the field without an answer; nothing of it stays on the screen."""
    event.app.erase_when_done = True
    event.app.exit(result=wish)


def kleuren() -> ColorDepth | None:
    """No colour where NO_COLOR asks for that."""
    return ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None


def niets(event: Any) -> None:
    """What a key does that should do nothing."""
