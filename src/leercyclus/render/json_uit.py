"""The JSON that scripts rely on, in the shapes of ``uitvoer`` (see docs/scripten.md)."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bewaartermijn import Verlopen
from leercyclus.domain.bibliotheek import Bibliotheekles
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.record import Record, RecordMetStand
from leercyclus.domain.tekst import harmless
from leercyclus.domain.voortgang import CyclusStatus, Stap
from leercyclus.render import overzicht, uitvoer

VERSIE = 1


def dumps(data: Any) -> str:
    """Readable, in UTF-8, dates as JJJJ-MM-DD; an invisible sign stands there as its number."""
    text = json.dumps(_finite(data), ensure_ascii=False, indent=2, default=_plain, allow_nan=False)
    if harmless(text) == text:
        return text
    return "".join(char if harmless(char) == char else json.dumps(char)[1:-1] for char in text)


def _finite(data: Any) -> Any:
    """The data with "nan", "inf" and "-inf", as TOML spells them, for the numbers that JSON does not have."""
    match data:
        case float() if not math.isfinite(data):
            return str(data)
        case dict():
            return {key: _finite(item) for key, item in data.items()}
        case list() | tuple():
            return [_finite(item) for item in data]
    return data


def _plain(value: object) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(type(value))


def status(
    groep: Leertraject, today: dt.date, cycles: Iterable[CyclusStatus], problems: Sequence[Bevinding]
) -> uitvoer.Status:
    """The document of ``status --json``."""
    return {
        "versie": VERSIE,
        "vandaag": today,
        "leertraject": {"id": groep.id, "naam": groep.naam},
        "personen": {
            person.id: {"naam": person.naam, "e_mail": person.e_mail} for person in groep.deelnemers
        },
        "cycli": [_cyclus(cycle) for cycle in cycles],
        "problemen": [bevinding(problem) for problem in problems],
    }


def _cyclus(cycle: CyclusStatus) -> uitvoer.Cyclus:
    facts, now = cycle.feiten, cycle.voortgang
    return {
        "id": facts.id,
        "titel": facts.titel,
        "thema": facts.thema,
        "vraagstellers": list(facts.vraagstellers),
        "intervisiedag": facts.intervisiedag,
        "verloop": facts.verloop,
        "afgerond": now.afgerond,
        "fasen": [
            {
                "fase": phase.fase,
                "stand": phase.stand,
                "gedaan": phase.gedaan,
                "totaal": phase.totaal,
                "uiterlijk": phase.uiterlijk,
                "te_laat": phase.te_laat,
            }
            for phase in now.fasen
        ],
        "volgende_stap": _stap(now.volgende_stap) if now.volgende_stap else None,
        "open_stappen": [_stap(step) for step in now.open_stappen],
    }


def _stap(step: Stap) -> uitvoer.Stap:
    return {
        "fase": step.fase,
        "wat": step.wat,
        "wie": list(step.wie),
        "uiterlijk": step.uiterlijk,
        "te_laat": step.te_laat,
        "opdracht": step.opdracht,
    }


def bevinding(found: Bevinding) -> uitvoer.Bevinding:
    """A finding, here and in every other output."""
    return {
        "code": found.code,
        "ernst": found.ernst,
        "bestand": found.bestand,
        "regel": found.regel,
        "kolom": found.kolom,
        "sleutel": found.sleutel,
        "melding": found.melding,
        "tip": found.tip,
    }


def controleer(findings: Sequence[Bevinding]) -> uitvoer.Controle:
    """The document of ``controleer --formaat json``."""
    count = Counter(found.ernst for found in findings)
    return {
        "versie": VERSIE,
        "bevindingen": [bevinding(found) for found in findings],
        "fouten": count["fout"],
        "waarschuwingen": count["waarschuwing"],
    }


def lessen(library: Iterable[Bibliotheekles]) -> uitvoer.Lessen:
    """The document of ``lessen --json``."""
    return {
        "versie": VERSIE,
        "lessen": [
            {
                "id": les.id,
                "herkomst": les.herkomst,
                "thema": les.les.thema,
                "titel": les.les.titel,
                "kern": les.les.kern,
                "toelichting": les.les.toelichting,
                "voorbeelden": les.les.voorbeelden,
                "vragen": [question.model_dump(exclude_none=True) for question in les.vragen],
            }
            for les in library
        ],
    }


def bewaartermijn(rows: Iterable[tuple[str, Verlopen]]) -> uitvoer.Bewaartermijn:
    """The document of ``bewaartermijn --json``: file as the user sees it, and what is past its term."""
    return {
        "versie": VERSIE,
        "verlopen": [
            {"bestand": path, "soort": item.soort, "persoon": item.persoon, "tot": item.dag}
            for path, item in rows
        ],
    }


def lijst(
    cyclus: str,
    soort: str,
    records: Iterable[tuple[str, str, Record]],
    problems: Sequence[Bevinding],
) -> uitvoer.Lijst:
    """The document of ``--lijst --json``: (id, file, record) of each; it says no more than the list."""
    return {
        "versie": VERSIE,
        "cyclus": cyclus,
        "soort": soort,
        "stukken": [
            {
                "id": id,
                "bestand": bestand,
                "stand": record.stand if isinstance(record, RecordMetStand) else None,
                "kern": overzicht.kern(record),
            }
            for id, bestand, record in records
        ],
        "problemen": [bevinding(problem) for problem in problems],
    }


def stukken(
    cyclus: str | None, records: Iterable[tuple[str, str, str | None, Mapping[str, Any]]]
) -> uitvoer.Stukken:
    """The document of ``toon --formaat json``: (soort, id, file, content) of each record."""
    return {
        "versie": VERSIE,
        "cyclus": cyclus,
        "stukken": [
            {"soort": soort, "id": id, "bestand": bestand, "inhoud": content}
            for soort, id, bestand, content in records
        ],
    }
