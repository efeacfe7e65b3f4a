"""Finding, reading and writing on real files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from leercyclus.domain.antwoord import Antwoord
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.controle import onbekende_sleutels, to_record
from leercyclus.domain.cyclusfeiten import notities
from leercyclus.domain.errors import ConflictError, NotFoundError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.leertraject import Bewaren, Deelnemer, Leertraject, Organisatie, Slot, Termijnen, Thema
from leercyclus.domain.soorten import (
    ADVIES,
    GESPREKSNOTITIE,
    LES,
    SOORTEN,
    VERSPREIDING,
    ZELFANALYSE,
    Soort,
)
from leercyclus.domain.tekst import is_refused
from leercyclus.domain.veld import Invoer, Veld, velden
from leercyclus.domain.verspreiding import Stuk
from leercyclus.domain.vingerafdruk import vingerafdruk
from leercyclus.domain.vraag import Vraag
from leercyclus.store import files, schrijven
from leercyclus.store.werkmap import Werkmap
from tests.conftest import VOORBEELD

# round trip of every record kind, from its declaration

PROZA = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(
    lambda text: "".join(char for char in text.replace("\r", "\n") if not is_refused(char)) or "x"
)
REGEL = PROZA.map(lambda text: " ".join(text.split()) or "x")
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{2,12}", fullmatch=True)
PARTS: list[type[BaseModel]] = [
    *(Antwoord, Vraag, Stuk, Organisatie, Deelnemer, Thema, Termijnen, Bewaren, Slot),
]
BY_INPUT: dict[Invoer, st.SearchStrategy[Any]] = {
    Invoer.REGEL: REGEL,
    Invoer.PROZA: PROZA,
    Invoer.DATUM: st.dates(),
    Invoer.JA_NEE: st.booleans(),
    Invoer.GETAL: st.integers(1, 5),
}


def values(model: type[BaseModel], field: Veld) -> st.SearchStrategy[Any]:
    if field.naam == "versie":
        return st.just(1)
    if field.opties:
        one: st.SearchStrategy[Any] = st.sampled_from(field.opties)
    elif field.verwijst_naar is Verwijzing.LES:
        one = IDS.map(lambda id: f"ingebouwd/{id}")
    elif field.verwijst_naar is not None or field.naam == "id" or (model, field.naam) == (Antwoord, "vraag"):
        one = IDS
    elif field.invoer is Invoer.SAMENGESTELD:
        return composed(model, field.naam)
    else:
        one = BY_INPUT[field.invoer]
    return st.lists(one, max_size=3) if field.meervoud else one


def composed(model: type[BaseModel], name: str) -> st.SearchStrategy[Any]:
    parts = {part.__name__.lower(): part for part in PARTS}
    singular = {
        "antwoorden": "antwoord",
        "vragen": "vraag",
        "stukken": "stuk",
        "organisaties": "organisatie",
        "deelnemers": "deelnemer",
        "themas": "thema",
    }
    if name in singular:
        return st.lists(data(parts[singular[name]]), max_size=2)
    if name in parts:
        return data(parts[name])
    return {
        "overgeslagen": st.dictionaries(st.sampled_from(["lessen", "opvolging"]), PROZA, max_size=2),
        "negeer": st.dictionaries(st.just("LC020"), REGEL),
        "rijen": st.lists(st.dictionaries(REGEL, PROZA, min_size=1, max_size=2), min_size=1, max_size=2),
    }[name]


def data(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    fields = {field.naam: values(model, field) for field in velden(model).values()}
    needed = {name: fields.pop(name) for name, info in model.model_fields.items() if info.is_required()}
    return st.fixed_dictionaries(needed, optional=fields)


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.pad)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_record_kind_is_read_back_as_written(
    soort: Soort[Any], tmp_path: Path, draw: st.DataObject
) -> None:
    content = draw.draw(data(soort.model))
    folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    made = schrijven.create(Werkmap(folder), soort, "", "x1" if "{id}" in soort.pad else "", content)
    read = Werkmap(folder)._read(soort, "", made.id)
    assert isinstance(read, Gelezen)
    assert read.bevindingen == ()
    assert list(onbekende_sleutels(soort.model, read.document.data)) == []
    assert read.record.model_dump() == soort.model.model_validate({"versie": 1, **content}).model_dump()


# finding


def test_the_leertraject_is_found_upwards_and_in_cycles(groep: Path, tmp_path: Path) -> None:
    deep = groep / "a" / "b"
    deep.mkdir(parents=True)
    assert Werkmap.find(deep).root == groep
    beside = tmp_path / "project"
    (beside / "src").mkdir(parents=True)
    groep.rename(beside / "cycles")
    assert Werkmap.find(beside / "src").root == beside / "cycles"
    with pytest.raises(NotFoundError):
        Werkmap.find(tmp_path)


def test_other_folders_are_left_alone(cyclus: Path) -> None:
    root = cyclus.parent
    for name in ("documenten", "bijlagen", ".git", "suggesties"):
        (root / name).mkdir()
        (root / name / "iets.toml").write_text("a = 1\n", "utf-8")
    (root / "lessen").mkdir()
    assert Werkmap(root).cyclus_ids() == [cyclus.name]


def test_a_folder_with_a_record_but_no_cyclus_toml_is_a_cyclus(groep: Path) -> None:
    (groep / "2027-los" / "adviezen").mkdir(parents=True)
    (groep / "2027-los" / "adviezen" / "a.toml").write_text('van = "directeur-oss"\n', "utf-8")
    folder = Werkmap(groep).cyclus("2027-los")
    assert folder.cyclus.titel is None
    assert [item.record.van for item in folder.van(ADVIES)] == ["directeur-oss"]


def test_names_that_are_no_id_are_told(cyclus: Path) -> None:
    root = cyclus.parent
    (root / "Mijn cyclus").mkdir()
    (root / "Mijn cyclus" / "cyclus.toml").write_text("versie = 1\n", "utf-8")
    (cyclus / "adviezen").mkdir()
    (cyclus / "adviezen" / "Van Oss.toml").write_text("versie = 1\n", "utf-8")
    werkmap = Werkmap(root)
    assert [found.bestand for found in werkmap.niet_gelezen()] == ["Mijn cyclus"]
    assert [found.bestand for found in werkmap.cyclus(cyclus.name).problemen] == [
        f"{cyclus.name}/adviezen/Van Oss.toml"
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows maakt koppelingen alleen met rechten")
def test_a_link_is_not_followed(cyclus: Path, tmp_path: Path) -> None:
    (tmp_path / "buiten.toml").write_text('spiegel = "geheim"\n', "utf-8")
    (cyclus / "gespreksnotitie.toml").symlink_to(tmp_path / "buiten.toml")
    folder = Werkmap(cyclus.parent).cyclus(cyclus.name)
    assert folder.een(GESPREKSNOTITIE) is None
    assert [found.code for found in folder.problemen] == ["LC006"]


def test_a_folder_under_a_records_name_is_told(cyclus: Path) -> None:
    (cyclus / "intervisie.toml").mkdir()
    (found,) = Werkmap(cyclus.parent).cyclus(cyclus.name).problemen
    assert found.code == "LC006"


def test_wrong_values_cost_only_themselves() -> None:
    text = {
        "id": "groep",
        "naam": 5,
        "deelnemers": [
            {"id": "Fout Id", "naam": "A"},
            {"id": "directeur-oss", "vanaf": "ooit", "rol": "baas", "eigen": 1},
        ],
    }
    record, wrong = to_record(Leertraject, text)
    assert record.naam is None
    assert [(person.id, person.vanaf, person.rol) for person in record.deelnemers] == [
        ("directeur-oss", None, "deelnemer")
    ]
    assert [item.sleutel for item in wrong] == [
        "naam",
        "deelnemers[1].id",
        "deelnemers[2].rol",
        "deelnemers[2].vanaf",
    ]
    assert [item.sleutel for item in onbekende_sleutels(Leertraject, text)] == ["deelnemers[2].eigen"]


# writing


def test_a_record_is_never_overwritten(tmp_path: Path) -> None:
    werkmap = Werkmap(tmp_path)
    schrijven.create(werkmap, LES, "c", "a", {"titel": "Eerste"})
    with pytest.raises(ConflictError):
        schrijven.create(werkmap, LES, "c", "a", {"titel": "Tweede"})
    assert "Eerste" in (tmp_path / "c" / "lessen" / "a.toml").read_text("utf-8")
    assert [path.name for path in (tmp_path / "c" / "lessen").iterdir()] == ["a.toml"]


def test_a_record_changed_underneath_is_not_overwritten(tmp_path: Path) -> None:
    werkmap = Werkmap(tmp_path)
    made = schrijven.create(werkmap, LES, "c", "a", {"titel": "Eerste"})
    path = tmp_path / made.bestand
    path.write_text('titel = "Van een ander"\n', "utf-8")
    with pytest.raises(ConflictError):
        schrijven.change(werkmap, made, {"titel": "Tweede"})
    assert path.read_text("utf-8") == 'titel = "Van een ander"\n'


def test_windows_lines_and_a_byte_order_mark_survive_a_change(tmp_path: Path) -> None:
    (tmp_path / "c" / "lessen").mkdir(parents=True)
    path = tmp_path / "c" / "lessen" / "a.toml"
    path.write_bytes(b'\xef\xbb\xbfversie = 1 # v\r\ntitel = "Oud"\r\n')
    read = Werkmap(tmp_path).cyclus("c").een(LES, "a")
    assert read is not None
    schrijven.change(Werkmap(tmp_path), read, {"titel": "Nieuw", "kern": "Twee\nregels"})
    assert path.read_bytes() == (
        b'\xef\xbb\xbfversie = 1 # v\r\ntitel = "Nieuw"\r\nkern = """\r\nTwee\r\nregels"""\r\n'
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
def test_the_mode_of_a_file_survives_a_change(tmp_path: Path) -> None:
    werkmap = Werkmap(tmp_path)
    made = schrijven.create(werkmap, LES, "c", "a", {"titel": "Eerste"})
    path = tmp_path / made.bestand
    path.chmod(0o640)
    schrijven.change(werkmap, made, {"titel": "Tweede"})
    assert path.stat().st_mode & 0o777 == 0o640


def test_too_big_a_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "groot.toml"
    path.write_bytes(b"x" * 5000)
    assert len(files.read(path, limit=100)) == 101


# fingerprints


def test_a_fingerprint_counts_what_was_said() -> None:
    base = {"versie": 1, "door": ["a"], "spiegel": "Wat u zegt", "stand": "definitief"}
    mark = vingerafdruk(base)
    assert len(mark) == 64
    assert vingerafdruk({**base, "door": ["b"], "versie": 2}) == mark
    assert vingerafdruk(dict(reversed(base.items()))) == mark
    assert vingerafdruk({**base, "spiegel": "Wat u zei"}) != mark


def test_the_example_was_sent_as_it_is_now() -> None:
    werkmap = Werkmap(VOORBEELD)
    for id in werkmap.cyclus_ids():
        folder = werkmap.cyclus(id)
        for sent in folder.van(VERSPREIDING):
            for paper in sent.record.stukken:
                assert notities(folder)[paper.bestand] == paper.vingerafdruk


def test_a_concept_is_no_note(cyclus: Path) -> None:
    schrijven.create(
        Werkmap(cyclus.parent), ZELFANALYSE, cyclus.name, "a", {"stand": "concept", "door": ["directeur-oss"]}
    )
    assert notities(Werkmap(cyclus.parent).cyclus(cyclus.name)) == {}


def test_the_group_reads_back_whole(groep: Path) -> None:
    found = Werkmap(groep).groep()
    assert not isinstance(found, Bevinding)
    assert found.record.met_rol(
        "adviseur", found.record.peildatum or __import__("datetime").date.today()
    ) == ["adviseur"]
