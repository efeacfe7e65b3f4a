"""Many people at once: each a process of its own, all let go at the same moment."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leercyclus.cli import main

#: How long a test waits for the others, in seconds, before it calls them stuck.
GEDULD = 300
_fork: Any = multiprocessing.get_context("fork") if hasattr(os, "fork") else None


@dataclass(frozen=True)
class Uitkomst:
    """What came of one command line."""

    opdracht: Sequence[str]
    code: int
    uit: str
    melding: str


def tegelijk(commands: Sequence[Sequence[str]], log: Path, *, tot_het_lukt: bool = False) -> list[Uitkomst]:
    """Give all commands at once; ``tot_het_lukt``: each again as long as somebody else was in between."""
    log.mkdir()
    start = _fork.Barrier(len(commands))
    jobs = [
        _fork.Process(target=_give, args=(start, command, log / str(number), tot_het_lukt))
        for number, command in enumerate(commands)
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join(GEDULD)
    return [
        Uitkomst(command, job.exitcode, *_said(log / str(number)))
        for number, (command, job) in enumerate(zip(commands, jobs, strict=True))
    ]


def _said(log: Path) -> tuple[str, str]:
    return log.with_suffix(".uit").read_text("utf-8"), log.with_suffix(".fout").read_text("utf-8")


def _give(start: Any, command: Sequence[str], log: Path, again: bool) -> None:
    with _output_to(log):
        start.wait(GEDULD)
        code = main(command)
        while again and code == 5:
            code = main(command)
        sys.exit(code)


@contextlib.contextmanager
def _output_to(log: Path) -> Iterator[None]:
    """What this process says goes to files of its own."""
    with log.with_suffix(".uit").open("w") as out, log.with_suffix(".fout").open("w") as err:
        sys.stdout, sys.stderr = out, err
        yield


class Lezer:
    """Somebody who asks for the status all the time, while the others write."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._stop, self._begun = _fork.Event(), _fork.Event()
        self._process = _fork.Process(target=self._read)

    def __enter__(self) -> Lezer:
        self._process.start()
        assert self._begun.wait(GEDULD)
        return self

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        self._process.join(GEDULD)

    @property
    def gezien(self) -> list[tuple[int, dict[str, Any]]]:
        """The exit code and the answer, each time."""
        text = self._log.with_suffix(".uit").read_text("utf-8")
        return [(code, answer) for code, answer in map(json.loads, text.splitlines())]

    def _read(self) -> None:
        with _output_to(self._log):
            while not self._stop.is_set():
                told = _captured("status", "--json")
                print(json.dumps(told))
                self._begun.set()


def _captured(*command: str) -> tuple[int, Any]:
    import io

    said, sys.stdout = sys.stdout, io.StringIO()
    try:
        code = main(command)
        text = sys.stdout.getvalue()
    finally:
        sys.stdout = said
    return code, json.loads(text)


@contextlib.contextmanager
def houdt_vast(hold: Callable[[], contextlib.AbstractContextManager[None]]) -> Iterator[None]:
    """Another process is inside ``hold`` meanwhile."""
    has, may_go = _fork.Event(), _fork.Event()

    def keep() -> None:
        with hold():
            has.set()
            may_go.wait(GEDULD)

    process = _fork.Process(target=keep)
    process.start()
    assert has.wait(GEDULD)
    yield
    may_go.set()
    process.join(GEDULD)


def record(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))
