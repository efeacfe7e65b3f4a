"""Work that more processes do together, where there is enough of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from leercyclus.domain.errors import SystemRefusedError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

#: With fewer pieces of work, starting a process costs more than it saves.
_GENOEG = 6
#: More processes than this read no faster from one disk.
_MEEST = 8


def map(werk: Callable[[T], R], stukken: Sequence[T]) -> Iterator[R]:
    """What ``werk`` makes of each piece, in order. Both have to be known in another process."""
    workers = min(os.cpu_count() or 1, _MEEST)
    if workers == 1 or len(stukken) < _GENOEG:
        for stuk in stukken:
            yield werk(stuk)
        return
    import multiprocessing  # here: only who reads very much needs it

    ends: list[Connection] = []
    for number in range(workers):
        ours, theirs = multiprocessing.Pipe(duplex=False)
        ends.append(ours)
        work = (werk, stukken[number::workers], theirs, ends)
        multiprocessing.Process(target=_doe, args=work, daemon=True).start()
        theirs.close()
    for number in range(len(stukken)):
        yield _ontvang(ends[number % workers])


def _ontvang(end: Connection) -> Any:
    try:
        found = end.recv()
    except EOFError:
        raise SystemRefusedError(
            "het systeem stopte een proces dat meelas", tip="maak geheugen vrij, en geef de opdracht opnieuw"
        ) from None
    if isinstance(found, Exception):
        raise found
    return found


def _doe(
    werk: Callable[[T], R], stukken: Sequence[T], end: Connection, van_de_ander: Sequence[Connection]
) -> None:
    """The life of one process: it ends when its work is done, or when nobody wants to know any more."""
    for other in van_de_ander:  # as long as we have these too, we would not see that the other is gone
        other.close()
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run that started it
    try:
        for stuk in stukken:
            end.send(_uitkomst(werk, stuk))
    except OSError:  # the other end is gone
        return


def _uitkomst(werk: Callable[[T], R], stuk: T) -> R | Exception:
    try:
        return werk(stuk)
    except Exception as error:  # told to the run that started it, which raises it
        return error
