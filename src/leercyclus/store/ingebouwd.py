"""The lesson library that comes with the program: one TOML file per les."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from leercyclus.domain.bibliotheek import INGEBOUWD, Bibliotheekles
from leercyclus.domain.les import Les
from leercyclus.domain.vraagkeuze import Gespreksdeel
from leercyclus.store.toml import parser


@dataclass(frozen=True)
class IngebouwdThema:
    """A theme of the library and its lessons, in the order in which they are best read."""

    id: str
    naam: str
    omschrijving: str
    lessen: tuple[str, ...]


@cache
def themas() -> tuple[IngebouwdThema, ...]:
    """The three themes."""
    data = parser.loads(_text("themas"))
    return tuple(
        IngebouwdThema(row["id"], row["naam"], row["omschrijving"], tuple(row["lessen"]))
        for row in data["themas"]
    )


@cache
def gespreksdelen() -> tuple[Gespreksdeel, ...]:
    """The parts of the conversation, in order."""
    return tuple(
        Gespreksdeel(row["naam"], row["zin"], row["vanaf"]) for row in parser.loads(_text("gesprek"))["delen"]
    )


@cache
def dagorde() -> tuple[tuple[str, str], ...]:
    """How an intervisiedag runs: each step with a sentence about it."""
    return tuple((row["naam"], row["zin"]) for row in parser.loads(_text("dagorde"))["stappen"])


@cache
def lessen() -> tuple[Bibliotheekles, ...]:
    """All built-in lessons, theme by theme."""
    return tuple(
        Bibliotheekles(INGEBOUWD, id, Les.model_validate(parser.loads(_text(id))))
        for theme in themas()
        for id in theme.lessen
    )


def _text(name: str) -> str:
    return (Path(__file__).parents[1] / "lessen" / f"{name}.toml").read_text("utf-8")
