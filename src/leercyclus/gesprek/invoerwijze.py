"""How answers are typed in: what plain lines and fields that are redrawn both can."""

from __future__ import annotations

from typing import Protocol

from leercyclus.gesprek.begeleiding import Kader, Keuzevraag, Noteer, Wens

#: What an empty answer does, in the words of the line below a field; without words it cannot be.
OVERSLAAN, KLAAR, NODIG = "overslaan", "klaar", ""
WAT_NODIG_IS = "dit is nodig om verder te kunnen; Ctrl-C stopt"


def voor_antwoord(label: str) -> str:
    """What stands before an answer on the same line."""
    return f"{label} " if label.endswith("?") else f"{label}: "


class Invoerwijze(Protocol):
    """How answers are typed in: in plain lines, or in fields that are redrawn."""

    #: Whether a text to begin with stands in the field, to be edited.
    vult_voor: bool
    #: What of a text that is being typed is kept, in words.
    bewaart: str

    def zeg(self, text: str, *, indent: str, stijl: str) -> None:
        """Say something on a line of its own."""

    def regel(
        self, label: str, begin: str, noteer: Noteer, kader: Kader, *, vervangt: bool = False
    ) -> str | Wens:
        """One line, with ``begin`` in it; ``vervangt``: what is typed first takes its place."""

    def tekst(self, begin: str, noteer: Noteer, kader: Kader) -> str | Wens:
        """Several lines, with ``begin`` in them. ``noteer`` hears of every change."""

    def kies(self, vraag: Keuzevraag, kader: Kader) -> list[str] | Wens:
        """Options; none when it is skipped."""
