"""The rows of an export: a record each, with what an analyst joins on beside its content.

The shape is ``uitvoer.Exportrij``; what a row holds was let through by the door (``domain.projectie``),
and nothing is taken from anywhere else.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from leercyclus.domain.kring import Kring
from leercyclus.domain.projectie import Gezien, GezienCyclus
from leercyclus.domain.soorten import CYCLUS, LEERTRAJECT
from leercyclus.render.uitvoer import Exportrij

VERSIE = 1


@dataclass(frozen=True)
class Kolom:
    """A column, as every format has it: ``soort`` is int, str, date, or Mapping for a JSON object."""

    naam: str
    soort: type
    mag_leeg: bool
    betekenis: str


def kolommen() -> list[Kolom]:
    """The columns in order, from the declaration of a row."""
    return [
        _kolom(name, *typing.get_args(hint)[:2])
        for name, hint in typing.get_type_hints(Exportrij, include_extras=True).items()
    ]


def _kolom(name: str, kind: Any, said: str) -> Kolom:
    is_option = typing.get_origin(kind) in (types.UnionType, typing.Union)
    options = typing.get_args(kind) if is_option else (kind,)
    (holds,) = (option for option in options if option is not types.NoneType)
    soort = typing.get_origin(holds) or holds
    return Kolom(name, str if soort is Literal else soort, types.NoneType in options, said)


@dataclass(frozen=True)
class Export:
    """What becomes rows, of one leertraject and for the readers in one circle."""

    voor: Kring
    leertraject: str | None

    @classmethod
    def van(cls, voor: Kring, naast: Iterable[Gezien]) -> Export:
        """``naast`` is what they see of what lies beside the cycles: it tells which group it is."""
        return cls(voor, next((_veld(item, "id") for item in naast if item.soort is LEERTRAJECT), None))

    def naast_de_cycli(self, naast: Iterable[Gezien]) -> Iterator[Exportrij]:
        """The rows of what lies beside the cycles."""
        for item in naast:
            yield self._rij(item, None, None, None)

    def cyclus(self, seen: GezienCyclus) -> Iterator[Exportrij]:
        """The rows of a cyclus; its theme and day are said as far as these readers see the cyclus itself."""
        its_own = next((item for item in seen.stukken if item.soort is CYCLUS), None)
        thema = _veld(its_own, "thema") if its_own else None
        day = _veld(its_own, "intervisiedag") if its_own else None
        for item in seen.stukken:
            yield self._rij(item, seen.id, thema, day)

    def _rij(
        self, item: Gezien, cyclus: str | None, thema: str | None, intervisiedag: dt.date | None
    ) -> Exportrij:
        return {
            "versie": VERSIE,
            "voor": str(self.voor),
            "leertraject": self.leertraject,
            "cyclus": cyclus,
            "thema": _veld(item, "thema") or thema,
            "intervisiedag": intervisiedag,
            "soort": item.soort.naam,
            "id": item.id,
            "stand": _veld(item, "stand"),
            "datum": _veld(item, "datum"),
            "inhoud": item.inhoud,
        }


def _veld(item: Gezien, name: str) -> Any:
    """The value of a field that these readers see; None for a kind that has no such field."""
    return getattr(item.record, name) if name in item.soort.velden else None
