"""The status of all cycles: as a table, and in short."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence
from itertools import islice

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.datum import kort, lang
from leercyclus.domain.groepsfeiten import LeertrajectFeiten
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
_NAAM = f"bold {ACCENT}"
_LEGEND = "✓ klaar   ◐ bezig   ○ nog niet   – overgeslagen   ? niet te lezen   ! te laat"


#: How many lines are drawn at a time.
_PORTIE = 400


class _Regels:
    """Lines that were broken where they were made, drawn as they are."""

    def __init__(self, lines: Sequence[Text]) -> None:
        self._lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._lines:
            yield from Segment.apply_style(line.render(console), console.get_style(line.style))
            yield Segment.line()


def tabel(
    groep: LeertrajectFeiten,
    today: dt.date,
    telling: tuple[int, int],
    cycles: Sequence[CyclusStatus],
    problems: Sequence[Bevinding],
    width: int,
) -> Iterator[RenderableType]:
    """The status of these cycles, piece by piece, so that a long one begins at once.

    ``telling`` is how many cycles there are, and how many of those are late; when that is more than
    are shown here, it says how to see the rest.
    """
    count, late = telling
    said = aantal(count, "cyclus", "cycli") + (f", {late} te laat" if late else "")
    yield Group(_heading(groep, today), Text(said, style=STIL), Text())
    lines = _rijen(cycles, width)
    while portie := list(islice(lines, _PORTIE)):
        yield _Regels(portie)
    yield Text()
    if len(cycles) < count:
        yield Text(f"Dit zijn er {len(cycles)} van de {count}: wat het eerst aandacht vraagt.", style=STIL)
        yield Text("Alles ziet u met: leercyclus status --alles", style=STIL)
        yield Text()
    yield Group(Text(_LEGEND, style=STIL), *problemen(problems))


def _rijen(cycles: Sequence[CyclusStatus], width: int) -> Iterator[Text]:
    """A few lines for each cyclus: the seven fasen with their counts, the day, and what comes next."""
    cells = [[_cel(phase) for phase in cycle.fasen] for cycle in cycles]
    cell_width = max([6, *(len(cell) for row in cells for cell in row)])
    name_width = width - len(_HEADINGS) * (cell_width + 1)
    is_narrow = name_width < _NARROWEST_NAME
    if not is_narrow:
        yield Text(_in_kolommen("cyclus", _HEADINGS, name_width, cell_width), style=STIL)
    for cycle, row in zip(cycles, cells, strict=True):
        name = _gebroken(cycle.id, width if is_narrow else name_width - 1)
        if is_narrow:
            yield from (Text(line, style=_NAAM) for line in name)
            yield from _onder_elkaar(row, width)
        else:
            yield _rij(name[0], row, name_width, cell_width)
            yield from (Text(line, style=_NAAM) for line in name[1:])
        yield from _nu(cycle, width)


def _in_kolommen(name: str, cells: Sequence[str], name_width: int, cell_width: int) -> str:
    return name.ljust(name_width) + " ".join(cell.ljust(cell_width) for cell in cells)


def _rij(name: str, cells: Sequence[str], name_width: int, cell_width: int) -> Text:
    line = Text(_in_kolommen(name, cells, name_width, cell_width))
    line.stylize(_NAAM, 0, len(name))
    for column, cell in enumerate(cells):
        if cell.endswith("!"):
            start = name_width + column * (cell_width + 1)
            line.stylize(LAAT, start, start + len(cell))
    return line


def _gebroken(id: str, width: int) -> list[str]:
    """An id breaks at its hyphens, never inside a word."""
    return [id] if len(id) <= width else textwrap.wrap(id, width, subsequent_indent="  ")


def _onder_elkaar(cells: Sequence[str], width: int) -> Iterator[Text]:
    """The fasen behind each other, each with its name, for a narrow window."""
    named = "  ".join(f"{name}:{cell}" for name, cell in zip(_HEADINGS, cells, strict=True))
    for line in textwrap.wrap(named, width - 2):
        shown = Text(f"  {line}")
        shown.highlight_regex(r"\S+!", LAAT)
        yield shown


def _heading(groep: LeertrajectFeiten, today: dt.date) -> Text:
    name = tekst(groep.naam or "Leertraject zonder naam", "bold")
    when = f"   {lang(today)}" + (" (peildatum)" if groep.peildatum == today else "")
    return name + Text(when, style=STIL)


def _cel(phase: FaseVoortgang) -> str:
    if phase.stand == "overgeslagen":
        return TEKENS[phase.stand]
    return f"{TEKENS[phase.stand]}{phase.gedaan}/{phase.totaal}{'!' if phase.te_laat else ''}"


def _nu(cycle: CyclusStatus, width: int) -> Iterator[Text]:
    """The day, and what is asked now."""
    day = kort(cycle.intervisiedag) if cycle.intervisiedag else "nog geen dag"
    if cycle.verloop != "loopt":
        day = f"{cycle.verloop}, {day}"
    said, style = _gevraagd(cycle)
    line = f"{day} · {said}" if said else day
    for row, part in enumerate(_gevouwen(line, width - 2)):
        shown = Text(f"  {part}", style=style)
        if row == 0:
            shown.stylize(STIL, 0, len(day) + 5)
        yield shown


def _gevraagd(cycle: CyclusStatus) -> tuple[str, str]:
    """What comes next and the style of that; nothing for a cyclus that will not go on."""
    step = cycle.volgende_stap
    if cycle.verloop == "vervallen":
        return "", STIL
    if step is not None:
        return overzicht.stap(step), LAAT if step.te_laat else ""
    later = [item for item in cycle.open_stappen if item.fase == "opvolging"]
    if later:
        return f"rond, op de uitkomst na: {overzicht.namen(later[0].wie)}", ""
    return "rond", STIL


def _gevouwen(line: str, width: int) -> list[str]:
    return [line] if len(line) <= width else textwrap.wrap(line, width, break_on_hyphens=False)


def kort_overzicht(
    groep: LeertrajectFeiten,
    today: dt.date,
    cycles: Sequence[CyclusStatus],
    turn: Sequence[str],
    problems: Sequence[Bevinding],
) -> Group:
    """What now, and whose turn it is to bring a question."""
    steps = sorted(
        (step for cycle in cycles for step in cycle.open_stappen),
        key=lambda step: (step.uiterlijk is None, step.uiterlijk or today),
    )
    running = sum(not cycle.afgerond and cycle.verloop == "loopt" for cycle in cycles)
    done = sum(cycle.afgerond for cycle in cycles)
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
