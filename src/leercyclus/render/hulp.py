"""A help page for the screen."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from leercyclus.domain.hulp import Hulp, Paneel
from leercyclus.render.scherm import ACCENT, STIL

_OPTIE = r"(?<!\S)--[\w-]+"
_SOORT = "bold yellow"


def pagina(hulp: Hulp) -> Group:
    """The command line, what it does, and everything that can be given to it."""
    what, *more = hulp.alineas
    said = [Text(what), *(Text(f"\n{paragraph}", style=STIL) for paragraph in more)]
    return Group(
        Padding(Text(f"Gebruik: {hulp.gebruik}", style="bold"), 1),
        *(Padding(_nadruk(text), (0, 1)) for text in said),
        Text(),
        *_panelen(hulp.panelen),
    )


def _panelen(panels: list[Paneel]) -> Iterator[RenderableType]:
    """What the commands do begins at the same place in each panel; they take nothing themselves."""
    commands = [panel for panel in panels if not any(row.soort for row in panel.rijen)]
    longest = max((len(row.naam) for panel in commands for row in panel.rijen), default=0)
    for panel in panels:
        table = Table.grid(padding=(0, 2))
        table.add_column(style=f"bold {ACCENT}", overflow="fold")
        if panel in commands:
            table.columns[0].min_width = longest
        else:
            table.add_column(style=_SOORT, overflow="fold")
        for row in panel.rijen:
            value = () if panel in commands else (row.soort,)
            table.add_row(row.naam, *value, _nadruk(Text(row.hulp, overflow="fold")))
        yield Panel(table, title=Text(panel.titel), title_align="left", border_style=STIL)


def _nadruk(text: Text) -> Text:
    """The names of options stand out."""
    text.highlight_regex(_OPTIE, f"bold {ACCENT}")
    return text
