r"""The one place where TOML is parsed. The answers and the messages are those of ``tomllib``.

Most answers come from ``rtoml``, which reads an ordinary file in a tenth of the time. It says the same
as ``tomllib`` of all that was tried (tests/store/toml/test_parser.py), except where a text holds one of
these; then ``tomllib`` reads it, and also whenever ``rtoml`` refuses:

- ``\e``, ``\x``, a time, and a ``{`` that begins no simple row on one line: TOML 1.1 allows more of those
  than the file format does, and a time with a zone has a type of its own in ``rtoml``;
- a table within a table: its place in the order, and what may still be added to it, can differ;
- a key that begins with ``$__`` (``\u`` and ``\U`` can hide that): a sign of its own for ``rtoml``;
- a byte order mark, and a carriage return that ends no line: ``rtoml`` passes over them.
"""

from __future__ import annotations

import re
from typing import Any

import rtoml

_ESCAPE = re.compile(r"\\[exuU]")
_TIME = re.compile(r":(?<=[0-9]:)[0-9]")
_TEXT = r'"[^"\\\n{]*+"'
_CELL = rf"(?:[A-Za-z0-9_-]++|{_TEXT}) = (?:{_TEXT}|[0-9a-z-]++)"
_ROW = re.compile(rf"\{{ {_CELL}(?:, {_CELL})*+ \}}")
_TABLE_IN_TABLE = re.compile(r"\n[ \t]*+\[[^\n.]*+\.")


def loads(text: str) -> dict[str, Any]:
    """The data; ValueError, with the message of ``tomllib``, when it is no TOML."""
    plain = text.replace("\r\n", "\n")
    if not is_bijzonder(plain):
        try:
            return rtoml.loads(plain)
        except ValueError:
            pass  # it is no TOML, or has a number or a depth that this parser does not take
    import tomllib  # here: slow to load, and hardly ever needed

    return tomllib.loads(text)


def is_bijzonder(text: str) -> bool:
    """Whether something stands in it of which the two parsers may not say the same."""
    return (
        ("{" in text and "{" in _ROW.sub("", text))
        or "$__" in text
        or "\r" in text
        or text.startswith("\ufeff")
        or _ESCAPE.search(text) is not None
        or _TIME.search(text) is not None
        or _TABLE_IN_TABLE.search("\n" + text) is not None
    )
