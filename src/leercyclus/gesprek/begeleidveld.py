"""A field with guidance: what is wanted instead of an answer is shown, and the field comes back as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from leercyclus.domain.punt import Keuzes
from leercyclus.domain.tekst import without_refused
from leercyclus.gesprek.begeleiding import ZONDER, Begeleiding, Noteer, Teruggaan, Wens, vergeet
from leercyclus.gesprek.invoerwijze import NODIG, OVERSLAAN, WAT_NODIG_IS, Invoerwijze

T = TypeVar("T", bound=str | list[str])


class Begeleidveld:
    """Types in, in one of the ways. Teruggaan is raised when what came before is wanted."""

    def __init__(self, invoer: Invoerwijze, om: Begeleiding = ZONDER) -> None:
        self._invoer = invoer
        self._om = om
        self._leeg = NODIG if om.nodig else OVERSLAAN

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
        empty = self._leeg if leeg is None else leeg

        def ask(typed: str, note: Noteer) -> str | Wens:
            replaces = vervangt and typed == begin
            return self._invoer.regel(label, typed, note, self._om.wensen, empty, vervangt=replaces)

        return self._tekst(ask, begin, noteer, empty)

    def tekst(self, begin: str, noteer: Noteer) -> str:
        """Several lines."""

        def ask(typed: str, note: Noteer) -> str | Wens:
            return self._invoer.tekst(typed, note, self._om.wensen, self._leeg)

        return self._tekst(ask, begin, noteer, self._leeg)

    def kies(
        self, label: str, opties: Keuzes, *, meervoud: bool = False, begin: Collection[str] = ()
    ) -> list[str]:
        """Options, with ``begin`` chosen already; none when it is skipped."""
        assert opties, label
        return self._tot_antwoord(
            lambda: self._invoer.kies(label, opties, meervoud, begin, self._om.wensen, self._leeg), self._leeg
        )

    def _tekst(self, ask: Callable[[str, Noteer], str | Wens], begin: str, noteer: Noteer, empty: str) -> str:
        typed = begin

        def remember(text: str) -> str:
            nonlocal typed
            typed = text
            return noteer(text)

        return without_refused(self._tot_antwoord(lambda: ask(typed, remember), empty))[0]

    def _tot_antwoord(self, ask: Callable[[], T | Wens], empty: str) -> T:
        while True:
            said = ask()
            if said is Wens.TERUG:
                raise Teruggaan
            if isinstance(said, Wens):
                self._om.toon(said)
            elif said or empty != NODIG:
                return said
            else:
                self.zeg(WAT_NODIG_IS)
