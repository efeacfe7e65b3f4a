"""What the vraagstellers do with advices."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.record import Record
from leercyclus.domain.veld import AdviesId, Datum, PersoonId, Proza, is_gevuld, veld

Voornemen = Literal["neemt over", "overweegt", "neemt niet over"]


class Opvolging(Record):
    """The answer to one or more advices: whether, why, who acts and by when; later the outcome."""

    adviezen: list[AdviesId] = veld(
        "Adviezen", "Welke adviezen u beantwoordt", verplicht=True, standaard=[], gevraagd=False
    )
    door: list[PersoonId] = veld("Door", "Wie antwoordt", verplicht=True, standaard=[])
    datum: Datum | None = veld("Datum", "De dag van het antwoord", verplicht=True)
    voornemen: Voornemen | None = veld(
        "Voornemen", "Wat u met het advies doet", vraag="Wat doet u met dit advies?", verplicht=True
    )
    waarom: Proza | None = veld("Waarom", "Wat de doorslag gaf", vraag="Wat gaf de doorslag?", verplicht=True)
    actie: Proza | None = veld("Actie", "Wat er gaat gebeuren", vraag="Wat gaat er gebeuren?")
    actiehouder: PersoonId | None = veld(
        "Actiehouder", "Wie dat doet: één persoon", vraag="Wie doet dat? Kies één persoon."
    )
    uiterlijk: Datum | None = veld("Uiterlijk", "Voor welke dag", vraag="Voor welke dag?")
    uitkomst: Proza | None = veld("Uitkomst", "Wat ervan geworden is", gevraagd=False)
    uitkomst_datum: Datum | None = veld("Datum van de uitkomst", "De dag waarop dat bleek", gevraagd=False)

    @property
    def wacht_op_uitkomst(self) -> bool:
        """Whether something was going to happen of which nobody wrote what became of it."""
        return self.voornemen in ("neemt over", "overweegt") and not is_gevuld(self.uitkomst)
