"""leercyclus haak."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from leercyclus.commands.hier import toon_pad
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store import haken


@opdracht()
def haak(
    omgeving: Omgeving,
    verwijder: Annotated[bool, typer.Option("--verwijder", help="Haal de haak weer weg")] = False,
) -> int:
    """Laat git bij elke commit eerst controleren wat u vastlegt. Klopt er iets niet, dan gaat de commit
    niet door en ziet u wat het is. Een haak van uzelf blijft staan.

    Voorbeeld: leercyclus haak
    """  # fmt: skip
    path = haken.plaats(omgeving.start)
    if verwijder:
        removed = haken.verwijder(path)
        zeg("de haak is weg" if removed else "er was geen haak van leercyclus")
        return 0
    made = haken.zet(path, sys.executable)
    print(toon_pad(path))
    zeg("git controleert nu bij elke commit" if made else "de haak stond er al")
    return 0
