"""The terminal: what is printed with Rich, and how text is made safe for it."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from leercyclus.domain.tekst import showable

ACCENT = "cyan"
LAAT = "bold red"
STIL = "dim"


def console() -> Console:
    """Stdout; 80 columns wide where there is no terminal. Nothing is taken as markup or emoji code."""
    is_terminal = sys.stdout.isatty()
    return Console(
        file=sys.stdout, markup=False, emoji=False, highlight=False, width=None if is_terminal else 80
    )


def tekst(value: str, style: str = "") -> Text:
    """Text of a user, as text and nothing else."""
    return Text(showable(value), style=style)
