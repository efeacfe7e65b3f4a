"""The JSON that scripts rely on, in the shapes of ``uitvoer`` (see docs/scripten.md)."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.tekst import harmless

if TYPE_CHECKING:  # status --json does without the models
    from leercyclus.domain.bewaartermijn import Verlopen
    from leercyclus.domain.bibliotheek import Bibliotheekles
    from leercyclus.domain.groepsfeiten import LeertrajectFeiten
    from leercyclus.domain.voortgang import CyclusStatus, Stap
    from leercyclus.render import uitvoer

VERSIE = 1


def dumps(data: Any) -> str:
    """Readable, in UTF-8, dates as JJJJ-MM-DD; an invisible sign stands there as its number."""
    return _escaped(json.dumps(_finite(data), ensure_ascii=False, indent=2, default=_plain, allow_nan=False))


def regel(data: Any) -> str:
    """The same on one line."""
    try:
        return _escaped(json.dumps(data, ensure_ascii=False, default=_plain, allow_nan=False))
    except ValueError:  # a number that JSON does not have, which hardly ever happens
        return regel(_finite(data))


def _escaped(text: str) -> str:
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


#: How many cycles are written at a time.
_PORTIE = 500


def status(
    groep: LeertrajectFeiten, today: dt.date, cycles: Sequence[bytes], problems: Sequence[Bevinding]
) -> Iterator[bytes]:
    """The document of ``status --json``, in pieces; ``cycles`` are made by :func:`cyclus`.

    A cyclus, a person and a problem has a line each, so that much of it is still quick to make and to
    look through.
    """
    people = {person.id: {"naam": person.naam, "e_mail": person.e_mail} for person in groep.personen}
    persons = [f"{regel(id)}: {regel(person)}" for id, person in people.items()]
    yield (
        f'{{\n  "versie": {VERSIE},\n  "vandaag": {regel(today)},\n'
        f'  "leertraject": {regel({"id": groep.id, "naam": groep.naam})},\n'
        f'  "personen": {{{_onder_elkaar(persons)}}},\n  "cycli": ['
    ).encode()
    for at in range(0, len(cycles), _PORTIE):
        yield (b",\n    " if at else b"\n    ") + b",\n    ".join(cycles[at : at + _PORTIE])
    found = [regel(bevinding(problem)) for problem in problems]
    yield (b"\n  " if cycles else b"") + f'],\n  "problemen": [{_onder_elkaar(found)}]\n}}\n'.encode()


def _onder_elkaar(lines: Sequence[str]) -> str:
    return "\n    " + ",\n    ".join(lines) + "\n  " if lines else ""


def cyclus(cycle: CyclusStatus) -> str:
    """One cyclus in ``status --json``, on one line."""
    return regel(_cyclus(cycle))


def _cyclus(now: CyclusStatus) -> uitvoer.Cyclus:
    return {
        "id": now.id,
        "titel": now.titel,
        "thema": now.thema,
        "vraagstellers": list(now.vraagstellers),
        "intervisiedag": now.intervisiedag,
        "verloop": now.verloop,
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
    cyclus: str, soort: str, rows: Iterable[uitvoer.Lijststuk], problems: Sequence[Bevinding]
) -> uitvoer.Lijst:
    """The document of ``--lijst --json``; it says no more than the list."""
    return {
        "versie": VERSIE,
        "cyclus": cyclus,
        "soort": soort,
        "stukken": list(rows),
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
