"""Records as TOML text, in the form the file format promises.

Scalars come before tables; a text with more lines becomes a multi-line string that reads well
in an editor and in ``git diff``; a list of ids stays on one line where it fits. The values
themselves are written by ``tomli_w``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import tomli_w

_WIDTH = 100
#: A line of a text that looks like what git leaves in a file it could not merge.
_MARKER = re.compile(r"^([<=>|])(?=\1{6}(?: |$))", re.MULTILINE)


def dumps(data: Mapping[str, Any]) -> str:
    """The whole document."""
    return table_body(data, ()).lstrip("\n")


def table_body(data: Mapping[str, Any], path: tuple[str, ...]) -> str:
    """The lines of a table: its own keys, then its sub-tables with their headers."""
    own = [
        f"{key(name)} = {value(item, name)}\n" for name, item in data.items() if not is_section(item, path)
    ]
    return "".join(own) + "".join(
        section(item, (*path, name)) for name, item in data.items() if is_section(item, path)
    )


def section(item: Mapping[str, Any] | list[Any], path: tuple[str, ...]) -> str:
    """A sub-table, or every row of an array of tables, each after an empty line."""
    name = ".".join(key(part) for part in path)
    if isinstance(item, list):
        return "".join(f"\n[[{name}]]\n{table_body(row, path)}" for row in item)
    return f"\n[{name}]\n{table_body(item, path)}"


def key(name: str) -> str:
    """A key, quoted only where it must be."""
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")


def value(item: Any, name: str = "") -> str:
    """One value as it stands behind ``=``."""
    if isinstance(item, list):
        return _array(item, len(name))
    if isinstance(item, Mapping):
        return _inline_table(item)
    if isinstance(item, str):
        return _string(item)
    return tomli_w.dumps({"x": item}).removeprefix("x = ").removesuffix("\n")


def is_section(item: Any, path: tuple[str, ...]) -> bool:
    """Tables get a header; arrays of tables only at the top, deeper they are rows on a line each."""
    if isinstance(item, Mapping):
        return True
    return not path and is_array_of_tables(item)


def is_array_of_tables(item: Any) -> bool:
    """A list with only tables in it, and at least one."""
    return isinstance(item, list) and bool(item) and all(isinstance(row, Mapping) for row in item)


def _string(text: str) -> str:
    if "\n" not in text:
        return tomli_w.dumps({"x": text}).removeprefix("x = ").removesuffix("\n")
    written = tomli_w.dumps({"x": text}, multiline_strings=True)
    return _MARKER.sub(_escaped, written.removeprefix("x = ").removesuffix("\n"))


def _escaped(marker: re.Match[str]) -> str:
    return f"\\u{ord(marker[1]):04X}"


def _array(items: list[Any], indent: int) -> str:
    parts = [value(item) for item in items]
    line = f"[{', '.join(parts)}]"
    rows_are_tables = is_array_of_tables(items)
    if not rows_are_tables and "\n" not in line and indent + 3 + len(line) <= _WIDTH:
        return line
    return "[\n" + "".join(f"    {part},\n" for part in parts) + "]"


def _inline_table(row: Mapping[str, Any]) -> str:
    cells = [f"{key(name)} = {_single_line(item)}" for name, item in row.items()]
    return "{ " + ", ".join(cells) + " }" if cells else "{}"


def _single_line(item: Any) -> str:
    """An inline table stays on one line, so a line break in a cell is written as ``\\n``."""
    if isinstance(item, str):
        return tomli_w.dumps({"x": item}).removeprefix("x = ").removesuffix("\n")
    if isinstance(item, list):
        return f"[{', '.join(map(_single_line, item))}]"
    return value(item)
