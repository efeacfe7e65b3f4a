"""Whatever write breaks off, and at whatever moment: the old file is there, or the new one."""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, Geef, inhoud
from tests.robustness import strace
from tests.robustness.gebruik import GEBRUIK, OUD, Gebruik
from tests.robustness.strace import ALLES, FOUTEN, KILL, TELLING, Aanroep, Afgebroken, Programma

_KIJKT = {"newfstatat", "fstat", "getdents64", "close"}
_AFGELEID = {".leercyclus/.gitignore": b"*\n", ".leercyclus/schrijven.lock": b""}


def _faults(calls: Sequence[Aanroep]) -> Iterator[tuple[Aanroep, str]]:
    """Each call is the last one, and fails for every reason; in an ordinary run for one.

    Then a call that only looks is not the last one: what comes after it is.
    """
    for number, call in enumerate(calls):
        if ALLES:
            faults = [KILL, *FOUTEN]
        else:
            faults = [FOUTEN[number % len(FOUTEN)], *([] if call.naam in _KIJKT else [KILL])]
        yield from ((call, fault) for fault in faults)


@pytest.mark.parametrize("name", GEBRUIK)
def test_a_write_that_breaks_off_leaves_the_old_file_or_the_new_one(name: str, tmp_path: Path) -> None:
    strace.nodig()
    gebruik, program = GEBRUIK[name], Programma("-m", "tests.robustness.gebruik", name, PYTHONPATH=_ROOT)
    start = tmp_path / "start"
    gebruik.bereid_voor(start)

    def run(number: int, call: Aanroep, fault: str) -> tuple[Path, Afgebroken]:
        folder = tmp_path / str(number)
        shutil.copytree(start, folder)
        return folder, program.breek(folder, tmp_path / f"{number}.log", call, fault)

    reference = tmp_path / "voorbeeld"
    shutil.copytree(start, reference)
    calls = strace.tussen_de_merken(program.volg(reference, tmp_path / "log"))
    assert (reference / gebruik.bestand).read_bytes() == gebruik.wordt
    with strace.tegelijk() as pool:
        jobs = [pool.submit(run, number, *item) for number, item in enumerate(_faults(calls))]
        results = [job.result() for job in jobs]
    wrong = [f"{result}: {found}" for folder, result in results for found in _judge(gebruik, folder, result)]
    TELLING.neem(name, [result for _, result in results], wrong)
    assert not wrong, "\n".join(wrong)


_ROOT = str(Path(__file__).parent.parent.parent)
_LEFTOVER = re.compile(r"\.(stuk\.toml|\.gitignore)\.[0-9a-f]{8}\.tmp")


def _judge(gebruik: Gebruik, folder: Path, result: Afgebroken) -> Iterator[str]:
    """What is wrong after a run that broke off, and after the same once more."""
    if not result.raak:
        yield "een andere aanroep dan bedoeld werd geraakt"
    yield from _is_said_truly(gebruik, folder, result)
    yield from _is_whole(gebruik, folder)
    placed = not gebruik.bezet and _content(gebruik, folder) == gebruik.wordt
    with chdir(folder):
        again = gebruik.doe(Path())
    expected = "bezet" if gebruik.bezet or (placed and gebruik.eenmalig) else "ok"
    if again != expected:
        yield f"opnieuw gaf {again}"
    if _content(gebruik, folder) != gebruik.wordt:
        yield "opnieuw bracht het nieuwe niet"


def _content(gebruik: Gebruik, folder: Path) -> bytes | None:
    path = folder / gebruik.bestand
    return path.read_bytes() if path.exists() else None


def _is_said_truly(gebruik: Gebruik, folder: Path, result: Afgebroken) -> Iterator[str]:
    there, said = _content(gebruik, folder), result.uit.strip().partition(" ")[0]
    true: dict[str, list[bytes | None]] = {
        "ok": [gebruik.wordt],
        "onzeker": [gebruik.wordt],
        "geweigerd": [gebruik.was],
        "bezet": [OUD],
    }
    if result.fout == KILL:
        true[""] = [gebruik.was, gebruik.wordt]
    if there not in true.get(said, []):
        yield f"zei {said or result.melding!r}, maar er staat {(there or b'niets')[:9]!r}"


def _is_whole(gebruik: Gebruik, folder: Path) -> Iterator[str]:
    """Nothing but the old and the new, and what is known for a leftover."""
    for name, content in inhoud(folder).items():
        path = folder / name
        whole: dict[str, list[bytes | None]] = {
            gebruik.bestand: [gebruik.was, gebruik.wordt],
            "cyclus/buur.toml": [OUD],
            **{known: [text] for known, text in _AFGELEID.items()},
        }
        if content not in whole.get(name, []) and not _LEFTOVER.fullmatch(path.name):
            yield f"er staat iets anders in {name}"


# wie wat mag


@pytest.fixture
def zuinig() -> Iterator[None]:
    """New files are nobody's business but the group's."""
    before = os.umask(0o027)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
@pytest.mark.usefixtures("zuinig")
def test_a_new_record_has_the_rights_that_the_umask_leaves(cyclus: Path, geef: Geef) -> None:
    made = geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein")
    path = cyclus.parent / made.out.strip()
    assert [stat.S_IMODE(item.stat().st_mode) for item in (path, path.parent)] == [0o640, 0o750]


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
@pytest.mark.usefixtures("zuinig")
def test_a_record_that_changes_keeps_its_rights(cyclus: Path, geef: Geef, mode: int) -> None:
    path = cyclus / "cyclus.toml"
    path.chmod(mode)
    assert geef("vraag", CYCLUS, "--plaats", "Venlo").code == 0
    assert b"Venlo" in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_record_that_changes_keeps_the_line_ends_of_windows(cyclus: Path, geef: Geef) -> None:
    path = cyclus / "cyclus.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert geef("vraag", CYCLUS, "--plaats", "Venlo", "--vraag", "Eerste regel\nTweede regel").code == 0
    lines = path.read_bytes().split(b"\n")
    assert b"Tweede regel" in path.read_bytes()
    assert all(line.endswith(b"\r") for line in lines[:-1])
