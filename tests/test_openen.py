"""The door for notebooks and scripts."""

from __future__ import annotations

import datetime as dt
import doctest
from pathlib import Path

import pytest
from pydantic import ValidationError

import leercyclus.openen
from leercyclus import open_leertraject
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.soorten import ADVIES
from tests.checks.gebroken import herstel
from tests.conftest import REPOSITORY, VOORBEELD, inhoud


def test_the_example_in_its_documentation_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    tried = doctest.testmod(leercyclus.openen)
    assert tried.attempted > 4
    assert tried.failed == 0


def test_it_reads_and_never_writes(tmp_path: Path) -> None:
    root = herstel(tmp_path / "leertraject")
    before = inhoud(root)
    traject = open_leertraject(root)
    assert traject.bevindingen(dt.date(2027, 10, 1)) == []
    assert inhoud(root) == before
    advies = traject.cyclus("2027-zwembad").van(ADVIES)[0].record
    with pytest.raises(ValidationError):
        advies.tekst = "iets anders"  # type: ignore[misc]  # mypy says so too


def test_progress_is_of_the_day_that_is_asked() -> None:
    traject = open_leertraject(VOORBEELD)
    (early,) = {phase.te_laat for phase in traject.voortgang("2018-wie-leidt", dt.date(2017, 1, 1)).fasen}
    assert not early
    assert traject.voortgang("2018-wie-leidt").volgende_stap is not None


def test_what_is_not_there_is_told_with_the_nearest_name() -> None:
    with pytest.raises(NotFoundError) as raised:
        open_leertraject(VOORBEELD).cyclus("2018-wie-lijdt")
    assert raised.value.tip == "bedoelde u '2018-wie-leidt'?"
