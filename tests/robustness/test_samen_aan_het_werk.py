"""Many commands at once: what was acknowledged is there, and whoever reads sees whole records."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from leercyclus.store import afgeleid
from tests.conftest import CYCLUS, NIEUW, Geef, inhoud
from tests.robustness.samen import Lezer, Uitkomst, houdt_vast, record, tegelijk

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="op Windows is er geen fork")

_MENSEN = ("directeur-oss", "directeur-venlo", "directeur-sed", "adviseur")
_NOTITIE = ("spiegel", "beelden_intern", "beelden_extern", "ervaringen_elders", "vragen_voor_de_dag")


def _advies(number: int) -> Sequence[str]:
    return ("advies", CYCLUS, "--van", _MENSEN[number % len(_MENSEN)], "--tekst", f"Advies {number}.")


def _interview(number: int) -> Sequence[str]:
    side = ("intern", "extern", "elders")[number % 3]
    return ("interview", CYCLUS, "--invalshoek", side, "--gesprekspartner", f"rol {number}")


def _nieuw(number: int) -> Sequence[str]:
    return (*NIEUW, "--id", f"2027-cyclus-{number}")


def _notitie(name: str, text: str) -> Sequence[str]:
    return ("gespreksnotitie", CYCLUS, f"--{name.replace('_', '-')}", text)


def _deelnemer(number: int) -> Sequence[str]:
    return ("deelnemer", f"gast-{number}", "--naam", f"Gast {number}", "--rol", "gast")


def _codes(results: Sequence[Uitkomst]) -> Counter[int]:
    return Counter(result.code for result in results)


def _saw_only_whole_records(reader: Lezer) -> None:
    assert reader.gezien
    assert all(code == 0 and not answer["problemen"] for code, answer in reader.gezien)


def test_fifty_that_add_something_lose_nothing(cyclus: Path, tmp_path: Path) -> None:
    commands = [
        *map(_advies, range(20)),
        *map(_interview, range(15)),
        *map(_nieuw, range(15)),
    ]
    with Lezer(tmp_path / "lezer") as reader:
        results = tegelijk(commands, tmp_path / "log")
    assert _codes(results) == {0: 50}
    made = [record(cyclus.parent / result.uit.strip()) for result in results]
    assert [item["tekst"] for item in made[:20]] == [f"Advies {number}." for number in range(20)]
    assert [item["gesprekspartner"] for item in made[20:35]] == [f"rol {number}" for number in range(15)]
    assert all(item["titel"] == "Zwembad of niet" for item in made[35:])
    assert len({result.uit for result in results}) == 50
    _saw_only_whole_records(reader)


def test_people_that_are_added_at_once_are_all_in_the_group(cyclus: Path, geef: Geef, tmp_path: Path) -> None:
    group = cyclus.parent / "leertraject.toml"
    commands = [_deelnemer(number) for number in range(50)]
    with Lezer(tmp_path / "lezer") as reader:
        results = tegelijk(commands, tmp_path / "log")
    there = {person["id"] for person in record(group)["deelnemers"]}
    for result in results:
        assert result.code in (0, 5), result
        assert (result.opdracht[1] in there) == (result.code == 0)
        assert result.code == 0 or "is ondertussen ook ergens anders gewijzigd" in result.melding
    again = tegelijk([item.opdracht for item in results if item.code], tmp_path / "weer", tot_het_lukt=True)
    assert set(_codes(again)) <= {0}
    people = [person["id"] for person in record(group)["deelnemers"]]
    assert people[5:] == list(dict.fromkeys(people[5:]))
    assert set(people[5:]) == {f"gast-{number}" for number in range(50)}
    assert "# de naam van de eerste bijeenkomst" in group.read_text("utf-8")
    _saw_only_whole_records(reader)


def test_one_concept_takes_what_each_adds_to_it(cyclus: Path, geef: Geef, tmp_path: Path) -> None:
    assert geef(*_notitie("spiegel", "Eerst")).code == 0
    commands = [_notitie(name, f"{name} {number}") for number in range(6) for name in _NOTITIE]
    with Lezer(tmp_path / "lezer") as reader:
        results = tegelijk(commands, tmp_path / "log")
    assert set(_codes(results)) <= {0, 5}
    kept = {result.opdracht[-1] for result in results if result.code == 0}
    now = record(cyclus / "gespreksnotitie.toml")
    assert {now[name] for name in _NOTITIE} <= kept
    _saw_only_whole_records(reader)


def test_each_to_a_field_of_its_own_needs_no_second_try(cyclus: Path, geef: Geef, tmp_path: Path) -> None:
    assert geef(*_notitie("spiegel", "Eerst")).code == 0
    results = tegelijk([_notitie(name, f"Van {name}") for name in _NOTITIE], tmp_path / "log")
    assert _codes(results) == {0: 5}
    now = record(cyclus / "gespreksnotitie.toml")
    assert [now[name] for name in _NOTITIE] == [f"Van {name}" for name in _NOTITIE]


def test_of_all_that_make_the_same_cyclus_one_wins(cyclus: Path, tmp_path: Path) -> None:
    commands = [(*NIEUW, "--id", "2028-zelfde", "--plaats", f"Plaats {number}") for number in range(50)]
    with Lezer(tmp_path / "lezer") as reader:
        results = tegelijk(commands, tmp_path / "log")
    assert _codes(results) == {0: 1, 5: 49}
    (winner,) = (result for result in results if result.code == 0)
    assert record(cyclus.parent / "2028-zelfde" / "cyclus.toml")["plaats"] == winner.opdracht[-1]
    assert all("bestaat al" in result.melding for result in results if result.code)
    _saw_only_whole_records(reader)


def test_what_runs_at_once_leaves_nothing_behind(cyclus: Path, tmp_path: Path) -> None:
    tegelijk([*map(_advies, range(4)), *map(_deelnemer, range(4))], tmp_path / "log")
    left = [name for name in inhoud(cyclus.parent) if not name.endswith(".toml")]
    assert left == [".leercyclus/.gitignore", ".leercyclus/schrijven.lock"]


# op slot


def test_who_changes_something_waits_a_while_for_another_and_says_so(
    cyclus: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afgeleid, "PATIENCE", 0.1)
    before = inhoud(cyclus)
    with houdt_vast(lambda: afgeleid.op_slot(cyclus.parent)):
        refused = geef("vraag", CYCLUS, "--plaats", "Venlo")
        assert refused.code == 5
        assert refused.out == ""
        assert "een andere opdracht schrijft in" in refused.err
        assert "er is niets gewijzigd" in refused.err
        assert "tip:  sluit die opdracht, en geef deze opnieuw" in refused.err
        assert inhoud(cyclus) == before
    assert geef("vraag", CYCLUS, "--plaats", "Venlo").code == 0


def test_who_reads_or_adds_waits_for_nobody(
    cyclus: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afgeleid, "PATIENCE", 0.0)
    with houdt_vast(lambda: afgeleid.op_slot(cyclus.parent)):
        assert json.loads(geef("status", "--json").out)["problemen"] == []
        for command in (("status", CYCLUS), ("toon", CYCLUS), ("controleer",), _advies(1)):
            assert geef(*command).code == 0, command
