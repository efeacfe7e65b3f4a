"""How much is asked of the system, and how much is loaded: what makes it fast, counted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.maken import maak
from leercyclus.cli import main
from tests.conftest import MaakTerminal
from tests.robustness import strace
from tests.terminal import CTRL_C, EENVOUDIG

#: Everything that names a file, and what reads or lists one.
_SOORTEN = "trace=openat,stat,lstat,newfstatat,statx,access,faccessat,faccessat2,getdents64,readlink,read"
_KIJKEN, _MAG_DIT = ("lstat", "newfstatat", "statx"), ("access", "faccessat", "faccessat2")
_AANROEP = re.compile(r"(?:\d+ +)?(\w+)\((.*)")
_OPDRACHTEN = [("status", "--json"), ("controleer", "--formaat", "json")]


def _aanroepen(root: Path, *command: str) -> list[tuple[str, str]]:
    """The system calls that are about something in this leertraject: their name and what they ask."""
    log = root.parent / "aanroepen.txt"
    program = (sys.executable, "-m", "leercyclus", "--map", str(root), *command)
    subprocess.run(
        ("strace", "-f", "--seccomp-bpf", "-y", "-s", "500", "-e", _SOORTEN, "-o", log, *program),
        stdout=subprocess.DEVNULL,
        check=False,
    )
    lines = [_AANROEP.match(line) for line in log.read_text("utf-8", "replace").splitlines()]
    return [(found[1], found[2]) for found in lines if found and f"{root}/" in found[2]]


@pytest.fixture(scope="module")
def groot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    strace.nodig()
    root = tmp_path_factory.mktemp("groot") / "leertraject"
    maak(root, cycli=60)
    return root


@pytest.mark.parametrize("command", _OPDRACHTEN, ids=" ".join)
def test_a_warm_run_looks_once_at_every_path_and_opens_none(groot: Path, command: tuple[str, ...]) -> None:
    main(["--map", str(groot), *command])
    calls = _aanroepen(groot, *command)
    in_cycles = [(name, text) for name, text in calls if re.search(rf"{groot}/\d{{4}}-", text)]
    looked = Counter(re.findall(rf"{groot}/[^\",>]+", text)[0] for name, text in in_cycles if "stat" in name)
    paths = {str(path) for path in groot.glob("[0-9]*/**/*") if ".git" not in path.parts}
    assert {name for name, _ in in_cycles} <= {
        "lstat",
        "newfstatat",
        "statx",
        "faccessat2",
        "faccessat",
        "access",
    }
    assert paths <= looked.keys()
    assert set(looked.values()) == {1}


@pytest.mark.parametrize("command", _OPDRACHTEN, ids=" ".join)
def test_after_an_edit_only_that_cyclus_is_opened(groot: Path, command: tuple[str, ...]) -> None:
    main(["--map", str(groot), *command])
    changed = sorted(groot.glob("[0-9]*/cyclus.toml"))[7]
    with changed.open("a", encoding="utf-8") as file:
        file.write("# nog eens bekeken\n")
    opened = {
        re.findall(rf"{groot}/(\d{{4}}-[^/\",>]+)", text)[0]
        for name, text in _aanroepen(groot, *command)
        if name == "openat" and re.search(rf"{groot}/\d{{4}}-", text)
    }
    assert opened == {changed.parent.name}


def test_who_chooses_a_cyclus_waits_for_none_to_be_read(groot: Path, maak_terminal: MaakTerminal) -> None:
    main(["--map", str(groot), "status", "--json"])
    log = groot.parent / "gekozen.txt"
    traced = ("-f", "--seccomp-bpf", "-y", "-e", "trace=openat", "-o", str(log))
    terminal = maak_terminal(groot)
    terminal.spawn(
        "strace", [*traced, sys.executable, "-m", "leercyclus", "verder"], {**os.environ, **EENVOUDIG}
    )
    terminal.zegt("Cyclus (nummer of naam)")
    terminal.typ(CTRL_C)
    terminal.einde(130)
    opened = log.read_text("utf-8", "replace")
    assert f"{groot}/.leercyclus/status.index" in opened
    assert not re.search(rf"{groot}/\d{{4}}-[^\n]*\.toml", opened)


def test_a_cold_run_opens_every_file_once(groot: Path) -> None:
    for path in (groot / ".leercyclus").glob("*.index"):
        path.unlink()
    calls = _aanroepen(groot, "status", "--json")
    opened = Counter(
        re.findall(rf"{groot}/[^\",>]+\.toml", text)[0]
        for name, text in calls
        if name == "openat" and ".toml" in text
    )
    assert len(opened) > 600
    assert set(opened.values()) == {1}
