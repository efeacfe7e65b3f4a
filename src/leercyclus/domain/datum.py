"""Dates as people write and read them in Dutch."""

from __future__ import annotations

import datetime as dt
import re

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DUTCH = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)\.?[-/. ]+(\d{4})")


def from_iso(text: str) -> dt.date:
    """The date of ``JJJJ-MM-DD``; ValueError for anything else."""
    if not _ISO.fullmatch(text):
        raise ValueError(text)
    return dt.date.fromisoformat(text)


def from_dutch(text: str) -> dt.date:
    """The date of ``12-3-2027``, ``12 maart 2027``, ``12 mrt 2027`` or ``2027-03-12``.

    ValueError when the text is no date.
    """
    cleaned = text.strip().lower()
    if _ISO.fullmatch(cleaned):
        return from_iso(cleaned)
    match = _DUTCH.fullmatch(cleaned)
    if match is None:
        raise ValueError(text)
    day, month, year = match.groups()
    return dt.date(int(year), _month(month), int(day))


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text == "mrt":
        return 3
    matches = [n for n, name in enumerate(MAANDEN, 1) if len(text) >= 3 and name.startswith(text)]
    if len(matches) != 1:
        raise ValueError(text)
    return matches[0]


def lang(day: dt.date) -> str:
    """``donderdag 12 maart 2027``."""
    return f"{WEEKDAGEN[day.weekday()]} {voluit(day)}"


def voluit(day: dt.date) -> str:
    """``12 maart 2027``."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def kort(day: dt.date) -> str:
    """``12 mrt 2027``: for tables."""
    month = "mrt" if day.month == 3 else MAANDEN[day.month - 1][:3]
    return f"{day.day} {month} {day.year}"


def shift(day: dt.date, days: int) -> dt.date | None:
    """The date so many days on; None beyond the calendar (years 1 to 9999)."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None
