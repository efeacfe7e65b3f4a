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


def kladden(root: Path) -> list[Path]:
    return sorted((root / ".leercyclus" / "klad").glob("*.toml"))


def _geschreven(root: Path, naam: str, **punten: Any) -> None:
    """What an earlier run left, that has ended."""
    klad = Klad(root, naam)
    for code, value in punten.items():
        klad.noteer(code, value)
    klad.leg_opzij()


@given(punten=st.dictionaries(st.sampled_from(["samenvatting", "stap-terug/tijd", "2016-x/les/v"]), _WAARDE))
def test_what_was_noted_is_there_in_the_next_run(
    tmp_path_factory: pytest.TempPathFactory, punten: dict[str, Any]
) -> None:
    root = tmp_path_factory.mktemp("klad")
    klad = Klad(root, "2027-x--zelfanalyse--directeur-oss")
    for code, value in punten.items():
        assert klad.noteer(code, value) == ""
    klad.leg_opzij()
    later = Klad(root, "2027-x--zelfanalyse--directeur-oss")
    assert later.punten == punten
    assert bool(later) == bool(punten)
    assert not Klad(root, "2027-x--zelfanalyse--directeur-sed")
    later.leg_opzij()


def test_it_knows_what_stood_there_when_it_was_begun(tmp_path: Path) -> None:
    klad = Klad(tmp_path, "x")
    klad.noteer("tekst", "eerst en meer", "eerst")
    klad.leg_opzij()
    assert Klad(tmp_path, "x").was == {"tekst": "eerst"}


def test_it_goes_when_everything_is_kept(tmp_path: Path) -> None:
    klad = Klad(tmp_path, "x--advies--a")
    klad.noteer("tekst", "half")
    klad.bewaar({"van": "a", "datum": dt.date(2027, 1, 4)})
    klad.vergeet("tekst")
    assert len(kladden(tmp_path)) == 1
    klad.hernoem("x--advies--a-k3f9qa")
    assert list((tmp_path / ".leercyclus" / "klad").iterdir()) == []
    assert (tmp_path / ".leercyclus" / ".gitignore").read_text() == "*\n"


def test_what_is_left_goes_under_the_name_of_the_record(tmp_path: Path) -> None:
    klad = Klad(tmp_path, "x--interview")
    klad.noteer("verslag", "half")
    klad.hernoem("x--interview--intern-k3f9qa")
    klad.leg_opzij()
    assert Klad(tmp_path, "x--interview--intern-k3f9qa").punten == {"verslag": "half"}
    assert not Klad(tmp_path, "x--interview")


def test_an_earlier_one_is_gone_on_with(tmp_path: Path) -> None:
    _geschreven(tmp_path, "x", tekst="eerst")
    (first,) = kladden(tmp_path)
    _geschreven(tmp_path, "x", kern="erbij")
    assert kladden(tmp_path) == [first]
    assert Klad(tmp_path, "x").punten == {"tekst": "eerst", "kern": "erbij"}


def test_one_that_is_still_being_written_is_left(tmp_path: Path) -> None:
    first = Klad(tmp_path, "x")
    first.noteer("tekst", "eerst")
    second = Klad(tmp_path, "x")
    assert second.is_elders_open
    assert not second
    second.noteer("tekst", "eerst, maar anders")
    assert len(kladden(tmp_path)) == 2


def test_what_is_no_klad_is_left_alone(tmp_path: Path) -> None:
    _geschreven(tmp_path, "x", tekst="eerst")
    folder = tmp_path / ".leercyclus" / "klad"
    other = [folder / "x.zzzzzz.toml", folder / "x.yyyyyy.toml"]
    other[0].write_bytes(b"\xff = ")
    other[1].write_text('punten = "een tekst"')
    assert Klad(tmp_path, "x").punten == {"tekst": "eerst"}
    assert all(path.exists() for path in other)


@pytest.mark.skipif(not Path("/proc").exists(), reason="alleen hier is er een map waarin niemand schrijft")
def test_typing_goes_on_when_nothing_can_be_kept() -> None:
    klad = Klad(Path("/proc"), "x")
    assert "kan nu niet bewaard worden" in klad.noteer("tekst", "half")
    assert klad.punten == {"tekst": "half"}
    assert not klad.is_bewaard
