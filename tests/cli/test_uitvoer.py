"""Every JSON output is exactly what its schema says, and the examples in docs/scripten.md run."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leercyclus.render.uitvoer import UITVOER, schema
from tests.checks.gebroken import breek, herstel
from tests.conftest import REPOSITORY, VOORBEELD, Geef
from tests.depot import Depot, omgeving

CYCLUS = "2027-zwembad"
OPDRACHTEN = [
    ("status", ("status", "--json")),
    ("controleer", ("controleer", "--formaat", "json")),
    ("lijst", ("advies", CYCLUS, "--lijst", "--json")),
    ("lijst", ("zelfanalyse", CYCLUS, "--lijst", "--json")),
    ("lijst", ("les", CYCLUS, "--lijst", "--json")),
    ("toon", ("toon", CYCLUS, "--formaat", "json")),
    ("lessen", ("lessen", "--json")),
    ("bewaartermijn", ("bewaartermijn", "--json")),
]


@pytest.fixture
def kapot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A leertraject with findings of several kinds."""
    root = herstel(tmp_path / "leertraject")
    for code in ("LC001", "LC012", "LC020"):
        breek(root, code)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(("name", "command"), OPDRACHTEN, ids=lambda item: str(item))
def test_the_output_is_what_its_schema_says(
    geef: Geef, kapot: Path, name: str, command: tuple[str, ...]
) -> None:
    jsonschema.validate(json.loads(geef(*command).out), schema(name))


def test_the_status_of_the_example_is_what_its_schema_says(geef: Geef) -> None:
    said = json.loads(geef("status", "--json", "--map", str(VOORBEELD)).out)
    assert len(said["cycli"]) == 9
    jsonschema.validate(said, schema("status"))


@pytest.mark.parametrize("name", UITVOER)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def _tables(part: Any) -> Iterator[dict[str, Any]]:
    """Every table of a document that has keys of its own."""
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from _tables(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _tables(inner)


@pytest.mark.parametrize(("name", "command"), OPDRACHTEN[:3], ids=lambda item: str(item))
def test_a_key_more_or_less_is_refused(geef: Geef, kapot: Path, name: str, command: tuple[str, ...]) -> None:
    said = json.loads(geef(*command).out)
    for number in range(len(list(_tables(said)))):
        more = copy.deepcopy(said)
        table = list(_tables(more))[number]
        if table is more.get("personen"):
            continue  # its keys are ids
        table["extra"] = 1
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(more, schema(name))
        less = copy.deepcopy(said)
        table = list(_tables(less))[number]
        table.pop(next(iter(table)))
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(less, schema(name))


def test_json_goes_with_a_list(geef: Geef, kapot: Path) -> None:
    result = geef("advies", CYCLUS, "--json")
    assert (result.code, result.err.splitlines()[0]) == (2, "fout: --json hoort bij --lijst")


# the examples in docs/scripten.md

SCRIPTEN = (REPOSITORY / "docs" / "scripten.md").read_text("utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", SCRIPTEN, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", SCRIPTEN, re.DOTALL)
STAPPEN = re.findall(r"^      - run: (.*)$", SCRIPTEN, re.MULTILINE)


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot.begin(herstel(tmp_path / "een map" / "leertraject"))


def bash(depot: Depot, script: str, **extra: str) -> str:
    path = f"{Path(sys.executable).parent}:{omgeving()['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=depot.map, env=omgeving() | {"PATH": path} | extra, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_all_examples_are_tried() -> None:
    assert (len(SHELL), len(PYTHON), len(STAPPEN)) == (4, 1, 2)


def test_what_is_made_can_be_given_to_git(depot: Depot) -> None:
    bash(depot, SHELL[0])
    staged = depot.git("diff", "--cached", "--name-only").stdout
    assert staged == "2028-wie-betaalt-de-brug/cyclus.toml\n"


def test_who_is_late_gets_a_sentence(depot: Depot) -> None:
    (depot.map / CYCLUS / "gespreksnotitie.toml").unlink()
    said = bash(depot, SHELL[1])
    assert "adviseur: Schrijf de gespreksnotitie bij ‘Zwembad of niet’.\n" in said


def test_the_history_of_each_cyclus(depot: Depot) -> None:
    assert re.fullmatch(rf"{CYCLUS}: \d{{4}}-\d\d-\d\d\n", bash(depot, SHELL[2]))


def test_an_advice_that_came_as_a_file(depot: Depot) -> None:
    (depot.map / "advies.txt").write_text("Vraag het de zwemmers.\n", "utf-8")
    assert bash(depot, SHELL[3]).endswith("vastgelegd\n")


def test_the_check_of_a_job(depot: Depot) -> None:
    assert bash(depot, STAPPEN[1]) == ""
    breek(depot.map, "LC012")
    said = depot.leercyclus(*STAPPEN[1].split()[1:])
    assert said.returncode == 1
    assert (
        "::error file=2027-zwembad/adviezen/directeur-sed-k3f9qa.toml,line=5,col=1,title=LC012::"
        "onbekende sleutel 'texst'; bedoelde u 'tekst'?\n"
    ) in said.stdout


def test_the_example_in_python(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(REPOSITORY)
    exec(PYTHON[0], {})
    assert "Stroomlijn" in capsys.readouterr().out
