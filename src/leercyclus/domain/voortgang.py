"""What is told of progress: per fase, per step, and of a cyclus as a whole. The rules are in ``fasen``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
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

    id: str
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
class CyclusStatus(Voortgang):
    """Where a cyclus stands, with what every overview says of it."""

    titel: str | None
    thema: str | None
    vraagstellers: tuple[str, ...]
    intervisiedag: dt.date | None
    verloop: str

    @classmethod
    def van(cls, facts: CyclusFeiten, now: Voortgang) -> CyclusStatus:
        """The status of a cyclus of which these are the facts and the progress."""
        return cls(
            id=facts.id,
            fasen=now.fasen,
            volgende_stap=now.volgende_stap,
            open_stappen=now.open_stappen,
            titel=facts.titel,
            thema=facts.thema,
            vraagstellers=facts.vraagstellers,
            intervisiedag=facts.intervisiedag,
            verloop=facts.verloop,
        )

    @property
    def heeft_te_laat(self) -> bool:
        """A fase is past its term, or an outcome should have been written down."""
        return self.te_laat or any(step.te_laat for step in self.open_stappen)
