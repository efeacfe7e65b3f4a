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
            return f"'{first_line(whole, _LONGEST)}'"
        case bool():
            return "true" if value else "false"
        case dt.date() | dt.time():
            return value.isoformat()
        case list():
            return "een lijst"
        case dict():
            return "een tabel"
    return first_line(str(value), _LONGEST)
