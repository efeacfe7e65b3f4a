"""Answers to the questions of the built-in lessons."""

from __future__ import annotations

from functools import cache
from typing import Any

from bench.verteller import Verteller
from leercyclus.domain.vraag import Vraag
from leercyclus.store.ingebouwd import lessen


def antwoorden(fase: str, rol: str, kans: Verteller, *, keuze: int) -> list[dict[str, Any]]:
    """An answer to each question that has to be answered, and to some of the others."""
    required, others = _vragen(fase, rol)
    return [_antwoord(les, vraag, kans) for les, vraag in (*required, *kans.sample(others, keuze))]


@cache
def _vragen(fase: str, rol: str) -> tuple[list[tuple[str, Vraag]], list[tuple[str, Vraag]]]:
    every = [
        (les.naam, vraag)
        for les in lessen()
        for vraag in les.vragen
        if vraag.fase == fase and vraag.rol == rol
    ]
    return [item for item in every if item[1].verplicht], [item for item in every if not item[1].verplicht]


def _antwoord(les: str, vraag: Vraag, kans: Verteller) -> dict[str, Any]:
    asked = {"les": les, "vraag": vraag.id, "gevraagd": vraag.vraag}
    match vraag.vorm:
        case "keuze":
            return {**asked, "keuze": kans.choice(vraag.opties)}
        case "schaal":
            return {**asked, "score": kans.randint(1, 5), "antwoord": kans.tekst("ik")}
        case "lijst":
            rows = [dict.fromkeys(vraag.kolommen, kans["wat"]) for _ in range(kans.randint(1, 3))]
            return {**asked, "rijen": rows}
        case _:
            return {**asked, "antwoord": kans.tekst("verhaal", *(["ik"] * kans.randrange(2)))}
