"""Make a leertraject of any size: the same number and seed give the same bytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from bench.cyclus import Cyclusmaker
from bench.fouten import FOUTEN, Fout
from bench.groep import ernaast, leertraject, maak_groep
from bench.ontwerp import ROND, ontwerpen
from bench.opmaak import toml
from bench.verteller import Verteller
from leercyclus.domain.ids import slug
from leercyclus.store.gitbestanden import vul_aan

#: Only the owner may look in: otherwise ``controleer`` says so.
_MODE = 0o700
#: From how many earlier lessons one is asked again.
_BEKEND = 200


@dataclass(frozen=True)
class Gemaakt:
    """What was made: how many cycles, how many records in them, and what was broken on purpose."""

    cycli: int
    stukken: int
    fouten: tuple[Fout, ...]


def maak(folder: Path, cycli: int, *, zaad: int = 1, fouten: float = 0.01) -> Gemaakt:
    """Make a leertraject in a folder that is not there yet; ``fouten`` is the share of cycles with one."""
    folder.mkdir(_MODE, parents=True)
    kans = Verteller(zaad)
    groep = maak_groep(cycli, kans)
    _schrijf(folder, {"leertraject.toml": toml(leertraject(groep, kans))})
    _schrijf(folder, {path: toml(data) for path, data in ernaast(groep, kans).items()})
    drafts = ontwerpen(cycli, groep, kans)
    broken = _welke_kapot(sum(draft.fase == ROND for draft in drafts), ceil(cycli * fouten))
    records, made, lessons = 0, [], list[str]()
    for number, draft in enumerate(drafts):
        data = Cyclusmaker(draft, groep, lessons, Verteller(f"{zaad}/{number}")).maak()
        texts = {path: toml(record) for path, record in data.items()}
        if number in broken:
            code, path = FOUTEN[broken[number] % len(FOUTEN)](texts)
            made.append(Fout(code, f"{draft.id}/{path}"))
        _schrijf(folder / draft.id, texts)
        records += len(texts)
        if draft.fase == ROND and len(lessons) < _BEKEND:
            lessons.append(f"{draft.id}/{slug(draft.les)}")
    vul_aan(folder, zonder_interviews=False)
    return Gemaakt(cycli, records, tuple(made))


def _welke_kapot(done: int, count: int) -> dict[int, int]:
    """Which of the cycles that are done are broken, spread over all of them, and which fault each gets."""
    return {number * done // count: number for number in range(min(count, done))}


def _schrijf(folder: Path, texts: Mapping[str, str]) -> None:
    made: set[str] = set()
    for name, text in texts.items():
        path = f"{folder}/{name}"
        parent = path.rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(path, "wb", buffering=0) as file:
            file.write(text.encode())
