"""Which lessons everybody may read: those that say so, with the consent of those whose story they tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from leercyclus.domain.bibliotheek import GROEP
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Inhoud
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.les import Les
from leercyclus.domain.soorten import GROEPSLES, INTERVISIE, LES, TOESTEMMING
from leercyclus.domain.toestemming import ALLE


@dataclass(frozen=True)
class Openbaarmaking:
    """A lesson that says it is public, and who stands in the way of that, in order."""

    les: Gelezen[Les]
    naam: str
    betrokkenen: tuple[str, ...]
    nooit_gegeven: tuple[str, ...]
    ingetrokken: tuple[str, ...]

    @property
    def mag(self) -> bool:
        """Whether everybody may read it: somebody was asked, and all agree."""
        return bool(self.betrokkenen) and not (self.nooit_gegeven or self.ingetrokken)


def openbaarmakingen(inhoud: Inhoud, vandaag: dt.date) -> Iterator[Openbaarmaking]:
    """Every definitief lesson that says it is public."""
    groep = inhoud.groep.record if inhoud.groep else Leertraject()
    consent = {stuk.id: stuk.record for stuk in inhoud.van(TOESTEMMING)}
    for les, naam, people in _met_betrokkenen(inhoud, groep, vandaag):
        if not (les.record.is_definitief and les.record.zichtbaar == "openbaar"):
            continue
        agreed = {
            person
            for person in people
            if person in consent and {ALLE, naam}.intersection(consent[person].lessen)
        }
        yield Openbaarmaking(
            les,
            naam,
            tuple(people),
            nooit_gegeven=tuple(person for person in people if person not in agreed),
            ingetrokken=tuple(
                person for person in people if person in agreed and consent[person].is_ingetrokken(vandaag)
            ),
        )


def openbare_lessen(inhoud: Inhoud, vandaag: dt.date) -> frozenset[str]:
    """The full names of the lessons of the group that everybody may read.

    None at all when ``leertraject.toml`` or a consent cannot be read: who was involved, or withdrew,
    is not known then.
    """
    unreadable = any(
        problem.bestand.startswith(f"{TOESTEMMING.map}/") or problem.bestand == "leertraject.toml"
        for problem in inhoud.problemen
    )
    if unreadable:
        return frozenset()
    return frozenset(item.naam for item in openbaarmakingen(inhoud, vandaag) if item.mag)


def _met_betrokkenen(
    inhoud: Inhoud, groep: Leertraject, vandaag: dt.date
) -> Iterator[tuple[Gelezen[Les], str, list[str]]]:
    """Every lesson with its full name and those whose story it tells."""
    for les in inhoud.van(GROEPSLES):
        yield les, f"{GROEP}/{les.id}", groep.met_rol("deelnemer", vandaag)
    for cyclus in inhoud.cycli:
        for les in cyclus.van(LES):
            yield les, f"{cyclus.id}/{les.id}", _betrokkenen(cyclus, groep)


def _betrokkenen(cyclus: CyclusMap, groep: Leertraject) -> list[str]:
    """Who brought the question and who spoke on the day; not those who help from outside."""
    day = cyclus.een(INTERVISIE)
    around = day.record.aanwezig if day and day.record.aanwezig else cyclus.cyclus.deelnemers
    people = dict.fromkeys([*cyclus.cyclus.vraagstellers, *around])
    members = {person.id for person in groep.deelnemers if person.rol == "deelnemer"}
    return [person for person in people if person in members]
