"""The conversation: one thing is asked at a time, in the way that suits it."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import Any

from leercyclus.domain.punt import JA, NEE, Keuzes, Punt
from leercyclus.gesprek.begeleiding import ZONDER, Begeleiding, Keuzevraag
from leercyclus.gesprek.begeleidveld import Begeleidveld
from leercyclus.gesprek.invoerwijze import Invoerwijze

_NODIG = Begeleiding(nodig=True)


def kan_hertekenen() -> bool:
    """Whether the terminal can be redrawn, and whoever sits there wants that."""
    if os.environ.get("LEERCYCLUS_EENVOUDIG", "0") not in ("", "0"):
        return False
    if os.name != "nt" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return False
    is_utf8 = (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
    return is_utf8 and sys.stderr.isatty() and sys.stdin.isatty()


class Gesprek:
    """Asks, and repeats the question until the answer is one. An empty answer is None.

    What is asked first decides how things are typed in, so that a command that asks nothing
    loads nothing for it.
    """

    @cached_property
    def invoer(self) -> Invoerwijze:
        """In fields where that can be, else in plain lines."""
        if not kan_hertekenen():
            from leercyclus.gesprek.regels import Regelinvoer

            return Regelinvoer()
        from leercyclus.gesprek.scherm.invoer import Scherminvoer  # here: prompt_toolkit is slow to load

        return Scherminvoer()

    def zeg(self, text: str = "", *, indent: str = "", stijl: str = "") -> None:
        """Say something on a line of its own; ``stijl`` is kop, vraag or stil."""
        self.invoer.zeg(text, indent=indent, stijl=stijl)

    # what a record asks

    def vraag(self, punt: Punt, nu: Any = None, om: Begeleiding = ZONDER) -> Any:
        """The value of a punt, with ``nu`` in the field: an earlier value, or one not finished.

        None when it is left open. Teruggaan when what came before it is wanted.
        """
        from leercyclus.gesprek.antwoordveld import Antwoordveld  # here: only a question needs it

        return Antwoordveld(self.invoer, punt, om).vraag(nu)

    # what has no record

    def ja_nee(self, question: str, *, standaard: bool) -> bool:
        """A question to be answered with j or n."""
        answers = {"": standaard, "j": True, JA: True, "n": False, NEE: False}
        hint = "J/n" if standaard else "j/N"
        while True:
            said = Begeleidveld(self.invoer).regel(f"{question} [{hint}]", "", leeg=JA if standaard else NEE)
            typed = said.strip().lower()
            if typed in answers:
                return answers[typed]
            self.zeg("antwoord met j of n")

    def regel(self, question: str, *, begin: str = "", nodig: bool = False) -> str:
        """One line of text; empty when it is skipped, which cannot be where it is ``nodig``."""
        return Begeleidveld(self.invoer, _NODIG if nodig else ZONDER).regel(question, begin).strip()

    def kies(self, label: str, opties: Keuzes, *, standaard: str | None = None) -> str | None:
        """One of the options."""
        asked = Keuzevraag(label, opties, begin=[standaard] if standaard else [])
        chosen = Begeleidveld(self.invoer).kies(asked)
        return chosen[0] if chosen else None

    def kies_een(self, label: str, opties: Keuzes, *, standaard: str | None = None) -> str:
        """One of the options, asked until there is one."""
        asked = Keuzevraag(label, opties, begin=[standaard] if standaard else [])
        return Begeleidveld(self.invoer, _NODIG).kies(asked)[0]

    def kies_meer(self, label: str, opties: Keuzes) -> list[str]:
        """One or more of the options."""
        return Begeleidveld(self.invoer, _NODIG).kies(Keuzevraag(label, opties, meervoud=True))
