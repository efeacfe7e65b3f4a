"""Which lessons everybody may read, and who has to agree first."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from leercyclus.domain.openbaarheid import Instemming, Openbaarmaking
from leercyclus.domain.soorten import GROEPSLES, TOESTEMMING
from leercyclus.store.werkmap import Werkmap
from tests.checks.gebroken import VANDAAG, herstel, vervang

LES = "2027-zwembad/wie-rekent"
DAG = dt.date.fromisoformat(VANDAAG)
BIJ = ("directeur-oss", "directeur-venlo", "directeur-sed")


@pytest.fixture
def map(tmp_path: Path) -> Path:
    return herstel(tmp_path / "leertraject")


def openbaar(map: Path, dag: dt.date = DAG) -> frozenset[str]:
    inhoud = Werkmap(map).inhoud()
    consent = Instemming.van(inhoud.naast.groep, inhoud.naast.van(TOESTEMMING), dag)
    names = consent.openbaar_in_groep(inhoud.naast.van(GROEPSLES))
    return names.union(*(consent.openbaar_in_cyclus(cyclus) for cyclus in inhoud.cycli))


def openbaarmakingen(map: Path, dag: dt.date) -> list[Openbaarmaking]:
    inhoud = Werkmap(map).inhoud()
    consent = Instemming.van(inhoud.naast.groep, inhoud.naast.van(TOESTEMMING), dag)
    return [item for cyclus in inhoud.cycli for item in consent.in_cyclus(cyclus)]


def toestemming(map: Path, wie: str) -> Path:
    return map / "toestemming" / f"{wie}.toml"


def test_a_lesson_is_public_when_all_agreed(map: Path) -> None:
    assert openbaar(map) == {LES}


@pytest.mark.parametrize("wie", BIJ)
def test_each_of_those_who_were_there_is_needed(map: Path, wie: str) -> None:
    toestemming(map, wie).unlink()
    assert openbaar(map) == set()
    (item,) = openbaarmakingen(map, DAG)
    assert (item.nooit_gegeven, item.ingetrokken, item.naam) == ((wie,), (), LES)
    assert item.les.id == "wie-rekent"


@pytest.mark.parametrize(("dag", "mag"), [("2027-08-31", True), ("2027-09-01", False), ("2027-09-02", False)])
def test_consent_ends_on_the_day_that_it_is_withdrawn(map: Path, dag: str, mag: bool) -> None:
    vervang(toestemming(map, "directeur-sed"), "versie = 1", "versie = 1\ningetrokken = 2027-09-01")
    assert openbaar(map, dt.date.fromisoformat(dag)) == ({LES} if mag else set())
    (item,) = openbaarmakingen(map, dt.date.fromisoformat(dag))
    assert item.ingetrokken == (() if mag else ("directeur-sed",))


@pytest.mark.parametrize(("dag", "mag"), [("2027-06-30", False), ("2027-07-01", True)])
def test_consent_counts_from_its_own_day(map: Path, dag: str, mag: bool) -> None:
    assert openbaar(map, dt.date.fromisoformat(dag)) == ({LES} if mag else set())


@pytest.mark.parametrize("lessen", ['["2027-zwembad/wie-rekent"]', '["alle"]'])
def test_consent_can_be_for_this_lesson_or_for_all(map: Path, lessen: str) -> None:
    vervang(toestemming(map, "directeur-oss"), '["alle"]', lessen)
    assert openbaar(map) == {LES}


def test_consent_for_another_lesson_is_none(map: Path) -> None:
    vervang(toestemming(map, "directeur-oss"), '["alle"]', '["2027-zwembad/wie-rekent-mee"]')
    assert openbaar(map) == set()


@pytest.mark.parametrize(("was", "wordt"), [('"openbaar"', '"groep"'), ('"definitief"', '"concept"')])
def test_a_lesson_says_itself_that_it_is_public_and_finished(map: Path, was: str, wordt: str) -> None:
    vervang(map / "2027-zwembad/lessen/wie-rekent.toml", was, wordt)
    assert openbaar(map) == set()


def test_who_was_not_there_but_gave_an_advice_is_needed_too(map: Path) -> None:
    row = '[[deelnemers]]\nid = "adviseur"'
    extra = '[[deelnemers]]\nid = "gast-oss"\nnaam = "Gast Oss"'
    vervang(map / "leertraject.toml", row, f"{extra}\n\n{row}")
    assert openbaar(map) == {LES}
    advice = map / "2027-zwembad/adviezen/gast-oss-k3f9qa.toml"
    advice.write_text('van = "gast-oss"\ndatum = 2027-04-15\ntekst = "Wacht."\n', "utf-8")
    assert openbaar(map) == set()


def test_who_was_invited_and_did_not_come_is_not_needed(map: Path) -> None:
    vervang(map / "2027-zwembad/intervisie.toml", '"directeur-sed", ', "")
    (map / "2027-zwembad/adviezen/directeur-sed-k3f9qa.toml").unlink()
    toestemming(map, "directeur-sed").unlink()
    assert openbaar(map) == {LES}


def test_a_lesson_of_the_group_needs_everybody_who_is_in_it(map: Path) -> None:
    (map / "lessen").mkdir()
    shutil.copy(map / "2027-zwembad/lessen/wie-rekent.toml", map / "lessen/samen.toml")
    assert openbaar(map) == {LES, "groep/samen"}
    toestemming(map, "directeur-venlo").unlink()
    assert openbaar(map) == set()


def test_one_lesson_that_may_not_does_not_stop_another(map: Path) -> None:
    lessons = map / "2027-zwembad/lessen"
    shutil.copy(lessons / "wie-rekent.toml", lessons / "anders.toml")
    vervang(lessons / "anders.toml", '"openbaar"', '"groep"')
    assert openbaar(map) == {LES}


def test_a_lesson_of_the_group_with_a_mistake_in_its_stand_waits(map: Path) -> None:
    (map / "lessen").mkdir()
    lesson = map / "lessen/samen.toml"
    shutil.copy(map / "2027-zwembad/lessen/wie-rekent.toml", lesson)
    vervang(lesson, '"definitief"', '"concpt"')
    assert openbaar(map) == {LES}
