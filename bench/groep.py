"""The group of a made leertraject: organisations, people by function, themes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import product
from typing import Any

from bench import woorden
from bench.verteller import Verteller

#: The day on which a made leertraject stands still.
PEILDATUM = dt.date(2030, 3, 1)
_BEGIN = dt.date(2014, 9, 1)


@dataclass(frozen=True)
class Groep:
    """Who can be asked for a cyclus. ``leden`` has the people of each organisation, the director first."""

    organisaties: dict[str, str]
    leden: dict[str, list[str]]
    adviseurs: list[str]
    coordinatoren: list[str]

    @property
    def deelnemers(self) -> list[str]:
        """All those who can bring a question or give advice."""
        return [person for people in self.leden.values() for person in people]


def maak_groep(cycli: int, kans: Verteller) -> Groep:
    """A group of thirty people, or of more as there are more cycles, to two hundred."""
    people = min(200, 30 + cycli * 170 // 10_000)
    advisers, coordinators = 2 + people // 50, 1 + people // 100
    places = ["".join(halves) for halves in product(woorden.VOORVOEGSELS, woorden.ACHTERVOEGSELS)]
    chosen = kans.sample(places, (people - advisers - coordinators) // len(woorden.FUNCTIES))
    return Groep(
        organisaties={place.lower(): place for place in chosen},
        leden={
            place.lower(): [f"{function}-{place.lower()}" for function in woorden.FUNCTIES]
            for place in chosen
        },
        adviseurs=[f"adviseur-{number}" for number in range(1, advisers + 1)],
        coordinatoren=[f"coordinator-{number}" for number in range(1, coordinators + 1)],
    )


def leertraject(groep: Groep, kans: Verteller) -> dict[str, Any]:
    """What ``leertraject.toml`` says."""
    return {
        "versie": 1,
        "id": "gemaakt-leertraject",
        "naam": "Een gemaakt leertraject",
        "peildatum": PEILDATUM,
        "termijnen": {"vraag": -84, "zelfanalyse": -63, "interviews": -21, "verspreiding": -14},
        "bewaren": {"interview": 7300, "zelfanalyse": 7300},
        "organisaties": [
            _organisatie(number, id, place, kans)
            for number, (id, place) in enumerate(groep.organisaties.items())
        ],
        "deelnemers": _mensen(groep),
        "themas": [{"id": id, "naam": id.replace("-", " ").capitalize()} for id in woorden.THEMAS],
    }


def _organisatie(number: int, id: str, place: str, kans: Verteller) -> dict[str, Any]:
    kind, name = woorden.ORGANISATIES[number % len(woorden.ORGANISATIES)]
    return {
        "id": id,
        "naam": name.format(place),
        "soort": kind,
        "profiel": kans.tekst("verhaal", "verhaal"),
        "kenmerken": kans.sample(woorden.KENMERKEN, 2),
    }


def _mensen(groep: Groep) -> list[dict[str, Any]]:
    members = [
        {"id": id, "naam": id.replace("-", " ").capitalize(), "organisatie": organisation, "rol": "deelnemer"}
        for organisation, people in groep.leden.items()
        for id in people
    ]
    others = [
        {"id": id, "naam": id.replace("-", " ").capitalize(), "rol": role}
        for role, people in (("adviseur", groep.adviseurs), ("coordinator", groep.coordinatoren))
        for id in people
    ]
    return [{**person, "vanaf": _BEGIN} for person in (*members, *others)]


def ernaast(groep: Groep, kans: Verteller) -> dict[str, dict[str, Any]]:
    """What lies beside the cycles, by path: everybody's consent, and what boards suggested."""
    consent = {
        f"toestemming/{person}.toml": {
            "versie": 1,
            "datum": dt.date(2029, 6, 4),
            "wijze": "mondeling, daarna bevestigd per e-mail",
            "naam_noemen": True,
            "lessen": ["alle"],
        }
        for person in groep.deelnemers
    }
    suggestions = {
        f"suggesties/{organisation}-{kans.achtervoegsel()}.toml": {
            "versie": 1,
            "vraag": kans.tekst("vraag"),
            "van": f"{kans.choice(woorden.BESTUREN)} van {place}",
            "datum": dt.date(2029, 9, 3),
            "thema": kans.choice(woorden.THEMAS),
        }
        for organisation, place in list(groep.organisaties.items())[::3]
    }
    return consent | suggestions
