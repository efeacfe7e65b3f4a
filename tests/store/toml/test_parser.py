"""What is read with the fast parser is exactly what ``tomllib`` reads."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leercyclus.store.toml import parser

VOORBEELDEN = [
    path.read_text("utf-8") for path in sorted((Path(__file__).parents[3] / "cycles").rglob("*.toml"))
]
#: Those of toml-test: what every parser should take, and what none should.
DOCUMENTEN: dict[str, str] = json.loads(Path(__file__).with_name("toml-test.json").read_text("utf-8"))[
    "documents"
]


def _said(text: str) -> str:
    """What tomllib makes of it; the ``repr`` differs where a type, the order, a sign or a zone does."""
    try:
        return repr(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"


def _read(text: str) -> str:
    try:
        return repr(parser.loads(text))
    except (ValueError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("name", DOCUMENTEN)
def test_a_document_of_toml_test_is_read_as_tomllib_does(name: str) -> None:
    text = DOCUMENTEN[name]
    for version in (text, text.replace("\n", "\r\n")):
        assert _read(version) == _said(version)


#: What two parsers could take otherwise, and what decides about that.
_STUKJES = st.sampled_from(
    [
        *("\n", "\r\n", "\r", "=", " = ", ".", '"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", ","),
        *("#", "\\", "\\n", '\\"', "\\\n", "\\u00e9", "\\ud800", "\\e", "\\x41", "\t", " ", "a", "b", "a.b"),
        *("[a]\n", "[a.b]\n", "[[a]]\n", "[[a.b]]\n", "a = 1\n", "a.b = 1\n", "c = [[1], [2, [3]]]\n"),
        *("0", "-", "+", "_", "1979-05-27", "-02-29", "T07:32:00", "07:32", "Z", "+01:00", ".5", ".1234567"),
        *("$__", '"a" = 1\n', '{ a = "b" }', '{ "a b" = "", c = 1 }', ", }", "{ ", " }", "{a=1,}", "[]", "e"),
        *("0x", "0b1", "inf", "nan", "-0.0", "1e400", "9223372036854775808", "1_000", "true", "\U0010ffff"),
        *("\u00a0", "\u2028", "\u0085", "\ufeff", "\x00", "\x1f", "\x7f", "\x0c", "é", "😀"),
    ]
)


@st.composite
def _veranderd(draw: st.DrawFn) -> str:
    """A document with some other pieces in it, or some pieces alone."""
    text = draw(st.sampled_from(["", *DOCUMENTEN.values(), *VOORBEELDEN]))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.sampled_from([start, start, start + 1, start + 5]))
        text = text[:start] + draw(_STUKJES) + text[end:]
    return text


@given(_veranderd())
@example("a = 1\r\r\n")
@example("\ufeffa = 1\n")
@example('a = """x\r\ny"""\n')
@example("[a.b]\n[c]\n[a]\n")
@example("[[a.b]]\n[a]\nb.c = 1\n")
@example('"$__toml_private_datetime" = "1979-05-27"\n')
@example('x."\\u0024__toml_private_datetime" = "1979-05-27"\n')
@example("a = 1979-05-27T07:32:00Z\n")
@example("a = 07:32\n")
@example("a = {b = 1,}\n")
@example('a = [{ b = "c", "d e" = "f, }" }]\n')
@example('a = { b = "c", }\n')
@example("a = 1e400\n")
@example("a = 9223372036854775808\n")
@example("a = " + "[" * 99 + "]" * 99)
def test_any_text_is_read_as_tomllib_does(text: str) -> None:
    assert _read(text) == _said(text)


def test_hardly_any_record_needs_the_slow_parser() -> None:
    assert sum(map(parser.is_bijzonder, VOORBEELDEN)) < len(VOORBEELDEN) / 50
