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


def wacht_op_regel() -> None:
    """Wait until the terminal has a line for ``input``, so that a signal that comes just before is heard.

    Python looks whether a signal came, and then waits for a line; one that comes in between, such as a
    Ctrl-C, would be heard after the next line only. Here its number arrives in a pipe that is waited
    for too. Where that cannot be done (Windows) or need not be (no terminal), nothing is waited for.
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
