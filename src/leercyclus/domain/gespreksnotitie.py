"""The mirror that the adviseur holds up."""

from __future__ import annotations

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import Datum, PersoonId, Proza, veld


class Gespreksnotitie(RecordMetStand):
    """What came out of the conversations, as a mirror for the vraagstellers."""

    door: list[PersoonId] = veld(
        "Door", "Wie de gespreksnotitie schrijft", kring=Kring.GROEP, verplicht=True, standaard=[]
    )
    datum: Datum | None = veld("Datum", "De dag van de gespreksnotitie", kring=Kring.GROEP, verplicht=True)
    spiegel: Proza | None = veld(
        "Spiegel",
        "Wat u de vraagstellers voorhoudt",
        kring=Kring.GROEP,
        vraag="Wat houdt u de vraagstellers voor?",
        verplicht=True,
    )
    beelden_intern: Proza | None = veld(
        "Beelden van binnen",
        "Hoe mensen binnen ernaar kijken",
        kring=Kring.GROEP,
        vraag="Hoe kijken mensen binnen de organisatie ernaar?",
        verplicht=True,
    )
    beelden_extern: Proza | None = veld(
        "Beelden van buiten",
        "Hoe mensen buiten ernaar kijken",
        kring=Kring.GROEP,
        vraag="Hoe kijken mensen buiten de organisatie ernaar?",
        verplicht=True,
    )
    ervaringen_elders: Proza | None = veld(
        "Ervaringen elders",
        "Wat anderen met zo’n vraag meemaakten",
        kring=Kring.GROEP,
        vraag="Wat maakten anderen met zo’n vraag mee?",
        verplicht=True,
    )
    vragen_voor_de_dag: Proza | None = veld(
        "Vragen voor de dag",
        "Waar de groep het op de dag over zou moeten hebben",
        kring=Kring.GROEP,
        vraag="Waar zou de groep het op de dag over moeten hebben?",
        verplicht=True,
    )
