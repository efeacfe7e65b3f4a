"""The terminal: what is printed with Rich, and how text is made safe for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from leercyclus.domain.datum import kort
from leercyclus.domain.tekst import aantal, harmless, paragraphs, showable
from leercyclus.render import overzicht
from leercyclus.uitgang import breedte, paginabreedte

if TYPE_CHECKING:
    from leercyclus.domain.bevinding import Bevinding
    from leercyclus.domain.voortgang import Stap

ACCENT = "cyan"
LAAT = "bold red"
STIL = "dim"


class _Console(Console):
    """Everything that is drawn is harmless text; what makes it bold comes after that, and from Rich alone."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else harmless(text), style, control)


def console() -> Console:
    """Stdout; 80 columns wide where there is no terminal. Nothing is taken as markup or emoji code."""
    return _console(sys.stdout, paginabreedte())


def foutconsole() -> Console:
    """The same to stderr, which is a terminal."""
    return _console(sys.stderr, breedte())


def _console(stream: TextIO, width: int) -> Console:
    return _Console(file=stream, markup=False, emoji=False, highlight=False, width=width)


def tekst(value: str, style: str = "") -> Text:
    """Text of a user, as text and nothing else."""
    return Text(showable(paragraphs(value)), style=style)


def opdrachtregel(command: str, indent: int = 4) -> Text:
    """A command to copy: never broken over two lines."""
    return Text(" " * indent + showable(command), style=ACCENT, no_wrap=True, overflow="ignore")


def stap_blok(step: Stap) -> Iterator[RenderableType]:
    """A step as a small block: the sentence, who, the command."""
    yield Padding(tekst(step.wat), (0, 0, 0, 2))
    who = Text(", ".join(step.wie), style=STIL)
    if step.te_laat:
        late = f"! te laat sinds {kort(step.uiterlijk)}" if step.uiterlijk else "! te laat"
        who = Text(late + (" · " if step.wie else ""), style=LAAT) + who
    if who:
        yield Padding(who, (0, 0, 0, 4))
    yield opdrachtregel(step.opdracht)


#: More problems than this are a list of their own.
_MEESTE_PROBLEMEN = 10


def problemen(problems: Sequence[Bevinding]) -> Iterator[Text]:
    """What could not be read, after everything that could."""
    if not problems:
        return
    yield Text()
    files = aantal(len(problems), "bestand is", "bestanden zijn")
    yield Text(f"! {files} niet te lezen; de rest staat hierboven", style=LAAT)
    for problem in problems[:_MEESTE_PROBLEMEN]:
        yield from (Text(f"  {line}") for line in overzicht.bevinding(problem))
    if len(problems) > _MEESTE_PROBLEMEN:
        yield Text(f"  en nog {len(problems) - _MEESTE_PROBLEMEN}; zie ze met: leercyclus controleer")


def print_group(target: Console, group: RenderableType) -> None:
    """Print without the spaces that padding leaves at the ends of lines."""
    with target.capture() as capture:
        target.print(group, crop=False)
    for line in capture.get().splitlines():
        target.file.write(line.rstrip() + "\n")
