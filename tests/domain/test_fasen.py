"""Progress as a pure function: each fase by the table of the contract, and laws that always hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leercyclus.domain.fasen import progress
from leercyclus.domain.feiten import (
    AdviesFeit,
    CyclusFeiten,
    InterviewFeit,
    OpvolgingFeit,
    VerspreidingFeit,
    ZelfanalyseFeit,
)
from leercyclus.domain.groepsfeiten import GroepFeiten
from leercyclus.domain.leertraject import Termijnen
from leercyclus.domain.voortgang import FASEN, FaseVoortgang

DAG = dt.date(2027, 4, 15)
NOTITIES = frozenset({"zelfanalyse/a.toml", "gespreksnotitie.toml"})
GROEP = GroepFeiten(
    termijnen=Termijnen().model_dump(),
    organisatie={"oss": "org-oss", "venlo": "org-venlo", "sed": "org-sed"},
    coordinatoren=("coordinator",),
    geven_geen_advies=frozenset({"coordinator", "gast"}),
)
LEEG = CyclusFeiten(
    id="2027-regio",
    groep=GROEP,
    vraagstellers=("oss", "venlo"),
    adviseurs=("adviseur",),
    deelnemers=("oss", "venlo", "sed", "zwolle", "adviseur", "coordinator"),
    intervisiedag=DAG,
    bestaat=True,
    definitief=True,
    velden=(9, 9),
)
VOL = LEEG._replace(
    zelfanalyses=(ZelfanalyseFeit(("oss", "venlo"), True),),
    interviews=(InterviewFeit("intern", True), InterviewFeit("extern", True)),
    gespreksnotitie="definitief",
    ervaringen_elders=True,
    notities=NOTITIES,
    verspreidingen=(VerspreidingFeit(dt.date(2027, 3, 25), LEEG.deelnemers, NOTITIES),),
    intervisie="definitief",
    aanwezig=("oss", "venlo", "sed", "adviseur", "coordinator"),
    adviezen=(AdviesFeit("a1", "sed", True),),
    opvolgingen=(OpvolgingFeit(("a1",), False),),
    teruggekoppeld=frozenset({"org-oss", "org-venlo"}),
    lessen=(True,),
)


def fase(facts: CyclusFeiten, name: str, today: dt.date = dt.date(2027, 1, 4)) -> FaseVoortgang:
    return next(item for item in progress(facts, today).fasen if item.fase == name)


def telling(facts: CyclusFeiten, name: str, today: dt.date = dt.date(2027, 1, 4)) -> tuple[str, int, int]:
    item = fase(facts, name, today)
    return item.stand, item.gedaan, item.totaal


def test_a_full_cyclus_is_afgerond() -> None:
    now = progress(VOL, dt.date(2027, 10, 1))
    assert [item.stand for item in now.fasen] == ["klaar"] * 7
    assert now.afgerond
    assert now.volgende_stap is None
    assert now.open_stappen == ()


def test_terms_are_counted_from_the_day() -> None:
    terms = {item.fase: item.uiterlijk for item in progress(LEEG, DAG).fasen}
    days = {name: (day - DAG).days for name, day in terms.items() if day}
    assert days == dict(zip(FASEN, (-84, -63, -21, -14, 0, 90, 120), strict=True))
    assert fase(LEEG._replace(intervisiedag=None), "vraag").uiterlijk is None


@pytest.mark.parametrize(
    ("changes", "name", "expected"),
    [
        ({"definitief": False, "velden": (5, 9)}, "vraag", ("concept", 5, 9)),
        ({"definitief": False}, "vraag", ("concept", 9, 9)),
        ({"bestaat": False, "definitief": False, "velden": (0, 9)}, "vraag", ("open", 0, 9)),
        ({"zelfanalyses": (ZelfanalyseFeit(("oss",), True),)}, "zelfanalyse", ("concept", 1, 2)),
        ({"zelfanalyses": (ZelfanalyseFeit(("oss", "venlo"), False),)}, "zelfanalyse", ("concept", 0, 2)),
        ({"zelfanalyses": (ZelfanalyseFeit(("sed",), True),)}, "zelfanalyse", ("concept", 0, 2)),
        ({"vraagstellers": (), "zelfanalyses": ()}, "zelfanalyse", ("open", 0, 0)),
        ({"vraagstellers": ("oss", "oss"), "zelfanalyses": ()}, "zelfanalyse", ("open", 0, 1)),
        ({"ervaringen_elders": False}, "interviews", ("concept", 3, 4)),
        ({"gespreksnotitie": "concept"}, "interviews", ("concept", 2, 4)),
        ({"interviews": (InterviewFeit("elders", True),)}, "interviews", ("concept", 2, 4)),
        ({"gespreksnotitie": None, "interviews": ()}, "interviews", ("open", 0, 4)),
        ({"verspreidingen": ()}, "verspreiding", ("open", 0, 6)),
        ({"gespreksnotitie": None}, "verspreiding", ("concept", 0, 6)),
        ({"intervisie": "concept"}, "intervisie", ("concept", 1, 1)),
        ({"adviezen": ()}, "intervisie", ("concept", 0, 1)),
        ({"adviezen": (), "intervisie": None, "aanwezig": ()}, "intervisie", ("open", 0, 2)),
        ({"adviezen": (), "zonder_advies": ("sed",)}, "intervisie", ("klaar", 0, 0)),
        ({"opvolgingen": ()}, "opvolging", ("concept", 2, 3)),
        ({"adviezen": (AdviesFeit("a1", "sed", False),), "opvolgingen": ()}, "opvolging", ("klaar", 2, 2)),
        ({"teruggekoppeld": frozenset({"org-oss"})}, "opvolging", ("concept", 2, 3)),
        ({"opvolgingen": (OpvolgingFeit(("weg",), False),)}, "opvolging", ("concept", 2, 3)),
        ({"vraagstellers": ("vreemd",), "adviezen": (), "opvolgingen": ()}, "opvolging", ("klaar", 0, 0)),
        ({"lessen": (False,)}, "lessen", ("concept", 0, 1)),
        ({"lessen": (True, True)}, "lessen", ("klaar", 2, 2)),
        ({"onleesbaar": frozenset({"cyclus"})}, "zelfanalyse", ("onleesbaar", 2, 2)),
        ({"onleesbaar": frozenset({"zelfanalyse"})}, "zelfanalyse", ("klaar", 2, 2)),
        ({"onleesbaar": frozenset({"advies"})}, "opvolging", ("onleesbaar", 3, 3)),
        ({"onleesbaar": frozenset({"les"})}, "vraag", ("klaar", 9, 9)),
        ({"lessen": (), "overgeslagen": frozenset({"lessen"})}, "lessen", ("overgeslagen", 0, 1)),
    ],
)
def test_a_fase(changes: dict[str, Any], name: str, expected: tuple[str, int, int]) -> None:
    assert telling(VOL._replace(**changes), name) == expected


def test_a_note_changed_before_the_day_has_to_go_out_again() -> None:
    stale = VerspreidingFeit(dt.date(2027, 3, 25), LEEG.deelnemers, frozenset({"gespreksnotitie.toml"}))
    facts = VOL._replace(verspreidingen=(stale,))
    assert telling(facts, "verspreiding", DAG) == ("concept", 0, 6)
    assert telling(facts, "verspreiding", DAG + dt.timedelta(1)) == ("klaar", 6, 6)


def test_notes_sent_on_the_day_itself_are_too_late() -> None:
    sent = VerspreidingFeit(DAG, LEEG.deelnemers, NOTITIES)
    facts = VOL._replace(verspreidingen=(sent,))
    assert telling(facts, "verspreiding", DAG + dt.timedelta(1)) == ("concept", 0, 6)
    step = progress(facts, DAG + dt.timedelta(1)).volgende_stap
    assert step is not None
    assert step.opdracht == "leercyclus vraag 2027-regio --sla-over verspreiding"


def test_late_only_when_the_term_has_passed_and_the_cyclus_runs() -> None:
    term = dt.date(2027, 2, 11)
    assert not fase(LEEG, "zelfanalyse", term).te_laat
    assert fase(LEEG, "zelfanalyse", term + dt.timedelta(1)).te_laat
    for verloop in ("uitgesteld", "vervallen"):
        assert not fase(LEEG._replace(verloop=verloop), "zelfanalyse", DAG).te_laat
    assert not fase(LEEG._replace(overgeslagen=frozenset({"zelfanalyse"})), "zelfanalyse", DAG).te_laat


def test_a_late_zelfanalyse_does_not_hide_the_term_of_the_adviseur() -> None:
    now = progress(LEEG, dt.date(2027, 3, 1))
    assert [(step.fase, step.wie, step.te_laat) for step in now.open_stappen] == [
        ("zelfanalyse", ("oss", "venlo"), True),
        ("interviews", ("adviseur",), False),
    ]
    assert now.volgende_stap == now.open_stappen[0]


def test_a_step_says_what_who_when_and_how() -> None:
    step = progress(LEEG._replace(titel="De regio"), dt.date(2027, 1, 4)).volgende_stap
    assert step is not None
    assert step.wat == "Schrijf uw zelfanalyse bij ‘De regio’, uiterlijk donderdag 11 februari 2027."
    assert step.wie == ("oss", "venlo")
    assert step.uiterlijk == dt.date(2027, 2, 11)
    assert step.opdracht == "leercyclus zelfanalyse 2027-regio"


def test_one_person_left_is_named_in_the_command() -> None:
    facts = LEEG._replace(zelfanalyses=(ZelfanalyseFeit(("oss",), True),))
    step = progress(facts, dt.date(2027, 1, 4)).volgende_stap
    assert step is not None
    assert step.opdracht == "leercyclus zelfanalyse 2027-regio --door venlo"


def test_a_put_off_cyclus_asks_for_a_new_day_and_a_dropped_one_for_nothing() -> None:
    put_off = progress(LEEG._replace(verloop="uitgesteld"), DAG)
    assert [step.wat for step in put_off.open_stappen] == ["Kies een nieuwe dag voor ‘2027-regio’."]
    dropped = progress(LEEG._replace(verloop="vervallen"), DAG)
    assert dropped.volgende_stap is None
    assert dropped.open_stappen == ()


def test_outcomes_are_asked_300_days_after_the_day() -> None:
    facts = VOL._replace(opvolgingen=(OpvolgingFeit(("a1",), True),))
    due = DAG + dt.timedelta(300)
    assert progress(facts, due - dt.timedelta(1)).open_stappen == ()
    (step,) = progress(facts, due).open_stappen
    assert (step.fase, step.wie, step.uiterlijk) == ("opvolging", ("oss", "venlo"), due)
    assert progress(facts, due).afgerond


# laws

PEOPLE = st.sampled_from(["oss", "venlo", "sed", "zwolle", "adviseur", "coordinator", "vreemd"])
SOME_PEOPLE = st.lists(PEOPLE, max_size=3).map(tuple)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
ADDITIONS: dict[str, st.SearchStrategy[Any]] = {
    "zelfanalyses": st.builds(ZelfanalyseFeit, SOME_PEOPLE, st.booleans()),
    "interviews": st.builds(
        InterviewFeit, st.sampled_from(["intern", "extern", "elders", None]), st.booleans()
    ),
    "verspreidingen": st.builds(
        VerspreidingFeit, st.none() | DAYS, SOME_PEOPLE, st.sampled_from([NOTITIES, frozenset()])
    ),
    "adviezen": st.builds(AdviesFeit, st.sampled_from(["a1", "a2", "a3"]), st.none() | PEOPLE, st.booleans()),
    "opvolgingen": st.builds(
        OpvolgingFeit, st.lists(st.sampled_from(["a1", "a2", "weg"]), max_size=2).map(tuple), st.booleans()
    ),
    "lessen": st.booleans(),
}


@st.composite
def feiten(draw: Callable[[st.SearchStrategy[Any]], Any]) -> CyclusFeiten:
    several: dict[str, Any] = {
        name: draw(st.lists(strategy, max_size=4).map(tuple)) for name, strategy in ADDITIONS.items()
    }
    return LEEG._replace(
        **several,
        intervisiedag=draw(st.none() | DAYS),
        verloop=draw(st.sampled_from(["loopt", "uitgesteld", "vervallen"])),
        overgeslagen=draw(st.frozensets(st.sampled_from(FASEN), max_size=2)),
        gespreksnotitie=draw(st.sampled_from([None, "concept", "definitief"])),
        ervaringen_elders=draw(st.booleans()),
        notities=draw(st.sampled_from([NOTITIES, frozenset()])),
        intervisie=draw(st.sampled_from([None, "concept", "definitief"])),
        aanwezig=draw(SOME_PEOPLE),
        zonder_advies=draw(SOME_PEOPLE),
        teruggekoppeld=draw(st.frozensets(st.sampled_from(["org-oss", "org-venlo", "org-sed"]))),
        onleesbaar=draw(st.frozensets(st.sampled_from(["cyclus", "advies", "les", "interview"]), max_size=1)),
    )


@given(feiten(), DAYS, st.data())
def test_adding_a_record_never_lowers_gedaan(
    facts: CyclusFeiten, today: dt.date, data: st.DataObject
) -> None:
    """One record more is never progress lost.

    The facts keep the notes that must go out apart (``notities``): a new note that has not
    been sent does reopen the verspreiding, and should.
    """
    kind = data.draw(st.sampled_from(sorted(ADDITIONS)))
    added: dict[str, Any] = {kind: (*getattr(facts, kind), data.draw(ADDITIONS[kind]))}
    more = facts._replace(**added)
    before = [item.gedaan for item in progress(facts, today).fasen]
    after = [item.gedaan for item in progress(more, today).fasen]
    assert all(now >= then for then, now in zip(before, after, strict=True))


@given(feiten(), DAYS, st.randoms())
def test_the_order_of_files_never_matters(facts: CyclusFeiten, today: dt.date, random: Any) -> None:
    shuffled: dict[str, Any] = {}
    for name in ADDITIONS:
        items = list(getattr(facts, name))
        random.shuffle(items)
        shuffled[name] = tuple(items)
    assert progress(facts._replace(**shuffled), today) == progress(facts, today)


@given(feiten(), DAYS)
@example(LEEG._replace(aanwezig=("sed",), adviezen=(AdviesFeit("a1", "zwolle", True),)), DAG)
def test_counts_and_steps_agree(facts: CyclusFeiten, today: dt.date) -> None:
    now = progress(facts, today)
    for item in now.fasen:
        assert 0 <= item.gedaan <= item.totaal
        if item.stand == "klaar":
            assert item.gedaan == item.totaal
            assert not item.te_laat
        if facts.verloop != "loopt":
            assert not item.te_laat
    is_open = any(not item.is_af for item in now.fasen) and facts.verloop != "vervallen"
    assert (now.volgende_stap is not None) == is_open
    assert all(step.opdracht.startswith("leercyclus ") for step in now.open_stappen)
