"""The words of the domain, as they come with the program; docs/woordenlijst.md has the same."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    text = (files("leercyclus") / "woorden.toml").read_text("utf-8")
    rows = tomllib.loads(text)["woorden"]
    words = [
        Woord(row["woord"], row["betekenis"], tuple(row.get("ook", ())), row.get("doen", "")) for row in rows
    ]
    return tuple(sorted(words, key=lambda item: item.woord))


def uitleg_van(naam: str) -> Woord | None:
    """The word with this name, in any of its forms."""
    wanted = naam.strip().lower()
    return next((word for word in woorden() if wanted in (word.woord, *word.ook)), None)
