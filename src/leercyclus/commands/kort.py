"""``leercyclus`` alone: a short status, what now, and whose turn it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leercyclus.commands.deel import geen_cyclus, zeg_delen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.store import layout

if TYPE_CHECKING:
    from leercyclus.commands.overzien import Overzicht
    from leercyclus.domain.voortgang import CyclusStatus

_WELCOME = """leercyclus houdt bij wat een groep van elkaar leert: van vraag tot les.

Hier is nog geen leertraject. Begin er een met:

  leercyclus begin

Alle opdrachten ziet u met: leercyclus --help"""


def kort(omgeving: Omgeving) -> int:
    """Where we are; a welcome where there is no leertraject yet."""
    if layout.find_root(omgeving.start) is None:
        print(_WELCOME)
        return 0
    from leercyclus.commands.overzien import overzie  # here: who is welcomed has no records yet
    from leercyclus.render import scherm
    from leercyclus.render.status import kort_overzicht

    overzicht = overzie(omgeving)
    cycles, problems = [stand.status for stand in overzicht.cycli], overzicht.problemen
    if not overzicht.groep.personen and not cycles and not problems:
        print("dit leertraject heeft nog geen mensen; voeg ze toe met: leercyclus deelnemer")
        return 0
    if not cycles and not problems:
        print(geen_cyclus(omgeving.elders))
        zeg_delen(omgeving.delen)
        return 0
    turn = [] if omgeving.elders.cycli_zijn_er else aan_de_beurt(overzicht, cycles)
    group = kort_overzicht(overzicht.groep, overzicht.vandaag, cycles, turn, problems)
    scherm.print_group(scherm.console(), group)
    zeg_delen(omgeving.delen)
    return 0


def aan_de_beurt(overzicht: Overzicht, cycles: list[CyclusStatus]) -> list[str]:
    """The participants who brought a question least often; of those, who did so longest ago."""
    people = overzicht.groep.met_rol("deelnemer", overzicht.vandaag)
    times: Counter[str] = Counter()
    last: dict[str, str] = {}
    for cycle in cycles:
        if cycle.verloop == "vervallen":
            continue
        for person in cycle.vraagstellers:
            times[person] += 1
            last[person] = max(last.get(person, ""), cycle.id)
    return sorted(people, key=lambda person: (times[person], last.get(person, "")))[:2]
