"""One cyclus as a page, for the screen in a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.datum import kort, lang
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.tekst import first_line, opsomming
from leercyclus.domain.voortgang import CyclusStatus, Voortgang
from leercyclus.render.scherm import ACCENT, LAAT, STIL, problemen, stap_blok, tekst
from leercyclus.render.status import TEKENS


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
        tekst(cyclus.titel or cycle.id, f"bold {ACCENT}"),
        Text(cycle.id, style=STIL),
        Text(),
        *_question(cyclus, groep),
        Text(),
        _phases(cycle),
        Text(),
        *_steps(cycle),
        *_records(cycle.id, stukken),
        *problemen(problems),
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
        (
            "Verloop",
            None if cyclus.verloop == "loopt" else f"{cyclus.verloop}: {cyclus.reden or 'zonder reden'}",
        ),
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
        stand = {"concept": "bezig", "open": "nog niet", "onleesbaar": "niet te lezen"}.get(
            phase.stand, phase.stand
        )
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


def _records(cyclus: str, stukken: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
    if not stukken:
        return
    yield Text()
    yield Text("Stukken", style="bold") + Text(f"   lezen met: leercyclus toon {cyclus} STUK", style=STIL)
    for name, about in stukken:
        yield Padding(
            tekst(f"{name}  ") + tekst(first_line(about, max(10, 74 - len(name))), STIL), (0, 0, 0, 2)
        )
