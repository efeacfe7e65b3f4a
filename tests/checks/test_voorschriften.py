"""Every rule finds what its example shows, points at it, and is missed when it is taken away."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from leercyclus.checks.controle import TOETSEN, VOORSCHRIFTEN, controleer
from leercyclus.checks.toets import Toets
from leercyclus.checks.vertrouwelijkheid import is_naam
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.voorschrift import Voorschrift
from leercyclus.store.werkmap import Werkmap
from tests.checks.gebroken import VANDAAG, breek, herstel, vervang
from tests.conftest import VOORBEELD, Geef


def bevindingen(root: Path, toetsen: Sequence[Toets[Any]] = TOETSEN) -> list[Bevinding]:
    return controleer(Werkmap(root).inhoud(), dt.date.fromisoformat(VANDAAG), toetsen)


def test_nothing_is_found_where_nothing_is_wrong(root: Path) -> None:
    assert bevindingen(root) == []


def test_nothing_is_found_in_the_example(geef: Geef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEERCYCLUS_VANDAAG")  # its peildatum counts
    result = geef("controleer", "--streng", "--map", str(VOORBEELD))
    assert (result.code, result.out) == (0, "")
    assert result.err == "geen bevindingen; 159 bestanden bekeken\n"


@pytest.mark.parametrize("code", VOORSCHRIFTEN)
def test_the_example_of_a_rule_is_found(
    root: Path, geef: Geef, code: str, snapshot: SnapshotAssertion
) -> None:
    breek(root, code)
    result = geef("controleer")
    assert f"[{code}]" in result.out
    assert result.out == snapshot
    assert result.code == int("fout: " in result.out)


@pytest.mark.parametrize("toets", TOETSEN, ids=lambda toets: toets.zoek.__name__)
def test_a_rule_that_is_taken_away_is_missed(root: Path, toets: Toets[Any]) -> None:
    """Each function finds something in one of the broken leertrajecten that no other finds."""
    without = [other for other in TOETSEN if other is not toets]
    for number, code in enumerate(VOORSCHRIFTEN):
        broken = herstel(root.parent / f"gebroken-{number}")
        breek(broken, code)
        if extra := _EXTRA.get(toets.zoek.__name__):
            extra(broken)
        if bevindingen(broken, without) != bevindingen(broken):
            return
    pytest.fail("nothing shows that this rule is needed")


def _ander_advies(root: Path) -> None:
    vervang(root / "2027-zwembad/opvolging/directeur-oss-zxgwmt.toml", "k3f9qa", "k3f9qb")


def _onbekende_les(root: Path) -> None:
    vervang(root / "toestemming/directeur-oss.toml", '"alle"', '"alle", "groep/niets"')


def _groepsles(root: Path) -> None:
    shutil.copytree(root / "2027-zwembad/lessen", root / "lessen")


def _korter_bewaard(root: Path) -> None:
    vervang(root / "leertraject.toml", "[bewaren]\n", "[bewaren]\nsuggestie = 1\n")


#: What breaks a rule of which the example shows another of its functions.
_EXTRA: dict[str, Callable[[Path], None]] = {
    "adviezen_bestaan": _ander_advies,
    "lessen_van_toestemming": _onbekende_les,
    "groepsles_met_toestemming": _groepsles,
    "groepsles_zonder_intrekking": _groepsles,
    "naast_cycli_niet_langer": _korter_bewaard,
}


@pytest.mark.parametrize("rule", VOORSCHRIFTEN.values(), ids=VOORSCHRIFTEN)
def test_a_rule_says_why_and_what_to_do(rule: Voorschrift, geef: Geef, root: Path) -> None:
    said = geef("uitleg", rule.code).out
    assert {"Waarom", "Wat u doet"} <= set(said.splitlines())


@pytest.mark.parametrize(
    "name",
    [
        "Jan de Vries",
        "J. Jansen",
        "dhr. Smit",
        "mevrouw van den Berg",
        "Fatima El Amrani",
        "teamleider sport (Piet Bakker)",
        "Maria van der Velde",
    ],
)
def test_a_name_is_recognised(name: str) -> None:
    assert is_naam(name)


@pytest.mark.parametrize(
    "role",
    [
        "teamleider sport",
        "Wethouder Financiën",
        "Directeur Oss",
        "Directeur van de GGD",
        "bestuurslid van de zwemvereniging",
        "oud-projectleider van een wijkproef in een andere gemeente",
        "Burgemeester van Súdwest-Fryslân",
        "Bewoner Ruwaard",
        "ouder van een kind dat met het vervoer naar jeugdhulp reist",
        "planner bij Stroomlijn",
    ],
)
def test_a_role_is_no_name(role: str) -> None:
    assert not is_naam(role)
