"""Two answers to one question: both are shown, and somebody decides what stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.antwoord import rij_in_woorden
from leercyclus.domain.controle import to_record
from leercyclus.domain.datum import voluit
from leercyclus.domain.punt import Punt, Vraagpunt
from leercyclus.domain.soorten import Soort
from leercyclus.domain.tekst import first_line
from leercyclus.domain.veld import Invoer
from leercyclus.gesprek.gesprek import Gesprek

_BEIDE = "beide"


@dataclass(frozen=True)
class Versie:
    """An answer, and where it comes from."""

    bron: str
    waarde: Any


def uit_ruw(soort: Soort[Any], punt: Punt, ruw: Any) -> Any:
    """The value of a punt, from what stands in the data."""
    data = {"antwoorden": [ruw] if ruw else []} if isinstance(punt, Vraagpunt) else {punt.code: ruw}
    return punt.uit(to_record(soort.model, data)[0])


def in_woorden(waarde: Any) -> str:
    """A value of any kind, as text."""
    if waarde is None:
        return "(niets)"
    if isinstance(waarde, dict):
        return " · ".join(str(item) for item in waarde.values())
    if isinstance(waarde, list):
        return "\n".join(rij_in_woorden(row) if isinstance(row, dict) else str(row) for row in waarde)
    return voluit(waarde) if hasattr(waarde, "weekday") else str(waarde)


def noem(punt: Punt, versies: Sequence[Versie]) -> list[str]:
    """A difference as lines: the question, then each answer with where it comes from."""
    return [
        f"{punt.code}: {punt.vraag}",
        *(f"  {item.bron}: {first_line(in_woorden(item.waarde), 100)}" for item in versies),
    ]


def beslis(gesprek: Gesprek, punt: Punt, versies: Sequence[Versie]) -> Any:
    """Ask which answer stays, or both; prose of both comes in the field, to make one of."""
    gesprek.zeg()
    gesprek.zeg(f"Er zijn {len(versies)} antwoorden op: {punt.vraag}", stijl="vraag")
    for item in versies:
        gesprek.zeg(f"{item.bron}:", stijl="stil")
        gesprek.zeg(in_woorden(item.waarde), indent="  ")
    options = dict.fromkeys((item.bron for item in versies), "")
    if punt.invoer in (Invoer.PROZA, Invoer.LIJST):
        options[_BEIDE] = "onder elkaar, en dan zelf bijwerken"
    chosen = None
    while chosen is None:
        chosen = gesprek.kies("Wat blijft", options)
    if chosen != _BEIDE:
        return next(item.waarde for item in versies if item.bron == chosen)
    joined = samen(punt, versies)
    said = gesprek.vraag(punt, joined)
    return joined if said is None else said


def samen(punt: Punt, versies: Sequence[Versie]) -> Any:
    """Both answers as one, so that nothing of either is lost."""
    filled = [item.waarde for item in versies if item.waarde]
    if punt.invoer is Invoer.LIJST:
        return [row for rows in filled for row in rows]
    return "\n\n".join(filled)
