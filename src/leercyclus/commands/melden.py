"""What a command says when it is done."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bibliotheek import GROEP
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.soorten import Soort
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render import json_uit, overzicht, stukken


def na_bewaren(omgeving: Omgeving, bestand: str) -> None:
    """The next step of the cyclus, and how to share what was kept."""
    parts = PurePosixPath(bestand).parts
    if len(parts) > 1 and omgeving.werkmap.is_cyclus(parts[0]):
        _, now = kiezen.voortgang(omgeving, omgeving.werkmap.cyclus(parts[0]))
        for line in overzicht.volgende(now):
            zeg(line)
    zeg(_delen(omgeving, parts[0]))


def _delen(omgeving: Omgeving, place: str) -> str:
    root = omgeving.werkmap.root
    if any((folder / ".git").exists() for folder in (root, *root.parents)):
        elders = omgeving.elders  # git takes nothing from a folder that it was told to leave out
        is_left_out = elders.is_er and "." not in place and place not in elders.gehaald
        get = f"{elders.haal}{place}, " if is_left_out else ""
        return f"dit staat op deze computer; deel het met: {get}git add {omgeving.toon_pad(place)}, git commit en git push"
    return (
        "dit staat alleen op deze computer; om te delen maakt u van deze map eerst een git-map, met: git init"
    )


def lijst(omgeving: Omgeving, folder: CyclusMap, soort: Soort[Any], *, json: bool = False) -> int:
    """The records of a kind in a cyclus, a line each."""
    if json:
        rows = [
            stukken.lijststuk(item.id, omgeving.toon_pad(item.bestand), item.record)
            for item in folder.van(soort)
        ]
        problems = [item.in_file(omgeving.toon_pad(item.bestand)) for item in folder.problemen]
        print(json_uit.dumps(json_uit.lijst(folder.id, soort.naam, rows, problems)))
        return 0
    for line in stukken.lijst([(item.id, item.record) for item in folder.van(soort)]):
        print(line)
    problems = folder.problemen_van(soort)
    for problem in problems:
        zeg_niet_te_lezen(omgeving, problem)
    if not folder.van(soort) and not problems:
        zeg(f"er is nog geen {soort.naam} in {folder.id or GROEP}")
    return 0


def zeg_niet_te_lezen(omgeving: Omgeving, problem: Bevinding) -> None:
    """Which file could not be read, where, and why."""
    place = f"{omgeving.toon_pad(problem.bestand)}:{problem.regel}:{problem.kolom}"
    zeg(f"niet te lezen: {place}  {problem.zin}")
