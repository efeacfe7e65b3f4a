"""What git leaves in a file when two people changed the same lines, told in the terms of the work."""

from __future__ import annotations

import re

from leercyclus.domain import leesregels
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.positions import line_and_column
from leercyclus.domain.soorten import benoem
from leercyclus.domain.tekst import aantal
from leercyclus.domain.voorschrift import Path, sleutel

_MARKER = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_BEGIN = re.compile(r"^<{7} (.*)$", re.MULTILINE)
_END = re.compile(r"^>{7} (.*)$", re.MULTILINE)
_LINE = re.compile(r"\s*(?:\[\[(?P<rij>[^\]]+)\]\]|\[(?P<tabel>[^\]]+)\]|(?P<sleutel>[\w-]+)\s*=)")
_QUOTES = re.compile(r'"""|\'\'\'')


def conflict(text: str, bestand: str) -> Bevinding | None:
    """The first place with two versions, when there is one; TOML itself may see nothing wrong in it."""
    if "<<<<<<<" not in text and "=======" not in text and ">>>>>>>" not in text and "|||||||" not in text:
        return None  # told five times sooner than by looking at each line
    text = text.replace("\r\n", "\n")
    marker = _MARKER.search(text)
    if marker is None:
        return None
    start = marker.start()
    ours, theirs = _BEGIN.search(text), _END.search(text, start)
    more = len(_BEGIN.findall(text)) - 1
    first, column = line_and_column(text, start)
    last = line_and_column(text, theirs.start())[0] if theirs else first
    return leesregels.CONFLICT.bevinding(
        bestand,
        plek=(first, column),
        sleutel=_key(text, start),
        wat=benoem(bestand) or "dit bestand",
        ene=ours[1] if ours else "de een",
        andere=theirs[1] if theirs else "de ander",
        meer=f", en zo nog op {aantal(more, 'plaats', 'plaatsen')}" if more > 0 else "",
        tip=f"lees regel {first} tot {last}, laat staan wat blijft, haal de regels met <<<<<<<, ======= "
        "en >>>>>>> weg, en geef daarna git add",
    )


def _key(text: str, at: int) -> str | None:
    """The key that both versions are of: the one around the marker, else the first after it."""
    rows: dict[str, int] = {}
    table, path, in_text, offset = Path(), Path(), False, 0
    for line in text.splitlines(keepends=True):
        is_after = offset >= at
        if is_after and in_text:
            break
        offset += len(line)
        if not in_text and (found := _LINE.match(line)):
            if name := found["rij"]:
                rows[name] = rows.get(name, -1) + 1
                table = path = (name, rows[name])
            elif name := found["tabel"]:
                table = path = (name,)
            else:
                path = (*table, found["sleutel"])
            if is_after:
                break
        if len(_QUOTES.findall(line)) % 2:
            in_text = not in_text
    return sleutel(path) or None
