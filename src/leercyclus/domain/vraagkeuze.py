"""Which questions a record asks, and in which order: docs/vragen.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leercyclus.domain.bibliotheek import Bibliotheekles
from leercyclus.domain.vraag import Vraag

#: A theme whose lessons are asked in every cyclus.
ALTIJD = "leren-te-leren"
#: At most so many questions are asked in one record, of which so many are kept for lessons
#: of the group itself.
HOOGSTENS = 8
VOOR_EIGEN_LESSEN = 2


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
