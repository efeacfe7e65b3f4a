"""JSON of which every object is one line: what a program can read piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from leercyclus.render import json_uit
from leercyclus.render.uitvoer import Exportrij

#: Where ``dumps`` breaks a line; within a text a newline is written as ``\\n``.
_BREAK = re.compile("\n *")


def regel(data: Mapping[str, Any]) -> str:
    """One line, with the promises of ``json_uit.dumps``: as safe, and nothing lost."""
    return _BREAK.sub("", json_uit.dumps(data))


def als_jsonl(rijen: Iterable[Exportrij]) -> Iterator[bytes]:
    """The rows as they come, a line each, in UTF-8."""
    for row in rijen:
        yield f"{regel(row)}\n".encode()
