"""TOML: what is written is read back, edits touch nothing else, positions are true."""

from __future__ import annotations

import datetime as dt
import string
import tomllib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.document import Document
from leercyclus.domain.errors import ContentError
from leercyclus.domain.positions import line_and_column, positions
from leercyclus.store.toml import edit, write
from leercyclus.store.toml.read import MAX_BYTES, parse

KEYS = st.text(string.ascii_lowercase + "é_- ", min_size=1, max_size=4)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12
) | st.sampled_from(["a\nb", "a\n", 'x"""y\n', "\\\n", '"', "'''\n"])
SCALARS = st.booleans() | st.integers(-9, 99) | TEXTS | st.dates(dt.date(1, 1, 1))
ROWS = st.dictionaries(KEYS, SCALARS | st.lists(SCALARS, max_size=2), max_size=3)
DOCUMENTS = st.dictionaries(
    KEYS,
    SCALARS
    | st.lists(SCALARS, max_size=4)
    | ROWS
    | st.lists(ROWS, max_size=3)
    | st.dictionaries(KEYS, SCALARS | st.lists(ROWS, max_size=2), max_size=3),
    max_size=5,
)


@given(DOCUMENTS)
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    assert edit.same(tomllib.loads(write.dumps(data)), data)


@given(DOCUMENTS, DOCUMENTS, st.booleans())
@example({"_": [{}]}, {"_": [False]}, False)  # an array of tables that becomes an array
@example({}, {"a": {}, "b": 1}, False)  # a table and a key, both at the same place
@example({"d": [{"i": 1}]}, {"o": [{"i": 2}], "d": [{"i": 1, "o": 2}]}, False)  # a row grows, a table comes
def test_an_edit_gives_exactly_what_was_asked(
    old: dict[str, Any], new: dict[str, Any], windows: bool
) -> None:
    text = "# kop\n" + write.dumps(old)
    if windows:
        text = text.replace("\n", "\r\n")
    changed = edit.edit(text, new)
    assert edit.same(tomllib.loads(changed), new)
    assert changed.startswith("# kop\r\n" if windows else "# kop\n")


@given(DOCUMENTS)
def test_an_edit_to_the_same_changes_no_character(data: dict[str, Any]) -> None:
    text = write.dumps(data)
    assert edit.edit(text, data) == text


@given(DOCUMENTS)
def test_every_value_is_where_its_position_says(data: dict[str, Any]) -> None:
    text = write.dumps(data)
    for path, span in positions(text).items():
        value: Any = data
        for part in path:
            value = value[part]
        if not span.is_header:
            assert edit.same(tomllib.loads(f"x = {text[span.start : span.end]}")["x"], value)


COMMENTED = """\
# van de coördinator
versie = 1 # het formaat
titel = "Oud"   # titel

aanwezig = [
    "oss",   # voorzitter
    "venlo",
] # drie mensen

vreemd = { a = 1 }

[[antwoorden]] # eerste
les = "a" # les
antwoord = \"\"\"
Regel een.
Regel twee.\"\"\" # einde

# los commentaar
[slot]
tekst = "dag"
"""


def test_only_what_differs_is_touched() -> None:
    new = tomllib.loads(COMMENTED)
    new["titel"] = "Nieuw"
    new["aanwezig"].append("sed")
    new["antwoorden"][0]["antwoord"] = "Kort"
    new["antwoorden"].append({"les": "b", "score": 4})
    changed = edit.edit(COMMENTED, new)
    assert changed == (
        COMMENTED.replace('"Oud"', '"Nieuw"')
        .replace('"venlo",\n', '"venlo",\n    "sed",\n')
        .replace('"""\nRegel een.\nRegel twee."""', '"Kort"')
        .replace("# einde\n", '# einde\n\n[[antwoorden]]\nles = "b"\nscore = 4\n')
    )


def test_a_key_is_added_behind_the_one_before_it_and_taken_away() -> None:
    new = {"versie": 1, "stand": "concept", "titel": "Oud"}
    changed = edit.edit('versie = 1 # v\ntitel = "Oud"\nreden = "weg" # r\n', new)
    assert changed == 'versie = 1 # v\nstand = "concept"\ntitel = "Oud"\n'


def test_an_edit_that_cannot_be_made_safely_is_refused() -> None:
    with pytest.raises(ContentError):
        edit.edit("a.b = 1\n", {"a": {"b": 1, "c": [{"d": 1}]}, "e": {"f": {}}} | {"a": {"c": 2}})


def test_the_form_is_that_of_the_file_format() -> None:
    data = {
        "versie": 1,
        "door": ["directeur-oss", "directeur-venlo"],
        "datum": dt.date(2027, 3, 12),
        "verslag": "Regel een.\n\nRegel twee.",
        "antwoorden": [{"les": "a", "rijen": [{"partij": "x", "eigen belang": "y\nz"}]}],
        "overgeslagen": {"lessen": "geen tijd"},
    }
    assert write.dumps(data) == (
        'versie = 1\ndoor = ["directeur-oss", "directeur-venlo"]\ndatum = 2027-03-12\n'
        'verslag = """\nRegel een.\n\nRegel twee."""\n'
        '\n[[antwoorden]]\nles = "a"\nrijen = [\n    { partij = "x", "eigen belang" = "y\\nz" },\n]\n'
        '\n[overgeslagen]\nlessen = "geen tijd"\n'
    )


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b'titel = "x', "LC001", (1, 11)),
        (b"titel = x\n", "LC001", (1, 9)),
        (b"a = 1\na = 2\n", "LC001", (2, 6)),
        (b"a = 1\n[a]\n", "LC001", (2, 3)),
        (b"a = [1, 2\n", "LC001", (2, 1)),
        (b"x = 2027-02-30\n", "LC001", (1, 5)),
        (b'\xef\xbb\xbfa = "\xff"\n', "LC002", (1, 6)),
        (b'a = 1\n<<<<<<< HEAD\nb = "x"\n', "LC003", (2, 1)),
        (b'a = """\nx\n=======\ny"""\n', "LC003", (3, 1)),
        (b"versie = 2\n", "LC004", (1, 10)),
        (b"a = 1" + b" " * MAX_BYTES, "LC005", (1, 1)),
        (b"a = " + b"[" * 20 + b"]" * 20, "LC005", (1, 17)),
        (b"a = " + b"[" * 5000 + b"]" * 5000, "LC005", (1, 105)),
        (b"a = " + b"9" * 5000, "LC001", (1, 5)),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_cannot_be_read_is_a_finding(raw: bytes, code: str, place: tuple[int, int]) -> None:
    found = parse(raw, "cyclus.toml")
    assert isinstance(found, Bevinding)
    assert (found.code, (found.regel, found.kolom)) == (code, place)
    assert not set(found.melding.split()) & {"the", "Invalid", "Expected", "Cannot", "at", "of document"}


def test_a_byte_order_mark_and_windows_lines_are_fine() -> None:
    found = parse(b'\xef\xbb\xbfversie = 1\r\ntitel = "x"\r\n', "cyclus.toml")
    assert isinstance(found, Document)
    assert found.data == {"versie": 1, "titel": "x"}
    assert found.place(("titel",)) == (2, 9)
    assert found.place(("titel",), key=True) == (2, 1)


def test_columns_count_code_points() -> None:
    assert line_and_column('a = "é👩"\nb', 6) == (1, 7)
