"""Where a name was found: on disk, and in what git still holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plek:
    """A place in a text where the name stands; lines and columns count from 1."""

    regel: int
    kolom: int
    tekst: str


@dataclass(frozen=True)
class Vindplaats:
    """A file in which the name stands, or that is called after it (then ``plekken`` may be empty)."""

    bestand: str
    plekken: tuple[Plek, ...]


@dataclass(frozen=True)
class Gevonden:
    """All places in a leertraject.

    ``stukken`` are files of leercyclus, in which the name can be replaced; ``zelf`` are others in
    which it stands; ``ongezien`` could not be looked into.
    """

    stukken: tuple[Vindplaats, ...]
    zelf: tuple[Vindplaats, ...]
    ongezien: tuple[str, ...]

    @property
    def aantal(self) -> int:
        """How often the name stands in files of leercyclus, names of files counted once."""
        return sum(max(1, len(item.plekken)) for item in self.stukken)


@dataclass(frozen=True)
class InGit:
    """What the history of the repository still holds: numbers of commits."""

    versies: int
    geschreven_door: int
