"""That a board heard of it."""

from __future__ import annotations

from leercyclus.domain.record import Record
from leercyclus.domain.veld import Datum, PersoonId, Proza, Regel, veld


class Terugkoppeling(Record):
    """What the board of one organisation, after which the file is named, was told and said."""

    datum: Datum | None = veld("Datum", "De dag waarop het bestuur het hoorde", verplicht=True)
    door: list[PersoonId] = veld("Door", "Wie het vertelde", verplicht=True, standaard=[])
    bestuur: Regel | None = veld(
        "Bestuur", "Welk bestuur: het college, de regioraad, een stuurgroep", verplicht=True
    )
    kern: Proza | None = veld("Kern", "Wat u het bestuur vertelde", verplicht=True)
    gevraagd_van_bestuur: Proza | None = veld("Gevraagd van het bestuur", "Wat u het bestuur vroeg")
    reactie: Proza | None = veld("Reactie", "Hoe het bestuur reageerde")
    suggesties: Proza | None = veld("Suggesties", "Vragen die het bestuur de groep meegeeft")
