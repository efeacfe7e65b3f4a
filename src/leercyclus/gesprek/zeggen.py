"""A line beside the result: to stderr, safe for any terminal, wrapped where it is read."""

from __future__ import annotations

import sys
import textwrap

from leercyclus.domain.tekst import showable
from leercyclus.uitgang import breedte

_COMMAND = "leercyclus "


def zeg(text: str = "", *, indent: str = "") -> None:
    """Say something. At a terminal lines are broken between words; a command is whole on its own line."""
    for line in wrapped(text, indent):
        print(line, file=sys.stderr)


def wrapped(text: str, indent: str = "") -> list[str]:
    """The lines that :func:`zeg` prints."""
    return [part for line in showable(text).split("\n") for part in _broken(indent + line)]


def _broken(line: str) -> list[str]:
    width = breedte() - 1
    if not sys.stderr.isatty() or len(line) <= width or line.lstrip().startswith(_COMMAND):
        return [line]
    indent = line[: len(line) - len(line.lstrip())]
    before, colon, command = line.partition(f": {_COMMAND}")
    if colon:
        return [*_broken(f"{before}:"), f"{indent}  {_COMMAND}{command}"]
    return textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)
