"""The words of the domain, as they come with the program; docs/woordenlijst.md has the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_WOORDEN = Path(__file__).parents[1] / "woorden.toml"


@dataclass(frozen=True)
class Woord:
    """A word, its other forms, what it means, and what one does with it."""

    woord: str
    betekenis: str
    ook: tuple[str, ...] = ()
    doen: str = ""


@cache
def woorden() -> tuple[Woord, ...]:
    """All words, in alphabetical order."""
    import tomllib  # here: who asks for a code needs no words

    rows = tomllib.loads(_WOORDEN.read_text("utf-8"))["woorden"]
    words = [
        Woord(row["woord"], row["betekenis"], tuple(row.get("ook", ())), row.get("doen", "")) for row in rows
    ]
    return tuple(sorted(words, key=lambda item: item.woord))


def uitleg_van(naam: str) -> Woord | None:
    """The word with this name, in any of its forms."""
    wanted = naam.strip().lower()
    return next((word for word in woorden() if wanted in (word.woord, *word.ook)), None)
