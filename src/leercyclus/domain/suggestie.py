"""A question that somebody outside the group would like it to take up."""

from __future__ import annotations

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Record
from leercyclus.domain.veld import Datum, Proza, Regel, ThemaId, veld


class Suggestie(Record):
    """A question from a board or anybody else."""

    vraag: Proza | None = veld(
        "Vraag", "De vraag die de groep zou kunnen opnemen", kring=Kring.BESTUUR, verplicht=True
    )
    van: Regel | None = veld(
        "Van", "Van wie de vraag komt: een functie of gremium", kring=Kring.BESTUUR, verplicht=True
    )
    datum: Datum | None = veld("Datum", "De dag van de suggestie", kring=Kring.BESTUUR, verplicht=True)
    thema: ThemaId | None = veld("Thema", "Het thema", kring=Kring.BESTUUR)
