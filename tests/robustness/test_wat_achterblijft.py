"""What a run that was killed leaves behind: it is tidied later, and is in nobody's way till then."""

from __future__ import annotations

import json
import os
import subprocess
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from leercyclus.store import files
from tests.conftest import CYCLUS, NIEUW, Geef

_UUR = 3600
_ACHTERGEBLEVEN = (".stuk.toml.0123abcd.tmp", ".cyclus.toml.ffffffff.tmp", "..gitignore.00000000.tmp")
#: These look like it, and are somebody's.
_VAN_IEMAND = (
    "stuk.toml",
    ".stuk.toml",
    "stuk.toml.0123abcd.tmp",
    ".stuk.toml.0123abcd.tmp.toml",
    ".stuk.toml.0123ABCD.tmp",
    ".stuk.toml.0123abc.tmp",
    ".stuk.tmp",
    ".0123abcd.tmp",
)


def _made(folder: Path, name: str, *, age: float) -> Path:
    path = folder / name
    path.write_bytes(b'tekst = "half')
    when = time.time() - age
    os.utime(path, (when, when))
    return path


@pytest.mark.parametrize("name", _ACHTERGEBLEVEN)
def test_what_was_left_behind_an_hour_ago_is_tidied_by_the_next_write(tmp_path: Path, name: str) -> None:
    old = _made(tmp_path, name, age=_UUR + 60)
    young = _made(tmp_path, f".ander{name}", age=_UUR - 60)
    files.create(tmp_path / "nieuw.toml", b"x", lock=nullcontext())
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize("name", _VAN_IEMAND)
def test_what_only_looks_like_it_is_never_touched(tmp_path: Path, name: str) -> None:
    path = _made(tmp_path, name, age=100 * _UUR)
    files.put(tmp_path / "ander.toml", b"x")
    assert path.read_bytes() == b'tekst = "half'


def test_a_folder_with_such_a_name_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / _ACHTERGEBLEVEN[0]
    folder.mkdir()
    os.utime(folder, (0, 0))
    files.put(tmp_path / "ander.toml", b"x")
    assert folder.is_dir()


def test_a_command_tidies_the_folder_that_it_writes_in(cyclus: Path, geef: Geef) -> None:
    old = _made(cyclus, _ACHTERGEBLEVEN[0], age=2 * _UUR)
    assert geef("vraag", CYCLUS, "--plaats", "Venlo").code == 0
    assert not old.exists()


def test_what_was_left_behind_is_no_record_for_anybody(cyclus: Path, geef: Geef) -> None:
    assert geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein").code == 0
    commands = (("status", "--json"), ("controleer", "--formaat", "json"), ("advies", CYCLUS, "--lijst"))
    before = [geef(*command) for command in commands]
    for folder in (cyclus.parent, cyclus, cyclus / "adviezen"):
        for name in _ACHTERGEBLEVEN:
            _made(folder, name, age=0)
    assert [geef(*command) for command in commands] == before
    assert json.loads(before[0].out)["problemen"] == []


def test_git_leaves_it_out_of_what_begin_made(
    tmp_path: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert geef("begin", "--naam", "Leren van elkaar").code == 0
    (tmp_path / "2027-regio" / "adviezen").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "2027-regio", tmp_path / "2027-regio" / "adviezen"):
        for name in _ACHTERGEBLEVEN:
            _made(folder, name, age=0)
    (tmp_path / ".leercyclus").mkdir(exist_ok=True)
    _made(tmp_path / ".leercyclus", "iets", age=0)
    subprocess.run(["git", "init", "-q"], check=True)
    status = ("git", "status", "--porcelain", "-uall")
    said = subprocess.run(status, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["??", ".gitattributes", "??", ".gitignore", "??", "leertraject.toml"]


# een map die achterbleef


def test_a_cyclus_is_made_in_the_folder_that_a_run_that_was_killed_left(groep: Path, geef: Geef) -> None:
    folder = groep / CYCLUS
    folder.mkdir()
    _made(folder, _ACHTERGEBLEVEN[1], age=0)
    assert geef(*NIEUW).code == 0
    assert (folder / "cyclus.toml").exists()


@pytest.mark.parametrize("name", ["lees-mij.txt", ".verborgen"])
def test_a_folder_in_which_somebody_keeps_something_is_no_place_for_a_cyclus(
    groep: Path, geef: Geef, name: str
) -> None:
    (groep / CYCLUS).mkdir()
    (groep / CYCLUS / name).write_text("van mij", "utf-8")
    refused = geef(*NIEUW)
    assert refused.code == 5
    assert f"de map {CYCLUS} bestaat al" in refused.err


def test_what_is_no_folder_is_no_place_for_a_cyclus(groep: Path, geef: Geef) -> None:
    (groep / CYCLUS).write_text("een bestand", "utf-8")
    assert geef(*NIEUW).code == 5
