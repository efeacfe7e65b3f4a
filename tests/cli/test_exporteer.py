"""``exporteer``: every record a row, for whoever it is, in a file that is there whole or not at all."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pyarrow.parquet as pq
import pytest

from leercyclus.domain.kring import Kring
from leercyclus.domain.soorten import soort_van
from leercyclus.render.uitvoer import schema
from tests.checks.gebroken import BASIS, herstel, vervang
from tests.conftest import REPOSITORY, VOORBEELD, Geef, MaakTerminal
from tests.robustness.conftest import proces

CYCLUS = "2027-zwembad"
OPDRACHT = ("exporteer", "--voor", "groep", "--formaat")


def rijen(geef: Geef, voor: str = "groep") -> list[dict[str, Any]]:
    result = geef("exporteer", "--voor", voor, "--formaat", "jsonl")
    assert result.code == 0, result.err
    return [json.loads(line) for line in result.out.splitlines()]


def van(rows: list[dict[str, Any]], soort: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["soort"] == soort]


# what a row is


@pytest.mark.parametrize("voor", Kring)
def test_every_line_is_what_its_schema_says(root: Path, geef: Geef, voor: str) -> None:
    shape = schema("exporteer")
    for row in rijen(geef, voor):
        jsonschema.validate(row, shape)
        assert (row["versie"], row["voor"]) == (1, voor)


def test_every_record_is_a_row(geef: Geef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(VOORBEELD)
    paths = [path.relative_to(VOORBEELD).as_posix() for path in VOORBEELD.rglob("*.toml")]
    kinds = [found[0].naam for path in paths if (found := soort_van(path))]
    assert len(kinds) == len(paths) > 100
    assert Counter(row["soort"] for row in rijen(geef, "vertrouwelijk")) == Counter(kinds)


def test_a_row_has_what_one_joins_on(root: Path, geef: Geef) -> None:
    rows = rijen(geef)
    (advice,) = van(rows, "advies")
    assert {name: advice[name] for name in advice if name != "inhoud"} == {
        "versie": 1,
        "voor": "groep",
        "leertraject": "leren-van-elkaar",
        "cyclus": CYCLUS,
        "thema": "regionale-samenwerking",
        "intervisiedag": "2027-04-15",
        "soort": "advies",
        "id": "directeur-sed-k3f9qa",
        "stand": None,
        "datum": "2027-04-15",
    }
    assert advice["inhoud"]["van"] == "directeur-sed"
    (suggestion,) = van(rows, "suggestie")
    assert (suggestion["cyclus"], suggestion["intervisiedag"]) == (None, None)
    (note,) = van(rows, "gespreksnotitie")
    assert (note["id"], note["stand"]) == ("", "definitief")


def test_the_theme_is_that_of_the_lesson_itself(root: Path, geef: Geef) -> None:
    lesson = root / CYCLUS / "lessen/wie-rekent.toml"
    vervang(lesson, 'thema = "regionale-samenwerking"', 'thema = "leren-te-leren"')
    rows = rijen(geef)
    assert {row["thema"] for row in van(rows, "les")} == {"leren-te-leren"}
    assert {row["thema"] for row in van(rows, "advies")} == {"regionale-samenwerking"}


def test_of_a_cyclus_that_is_a_concept_others_learn_no_theme_and_no_day(root: Path, geef: Geef) -> None:
    vervang(root / CYCLUS / "cyclus.toml", 'stand = "definitief"', 'stand = "concept"')
    rows = [row for row in rijen(geef) if row["cyclus"]]
    assert not van(rows, "cyclus")
    assert {(row["thema"], row["intervisiedag"]) for row in rows if row["soort"] != "les"} == {(None, None)}
    (own,) = van(rijen(geef, "vertrouwelijk"), "cyclus")
    assert (own["stand"], own["intervisiedag"]) == ("concept", "2027-04-15")


def test_a_key_that_nobody_knows_makes_no_column(root: Path, geef: Geef) -> None:
    note = root / CYCLUS / "cyclus.toml"
    note.write_text("datum = 'gisteren'\n" + note.read_text("utf-8"), "utf-8")
    (row,) = van(rijen(geef, "vertrouwelijk"), "cyclus")
    assert (row["datum"], row["inhoud"]["datum"]) == (None, "gisteren")


def test_a_wrong_value_is_no_reason_to_leave_out_the_rest(root: Path, geef: Geef) -> None:
    vervang(root / CYCLUS / "adviezen/directeur-sed-k3f9qa.toml", "datum = 2027-04-15", "datum = 'ooit'")
    for voor, kept in (("vertrouwelijk", "ooit"), ("groep", None)):
        (row,) = van(rijen(geef, voor), "advies")
        assert (row["datum"], row["inhoud"].get("datum")) == (None, kept)


def test_a_group_that_cannot_be_read_leaves_the_rest(root: Path, geef: Geef) -> None:
    (root / "leertraject.toml").write_text("= kapot", "utf-8")
    rows = rijen(geef)
    assert {row["leertraject"] for row in rows} == {None}
    assert not van(rows, "leertraject")
    assert van(rows, "advies")


def test_the_order_is_the_same_each_time(root: Path, geef: Geef) -> None:
    assert geef(*OPDRACHT, "jsonl") == geef(*OPDRACHT, "jsonl")


# both formats


@pytest.mark.parametrize("voor", Kring)
def test_duckdb_reads_the_same_from_both(root: Path, geef: Geef, voor: str) -> None:
    path = root.parent / "uit.parquet"
    lines = rijen(geef, voor)
    made = geef("exporteer", "--voor", voor, "--formaat", "parquet", "--naar", str(path))
    assert (made.code, made.out) == (0, f"{path.as_posix()}\n")
    table = duckdb.execute(f"from '{path}'")
    names = [name for name, *_ in table.description or []]
    rows = [dict(zip(names, row, strict=True)) for row in table.fetchall()]
    for row in rows:
        row["inhoud"] = json.loads(row["inhoud"])
        row |= {key: value.isoformat() for key, value in row.items() if isinstance(value, dt.date)}
    assert rows == lines
    assert f"{len(rows)} rij" in made.err


def test_many_files_are_one_table(root: Path, geef: Geef, tmp_path: Path) -> None:
    for voor in Kring:
        for name, folder in (("eigen", root), ("voorbeeld", VOORBEELD)):
            path = tmp_path / f"{name}-{voor}.parquet"
            given = ("exporteer", "--voor", voor, "--formaat", "parquet", "--naar", str(path))
            assert geef(*given, "--map", str(folder)).code == 0
    assert len({pq.read_schema(path).to_string() for path in tmp_path.glob("*.parquet")}) == 1
    counts = duckdb.execute(f"select voor, count(*) from '{tmp_path}/*.parquet' group by voor").fetchall()
    assert len(counts) == len(Kring)


def test_nothing_to_export_is_a_file_without_rows(groep: Path, geef: Geef) -> None:
    (groep / "leertraject.toml").write_text("versie = 1\n", "utf-8")
    assert rijen(geef, "openbaar") == []
    path = groep.parent / "leeg.parquet"
    result = geef("exporteer", "--voor", "openbaar", "--formaat", "parquet", "--naar", str(path))
    assert "0 rijen voor de kring openbaar" in result.err
    assert pq.read_table(path).num_rows == 0


def test_parquet_goes_through_a_pipe(root: Path) -> None:
    done = proces(*OPDRACHT, "parquet", cwd=root)
    assert done.returncode == 0, done.stderr
    assert (done.stdout[:4], done.stdout[-4:]) == (b"PAR1", b"PAR1")


def test_parquet_does_not_go_to_a_terminal(root: Path, maak_terminal: MaakTerminal) -> None:
    terminal = maak_terminal(root)
    terminal.start(*OPDRACHT, "parquet")
    terminal.zegt("geef --naar BESTAND, of kies jsonl")
    terminal.einde(2)


def test_without_the_extra_is_told_how_to_get_it(
    root: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)  # as if it were not installed
    monkeypatch.delitem(sys.modules, "leercyclus.render.parquet", raising=False)
    result = geef(*OPDRACHT, "parquet", "--naar", str(root.parent / "uit.parquet"))
    assert result.code == 2
    assert "voor parquet is een extra onderdeel nodig" in result.err
    assert "pip install 'leercyclus[parquet]'" in result.err
    assert geef(*OPDRACHT, "jsonl").code == 0


@pytest.mark.parametrize(
    ("gegeven", "zegt"),
    [
        ((), "optie '--voor' ontbreekt"),
        (("--voor", "groep"), "optie '--formaat' ontbreekt"),
        (("--formaat", "jsonl"), "optie '--voor' ontbreekt"),
        (("--voor", "groep", "--formaat", "csv"), "'csv' kan hier niet; kies uit jsonl, parquet"),
        (("--voor", "iedereen", "--formaat", "jsonl"), "'iedereen' is geen kring; kies uit vertrouwelijk"),
    ],
    ids=str,
)
def test_for_whom_and_how_has_to_be_said(root: Path, geef: Geef, gegeven: tuple[str, ...], zegt: str) -> None:
    result = geef("exporteer", *gegeven, "--naar", str(root.parent / "uit"))
    assert result.code == 2
    assert zegt in result.err
    assert not (root.parent / "uit").exists()


# the file


@pytest.fixture(params=["jsonl", "parquet"])
def formaat(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_file_that_is_there_is_replaced_only_when_that_is_said(
    root: Path, geef: Geef, formaat: str
) -> None:
    path = root.parent / f"uit.{formaat}"
    path.write_text("van iemand", "utf-8")
    refused = geef(*OPDRACHT, formaat, "--naar", str(path))
    assert (refused.code, path.read_text("utf-8")) == (5, "van iemand")
    assert "geef een andere naam, of --vervang om het te vervangen" in refused.err
    assert geef(*OPDRACHT, formaat, "--naar", str(path), "--vervang").code == 0
    assert path.stat().st_size > 1000
    assert geef(*OPDRACHT, formaat, "--naar", str(path.with_name("nieuw")), "--vervang").code == 0


def test_what_is_no_file_is_not_replaced(root: Path, geef: Geef) -> None:
    (root.parent / "map").mkdir()
    result = geef(*OPDRACHT, "jsonl", "--naar", str(root.parent / "map"), "--vervang")
    assert result.code == 6
    assert "dit is geen gewoon bestand" in result.err


def test_a_file_in_the_leertraject_is_warned_of(root: Path, geef: Geef) -> None:
    assert "let op: dit bestand ligt in het leertraject" in geef(*OPDRACHT, "jsonl", "--naar", "u.jsonl").err


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze grens niet")
@pytest.mark.parametrize("was", [None, b"van eerst"])
def test_a_full_disk_leaves_no_half_file(root: Path, formaat: str, was: bytes | None) -> None:
    path = root.parent / "uit" / f"uit.{formaat}"
    path.parent.mkdir()
    if was is not None:
        path.write_bytes(was)
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "from leercyclus.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *OPDRACHT, formaat, "--naar", str(path), "--vervang"],
        cwd=root, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 6, done.stderr
    assert done.stderr.startswith(f"fout: {path}: het bestand mag hier niet zo groot worden\n")
    assert len(done.stderr.splitlines()) == 2
    assert {item.name: item.read_bytes() for item in path.parent.iterdir()} == (
        {} if was is None else {path.name: was}
    )


def test_an_output_that_takes_no_more_is_told(root: Path, formaat: str) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("dit systeem heeft geen schijf die altijd vol is")
    with open("/dev/full", "wb") as full:
        done = proces(*OPDRACHT, formaat, cwd=root, stdout=full)
    assert done.returncode == 6
    assert b"rijen" not in done.stderr


def test_who_reads_only_the_beginning_is_no_fault(tmp_path: Path, formaat: str) -> None:
    script = f"{sys.executable} -m leercyclus {' '.join(OPDRACHT)} {formaat} | head -c 4"
    done = subprocess.run(["bash", "-c", script], cwd=VOORBEELD, capture_output=True)
    assert len(done.stdout) == 4
    assert b"fout" not in done.stderr


# what could not be read


@pytest.mark.parametrize("voor", Kring)
def test_what_cannot_be_read_is_no_row_and_is_told(root: Path, geef: Geef, voor: Kring) -> None:
    before = rijen(geef, voor)
    for number in range(12):
        (root / CYCLUS / f"interviews/geheim-{number}.toml").write_text("= kapot", "utf-8")
    (root / "suggesties/geheim.toml").write_text("versie = 99", "utf-8")
    shutil.copytree(root / CYCLUS, root / "Geheim Met Hoofdletters")
    result = geef("exporteer", "--voor", voor, "--formaat", "jsonl")
    assert result.code == 0
    after = [json.loads(line) for line in result.out.splitlines()]
    if not voor.ziet(Kring.GROEP):  # a lesson waits until it is certain who was there
        before = [row for row in before if row["soort"] != "les"]
    assert after == before
    assert ("14 stukken zijn niet te lezen" in result.err) == voor.ziet(Kring.GROEP)
    named = [line for line in result.err.splitlines() if line.startswith("niet te lezen: ")]
    assert len(named) == (10 if voor is Kring.VERTROUWELIJK else 0)
    assert ("geheim" in result.err.lower()) == (voor is Kring.VERTROUWELIJK)


@pytest.mark.parametrize("voor", [Kring.BESTUUR, Kring.OPENBAAR])
def test_who_may_not_know_of_a_record_cannot_tell_that_it_is_there(
    root: Path, geef: Geef, voor: Kring
) -> None:
    given = ("exporteer", "--voor", voor, "--formaat", "jsonl")
    said = geef(*given)
    for kind in ("interviews", "zelfanalyse", "verspreiding", "opvolging", "meenemen"):
        shutil.rmtree(root / CYCLUS / kind)
    assert geef(*given) == said


# the examples in docs/export.md

EXPORT = (REPOSITORY / "docs" / "export.md").read_text("utf-8")
SQL = re.findall(r"```sql\n(.*?)```", EXPORT, re.DOTALL)
SHELL = re.findall(r"```sh\n(.*?)```", EXPORT, re.DOTALL)


@pytest.fixture
def exports(tmp_path: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two groups, in both formats; also the working directory."""
    (tmp_path / "exports").mkdir()
    monkeypatch.chdir(tmp_path)
    for name, folder in (("basis", BASIS), ("voorbeeld", VOORBEELD)):
        for formaat in ("jsonl", "parquet"):
            path = f"exports/{name}.{formaat}"
            assert geef(*OPDRACHT, formaat, "--naar", path, "--map", str(folder)).code == 0
    return tmp_path / "exports"


