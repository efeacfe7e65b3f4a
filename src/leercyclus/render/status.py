"""The status of all cycles: as a table, and in short."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.datum import kort, lang
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.tekst import aantal, opsomming
from leercyclus.domain.voortgang import CyclusStatus, FaseStand, FaseVoortgang
from leercyclus.render import overzicht
from leercyclus.render.scherm import ACCENT, LAAT, STIL, problemen, stap_blok, tekst

TEKENS: dict[FaseStand, str] = {
    "klaar": "✓",
    "concept": "◐",
    "open": "○",
    "overgeslagen": "–",
    "onleesbaar": "?",
}
_HEADINGS = ("vraag", "zelf", "interv", "stuk", "dag", "opv", "les")
_NARROWEST_NAME = 18
_LEGEND = "✓ klaar   ◐ bezig   ○ nog niet   – overgeslagen   ? niet te lezen   ! te laat"


def tabel(
    groep: Leertraject,
    today: dt.date,
    cycles: Sequence[CyclusStatus],
    problems: Sequence[Bevinding],
    width: int,
) -> Group:
    """One row for each cyclus: the seven fasen with their counts, the day, and what comes next."""
    late = sum(cycle.voortgang.te_laat for cycle in cycles)
    parts: list[RenderableType] = [
        _heading(groep, today),
        Text(aantal(len(cycles), "cyclus", "cycli") + (f", {late} te laat" if late else ""), style=STIL),
        Text(),
        *_rows(cycles, width),
        Text(),
        Text(_LEGEND, style=STIL),
    ]
    return Group(*parts, *problemen(problems))


def _heading(groep: Leertraject, today: dt.date) -> Text:
    name = tekst(groep.naam or "Leertraject zonder naam", "bold")
    when = f"   {lang(today)}" + (" (peildatum)" if groep.peildatum == today else "")
    return name + Text(when, style=STIL)


def _rows(cycles: Sequence[CyclusStatus], width: int) -> Iterator[RenderableType]:
    cells = [[_cell(phase) for phase in cycle.voortgang.fasen] for cycle in cycles]
    cell_width = max([6, *(len(cell) for row in cells for cell in row)])
    name_width = width - len(_HEADINGS) * (cell_width + 1)
    is_narrow = name_width < _NARROWEST_NAME
    if not is_narrow:
        yield _line(Text("cyclus"), [Text(name) for name in _HEADINGS], name_width, cell_width, STIL)
    for cycle, row in zip(cycles, cells, strict=True):
        if is_narrow:
            yield _wrapped(cycle.feiten.id, width)
            yield Padding(_named(row), (0, 0, 0, 2))
        else:
            yield _line(_wrapped(cycle.feiten.id, name_width), row, name_width, cell_width, "")
        yield Padding(_now(cycle), (0, 0, 0, 2))


def _named(cells: list[Text]) -> Text:
    """The fasen behind each other, each with its name, for a narrow window."""
    parts = [Text(f"{name}:") + cell for name, cell in zip(_HEADINGS, cells, strict=True)]
    return Text("  ").join(parts)


def _line(name: Text, cells: list[Text], name_width: int, cell_width: int, style: str) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=name_width - 1)
    for _ in cells:
        grid.add_column(width=cell_width)
    grid.add_row(name, *cells, style=style)
    return grid


def _wrapped(id: str, width: int) -> Text:
    """An id breaks at its hyphens, never inside a word."""
    return Text("\n  ".join(textwrap.wrap(id, width - 3)), style=f"bold {ACCENT}")


def _cell(phase: FaseVoortgang) -> Text:
    if phase.stand == "overgeslagen":
        return Text(TEKENS[phase.stand])
    mark = "!" if phase.te_laat else ""
    return Text(f"{TEKENS[phase.stand]}{phase.gedaan}/{phase.totaal}{mark}", style=LAAT if mark else "")


def _now(cycle: CyclusStatus) -> Text:
    facts, step = cycle.feiten, cycle.voortgang.volgende_stap
    day = kort(facts.intervisiedag) if facts.intervisiedag else "nog geen dag"
    if facts.verloop != "loopt":
        day = f"{facts.verloop}, {day}"
    line = Text(f"{day} · ", style=STIL)
    if facts.verloop == "vervallen":
        return Text(day, style=STIL)
    if step is not None:
        return line + Text(overzicht.stap(step), style=LAAT if step.te_laat else "")
    later = [item for item in cycle.voortgang.open_stappen if item.fase == "opvolging"]
    if later:
        return line + Text(f"rond, op de uitkomst na: {overzicht.namen(later[0].wie)}")
    return line + Text("rond", style=STIL)


def kort_overzicht(
    groep: Leertraject,
    today: dt.date,
    cycles: Sequence[CyclusStatus],
    turn: Sequence[str],
    problems: Sequence[Bevinding],
) -> Group:
    """What now, and whose turn it is to bring a question."""
    steps = sorted(
        (step for cycle in cycles for step in cycle.voortgang.open_stappen),
        key=lambda step: (step.uiterlijk is None, step.uiterlijk or today),
    )
    running = sum(not cycle.voortgang.afgerond and cycle.feiten.verloop == "loopt" for cycle in cycles)
    done = sum(cycle.voortgang.afgerond for cycle in cycles)
    parts: list[RenderableType] = [
        _heading(groep, today),
        Text(f"{aantal(running, 'cyclus loopt', 'cycli lopen')}, {done} rond", style=STIL),
        Text(),
    ]
    if steps:
        parts.append(Text("Nu te doen", style="bold"))
        for step in steps[:3]:
            parts += stap_blok(step)
        if len(steps) > 3:
            parts.append(Text(f"  en nog {len(steps) - 3}; zie ze met: leercyclus status", style=STIL))
    else:
        parts.append(Text("Er hoeft nu niets."))
    if turn:
        parts += [Text(), Text("Aan de beurt om een vraag te brengen", style="bold")]
        parts.append(Text(f"  {opsomming(list(turn))}"))
    return Group(*parts, *problemen(problems))
