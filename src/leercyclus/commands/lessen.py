"""leercyclus lessen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.lezer import Voor, deur, openbare_lessen, zeg_onleesbaar
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.bibliotheek import Bibliotheekles, volledige_naam
from leercyclus.domain.elders import Elders
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.domain.kring import Kring
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.voortgang import FASEN
from leercyclus.render import json_uit, scherm
from leercyclus.render.lessen import lijst, pagina
from leercyclus.render.scherm import print_group
from leercyclus.store import ingebouwd


@opdracht()
def lessen(
    omgeving: Omgeving,
    les: Annotated[
        str | None,
        typer.Argument(metavar="[LES]", help="Eén les, met toelichting en vragen", show_default=False),
        Verwijzing.LES,
    ] = None,
    thema: Annotated[
        str | None, typer.Option("--thema", metavar="ID", help="Alleen dit thema"), Verwijzing.THEMA
    ] = None,
    fase: Annotated[
        str | None,
        typer.Option("--fase", metavar="FASE", help="Alleen lessen met een vraag in deze fase"),
        FASEN,
    ] = None,
    voor: Voor = None,
    json: Annotated[bool, typer.Option("--json", help="Als JSON, voor scripts")] = False,
) -> int:
    """De ingebouwde lessen en die van uw groep. Elke les komt als vraag terug in de cycli van
    haar thema; leren te leren komt altijd terug.

    Voorbeeld: leercyclus lessen stap-terug
    """  # fmt: skip
    library, themes, elders = _library(omgeving, voor)
    if fase is not None and fase not in FASEN:
        raise UsageError(
            f"--fase: '{fase}' is geen fase", tip=suggestion(fase, FASEN) or f"kies uit {', '.join(FASEN)}"
        )
    if thema is not None and thema not in themes:
        raise NotFoundError(
            f"--thema: er is geen thema '{thema}'",
            tip=suggestion(thema, themes) or f"kies uit {', '.join(themes)}",
        )
    chosen = [item for item in library if _fits(item, thema, fase)]
    if les is not None:
        chosen = list(_named(chosen, les, elders))
    if json:
        print(json_uit.dumps(json_uit.lessen(chosen)))
    elif les is not None:
        for item in chosen:
            print_group(scherm.console(), pagina(item))
    else:
        print_group(scherm.console(), lijst(chosen, themes))
    return 0


def _library(omgeving: Omgeving, voor: str | None) -> tuple[list[Bibliotheekles], dict[str, str], Elders]:
    """The lessons for these readers, all themes, and what is not here; without a leertraject the built-in ones."""
    try:
        door = deur(omgeving, voor)
        own, problems = omgeving.werkmap.eigen_lessen()
    except NotFoundError:
        return list(ingebouwd.lessen()), kiezen.themas(Leertraject()), Elders()
    if door.kring.ziet(Kring.GROEP):
        zeg_onleesbaar(len(problems))
    shown = door.lessen([*ingebouwd.lessen(), *own], openbare_lessen(omgeving, door))
    return shown, kiezen.themas(omgeving.groep), omgeving.elders


def _fits(item: Bibliotheekles, thema: str | None, fase: str | None) -> bool:
    return (thema is None or item.les.thema == thema) and (
        fase is None or any(question.fase == fase for question in item.vragen)
    )


def _named(library: list[Bibliotheekles], name: str, elders: Elders) -> Iterator[Bibliotheekles]:
    """A lesson by its full name, or every lesson with this id."""
    found = [item for item in library if name in (item.id, item.naam)] or [
        item for item in library if item.naam == volledige_naam(name)
    ]
    if not found:
        known = [item.id if item.is_ingebouwd else item.naam for item in library]
        raise elders.les(name) or NotFoundError(
            f"er is geen les '{name}'", tip=suggestion(name, known) or "bekijk ze met: leercyclus lessen"
        )
    yield from found
