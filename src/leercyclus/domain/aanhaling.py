"""A value that is wrong, as a message quotes it."""

from __future__ import annotations

import datetime as dt

from leercyclus.domain.tekst import first_line

_LONGEST = 60


def aanhaling(value: object) -> str:
    """As it stands in the file, and short: ``'half april'``, ``2027-03-12``, ``true``, ``een lijst``."""
    match value:
        case str():
            # half a character, as an argument may hold, cannot be said by Pydantic
            whole = value.encode("utf-8", "replace").decode("utf-8")
            return f"'{verkort(whole)}'"
        case bool():
            return "true" if value else "false"
        case dt.date() | dt.time():
            return value.isoformat()
        case list():
            return "een lijst"
        case dict():
            return "een tabel"
    return verkort(str(value))


def verkort(text: str) -> str:
    """The beginning of a text, as much as a message has room for."""
    return first_line(text, _LONGEST)
