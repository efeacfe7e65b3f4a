"""Text of a user in Markdown: shown to the letter, and never taken as Markdown."""

from __future__ import annotations

import re

from leercyclus.domain.tekst import showable

_SIGNS = re.compile(r"([\\`*_\[\]<>|])|^([#+-]|\d+(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """The text with a backslash before every sign that means something."""
    return _SIGNS.sub(r"\\\g<0>", showable(text))
