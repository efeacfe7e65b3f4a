"""What a participant takes to the own kitchen."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Record
from leercyclus.domain.veld import Datum, Proza, veld


class Meenemen(Record):
    """Copied, added to the own way, or cooked together. The file is named after the participant."""

    datum: Datum | None = veld("Datum", "De dag waarop u het opschrijft", kring=Kring.GROEP, verplicht=True)
    wijze: Literal["kopiëren", "aanvullen", "samen koken"] | None = veld(
        "Wijze",
        "Neemt u het over, vult u uw eigen aanpak aan, of gaat u het samen maken",
        kring=Kring.GROEP,
        vraag="Neemt u het over, vult u uw eigen aanpak aan, of gaat u het samen maken?",
        verplicht=True,
    )
    tekst: Proza | None = veld(
        "Tekst",
        "Wat u meeneemt naar uw eigen organisatie",
        kring=Kring.GROEP,
        vraag="Wat neemt u mee naar uw eigen organisatie?",
        verplicht=True,
    )
    uitkomst: Proza | None = veld("Uitkomst", "Wat ervan geworden is", kring=Kring.GROEP, gevraagd=False)
