"""A reflection question of a lesson."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Getal, Id, JaNee, Proza, Regel, veld
from leercyclus.domain.voortgang import Fase

VraagSoort = Literal["tekst", "keuze", "schaal", "lijst"]
Rol = Literal["vraagsteller", "adviseur", "deelnemer"]


class Vraag(Deel):
    """A question, when and to whom it is put, and what kind of answer it wants."""

    id: Id = veld("Id", "Naam van de vraag binnen de les", kring=Kring.OPENBAAR, standaard=...)
    fase: Fase = veld(
        "Fase", "De fase waarin de vraag gesteld wordt", kring=Kring.OPENBAAR, standaard="zelfanalyse"
    )
    rol: Rol = veld("Rol", "Aan wie de vraag gesteld wordt", kring=Kring.OPENBAAR, standaard="vraagsteller")
    soort: VraagSoort = veld("Soort", "Het soort antwoord", kring=Kring.OPENBAAR, standaard="tekst")
    vraag: Proza = veld("Vraag", "De vraag zelf", kring=Kring.OPENBAAR, standaard=...)
    waarom: Proza | None = veld("Waarom", "Wat het antwoord brengt", kring=Kring.OPENBAAR)
    verplicht: JaNee = veld(
        "Verplicht", "Of de vraag beantwoord moet zijn", kring=Kring.OPENBAAR, standaard=False
    )
    opties: list[Regel] = veld("Opties", "Waaruit gekozen wordt", kring=Kring.OPENBAAR, standaard=[])
    links: Regel | None = veld("Links", "Wat 1 op de schaal betekent", kring=Kring.OPENBAAR)
    rechts: Regel | None = veld("Rechts", "Wat 5 op de schaal betekent", kring=Kring.OPENBAAR)
    kolommen: list[Regel] = veld("Kolommen", "De kolommen van een lijst", kring=Kring.OPENBAAR, standaard=[])
    volgorde: Getal = veld("Volgorde", "Plaats in het gesprek", kring=Kring.OPENBAAR, standaard=50)

    @property
    def vorm(self) -> VraagSoort:
        """How it is asked: what lacks the options or columns of its soort is asked as text."""
        needed = 2 if self.opties else 1
        lacks = {"keuze": not self.opties, "lijst": len(self.kolommen) < needed}
        return "tekst" if lacks.get(self.soort, False) else self.soort
