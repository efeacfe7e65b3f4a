"""leercyclus status."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving, opdracht
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.cyclusfeiten import cyclus_feiten, groep_feiten
from leercyclus.domain.datum import shift
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.fasen import progress
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.domain.soorten import CYCLUS
from leercyclus.domain.voortgang import CyclusStatus
from leercyclus.render import json_uit, overzicht


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
) -> int:
    """Per cyclus de zeven fasen, de dag, en de volgende stap. Met CYCLUS: alles over die ene.

    Voorbeeld: leercyclus status --voor directeur-oss --binnen 14
    """  # fmt: skip
    if voor is not None:
        _check_person(omgeving, voor)
    if thema is not None and thema not in (themes := kiezen.themas(omgeving.groep)):
        raise NotFoundError(f"--thema: er is geen thema '{thema}'", tip=suggestion(thema, themes))
    ids = [cyclus] if cyclus is not None else omgeving.werkmap.cyclus_ids()
    folders = [omgeving.werkmap.cyclus(id) for id in ids]
    cycles, problems = overzie(omgeving, folders)
    shown = [
        cycle
        for cycle in cycles
        if (thema is None or cycle.feiten.thema == thema)
        and (jaar is None or _year(cycle) == jaar)
        and (not te_laat or _is_late(cycle))
        and _has_step(cycle, voor, _until(omgeving.vandaag, binnen))
    ]
    if json:
        print(json_uit.dumps(json_uit.status(omgeving.groep, omgeving.vandaag, shown, problems)))
        return 0
    one = folders[0] if cyclus is not None else None
    _print(omgeving, one, cycles if one else shown, problems)
    return 0


def _print(
    omgeving: Omgeving, folder: CyclusMap | None, cycles: list[CyclusStatus], problems: list[Bevinding]
) -> None:
    """The table, or the page of one cyclus."""
    from leercyclus.render import cyclus, scherm, status  # here: --json does without Rich

    screen = scherm.console()
    if folder is not None:
        records = [
            (_name(item.soort.naam, item.id), overzicht.kern(item.record))
            for item in folder.records
            if item.soort is not CYCLUS
        ]
        page = cyclus.pagina(folder.cyclus, cycles[0], omgeving.groep, records, problems)
        scherm.print_group(screen, page)
    elif not omgeving.werkmap.cyclus_ids() and not problems:
        print("dit leertraject heeft nog geen cyclus; open er een met: leercyclus nieuw")
    else:
        table = status.tabel(omgeving.groep, omgeving.vandaag, cycles, problems, screen.width)
        scherm.print_group(screen, table)


def overzie(omgeving: Omgeving, folders: list[CyclusMap]) -> tuple[list[CyclusStatus], list[Bevinding]]:
    """Where these cycles stand, and what could not be read; files as seen from the working directory."""
    group = groep_feiten(omgeving.groep, omgeving.vandaag)
    facts = [cyclus_feiten(folder, group) for folder in folders]
    cycles = [CyclusStatus(item, progress(item, omgeving.vandaag)) for item in facts]
    found = [*omgeving.problemen]
    for folder in folders:
        found += folder.problemen
    found = [problem.in_file(omgeving.toon_pad(problem.bestand)) for problem in found]
    return cycles, sorted(found, key=lambda problem: problem.order)


def _check_person(omgeving: Omgeving, id: str) -> None:
    people = kiezen.mensen(omgeving.groep)
    if id not in people:
        raise NotFoundError(f"--voor: er is geen persoon '{id}'", tip=suggestion(id, people))


def _year(cycle: CyclusStatus) -> int | None:
    day = cycle.feiten.intervisiedag
    if day is not None:
        return day.year
    start = cycle.feiten.id[:4]
    return int(start) if start.isdigit() else None


_FAR = 3_000_000  # days: beyond the calendar, so no limit at all


def _until(today: dt.date, days: int | None) -> dt.date | None:
    return None if days is None else shift(today, min(days, _FAR))


def _is_late(cycle: CyclusStatus) -> bool:
    """A fase past its term, or an outcome that should have been written down."""
    return cycle.voortgang.te_laat or any(step.te_laat for step in cycle.voortgang.open_stappen)


def _has_step(cycle: CyclusStatus, person: str | None, until: dt.date | None) -> bool:
    if person is None and until is None:
        return True
    return any(
        (person is None or person in step.wie)
        and (until is None or (step.uiterlijk is not None and step.uiterlijk <= until))
        for step in cycle.voortgang.open_stappen
    )


def _name(kind: str, id: str) -> str:
    return f"{kind}/{id}" if id else kind
