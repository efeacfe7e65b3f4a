"""A help page as data: what it says, before it is known how wide the screen is."""

from __future__ import annotations

from typing import NamedTuple


class Rij(NamedTuple):
    """An argument, an option or a command; ``soort`` is what can be given to it."""

    naam: str
    soort: str
    hulp: str


class Paneel(NamedTuple):
    """Rows that belong together."""

    titel: str
    rijen: list[Rij]


class Hulp(NamedTuple):
    """The page of one command. ``gebruik`` is the command line; ``alineas`` say what it does."""

    gebruik: str
    alineas: list[str]
    panelen: list[Paneel]
