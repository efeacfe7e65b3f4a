"""The index: what it believes, and when it reads again."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from leercyclus.store.index import Afleider, Index, Lezer
from leercyclus.store.indexbestand import Rij
from leercyclus.store.volgen import GevolgdeSchijf


class Lees(Lezer):
    """Reads one file of a folder, and notes which folders it read."""

    def __init__(self, over: str = "") -> None:
        self.gelezen: list[str] = []
        self._over = over

    @property
    def over(self) -> str:
        return self._over

    def __call__(self, schijf: GevolgdeSchijf, map: str) -> str:
        self.gelezen.append(map)
        try:
            return schijf.lees(f"{map}/a.txt", limit=100).decode()
        except OSError:
            return "niets"


class Dubbel(Afleider):
    """Makes one value of what was read, for a day; those of a folder in ``oud`` do not hold."""

    def __init__(self, dag: str, *oud: str) -> None:
        self._dag, self.oud = dag, oud

    @property
    def over(self) -> str:
        return self._dag

    def vervallen(self, rijen: Mapping[str, Rij], nieuw: Sequence[str]) -> Iterable[str]:
        return [map for map in self.oud if map in rijen]

    def __call__(self, bron: bytes) -> Sequence[bytes]:
        return [bron + bron + self._dag.encode()]


@pytest.fixture
def mappen(tmp_path: Path) -> Path:
    for name in ("een", "twee", "drie"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name, encoding="utf-8")
    return tmp_path


def bronnen(root: Path, lezer: Lezer, *names: str) -> list[bytes]:
    return [rij.bron for rij in Index(root, "proef", lezer).rijen(names).values()]


def test_what_did_not_change_is_not_read_again(mappen: Path) -> None:
    first, second = Lees(), Lees()
    assert bronnen(mappen, first, "een", "twee") == bronnen(mappen, second, "een", "twee")
    assert (first.gelezen, second.gelezen) == (["een", "twee"], [])


def test_rows_come_in_the_order_that_is_asked_and_others_are_forgotten(mappen: Path) -> None:
    bronnen(mappen, Lees(), "een", "twee", "drie")
    assert bronnen(mappen, Lees(), "drie", "een") == [b"drie", b"een"]
    lezer = Lees()
    assert bronnen(mappen, lezer, "een", "twee") == [b"een", b"twee"]
    assert lezer.gelezen == ["twee"]


def test_what_changed_is_read_again_and_nothing_else(mappen: Path) -> None:
    bronnen(mappen, Lees(), "een", "twee", "drie")
    (mappen / "twee" / "a.txt").write_text("anders", encoding="utf-8")
    lezer = Lees()
    assert bronnen(mappen, lezer, "een", "twee", "drie") == [b"een", b"anders", b"drie"]
    assert lezer.gelezen == ["twee"]


class Schrijvend(Lees):
    """While it reads, somebody else writes as much in the same file, and sets its time back."""

    def __call__(self, schijf: GevolgdeSchijf, map: str) -> str:
        path = schijf.root / map / "a.txt"
        before = path.stat()
        told = super().__call__(schijf, map)
        path.write_text("ander"[: before.st_size], encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        return told


def test_what_changes_while_it_is_read_is_not_believed(mappen: Path) -> None:
    assert bronnen(mappen, Schrijvend(), "een") == [b"een"]
    assert bronnen(mappen, Lees(), "een") == [b"and"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="alleen waar er pijpen met een naam zijn")
def test_what_the_system_refused_is_asked_again(mappen: Path) -> None:
    (mappen / "een" / "a.txt").unlink()
    os.mkfifo(mappen / "een" / "a.txt")
    bronnen(mappen, Lees(), "een", "twee")
    lezer = Lees()
    assert bronnen(mappen, lezer, "een", "twee") == [b"niets", b"twee"]
    assert lezer.gelezen == ["een"]


def test_all_is_read_again_when_it_depends_on_something_that_changed(mappen: Path) -> None:
    bronnen(mappen, Lees("maandag"), "een", "twee")
    lezer = Lees("dinsdag")
    bronnen(mappen, lezer, "een", "twee")
    assert lezer.gelezen == ["een", "twee"]


def waarden(root: Path, lezer: Lezer, afleider: Afleider, *names: str) -> list[list[bytes]]:
    return [list(rij.waarden) for rij in Index(root, "proef", lezer, afleider).rijen(names).values()]


def test_values_are_made_anew_without_reading_again(mappen: Path) -> None:
    assert waarden(mappen, Lees(), Dubbel("1"), "een", "twee") == [[b"eeneen1"], [b"tweetwee1"]]
    lezer = Lees()
    assert waarden(mappen, lezer, Dubbel("2"), "een", "twee") == [[b"eeneen2"], [b"tweetwee2"]]
    assert waarden(mappen, lezer, Dubbel("2", "twee"), "een", "twee") == [[b"eeneen2"], [b"tweetwee2"]]
    assert lezer.gelezen == []


def test_where_nothing_can_be_kept_all_is_read(mappen: Path) -> None:
    (mappen / ".leercyclus").write_text("geen map", encoding="utf-8")
    for _ in range(2):
        lezer = Lees()
        assert bronnen(mappen, lezer, "een", "twee") == [b"een", b"twee"]
        assert lezer.gelezen == ["een", "twee"]


@pytest.mark.skipif(os.name == "nt", reason="op Windows is de map van een gebruiker al van die alleen")
def test_an_index_is_for_nobody_else(mappen: Path) -> None:
    bronnen(mappen, Lees(), "een")
    assert not stat.S_IMODE((mappen / ".leercyclus" / "proef.index").stat().st_mode) & stat.S_IRWXO


@pytest.mark.parametrize("index", [b"", b"{}", b"[]", b"\xff\n", b"null\n1", b'{"kenmerk": 1}\n' * 3])
def test_an_index_that_is_none_is_made_anew(mappen: Path, index: bytes) -> None:
    bronnen(mappen, Lees(), "een")
    (mappen / ".leercyclus" / "proef.index").write_bytes(index)
    lezer = Lees()
    assert bronnen(mappen, lezer, "een") == [b"een"]
    assert lezer.gelezen == ["een"]
    assert bronnen(mappen, lezer, "een") == [b"een"]
    assert lezer.gelezen == ["een"]


def test_every_byte_of_it_counts(mappen: Path) -> None:
    path = mappen / ".leercyclus" / "proef.index"
    waarden(mappen, Lees(), Dubbel("1"), "een", "twee")
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert waarden(mappen, Lees(), Dubbel("1"), "een", "twee") == [[b"eeneen1"], [b"tweetwee1"]]


def test_two_runs_at_once_are_both_right(cyclus: Path) -> None:
    command = [sys.executable, "-m", "leercyclus", "status", "--json"]
    runs = [subprocess.Popen(command, cwd=cyclus.parent, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {run.communicate()[0] for run in runs}
    assert len(answers) == 1
    assert b"2027-zwembad-of-niet" in answers.pop()
