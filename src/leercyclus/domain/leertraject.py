"""The group: its organisations, people, themes and terms."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from leercyclus.domain.record import Deel, Record
from leercyclus.domain.veld import Datum, Getal, Id, JaNee, OrganisatieId, Proza, Regel, veld

RolInGroep = Literal["deelnemer", "adviseur", "coordinator", "gast"]


class Organisatie(Deel):
    """An organisation that takes part, with the profile that makes differences visible."""

    id: Id = veld("Id", "Korte naam, zoals 'oss'", standaard=...)
    naam: Regel | None = veld("Naam", "De volledige naam", verplicht=True)
    soort: Regel | None = veld("Soort", "Gemeente, gemeenschappelijke regeling, ambtelijke fusie")
    profiel: Proza | None = veld("Profiel", "Wat deze organisatie anders maakt dan de andere")
    kenmerken: list[Regel] = veld(
        "Kenmerken", "Kenmerken in een paar woorden", optie="--kenmerk", standaard=[]
    )


class Deelnemer(Deel):
    """Somebody in the group, by function."""

    id: Id = veld("Id", "Korte naam, zoals 'directeur-oss'", standaard=...)
    naam: Regel | None = veld(
        "Naam",
        "De functie, zoals 'Directeur Oss'",
        vraag="Welke functie heeft deze persoon, zoals Directeur Oss?",
        verplicht=True,
    )
    organisatie: OrganisatieId | None = veld("Organisatie", "De organisatie waar deze persoon werkt")
    rol: RolInGroep = veld(
        "Rol",
        "Deelnemer, adviseur, coordinator of gast",
        vraag="Is dit een deelnemer, de adviseur, de coördinator of een gast?",
        verplicht=True,
        standaard="deelnemer",
    )
    profiel: Proza | None = veld("Profiel", "Achtergrond en ervaring", gevraagd=False)
    kenmerken: list[Regel] | None = veld("Kenmerken", "Kenmerken", optie="--kenmerk", gevraagd=False)
    vanaf: Datum | None = veld("Vanaf", "De eerste dag in de groep", gevraagd=False)
    tot: Datum | None = veld("Tot", "De dag van vertrek uit de groep", gevraagd=False)
    e_mail: Regel | None = veld("E-mail", "Het e-mailadres", gevraagd=False)

    def is_actief(self, day: dt.date) -> bool:
        """In the group on that day: ``vanaf`` counts, ``tot`` does not any more."""
        return (self.vanaf is None or self.vanaf <= day) and (self.tot is None or day < self.tot)


class Thema(Deel):
    """A theme that recurs."""

    id: Id = veld("Id", "Korte naam", standaard=...)
    naam: Regel | None = veld("Naam", "De naam van het thema", verplicht=True)


class Termijnen(Deel):
    """Days from the intervisiedag within which each fase should be klaar; negative is before."""

    vraag: Getal = veld("Vraag", "Dagen vanaf de intervisiedag", standaard=-84)
    zelfanalyse: Getal = veld("Zelfanalyse", "Dagen vanaf de intervisiedag", standaard=-63)
    interviews: Getal = veld("Interviews", "Dagen vanaf de intervisiedag", standaard=-21)
    verspreiding: Getal = veld("Verspreiding", "Dagen vanaf de intervisiedag", standaard=-14)
    intervisie: Getal = veld("Intervisie", "Dagen vanaf de intervisiedag", standaard=0)
    opvolging: Getal = veld("Opvolging", "Dagen vanaf de intervisiedag", standaard=90)
    lessen: Getal = veld("Lessen", "Dagen vanaf de intervisiedag", standaard=120)
    uitkomst: Getal = veld("Uitkomst", "Dagen vanaf de intervisiedag", standaard=300)


class Slot(Deel):
    """The meeting that closes the whole leertraject."""

    datum: Datum | None = veld("Datum", "De dag van de slotbijeenkomst")
    tekst: Proza | None = veld("Tekst", "Wat daar besproken is")


class Leertraject(Record):
    """The group that learns together."""

    id: Id | None = veld("Id", "Korte naam van het leertraject", verplicht=True, gevraagd=False)
    naam: Regel | None = veld("Naam", "Hoe uw groep heet", verplicht=True)
    peildatum: Datum | None = veld("Peildatum", "De dag die als vandaag geldt", gevraagd=False)
    voorbeeld: JaNee = veld("Voorbeeld", "Of dit een voorbeeld is", standaard=False, gevraagd=False)
    termijnen: Termijnen = veld(
        "Termijnen", "Dagen vanaf de intervisiedag", standaard=Termijnen(), gevraagd=False
    )
    bewaren: dict[str, Getal] | None = veld("Bewaren", "Bewaartermijnen", gevraagd=False)
    negeer: dict[str, Regel] | None = veld(
        "Negeer", "Codes die controleer hier niet meldt, met de reden", gevraagd=False
    )
    slot: Slot | None = veld("Slot", "De slotbijeenkomst", gevraagd=False)
    organisaties: list[Organisatie] = veld("Organisaties", "Wie meedoen", standaard=[], gevraagd=False)
    deelnemers: list[Deelnemer] = veld("Deelnemers", "Mensen in de groep", standaard=[], gevraagd=False)
    themas: list[Thema] = veld("Thema’s", "Terugkerende thema’s", standaard=[], gevraagd=False)

    def persoon(self, id: str) -> Deelnemer | None:
        """The person with this id."""
        return next((person for person in self.deelnemers if person.id == id), None)

    def met_rol(self, rol: RolInGroep, day: dt.date) -> list[str]:
        """Ids of those with this role on that day."""
        return [person.id for person in self.deelnemers if person.rol == rol and person.is_actief(day)]
