"""What a reader gets of a cyclus, and how it is called there."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.kring import Kring
from leercyclus.domain.openbaarheid import Instemming
from leercyclus.domain.projectie import Deur, GezienCyclus
from leercyclus.domain.soorten import (
    ADVIES,
    GESPREKSNOTITIE,
    GROEPSLES,
    LEERTRAJECT,
    TERUGKOPPELING,
    TOESTEMMING,
)
from leercyclus.store.werkmap import Werkmap
from tests.checks.gebroken import BASIS, VANDAAG, herstel

CYCLUS = "2027-zwembad"


def gezien(kring: Kring) -> GezienCyclus:
    return Deur(kring).cyclus(Werkmap(BASIS).cyclus(CYCLUS))


@pytest.mark.parametrize(
    ("kring", "id", "titel"),
    [
        (Kring.VERTROUWELIJK, CYCLUS, "Zwembad of niet"),
        (Kring.GROEP, CYCLUS, "Zwembad of niet"),
        (Kring.BESTUUR, CYCLUS, "Zwembad of niet"),
        (Kring.OPENBAAR, None, None),
    ],
)
def test_a_cyclus_has_a_name_for_who_may_know_of_it(kring: Kring, id: str | None, titel: str | None) -> None:
    seen = gezien(kring)
    assert (seen.id, seen.titel) == (id, titel)


def test_a_cyclus_without_a_title_is_called_after_its_folder() -> None:
    folder = Werkmap(BASIS).cyclus(CYCLUS)
    nameless = type(folder)(folder.id, folder.records[1:], (), frozenset())
    assert Deur(Kring.GROEP).cyclus(nameless).titel == CYCLUS


def test_a_record_is_called_by_its_file_for_who_may_know_whose_it_is() -> None:
    file = f"{CYCLUS}/adviezen/directeur-sed-k3f9qa.toml"
    shown = [(item.id, item.bestand) for item in gezien(Kring.GROEP).stukken if item.soort is ADVIES]
    assert ("directeur-sed-k3f9qa", file) in shown
    hidden = [(item.id, item.bestand) for item in gezien(Kring.BESTUUR).stukken if item.soort is ADVIES]
    assert hidden == [(str(number), None) for number in range(1, len(shown) + 1)]


def test_a_record_of_which_there_is_one_needs_no_number() -> None:
    (note,) = (item for item in gezien(Kring.GROEP).stukken if item.soort is GESPREKSNOTITIE)
    assert (note.id, note.bestand) == ("", f"{CYCLUS}/gespreksnotitie.toml")


def test_what_a_board_heard_is_called_after_its_organisation() -> None:
    boards = [item for item in gezien(Kring.BESTUUR).stukken if item.soort is TERUGKOPPELING]
    assert f"{CYCLUS}/terugkoppeling/oss.toml" in {item.bestand for item in boards}
    assert all(item.record.model_dump(exclude_unset=True) == item.inhoud for item in boards)


@pytest.mark.parametrize(
    ("kring", "soorten"),
    [
        (Kring.GROEP, ["leertraject", "les", "suggestie", *["toestemming"] * 3]),
        (Kring.BESTUUR, ["leertraject", "les", "suggestie"]),
        (Kring.OPENBAAR, ["leertraject", "les"]),
    ],
)
def test_what_lies_beside_the_cycles_goes_through_the_same_door(
    tmp_path: Path, kring: Kring, soorten: list[str]
) -> None:
    map = herstel(tmp_path / "leertraject")
    (map / "lessen").mkdir()
    shutil.copy(map / CYCLUS / "lessen/wie-rekent.toml", map / "lessen/samen.toml")
    inhoud = Werkmap(map).inhoud()
    assert inhoud.naast.groep
    consent = Instemming.van(
        inhoud.naast.groep, inhoud.naast.van(TOESTEMMING), dt.date.fromisoformat(VANDAAG)
    )
    seen = Deur(kring, consent).naast_de_cycli([inhoud.naast.groep, *inhoud.naast.stukken])
    assert sorted(item.soort.naam for item in seen) == soorten
    assert {item.bestand for item in seen if item.soort is GROEPSLES} == {"lessen/samen.toml"}
    (group,) = (item.inhoud for item in seen if item.soort is LEERTRAJECT)
    assert ("deelnemers" in group) == (kring is not Kring.OPENBAAR)
    without = Deur(kring).naast_de_cycli([inhoud.naast.groep, *inhoud.naast.stukken])
    assert any(item.soort is GROEPSLES for item in without) == (kring is Kring.GROEP)


@pytest.mark.parametrize("kring", Kring)
def test_people_have_names_for_who_may_know_them(kring: Kring) -> None:
    found = Werkmap(BASIS).groep()
    assert isinstance(found, Gelezen)
    names = Deur(kring).namen(found.record)
    assert names.get("directeur-oss") == (None if kring is Kring.OPENBAAR else "Directeur Oss")
