"""Which lessons everybody may read: those that say so, with the consent of those whose story they tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.bibliotheek import GROEP
from leercyclus.domain.controle import onbekende_sleutels
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.les import Les
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.soorten import ADVIES, CYCLUS, INTERVISIE, LES
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


@dataclass(frozen=True)
class Instemming:
    """Who agreed to what, by what lies beside the cycles: all it takes to judge the lessons of one cyclus.

    ``groep`` is None when it cannot be read; ``gegeven`` has the consent of each who gave one.
    Not ``volledig`` is when there are consents that are not here.
    """

    groep: Gelezen[Leertraject] | None
    gegeven: Mapping[str, Toestemming]
    vandaag: dt.date
    volledig: bool = True

    @classmethod
    def van(
        cls,
        groep: Gelezen[Leertraject] | None,
        toestemmingen: Iterable[Gelezen[Toestemming]],
        day: dt.date,
        *,
        volledig: bool = True,
    ) -> Instemming:
        """By the group and the consents, as they count on that day."""
        given = {stuk.id: stuk.record for stuk in toestemmingen if _is_gegeven(stuk, day)}
        return cls(groep, given, day, volledig)

    def in_groep(self, lessen: Iterable[Gelezen[Les]]) -> Iterator[Openbaarmaking]:
        """Every definitief lesson of the group itself that says it is public."""
        return self._openbaarmakingen(GROEP, lessen, self._leertraject.met_rol("deelnemer", self.vandaag))

    def in_cyclus(self, cyclus: CyclusMap) -> Iterator[Openbaarmaking]:
        """Every definitief lesson of a cyclus that says it is public."""
        people = _betrokkenen(cyclus, self._leertraject)
        return self._openbaarmakingen(cyclus.id, cyclus.van(LES), people)

    def openbaar_in_groep(self, lessen: Iterable[Gelezen[Les]]) -> frozenset[str]:
        """The full names of the lessons of the group itself that everybody may read."""
        return self._openbaar(self.in_groep(lessen))

    def openbaar_in_cyclus(self, cyclus: CyclusMap) -> frozenset[str]:
        """The full names of the lessons of a cyclus that everybody may read.

        A lesson waits while it is not certain who was involved: something is wrong in
        ``leertraject.toml`` or in its cyclus, or not here, or the day is not written down yet.
        """
        known = {person.id for person in self._leertraject.deelnemers}
        return frozenset() if _is_onzeker(cyclus, known) else self._openbaar(self.in_cyclus(cyclus))

    @property
    def _leertraject(self) -> Leertraject:
        return self.groep.record if self.groep else Leertraject()

    def _openbaar(self, found: Iterable[Openbaarmaking]) -> frozenset[str]:
        if self.groep is None or self.groep.bevindingen or not self.volledig:
            return frozenset()
        return frozenset(item.naam for item in found if item.mag and not item.les.bevindingen)

    def _openbaarmakingen(
        self, plaats: str, lessen: Iterable[Gelezen[Les]], people: Sequence[str]
    ) -> Iterator[Openbaarmaking]:
        for les in lessen:
            if not (les.record.is_definitief and les.record.zichtbaar == "openbaar"):
                continue
            naam = f"{plaats}/{les.id}"
            agreed = [person for person in people if self._stemt_in(person, naam)]
            yield Openbaarmaking(
                les,
                naam,
                tuple(people),
                nooit_gegeven=tuple(person for person in people if person not in agreed),
                ingetrokken=tuple(
                    person for person in agreed if self.gegeven[person].is_ingetrokken(self.vandaag)
                ),
            )

    def _stemt_in(self, person: str, naam: str) -> bool:
        return person in self.gegeven and bool({ALLE, naam}.intersection(self.gegeven[person].lessen))


def _is_onzeker(cyclus: CyclusMap, known: Collection[str]) -> bool:
    """Whether somebody may have been involved of whom it is not known."""
    day, itself = cyclus.een(INTERVISIE), cyclus.een(CYCLUS)
    if cyclus.problemen or cyclus.onleesbaar or day is None or itself is None or not day.record.is_definitief:
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


def _betrokkenen(cyclus: CyclusMap, groep: Leertraject) -> list[str]:
    """Who brought the question and who spoke on the day; not those who help from outside."""
    day = cyclus.een(INTERVISIE)
    around = day.record.aanwezig if day and day.record.aanwezig else cyclus.cyclus.deelnemers
    advised = (advies.record.van for advies in cyclus.van(ADVIES))
    people = dict.fromkeys([*cyclus.cyclus.vraagstellers, *around, *filter(None, advised)])
    members = {person.id for person in groep.deelnemers if person.rol == "deelnemer"}
    return [person for person in people if person in members]
