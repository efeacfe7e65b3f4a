"""JSON of which every object is one line: what a program can read piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leercyclus.render import json_uit
from leercyclus.render.uitvoer import Exportrij


def als_jsonl(rijen: Iterable[Exportrij]) -> Iterator[bytes]:
    """The rows as they come, a line each, in UTF-8."""
    for row in rijen:
        yield f"{json_uit.regel(row)}\n".encode()
