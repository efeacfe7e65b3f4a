"""How far it is, on stderr, for whoever waits at a terminal for more than a moment."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

#: What takes no longer than this needs no bar, in seconds.
_EVEN = 0.5


class Balk:
    """To be told how many more pieces are done, of how many; shows a bar when that is of use."""

    def __init__(self, wat: str) -> None:
        self._wat = wat
        self._begin = time.monotonic()
        self._gedaan = 0
        self._bar: Progress | None = None

    def __enter__(self) -> Balk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, erbij: int, totaal: int) -> None:
        self._gedaan += erbij
        if self._bar is None and time.monotonic() - self._begin > _EVEN and sys.stderr.isatty():
            self._bar = _bar(self._wat, totaal)
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._gedaan, refresh=True)


def _bar(what: str, total: int) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # here: mostly not needed

    from leercyclus.render.scherm import foutconsole

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(
        *columns,
        console=foutconsole(),
        transient=True,
        auto_refresh=False,  # no thread: other processes are started meanwhile
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task(what, total=total)
    bar.start()
    return bar
