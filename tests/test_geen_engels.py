"""What the TOML parser, Pydantic and the operating system say, is said in Dutch."""

from __future__ import annotations

import datetime as dt
import errno
import importlib
import inspect
import re
import tomllib
from typing import Any

import pytest

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.controle import gebreken
from leercyclus.domain.errors import SystemRefusedError
from leercyclus.domain.soorten import SOORTEN, Soort
from leercyclus.store.toml.read import parse

ENGLISH = re.compile(
    r"\b(the|should|be|valid|input|expected|invalid|is not|cannot|character|string|key)\b", re.I
)

#: A text for every message of ``tomllib``, and the beginning of that message.
TOML = {
    "[a]\n[a]\n": "Cannot declare",
    "a = 1\na = 2\n": "Cannot overwrite a value",
    "a = []\n[[a]]\n": "Cannot mutate immutable namespace",
    "[a.b]\n[a]\nb.c = 1\n": "Cannot redefine namespace",
    "x = {a = 1, a = 2}\n": "Duplicate inline table key",
    'a = "\\uD800"\n': "Escaped character is not a Unicode scalar value",
    "a\n": "Expected '=' after a key in a key/value pair",
    "[a\n": "Expected ']' at the end of a table declaration",
    "[[a]\n": "Expected ']]' at the end of an array declaration",
    "a = 1 b\n": "Expected newline or end of document after a statement",
    "a = 'x": 'Expected "\'"',
    "a = '''x": "Expected \"'''\"",
    "# \x01\n": "Found invalid character",
    'a = "x\n': "Illegal character '\\n'",
    'a = "x\x01"\n': "Illegal character '\\x01'",
    "a = 2027-02-30\n": "Invalid date or datetime",
    'a = "\\uXYZW"\n': "Invalid hex value",
    "a.é = 1\n": "Invalid initial character for a key part",
    "= 1\n": "Invalid statement",
    "a = tekst\n": "Invalid value",
    "a = [1 2]\n": "Unclosed array",
    "a = {b = 1 c = 2}\n": "Unclosed inline table",
    'a = "\\x"\n': "Unescaped '\\' in a string",
    'a = "x': "Unterminated string",
}


@pytest.mark.parametrize(("text", "english"), TOML.items())
def test_what_is_no_toml_is_told_in_dutch(text: str, english: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(text)
    assert str(raised.value).startswith(english)
    found = parse(text.encode(), "advies.toml")
    assert isinstance(found, Bevinding)
    assert found.melding != "dit is geen geldige TOML", "no sentence of its own"
    assert not ENGLISH.search(found.melding)


def test_every_message_of_the_parser_is_tried() -> None:
    source = inspect.getsource(importlib.import_module("tomllib._parser"))
    said = re.findall(r'suffixed_err\(\s*\w+,\s*\w+,\s*f?(["\'])(.*?)\1\s*[,)]', source, re.DOTALL)
    beginnings = {text.split("{")[0].replace("\\\\", "\\").strip() for _, text in said}
    assert len(beginnings) > 15
    tried = tuple(TOML.values())
    assert {start for start in beginnings if not any(text.startswith(start) for text in tried)} == set()


VALUES: list[Any] = [
    *(5, -1, 10**30, 5.5, float("nan"), float("inf"), True, "", "x", "a\nb", "a\u202eb", "9999-99-99"),
    *(dt.date(2027, 1, 1), dt.time(1, 2), dt.datetime(2027, 1, 1, 2), [], [1], [[]], [{}], {}, {"a": 1}),
    *(
        [{"id": "Fout"}],
        [{"les": "a/b/c", "vraag": "b", "score": 9}],
        [{"les": "a", "vraag": "b", "rijen": [1]}],
    ),
]


@pytest.mark.parametrize("kind", SOORTEN, ids=lambda kind: kind.pad)
def test_a_value_that_does_not_fit_is_told_in_dutch(kind: Soort[Any]) -> None:
    for name in kind.velden:
        for value in VALUES:
            for fault in gebreken(kind.model, {name: value}):
                assert not ENGLISH.search(fault.melding), fault


@pytest.mark.parametrize("code", sorted(errno.errorcode))
def test_what_the_system_says_is_told_in_dutch(code: int) -> None:
    said = SystemRefusedError.van(OSError(code, "the system says something in English", "advies.toml"))
    assert not ENGLISH.search(said.message)
    assert said.message.startswith("advies.toml: ")
