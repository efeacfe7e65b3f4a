"""The example leertraject: what a newcomer sees first, whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bibliotheek import volledige_naam
from leercyclus.domain.controle import onbekende_sleutels
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.verwijzingen import onbekende_verwijzingen
from leercyclus.domain.voortgang import FASEN
from leercyclus.store.werkmap import Werkmap
from tests.conftest import VOORBEELD, Geef

WERKMAP = Werkmap(VOORBEELD)
CYCLI = WERKMAP.cyclus_ids()


@pytest.fixture(autouse=True)
def _in_de_projectmap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(VOORBEELD.parent)
    monkeypatch.delenv("LEERCYCLUS_VANDAAG")  # the peildatum of the example counts


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("status",),
        ("status", "2017-afstand-in-de-cultuursector"),
        ("status", "2018-vaste-afdelingen"),
        ("status", "--te-laat"),
        ("status", "--voor", "directeur-sed"),
        ("status", "--binnen", "14"),
        ("status", "--thema", "regionale-samenwerking", "--jaar", "2016"),
        ("toon", "2016-lef-en-geduld", "intervisie"),
        ("toon", "2016-lef-en-geduld", "intervisie", "--formaat", "markdown"),
        ("advies", "2016-lef-en-geduld", "--lijst"),
        ("lessen",),
        ("lessen", "verhaal-van-de-regio"),
        ("uitleg", "vingerafdruk"),
    ],
    ids=" ".join,
)
def test_what_is_shown(geef: Geef, arguments: tuple[str, ...], snapshot: SnapshotAssertion) -> None:
    result = geef(*arguments)
    assert result.code == 0
    assert result.err == ""
    assert result.out == snapshot
    if "markdown" not in arguments:
        too_wide = [line for line in result.out.splitlines() if len(line) > 80]
        assert [line for line in too_wide if not line.lstrip().startswith("leercyclus ")] == []


def test_a_narrow_window_cuts_nothing(
    geef: Geef, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = geef("status").out
    assert said == snapshot
    assert max(map(len, said.splitlines())) <= 40


def test_status_json_whole(geef: Geef, snapshot: SnapshotAssertion) -> None:
    assert json.loads(geef("status", "--json").out) == snapshot


def test_lessen_json_whole(geef: Geef, snapshot: SnapshotAssertion) -> None:
    assert json.loads(geef("lessen", "--json", "--thema", "organisatieontwikkeling").out) == snapshot


def test_toon_json_gives_every_record_as_it_is_on_disk(geef: Geef) -> None:
    data = json.loads(geef("toon", "2015-bezuinigingsdialoog", "--formaat", "json").out)
    assert data["versie"] == 1
    files = {item["bestand"] for item in data["stukken"]}
    folder = VOORBEELD / "2015-bezuinigingsdialoog"
    on_disk = {path.relative_to(VOORBEELD.parent).as_posix() for path in folder.rglob("*.toml")}
    assert files == on_disk
    (cyclus,) = (item["inhoud"] for item in data["stukken"] if item["soort"] == "cyclus")
    assert cyclus["intervisiedag"] == "2015-11-12"


def test_every_fase_is_to_be_seen(geef: Geef) -> None:
    cycles = json.loads(geef("status", "--json").out)["cycli"]
    assert len(cycles) >= 7
    next_phases = {cycle["volgende_stap"]["fase"] for cycle in cycles if cycle["volgende_stap"]}
    assert next_phases | {"interviews"} == set(FASEN)
    interviews = [
        phase["stand"] for cycle in cycles for phase in cycle["fasen"] if phase["fase"] == "interviews"
    ]
    assert "concept" in interviews
    assert any(cycle["afgerond"] for cycle in cycles)


@pytest.mark.parametrize("id", CYCLI)
def test_every_record_holds(id: str) -> None:
    folder = WERKMAP.cyclus(id)
    assert folder.problemen == ()
    for item in folder.records:
        assert item.bevindingen == (), item.bestand
        assert list(onbekende_sleutels(item.soort.model, item.document.data)) == [], item.bestand
        if item.record.is_definitief:
            assert [field.naam for field in ontbrekend(item.record)] == [], item.bestand


@pytest.mark.parametrize("id", CYCLI)
def test_every_reference_names_something(id: str) -> None:
    from leercyclus.commands.kiezen import bekend
    from leercyclus.domain.ids import Verwijzing

    group = WERKMAP.groep()
    assert not isinstance(group, Bevinding)
    folder = WERKMAP.cyclus(id)
    known = {**bekend(group.record, folder), Verwijzing.LES: {les.naam for les in WERKMAP.bibliotheek()}}
    for item in folder.records:
        assert onbekende_verwijzingen(item.record, known) == [], item.bestand


def test_a_lesson_of_an_early_cyclus_is_answered_in_a_later_one() -> None:
    asked = {
        (id, volledige_naam(answer.les))
        for id in CYCLI
        for item in WERKMAP.cyclus(id).records
        for answer in getattr(item.record, "antwoorden", [])
    }
    own = {(id, les) for id, les in asked if les.split("/")[0] in CYCLI}
    assert own
    assert all(les.split("/")[0] < id for id, les in own)


def test_one_can_practise_in_a_copy(geef: Geef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(VOORBEELD, tmp_path / "cycles")
    monkeypatch.chdir(tmp_path)
    result = geef(
        *("advies", "2017-stroomlijn", "--van", "directeur-venlo", "--tekst", "Rijd eerst mee."), "--oefenen"
    )
    assert result.code == 0
    assert result.out.startswith("cycles/2017-stroomlijn/adviezen/directeur-venlo-")


def test_the_map_can_be_given_before_or_after_the_command(
    geef: Geef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outputs = {
        geef("--map", str(VOORBEELD), "status").out,
        geef("status", "--map", str(VOORBEELD)).out,
        geef("status", "--map", str(VOORBEELD.parent)).out,
    }
    monkeypatch.setenv("LEERCYCLUS_MAP", str(VOORBEELD))
    outputs.add(geef("status").out)
    assert len(outputs) == 1
    assert "2017-stroomlijn" in outputs.pop()


def test_every_line_of_the_table_has_its_colour() -> None:
    command = [sys.executable, "-m", "leercyclus", "status"]
    env = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "72"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=True)
    shown = done.stdout.splitlines()
    assert any(line.startswith("\x1b[2mcyclus ") for line in shown)
    assert "\x1b[1;36m  bezuinigingsdialoog\x1b[0m" in shown
