"""An answer to a reflection question, as it stands in a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from leercyclus.domain.bibliotheek import INGEBOUWD, volledige_naam
from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Getal, Id, LesNaam, Proza, Regel, is_gevuld, veld

#: The keys of an answer that hold what was said; the others say which question it was.
GEZEGD = frozenset({"antwoord", "keuze", "score", "rijen"})
#: A scale goes from the first to the last of these.
CIJFERS = (1, 2, 3, 4, 5)


class Antwoord(Deel):
    """The question that was asked, in the words of that moment, and what was answered."""

    les: LesNaam = veld("Les", "De les waar de vraag bij hoort", kring=Kring.OPENBAAR, standaard=...)
    vraag: Id = veld("Vraag", "De id van de vraag in die les", kring=Kring.OPENBAAR, standaard=...)
    gevraagd: Proza | None = veld("Gevraagd", "De vraag zoals die gesteld is", kring=Kring.OPENBAAR)
    antwoord: Proza | None = veld("Antwoord", "Het antwoord in eigen woorden", kring=Kring.OPENBAAR)
    keuze: Regel | None = veld("Keuze", "De gekozen mogelijkheid", kring=Kring.OPENBAAR)
    score: Annotated[Getal, Field(ge=CIJFERS[0], le=CIJFERS[-1])] | None = veld(
        "Score", "Een cijfer van 1 tot 5", kring=Kring.OPENBAAR
    )
    rijen: list[dict[str, Proza]] | None = veld("Rijen", "De regels van een lijst", kring=Kring.OPENBAAR)

    @property
    def is_gevuld(self) -> bool:
        """Whether anything was answered."""
        return any(map(is_gevuld, (self.antwoord, self.keuze, self.score, self.rijen)))

    @property
    def gezegd(self) -> dict[str, Any]:
        """What was said, without which question it was."""
        return self.model_dump(include=set(GEZEGD), exclude_none=True)


def sleutel_van(row: Mapping[str, Any]) -> tuple[str, str]:
    """What an answer as it stands in a file is about: the lesson and the id of the question."""
    return volledige_naam(str(row.get("les", ""))), str(row.get("vraag", ""))


def code_van(les: str, vraag: str) -> str:
    """``stap-terug/tijd`` for a question of a built-in lesson, else with where the lesson comes from."""
    return f"{les.removeprefix(f'{INGEBOUWD}/')}/{vraag}"
