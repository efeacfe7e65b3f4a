"""Work that more processes do together, where there is enough of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

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

    ends = []
    for number in range(workers):
        ours, theirs = multiprocessing.Pipe(duplex=False)
        work = (werk, stukken[number::workers], theirs)
        multiprocessing.Process(target=_doe, args=work, daemon=True).start()
        theirs.close()
        ends.append(ours)
    for number in range(len(stukken)):
        found = ends[number % workers].recv()
        if isinstance(found, Exception):
            raise found
        yield found


def _doe(werk: Callable[[T], R], stukken: Sequence[T], end: Connection) -> None:
    """The life of one process: it ends when its work is done, or when nobody wants to know any more."""
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
