"""The lessons that can be asked: those built in and those of the group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from leercyclus.domain import paden
from leercyclus.domain.les import Les
from leercyclus.domain.vraag import Vraag

INGEBOUWD = "ingebouwd"
GROEP = paden.GROEP


@dataclass(frozen=True)
class Bibliotheekles:
    """A lesson with the place it comes from: ``ingebouwd``, ``groep`` or a cyclus."""

    herkomst: str
    id: str
    les: Les

    @property
    def naam(self) -> str:
        """How it is named elsewhere: ``ingebouwd/stap-terug``, ``2016-regio/<les>``."""
        return f"{self.herkomst}/{self.id}"

    @property
    def is_ingebouwd(self) -> bool:
        return self.herkomst == INGEBOUWD

    @cached_property
    def vragen(self) -> list[Vraag]:
        """Its questions in the order of the conversation.

        A lesson of the group without a question of its own gets a standard one, unless it
        confirms another lesson: then that one is asked already.
        """
        if self.les.vragen or self.les.herkomst or self.is_ingebouwd:
            return sorted(self.les.vragen, key=lambda question: question.volgorde)
        return [
            Vraag(
                id="standaard",
                vraag=f"Deze groep leerde eerder: ‘{self.les.kern or self.les.titel}’ "
                "Wat betekent dat voor uw vraag?",
                waarom="Zo komt terug wat de groep zelf al eens ontdekte.",
            )
        ]


def volledige_naam(naam: str) -> str:
    """A bare id names a built-in lesson."""
    return naam if "/" in naam else f"{INGEBOUWD}/{naam}"
