"""That the notes went out: to whom, when, and what they said then."""

from __future__ import annotations

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Deel, Record
from leercyclus.domain.veld import Datum, PersoonId, Regel, veld


class Stuk(Deel):
    """One paper that was sent, with the fingerprint of what it said."""

    bestand: Regel = veld("Bestand", "Pad binnen de map van de cyclus", kring=Kring.GROEP, standaard=...)
    vingerafdruk: Regel = veld(
        "Vingerafdruk", "SHA-256 van de inhoud bij verzending", kring=Kring.GROEP, standaard=...
    )


class Verspreiding(Record):
    """The notes were sent to these people."""

    datum: Datum | None = veld(
        "Datum",
        "De dag van verzending",
        kring=Kring.GROEP,
        vraag="Op welke dag zijn de stukken verstuurd?",
        verplicht=True,
    )
    door: list[PersoonId] = veld(
        "Door", "Wie de stukken verstuurde", kring=Kring.GROEP, verplicht=True, standaard=[]
    )
    aan: list[PersoonId] = veld(
        "Aan",
        "Wie de stukken kreeg",
        kring=Kring.GROEP,
        vraag="Wie kregen de stukken?",
        verplicht=True,
        standaard=[],
    )
    stukken: list[Stuk] = veld(
        "Stukken", "Wat er verstuurd is", kring=Kring.GROEP, verplicht=True, standaard=[], gevraagd=False
    )
