"""Whole processes, timed in turn: A B A B, each pair one ratio.

In turn, because a machine is faster at one moment than at another: what slows the one down slows the
other too.
"""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import statistics
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

#: How long one run may take, in seconds.
GRENS = 900.0
_SNEL, _TRAAG = 1.0, 20.0
_ROWS, _COLUMNS = 24, 80
_KIB = 1 if sys.platform == "darwin" else 1024
#: Settings of the user or of whoever started us that would make the one or the other slower or faster.
_STOORT = ("PYTHON", "LEERCYCLUS", "GIT_", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR")


def _niets() -> None:
    """What has to be done before or after most runs."""


@dataclass(frozen=True)
class Opdracht:
    """A command line to time. ``voor`` and ``na`` go before and after each run, and are not timed."""

    argv: Sequence[str | Path]
    map: Path | None = None
    omgeving: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False
    codes: frozenset[int] = frozenset({0})
    voor: Callable[[], None] = _niets
    na: Callable[[], None] = _niets


@dataclass(frozen=True)
class Loop:
    """One run: wall time, peak memory of its largest process, and how it ended."""

    seconden: float
    bytes: int
    code: int


class MislukteLoopError(Exception):
    """A run that did not end as it should, so that its time says nothing."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code

    @property
    def duurde_te_lang(self) -> bool:
        """Whether we stopped it ourselves."""
        return self.code == -signal.SIGKILL


@dataclass(frozen=True)
class Meting:
    """The runs of a command, and of what ran beside it, in pairs."""

    lopen: tuple[Loop, ...]
    naast: tuple[Loop, ...] = ()

    @property
    def verhoudingen(self) -> list[float]:
        """How many times as long as what ran beside it, pair by pair."""
        return [one.seconden / other.seconden for one, other in zip(self.lopen, self.naast, strict=True)]

    @property
    def geheugen(self) -> int:
        """The most memory that a run needed, in bytes."""
        return max(run.bytes for run in self.lopen)


def mediaan(runs: Sequence[Loop]) -> float:
    """The time in the middle, in seconds."""
    return statistics.median(run.seconden for run in runs)


def meet(command: Opdracht, beside: Opdracht | None, times: int, limit: float = GRENS) -> Meting:
    """Warm both up, then run them in turn. MislukteLoopError as soon as one does not end as it should.

    What is over in a moment is run three times as often, what takes long half as often.
    """
    commands = [command, *([beside] if beside else [])]
    warm = [_loop(each, limit) for each in commands]
    slowest = max(run.seconden for run in warm)
    count = times * 3 if slowest < _SNEL else times if slowest < _TRAAG else max(1, times // 2)
    rounds = [[_loop(each, limit) for each in commands] for _ in range(count)]
    runs, *others = zip(*rounds, strict=True)
    return Meting(runs, *others)


def _loop(command: Opdracht, limit: float) -> Loop:
    command.voor()
    try:
        run = draai(command, limit)
    finally:
        command.na()
    if run.code not in command.codes:
        raise MislukteLoopError(run.code)
    return run


def draai(command: Opdracht, limit: float = GRENS) -> Loop:
    """Run a command once. Killed, with all it started, when it takes longer than ``limit`` seconds."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(_STOORT)}
    env |= {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "GIT_CONFIG_GLOBAL": os.devnull}
    with _stroom(command.terminal) as (stream, drain):
        start = time.perf_counter()
        process = subprocess.Popen(
            command.argv,
            cwd=command.map,
            env={**env, **command.omgeving},
            stdin=stream,
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        )
        timer = threading.Timer(limit, _stop, (process.pid,))
        timer.start()
        drain()
        _, status, used = os.wait4(process.pid, 0)  # what it started and waited for counts in ``used`` too
        seconds = time.perf_counter() - start
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Loop(seconds, used.ru_maxrss * _KIB, process.returncode)


def _stop(pid: int) -> None:
    with suppress(ProcessLookupError):  # it ended just before
        os.killpg(pid, signal.SIGKILL)


@contextmanager
def _stroom(terminal: bool) -> Iterator[tuple[int, Callable[[], None]]]:
    """Where a command reads and writes, and what takes away what it wrote until it is done."""
    if not terminal:
        yield subprocess.DEVNULL, _niets
        return
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))

    def drain() -> None:
        os.close(theirs)
        with suppress(OSError):  # EIO: nobody has the terminal open any more
            while os.read(ours, 1 << 16):
                pass

    try:
        yield theirs, drain
    finally:
        os.close(ours)
