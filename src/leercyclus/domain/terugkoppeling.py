"""That a board heard of it."""

from __future__ import annotations

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Record
from leercyclus.domain.veld import Datum, PersoonId, Proza, Regel, veld


class Terugkoppeling(Record):
    """What the board of one organisation, after which the file is named, was told and said."""

    datum: Datum | None = veld(
        "Datum",
        "De dag waarop het bestuur het hoorde",
        kring=Kring.BESTUUR,
        vraag="Op welke dag hoorde het bestuur het?",
        verplicht=True,
    )
    door: list[PersoonId] = veld(
        "Door",
        "Wie het vertelde",
        kring=Kring.BESTUUR,
        vraag="Wie vertelde het?",
        verplicht=True,
        standaard=[],
    )
    bestuur: Regel | None = veld(
        "Bestuur",
        "Welk bestuur: het college, de regioraad, een stuurgroep",
        kring=Kring.BESTUUR,
        vraag="Welk bestuur was het: het college, de regioraad, een stuurgroep?",
        verplicht=True,
    )
    kern: Proza | None = veld(
        "Kern",
        "Wat u het bestuur vertelde",
        kring=Kring.BESTUUR,
        vraag="Wat vertelde u het bestuur?",
        verplicht=True,
    )
    gevraagd_van_bestuur: Proza | None = veld(
        "Gevraagd van het bestuur",
        "Wat u het bestuur vroeg",
        kring=Kring.BESTUUR,
        vraag="Wat vroeg u het bestuur?",
    )
    reactie: Proza | None = veld(
        "Reactie", "Hoe het bestuur reageerde", kring=Kring.BESTUUR, vraag="Hoe reageerde het bestuur?"
    )
    suggesties: Proza | None = veld(
        "Suggesties",
        "Vragen die het bestuur de groep meegeeft",
        kring=Kring.BESTUUR,
        vraag="Welke vragen geeft het bestuur de groep mee?",
    )
