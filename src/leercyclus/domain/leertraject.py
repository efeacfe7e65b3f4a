"""The group: its organisations, people, themes and terms."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from leercyclus.domain.groepsfeiten import is_actief
from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Deel, Record
from leercyclus.domain.veld import (
    Dagen,
    Datum,
    Getal,
    Id,
    JaNee,
    OrganisatieId,
    PersoonId,
    Proza,
    Regel,
    veld,
)

RolInGroep = Literal["deelnemer", "adviseur", "coordinator", "gast"]


class Organisatie(Deel):
    """An organisation that takes part, with the profile that makes differences visible."""

    id: Id = veld("Id", "Korte naam, zoals 'oss'", kring=Kring.OPENBAAR, standaard=...)
    naam: Regel | None = veld("Naam", "De volledige naam", kring=Kring.OPENBAAR, verplicht=True)
    soort: Regel | None = veld(
        "Soort", "Gemeente, gemeenschappelijke regeling, ambtelijke fusie", kring=Kring.OPENBAAR
    )
    profiel: Proza | None = veld(
        "Profiel", "Wat deze organisatie anders maakt dan de andere", kring=Kring.GROEP
    )
    kenmerken: list[Regel] = veld(
        "Kenmerken", "Kenmerken in een paar woorden", kring=Kring.GROEP, optie="--kenmerk", standaard=[]
    )


class Deelnemer(Deel):
    """Somebody in the group, by function."""

    id: PersoonId = veld("Id", "Korte naam, zoals 'directeur-oss'", kring=Kring.BESTUUR, standaard=...)
    naam: Regel | None = veld(
        "Naam",
        "De functie, zoals 'Directeur Oss'",
        kring=Kring.BESTUUR,
        vraag="Welke functie heeft deze persoon, zoals Directeur Oss?",
        verplicht=True,
    )
    organisatie: OrganisatieId | None = veld(
        "Organisatie", "De organisatie waar deze persoon werkt", kring=Kring.GROEP
    )
    rol: RolInGroep = veld(
        "Rol",
        "Deelnemer, adviseur, coordinator of gast",
        kring=Kring.GROEP,
        vraag="Is dit een deelnemer, de adviseur, de coördinator of een gast?",
        verplicht=True,
        standaard="deelnemer",
    )
    profiel: Proza | None = veld("Profiel", "Achtergrond en ervaring", kring=Kring.GROEP, gevraagd=False)
    kenmerken: list[Regel] | None = veld(
        "Kenmerken", "Kenmerken", kring=Kring.GROEP, optie="--kenmerk", gevraagd=False
    )
    vanaf: Datum | None = veld("Vanaf", "De eerste dag in de groep", kring=Kring.GROEP, gevraagd=False)
    tot: Datum | None = veld("Tot", "De dag van vertrek uit de groep", kring=Kring.GROEP, gevraagd=False)
    e_mail: Regel | None = veld("E-mail", "Het e-mailadres", kring=Kring.GROEP, gevraagd=False)

    def is_actief(self, day: dt.date) -> bool:
        """In the group on that day."""
        return is_actief(self.vanaf, self.tot, day)


class Thema(Deel):
    """A theme that recurs."""

    id: Id = veld("Id", "Korte naam", kring=Kring.OPENBAAR, standaard=...)
    naam: Regel | None = veld("Naam", "De naam van het thema", kring=Kring.OPENBAAR, verplicht=True)


class Termijnen(Deel):
    """Days from the intervisiedag within which each fase should be klaar; negative is before."""

    vraag: Getal = veld("Vraag", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=-84)
    zelfanalyse: Getal = veld("Zelfanalyse", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=-63)
    interviews: Getal = veld("Interviews", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=-21)
    verspreiding: Getal = veld(
        "Verspreiding", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=-14
    )
    intervisie: Getal = veld("Intervisie", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=0)
    opvolging: Getal = veld("Opvolging", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=90)
    lessen: Getal = veld("Lessen", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=120)
    uitkomst: Getal = veld("Uitkomst", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=300)


class Bewaren(Deel):
    """How long each kind is kept, in days; what says nothing is kept.

    Counted from the intervisiedag; what lies in no cyclus from its own ``datum``; somebody in the
    group from the day of leaving.
    """

    zelfanalyse: Dagen | None = veld("Zelfanalyse", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    interview: Dagen | None = veld("Interview", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    gespreksnotitie: Dagen | None = veld("Gespreksnotitie", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    verspreiding: Dagen | None = veld("Verspreiding", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    intervisie: Dagen | None = veld("Intervisie", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    advies: Dagen | None = veld("Advies", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    opvolging: Dagen | None = veld("Opvolging", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    terugkoppeling: Dagen | None = veld("Terugkoppeling", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    meenemen: Dagen | None = veld("Meenemen", "Dagen vanaf de intervisiedag", kring=Kring.GROEP)
    suggestie: Dagen | None = veld("Suggestie", "Dagen vanaf de datum", kring=Kring.GROEP)
    toestemming: Dagen | None = veld("Toestemming", "Dagen vanaf de datum", kring=Kring.GROEP)
    deelnemer: Dagen | None = veld("Deelnemer", "Dagen vanaf de dag van vertrek", kring=Kring.GROEP)


class Slot(Deel):
    """The meeting that closes the whole leertraject."""

    datum: Datum | None = veld("Datum", "De dag van de slotbijeenkomst", kring=Kring.GROEP)
    tekst: Proza | None = veld("Tekst", "Wat daar besproken is", kring=Kring.GROEP)


class Leertraject(Record):
    """The group that learns together."""

    id: Id | None = veld(
        "Id", "Korte naam van het leertraject", kring=Kring.OPENBAAR, verplicht=True, gevraagd=False
    )
    naam: Regel | None = veld("Naam", "Hoe uw groep heet", kring=Kring.OPENBAAR, verplicht=True)
    peildatum: Datum | None = veld(
        "Peildatum", "De dag die als vandaag geldt", kring=Kring.GROEP, gevraagd=False
    )
    voorbeeld: JaNee = veld(
        "Voorbeeld", "Of dit een voorbeeld is", kring=Kring.GROEP, standaard=False, gevraagd=False
    )
    termijnen: Termijnen = veld(
        "Termijnen", "Dagen vanaf de intervisiedag", kring=Kring.GROEP, standaard=Termijnen(), gevraagd=False
    )
    bewaren: Bewaren = veld(
        "Bewaren",
        "Bewaartermijnen in dagen, per soort",
        kring=Kring.GROEP,
        standaard=Bewaren(),
        gevraagd=False,
    )
    negeer: dict[str, Regel] | None = veld(
        "Negeer",
        "Codes die controleer hier niet meldt, met de reden",
        kring=Kring.VERTROUWELIJK,
        gevraagd=False,
    )
    slot: Slot | None = veld("Slot", "De slotbijeenkomst", kring=Kring.GROEP, gevraagd=False)
    organisaties: list[Organisatie] = veld(
        "Organisaties", "Wie meedoen", kring=Kring.OPENBAAR, standaard=[], gevraagd=False
    )
    deelnemers: list[Deelnemer] = veld(
        "Deelnemers", "Mensen in de groep", kring=Kring.BESTUUR, standaard=[], gevraagd=False
    )
    themas: list[Thema] = veld(
        "Thema’s", "Terugkerende thema’s", kring=Kring.OPENBAAR, standaard=[], gevraagd=False
    )

    def persoon(self, id: str) -> Deelnemer | None:
        """The person with this id."""
        return next((person for person in self.deelnemers if person.id == id), None)

    def met_rol(self, rol: RolInGroep, day: dt.date) -> list[str]:
        """Ids of those with this role on that day."""
        return [person.id for person in self.deelnemers if person.rol == rol and person.is_actief(day)]
