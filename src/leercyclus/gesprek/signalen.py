"""Signals that end the program while somebody is typing: the terminal is given back whole."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def afbreekbaar(stop: Callable[[int], None]) -> Iterator[None]:
    """Within this, a signal to end calls ``stop`` with its number; one that is ignored stays so.

    Whoever is told to end does so, undisturbed by a second signal: a terminal that closes sends more.
    """
    ours = [number for number in _ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
    is_ending = False

    def end(got: int, _: object) -> None:
        nonlocal is_ending
        is_ending = True
        for number in (*ours, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        stop(got)

    before = {number: signal.signal(number, end) for number in ours}
    try:
        yield
    finally:
        for number, handler in before.items() if not is_ending else ():
            signal.signal(number, handler)


class CtrlC:
    """Ctrl-C while nobody is waited for, between two questions: noted, and obeyed at the next wait.

    Python calls a handler wherever it is. Where that is while an object is thrown away, an exception is
    told on stderr and forgotten, so none is raised.
    """

    def __init__(self) -> None:
        self._is_given = False

    def luister(self) -> None:
        """Note it from now on; not where it is ignored, nor on Windows, where nothing else ends a wait."""
        if os.name != "nt" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._noteer)

    def _noteer(self, number: int, frame: object) -> None:
        self._is_given = True

    def is_gegeven(self) -> bool:
        """Whether it was given since this was last asked."""
        given, self._is_given = self._is_given, False
        return given


#: A process has one terminal.
CTRL_C = CtrlC()


def wacht_op_regel() -> None:
    """Wait until the terminal has a line for ``input``. KeyboardInterrupt for Ctrl-C, also just before it.

    Python looks whether a signal came, and then waits for a line; one that comes in between would be heard
    after the next line only. Here its number arrives in a pipe that is waited for too. Where that cannot be
    done (Windows) or need not be (no terminal), nothing is waited for.
    """
    if os.name == "nt" or not sys.stdin.isatty():
        return
    CTRL_C.luister()
    arrives, sends = os.pipe()
    os.set_blocking(sends, False)
    before = signal.set_wakeup_fd(sends)
    try:
        if not CTRL_C.is_gegeven():
            select.select([sys.stdin, arrives], [], [])
            if not CTRL_C.is_gegeven():
                return
        raise KeyboardInterrupt
    finally:
        signal.set_wakeup_fd(before)
        os.close(arrives)
        os.close(sends)
