"""What is told of progress: per fase, per step, and of a cyclus as a whole. The rules are in ``fasen``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from leercyclus.domain.feiten import CyclusFeiten

Fase = Literal["vraag", "zelfanalyse", "interviews", "verspreiding", "intervisie", "opvolging", "lessen"]
FaseStand = Literal["open", "concept", "klaar", "overgeslagen", "onleesbaar"]
FASEN: tuple[Fase, ...] = get_args(Fase)


@dataclass(frozen=True, slots=True)
class FaseVoortgang:
    """Where one fase stands."""

    fase: Fase
    stand: FaseStand
    gedaan: int
    totaal: int
    uiterlijk: dt.date | None
    te_laat: bool

    @property
    def is_af(self) -> bool:
        """Nothing more to do here."""
        return self.stand in ("klaar", "overgeslagen")


@dataclass(frozen=True, slots=True)
class Stap:
    """One thing to do. ``opdracht`` is the exact command line."""

    fase: Fase
    wat: str
    wie: tuple[str, ...]
    uiterlijk: dt.date | None
    te_laat: bool
    opdracht: str


@dataclass(frozen=True, slots=True)
class Voortgang:
    """Where a cyclus stands as a whole."""

    cyclus: str
    fasen: tuple[FaseVoortgang, ...]
    volgende_stap: Stap | None
    open_stappen: tuple[Stap, ...]

    @property
    def afgerond(self) -> bool:
        """All fasen are done or skipped."""
        return all(fase.is_af for fase in self.fasen)

    @property
    def te_laat(self) -> bool:
        """Some fase is past its term."""
        return any(fase.te_laat for fase in self.fasen)


@dataclass(frozen=True, slots=True)
class CyclusStatus:
    """The facts of a cyclus and where it stands, for every output."""

    feiten: CyclusFeiten
    voortgang: Voortgang
