"""What is for a narrow circle reaches no wider one: a canary in every field, in every output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel

from leercyclus.domain.kring import Kring
from leercyclus.domain.soorten import SOORTEN
from leercyclus.domain.veld import velden
from leercyclus.store.werkmap import Werkmap
from tests.conftest import NIEUW, Geef
from tests.robustness.kanarie import Volière

CYCLUS = "2027-kanarie"
OPDRACHTEN = [
    *(("toon", CYCLUS, "--formaat", formaat) for formaat in ("tekst", "markdown", "json")),
    ("toon", CYCLUS, "advies"),
    ("toon", CYCLUS, "geen-stuk"),
    ("lessen",),
    ("lessen", "--json"),
    ("lessen", "geen-les"),
]
#: What a board reads of a cyclus.
OVER_DE_DAG = {"cyclus", "intervisie", "advies", "terugkoppeling", "les"}
#: The commands that go through the door, as they are given without ``--voor``.
LEZEN = [("toon", CYCLUS), ("lessen",), ("exporteer", "--formaat", "jsonl")]


@pytest.fixture
def volière(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Volière:
    root = tmp_path / "leertraject"
    root.mkdir()
    monkeypatch.chdir(root)
    found = Volière(root)
    found.bouw(CYCLUS)
    return found


@pytest.mark.parametrize("kring", Kring)
@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=" ".join)
def test_no_canary_reaches_a_reader_it_is_not_for(
    volière: Volière, geef: Geef, opdracht: tuple[str, ...], kring: Kring
) -> None:
    result = geef(*opdracht, "--voor", kring)
    assert result.code in (0, 4), result.err
    printed = result.out + result.err
    if result.code == 4:  # whoever typed the name of the cyclus sees it again
        printed = printed.replace(CYCLUS, "")
    escaped = [
        (where, level)
        for canary, (level, where) in volière.kanaries.items()
        if not kring.ziet(level) and canary in printed
    ]
    assert not escaped


@pytest.mark.parametrize("kring", Kring)
@pytest.mark.parametrize("formaat", ["jsonl", "parquet"])
def test_no_canary_is_in_an_export_for_a_reader_it_is_not_for(
    volière: Volière, geef: Geef, formaat: str, kring: Kring
) -> None:
    """Not in a row, not in what a file tells of its rows, and not in what is said beside it."""
    path = volière.root.parent / "uit"
    made = geef("exporteer", "--voor", kring, "--formaat", formaat, "--naar", str(path))
    assert made.code == 0, made.err
    rows, about = (_lines if formaat == "jsonl" else _parquet)(path)
    (group,) = (row["inhoud"] for row in rows if row["soort"] == "leertraject")
    if kring.ziet(Kring.BESTUUR):  # who are in the group, a board may know; not what they wrote
        ids = {person["id"] for person in volière.mensen}
        group["deelnemers"] = [person for person in group["deelnemers"] if person["id"] not in ids]
    held = f"{json.dumps(rows, default=str)} {about} {made.out} {made.err}"
    escaped = [
        (where, level)
        for canary, (level, where) in volière.kanaries.items()
        if not kring.ziet(level) and canary in held
    ]
    assert not escaped


def _lines(path: Path) -> tuple[list[dict[str, Any]], str]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()], ""


def _parquet(path: Path) -> tuple[list[dict[str, Any]], str]:
    rows, metadata = pq.read_table(path).to_pylist(), pq.ParquetFile(path).metadata
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    columns = [group.column(number) for group in groups for number in range(group.num_columns)]
    about = f"{metadata.metadata} {[column.to_dict() for column in columns]}"
    return [{**row, "inhoud": json.loads(row["inhoud"])} for row in rows], about


@pytest.mark.parametrize("kring", Kring)
def test_all_that_is_for_a_reader_is_in_an_export(volière: Volière, geef: Geef, kring: Kring) -> None:
    out = geef("exporteer", "--voor", kring, "--formaat", "jsonl").out
    seen = {json.loads(line)["soort"] for line in out.splitlines()}
    everything = {soort.naam for soort in SOORTEN}
    assert (
        seen
        == {
            Kring.VERTROUWELIJK: everything,
            Kring.GROEP: everything - {"interview"},
            Kring.BESTUUR: {"leertraject", "suggestie", *OVER_DE_DAG},
            Kring.OPENBAAR: {"leertraject", "les"},
        }[kring]
    )
    there = "".join(f"{path} {path.read_text('utf-8')}" for path in volière.root.rglob("*.toml"))
    lacking = [
        where
        for canary, (level, where) in volière.kanaries.items()
        if canary in there and kring.ziet(level) and canary not in out
    ]
    assert not lacking


@pytest.mark.parametrize("kring", Kring)
def test_what_is_for_a_reader_is_there(volière: Volière, geef: Geef, kring: Kring) -> None:
    out = geef("toon", CYCLUS, "--formaat", "json", "--voor", kring).out
    seen = {item["soort"] for item in json.loads(out)["stukken"]}
    everything = {soort.naam for soort in SOORTEN if soort.in_cyclus}
    assert (
        seen
        == {
            Kring.VERTROUWELIJK: everything,
            Kring.GROEP: everything - {"interview"},
            Kring.BESTUUR: OVER_DE_DAG,
            Kring.OPENBAAR: {"les"},
        }[kring]
    )
    lacking = [
        where
        for canary, (level, where) in volière.kanaries.items()
        if kring.ziet(level) and where.split(".")[0] in seen and canary not in out
    ]
    assert not lacking


@pytest.mark.parametrize(
    ("kring", "aantal"),
    [
        *((kring, 1) for kring in ("openbaar", "bestuur")),
        *((kring, 4) for kring in ("groep", "vertrouwelijk")),
    ],
)
def test_a_lesson_is_for_everybody_when_all_agreed(
    volière: Volière, geef: Geef, kring: str, aantal: int
) -> None:
    lessons = json.loads(geef("lessen", "--json", "--voor", kring).out)["lessen"]
    own = [les for les in lessons if les["herkomst"] != "ingebouwd"]
    assert len(own) == aantal
    assert {les["herkomst"] for les in own} <= ({"groep"} if kring == "openbaar" else {"groep", CYCLUS})


@pytest.mark.parametrize(
    ("bestand", "was", "wordt"),
    [
        ("toestemming/*.toml", "versie = 1", "= kapot"),
        ("toestemming/*.toml", "versie = 1", 'versie = 1\ningetrokken = "gisteren"'),
        ("leertraject.toml", "versie = 1", "= kapot"),
        ("leertraject.toml", 'rol = "deelnemer"', 'rol = "deelnemers"'),
        (f"{CYCLUS}/cyclus.toml", "versie = 1", "= kapot"),
        (f"{CYCLUS}/intervisie.toml", "aanwezig = [", "aanwezig = [3, "),
        (f"{CYCLUS}/intervisie.toml", "aanwezig = [", 'aanwezig = ["directeur-onbekend", '),
        (f"{CYCLUS}/intervisie.toml", "aanwezig = [", "anwezig = ["),
        (f"{CYCLUS}/intervisie.toml", "versie = 1", 'versie = 1\nstand = "concept"'),
        (f"{CYCLUS}/cyclus.toml", "deelnemers = [", "deelnemer = ["),
        ("toestemming/*.toml", "versie = 1", "versie = 1\ningetroken = 2026-09-05"),
        ("toestemming/*.toml", "datum = 2026-01-01", "datum = 2099-01-01"),
        ("toestemming/*.toml", "datum = 2026-01-01", ""),
    ],
)
def test_who_consented_has_to_be_certain(
    volière: Volière, geef: Geef, bestand: str, was: str, wordt: str
) -> None:
    def openbaar() -> set[str]:
        lessons = json.loads(geef("lessen", "--json", "--voor", "openbaar").out)["lessen"]
        return {les["herkomst"] for les in lessons} - {"ingebouwd"}

    assert openbaar() == {"groep"}
    (path,) = volière.root.glob(bestand)
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, wordt, 1), "utf-8")
    assert openbaar() == set()


@pytest.mark.parametrize("stand", ['"concpt"', '"concept "', "true", '["concept"]'])
def test_a_mistake_in_its_stand_makes_no_concept_public(volière: Volière, geef: Geef, stand: str) -> None:
    path = volière.root / CYCLUS / "cyclus.toml"
    path.write_text(f"stand = {stand}\n{path.read_text('utf-8')}", "utf-8")
    shown = json.loads(geef("toon", CYCLUS, "--formaat", "json", "--voor", "bestuur").out)["stukken"]
    assert "cyclus" not in {item["soort"] for item in shown}


def test_the_names_of_other_cycles_are_not_suggested_to_everybody(volière: Volière, geef: Geef) -> None:
    assert CYCLUS in geef("toon", "2027-kanari", "--voor", "bestuur").err
    assert CYCLUS not in geef("toon", "2027-kanari", "--voor", "openbaar").err


@pytest.mark.parametrize("opdracht", LEZEN, ids=" ".join)
def test_what_cannot_be_read_is_counted_and_not_named(
    volière: Volière, geef: Geef, opdracht: tuple[str, ...]
) -> None:
    (volière.root / CYCLUS / "lessen" / "geheim.toml").write_text("= kapot", "utf-8")
    result = geef(*opdracht, "--voor", "groep")
    assert "1 stuk is niet te lezen; bekijk het met: leercyclus controleer" in result.err
    assert "geheim" not in result.out + result.err


@pytest.mark.parametrize("kring", Kring)
@pytest.mark.parametrize("opdracht", LEZEN, ids=" ".join)
def test_the_door_needs_one_cyclus_at_a_time(
    volière: Volière, geef: Geef, monkeypatch: pytest.MonkeyPatch, opdracht: tuple[str, ...], kring: Kring
) -> None:
    monkeypatch.delattr(Werkmap, "inhoud")  # with it comes everything at once
    assert geef(*opdracht, "--voor", kring).code == 0


@pytest.mark.parametrize("opdracht", LEZEN, ids=" ".join)
def test_a_circle_that_is_none_is_told(volière: Volière, geef: Geef, opdracht: tuple[str, ...]) -> None:
    result = geef(*opdracht, "--voor", "iedereen")
    assert (result.code, "kies uit vertrouwelijk, groep, bestuur, openbaar" in result.err) == (2, True)


def test_the_board_cannot_tell_advices_apart_by_their_order(groep: Path, geef: Geef) -> None:
    geef(*NIEUW)
    for who, core in (("directeur-oss", "Zeer"), ("directeur-venlo", "Midden"), ("directeur-sed", "Anders")):
        geef("advies", "2027-zwembad-of-niet", "--van", who, "--tekst", "x", "--kern", core)
    shown = json.loads(
        geef("toon", "2027-zwembad-of-niet", "advies", "--formaat", "json", "--voor", "bestuur").out
    )
    assert [(item["id"], item["bestand"], item["inhoud"]["kern"]) for item in shown["stukken"]] == [
        ("1", None, "Anders"),
        ("2", None, "Midden"),
        ("3", None, "Zeer"),
    ]


def test_every_field_says_for_whom_it_is() -> None:
    models: list[type[BaseModel]] = [soort.model for soort in SOORTEN]
    for model in models:
        for name, item in velden(model).items():
            extra: Any = model.model_fields[name].json_schema_extra
            assert isinstance(extra["kring"], Kring), f"{model.__name__}.{name} zegt niet voor wie het is"
            if item.deel and item.deel not in models:
                models.append(item.deel)
