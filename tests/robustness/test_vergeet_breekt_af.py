"""``vergeet`` breaks off somewhere: the name is everywhere it was, or nowhere, as soon as anybody looks."""

from __future__ import annotations

import shutil
from contextlib import chdir
from itertools import dropwhile
from pathlib import Path

import pytest

from tests.conftest import inhoud
from tests.robustness import strace
from tests.robustness.opdrachten import geef, maak_leertraject
from tests.robustness.strace import ALLES, FOUTEN, KILL, TELLING, Aanroep, Afgebroken, Programma
from tests.test_geen_engels import ENGLISH

WIE = "directeur-sed"
_VERGEET = ("-m", "leercyclus", "vergeet", WIE)


@pytest.fixture(scope="module")
def leertraject(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begin") / "leertraject"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEERCYCLUS_VANDAAG", "2027-01-04")
        maak_leertraject(folder)
    return folder


def _van_iemand(folder: Path) -> dict[str, bytes]:
    """Every file that is somebody's."""
    return {
        name: content
        for name, content in inhoud(folder).items()
        if not name.startswith((".git/", ".leercyclus/"))
    }


def _is_van_python(call: Aanroep) -> bool:
    """Before it gets to the leertraject, Python looks in the folder for modules."""
    return call.plaats is None or not call.plaats.endswith("leertraject.toml")


def _telt(call: Aanroep) -> bool:
    """Whether a call opens or changes something in the leertraject."""
    reads = ("newfstatat", "fstat", "getdents64", "close")
    return call.plaats is not None and ".git/" not in call.plaats and call.naam not in reads


def _wat_er_mis_is(folder: Path, before: dict[str, bytes], result: Afgebroken) -> list[str]:
    wrong = []
    untouched = _van_iemand(folder) == before  # then it may have seen nothing there
    fits = (137,) if result.fout == KILL else (0, 3, 4, 5, 6) if untouched else (0, 5, 6)
    if result.code not in fits or ENGLISH.search(result.melding):
        wrong.append(f"gaf {result.code}: {result.melding}")
    with chdir(folder):
        assert geef("status")[0] == 0  # whoever looks finishes it first
        found = _van_iemand(folder)
        is_gone = WIE not in "\n".join(found) and not any(WIE.encode() in raw for raw in found.values())
        if not is_gone and found != before:
            wrong.append("de naam is half weg")
        if result.code == 0 and not is_gone:
            wrong.append("gaf 0, maar de naam staat er nog")
        code, _ = geef("vergeet", WIE)
        if code != (4 if is_gone else 0):
            wrong.append(f"opnieuw gaf {code}")
    return wrong


def test_the_name_is_everywhere_or_nowhere(leertraject: Path, tmp_path: Path) -> None:
    strace.nodig()
    program, before = Programma(*_VERGEET), _van_iemand(leertraject)
    reference = shutil.copytree(leertraject, tmp_path / "voorbeeld")
    calls = list(dropwhile(_is_van_python, program.volg(reference, tmp_path / "log")))
    calls = [call for call in calls if _telt(call)]
    everything = [
        (call, fault) for number, call in enumerate(calls) for fault in (KILL, *FOUTEN[number % 2 :: 2])
    ]
    chosen = everything if ALLES else everything[:: max(1, len(everything) // 24)]

    def run(number: int, call: Aanroep, fault: str) -> tuple[Path, Afgebroken]:
        folder = shutil.copytree(leertraject, tmp_path / str(number))
        return folder, program.breek(folder, tmp_path / f"{number}.log", call, fault)

    with strace.tegelijk() as pool:
        jobs = [pool.submit(run, number, *item) for number, item in enumerate(chosen)]
        results = [job.result() for job in jobs]
    wrong = [
        f"{result}: {item}" for folder, result in results for item in _wat_er_mis_is(folder, before, result)
    ]
    TELLING.neem("vergeet", [result for _, result in results], wrong)
    assert not wrong, "\n".join(wrong)
