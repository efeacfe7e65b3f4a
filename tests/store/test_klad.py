"""What is being typed: there again after anything that can happen, and gone when it is kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leercyclus.domain.tekst import without_refused
from leercyclus.store.klad import Klad

_TEKST = st.text().map(lambda text: without_refused(text)[0])
_WAARDE = (
    _TEKST.filter(str.strip)
    | st.lists(st.dictionaries(st.sampled_from(["partij", "hoe het nu is"]), _TEKST, min_size=1), min_size=1)
    | st.fixed_dictionaries({"score": st.integers(1, 5), "antwoord": _TEKST})
)


def bestanden(root: Path) -> list[Path]:
    return sorted((root / ".leercyclus" / "klad").glob("*"))


@given(punten=st.dictionaries(st.sampled_from(["samenvatting", "stap-terug/tijd", "2016-x/les/v"]), _WAARDE))
def test_what_was_noted_is_there_in_the_next_run(
    tmp_path_factory: pytest.TempPathFactory, punten: dict[str, Any]
) -> None:
    root = tmp_path_factory.mktemp("klad")
    klad = Klad(root, "2027-x--zelfanalyse--directeur-oss")
    for code, value in punten.items():
        assert klad.noteer(code, value) == ""
    later = Klad(root, "2027-x--zelfanalyse--directeur-oss")
    assert later.punten == punten
    assert bool(later) == bool(punten)
    assert not Klad(root, "2027-x--zelfanalyse--directeur-sed")


def test_it_goes_when_everything_is_kept(tmp_path: Path) -> None:
    klad = Klad(tmp_path, "x--advies--a")
    klad.noteer("tekst", "half")
    klad.bewaar({"van": "a", "datum": dt.date(2027, 1, 4)})
    klad.vergeet("tekst")
    assert len(bestanden(tmp_path)) == 1
    klad.hernoem("x--advies--a-k3f9qa")
    assert bestanden(tmp_path) == []
    assert (tmp_path / ".leercyclus" / ".gitignore").read_text() == "*\n"


def test_what_is_left_goes_under_the_name_of_the_record(tmp_path: Path) -> None:
    klad = Klad(tmp_path, "x--interview")
    klad.noteer("verslag", "half")
    klad.hernoem("x--interview--intern-k3f9qa")
    assert Klad(tmp_path, "x--interview--intern-k3f9qa").punten == {"verslag": "half"}
    assert not Klad(tmp_path, "x--interview")


def test_an_earlier_one_is_taken_over_only_when_something_is_written(tmp_path: Path) -> None:
    Klad(tmp_path, "x").noteer("tekst", "eerst")
    (first,) = bestanden(tmp_path)
    second = Klad(tmp_path, "x")
    assert bestanden(tmp_path) == [first]
    second.noteer("kern", "erbij")
    (now,) = bestanden(tmp_path)
    assert now != first
    assert Klad(tmp_path, "x").punten == {"tekst": "eerst", "kern": "erbij"}


def test_one_that_is_still_being_written_is_left(tmp_path: Path) -> None:
    first = Klad(tmp_path, "x")
    first.noteer("tekst", "eerst")
    second = Klad(tmp_path, "x")
    first.noteer("tekst", "eerst en meer")
    second.noteer("tekst", "eerst, maar anders")
    assert len(bestanden(tmp_path)) == 2


def test_what_is_no_klad_is_left_alone(tmp_path: Path) -> None:
    Klad(tmp_path, "x").noteer("tekst", "eerst")
    broken = tmp_path / ".leercyclus" / "klad" / "x.zzzzzz.toml"
    broken.write_bytes(b"\xff = ")
    assert Klad(tmp_path, "x").punten == {"tekst": "eerst"}
    assert broken.exists()


@pytest.mark.skipif(not Path("/proc").exists(), reason="alleen hier is er een map waarin niemand schrijft")
def test_typing_goes_on_when_nothing_can_be_kept() -> None:
    klad = Klad(Path("/proc"), "x")
    assert "kan nu niet als klad bewaard worden" in klad.noteer("tekst", "half")
    assert klad.punten == {"tekst": "half"}
