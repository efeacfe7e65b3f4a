"""What the vraagstellers do with advices."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Record
from leercyclus.domain.veld import AdviesId, Datum, PersoonId, Proza, is_gevuld, veld

Voornemen = Literal["neemt over", "overweegt", "neemt niet over"]


class Opvolging(Record):
    """The answer to one or more advices: whether, why, who acts and by when; later the outcome."""

    adviezen: list[AdviesId] = veld(
        "Adviezen",
        "Welke adviezen u beantwoordt",
        kring=Kring.GROEP,
        verplicht=True,
        standaard=[],
        gevraagd=False,
    )
    door: list[PersoonId] = veld("Door", "Wie antwoordt", kring=Kring.GROEP, verplicht=True, standaard=[])
    datum: Datum | None = veld("Datum", "De dag van het antwoord", kring=Kring.GROEP, verplicht=True)
    voornemen: Voornemen | None = veld(
        "Voornemen",
        "Wat u met het advies doet",
        kring=Kring.GROEP,
        vraag="Wat doet u met dit advies?",
        verplicht=True,
    )
    waarom: Proza | None = veld(
        "Waarom", "Wat de doorslag gaf", kring=Kring.GROEP, vraag="Wat gaf de doorslag?", verplicht=True
    )
    actie: Proza | None = veld(
        "Actie", "Wat er gaat gebeuren", kring=Kring.GROEP, vraag="Wat gaat er gebeuren?"
    )
    actiehouder: PersoonId | None = veld(
        "Actiehouder", "Wie dat doet: één persoon", kring=Kring.GROEP, vraag="Wie doet dat? Kies één persoon."
    )
    uiterlijk: Datum | None = veld("Uiterlijk", "Voor welke dag", kring=Kring.GROEP, vraag="Voor welke dag?")
    uitkomst: Proza | None = veld("Uitkomst", "Wat ervan geworden is", kring=Kring.GROEP, gevraagd=False)
    uitkomst_datum: Datum | None = veld(
        "Datum van de uitkomst", "De dag waarop dat bleek", kring=Kring.GROEP, gevraagd=False
    )

    @property
    def wacht_op_uitkomst(self) -> bool:
        """Whether something was going to happen of which nobody wrote what became of it."""
        return self.voornemen in ("neemt over", "overweegt") and not is_gevuld(self.uitkomst)
