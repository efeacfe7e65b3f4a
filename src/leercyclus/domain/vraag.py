"""A reflection question of a lesson, and the choice of the questions that a record asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leercyclus.domain.fasen import Fase
from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Getal, Id, JaNee, Proza, Regel, veld

if TYPE_CHECKING:
    from leercyclus.domain.bibliotheek import Bibliotheekles

VraagSoort = Literal["tekst", "keuze", "schaal", "lijst"]
Rol = Literal["vraagsteller", "adviseur", "deelnemer"]
#: A theme whose lessons are asked in every cyclus.
ALTIJD = "leren-te-leren"
#: At most so many questions are asked in one record, of which so many are kept for lessons
#: of the group itself.
HOOGSTENS = 8
VOOR_EIGEN_LESSEN = 2


class Vraag(Deel):
    """A question, when and to whom it is put, and what kind of answer it wants."""

    id: Id = veld("Id", "Naam van de vraag binnen de les", standaard=...)
    fase: Fase = veld("Fase", "De fase waarin de vraag gesteld wordt", standaard="zelfanalyse")
    rol: Rol = veld("Rol", "Aan wie de vraag gesteld wordt", standaard="vraagsteller")
    soort: VraagSoort = veld("Soort", "Het soort antwoord", standaard="tekst")
    vraag: Proza = veld("Vraag", "De vraag zelf", standaard=...)
    waarom: Proza | None = veld("Waarom", "Wat het antwoord brengt")
    verplicht: JaNee = veld("Verplicht", "Of de vraag beantwoord moet zijn", standaard=False)
    opties: list[Regel] = veld("Opties", "Waaruit gekozen wordt", standaard=[])
    links: Regel | None = veld("Links", "Wat 1 op de schaal betekent")
    rechts: Regel | None = veld("Rechts", "Wat 5 op de schaal betekent")
    kolommen: list[Regel] = veld("Kolommen", "De kolommen van een lijst", standaard=[])
    volgorde: Getal = veld("Volgorde", "Plaats in het gesprek", standaard=50)

    @property
    def vorm(self) -> VraagSoort:
        """How it is asked: what lacks the options or columns of its soort is asked as text."""
        needed = 2 if self.opties else 1
        lacks = {"keuze": not self.opties, "lijst": len(self.kolommen) < needed}
        return "tekst" if lacks.get(self.soort, False) else self.soort


@dataclass(frozen=True, slots=True)
class GesteldeVraag:
    """A question together with the lesson it comes from."""

    les: Bibliotheekles
    vraag: Vraag

    @property
    def sleutel(self) -> tuple[str, str]:
        """What an answer names: the lesson and the id of the question."""
        return (self.les.naam, self.vraag.id)


@dataclass(frozen=True, slots=True)
class Gespreksdeel:
    """A part of the conversation: the questions from ``vanaf`` up to the next part (docs/vragen.md)."""

    naam: str
    zin: str
    vanaf: int


def deel_van(vraag: Vraag, delen: Sequence[Gespreksdeel]) -> Gespreksdeel | None:
    """The part that a question belongs to; ``delen`` in the order of ``vanaf``."""
    begun = [deel for deel in delen if deel.vanaf <= vraag.volgorde]
    return begun[-1] if begun else None


def kies_vragen(
    lessen: Iterable[Bibliotheekles],
    plaatsen: Sequence[tuple[str, str]],
    thema: str | None,
    *,
    alle: bool = False,
) -> list[GesteldeVraag]:
    """The questions that a record asks, in the order of a conversation.

    ``plaatsen`` are the (fase, rol) pairs of the record kind. The lessons of ``thema`` and of
    leren-te-leren take part. At most eight are asked: the required ones, then of every lesson
    its first question (the lessons of the theme before the general ones), then its second, and
    so on; two places are kept for lessons of the group itself. ``alle`` asks every one.
    """
    asked = [
        (les, place, question)
        for les in lessen
        if les.les.thema in (thema, ALTIJD)
        for place, question in enumerate(
            question for question in les.vragen if (question.fase, question.rol) in plaatsen
        )
    ]
    candidates = sorted(
        asked,
        key=lambda item: (
            not item[2].verplicht,
            item[1],
            item[0].les.thema == ALTIJD,
            item[2].volgorde,
        ),
    )
    own = [item for item in candidates if not item[0].is_ingebouwd]
    built_in = [item for item in candidates if item[0].is_ingebouwd]
    if not alle:
        kept = min(VOOR_EIGEN_LESSEN, len(own))
        own = own[: max(kept, HOOGSTENS - len(built_in))]
        built_in = built_in[: HOOGSTENS - len(own)]
    chosen = [GesteldeVraag(les, question) for les, _, question in built_in + own]
    return sorted(chosen, key=lambda item: item.vraag.volgorde)


def verplichte_vragen(
    lessen: Iterable[Bibliotheekles], plaatsen: Sequence[tuple[str, str]], thema: str | None
) -> list[GesteldeVraag]:
    """The questions without which a record of this kind cannot become definitief."""
    return [item for item in kies_vragen(lessen, plaatsen, thema, alle=True) if item.vraag.verplicht]
