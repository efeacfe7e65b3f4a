"""Lines broken between words, without losing the place of the cursor."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

from leercyclus.gesprek.scherm.wrapping import WordWrap

_WIDTH = 12


def broken(text: str, width: int = _WIDTH) -> Transformation:
    control = BufferControl(Buffer())
    given = TransformationInput(control, Document(text), 0, lambda place: place, [("", text)], width + 2, 1)
    return WordWrap(2).apply_transformation(given)


def rows(text: str, width: int = _WIDTH) -> list[str]:
    """The rows as the screen breaks them: after so many cells, wherever that is."""
    found, row = [], ""
    for char in "".join(fragment[1] for fragment in broken(text, width).fragments):
        if get_cwidth(row) + get_cwidth(char) > width:
            found.append(row)
            row = ""
        row += char
    return [*found, row]


def test_a_word_that_does_not_fit_goes_to_the_next_row() -> None:
    assert [row.rstrip() for row in rows("een gesprek over het zwembad")] == [
        "een gesprek",
        "over het",
        "zwembad",
    ]


def test_a_word_longer_than_a_row_is_broken() -> None:
    assert rows("wapenstilstandsonderhandelingen") == ["wapenstilsta", "ndsonderhand", "elingen"]


def test_wide_signs_count_double() -> None:
    assert [row.rstrip() for row in rows("漢字 漢字 漢字", 10)] == ["漢字 漢字", "漢字"]


@given(st.text(alphabet="ab é漢 ", max_size=60))
@example("aaaaaaaaaaaa b")
@example("aaaaaa bbbbbbbbbbbb c")
def test_no_word_is_broken_that_fits_and_nothing_is_lost(text: str) -> None:
    words = text.split()
    assert "".join("".join(rows(text)).split()) == "".join(words)
    if all(get_cwidth(word) <= _WIDTH for word in words):
        assert [word for row in rows(text) for word in row.split()] == words


@given(st.text(alphabet="ab é漢 ", max_size=60))
def test_the_cursor_stays_at_its_character(text: str) -> None:
    found = broken(text)
    shown = "".join(fragment[1] for fragment in found.fragments)
    places = [found.source_to_display(place) for place in range(len(text) + 1)]
    assert places == sorted(places)
    for place, char in enumerate(text):
        if not char.isspace():
            assert shown[places[place]] == char
            assert found.display_to_source(places[place]) == place
