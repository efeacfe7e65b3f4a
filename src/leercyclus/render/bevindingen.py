"""Findings as text: for people, for GitHub, and as SARIF."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from leercyclus.domain.bevinding import Bevinding, Ernst
from leercyclus.domain.tekst import aantal, showable
from leercyclus.domain.voorschrift import Voorschrift
from leercyclus.render import overzicht
from leercyclus.uitgang import breedte

#: Gives the text of a file as a finding names it; None where there is none to show.
Brontekst = Callable[[str], str | None]


def regels(findings: Sequence[Bevinding]) -> Iterator[str]:
    """Every finding, for a pipe: place, message and code on one line, and the tip below it."""
    for found in findings:
        first, *tip = overzicht.bevinding(found)
        yield f"{found.ernst}: {first} [{found.code}]"
        yield from tip


def scherm(findings: Sequence[Bevinding], brontekst: Brontekst) -> Iterator[str]:
    """The same for a terminal: broken between words, with the line that is meant and a caret below it."""
    width = breedte()
    for found in findings:
        first, *tip = regels([found])
        yield from textwrap.wrap(first, width, subsequent_indent=_INDENT, break_on_hyphens=False)
        yield from _aangewezen(found, brontekst(found.bestand), width)
        for line in tip:
            yield from textwrap.wrap(line, width, subsequent_indent=_INDENT, break_on_hyphens=False)
        yield ""


_MARGIN = 6
_INDENT = " " * _MARGIN


def _aangewezen(found: Bevinding, text: str | None, width: int) -> Iterator[str]:
    """The line of the source that is meant, cut to the width, with a caret below."""
    lines = text.split("\n") if text is not None else []
    if (found.regel, found.kolom) == (1, 1):  # it is of the file as a whole
        return
    if found.regel > len(lines) or not lines[found.regel - 1].strip():
        return
    line, column = lines[found.regel - 1].rstrip("\r"), found.kolom - 1
    start = f"{found.regel:>{_MARGIN}} │ "
    room = max(20, width - len(start))
    cut = max(0, min(column - room // 2, len(line) - room))
    before = showable(line[cut:column], newlines=False)
    shown = before + showable(line[column : cut + room], newlines=False)
    yield f"{start}{shown}".rstrip()
    yield f"{_INDENT} │ {' ' * _columns(before)}^"


def _columns(text: str) -> int:
    from rich.cells import cell_len  # here: only a terminal shows lines

    return cell_len(text)


_NAMES: dict[Ernst, tuple[str, str]] = {
    "fout": ("fout", "fouten"),
    "waarschuwing": ("waarschuwing", "waarschuwingen"),
}


def samenvatting(findings: Sequence[Bevinding], bestanden: int) -> str:
    """One line that says how it went."""
    looked = aantal(bestanden, "bestand bekeken", "bestanden bekeken")
    if not findings:
        return f"geen bevindingen; {looked}"
    count = Counter(found.ernst for found in findings)
    parts = [aantal(number, *_NAMES[ernst]) for ernst, number in sorted(count.items())]
    places = aantal(len({found.bestand for found in findings}), "bestand", "bestanden")
    return f"{' en '.join(parts)} in {places}; {looked}"


_LEVELS: dict[Ernst, str] = {"fout": "error", "waarschuwing": "warning"}


def github(findings: Sequence[Bevinding]) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    for found in findings:
        said = f"{found.zin}; {found.tip}" if found.tip else found.zin
        place = f"file={_property(found.bestand)},line={found.regel},col={found.kolom}"
        yield f"::{_LEVELS[found.ernst]} {place},title={found.code}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return showable(text, newlines=False).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Bevinding], rules: Sequence[Voorschrift], version: str) -> dict[str, Any]:
    """A log in SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""
    driver = {"name": "leercyclus", "version": version, "rules": [_sarif_rule(rule) for rule in rules]}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(found) for found in findings],
            }
        ],
    }


def _sarif_rule(rule: Voorschrift) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.titel},
        "fullDescription": {"text": rule.waarom},
        "help": {"text": rule.herstel},
        "defaultConfiguration": {"level": _LEVELS[rule.ernst]},
    }


def _sarif_result(found: Bevinding) -> dict[str, Any]:
    said = f"{found.zin}; {found.tip}" if found.tip else found.zin
    region = {"startLine": found.regel, "startColumn": found.kolom}
    return {
        "ruleId": found.code,
        "level": _LEVELS[found.ernst],
        "message": {"text": said},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(found.bestand)}, "region": region}}
        ],
    }


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"))
