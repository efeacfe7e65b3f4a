"""A lesson: built in, of the group, or harvested in a cyclus."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import LesNaam, Proza, Regel, ThemaId, veld
from leercyclus.domain.vraag import Vraag


class Les(RecordMetStand):
    """What was learned, and the questions that bring it back."""

    thema: ThemaId | None = veld(
        "Thema", "Het thema waar de les bij hoort", vraag="Bij welk thema hoort de les?", verplicht=True
    )
    titel: Regel | None = veld(
        "Titel", "De les in een paar woorden", vraag="Hoe heet de les, in een paar woorden?", verplicht=True
    )
    kern: Regel | None = veld("Kern", "De les in één zin", vraag="Wat is de les, in één zin?", verplicht=True)
    toelichting: Proza | None = veld(
        "Toelichting",
        "Wat u zag gebeuren, en waarom het een les is",
        vraag="Wat zag u gebeuren dat dit een les maakt?",
        verplicht=True,
    )
    voorbeelden: list[Proza] = veld(
        "Voorbeelden",
        "Een voorbeeld uit de praktijk",
        vraag="Welk voorbeeld uit de praktijk hoort erbij?",
        optie="--voorbeeld",
        standaard=[],
    )
    bronnen: list[Regel] | None = veld("Bronnen", "Waar de les op steunt", optie="--bron", gevraagd=False)
    zichtbaar: Literal["groep", "openbaar"] = veld(
        "Zichtbaar",
        "Voor wie de les is: alleen de groep, of openbaar",
        standaard="groep",
        gevraagd=False,
    )
    herkomst: list[LesNaam] | None = veld(
        "Herkomst", "Lessen waar deze uit voortkomt of die ze bevestigt", gevraagd=False
    )
    vragen: list[Vraag] = veld("Vragen", "Vragen voor wie na u komt", standaard=[], gevraagd=False)
