"""Lines broken between words, without losing the place of the cursor."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

from leercyclus.gesprek.scherm.wrapping import Visible, WordWrap

_WIDTH = 12


def _as_given(text: str, width: int) -> TransformationInput:
    control = BufferControl(Buffer())
    return TransformationInput(control, Document(text), 0, lambda place: place, [("", text)], width + 2, 1)


def broken(text: str, width: int = _WIDTH) -> Transformation:
    return WordWrap(2).apply_transformation(_as_given(text, width))


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


@given(st.text(st.characters(exclude_characters="\r\n")))
@example("a\u200eb\u202e\x9b")
def test_what_is_not_shown_has_a_sign_in_its_place(text: str) -> None:
    (shown,) = Visible().apply_transformation(_as_given(text, _WIDTH)).fragments
    assert len(shown[1]) == len(text)  # so that the cursor stands where it seems to stand
    assert not set(shown[1]) & set("\u200e\u202e\x9b\x1b")
