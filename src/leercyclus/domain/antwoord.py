"""An answer to a reflection question, as it stands in a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Getal, Id, LesNaam, Proza, Regel, is_gevuld, veld


class Antwoord(Deel):
    """The question that was asked, in the words of that moment, and what was answered."""

    les: LesNaam = veld("Les", "De les waar de vraag bij hoort", standaard=...)
    vraag: Id = veld("Vraag", "De id van de vraag in die les", standaard=...)
    gevraagd: Proza | None = veld("Gevraagd", "De vraag zoals die gesteld is")
    antwoord: Proza | None = veld("Antwoord", "Het antwoord in eigen woorden")
    keuze: Regel | None = veld("Keuze", "De gekozen mogelijkheid")
    score: Annotated[Getal, Field(ge=1, le=5)] | None = veld("Score", "Een cijfer van 1 tot 5")
    rijen: list[dict[str, Proza]] | None = veld("Rijen", "De regels van een lijst")

    @property
    def is_gevuld(self) -> bool:
        """Whether anything was answered."""
        return any(map(is_gevuld, (self.antwoord, self.keuze, self.score, self.rijen)))

    def in_woorden(self) -> str:
        """What was answered, of any kind, as text."""
        lines = [self.keuze or "", f"{self.score} van 5" if self.score else "", (self.antwoord or "").strip()]
        return "\n".join(
            [line for line in lines if line] + [f"• {rij_in_woorden(row)}" for row in self.rijen or []]
        )


def rij_in_woorden(row: Mapping[str, str]) -> str:
    """``partij: zwemvereniging; belang: uren``."""
    return "; ".join(f"{column}: {cell}" for column, cell in row.items())
