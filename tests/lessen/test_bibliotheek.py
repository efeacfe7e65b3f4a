"""The built-in library: complete, answerable, and asked by some record."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from leercyclus.domain.bibliotheek import Bibliotheekles
from leercyclus.domain.controle import onbekende_sleutels
from leercyclus.domain.les import Les
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.soorten import ADVIES, SOORTEN, ZELFANALYSE
from leercyclus.domain.vraag import Vraag
from leercyclus.domain.vraagkeuze import HOOGSTENS, deel_van, kies_vragen
from leercyclus.store import ingebouwd

LESSEN = ingebouwd.lessen()
ALLE = [(les, question) for les in LESSEN for question in les.vragen]
#: The lessons of docs/woordenlijst.md, by theme.
IDS = {
    "leren-te-leren": ["verschillen", "tijd-gunnen", "veiligheid", "stap-terug", "keuken", "feedback"],
    "organisatieontwikkeling": ["bedoeling", "differentieren", "buiten-naar-binnen", "experiment"],
    "regionale-samenwerking": [
        *("verhaal-van-de-regio", "lef-en-geduld", "ruimte", "coalitie", "calimero"),
        *("betrokkenheid-en-afstand", "gedeeld-leiderschap"),
    ],
}
#: The instruments that came with the lessons: (les, kind of answer, what it must offer).
INSTRUMENTEN = [
    ("verschillen", "lijst", ""),
    ("veiligheid", "schaal", ""),
    ("keuken", "keuze", "samen koken"),
    ("bedoeling", "lijst", "motivatie"),
    ("differentieren", "keuze", "veranderopgave"),
    ("buiten-naar-binnen", "lijst", ""),
    ("experiment", "lijst", ""),
    ("verhaal-van-de-regio", "lijst", "score"),
    ("lef-en-geduld", "schaal", "lef"),
    ("ruimte", "lijst", "agenda"),
    ("coalitie", "lijst", "ambitie"),
    ("calimero", "keuze", ""),
    ("gedeeld-leiderschap", "lijst", ""),
]


def naam(item: object) -> str:
    return item.id if isinstance(item, Bibliotheekles | Vraag) else ""


def test_all_seventeen_lessons_are_there() -> None:
    assert {theme.id: list(theme.lessen) for theme in ingebouwd.themas()} == IDS
    files = {path.stem for path in Path(ingebouwd.__file__).parent.parent.joinpath("lessen").glob("*.toml")}
    assert files == {id for ids in IDS.values() for id in ids} | {"themas", "gesprek", "dagorde"}


@pytest.mark.parametrize("les", LESSEN, ids=naam)
def test_a_lesson_is_complete(les: Bibliotheekles) -> None:
    assert ontbrekend(les.les) == []
    raw = Path(ingebouwd.__file__).parent.parent / "lessen" / f"{les.id}.toml"
    assert list(onbekende_sleutels(Les, tomllib.loads(raw.read_text("utf-8")))) == []
    assert 2 <= len(les.les.vragen) <= 5
    assert len({question.id for question in les.vragen}) == len(les.vragen)
    assert len(les.les.kern or "") <= 160


@pytest.mark.parametrize(("les", "question"), ALLE, ids=naam)
def test_a_question_can_be_answered_and_is_asked_somewhere(les: Bibliotheekles, question: Vraag) -> None:
    assert question.waarom
    assert question.vraag.strip().endswith(("?", ".")), question.vraag
    assert question.vraag.count("?") <= 1
    assert " je " not in question.vraag
    match question.soort:
        case "keuze":
            assert 2 <= len(question.opties) <= 6
        case "schaal":
            assert question.links
            assert question.rechts
        case "lijst":
            assert 2 <= len(question.kolommen) <= 4
        case "tekst":
            assert not question.opties + question.kolommen
    places = {place for kind in SOORTEN for place in kind.vraagt}
    assert (question.fase, question.rol) in places


@pytest.mark.parametrize(("les", "question"), ALLE, ids=naam)
def test_a_question_has_its_part_in_the_conversation(les: Bibliotheekles, question: Vraag) -> None:
    deel = deel_van(question, ingebouwd.gespreksdelen())
    assert deel is not None
    assert deel.naam != "Uit uw eigen groep"  # that part is for lessons of the group


def test_the_conversation_goes_from_a_step_back_to_the_choice() -> None:
    """The rule of docs/vragen.md, as the library declares it."""
    parts = ingebouwd.gespreksdelen()
    assert [deel.naam for deel in parts] == [
        *("Een stap terug", "Waarvoor", "Met wie", "De keuze", "Uit uw eigen groep", "Tot slot")
    ]
    assert [deel.vanaf for deel in parts] == sorted({deel.vanaf for deel in parts})
    for kind in SOORTEN:
        for thema in IDS:
            asked = kies_vragen(LESSEN, kind.vraagt, thema)
            places = [parts.index(part) for item in asked if (part := deel_van(item.vraag, parts))]
            assert places == sorted(places), (kind.naam, thema)


def test_the_own_part_is_asked_after_the_story_and_before_the_purpose() -> None:
    asked = [f"{item.les.id}/{item.vraag.id}" for item in kies_vragen(LESSEN, ZELFANALYSE.vraagt, None)]
    assert asked.index("stap-terug/tijd") == 0
    assert asked.index("stap-terug/partners") < asked.index("veiligheid/eigen-rol")


def test_a_lesson_of_the_group_has_a_part_of_its_own() -> None:
    question = Vraag(id="v", vraag="Wie rekent er bij u mee?")
    deel = deel_van(question, ingebouwd.gespreksdelen())
    assert deel is not None
    assert deel.naam == "Uit uw eigen groep"


@pytest.mark.parametrize(("id", "soort", "offers"), INSTRUMENTEN)
def test_an_instrument_is_a_question(id: str, soort: str, offers: str) -> None:
    (les,) = (les for les in LESSEN if les.id == id)
    said = [
        " ".join((*question.opties, *question.kolommen, question.links or "", question.rechts or ""))
        for question in les.vragen
        if question.soort == soort
    ]
    assert any(offers in text for text in said)


def test_required_questions_are_few_and_never_in_an_advies() -> None:
    required = [(question.fase, question.rol) for _, question in ALLE if question.verplicht]
    assert max(Counter(fase for fase, _ in required).values()) <= 3
    assert not set(required) & set(ADVIES.vraagt)


@pytest.mark.parametrize("thema", [*IDS, None])
def test_every_record_asks_something_and_not_too_much(thema: str | None) -> None:
    for kind in SOORTEN:
        if kind.vraagt:
            assert 3 <= len(kies_vragen(LESSEN, kind.vraagt, thema)) <= HOOGSTENS, kind.naam


@pytest.mark.parametrize(
    ("id", "figures"),
    [
        ("differentieren", ["1 januari 2017", "januari 2018"]),
        (
            "buiten-naar-binnen",
            [
                *("acht dorpen", "anderhalf jaar", "vier miljoen", "11 miljoen"),
                *("6 miljoen", "2,5", "3,5 miljoen", "1 miljoen"),
            ],
        ),
        ("experiment", ["2013", "januari 2016", "juni 2017"]),
        ("verhaal-van-de-regio", ["acht gemeenteraden", "14 thema's"]),
    ],
)
def test_the_figures_of_the_examples(id: str, figures: list[str]) -> None:
    (les,) = (les for les in LESSEN if les.id == id)
    told = " ".join(" ".join(les.les.voorbeelden).split())
    assert [figure for figure in figures if figure not in told] == []
