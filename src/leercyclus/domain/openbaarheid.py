"""Which lessons everybody may read: those that say so, with the consent of those whose story they tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.bibliotheek import GROEP
from leercyclus.domain.controle import onbekende_sleutels
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Inhoud
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.les import Les
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.soorten import ADVIES, CYCLUS, GROEPSLES, INTERVISIE, LES, TOESTEMMING
from leercyclus.domain.toestemming import ALLE, Toestemming


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
    consent = {stuk.id: stuk.record for stuk in inhoud.van(TOESTEMMING) if _is_gegeven(stuk, vandaag)}
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

    A lesson waits while it is not certain who was involved: something is wrong in ``leertraject.toml``
    or in its cyclus, or the day is not written down yet.
    """
    if inhoud.groep is None or inhoud.groep.bevindingen:
        return frozenset()
    known = {person.id for person in inhoud.groep.record.deelnemers}
    uncertain = {cyclus.id for cyclus in inhoud.cycli if _is_onzeker(cyclus, known)}
    return frozenset(
        item.naam
        for item in openbaarmakingen(inhoud, vandaag)
        if item.mag and not item.les.bevindingen and item.naam.split("/")[0] not in uncertain
    )


def _is_onzeker(cyclus: CyclusMap, known: Collection[str]) -> bool:
    """Whether somebody may have been involved of whom it is not known."""
    day, itself = cyclus.een(INTERVISIE), cyclus.een(CYCLUS)
    if cyclus.problemen or day is None or itself is None or not day.record.is_definitief:
        return True
    people = {*itself.record.vraagstellers, *itself.record.deelnemers, *day.record.aanwezig}
    return (
        any(record.bevindingen for record in cyclus.records)
        or any(_heeft_onbekende_sleutels(record) for record in (day, itself))
        or not day.record.aanwezig
        or not people <= set(known)
    )


def _heeft_onbekende_sleutels(record: Gelezen[Any]) -> bool:
    return next(onbekende_sleutels(record.soort.model, record.document.data), None) is not None


def _is_gegeven(stuk: Gelezen[Toestemming], vandaag: dt.date) -> bool:
    """Whether a consent says all that it has to; what is half written may have been withdrawn."""
    record = stuk.record
    is_whole = not (stuk.bevindingen or ontbrekend(record) or _heeft_onbekende_sleutels(stuk))
    return is_whole and record.datum is not None and record.datum <= vandaag


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
    advised = (advies.record.van for advies in cyclus.van(ADVIES))
    people = dict.fromkeys([*cyclus.cyclus.vraagstellers, *around, *filter(None, advised)])
    members = {person.id for person in groep.deelnemers if person.rol == "deelnemer"}
    return [person for person in people if person in members]
