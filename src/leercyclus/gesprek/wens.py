"""What goes on between an answer and who types it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any


class Wens(StrEnum):
    """What somebody may want instead of answering: typed alone on the first line of an answer."""

    UITLEG = "?"
    EERDER = "<"
    TERUG = "<<"


#: The wishes that can be granted now, each with the words for it.
Wensen = Mapping[Wens, str]
#: Hears of a text that is being typed, to keep it; says what is wrong when it cannot (else nothing).
Noteer = Callable[[str], str]
#: The same for an answer of any kind that is not finished.
Bewaarder = Callable[[Any], str]


def vergeet(typed: Any) -> str:
    """For what is not worth keeping while it is typed."""
    return ""
