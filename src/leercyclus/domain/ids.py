"""Ids: the only texts that ever become part of a path, and what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from leercyclus.domain.tekst import plain

MAX_LENGTH = 64
#: What an id looks like, as a regular expression that any program understands.
PATROON = "^[a-z0-9][a-z0-9-]*$"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_WINDOWS_DEVICES = {
    *("con", "prn", "aux", "nul"),
    *(f"com{n}" for n in range(10)),
    *(f"lpt{n}" for n in range(10)),
}
#: The folder for the JSON Schemas that editors use.
SCHEMA = "schema"
#: Folder names beside ``leertraject.toml`` that are never a cyclus; ``groep`` and
#: ``ingebouwd`` name lessons that lie in no cyclus.
RESERVED = frozenset({"lessen", "suggesties", "toestemming", "bijlagen", "groep", "ingebouwd", SCHEMA})


class Verwijzing(StrEnum):
    """What an id refers to."""

    PERSOON = "persoon"
    ORGANISATIE = "organisatie"
    THEMA = "thema"
    LES = "les"
    ADVIES = "advies"


@lru_cache(maxsize=4096)  # the same people are named over and over
def is_id(text: str) -> bool:
    """Whether the text can name a folder, file, person, organisation or theme."""
    return len(text) <= MAX_LENGTH and _ID.fullmatch(text) is not None and text not in _WINDOWS_DEVICES


def slug(text: str, *, longest: int = 48) -> str:
    """An id made of the words of a title; empty when no letter or digit is left.

    Accents are dropped (``Súdwest`` becomes ``sudwest``); the cut falls between words.
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", plain(text.replace("’", ""))))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:longest]
        if len(longer) > longest:
            break
        kept = longer
    return f"{kept}-1" if kept in _WINDOWS_DEVICES else kept


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """At most three known names that resemble the one given, the nearest first."""
    import difflib  # here: most names are right

    candidates = sorted(set(known))
    close = difflib.get_close_matches(name.lower(), candidates, n=3, cutoff=0.6)
    return close or [other for other in candidates if name and name.lower() in other][:3]


def suggestion(name: str, known: Iterable[str]) -> str | None:
    """``bedoelde u 'x' of 'y'?``, or None when nothing comes near."""
    close = nearest(name, known)
    if not close:
        return None
    return f"bedoelde u {' of '.join(repr(other) for other in close)}?"
