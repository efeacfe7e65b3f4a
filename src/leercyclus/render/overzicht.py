"""Short lines about steps and findings, for any output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leercyclus.domain.datum import kort
from leercyclus.domain.tekst import showable

if TYPE_CHECKING:
    from leercyclus.domain.bevinding import Bevinding
    from leercyclus.domain.voortgang import Stap, Voortgang


def volgende(now: Voortgang) -> Iterator[str]:
    """What comes next in a cyclus, after something was recorded."""
    step = now.volgende_stap
    if step is None:
        yield "deze cyclus is rond; wat u leerde komt terug als vraag"
        return
    yield f"volgende stap: {step.wat}"
    if step.wie:
        yield f"  {', '.join(step.wie)}"
    yield f"  {step.opdracht}"


def stap(step: Stap) -> str:
    """One line for a table: fase, who, by when."""
    parts: list[str] = [step.fase]
    if step.wie:
        parts.append(namen(step.wie))
    if step.uiterlijk:
        parts.append(f"uiterlijk {kort(step.uiterlijk)}")
    if step.te_laat:
        parts.append("te laat")
    return " · ".join(parts)


def namen(people: tuple[str, ...], most: int = 3) -> str:
    """A few people by id, and how many more."""
    shown = ", ".join(people[:most])
    return shown if len(people) <= most else f"{shown} en {len(people) - most} anderen"


def bevinding(found: Bevinding) -> Iterator[str]:
    """A finding as house style has it: place and message, then what to do."""
    yield showable(f"{found.bestand}:{found.regel}:{found.kolom}  {found.zin}", newlines=False)
    if found.tip:
        yield showable(f"      {found.tip}", newlines=False)
