"""Help pages: made of a command, and kept, so that nobody waits for that command to read what it does.

``hulp.json`` has the page of each, made by ``python -m tests.test_documentatie``. A line on which more is
said than which command is meant goes the way of all others, and gives the same page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
    from leercyclus.render import hulp, scherm  # here: to make a page takes no Rich

    scherm.print_group(scherm.console(), hulp.pagina(page))


def pagina(command: Any, context: Any) -> Hulp:
    """The page of a command of Typer."""
    panels: dict[str, list[Rij]] = {"Argumenten": [], "Opties": []}
    for param in command.get_params(context):
        panel = "Argumenten" if param.param_type_name == "argument" else "Opties"
        panels[panel].append(_rij(param, context))
    for name, listed in getattr(command, "commands", {}).items():
        panels.setdefault(listed.rich_help_panel, []).append(Rij(name, "", listed.help))
    return Hulp(
        " ".join((context.command_path, *command.collect_usage_pieces(context))),
        command.help.split("\n\n"),
        [Paneel(title, rows) for title, rows in panels.items() if rows],
    )


def _rij(param: Any, context: Any) -> Rij:
    """An argument goes by what can be given to it, an option by its name."""
    value = param.make_metavar(context)
    parts = [param.help or ""]
    parts += ["[verplicht]"] if param.required else []
    parts += [f"[standaard: {param.default}]"] if param.default and param.show_default else []
    said = " ".join(parts).strip()
    if param.param_type_name == "argument":
        return Rij(value, f"<{param.type.name}>", said)
    lowest = getattr(param.type, "min", None)
    value += f" [x>={lowest}]" if lowest is not None else ""
    return Rij(param.opts[0], "" if param.is_flag else value, said)
