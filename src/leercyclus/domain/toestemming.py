"""The consent of one participant to make lessons public."""

from __future__ import annotations

import datetime as dt

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Record
from leercyclus.domain.veld import Datum, JaNee, Regel, veld

#: Stands in ``lessen`` for every lesson there is.
ALLE = "alle"


class Toestemming(Record):
    """What somebody agreed to, and whether that was withdrawn. The file is named after the participant."""

    datum: Datum | None = veld("Datum", "De dag van de toestemming", kring=Kring.GROEP, verplicht=True)
    wijze: Regel | None = veld(
        "Wijze", "Hoe die gegeven is: per mail, op papier", kring=Kring.GROEP, verplicht=True
    )
    naam_noemen: JaNee | None = veld(
        "Naam noemen", "Of de functie erbij mag staan", kring=Kring.GROEP, verplicht=True
    )
    lessen: list[Regel] = veld(
        "Lessen", "Welke lessen, of 'alle'", kring=Kring.GROEP, verplicht=True, standaard=[]
    )
    ingetrokken: Datum | None = veld(
        "Ingetrokken", "De dag waarop de toestemming verviel", kring=Kring.GROEP, gevraagd=False
    )

    def is_ingetrokken(self, day: dt.date) -> bool:
        """Whether it had been withdrawn by that day."""
        return self.ingetrokken is not None and self.ingetrokken <= day
