"""Everything Typer says is Dutch: every help page, and every kind of usage error."""

from __future__ import annotations

import re

import pytest

from leercyclus.app import OPDRACHTEN
from tests.conftest import CYCLUS, Geef

#: Words that stand in Typer's own texts and in no Dutch of ours.
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show|this|message|and|exit|default|required|missing|"
    r"invalid|value|for|such|unexpected|extra|requires|try|aborted|text|integer|path|file|str|bool)\b",
    re.IGNORECASE,
)


def english(text: str) -> list[str]:
    """English words in a text, leaving out names of options and file formats."""
    said = re.sub(r"--[a-z-]+|<<[A-Z]+|`[^`]*`", "", text)
    return ENGLISH.findall(said)


@pytest.mark.parametrize("name", ["", *OPDRACHTEN])
def test_help_is_dutch_and_ends_with_an_example(geef: Geef, name: str) -> None:
    result = geef(*([name] if name else []), "--help")
    assert result.code == 0
    assert result.err == ""
    assert english(result.out) == []
    assert "Gebruik: leercyclus" in result.out
    if name:
        assert f"Voorbeeld: leercyclus {name}" in result.out


def test_help_lists_the_commands_in_their_groups(geef: Geef) -> None:
    said = geef("--help").out
    places = [
        said.index(f"─ {panel} ─") for panel in ("Een cyclus", "Overzicht", "De groep", "Beheer en scripts")
    ]
    assert places == sorted(places)
    listed = re.findall(r"^│ ([a-z]+)  ", said, re.MULTILINE)
    assert listed == list(OPDRACHTEN)


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "--onbekend"),
        ("status", "--jaar"),
        ("status", "--jaar", "x"),
        ("status", "--binnen", "-3"),
        ("status", "--json=ja"),
        ("status", "a", "b"),
        ("lessen", "a", "b", "c"),
        ("statuus",),
        ("xyz",),
        ("--onbekend",),
        ("--map",),
        ("-x",),
        ("advies", CYCLUS, "--van"),
    ],
    ids=" ".join,
)
def test_a_usage_error_is_dutch(cyclus: object, geef: Geef, arguments: tuple[str, ...]) -> None:
    result = geef(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("fout: ")
    assert english(result.err) == []
    assert "deze opdracht klopt niet" not in result.err


@pytest.mark.parametrize("name", ["", *OPDRACHTEN])
def test_help_that_was_made_beforehand_is_what_the_command_says(geef: Geef, name: str) -> None:
    words = [name] if name else []
    assert geef(*words, "--help").out == geef("--map", ".", *words, "--help").out


def test_help_shows_what_stands_between_brackets(geef: Geef) -> None:
    assert "[bewaren]" in geef("bewaartermijn", "--help").out
