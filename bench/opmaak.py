"""Data as TOML in the form that leercyclus writes, ten times as fast: for data that we made ourselves.

It knows only what made records hold: no control characters, no quotation marks three in a row.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

_WIDTH = 100
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml(data: Mapping[str, Any]) -> str:
    """A document: its own keys first, then its tables."""
    own = {key: value for key, value in data.items() if not _is_section(value)}
    return _lines(own) + "".join(_section(key, value) for key, value in data.items() if _is_section(value))


def _is_section(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _section(key: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"\n[{key}]\n{_lines(value)}"
    return "".join(f"\n[[{key}]]\n{_lines(row)}" for row in value)


def _lines(table: Mapping[str, Any]) -> str:
    return "".join([f"{key} = {_value(value, len(key))}\n" for key, value in table.items()])


def _value(value: Any, indent: int = 0) -> str:
    if isinstance(value, str):
        if "\n" in value:
            return f'"""\n{value}"""'
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return _list(value, indent)
    return str(value)


def _list(items: list[Any], indent: int) -> str:
    parts = [_row(item) if isinstance(item, dict) else _value(item) for item in items]
    line = f"[{', '.join(parts)}]"
    if len(line) + indent + 3 <= _WIDTH and not line.startswith("[{"):
        return line
    return "[\n" + "".join([f"    {part},\n" for part in parts]) + "]"


def _row(row: Mapping[str, str]) -> str:
    cells = [
        f"{key if _BARE.fullmatch(key) else json.dumps(key)} = {_value(cell)}" for key, cell in row.items()
    ]
    return "{ " + ", ".join(cells) + " }"
