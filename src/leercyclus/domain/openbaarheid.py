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
    # what is half read may have been withdrawn
    consent = {stuk.id: stuk.record for stuk in inhoud.van(TOESTEMMING) if not stuk.bevindingen}
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

    A lesson waits while something is wrong in its cyclus, or in ``leertraject.toml``: who was involved
    is not certain then.
    """
    if inhoud.groep is None or inhoud.groep.bevindingen:
        return frozenset()
    uncertain = {cyclus.id for cyclus in inhoud.cycli if _is_onzeker(cyclus)}
    return frozenset(
        item.naam
        for item in openbaarmakingen(inhoud, vandaag)
        if item.mag and item.naam.split("/")[0] not in uncertain
    )


def _is_onzeker(cyclus: CyclusMap) -> bool:
    return bool(cyclus.problemen) or any(record.bevindingen for record in cyclus.records)


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
