"""The status of all cycles as a table, and of one cyclus as a page."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.datum import kort, lang
from leercyclus.domain.fasen import CyclusFeiten, FaseStand, FaseVoortgang, Voortgang
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.stappen import Stap
from leercyclus.domain.tekst import aantal, first_line, opsomming
from leercyclus.render import overzicht
from leercyclus.render.scherm import ACCENT, LAAT, STIL, tekst

TEKENS: dict[FaseStand, str] = {
    "klaar": "✓",
    "concept": "◐",
    "open": "○",
    "overgeslagen": "–",
    "onleesbaar": "?",
}
_HEADINGS = ("vraag", "zelf", "interv", "stuk", "dag", "opv", "les")
_LEGEND = "✓ klaar   ◐ bezig   ○ nog niet   – overgeslagen   ? niet te lezen   ! te laat"


@dataclass(frozen=True)
class CyclusStatus:
    """What the table shows of one cyclus."""

    feiten: CyclusFeiten
    voortgang: Voortgang


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
    return Group(*parts, *_problems(problems))


def _heading(groep: Leertraject, today: dt.date) -> Text:
    name = tekst(groep.naam or "Leertraject zonder naam", "bold")
    when = f"   {lang(today)}" + (" (peildatum)" if groep.peildatum == today else "")
    return name + Text(when, style=STIL)


def _rows(cycles: Sequence[CyclusStatus], width: int) -> Iterator[RenderableType]:
    cells = [[_cell(phase) for phase in cycle.voortgang.fasen] for cycle in cycles]
    cell_width = max([6, *(len(cell) for row in cells for cell in row)])
    name_width = max(12, width - len(_HEADINGS) * (cell_width + 1))
    yield _line(Text("cyclus"), [Text(name) for name in _HEADINGS], name_width, cell_width, STIL)
    for cycle, row in zip(cycles, cells, strict=True):
        yield _line(_wrapped(cycle.feiten.id, name_width), row, name_width, cell_width, "")
        yield Padding(_now(cycle), (0, 0, 0, 2))


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


def _problems(problems: Sequence[Bevinding]) -> Iterator[Text]:
    if not problems:
        return
    yield Text()
    files = aantal(len(problems), "bestand is", "bestanden zijn")
    yield Text(f"! {files} niet te lezen; de rest staat hierboven", style=LAAT)
    for problem in problems:
        yield from (Text(f"  {line}") for line in overzicht.bevinding(problem))


# one cyclus


def pagina(
    cyclus: Cyclus,
    cycle: CyclusStatus,
    groep: Leertraject,
    stukken: Sequence[tuple[str, str]],
    problems: Sequence[Bevinding],
) -> Group:
    """Everything about one cyclus that a coördinator would put on the screen in a meeting.

    ``stukken`` are the records there are: the name to show one with, and what it is about.
    """
    parts: list[RenderableType] = [
        tekst(cyclus.titel or cycle.feiten.id, f"bold {ACCENT}"),
        Text(cycle.feiten.id, style=STIL),
        Text(),
        *_question(cyclus, groep),
        Text(),
        _phases(cycle.voortgang),
        Text(),
        *_steps(cycle.voortgang),
        *_records(cycle.feiten.id, stukken),
        *_problems(problems),
    ]
    return Group(*parts)


def _question(cyclus: Cyclus, groep: Leertraject) -> Iterator[RenderableType]:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=STIL, no_wrap=True)
    grid.add_column()
    names = {person.id: person.naam or person.id for person in groep.deelnemers}
    day = lang(cyclus.intervisiedag) if cyclus.intervisiedag else "nog te kiezen"
    if cyclus.verplaatst:
        day += f" (eerder: {opsomming([kort(earlier) for earlier in cyclus.verplaatst])})"
    rows = (
        ("Vraag", cyclus.vraag),
        ("Waarom nu", cyclus.waarom_nu),
        ("Vraagstellers", opsomming([names.get(id, id) for id in cyclus.vraagstellers])),
        ("Adviseur", opsomming([names.get(id, id) for id in cyclus.adviseurs])),
        ("Dag", f"{day}, {cyclus.plaats}" if cyclus.plaats else day),
        ("Thema", next((t.naam for t in groep.themas if t.id == cyclus.thema), cyclus.thema)),
        ("Soort werk", cyclus.soort_werk),
        ("Verloop", None if cyclus.verloop == "loopt" else f"{cyclus.verloop}: {cyclus.reden or 'zonder reden'}"),
        *((f"Overgeslagen: {fase}", why) for fase, why in (cyclus.overgeslagen or {}).items()),
    )
    for label, value in rows:
        if value:
            grid.add_row(label, tekst(value))
    yield grid


def _phases(now: Voortgang) -> Table:
    table = Table.grid(padding=(0, 3, 0, 0))
    for _ in range(5):
        table.add_column(no_wrap=True)
    table.add_row("", "fase", "stand", "gedaan", "uiterlijk", style=STIL)
    for phase in now.fasen:
        deadline = kort(phase.uiterlijk) if phase.uiterlijk else "–"
        late = " ! te laat" if phase.te_laat else ""
        count = "" if phase.stand == "overgeslagen" else f"{phase.gedaan} van {phase.totaal}"
        stand = {"concept": "bezig", "open": "nog niet", "onleesbaar": "niet te lezen"}.get(phase.stand, phase.stand)
        table.add_row(
            TEKENS[phase.stand], phase.fase, stand, count, deadline + late, style=LAAT if late else ""
        )
    return table


def _steps(now: Voortgang) -> Iterator[RenderableType]:
    if now.open_stappen:
        yield Text("Nu te doen", style="bold")
        for step in now.open_stappen:
            yield from stap_blok(step)
    elif now.volgende_stap:
        yield Text("Volgende stap", style="bold")
        yield from stap_blok(now.volgende_stap)
    else:
        yield Text("Deze cyclus is rond.", style="bold")


def stap_blok(step: Stap) -> Iterator[RenderableType]:
    """A step as a small block: the sentence, who, the command."""
    late = " (te laat)" if step.te_laat else ""
    yield Padding(tekst(step.wat + late, LAAT if step.te_laat else ""), (0, 0, 0, 2))
    if step.wie:
        yield Padding(Text(", ".join(step.wie), style=STIL), (0, 0, 0, 4))
    yield Padding(Text(step.opdracht, style=ACCENT), (0, 0, 0, 4))


def _records(cyclus: str, stukken: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
    if not stukken:
        return
    yield Text()
    yield Text("Stukken", style="bold") + Text(f"   lezen met: leercyclus toon {cyclus} STUK", style=STIL)
    for name, about in stukken:
        yield Padding(tekst(f"{name}  ") + tekst(first_line(about, max(10, 74 - len(name))), STIL), (0, 0, 0, 2))


# the short status


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
    return Group(*parts, *_problems(problems))


def print_group(target: Console, group: Group) -> None:
    """Print without the spaces that padding leaves at the ends of lines."""
    with target.capture() as capture:
        target.print(group)
    for line in capture.get().splitlines():
        target.file.write(line.rstrip() + "\n")
