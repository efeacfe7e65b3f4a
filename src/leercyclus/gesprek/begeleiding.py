"""What goes with a question beside its answer: what can be wanted instead, and who keeps what is typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from leercyclus.domain.punt import Keuzes


class Wens(StrEnum):
    """What somebody may want instead of answering: typed alone on the first line of an answer."""

    UITLEG = "?"
    EERDER = "<"
    TERUG = "<<"


#: The wishes that can be granted now, each with the words for it; without words it is not offered.
Wensen = Mapping[Wens, str]
#: Hears of a text that is being typed, to keep it; says what is wrong when it cannot (else nothing).
Noteer = Callable[[str], str]
#: The same for an answer of any kind that is not finished.
Bewaarder = Callable[[Any], str]


@dataclass(frozen=True)
class Kader:
    """What goes with one field: the wishes that can be granted, and what an empty answer does, in words.

    Without those words there has to be an answer.
    """

    wensen: Wensen
    leeg: str

    @property
    def nodig(self) -> bool:
        """Whether there has to be an answer."""
        return not self.leeg


@dataclass(frozen=True)
class Keuzevraag:
    """One option to be chosen, or several when ``meervoud``; ``begin`` is chosen already."""

    label: str
    opties: Keuzes
    meervoud: bool = False
    begin: Collection[str] = ()


class Teruggaan(Exception):
    """No error: who types wants to go back to what was asked before this."""


def vergeet(typed: Any) -> str:
    """For what is not worth keeping while it is typed."""
    return ""


def _niets(wens: Wens) -> None:
    """For a question about which there is nothing to show."""


@dataclass(frozen=True)
class Begeleiding:
    """What goes with one question. ``nodig``: it cannot be left open; ``toon`` shows what is wanted."""

    noteer: Bewaarder = vergeet
    wensen: Wensen = field(default_factory=dict)
    toon: Callable[[Wens], None] = _niets
    nodig: bool = False


ZONDER = Begeleiding()
