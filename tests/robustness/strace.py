"""Runs a program under strace: what it asks of the system, and what comes of it when that fails."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.robustness.gebruik import BEGIN, EIND

#: All runs of a full round, instead of the sample that fits in an ordinary test run.
ALLES = bool(os.environ.get("LEERCYCLUS_ROBUUST"))
#: What a write goes through. The question mark: not every machine has every one of them.
AANROEPEN = (
    *("openat", "write", "fsync", "close", "flock", "getdents64", "newfstatat", "?fstat"),
    *("?link", "linkat", "?rename", "?renameat", "renameat2", "?unlink", "unlinkat", "?mkdir", "mkdirat"),
    *("?chmod", "fchmod", "fchmodat"),
)
FOUTEN = ("EIO", "ENOSPC", "EACCES", "EROFS", "EMFILE", "EINTR")
KILL = "KILL"
#: Stops only at the calls that are asked for, also in what is started; strace 6.1 then gives errors,
#: but no signals.
_SNEL = ("-f", "--seccomp-bpf")

_LINE = re.compile(r"(?:(?P<pid>\d+) +)?(?P<name>[a-z0-9_]+)\((?P<text>.*)")
#: What a call is about: something that is open, or what it names.
_OPEN, _GENOEMD = re.compile(r"\d+<([^>]*)>"), re.compile(r'(?:AT_FDCWD<[^>]*>, )?"([^"]*)"')
#: Stands for the folder of the run, which is another one each time.
_MAP = "~"
_ANTWOORD = re.compile(r", \{| = | <unfinished|, 0x")
_TELKENS_ANDERS = re.compile(r"\.[0-9a-f]{8}\.tmp|-[a-z0-9]{6}\b|pipe:\[\d+\]")


def nodig() -> None:
    """strace, or this test is skipped; where ``LEERCYCLUS_TEST_STRACE`` is set it has to be there."""
    if not _is_er():
        assert not os.environ.get("LEERCYCLUS_TEST_STRACE"), "strace is er niet, of mag hier niets volgen"
        pytest.skip("strace is er niet, of mag hier niets volgen")


@functools.cache
def _is_er() -> bool:
    if shutil.which("strace") is None:
        return False
    probe = ("strace", "-f", "--seccomp-bpf", "-o", os.devnull, "-e", "trace=fsync", "true")
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class Aanroep:
    """A system call that a program made: the how manieth of its name, and what it asked."""

    naam: str
    nummer: int
    tekst: str

    @property
    def plaats(self) -> str | None:
        """The file or folder that it is about, when that lies in the folder of the run."""
        if found := _OPEN.match(self.tekst):
            return found[1] if found[1].startswith(_MAP) else None
        found = _GENOEMD.match(self.tekst)
        return found[1] if found and not found[1].startswith("/") else None

    @property
    def vraag(self) -> str:
        """What is asked, the same in every run: without the answer and what is made up anew."""
        return _TELKENS_ANDERS.sub("", _ANTWOORD.split(self.tekst, maxsplit=1)[0]).rstrip(", ")


@dataclass(frozen=True)
class Afgebroken:
    """What came of a run in which one call failed, or was the last."""

    aanroep: Aanroep
    fout: str
    code: int
    uit: str
    melding: str
    #: Whether it was really this call that was met.
    raak: bool

    def __str__(self) -> str:
        return f"{self.aanroep.naam}:{self.aanroep.nummer}:{self.fout} {self.aanroep.tekst[:90]}"


class Programma:
    """A command line that can be run as often as wanted, each time in a folder of its own.

    ``start_git``: it starts another program, which makes the same calls and must not be met.
    """

    def __init__(self, *arguments: str, start_git: bool = False, **omgeving: str) -> None:
        self._start_git = start_git
        self._arguments = [sys.executable, *arguments]
        self._env = {
            **{key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")},
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "0",
            "LANG": "C.UTF-8",
            **omgeving,
        }

    def log(self, folder: Path, logfile: Path, *options: str) -> str:
        """What strace writes of a run to the end."""
        done = self._run(folder, logfile, *_SNEL, *options)
        assert done.returncode == 0, done.stderr
        return logfile.read_text("utf-8", "replace")

    def volg(self, folder: Path, logfile: Path) -> list[Aanroep]:
        """Every call of a run that is left alone."""
        return list(_calls(self.log(folder, logfile, *_traced(AANROEPEN)), folder))

    def breek(self, folder: Path, logfile: Path, aanroep: Aanroep, fout: str) -> Afgebroken:
        """Run it, and let this one call fail, or be the last."""
        what = "signal=KILL" if fout == KILL else f"error={fout}"
        inject = f"inject={aanroep.naam}:{what}:when={aanroep.nummer}"
        how = () if fout == KILL or self._start_git else _SNEL
        done = self._run(folder, logfile, *how, *_traced([aanroep.naam]), "-e", inject)
        seen = {call.nummer: call.vraag for call in _calls(logfile.read_text("utf-8", "replace"), folder)}
        code = 128 - done.returncode if done.returncode < 0 else done.returncode
        hit = seen.get(aanroep.nummer) == aanroep.vraag and (code == 137) == (fout == KILL)
        return Afgebroken(aanroep, fout, code, done.stdout, done.stderr, hit)

    def _run(self, folder: Path, logfile: Path, *options: str) -> subprocess.CompletedProcess[str]:
        strace = ["strace", "-y", "-s", "200", "-o", os.fspath(logfile), *options]
        return subprocess.run(
            [*strace, *self._arguments],
            cwd=folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def _traced(names: Sequence[str]) -> tuple[str, str]:
    return "-e", f"trace=execve,{','.join(names)}"  # the first is of the program itself


def _calls(log: str, folder: Path) -> Iterator[Aanroep]:
    """The calls of the program itself, not of what it started; as they begin, and ``folder`` left out."""
    numbers: Counter[str] = Counter()
    first = None
    for line in log.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        first = first or found["pid"]
        if found["pid"] == first:
            numbers[found["name"]] += 1
            text = found["text"].replace(os.fspath(folder), _MAP)
            yield Aanroep(found["name"], numbers[found["name"]], text)


def tussen_de_merken(calls: Sequence[Aanroep]) -> list[Aanroep]:
    """The calls between asking after ``BEGIN`` and after ``EIND``."""
    begin, end = (
        next(at for at, call in enumerate(calls) if f'"{mark}"' in call.tekst) for mark in (BEGIN, EIND)
    )
    return list(calls[begin + 1 : end])


class Telling:
    """How much was tried, and what was measured; ``make robustness`` ends with it."""

    def __init__(self) -> None:
        self.runs = 0
        self.aanroepen: set[tuple[str, str, int]] = set()
        self.fouten: set[str] = set()
        self.mislukt = 0
        self.gemeten: list[str] = []

    def neem(self, wat: str, results: Sequence[Afgebroken], wrong: Sequence[str]) -> None:
        self.runs += len(results)
        self.aanroepen.update((wat, result.aanroep.naam, result.aanroep.nummer) for result in results)
        self.fouten.update(result.fout for result in results)
        self.mislukt += len(wrong)

    def __str__(self) -> str:
        said = (
            f"robuustheid: {self.runs} keer afgebroken, bij {len(self.aanroepen)} systeemaanroepen, "
            f"met {len(self.fouten)} soorten fouten; {self.mislukt} keer ging het mis"
        )
        return "\n".join([said, *self.gemeten])


TELLING = Telling()


def tegelijk() -> ThreadPoolExecutor:
    """As many runs at once as there are processors."""
    return ThreadPoolExecutor(os.cpu_count() or 1)
