"""Signals that end the program while somebody is typing: the terminal is given back whole."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

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
    """Ctrl-C is KeyboardInterrupt at once, and once more at the next wait when that one was lost.

    Python raises it wherever it is. Where that is while an object is thrown away, it is told on stderr and
    forgotten; here it is not told, and not forgotten either.
    """

    def __init__(self) -> None:
        self._is_given = False

    def luister(self) -> None:
        """From now on; not where Ctrl-C is ignored, or somebody else listens."""
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._stop)
            sys.unraisablehook = _zwijg_van_ctrl_c

    def _stop(self, number: int, frame: object) -> NoReturn:
        self._is_given = True
        raise KeyboardInterrupt

    def gehoorzaam(self) -> None:
        """KeyboardInterrupt when it was given and lost: whoever heard it asks nothing more."""
        if self._is_given:
            self._is_given = False
            raise KeyboardInterrupt


def _zwijg_van_ctrl_c(lost: sys.UnraisableHookArgs) -> None:
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)


#: A process has one terminal.
CTRL_C = CtrlC()


def wacht_op_regel() -> None:
    """Wait until the terminal has something for ``input``, so that a signal that comes just before is heard.

    Python looks whether a signal came, and then waits; one that comes in between, such as a Ctrl-C, would be
    heard after the next line only. Here its number arrives in a pipe that is waited for too. Where that
    cannot be done (Windows) or need not be (no terminal), nothing is waited for.
    """
    if os.name == "nt" or not sys.stdin.isatty():
        return
    arrives, sends = os.pipe()
    os.set_blocking(sends, False)
    before = signal.set_wakeup_fd(sends)
    try:
        select.select([sys.stdin, arrives], [], [])
    finally:
        signal.set_wakeup_fd(before)
        os.close(arrives)
        os.close(sends)