def test_all_examples_are_tried() -> None:
    assert (len(SQL), len(SHELL)) == (6, 1)


@pytest.mark.usefixtures("exports")
@pytest.mark.parametrize("query", SQL, ids=range(len(SQL)))
def test_an_example_in_sql_gives_an_answer(query: str) -> None:
    rows = duckdb.execute(query).fetchall()
    assert len(rows) > 1
    assert all(any(value is not None for value in column) for column in zip(*rows, strict=True))


@pytest.mark.usefixtures("exports")
def test_the_types_in_the_example_are_those_of_parquet() -> None:
    said = dict(re.findall(r"(\w+): '(\w+)'", SQL[-1]))
    described = duckdb.execute("describe from 'exports/*.parquet'").fetchall()
    assert list(said.items()) == [(name, kind) for name, kind, *_ in described]
    from_parquet = re.sub(r"read_json\(.*?\}\)", "'exports/*.parquet'", SQL[-1], flags=re.DOTALL)
    assert "parquet" in from_parquet
    assert duckdb.execute(SQL[-1]).fetchall() == duckdb.execute(from_parquet).fetchall()


@pytest.mark.skipif(os.name == "nt", reason="de voorbeelden zijn voor bash")
def test_the_examples_at_the_shell(tmp_path: Path) -> None:
    root = herstel(tmp_path / "leertraject")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", SHELL[0]],
        cwd=root, env={**os.environ, "PATH": path}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    records = [path for path in root.rglob("*.toml") if path.parent.name != "interviews"]
    assert pq.read_table(tmp_path / "exports/oss.parquet").num_rows == len(records)
    assert len(gzip.decompress((tmp_path / "oss.jsonl.gz").read_bytes()).splitlines()) == len(records)
