"""Progress: where a cyclus stands, what is late, and what can be done now.

A pure function of facts and a date. Nothing stores progress, and this module needs no
Pydantic, so that progress can be told from facts kept elsewhere. The rules are those of
docs/fasen.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from leercyclus.domain.datum import shift
from leercyclus.domain.feiten import CyclusFeiten
from leercyclus.domain.stappen import stappen
from leercyclus.domain.voortgang import FASEN, Fase, FaseStand, FaseVoortgang, Voortgang

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
class _Count:
    gedaan: int
    totaal: int
    klaar: bool
    begonnen: bool


def progress(facts: CyclusFeiten, today: dt.date) -> Voortgang:
    """Where the cyclus stands on that day: each fase, the next step, and every open step."""
    phases = tuple(_phase(facts, fase, today) for fase in FASEN)
    return Voortgang(facts.id, phases, *stappen(facts, phases, today))


def omslagen(facts: CyclusFeiten) -> list[dt.date]:
    """The days, in order, on which progress can change while the facts do not: between two it is the same.

    Progress looks at a date only to see whether it is before, on or after the day, a term, or the
    day on which outcomes are asked for.
    """
    terms = {termijn(facts, name) for name in facts.groep.termijnen} | {facts.intervisiedag}
    days = {day for day in terms if day is not None}
    return sorted(days | {after for day in days if (after := shift(day, 1))})


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
    has_something = total > 0 or facts.intervisie == "definitief"  # a day without advices to answer
    return _Count(
        done, total, done == total and has_something, bool(facts.opvolgingen or facts.teruggekoppeld)
    )


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
