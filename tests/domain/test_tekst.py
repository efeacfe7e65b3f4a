from __future__ import annotations

import datetime as dt
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leercyclus.domain import datum, tekst
from leercyclus.domain.ids import is_id, slug, suggestion


@given(st.text())
def test_shown_text_does_nothing_to_a_terminal(text: str) -> None:
    for char in tekst.showable(text):
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Cn", "Co"}
        assert not 0x202A <= ord(char) <= 0x202E
        assert not 0x2066 <= ord(char) <= 0x2069


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("\x1b]0;titel\x07", "␛]0;titel␇"),
        ("a\u202eb", "a\ufffdb"),
        ("tab\there", "tab    here"),
        ("regel\r\nregel", "regel\nregel"),
        ("zacht\u00adkoppelteken", "zacht\u00adkoppelteken"),
        ("👩\u200d🏫", "👩\u200d🏫"),
    ],
)
def test_showable(given_text: str, shown: str) -> None:
    assert tekst.showable(given_text) == shown


@given(st.text())
def test_what_is_dropped_is_counted(text: str) -> None:
    kept, dropped = tekst.without_refused(text)
    assert len(kept) + dropped == len(tekst.normalise(text))
    assert not any(map(tekst.is_refused, kept))


def test_every_character_is_allowed_or_refused_as_the_format_says() -> None:
    invisible = {*"\u200b\u2060\ufeff", *map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])}
    invisible |= set(map(chr, range(0xE0000, 0xE0080)))
    for char in map(chr, range(sys.maxunicode + 1)):
        is_control = unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t"
        refused = is_control or char in invisible
        assert tekst.is_refused(char) == refused, f"U+{ord(char):04X}"
        assert not (tekst.is_gewoon(char) and (refused or char == "\r")), f"U+{ord(char):04X}"


@given(st.text(st.characters() | st.sampled_from("\n\t\u00a0\u00ad\u202e\u200b\x07\ud800")))
def test_the_first_character_that_is_refused_is_named(text: str) -> None:
    assert tekst.first_refused(text) == next(filter(tekst.is_refused, text), None)


def test_lines_that_an_editor_wrapped_run_on() -> None:
    wrapped = (
        "Deze regel is door een editor afgebroken omdat hij te lang werd voor het\nscherm.\n\nKort\nkort"
    )
    assert tekst.paragraphs(wrapped) == wrapped.replace("het\nscherm", "het scherm")


@given(st.text(), st.integers(4, 80))
def test_first_line_fits(text: str, width: int) -> None:
    line = tekst.first_line(text, width)
    assert len(line) <= width
    assert "\n" not in line


@given(st.text())
def test_a_slug_is_an_id_or_empty(title: str) -> None:
    made = slug(title)
    assert made == "" or is_id(made)


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("Zo’n vraag", "zon-vraag"),
        ("🏊", ""),
        ("CON", "con-1"),
        ("te lang " * 9, "te-lang-te-lang-te-lang-te-lang-te-lang-te-lang"),
    ],
)
def test_slug(title: str, made: str) -> None:
    assert slug(title) == made


@pytest.mark.parametrize("name", ["../x", "/etc", "~", "con", "a b", "-x", "A", "é", "", "a" * 65, "a\n"])
def test_no_id(name: str) -> None:
    assert not is_id(name)


def test_a_suggestion_names_what_comes_near() -> None:
    assert suggestion("directeur-os", ["directeur-oss", "adviseur"]) == "bedoelde u 'directeur-oss'?"
    assert suggestion("iets", ["directeur-oss"]) is None


@pytest.mark.parametrize(
    "text", ["12-3-2027", "12 maart 2027", "12 mrt 2027", "2027-03-12", "12/03/2027", "12 mrt. 2027"]
)
def test_a_date_as_people_write_it(text: str) -> None:
    assert datum.from_dutch(text).isoformat() == "2027-03-12"


@pytest.mark.parametrize("text", ["31-2-2027", "maart 2027", "12 m 2027", "12-13-2027", "12 ju 2027", ""])
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        datum.from_dutch(text)


@given(st.dates())
def test_dates_are_read_back(day: dt.date) -> None:
    if day.year >= 1000:
        assert datum.from_dutch(datum.voluit(day)) == day
        assert datum.from_dutch(datum.kort(day)) == day
    assert datum.from_iso(day.isoformat()) == day
