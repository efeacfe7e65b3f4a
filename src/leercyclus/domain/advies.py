"""An advice of one participant."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.antwoord import Antwoord
from leercyclus.domain.kring import Kring
from leercyclus.domain.record import Record
from leercyclus.domain.veld import Datum, PersoonId, Proza, Regel, veld

AdviesSoort = Literal["aanbeveling", "inzicht", "vraag", "aanbod"]
#: The kinds that the vraagstellers answer in the opvolging.
VRAAGT_ANTWOORD: frozenset[str] = frozenset({"aanbeveling", "aanbod"})


class Advies(Record):
    """What one participant gives the vraagstellers."""

    van: PersoonId | None = veld("Van", "Wie het advies geeft", kring=Kring.GROEP, verplicht=True)
    datum: Datum | None = veld("Datum", "De dag van het advies", kring=Kring.GROEP, verplicht=True)
    soort: AdviesSoort = veld(
        "Soort",
        "Een aanbeveling, een inzicht, een vraag of een aanbod",
        kring=Kring.BESTUUR,
        vraag="Is het een aanbeveling, een inzicht, een vraag of een aanbod?",
        verplicht=True,
        standaard="aanbeveling",
    )
    tekst: Proza | None = veld(
        "Tekst", "Het advies", kring=Kring.GROEP, vraag="Wat is het advies?", verplicht=True
    )
    kern: Regel | None = veld(
        "Kern",
        "Het advies in één zin, zoals het bestuur het mag horen",
        kring=Kring.BESTUUR,
        vraag="Hoe luidt het in één zin, zoals het bestuur het mag horen?",
    )
    eigen_ervaring: Proza | None = veld(
        "Eigen ervaring",
        "Wat u zelf meemaakte dat dit advies draagt",
        kring=Kring.GROEP,
        vraag="Wat maakte u zelf mee dat dit advies draagt?",
    )
    antwoorden: list[Antwoord] = veld(
        "Antwoorden", "Antwoorden op de vragen", kring=Kring.GROEP, standaard=[], gevraagd=False
    )
