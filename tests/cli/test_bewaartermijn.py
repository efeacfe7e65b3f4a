"""What was kept longer than the group agreed on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checks.gebroken import vervang
from tests.conftest import Geef

INTERVIEWS = ("2027-zwembad/interviews/extern-gzh6m5.toml", "2027-zwembad/interviews/intern-pqnx5u.toml")


def bewaar(root: Path, wat: str) -> None:
    vervang(root / "leertraject.toml", "interview = 3650", wat)


def test_what_is_past_its_term_is_listed_with_its_last_day(root: Path, geef: Geef) -> None:
    bewaar(root, "interview = 30")
    result = geef("bewaartermijn")
    assert result.out.splitlines() == [f"{bestand}  interview, tot 15 mei 2027" for bestand in INTERVIEWS]
    assert "2 stukken of mensen staan er langer dan afgesproken" in result.err
    assert geef("controleer").code == 0  # a warning
    assert all(f"{bestand}:1:1" in geef("controleer").out for bestand in INTERVIEWS)


@pytest.mark.parametrize(("vandaag", "aantal"), [("2027-05-15", 0), ("2027-05-16", 2)])
def test_the_last_day_is_still_within_the_term(
    root: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch, vandaag: str, aantal: int
) -> None:
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", vandaag)
    bewaar(root, "interview = 30")
    assert len(json.loads(geef("bewaartermijn", "--json").out)["verlopen"]) == aantal


def test_somebody_who_left_is_named(root: Path, geef: Geef) -> None:
    bewaar(root, "deelnemer = 0")
    vervang(
        root / "leertraject.toml", 'naam = "Directeur Venlo"', 'naam = "Directeur Venlo"\ntot = 2027-06-01'
    )
    assert json.loads(geef("bewaartermijn", "--json").out)["verlopen"] == [
        {
            "bestand": "leertraject.toml",
            "soort": "deelnemer",
            "persoon": "directeur-venlo",
            "tot": "2027-06-01",
        }
    ]
    assert "directeur-venlo, tot 1 jun 2027" in geef("bewaartermijn").out


def test_what_lies_in_no_cyclus_counts_from_its_own_date(root: Path, geef: Geef) -> None:
    bewaar(root, "toestemming = 1")
    kinds = {item["soort"] for item in json.loads(geef("bewaartermijn", "--json").out)["verlopen"]}
    assert kinds == {"toestemming"}


def test_without_an_agreement_it_says_how_to_make_one(groep: Path, geef: Geef) -> None:
    result = geef("bewaartermijn")
    assert (result.code, result.out) == (0, "")
    assert "zet daar bijvoorbeeld onder: interview = 365" in result.err


def test_nothing_is_past_its_term(root: Path, geef: Geef) -> None:
    assert geef("bewaartermijn").err == "er is niets langer bewaard dan afgesproken\n"


@pytest.mark.parametrize("wat", ["interview = -1", 'interview = "een jaar"', "interviews = 30"])
def test_a_term_that_does_not_fit_is_a_finding(root: Path, geef: Geef, wat: str) -> None:
    bewaar(root, wat)
    assert "leertraject.toml:9:" in geef("controleer").out
    assert geef("bewaartermijn").code == 0


def test_a_term_beyond_the_calendar_never_ends(root: Path, geef: Geef) -> None:
    bewaar(root, "interview = 99999999999")
    assert geef("bewaartermijn").err == "er is niets langer bewaard dan afgesproken\n"
