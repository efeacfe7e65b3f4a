"""Paragraphs for the screen, such as an explanation.

In a pipe, where nothing has a colour, they are the same plain lines without Rich: a command that has no
records to read spends a third of its time on loading that.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from leercyclus.domain.tekst import paragraphs, showable
from leercyclus.uitgang import paginabreedte

#: By these a user asks Rich for colours where it would give none.
_KLEUR = ("FORCE_COLOR", "TTY_COMPATIBLE")


class Alinea(NamedTuple):
    """A paragraph. A heading has the accent colour; ``letterlijk`` keeps the lines of an example apart."""

    tekst: str
    kop: bool = False
    stil: bool = False
    letterlijk: bool = False
    inspringen: int = 0
    wit: int = 0  # empty lines after it


def toon(alineas: Iterable[Alinea]) -> None:
    """Print them."""
    if not sys.stdout.isatty() and not any(os.environ.get(name) for name in _KLEUR):
        for item in alineas:
            print("\n".join(_regels(item)), end="\n" * (1 + item.wit))
        return
    from rich.padding import Padding
    from rich.text import Text

    from leercyclus.render import scherm

    screen = scherm.console()
    for item in alineas:
        style = f"bold {scherm.ACCENT}" if item.kop else scherm.STIL if item.stil else ""
        scherm.print_group(screen, Padding(Text(_tekst(item), style), (0, 0, item.wit, item.inspringen)))


def _tekst(item: Alinea) -> str:
    return showable(item.tekst if item.letterlijk else paragraphs(item.tekst))


def _regels(item: Alinea) -> Iterator[str]:
    width = paginabreedte() - item.inspringen
    for line in _tekst(item).split("\n"):
        for part in textwrap.wrap(line, width, break_on_hyphens=False) or [""]:
            yield " " * item.inspringen + part if part else ""
