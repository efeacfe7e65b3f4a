"""Dates as people write and read them in Dutch."""

from __future__ import annotations

import datetime as dt
import re

from leercyclus.domain.tekst import first_line

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_VOORBEELD = "12 maart 2027 of 2027-03-12"
# patterns, which ``re`` compiles when one is used first: every command loads this, few read a date
_ISO = r"\d{4}-\d{2}-\d{2}"
_YEAR_FIRST = r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
_DAY_FIRST = (
    rf"(?:(?P<weekday>{'|'.join(WEEKDAGEN)}|{'|'.join(name[:2] for name in WEEKDAGEN)})\.?,?\s+)?"
    r"(?P<day>\d{1,2})[-/. ]+(?P<month>\d{1,2}|[a-z]+)\.?[-/. ]+(?P<year>\d{4}|\d{2})"
)
_LIKE_A_DATE = rf"\d\s*(?:{'|'.join(name[:3] for name in MAANDEN)}|mrt)|\d[-/.]\d"


def from_iso(text: str) -> dt.date:
    """The date of ``JJJJ-MM-DD``; ValueError for anything else."""
    if not re.fullmatch(_ISO, text):
        raise ValueError(text)
    return dt.date.fromisoformat(text)


def from_dutch(text: str) -> dt.date:
    """The date of ``12-3-2027``, ``12 maart 2027``, ``vrijdag 12 mrt 27`` or ``2027-03-12``.

    ValueError says in Dutch why the text is no date; so also when the day of the week is wrong.
    """
    cleaned = text.strip().lower()
    match = re.fullmatch(_YEAR_FIRST, cleaned) or re.fullmatch(_DAY_FIRST, cleaned)
    try:
        if match is None:
            raise ValueError
        year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
        day = dt.date(year, _month(match["month"]), int(match["day"]))
    except ValueError:
        raise ValueError(
            f"'{first_line(text, 40)}' is geen datum; schrijf bijvoorbeeld {_VOORBEELD}"
        ) from None
    named = match.groupdict().get("weekday")
    if named and not WEEKDAGEN[day.weekday()].startswith(named):
        raise ValueError(f"{voluit(day)} is een {WEEKDAGEN[day.weekday()]}, niet '{named}'")
    return day


def lijkt_op_datum(text: str) -> bool:
    """Whether this was probably meant as one: a number with a month, or numbers with a sign in between."""
    return bool(re.search(_LIKE_A_DATE, text.lower()))


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
