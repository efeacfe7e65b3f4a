"""What comes with the program to be explained: the words of the domain, and the rules of ``controleer``.

Both are kept in ``uitleg.json``, made by ``python -m tests.test_documentatie``. Each rule is declared beside
the function that finds where it is broken, and to load those takes the models of all records; the words are
those of ``woorden.toml``, and to read TOML takes a tenth of the time of a command that has no other to read.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from leercyclus.domain.voorschrift import Voorschrift

BEWAARD = Path(__file__).parents[1] / "uitleg.json"


class Woord(NamedTuple):
    """A word, its other forms, what it means, and what one does with it."""

    woord: str
    betekenis: str
    ook: list[str]
    doen: str


@cache
def woorden() -> list[Woord]:
    """All words, in alphabetical order."""
    return [Woord(**row) for row in _bewaard()["woorden"]]


@cache
def voorschriften() -> dict[str, Voorschrift]:
    """Every rule by its code, in the order of the codes."""
    return {row["code"]: Voorschrift(**row) for row in _bewaard()["voorschriften"]}


@cache
def _bewaard() -> Any:
    return json.loads(BEWAARD.read_bytes())


def uitleg_van(naam: str) -> Woord | None:
    """The word with this name, in any of its forms."""
    wanted = naam.strip().lower()
    return next((word for word in woorden() if wanted in (word.woord, *word.ook)), None)
