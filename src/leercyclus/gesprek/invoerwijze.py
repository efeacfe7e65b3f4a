"""How answers are typed in: what plain lines and fields that are redrawn both can."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from leercyclus.domain.punt import Keuzes
from leercyclus.gesprek.wens import Noteer, Wens, Wensen

#: What an empty line does, in the words below a field.
OVERSLAAN, KLAAR = "overslaan", "klaar"


class Invoerwijze(Protocol):
    """How answers are typed in: in plain lines, or in fields that are redrawn."""

    #: Whether a text to begin with stands in the field, to be edited.
    vult_voor: bool

    def zeg(self, text: str, *, indent: str, stijl: str) -> None: ...

    def regel(self, label: str, begin: str, noteer: Noteer, wensen: Wensen, leeg: str) -> str | Wens: ...

    def tekst(self, begin: str, noteer: Noteer, wensen: Wensen) -> str | Wens: ...

    def kies(
        self, label: str, opties: Keuzes, meervoud: bool, begin: Collection[str], wensen: Wensen
    ) -> list[str] | Wens: ...

    def cijfer(self, uiteinden: tuple[str, str], begin: int | None, wensen: Wensen) -> int | Wens | None: ...
