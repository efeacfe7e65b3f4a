"""Work that more processes do: also where a process starts from nothing."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.maken import maak
from leercyclus.domain.errors import SystemRefusedError
from leercyclus.domain.soorten import SOORTEN, Soort
from leercyclus.store import samen

_PROGRAM = """
import multiprocessing, os, sys
from leercyclus.cli import main
from leercyclus.store import index
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    os.cpu_count = lambda: int(sys.argv[2])
    index._KIJKPORTIE = 50
    sys.exit(main(["--map", sys.argv[3], *sys.argv[4:]]))
"""


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.pad)
def test_a_kind_is_itself_in_another_process(soort: Soort[Any]) -> None:
    assert pickle.loads(pickle.dumps(soort)) is soort


@pytest.mark.parametrize("command", [("status", "--json"), ("controleer", "--formaat", "json")], ids=" ".join)
def test_it_makes_no_difference_who_reads_and_who_looks(tmp_path: Path, command: tuple[str, ...]) -> None:
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    answers = []
    for processes in ("1", "2"):
        root = tmp_path / processes
        maak(root, cycli=320)
        answers += [_antwoord(root, program, processes, *command)]
        changed = sorted(root.glob("*/cyclus.toml"))[200]
        changed.write_text("versie = ", "utf-8")
        answers += [_antwoord(root, program, processes, *command)]
    assert answers[:2] == answers[2:]
    assert answers[0] != answers[1]


def _antwoord(root: Path, program: Path, processes: str, *command: str) -> Any:
    asked = [sys.executable, str(program), "spawn", processes, ".", *command]
    done = subprocess.run(asked, cwd=root, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


_VEEL = """
import os, signal
from leercyclus.store import samen

def veel(number):
    return bytes(1 << 20)

if __name__ == "__main__":
    os.cpu_count = lambda: 2
    for number, _ in enumerate(samen.map(veel, range(200))):
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows kent SIGKILL niet")
def test_who_is_killed_leaves_nobody_behind(tmp_path: Path) -> None:
    program = tmp_path / "veel.py"
    program.write_text(_VEEL, encoding="utf-8")
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE) as run:
        run.communicate(timeout=60)  # ends when the last process that can write there is gone
    assert run.returncode == -signal.SIGKILL


def _sterf(number: int) -> int:
    os._exit(number)


def test_a_process_that_is_stopped_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with pytest.raises(SystemRefusedError):
        list(samen.map(_sterf, range(1, 20)))
