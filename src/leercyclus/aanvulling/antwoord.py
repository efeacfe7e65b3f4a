"""What is said to the script of a shell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from leercyclus.aanvulling.regel import OPDRACHT, OPTIE, Regel, woorden
from leercyclus.domain.tekst import showable

OPDRACHTEN = Path(__file__).with_name("opdrachten.json")
#: What the shell itself looks up: it knows best how to write a path.
_AAN_DE_SHELL = {"bestand": "\tbestanden", "map": "\tmappen"}


def antwoord(text: str) -> list[str]:
    """A line for each word that fits at the end of a command line: the word, a tab, and what it is.

    One line that begins with a tab says that the shell should look for files or folders.
    """
    known = json.loads(OPDRACHTEN.read_bytes())
    regel = Regel(known["opdrachten"], woorden(text)[1:] or [""])
    staat, begin, wat, vergeven = regel.gevraagd()
    if isinstance(wat, str) and wat in _AAN_DE_SHELL:
        return [_AAN_DE_SHELL[wat]]
    return [
        f"{staat}{value}\t{showable(' '.join(meaning.split()))}"
        for value, meaning in _kandidaten(regel, known, wat, begin)
        if value.startswith(begin) and value not in vergeven
    ]


def _kandidaten(regel: Regel, known: Any, wat: str | list[str], begin: str) -> Iterable[tuple[str, str]]:
    if isinstance(wat, list):
        return ((value, "") for value in wat)
    if wat == OPDRACHT:
        return ((name, command["kort"]) for name, command in known["opdrachten"].items() if name)
    if wat == OPTIE:
        options = known["opdrachten"].get(regel.opdracht, {}).get("opties", {})
        return ((name, option["hulp"]) for name, option in options.items())
    from leercyclus.aanvulling.aanbod import Aanbod  # here: the rest needs no files

    return Aanbod(regel, known["ingebouwd"]).van(wat, begin)
