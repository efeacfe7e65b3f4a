"""What was measured, as Markdown tables."""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
import statistics
import subprocess
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from bench.meten import Meting, mediaan
from bench.rijen import Rij
from bench.uitkomst import Uitkomst

_PLEK = re.compile(r"(?<=<!-- meting -->\n).*(?=<!-- einde meting -->)", re.DOTALL)
_KOP = """\
| wat | naast | keer | laagste tot hoogste | doel | gehaald | seconden |
|---|---|--:|---|--:|---|---|"""
_MB = 1_000_000


def tabellen(outcomes: Iterable[Uitkomst]) -> str:
    """A table for each group of rows."""
    parts = []
    for group, rows in groupby(outcomes, key=lambda outcome: outcome.rij.groep):
        parts.append("\n".join([f"### {group}", "", _KOP, *map(_regel, rows)]))
    return "\n\n".join(parts) + "\n"


def _regel(outcome: Uitkomst) -> str:
    return f"| {' | '.join(_cellen(outcome))} |"


def _cellen(outcome: Uitkomst) -> list[str]:
    row, measured = outcome.rij, outcome.meting
    goal = _doel(row)
    if measured is None:
        return [row.naam, row.naast_naam, outcome.opmerking, "", goal, "", ""]
    if row.naast is None:
        megabytes = measured.geheugen / _MB
        return [row.naam, "", f"{megabytes:.0f} MB", "", goal, _gehaald(megabytes, row.doel), _tijd(measured)]
    ratios = measured.verhoudingen
    middle = statistics.median(ratios)
    spread = f"{_komma(min(ratios))} tot {_komma(max(ratios))}"
    return [
        row.naam,
        row.naast_naam,
        _komma(middle),
        spread,
        goal,
        _gehaald(middle, row.doel),
        _tijd(measured),
    ]


def _doel(row: Rij) -> str:
    if row.doel is None:
        return ""
    return f"{row.doel:.0f} MB" if row.naast is None else _komma(row.doel)


def _gehaald(measured: float, goal: float | None) -> str:
    return "" if goal is None else "ja" if measured <= goal else "nee"


def _tijd(measured: Meting) -> str:
    return " / ".join(
        f"{mediaan(runs):.3g}".replace(".", ",") for runs in (measured.lopen, measured.naast) if runs
    )


def _komma(number: float) -> str:
    digits = 2 if number < 10 else 1 if number < 100 else 0
    return f"{number:.{digits}f}".replace(".", ",")


def machine(times: int) -> str:
    """On what was measured, and when; nothing that says whose machine it is."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    return (
        f"Gemeten op {dt.date.today():%Y-%m-%d}, met Python {platform.python_version()} en git {git}, onder "
        f"{platform.system()} op {os.cpu_count()} kernen; {times} paren per rij.\n"
    )


def vervang(page: Path, text: str) -> None:
    """Put what was measured in its place on a page. LookupError when the page has no such place."""
    before = page.read_text("utf-8")
    after, count = _PLEK.subn(lambda _: f"\n{text}\n", before)
    if count != 1:
        raise LookupError(f"{page} has no place for what was measured")
    page.write_text(after, "utf-8")
