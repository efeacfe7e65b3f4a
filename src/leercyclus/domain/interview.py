"""One conversation of the adviseur."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.antwoord import Antwoord
from leercyclus.domain.kring import Kring
from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import Datum, OrganisatieId, PersoonId, Proza, Regel, veld

Invalshoek = Literal["intern", "extern", "elders"]


class Interview(RecordMetStand):
    """What somebody inside, outside or elsewhere told the adviseur."""

    invalshoek: Invalshoek | None = veld(
        "Invalshoek",
        "Van binnen de organisatie, van buiten, of iemand met ervaring elders",
        kring=Kring.VERTROUWELIJK,
        vraag="Van welke kant komt uw gesprekspartner: van binnen, van buiten, of met ervaring elders?",
        verplicht=True,
    )
    gesprekspartner: Regel | None = veld(
        "Gesprekspartner",
        "Met wie u sprak: een functie of rol, geen naam",
        kring=Kring.VERTROUWELIJK,
        vraag="Wie is uw gesprekspartner? Noem de functie of rol, geen naam.",
        verplicht=True,
    )
    organisatie: OrganisatieId | None = veld(
        "Organisatie", "De organisatie, als die meedoet", kring=Kring.VERTROUWELIJK, gevraagd=False
    )
    door: list[PersoonId] = veld(
        "Door", "Wie het gesprek voerde", kring=Kring.VERTROUWELIJK, verplicht=True, standaard=[]
    )
    datum: Datum | None = veld(
        "Datum",
        "De dag van het gesprek",
        kring=Kring.VERTROUWELIJK,
        vraag="Wat is de dag van het gesprek?",
        verplicht=True,
    )
    verslag: Proza | None = veld(
        "Verslag",
        "Wat u hoorde, in uw eigen woorden",
        kring=Kring.VERTROUWELIJK,
        vraag="Wat hoorde u? Schrijf het op in uw eigen woorden.",
    )
    verslag_bij: Literal["adviseur"] | None = veld(
        "Verslag bij", "Het verslag blijft bij de adviseur", kring=Kring.VERTROUWELIJK, gevraagd=False
    )
    antwoorden: list[Antwoord] = veld(
        "Antwoorden", "Antwoorden op de vragen", kring=Kring.VERTROUWELIJK, standaard=[], gevraagd=False
    )
