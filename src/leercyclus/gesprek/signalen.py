"""Signals that end the program while somebody is typing: the terminal is given back whole."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def afbreekbaar(stop: Callable[[int], None]) -> Iterator[None]:
    """Within this, a signal to end calls ``stop`` with its number; one that is ignored stays so."""
    ours = [number for number in _ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, lambda got, _: stop(got)) for number in ours}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
