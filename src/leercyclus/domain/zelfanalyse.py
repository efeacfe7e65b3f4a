"""What the vraagstellers write about their own part in the question."""

from __future__ import annotations

from leercyclus.domain.antwoord import Antwoord
from leercyclus.domain.kring import Kring
from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import Datum, PersoonId, Proza, veld


class Zelfanalyse(RecordMetStand):
    """A short analysis of one's own: a step back, the own role, where it went wrong."""

    door: list[PersoonId] = veld(
        "Door", "Wie de zelfanalyse schrijft", kring=Kring.GROEP, verplicht=True, standaard=[]
    )
    datum: Datum | None = veld("Datum", "De dag van de zelfanalyse", kring=Kring.GROEP, verplicht=True)
    samenvatting: Proza | None = veld(
        "Samenvatting",
        "Uw zelfanalyse in een paar zinnen, voor wie maar één alinea leest",
        kring=Kring.GROEP,
        vraag="Hoe vat u uw zelfanalyse samen, voor wie maar één alinea leest?",
        verplicht=True,
        als_laatste=True,
    )
    antwoorden: list[Antwoord] = veld(
        "Antwoorden", "Antwoorden op de vragen", kring=Kring.GROEP, standaard=[], gevraagd=False
    )
