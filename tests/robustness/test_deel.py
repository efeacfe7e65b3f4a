"""A part of a large leertraject: every command works on it, and nothing is fetched for it."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from bench.bomen import leg_vast
from bench.maken import maak
from tests.conftest import CYCLUS, Geef
from tests.depot import Depot, kloon_een_deel, leeg_depot, ontbrekend
from tests.robustness.opdrachten import MEER, OPDRACHTEN, TWEEDE, maak_leertraject, opdracht

#: How many cycles there are; making ten thousand takes some minutes.
AANTAL = 10_000 if os.environ.get("LEERCYCLUS_ROBUUST") else 30
#: These look at no leertraject that is there.
_ZONDER = {"begin", "begin-voor-allen", "haak", "schema"}


@pytest.fixture(scope="module")
def deel(tmp_path_factory: pytest.TempPathFactory) -> Depot:
    """Two cycles out of thirty, with nothing beside them."""
    folder = tmp_path_factory.mktemp("deel")
    maak_leertraject(folder / "leertraject")
    for number in range(28):
        shutil.copytree(folder / "leertraject" / CYCLUS, folder / "leertraject" / f"2020-ander-{number:02}")
    shutil.rmtree(folder / "leertraject/.git")
    bron = leeg_depot(folder / "bron.git")
    Depot.begin(folder / "leertraject").git("push", "-q", bron.as_uri(), "main")
    return kloon_een_deel(bron, folder / "deel", CYCLUS, TWEEDE)


@pytest.mark.parametrize("name", OPDRACHTEN)
def test_every_command_that_writes_works_and_says_what_is_not_here(
    tmp_path: Path, deel: Depot, geef: Geef, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = Path(shutil.copytree(deel.map, tmp_path / "deel"))
    monkeypatch.chdir(root)
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", "2027-01-04")
    depot, missing = Depot(root), ontbrekend(deel)
    done = geef(*opdracht(name, root))
    assert done.code == 0, done.err
    assert ("28 cycli staan niet in deze map" in done.err) is (name not in _ZONDER)
    if name not in {*MEER, *_ZONDER}:
        for command in _om_te_delen(done.err):
            depot.git(*command.split())
        assert geef("controleer", "--klaargezet").code == 0
        assert len(depot.git("diff", "--cached", "--name-only").stdout.splitlines()) == 1
    assert ontbrekend(depot) == missing


def _om_te_delen(said: str) -> list[str]:
    """The commands of git that put something in the next commit, as the program gives them."""
    told = re.search("deel het met: git (.*), git commit", said)
    return told[1].split(", git ") if told else ["add --all"]


@pytest.fixture(scope="module")
def groot(tmp_path_factory: pytest.TempPathFactory) -> Depot:
    """One cyclus out of very many, from the repository of a leertraject that was made."""
    folder = tmp_path_factory.mktemp("groot")
    maak(folder / "leertraject", AANTAL, fouten=0)
    leg_vast(folder / "leertraject")
    bron = leeg_depot(folder / "bron.git")
    Depot(folder / "leertraject").git("push", "-q", bron.as_uri(), "main")
    ids = sorted(path.name for path in (folder / "leertraject").glob("20*"))
    return kloon_een_deel(bron, folder / "deel", ids[AANTAL // 2])


def test_one_cyclus_costs_no_more_than_that_cyclus(
    groot: Depot, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the content of what is in the folder came over the network, and it stays that way."""
    monkeypatch.chdir(groot.map)
    monkeypatch.delenv("LEERCYCLUS_VANDAAG")
    here = [path for path in groot.map.rglob("*") if path.is_file() and ".git" not in path.parts]
    missing = ontbrekend(groot)
    assert missing == _inhouden(groot) - len({path.read_bytes() for path in here})
    cyclus = next(groot.map.glob("20*")).name
    several = f"{AANTAL - 1:,}".replace(",", ".")
    person = _iemand(groot.map / cyclus)
    for command in (
        ("status",),
        ("status", "--json"),
        ("controleer",),
        ("toon", cyclus),
        ("advies", cyclus, "--van", person, "--tekst", "Begin klein"),
    ):
        done = geef(*command)
        assert done.code == 0, done.err
        assert f"{several} cycli" in done.err
    groot.git("add", "--all")
    assert geef("controleer", "--klaargezet").code == 0
    assert ontbrekend(groot) == missing


def _inhouden(depot: Depot) -> int:
    """How many different contents the files of the last commit have."""
    staged = depot.git("ls-files", "--stage").stdout.splitlines()
    return len({line.split()[1] for line in staged})


def _iemand(cyclus: Path) -> str:
    """Somebody who takes part in a cyclus."""
    content = tomllib.loads((cyclus / "cyclus.toml").read_text("utf-8"))
    return str(content["deelnemers"][0])
