"""Leertrajecten that are made: always the same, all fasen, and nothing wrong but what was put in."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from bench.bomen import leg_vast
from bench.cyclus import Cyclusmaker
from bench.fouten import FOUTEN
from bench.groep import maak_groep
from bench.maken import Gemaakt, maak
from bench.ontwerp import ROND, ontwerpen
from bench.opmaak import toml
from bench.verteller import Verteller
from leercyclus.domain.voortgang import FASEN
from tests.conftest import Geef, inhoud

CYCLI = 40
KAPOT = 10


@pytest.fixture(autouse=True)
def _peildatum(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day is that of the made leertraject."""
    monkeypatch.delenv("LEERCYCLUS_VANDAAG", raising=False)


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Gemaakt]:
    folder = tmp_path_factory.mktemp("bench") / "gemaakt"
    return folder, maak(folder, CYCLI, fouten=KAPOT / CYCLI)


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("een", 7), ("weer", 7), ("ander", 8)):
        maak(tmp_path / name, 9, zaad=seed)
    assert inhoud(tmp_path / "een") == inhoud(tmp_path / "weer") != inhoud(tmp_path / "ander")


def test_a_cyclus_has_fourteen_records_on_average(gemaakt: tuple[Path, Gemaakt]) -> None:
    folder, made = gemaakt
    there = [path for path in folder.glob("2*/**/*.toml") if path.is_file()]
    assert len(there) == made.stukken == 14 * CYCLI
    assert len(list(folder.glob("2*/"))) == made.cycli == CYCLI


@pytest.mark.parametrize("cycli", [1, 4, 9, 71])
def test_any_number_of_cycles_can_be_made(tmp_path: Path, cycli: int) -> None:
    made = maak(tmp_path / "gemaakt", cycli)
    assert len(list((tmp_path / "gemaakt").glob("2*/"))) == cycli
    assert cycli == 1 or made.stukken == 14 * cycli


def test_every_fase_has_cycles(gemaakt: tuple[Path, Gemaakt], geef: Geef) -> None:
    folder, _ = gemaakt
    status = json.loads(geef("status", "--json", "--map", str(folder)).out)
    under_way = Counter(
        next((fase["fase"] for fase in cyclus["fasen"] if fase["stand"] != "klaar"), ROND)
        for cyclus in status["cycli"]
    )
    assert set(FASEN) <= set(under_way)
    assert under_way[ROND] > CYCLI / 2


def test_nothing_is_wrong_but_what_was_broken(gemaakt: tuple[Path, Gemaakt], geef: Geef) -> None:
    folder, made = gemaakt
    findings = json.loads(geef("controleer", "--formaat", "json", "--map", str(folder)).out)["bevindingen"]
    found = sorted((item["code"], Path(item["bestand"]).relative_to(folder).as_posix()) for item in findings)
    assert found == sorted(made.fouten)
    assert len(found) == KAPOT >= len(FOUTEN) == len({code for code, _ in found})


def test_a_made_record_is_what_was_meant() -> None:
    chance = Verteller(1)
    group = maak_groep(CYCLI, chance)
    drafts = ontwerpen(CYCLI, group, chance)
    for draft in drafts:
        for record in Cyclusmaker(draft, group, [], chance).maak().values():
            assert tomllib.loads(toml(record)) == record


def test_a_made_leertraject_can_be_a_git_repository(tmp_path: Path) -> None:
    folder = tmp_path / "gemaakt"
    maak(folder, 4)
    leg_vast(folder)
    done = subprocess.run(["git", "status", "--porcelain"], cwd=folder, capture_output=True, check=True)
    assert done.stdout == b""
