"""leercyclus toon."""

from __future__ import annotations

from typing import Annotated

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.lezer import Voor, deur, zeg_onleesbaar
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.ids import suggestion
from leercyclus.domain.kring import Kring
from leercyclus.domain.projectie import Deur, Gezien, GezienCyclus
from leercyclus.domain.soorten import CYCLUS
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render import json_uit, scherm
from leercyclus.render.scherm import print_group
from leercyclus.render.stuk import Blok, blokken, markdown
from leercyclus.render.stuk import scherm as op_scherm

FORMATEN = ("tekst", "markdown", "json")


@opdracht("geen_invoer")
def toon(
    omgeving: Omgeving,
    cyclus: Annotated[
        str | None, typer.Argument(metavar="[CYCLUS]", show_default=False), Aanbod.CYCLUS
    ] = None,
    stuk: Annotated[
        str | None,
        typer.Argument(
            metavar="[STUK]",
            help="Een soort, zoals advies, of één stuk, zoals interview/extern-p02mzd",
            show_default=False,
        ),
        Aanbod.STUK,
    ] = None,
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="|".join(FORMATEN), help="Hoe u het wilt lezen"), FORMATEN
    ] = "tekst",
    voor: Voor = None,
) -> int:
    """Leest een hele cyclus, alle stukken van een soort, of één stuk.

    Zonder --voor staat alles erin, ook interviews: denk daaraan op een groot scherm. Met --voor groep,
    bestuur of openbaar staat er alleen in wat die lezers mogen zien.

    Voorbeeld: leercyclus toon 2027-regio gespreksnotitie
    """  # fmt: skip
    if formaat not in FORMATEN:
        raise UsageError(f"--formaat: '{formaat}' kan hier niet; kies uit {', '.join(FORMATEN)}")
    door = deur(omgeving, voor)
    folder = _kies(omgeving, cyclus, door)
    if door.kring.ziet(Kring.GROEP):
        zeg_onleesbaar(len(folder.problemen))
    seen = door.cyclus(folder)
    records = kies_stukken(seen, stuk)
    if formaat == "json":
        rows = [
            (item.soort.naam, item.id, item.bestand and omgeving.toon_pad(item.bestand), item.inhoud)
            for item in records
        ]
        print(json_uit.dumps(json_uit.stukken(seen.id, rows)))
        return 0
    if not records:
        zeg(f"in deze cyclus is niets voor de kring {door.kring}")
    names = door.namen(omgeving.groep)
    blocks = [block for item in records for block in _blocks(item, names)]
    if formaat == "markdown":
        title = [Blok("kop", seen.titel)] if seen.titel and stuk is None else []
        print(markdown([*title, *blocks]), end="")
    else:
        print_group(scherm.console(), op_scherm(blocks))
    return 0


def _kies(omgeving: Omgeving, cyclus: str | None, door: Deur) -> CyclusMap:
    """The cyclus that is meant; the names of others are not told to who may not know of them."""
    try:
        return kiezen.kies_cyclus(omgeving, cyclus, ook_afgerond=True)
    except NotFoundError as error:
        if not door.kring.ziet(CYCLUS.kring_naam):
            error.tip = "bekijk ze met: leercyclus status"
        raise


def kies_stukken(folder: GezienCyclus, stuk: str | None) -> list[Gezien]:
    """The records that are meant by a kind, by ``kind/id`` or by an id alone."""
    if stuk is None:
        return list(folder.stukken)
    names = {f"{item.soort.naam}/{item.id}" if item.id else item.soort.naam: item for item in folder.stukken}
    wanted = stuk.removesuffix(".toml")
    found = [
        item
        for name, item in names.items()
        if wanted in (name, item.soort.naam, item.id, item.soort.bestand(item.id).removesuffix(".toml"))
    ]
    if not found:
        known = {part for item in folder.stukken for part in (item.soort.naam, item.id) if part}
        raise NotFoundError(
            f"in {folder.id or 'deze cyclus'} is geen stuk '{stuk}'",
            tip=suggestion(stuk, {*names, *known}) or "laat STUK weg om te zien wat er is",
        )
    return found


def _blocks(item: Gezien, names: dict[str, str]) -> list[Blok]:
    record = item.record
    kind = item.soort.naam.capitalize()
    return list(blokken(f"{kind} {item.id}".strip(), record, names))
