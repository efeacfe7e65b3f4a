"""leercyclus status."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from leercyclus.commands.deel import geen_cyclus
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.commands.overzien import Overzicht, overzie, overzie_een
from leercyclus.commands.statusindex import Stand
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.datum import shift
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.render import json_uit
from leercyclus.uitgang import schrijf

if TYPE_CHECKING:  # a warm index tells it all without the models
    from leercyclus.domain.gelezen import CyclusMap
    from leercyclus.domain.voortgang import CyclusStatus


@opdracht()
def status(
    omgeving: Omgeving,
    cyclus: Annotated[
        str | None,
        typer.Argument(metavar="[CYCLUS]", help="Eén cyclus, uitvoerig", show_default=False),
        Aanbod.CYCLUS,
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Als JSON, voor scripts")] = False,
    thema: Annotated[
        str | None, typer.Option("--thema", metavar="ID", help="Alleen dit thema"), Verwijzing.THEMA
    ] = None,
    jaar: Annotated[
        int | None, typer.Option("--jaar", metavar="JJJJ", help="Alleen cycli van dit jaar")
    ] = None,
    te_laat: Annotated[bool, typer.Option("--te-laat", help="Alleen wat over een termijn heen is")] = False,
    voor: Annotated[
        str | None,
        typer.Option("--voor", metavar="ID", help="Alleen waar deze persoon nu iets te doen heeft"),
        Verwijzing.PERSOON,
    ] = None,
    binnen: Annotated[
        int | None,
        typer.Option(
            "--binnen", metavar="DAGEN", min=0, help="Alleen wat binnen zoveel dagen klaar moet zijn"
        ),
    ] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Ook van een lange lijst elke cyclus, in volgorde van naam")
    ] = False,
) -> int:
    """Per cyclus de zeven fasen, de dag, en de volgende stap. Met CYCLUS: alles over die ene.

    Voorbeeld: leercyclus status --voor directeur-oss --binnen 14
    """  # fmt: skip
    folder = None if cyclus is None else omgeving.werkmap.cyclus(cyclus)
    overzicht = overzie(omgeving) if folder is None else overzie_een(omgeving, folder)
    if voor is not None:
        _check_person(overzicht, voor)
    if thema is not None:
        _check_theme(overzicht, thema)
    until = None if binnen is None else shift(overzicht.vandaag, min(binnen, _FAR))
    tests: list[Callable[[CyclusStatus], bool]] = [
        *([lambda now: now.thema == thema] if thema is not None else []),
        *([lambda now: _year(now) == jaar] if jaar is not None else []),
        *([lambda now: now.heeft_te_laat] if te_laat else []),
        *([lambda now: _has_step(now, voor, until)] if voor is not None or until is not None else []),
    ]
    shown = [stand for stand in overzicht.cycli if all(test(stand.status) for test in tests)]
    if json:
        cycles = [stand.json for stand in shown]
        for piece in json_uit.status(overzicht.groep, overzicht.vandaag, cycles, overzicht.problemen):
            schrijf(piece)
    elif folder is not None:
        _print_page(omgeving, folder, overzicht)
    elif not overzicht.cycli and not overzicht.problemen:
        print(geen_cyclus(omgeving.elders))
    else:
        _print_table(overzicht, shown, alles=alles)
    return 0


#: More rows than this nobody reads.
_MOST_ROWS = 25


def _print_table(overzicht: Overzicht, shown: Sequence[Stand], *, alles: bool) -> None:
    """These cycles; of many only those that ask most for attention, unless all are wanted."""
    from leercyclus.render import scherm, status  # here: --json does without Rich

    count, late = len(shown), sum(stand.te_laat for stand in shown)
    if count > _MOST_ROWS and not alles:
        shown = sorted(shown, key=lambda stand: stand.dringend)[:_MOST_ROWS]
    cycles = [stand.status for stand in shown]
    screen = scherm.console()
    for part in status.tabel(
        overzicht.groep, overzicht.vandaag, (count, late), cycles, overzicht.problemen, screen.width
    ):
        scherm.print_group(screen, part)


def _print_page(omgeving: Omgeving, folder: CyclusMap, overzicht: Overzicht) -> None:
    """Everything about one cyclus."""
    from leercyclus.domain.soorten import CYCLUS
    from leercyclus.render import cyclus, scherm, stukken

    records = [
        (_name(item.soort.naam, item.id), stukken.kern(item.record))
        for item in folder.records
        if item.soort is not CYCLUS
    ]
    [stand] = overzicht.cycli
    page = cyclus.pagina(folder.cyclus, stand.status, omgeving.groep, records, overzicht.problemen)
    scherm.print_group(scherm.console(), page)


def _check_person(overzicht: Overzicht, id: str) -> None:
    people = [person.id for person in overzicht.groep.personen]
    if id not in people:
        raise NotFoundError(f"--voor: er is geen persoon '{id}'", tip=suggestion(id, people))


def _check_theme(overzicht: Overzicht, id: str) -> None:
    from leercyclus.store import ingebouwd  # here: it loads the models

    themes = [*(theme.id for theme in ingebouwd.themas()), *overzicht.groep.themas]
    if id not in themes:
        raise NotFoundError(f"--thema: er is geen thema '{id}'", tip=suggestion(id, themes))


def _year(cycle: CyclusStatus) -> int | None:
    day = cycle.intervisiedag
    if day is not None:
        return day.year
    start = cycle.id[:4]
    return int(start) if start.isdigit() else None


_FAR = 3_000_000  # days: beyond the calendar, so no limit at all


def _has_step(cycle: CyclusStatus, person: str | None, until: dt.date | None) -> bool:
    if person is None and until is None:
        return True
    return any(
        (person is None or person in step.wie)
        and (until is None or (step.uiterlijk is not None and step.uiterlijk <= until))
        for step in cycle.open_stappen
    )


def _name(kind: str, id: str) -> str:
    return f"{kind}/{id}" if id else kind
