"""What a word or a finding means, on a screen and in a pipe."""

from __future__ import annotations

import re

import pytest

from leercyclus.store.uitleg import voorschriften, woorden
from tests.conftest import Geef

_CODES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("columns", ["60", "80", "132"])
def test_a_pipe_gets_the_lines_of_a_screen_without_colour(
    geef: Geef, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for name in (*voorschriften(), *(word.woord for word in woorden())):
        monkeypatch.delenv("FORCE_COLOR", raising=False)
        plain = geef("uitleg", name).out
        monkeypatch.setenv("FORCE_COLOR", "1")
        coloured = geef("uitleg", name).out
        assert _CODES.search(coloured)
        assert [line.rstrip() for line in _CODES.sub("", coloured).splitlines()] == plain.splitlines()
