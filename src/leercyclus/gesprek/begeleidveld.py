"""A field with guidance: what is wanted instead of an answer is shown, and the field comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from leercyclus.domain.tekst import without_refused
from leercyclus.gesprek.begeleiding import (
    ZONDER,
    Begeleiding,
    Kader,
    Keuzevraag,
    Noteer,
    Teruggaan,
    Wens,
    vergeet,
)
from leercyclus.gesprek.invoerwijze import NODIG, OVERSLAAN, WAT_NODIG_IS, Invoerwijze

T = TypeVar("T", bound=str | list[str])


class Begeleidveld:
    """Types in, in one of the ways. Teruggaan is raised when what came before is wanted."""

    def __init__(self, invoer: Invoerwijze, om: Begeleiding = ZONDER) -> None:
        self._invoer = invoer
        self._om = om
        self._kader = Kader(om.wensen, NODIG if om.nodig else OVERSLAAN)

    def zeg(self, text: str, *, indent: str = "", stijl: str = "") -> None:
        """Say something on a line of its own."""
        self._invoer.zeg(text, indent=indent, stijl=stijl)

    def regel(
        self,
        label: str,
        begin: str,
        noteer: Noteer = vergeet,
        *,
        leeg: str | None = None,
        vervangt: bool = False,
    ) -> str:
        """One line. ``leeg``: what an empty one does, where that is not what it does for the whole question.

        ``vervangt``: what is typed first takes the place of ``begin``.
        """
        kader = self._kader if leeg is None else Kader(self._om.wensen, leeg)

        def ask(typed: str, note: Noteer) -> str | Wens:
            return self._invoer.regel(label, typed, note, kader, vervangt=vervangt and typed == begin)

        return self._tekst(ask, begin, noteer, kader)

    def tekst(self, begin: str, noteer: Noteer) -> str:
        """Several lines."""

        def ask(typed: str, note: Noteer) -> str | Wens:
            return self._invoer.tekst(typed, note, self._kader)

        return self._tekst(ask, begin, noteer, self._kader)

    def kies(self, vraag: Keuzevraag) -> list[str]:
        """Options; none when it is skipped."""
        assert vraag.opties, vraag.label
        return self._tot_antwoord(lambda: self._invoer.kies(vraag, self._kader), self._kader)

    def _tekst(
        self, ask: Callable[[str, Noteer], str | Wens], begin: str, noteer: Noteer, kader: Kader
    ) -> str:
        typed = begin

        def remember(text: str) -> str:
            nonlocal typed
            typed = text
            return noteer(text)

        return without_refused(self._tot_antwoord(lambda: ask(typed, remember), kader))[0]

    def _tot_antwoord(self, ask: Callable[[], T | Wens], kader: Kader) -> T:
        while True:
            said = ask()
            if said is Wens.TERUG:
                raise Teruggaan
            if isinstance(said, Wens):
                self._om.toon(said)
            elif said or not kader.nodig:
                return said
            else:
                self.zeg(WAT_NODIG_IS)
