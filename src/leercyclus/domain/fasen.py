"""Progress: where a cyclus stands, what is late, and what can be done now.

A pure function of facts and a date. Nothing stores progress, and this module needs no
Pydantic, so that progress can be told from facts kept elsewhere. The rules are those of
docs/fasen.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from leercyclus.domain import stappen
from leercyclus.domain.datum import shift

Fase = Literal["vraag", "zelfanalyse", "interviews", "verspreiding", "intervisie", "opvolging", "lessen"]
FaseStand = Literal["open", "concept", "klaar", "overgeslagen", "onleesbaar"]
FASEN: tuple[Fase, ...] = get_args(Fase)
INVALSHOEKEN = ("intern", "extern", "elders")

#: The record kinds without which a fase cannot be judged.
NODIG: Mapping[Fase, frozenset[str]] = {
    "vraag": frozenset({"cyclus"}),
    "zelfanalyse": frozenset({"cyclus", "zelfanalyse"}),
    "interviews": frozenset({"interview", "gespreksnotitie"}),
    "verspreiding": frozenset({"cyclus", "zelfanalyse", "gespreksnotitie", "verspreiding"}),
    "intervisie": frozenset({"cyclus", "intervisie", "advies"}),
    "opvolging": frozenset({"cyclus", "advies", "opvolging", "terugkoppeling"}),
    "lessen": frozenset({"les"}),
}
#: Of these, one that cannot be read may hold more to do, so the fase cannot be klaar.
BEPAALT: Mapping[Fase, frozenset[str]] = {
    **{fase: frozenset({"cyclus"}) & kinds for fase, kinds in NODIG.items()},
    "opvolging": frozenset({"cyclus", "advies"}),
}


@dataclass(frozen=True, slots=True)
class GroepFeiten:
    """What progress needs to know of the group."""

    termijnen: Mapping[str, int]
    organisatie: Mapping[str, str] = field(default_factory=dict)  # person -> organisation
    coordinatoren: tuple[str, ...] = ()
    geven_geen_advies: frozenset[str] = frozenset()  # coordinators and guests


@dataclass(frozen=True, slots=True)
class ZelfanalyseFeit:
    """Who wrote it, and whether it is definitief."""

    door: tuple[str, ...]
    definitief: bool


@dataclass(frozen=True, slots=True)
class InterviewFeit:
    """From which side, and whether it is definitief."""

    invalshoek: str | None
    definitief: bool


@dataclass(frozen=True, slots=True)
class VerspreidingFeit:
    """One sending: when, to whom, and which notes are still as they were sent."""

    datum: dt.date | None
    aan: tuple[str, ...]
    actueel: frozenset[str]


@dataclass(frozen=True, slots=True)
class AdviesFeit:
    """Who gave it, and whether the vraagstellers answer it."""

    id: str
    van: str | None
    vraagt_antwoord: bool


@dataclass(frozen=True, slots=True)
class OpvolgingFeit:
    """Which advices it answers, and whether its outcome is still to be asked."""

    adviezen: tuple[str, ...]
    wacht_op_uitkomst: bool


@dataclass(frozen=True, slots=True)
class CyclusFeiten:
    """Everything about a cyclus that progress depends on, without any text of the answers.

    ``velden`` is (filled, all) of the required keys of the cyclus; ``notities`` are the files
    of the definitief notes; ``onleesbaar`` names the record kinds of which a file could not
    be read.
    """

    id: str
    groep: GroepFeiten
    titel: str | None = None
    thema: str | None = None
    vraagstellers: tuple[str, ...] = ()
    adviseurs: tuple[str, ...] = ()
    deelnemers: tuple[str, ...] = ()
    intervisiedag: dt.date | None = None
    verloop: str = "loopt"
    overgeslagen: frozenset[str] = frozenset()
    bestaat: bool = False
    definitief: bool = False
    velden: tuple[int, int] = (0, 0)
    zelfanalyses: tuple[ZelfanalyseFeit, ...] = ()
    interviews: tuple[InterviewFeit, ...] = ()
    gespreksnotitie: Literal["concept", "definitief"] | None = None
    ervaringen_elders: bool = False
    notities: frozenset[str] = frozenset()
    verspreidingen: tuple[VerspreidingFeit, ...] = ()
    intervisie: Literal["concept", "definitief"] | None = None
    aanwezig: tuple[str, ...] = ()
    zonder_advies: tuple[str, ...] = ()
    adviezen: tuple[AdviesFeit, ...] = ()
    opvolgingen: tuple[OpvolgingFeit, ...] = ()
    teruggekoppeld: frozenset[str] = frozenset()  # organisations
    lessen: tuple[bool, ...] = ()  # of each lesson: is it definitief
    onleesbaar: frozenset[str] = frozenset()

    @property
    def adviesgevers(self) -> frozenset[str]:
        """Who gave advice."""
        return frozenset(advies.van for advies in self.adviezen if advies.van)

    @property
    def verwachte_adviesgevers(self) -> frozenset[str]:
        """Who is expected to: those present (before the day: invited) with a voice of their own."""
        around = self.aanwezig or self.deelnemers
        without = {*self.vraagstellers, *self.adviseurs, *self.zonder_advies}
        return frozenset(around) - without - self.groep.geven_geen_advies

    @property
    def beantwoord(self) -> frozenset[str]:
        """The advices that the vraagstellers answered."""
        return frozenset(id for answer in self.opvolgingen for id in answer.adviezen)

    @property
    def te_beantwoorden(self) -> frozenset[str]:
        """The advices that ask for an answer."""
        return frozenset(advies.id for advies in self.adviezen if advies.vraagt_antwoord)

    @property
    def besturen(self) -> frozenset[str]:
        """The organisations whose board should hear of it: those of the vraagstellers."""
        known = self.groep.organisatie
        return frozenset(known[person] for person in self.vraagstellers if person in known)

    def met_zelfanalyse(self) -> frozenset[str]:
        """The vraagstellers with a definitief zelfanalyse."""
        writers = {person for note in self.zelfanalyses if note.definitief for person in note.door}
        return frozenset(self.vraagstellers) & writers

    @property
    def stukken_compleet(self) -> bool:
        """Every note that should go out is there: a zelfanalyse of each and the gespreksnotitie."""
        analysed = self.met_zelfanalyse() == frozenset(self.vraagstellers)
        mirrored = self.gespreksnotitie == "definitief"
        return bool(self.notities) and (
            (analysed or "zelfanalyse" in self.overgeslagen)
            and (mirrored or "interviews" in self.overgeslagen)
        )

    def ontvangers(self, today: dt.date) -> frozenset[str]:
        """The invited people who got all the notes before the day.

        Until the day only the notes as they are now count; what changes after the day
        reopens nothing.
        """
        day = self.intervisiedag
        in_time = [
            sent
            for sent in self.verspreidingen
            if day is None or (sent.datum is not None and sent.datum < day)
        ]
        if day is not None and today > day:
            return frozenset(self.deelnemers) & {person for sent in in_time for person in sent.aan}
        if not self.stukken_compleet:
            return frozenset()
        return frozenset(
            person
            for person in self.deelnemers
            if self.notities <= {note for sent in in_time if person in sent.aan for note in sent.actueel}
        )


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
class Voortgang:
    """Where a cyclus stands as a whole."""

    cyclus: str
    fasen: tuple[FaseVoortgang, ...]
    volgende_stap: stappen.Stap | None
    open_stappen: tuple[stappen.Stap, ...]

    @property
    def afgerond(self) -> bool:
        """All fasen are done or skipped."""
        return all(fase.is_af for fase in self.fasen)

    @property
    def te_laat(self) -> bool:
        """Some fase is past its term."""
        return any(fase.te_laat for fase in self.fasen)


@dataclass(frozen=True, slots=True)
class _Count:
    gedaan: int
    totaal: int
    klaar: bool
    begonnen: bool


def progress(facts: CyclusFeiten, today: dt.date) -> Voortgang:
    """Where the cyclus stands on that day: each fase, the next step, and every open step."""
    phases = tuple(_phase(facts, fase, today) for fase in FASEN)
    next_step = stappen.volgende_stap(facts, phases, today)
    return Voortgang(facts.id, phases, next_step, stappen.open_stappen(facts, phases, today))


def _phase(facts: CyclusFeiten, fase: Fase, today: dt.date) -> FaseVoortgang:
    count = _COUNTERS[fase](facts, today)
    state = _state(facts, fase, count)
    deadline = termijn(facts, fase)
    is_late = (
        deadline is not None
        and today > deadline
        and state not in ("klaar", "overgeslagen")
        and facts.verloop == "loopt"
    )
    return FaseVoortgang(fase, state, count.gedaan, count.totaal, deadline, is_late)


def _state(facts: CyclusFeiten, fase: Fase, count: _Count) -> FaseStand:
    if fase in facts.overgeslagen:
        return "overgeslagen"
    if count.klaar and not BEPAALT[fase] & facts.onleesbaar:
        return "klaar"
    if NODIG[fase] & facts.onleesbaar:
        return "onleesbaar"
    return "concept" if count.begonnen else "open"


def termijn(facts: CyclusFeiten, fase: str) -> dt.date | None:
    """The last day for a fase (or ``uitkomst``), counted from the day; None while there is no day."""
    if facts.intervisiedag is None:
        return None
    return shift(facts.intervisiedag, facts.groep.termijnen[fase])


def _vraag(facts: CyclusFeiten, today: dt.date) -> _Count:
    done, total = facts.velden
    return _Count(done, total, facts.definitief and done == total, facts.bestaat)


def _zelfanalyse(facts: CyclusFeiten, today: dt.date) -> _Count:
    done, total = len(facts.met_zelfanalyse()), len(set(facts.vraagstellers))
    return _Count(done, total, 0 < total == done, bool(facts.zelfanalyses))


def _interviews(facts: CyclusFeiten, today: dt.date) -> _Count:
    has_note = facts.gespreksnotitie == "definitief"
    covered = {talk.invalshoek for talk in facts.interviews if talk.definitief}
    if has_note and facts.ervaringen_elders:
        covered.add("elders")
    done = sum(side in covered for side in INVALSHOEKEN) + has_note
    total = len(INVALSHOEKEN) + 1
    return _Count(done, total, done == total, bool(facts.interviews or facts.gespreksnotitie))


def _verspreiding(facts: CyclusFeiten, today: dt.date) -> _Count:
    done, total = len(facts.ontvangers(today)), len(set(facts.deelnemers))
    return _Count(done, total, 0 < total == done, bool(facts.verspreidingen))


def _intervisie(facts: CyclusFeiten, today: dt.date) -> _Count:
    gave, expected = facts.adviesgevers, facts.verwachte_adviesgevers
    is_done = facts.intervisie == "definitief" and expected <= gave
    return _Count(len(gave), len(expected | gave), is_done, bool(facts.intervisie or gave))


def _opvolging(facts: CyclusFeiten, today: dt.date) -> _Count:
    asked, boards = facts.te_beantwoorden, facts.besturen
    done = len(asked & facts.beantwoord) + len(boards & facts.teruggekoppeld)
    total = len(asked) + len(boards)
    return _Count(done, total, 0 < total == done, bool(facts.opvolgingen or facts.teruggekoppeld))


def _lessen(facts: CyclusFeiten, today: dt.date) -> _Count:
    done = sum(facts.lessen)
    return _Count(done, max(1, done), done > 0, bool(facts.lessen))


_COUNTERS: Mapping[Fase, Callable[[CyclusFeiten, dt.date], _Count]] = {
    "vraag": _vraag,
    "zelfanalyse": _zelfanalyse,
    "interviews": _interviews,
    "verspreiding": _verspreiding,
    "intervisie": _intervisie,
    "opvolging": _opvolging,
    "lessen": _lessen,
}
