"""The day itself."""

from __future__ import annotations

from leercyclus.domain.antwoord import Antwoord
from leercyclus.domain.kring import Kring
from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import Datum, PersoonId, Proza, Regel, veld


class Intervisie(RecordMetStand):
    """Who were there, what was agreed, and what the question became."""

    datum: Datum | None = veld(
        "Datum",
        "De dag van de intervisie",
        kring=Kring.BESTUUR,
        vraag="Op welke dag was de intervisie?",
        verplicht=True,
    )
    plaats: Regel | None = veld(
        "Plaats", "Waar u bij elkaar was", kring=Kring.GROEP, vraag="Waar was u bij elkaar?", verplicht=True
    )
    aanwezig: list[PersoonId] = veld(
        "Aanwezig", "Wie er waren", kring=Kring.GROEP, vraag="Wie waren erbij?", verplicht=True, standaard=[]
    )
    zonder_advies: list[PersoonId] | None = veld(
        "Zonder advies", "Wie er wel was maar geen advies gaf", kring=Kring.GROEP, gevraagd=False
    )
    afspraken_vertrouwelijkheid: Proza | None = veld(
        "Afspraken over vertrouwelijkheid",
        "Wat u met elkaar afsprak over wat binnen de groep blijft",
        kring=Kring.GROEP,
        vraag="Wat sprak u met elkaar af over wat binnen de groep blijft?",
        verplicht=True,
    )
    terugblik: Proza | None = veld(
        "Terugblik",
        "Wat er van de adviezen van vorige keren geworden is",
        kring=Kring.GROEP,
        vraag="Wat is er van de adviezen van vorige keren geworden?",
        verplicht=True,
    )
    vraag_herzien: Proza | None = veld(
        "Vraag herzien",
        "Hoe de vraag luidt nadat u er samen over sprak",
        kring=Kring.BESTUUR,
        vraag="Hoe luidt de vraag nu, nadat u er samen over sprak?",
        verplicht=True,
    )
    antwoorden: list[Antwoord] = veld(
        "Antwoorden", "Antwoorden op de vragen", kring=Kring.GROEP, standaard=[], gevraagd=False
    )
