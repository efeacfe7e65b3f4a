"""How answers are typed in: what plain lines and fields that are redrawn both can."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from leercyclus.domain.punt import Keuzes
from leercyclus.gesprek.begeleiding import Noteer, Wens, Wensen

#: What an empty answer does, in the words of the line below a field; it cannot be where it is needed.
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

    def zeg(self, text: str, *, indent: str, stijl: str) -> None: ...

    def regel(
        self, label: str, begin: str, noteer: Noteer, wensen: Wensen, leeg: str, *, vervangt: bool = False
    ) -> str | Wens:
        """``vervangt``: what is typed first takes the place of ``begin``."""

    def tekst(self, begin: str, noteer: Noteer, wensen: Wensen, leeg: str) -> str | Wens: ...

    def kies(
        self,
        label: str,
        opties: Keuzes,
        meervoud: bool,
        begin: Collection[str],
        wensen: Wensen,
        leeg: str,
    ) -> list[str] | Wens: ...
