"""What an editor gets: JSON Schemas that real checkers of TOML understand."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from leercyclus.domain.soorten import SOORTEN, soort_van
from leercyclus.render.schema import schema
from leercyclus.render.uitvoer import UITVOER
from tests.checks.gebroken import BASIS, vervang
from tests.conftest import CYCLUS, NIEUW, VOORBEELD, Geef

ADVIES = "2027-zwembad/adviezen/directeur-sed-k3f9qa.toml"
NOTITIE = "2027-zwembad/gespreksnotitie.toml"
TOMBI = Path(sys.executable).with_name("tombi")
CHECK_JSONSCHEMA = Path(sys.executable).with_name("check-jsonschema")


def tombi(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TOMBI, "lint", "--offline", "--error-on-warnings", "."], cwd=root, capture_output=True, text=True
    )


def check_jsonschema(root: Path, *bestanden: str) -> subprocess.CompletedProcess[str]:
    """Files of one kind against its schema."""
    found = soort_van(bestanden[0])
    assert found
    command = [str(CHECK_JSONSCHEMA), "--schemafile", f"schema/{found[0].naam}.schema.json", *bestanden]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def met_schemas(source: Path, root: Path, geef: Geef) -> Path:
    """A leertraject of which every file says where its schema is."""
    shutil.copytree(source, root)
    made = geef("schema", "--naar", str(root / "schema"))
    assert len(made.out.splitlines()) == len({kind.naam for kind in SOORTEN})
    for path in root.rglob("*.toml"):
        relative = path.relative_to(root).as_posix()
        found = soort_van(relative)
        assert found
        line = f"#:schema {'../' * relative.count('/')}schema/{found[0].naam}.schema.json\n"
        path.write_text(line + path.read_text("utf-8"), "utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path, geef: Geef) -> Path:
    return met_schemas(BASIS, tmp_path / "leertraject", geef)


def test_every_file_of_the_example_passes(tmp_path: Path, geef: Geef) -> None:
    root = met_schemas(VOORBEELD, tmp_path / "voorbeeld", geef)
    done = tombi(root)
    assert done.returncode == 0, done.stdout
    files = [path.relative_to(root).as_posix() for path in root.rglob("*.toml")]
    for kind in {kind.naam for kind in SOORTEN}:
        of_kind = [file for file in files if (found := soort_van(file)) and found[0].naam == kind]
        other = check_jsonschema(root, *of_kind)
        assert other.returncode == 0, other.stdout


FOUTEN = [
    (ADVIES, "tekst =", "texst =", "texst"),
    (ADVIES, 'soort = "aanbeveling"', 'soort = "tip"', "tip"),
    (ADVIES, "datum = 2027-04-15", 'datum = "ooit"', "datum"),
    (ADVIES, "datum = 2027-04-15\n", "", "datum"),
    (ADVIES, 'van = "directeur-sed"', 'van = "Directeur SED"', "Directeur SED"),
    (ADVIES, 'tekst = "Laat de vereniging meerekenen."', "tekst = 5", "tekst"),
    (ADVIES, 'tekst = "Laat de vereniging meerekenen."', 'tekst = ""', "tekst"),
    (NOTITIE, 'beelden_extern = "Ongeduld."\n', "", "beelden_extern"),
    ("2027-zwembad/lessen/wie-rekent.toml", 'id = "meerekenen"\n', "", "id"),
    ("leertraject.toml", 'rol = "adviseur"', 'rol = "baas"', "baas"),
]


@pytest.mark.parametrize(("bestand", "was", "wordt", "naam"), FOUTEN)
def test_what_is_wrong_is_found(root: Path, bestand: str, was: str, wordt: str, naam: str) -> None:
    vervang(root / bestand, was, wordt)
    done = tombi(root)
    assert done.returncode == 1
    assert Path(bestand).name in done.stdout + done.stderr
    other = check_jsonschema(root, bestand)
    assert (other.returncode, naam in other.stdout) == (1, True), other.stdout


def test_a_concept_may_lack_anything(root: Path) -> None:
    vervang(root / NOTITIE, 'beelden_extern = "Ongeduld."\n', "")
    vervang(root / NOTITIE, 'stand = "definitief"', 'stand = "concept"')
    assert tombi(root).returncode == 0
    assert check_jsonschema(root, NOTITIE).returncode == 0


@pytest.mark.parametrize("kind", SOORTEN, ids=lambda kind: kind.pad)
def test_a_schema_is_a_schema_in_dutch(kind: object) -> None:
    made = schema(kind)  # type: ignore[arg-type]
    jsonschema.Draft202012Validator.check_schema(made)
    assert "vraag" not in {key for part in made["properties"].values() for key in part}
    assert all(part.get("description") for part in made["properties"].values())


def test_a_new_record_says_where_its_schema_is(cyclus: Path, geef: Geef) -> None:
    before = (cyclus / "cyclus.toml").read_bytes()
    assert not before.startswith(b"#:schema")
    geef("schema", "--naar", "schema")
    made = geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein.").out.strip()
    assert Path(made).read_text("utf-8").startswith("#:schema ../../schema/advies.schema.json\nversie = 1\n")
    assert (Path(made).parent / "../../schema/advies.schema.json").is_file()
    geef(*NIEUW[:1], "Een ander", *NIEUW[2:])
    other = Path("2027-een-ander/cyclus.toml")
    assert other.read_text("utf-8").startswith("#:schema ../schema/cyclus.schema.json\n")
    assert geef("controleer", made).out == ""
    assert (cyclus / "cyclus.toml").read_bytes() == before


def test_the_kinds_are_listed(geef: Geef) -> None:
    names = geef("schema").out.split()
    assert names == [*dict.fromkeys(kind.naam for kind in SOORTEN), *UITVOER]
    assert all(json.loads(geef("schema", name).out)["$schema"] for name in names)


def test_what_is_no_kind_is_told(geef: Geef) -> None:
    result = geef("schema", "adviezen")
    assert (result.code, "bedoelde u 'advies'?" in result.err) == (4, True)


def test_whoever_stops_reading_gets_all_files(cyclus: Path) -> None:
    command = f"{sys.executable} -m leercyclus schema --naar schema | head -1"
    subprocess.run(["bash", "-c", command], cwd=cyclus.parent, check=True, capture_output=True)
    assert len(list((cyclus.parent / "schema").iterdir())) == len({kind.naam for kind in SOORTEN})


def test_a_new_leertraject_says_so_too(tmp_path: Path, geef: Geef) -> None:
    geef("schema", "--naar", str(tmp_path / "groep" / "schema"))
    geef("begin", str(tmp_path / "groep"), "--naam", "Proef")
    made = (tmp_path / "groep" / "leertraject.toml").read_text("utf-8")
    assert made.startswith("#:schema schema/leertraject.schema.json\n")
