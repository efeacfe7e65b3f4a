"""A line beside the result: to stderr, safe for any terminal, wrapped where it is read."""

from __future__ import annotations

import shutil
import sys
import textwrap

from leercyclus.domain.tekst import showable

_NARROWEST = 20


def zeg(text: str = "", *, indent: str = "") -> None:
    """Say something. At a terminal lines are broken between words, but a command stays whole."""
    for line in wrapped(text, indent):
        print(line, file=sys.stderr)


def wrapped(text: str, indent: str = "") -> list[str]:
    """The lines that :func:`zeg` prints."""
    return [part for line in showable(text).split("\n") for part in _broken(indent + line)]


def _broken(line: str) -> list[str]:
    if not sys.stderr.isatty() or line.lstrip().startswith("leercyclus "):
        return [line]
    indent = line[: len(line) - len(line.lstrip())]
    width = max(_NARROWEST, shutil.get_terminal_size().columns - 1)
    return textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
