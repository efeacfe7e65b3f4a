"""That there is more than a command looked at."""

from __future__ import annotations

from collections.abc import Iterable

from leercyclus.domain.elders import Elders
from leercyclus.gesprek.zeggen import zeg


def zeg_delen(delen: Iterable[Elders]) -> None:
    """Say of each leertraject of which only a part was here that it was, and how to get more."""
    for line in dict.fromkeys(elders.zin for elders in delen):
        zeg(line)


def geen_cyclus(elders: Elders) -> str:
    """What to say where there is no cyclus."""
    if elders.cycli_zijn_er:
        return "in deze map staat geen cyclus"
    return "dit leertraject heeft nog geen cyclus; open er een met: leercyclus nieuw"
