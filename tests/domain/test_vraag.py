"""Which questions a record asks."""

from __future__ import annotations

from typing import Any

from leercyclus.domain.bibliotheek import Bibliotheekles
from leercyclus.domain.les import Les
from leercyclus.domain.vraag import Vraag
from leercyclus.domain.vraagkeuze import kies_vragen, verplichte_vragen

PLAATS = [("zelfanalyse", "vraagsteller")]


def les(
    id: str, *questions: dict[str, Any], herkomst: str = "ingebouwd", thema: str = "regio"
) -> Bibliotheekles:
    rows = [Vraag.model_validate({"id": f"v{n}", "vraag": "?", **row}) for n, row in enumerate(questions, 1)]
    return Bibliotheekles(herkomst, id, Les(thema=thema, titel=id, kern=f"Kern van {id}.", vragen=rows))


def gekozen(*lessons: Bibliotheekles, alle: bool = False, thema: str = "regio") -> list[str]:
    return [f"{item.les.id}/{item.vraag.id}" for item in kies_vragen(lessons, PLAATS, thema, alle=alle)]


def test_only_the_theme_and_leren_te_leren_take_part() -> None:
    lessons = [les("a", {}), les("b", {}, thema="leren-te-leren"), les("c", {}, thema="anders")]
    assert gekozen(*lessons) == ["a/v1", "b/v1"]


def test_only_questions_for_this_record() -> None:
    assert gekozen(les("a", {"fase": "intervisie"}, {"rol": "deelnemer"}, {})) == ["a/v3"]


def test_at_most_eight_with_every_lesson_heard_before_any_twice() -> None:
    lessons = [les(f"l{n}", {}, {}) for n in range(6)]
    assert sorted(gekozen(*lessons)) == [*sorted([f"l{n}/v1" for n in range(6)] + ["l0/v2", "l1/v2"])]
    assert len(gekozen(*lessons, alle=True)) == 12


def test_two_places_are_kept_for_own_lessons() -> None:
    lessons = [les(f"l{n}", {}) for n in range(10)]
    own = [les(f"e{n}", {}, herkomst="2026-cyclus") for n in range(3)]
    asked = gekozen(*lessons, *own)
    assert len(asked) == 8
    assert [name for name in asked if name.startswith("e")] == ["e0/v1", "e1/v1"]


def test_own_lessons_fill_what_the_library_leaves() -> None:
    own = [les(f"e{n}", {}, herkomst="groep") for n in range(9)]
    assert len(gekozen(les("a", {}), *own)) == 8


def test_required_questions_come_first_whatever_else_there_is() -> None:
    lessons = [les(f"l{n}", {"volgorde": 1}) for n in range(10)]
    late = les("laat", {}, {}, {"verplicht": True, "volgorde": 99})
    assert gekozen(*lessons, late)[-1] == "laat/v3"
    assert [item.vraag.id for item in verplichte_vragen([*lessons, late], PLAATS, "regio")] == ["v3"]


def test_the_order_is_that_of_a_conversation() -> None:
    assert gekozen(les("a", {"volgorde": 40}), les("b", {"volgorde": 10})) == ["b/v1", "a/v1"]


def test_a_lesson_without_a_question_gets_a_standard_one() -> None:
    (question,) = les("e", herkomst="2026-cyclus").vragen
    assert question.id == "standaard"
    assert "Kern van e." in question.vraag


def test_a_lesson_that_confirms_another_asks_nothing_twice() -> None:
    confirming = Les(thema="regio", titel="t", kern="k", herkomst=["ingebouwd/a"])
    assert Bibliotheekles("2026-cyclus", "e", confirming).vragen == []


def test_a_question_that_lacks_its_options_or_columns_is_asked_as_text() -> None:
    def vorm(**keys: Any) -> str:
        return Vraag.model_validate({"id": "v", "vraag": "?", **keys}).vorm

    assert vorm(soort="keuze") == "tekst"
    assert vorm(soort="lijst") == "tekst"
    assert vorm(soort="lijst", kolommen=["a"]) == "lijst"
    assert vorm(soort="lijst", kolommen=["a"], opties=["x"]) == "tekst"
    assert vorm(soort="keuze", opties=["x"]) == "keuze"
    assert vorm(soort="schaal") == "schaal"
