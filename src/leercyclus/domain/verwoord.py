"""A value of any kind in words, as people would say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from leercyclus.domain.antwoord import CIJFERS
from leercyclus.domain.datum import voluit


def in_woorden(waarde: Any) -> str:
    """A date in full, the parts of an answer below each other, a point for each row; empty for nothing."""
    return "\n".join(_regels(waarde))


def _regels(waarde: Any) -> Iterator[str]:
    match waarde:
        case None:
            return
        case bool():
            yield "ja" if waarde else "nee"
        case dt.date():
            yield voluit(waarde)
        case Mapping():
            yield from _antwoord(waarde)
        case [Mapping(), *_]:
            yield from (f"• {rij_in_woorden(row)}" for row in waarde)
        case list():
            yield ", ".join(map(str, waarde))
        case _:
            yield str(waarde).strip()


def _antwoord(said: Mapping[str, Any]) -> Iterator[str]:
    if said.get("keuze"):
        yield said["keuze"]
    if said.get("score"):
        yield f"{said['score']} van {CIJFERS[-1]}"
    if said.get("antwoord"):
        yield said["antwoord"].strip()
    yield from _regels(said.get("rijen") or None)


def rij_in_woorden(row: Mapping[str, str]) -> str:
    """``partij: zwemvereniging; belang: uren``."""
    return "; ".join(f"{column}: {cell}" for column, cell in row.items())
