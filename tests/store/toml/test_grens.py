from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leercyclus.store.toml import grens

#: What texts are made of, and how often in a row; together they come just below and just above each limit.
_STUKJES = st.sampled_from(
    [
        *("a", "a.", "a .", ". b", '"a"', "'a'", '."a.b"', ".'a.b'", '"', "'", '"""', "'''", "\\", '\\"'),
        *(
            "=",
            ",",
            "[",
            "[[",
            "{",
            "]",
            "}",
            "#",
            "\n",
            " ",
            "\t",
            "x = 1\n",
            "[a]\n",
            "a, b. ",
            "é",
            "\r\n",
        ),
        *("1", "12", "-1", "0b", "1_0", "1.", "- ", "é", '"a".', "'a' . ", '"a\\".".', ".\n"),
    ]
)
_KEREN = st.sampled_from([1, 1, 1, 2, 5, 11, 12, 50, 51, 99, 100, 101])
_TEKSTEN = st.lists(st.tuples(_STUKJES, _KEREN), max_size=12).map(
    lambda parts: "".join(piece * times for piece, times in parts)
)


@given(_TEKSTEN)
@example("a" + ".a" * 12 + " = 1")
@example('a . "b"' + ".'c'" * 11 + " = 1")
@example("a = " + "1" * 101)
@example("[" + "-" * 99 + "11]")
@example("a = [" * 101)
@example("[[" * 51)
@example("a=1\n" * 20_001)
@example("a = [" + "1, " * 20_000 + "]")
def test_what_is_ordinary_has_not_too_much_of_anything(text: str) -> None:
    if grens.is_gewoon(text):
        assert list(grens._overschrijdingen(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        'kern = "Zie 1.2.3 en www.voorbeeld.nl. Dan, [zo], {zo}."\n' * 20,
        '"a.b".c = 1\nx = [["a"]]\n' * 20,
        "a = 1  # " + "een zin. " * 30 + "\n",
        f"{'a ' * 30_000}\n",
    ],
)
def test_a_record_as_people_write_it_is_ordinary(text: str) -> None:
    assert grens.is_gewoon(text)
