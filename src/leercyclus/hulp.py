"""Help pages, made beforehand: nobody waits for a command, or for Typer, to read what it does.

``hulp.json`` is made from the commands by ``python -m tests.test_documentatie``. A line on which more is
said than which command is meant goes the way of all others, and gives the same page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from leercyclus.domain.hulp import Hulp, Paneel, Rij

PAGINAS = Path(__file__).with_name("hulp.json")


def bewaarde_pagina(words: Sequence[str]) -> Hulp | None:
    """The page of a command, or without a word that of leercyclus; None for anything else."""
    page = json.loads(PAGINAS.read_bytes()).get(" ".join(words))
    if page is None:
        return None
    usage, paragraphs, panels = page
    return Hulp(usage, paragraphs, [Paneel(title, [Rij(*row) for row in rows]) for title, rows in panels])


def toon(page: Hulp) -> None:
    """Print a page."""
    from leercyclus.render import hulp, scherm  # here: to know a page takes no Rich

    scherm.print_group(scherm.console(), hulp.pagina(page))
