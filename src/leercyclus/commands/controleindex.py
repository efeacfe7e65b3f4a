"""The index behind ``controleer``: what was found in each cyclus, and on what else that depends."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypedDict

from leercyclus.checks import controle
from leercyclus.checks.toets import Kader
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.gelezen import Groepsmap
from leercyclus.domain.plat import als_json, herstel
from leercyclus.domain.soorten import LEERTRAJECT, LES, TOESTEMMING
from leercyclus.store import indeling, layout
from leercyclus.store.boom import Boom
from leercyclus.store.index import Lezer
from leercyclus.store.indexbestand import Rij
from leercyclus.store.volgen import GevolgdeSchijf
from leercyclus.store.werkmap import Werkmap


class Controle(Lezer):
    """Checks a cyclus: by what lies beside the cycles, by which lessons there are, and on this day.

    Whether the day was looked at, and which lessons, is kept with what was found: that holds for as
    long as the answer is the same.
    """

    def __init__(self, naast: Groepsmap, vandaag: dt.date, schijf: Boom) -> None:
        self._naast, self._vandaag, self._schijf = naast, vandaag, schijf
        self.kader = Kader(naast, (), vandaag)
        self._alle_lessen = ""

    @property
    def over(self) -> str:
        records = [stuk for stuk in self._naast.records if stuk.soort in (LEERTRAJECT, TOESTEMMING)]
        pieces = [f"{stuk.bestand}\0".encode() + stuk.bytes for stuk in records]
        return _afdruk([self._naast.elders.kenmerk.encode(), *pieces])

    def vervallen(self, rijen: Mapping[str, Rij], nieuw: Sequence[str]) -> Iterable[str]:
        lessons = {
            *controle.lesnamen(self._naast),
            *(f"{map}/{id}" for map, rij in rijen.items() for id in _lessen(rij.paden)),
            *(f"{map}/{id}" for map in nieuw for id in layout.record_files(self._schijf, map, LES.pad)),
        }
        self.kader = Kader(self._naast, lessons, self._vandaag)
        self._alle_lessen = _afdruk(name.encode() for name in sorted(lessons))
        return [map for map, row in zip(rijen, _gelezen(rijen), strict=True) if not self._geldt(row)]

    def _geldt(self, row: _Rij) -> bool:
        return (
            row["dag"] in (None, self._vandaag.toordinal())
            and row["alle"] in (None, self._alle_lessen)
            and all((name in self.kader.lessen) is there for name, there in row["lessen"].items())
        )

    def __call__(self, schijf: GevolgdeSchijf, map: str) -> str:
        cyclus, problems = Werkmap(schijf.root, schijf, self._naast.elders).kijk(map)
        self.kader.begin()
        found = {*problems, *indeling.in_map(schijf, map, self._naast.elders)}
        seen = {finding.bestand for finding in found}
        if cyclus:
            seen |= {stuk.bestand for stuk in cyclus.records}
            found |= {*controle.in_cyclus(cyclus, self.kader)}
        lessons = self.kader.lessen
        row: _Rij = {
            "bevindingen": sorted(found, key=lambda finding: finding.order),
            "bestanden": len(seen),
            "dag": self._vandaag.toordinal() if self.kader.keek_naar_dag else None,
            "alle": self._alle_lessen if lessons.alle_gevraagd else None,
            "lessen": {name: name in lessons for name in sorted(lessons.gevraagd)},
        }
        return als_json(row)


class _Rij(TypedDict):
    """What is kept of a folder. ``dag`` and ``alle`` are None when those were not looked at."""

    bevindingen: Sequence[Any]
    bestanden: int
    dag: int | None
    alle: str | None
    lessen: dict[str, bool]


def uitkomst(rijen: Mapping[str, Rij]) -> tuple[list[Bevinding], int]:
    """What was found in these folders, and in how many files was looked."""
    rows = _gelezen(rijen)
    found = [herstel(Bevinding, finding) for row in rows for finding in row["bevindingen"]]
    return found, sum(row["bestanden"] for row in rows)


def _gelezen(rijen: Mapping[str, Rij]) -> list[_Rij]:
    rows: list[_Rij] = json.loads(b"[" + b",".join(rij.bron for rij in rijen.values()) + b"]")
    return rows


def _lessen(paden: Iterable[str]) -> Iterator[str]:
    """The ids of the lessons among the paths of a cyclus."""
    start = f"/{LES.map}/"
    for pad in paden:
        if pad.startswith(start) and pad.endswith(layout.TOML):
            yield pad.removeprefix(start).removesuffix(layout.TOML)


def _afdruk(pieces: Iterable[bytes]) -> str:
    return hashlib.sha256(b"\0".join(pieces)).hexdigest()
