"""``controleer`` in all its forms, whole and in part."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import jsonschema
import pytest

from leercyclus.checks.controle import VOORSCHRIFTEN
from tests.checks.gebroken import breek, herstel
from tests.conftest import Geef, MaakTerminal
from tests.depot import Depot

ADVIES = "2027-zwembad/adviezen/directeur-sed-k3f9qa.toml"
#: The schema that OASIS publishes: docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas.
SARIF = json.loads((Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))


@pytest.mark.parametrize("code", VOORSCHRIFTEN)
def test_sarif_is_valid(root: Path, geef: Geef, code: str) -> None:
    breek(root, code)
    log = json.loads(geef("controleer", "--formaat", "sarif").out)
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    assert code in {result["ruleId"] for result in run["results"]}
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == set(VOORSCHRIFTEN)


def test_files_are_named_from_the_top_of_the_repository(tmp_path: Path) -> None:
    root = herstel(tmp_path / "groep" / "cycles")
    breek(root, "LC012")
    Depot.begin(root.parent)
    inside = Depot(root)
    log = json.loads(inside.leercyclus("controleer", "--formaat", "sarif").stdout)
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
    }
    assert uris == {f"cycles/{ADVIES}"}
    assert f"file=cycles/{ADVIES},line=5," in inside.leercyclus("controleer", "--formaat", "github").stdout
    assert f"fout: {ADVIES}:5:1" in inside.leercyclus("controleer").stdout


def test_strict_counts_a_warning(root: Path, geef: Geef) -> None:
    breek(root, "LC050")
    assert geef("controleer").code == 0
    assert geef("controleer", "--streng").code == 1


def test_a_part_sees_the_rest_but_tells_of_itself(root: Path, geef: Geef) -> None:
    breek(root, "LC008")  # an advice that is not where it should be, and an answer to it
    answer = "2027-zwembad/opvolging/directeur-oss-zxgwmt.toml"
    assert "LC013" in geef("controleer", answer).out
    assert "LC008" not in geef("controleer", answer).out
    assert geef("controleer", "suggesties").out == ""
    assert geef("controleer", "2027-zwembad").out == geef("controleer").out == geef("controleer", ".").out


def test_a_path_that_is_not_there_is_told(root: Path, geef: Geef) -> None:
    result = geef("controleer", "2027-zwembat")
    assert (result.code, "bedoelde u '2027-zwembad'?" in result.err) == (4, True)


def test_a_file_of_no_leertraject_is_left_alone(root: Path, geef: Geef, tmp_path: Path) -> None:
    other = tmp_path / "pyproject.toml"
    other.write_text("[project\n", "utf-8")
    result = geef("controleer", str(other))
    assert (result.code, result.out) == (0, "")
    assert "hoort niet bij een leertraject" in result.err


def test_two_leertrajecten_can_be_named_at_once(root: Path, geef: Geef, tmp_path: Path) -> None:
    other = Path(shutil.copytree(root, tmp_path / "ander"))
    breek(other, "LC012")
    result = geef("controleer", ".", str(other))
    assert result.out.count("LC012") == 1


def test_what_is_ignored_with_a_reason_is_not_told(root: Path, geef: Geef) -> None:
    breek(root, "LC050")
    with (root / "leertraject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[negeer]\nLC050 = "zij wil met naam genoemd worden"\n')
    assert geef("controleer", "--streng").code == 0


@pytest.mark.parametrize(
    ("regel", "says"),
    [
        ('LC050 = ""', "hier ontbreekt de reden"),
        ('LC555 = "waarom"', "er is geen code 'LC555'"),
        ('LC041 = "waarom"', "'LC041' kan niet genegeerd worden"),
    ],
)
def test_what_cannot_be_ignored_is_told(root: Path, geef: Geef, regel: str, says: str) -> None:
    with (root / "leertraject.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[negeer]\n{regel}\n")
    result = geef("controleer")
    assert result.code == 1
    assert says in result.out


def test_nothing_is_changed(root: Path, geef: Geef) -> None:
    for code in ("LC001", "LC012", "LC016", "LC050"):
        breek(root, code)
    before = _bestanden(root)
    assert geef("controleer").code == 1
    assert _bestanden(root) == before


def _bestanden(root: Path) -> dict[Path, bytes]:
    """All but what is derived."""
    paths = (path for path in root.rglob("*") if path.is_file() and ".leercyclus" not in path.parts)
    return {path: path.read_bytes() for path in paths}


def test_at_a_terminal_a_caret_points_at_the_place(root: Path, maak_terminal: MaakTerminal) -> None:
    from tests.terminal import Terminal  # needs pexpect

    breek(root, "LC010")
    terminal = maak_terminal(root, Terminal)
    terminal.start("controleer")
    lines = terminal.einde(1).splitlines()
    at = lines.index('     4 │ soort = "tip"')
    assert lines[at + 1] == "       │         ^"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="er zijn geen pijpen op Windows")
def test_what_is_no_file_is_told_and_not_waited_for(root: Path, geef: Geef) -> None:
    cyclus = root / "2027-zwembad"
    (cyclus / "intervisie.toml").unlink()
    os.mkfifo(cyclus / "intervisie.toml")
    os.mkfifo(cyclus / "pijp")
    (cyclus / "adviezen" / "map.toml").mkdir()
    (cyclus / "lessen" / "elders.toml").symlink_to(root / "leertraject.toml")
    found = json.loads(geef("controleer", "--formaat", "json").out)["bevindingen"]
    assert {(item["code"], item["bestand"]) for item in found} == {
        ("LC006", "2027-zwembad/intervisie.toml"),
        ("LC006", "2027-zwembad/pijp"),
        ("LC006", "2027-zwembad/adviezen/map.toml"),
        ("LC006", "2027-zwembad/lessen/elders.toml"),
    }
