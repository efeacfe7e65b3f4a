"""What a command line up to the cursor asks for."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leercyclus.aanvulling.regel import OPDRACHT, OPTIE, Gevraagd, Regel, woorden

OPDRACHTEN = {
    "": {"argumenten": [], "opties": {"--map": {"waarde": "map", "vaker": False}}},
    "lees": {
        "argumenten": [{"waarde": "cyclus", "vaker": False}, {"waarde": "advies", "vaker": True}],
        "opties": {
            "--json": {"vaker": False},
            "--door": {"waarde": "persoon", "vaker": True},
            "--soort": {"waarde": ["a", "b"], "vaker": False},
        },
    },
    "een": {"argumenten": [{"waarde": "cyclus", "vaker": False}], "opties": {}},
}


def gevraagd(text: str) -> Gevraagd:
    return Regel(OPDRACHTEN, woorden(text)).gevraagd()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a b", ["a", "b"]),
        ("a b ", ["a", "b", ""]),
        ("", [""]),
        ("a 'b c", ["a", "b c"]),
        ('a "b c" d', ["a", "b c", "d"]),
        ("a b\\ c", ["a", "b c"]),
        ("a b\\", ["a", "b"]),
        ("a --b='c d", ["a", "--b=c d"]),
        ("a #b", ["a", "#b"]),
        ("a 'b\nc' d", ["a", "b\nc", "d"]),
    ],
)
def test_words_are_those_of_a_shell(text: str, words: list[str]) -> None:
    assert woorden(text) == words


@given(st.text())
@example("'\\")
@example("\x1f")
def test_every_text_has_a_word_under_the_cursor(text: str) -> None:
    assert woorden(text)
    assert isinstance(gevraagd(text), Gevraagd)


@pytest.mark.parametrize(
    ("text", "begin", "what"),
    [
        ("", "", OPDRACHT),
        ("le", "le", OPDRACHT),
        ("-", "-", OPTIE),
        ("--map ", "", "map"),
        ("--map x le", "le", OPDRACHT),
        ("lees ", "", "cyclus"),
        ("lees x ", "", "advies"),
        ("lees x y z", "z", "advies"),
        ("lees --json ", "", "cyclus"),
        ("lees --door ", "", "persoon"),
        ("lees --door x ", "", "cyclus"),
        ("lees --door=x ", "", "cyclus"),
        ("lees --soort -", "-", ["a", "b"]),
        ("lees x --j", "--j", OPTIE),
        ("lees -- --j", "--j", "cyclus"),
        ("lees --onbekend ", "", "cyclus"),
        ("lees --onbekend=", "", ""),
        ("een x ", "", OPTIE),
        ("een x y", "y", ""),
        ("onbekend ", "", OPTIE),
    ],
)
def test_what_the_word_under_the_cursor_can_be(text: str, begin: str, what: str | list[str]) -> None:
    assert gevraagd(text)[1:3] == (begin, what)


def test_the_name_of_an_option_stands_before_its_value() -> None:
    assert gevraagd("lees --soort=a") == Gevraagd("--soort=", "a", ["a", "b"], [])


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("lees --json --door x -", ["--json"]),
        ("lees --door x --door ", ["x"]),
        ("lees c x y ", ["c", "x", "y"]),
    ],
)
def test_what_was_given_is_not_asked_again(text: str, gone: list[str]) -> None:
    assert gevraagd(text).vergeven == gone


def test_the_cyclus_is_found_among_the_arguments() -> None:
    assert Regel(OPDRACHTEN, woorden("lees --door x 2027-y z ")).argument("cyclus") == "2027-y"
    assert Regel(OPDRACHTEN, woorden("lees ")).argument("cyclus") == ""
