"""What can be done next in a cyclus: a sentence, who, by when, and the command.

Each sentence can be mailed as it is. Who a step is for follows from the roles in docs/fasen.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leercyclus.domain.datum import lang, shift, voluit
from leercyclus.domain.tekst import aantal, opsomming
from leercyclus.domain.voortgang import FaseVoortgang, Stap

if TYPE_CHECKING:
    from leercyclus.domain.feiten import CyclusFeiten


@dataclass(frozen=True, slots=True)
class _Todo:
    """A step before its term is known.

    ``kan_nu`` is False while it has to wait; ``toelichting`` comes after the term in the
    sentence; ``noemt_termijn`` is False where the sentence says already when it is.
    """

    wat: str
    wie: tuple[str, ...]
    opdracht: str
    kan_nu: bool = True
    toelichting: str = ""
    noemt_termijn: bool = True


Phases = Mapping[str, FaseVoortgang]


def stappen(
    facts: CyclusFeiten, phases: Sequence[FaseVoortgang], today: dt.date
) -> tuple[Stap | None, tuple[Stap, ...]]:
    """What is next, and what can be done now.

    Next is the first step of the first fase that is not done; None when nothing is left. What can be
    done now is in the order of the fasen, with the outcome when it is due.
    """
    steps = list(_steps(facts, phases, today))
    now = [step for step, can_now in steps if can_now]
    if outcome := _outcome(facts, today):
        now.append(outcome)
    return (steps[0][0] if steps else None), tuple(now)


def _steps(
    facts: CyclusFeiten, phases: Sequence[FaseVoortgang], today: dt.date
) -> Iterator[tuple[Stap, bool]]:
    """Each step, and whether it can be done now."""
    if facts.verloop == "vervallen":
        return
    by_name: Phases = {phase.fase: phase for phase in phases}
    for phase in phases:
        if phase.is_af:
            continue
        if facts.verloop == "uitgesteld":
            yield _new_day(facts, phase), True
            return
        for todo in _todos(facts, phase, by_name, today):
            yield _step(todo, phase), todo.kan_nu


def _new_day(facts: CyclusFeiten, phase: FaseVoortgang) -> Stap:
    """All that is asked of a cyclus that was put off; its old terms do not count."""
    sentence = f"Kies een nieuwe dag voor {_title(facts)}."
    who = facts.groep.coordinatoren or facts.vraagstellers
    return Stap(phase.fase, sentence, who, None, False, f"leercyclus vraag {facts.id}")


def _step(todo: _Todo, phase: FaseVoortgang) -> Stap:
    deadline = phase.uiterlijk
    sentence = todo.wat
    if deadline and todo.noemt_termijn and not phase.te_laat:
        sentence += f", uiterlijk {lang(deadline)}"
    if todo.toelichting:
        sentence += f"; {todo.toelichting}"
    return Stap(phase.fase, f"{sentence}.", todo.wie, deadline, phase.te_laat, todo.opdracht)


def _todos(facts: CyclusFeiten, phase: FaseVoortgang, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    if phase.stand == "onleesbaar":
        yield _Todo(
            f"Herstel het bestand van {_title(facts)} dat niet te lezen is",
            facts.groep.coordinatoren,
            f"leercyclus status {facts.id}",
        )
    else:
        yield from _TODOS[phase.fase](facts, phases, today)


def _title(facts: CyclusFeiten) -> str:
    return f"‘{facts.titel or facts.id}’"


def _vraag(facts: CyclusFeiten, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    filled, total = facts.velden
    who = facts.vraagstellers or facts.groep.coordinatoren
    if filled < total:
        missing = aantal(total - filled, "gegeven", "gegevens")
        wat = f"Maak de vraag van {_title(facts)} af"
        yield _Todo(wat, who, f"leercyclus vraag {facts.id}", toelichting=f"nog {missing} te gaan")
    else:
        yield _Todo(
            f"Maak de vraag van {_title(facts)} definitief", who, f"leercyclus vraag {facts.id} --definitief"
        )


def _zelfanalyse(facts: CyclusFeiten, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    done = facts.met_zelfanalyse()
    who = tuple(person for person in dict.fromkeys(facts.vraagstellers) if person not in done)
    command = f"leercyclus zelfanalyse {facts.id}" + (f" --door {who[0]}" if len(who) == 1 else "")
    yield _Todo(f"Schrijf uw zelfanalyse bij {_title(facts)}", who, command, kan_nu=bool(who))


_SIDES = {
    "intern": "een gesprek binnen de organisatie",
    "extern": "een gesprek met een partij van buiten",
    "elders": "ervaringen van elders",
}


def _interviews(facts: CyclusFeiten, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    has_note = facts.gespreksnotitie == "definitief"
    covered = {talk.invalshoek for talk in facts.interviews if talk.definitief}
    if has_note and facts.ervaringen_elders:
        covered.add("elders")
    missing = [side for side in _SIDES if side not in covered]
    if missing:
        sides = opsomming([_SIDES[side] for side in missing])
        yield _Todo(
            f"Zorg bij {_title(facts)} nog voor {sides}",
            facts.adviseurs,
            f"leercyclus interview {facts.id}",
            kan_nu=facts.bestaat,
        )
    if not has_note:
        yield _Todo(
            f"Schrijf de gespreksnotitie bij {_title(facts)}",
            facts.adviseurs,
            f"leercyclus gespreksnotitie {facts.id}",
            kan_nu=missing in ([], ["elders"]),
        )


def _verspreiding(facts: CyclusFeiten, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    waiting = len(set(facts.deelnemers) - facts.ontvangers(today))
    if facts.intervisiedag is not None and today >= facts.intervisiedag:
        yield _Todo(
            f"Niet iedereen kreeg de stukken van {_title(facts)} voor de dag",
            facts.groep.coordinatoren,
            f"leercyclus vraag {facts.id} --sla-over verspreiding",
            toelichting="leg vast waarom",
        )
        return
    people = aantal(waiting, "deelnemer", "deelnemers")
    yield _Todo(
        f"Stuur de zelfanalyse en de gespreksnotitie van {_title(facts)} aan {people}",
        facts.groep.coordinatoren,
        f"leercyclus verspreid {facts.id}",
        kan_nu=facts.stukken_compleet,
    )


def _intervisie(facts: CyclusFeiten, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    day = facts.intervisiedag
    held = bool(facts.intervisie or facts.adviezen)
    if day is None or (today < day and not held):
        when = f"op {lang(day)} " if day else ""
        yield _Todo(
            f"Kom {when}bij elkaar over {_title(facts)}",
            facts.deelnemers,
            f"leercyclus intervisie {facts.id}",
            kan_nu=False,
            noemt_termijn=False,
        )
        return
    if facts.intervisie != "definitief":
        yield _Todo(
            f"Leg vast hoe de intervisie over {_title(facts)} verliep",
            facts.groep.coordinatoren,
            f"leercyclus intervisie {facts.id}",
        )
    missing = tuple(sorted(facts.verwachte_adviesgevers - facts.adviesgevers))
    if missing:
        command = f"leercyclus advies {facts.id}" + (f" --van {missing[0]}" if len(missing) == 1 else "")
        yield _Todo(f"Geef uw advies over {_title(facts)}", missing, command)


def _opvolging(facts: CyclusFeiten, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    can_now = bool(facts.adviezen) or phases["intervisie"].is_af
    unanswered = len(facts.te_beantwoorden - facts.beantwoord)
    if unanswered:
        advices = aantal(unanswered, "advies wacht", "adviezen wachten")
        yield _Todo(
            f"Zeg wat u met de adviezen over {_title(facts)} doet",
            facts.vraagstellers,
            f"leercyclus opvolging {facts.id}",
            kan_nu=can_now,
            toelichting=f"{advices} op antwoord",
        )
    untold = sorted(facts.besturen - facts.teruggekoppeld)
    if untold:
        who = tuple(p for p in facts.vraagstellers if facts.groep.organisatie.get(p) in untold)
        only = f" --organisatie {untold[0]}" if len(untold) == 1 else ""
        yield _Todo(
            f"Vertel uw bestuur welke adviezen u kreeg over {_title(facts)}",
            who,
            f"leercyclus terugkoppeling {facts.id}{only}",
            kan_nu=can_now,
        )
    if not unanswered and not untold:
        yield _Todo(
            f"Leg vast wat u met de adviezen over {_title(facts)} doet",
            facts.vraagstellers,
            f"leercyclus opvolging {facts.id}",
            kan_nu=can_now,
        )


def _lessen(facts: CyclusFeiten, phases: Phases, today: dt.date) -> Iterator[_Todo]:
    wat = (
        f"Rond de les uit {_title(facts)} af"
        if facts.lessen
        else f"Oogst een les uit {_title(facts)}, of bevestig een eerdere"
    )
    yield _Todo(wat, facts.vraagstellers, f"leercyclus les {facts.id}", kan_nu=phases["intervisie"].is_af)


def _outcome(facts: CyclusFeiten, today: dt.date) -> Stap | None:
    """Outcomes are asked for some ten months after the day (as the LGA's progress review does)."""
    waiting = sum(answer.wacht_op_uitkomst for answer in facts.opvolgingen)
    day = facts.intervisiedag
    due = shift(day, facts.groep.termijnen["uitkomst"]) if day else None
    if not waiting or day is None or due is None or today < due or facts.verloop != "loopt":
        return None
    return Stap(
        "opvolging",
        f"Schrijf op wat er geworden is van de adviezen over {_title(facts)} van {voluit(day)}; "
        f"{aantal(waiting, 'voornemen wacht', 'voornemens wachten')} op een uitkomst.",
        facts.vraagstellers,
        due,
        today > due,
        f"leercyclus opvolging {facts.id}",
    )


_TODOS: Mapping[str, Callable[[CyclusFeiten, Phases, dt.date], Iterator[_Todo]]] = {
    "vraag": _vraag,
    "zelfanalyse": _zelfanalyse,
    "interviews": _interviews,
    "verspreiding": _verspreiding,
    "intervisie": _intervisie,
    "opvolging": _opvolging,
    "lessen": _lessen,
}
