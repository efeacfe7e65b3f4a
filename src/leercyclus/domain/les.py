"""A lesson: built in, of the group, or harvested in a cyclus."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import LesNaam, Proza, Regel, ThemaId, veld
from leercyclus.domain.vraag import Vraag


class Les(RecordMetStand):
    """What was learned, and the questions that bring it back."""

    thema: ThemaId | None = veld(
        "Thema",
        "Het thema waar de les bij hoort",
        kring=Kring.OPENBAAR,
        vraag="Bij welk thema hoort de les?",
        verplicht=True,
    )
    titel: Regel | None = veld(
        "Titel",
        "De les in een paar woorden",
        kring=Kring.OPENBAAR,
        vraag="Hoe heet de les, in een paar woorden?",
        verplicht=True,
    )
    kern: Regel | None = veld(
        "Kern", "De les in één zin", kring=Kring.OPENBAAR, vraag="Wat is de les, in één zin?", verplicht=True
    )
    toelichting: Proza | None = veld(
        "Toelichting",
        "Wat u zag gebeuren, en waarom het een les is",
        kring=Kring.OPENBAAR,
        vraag="Wat zag u gebeuren dat dit een les maakt?",
        verplicht=True,
    )
    voorbeelden: list[Proza] = veld(
        "Voorbeelden",
        "Een voorbeeld uit de praktijk",
        kring=Kring.OPENBAAR,
        vraag="Welk voorbeeld uit de praktijk hoort erbij?",
        optie="--voorbeeld",
        standaard=[],
    )
    bronnen: list[Regel] | None = veld(
        "Bronnen", "Waar de les op steunt", kring=Kring.OPENBAAR, optie="--bron", gevraagd=False
    )
    zichtbaar: Literal["groep", "openbaar"] = veld(
        "Zichtbaar",
        "Voor wie de les is: alleen de groep, of openbaar",
        kring=Kring.OPENBAAR,
        standaard="groep",
        gevraagd=False,
    )
    herkomst: list[LesNaam] | None = veld(
        "Herkomst", "Lessen waar deze uit voortkomt of die ze bevestigt", kring=Kring.GROEP, gevraagd=False
    )
    vragen: list[Vraag] = veld(
        "Vragen", "Vragen voor wie na u komt", kring=Kring.OPENBAAR, standaard=[], gevraagd=False
    )
