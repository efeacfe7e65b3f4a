"""What a rule is made of: a voorschrift, and a function that finds where it is broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Groepsmap
from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.leertraject import Deelnemer, Leertraject
from leercyclus.domain.openbaarheid import Instemming
from leercyclus.domain.soorten import TOESTEMMING
from leercyclus.domain.voorschrift import Path, Voorschrift

T = TypeVar("T")


class Lesnamen(Collection[str]):
    """The lessons that a record may refer to, with a note of what was asked about those of the group.

    ``lessen`` are those of the group and its cycles; those ``elders`` are there as well, but not named.
    """

    def __init__(
        self, ingebouwd: Collection[str], lessen: Collection[str], elders: Collection[str] = ()
    ) -> None:
        self._ingebouwd, self._lessen, self._elders = ingebouwd, lessen, elders
        self.begin()

    def begin(self) -> None:
        """Forget what was asked."""
        self.gevraagd: set[str] = set()
        self.alle_gevraagd = False

    def __contains__(self, naam: object) -> bool:
        if naam in self._ingebouwd:
            return True
        self.gevraagd.add(str(naam))
        return naam in self._lessen or naam in self._elders

    def __iter__(self) -> Iterator[str]:
        self.alle_gevraagd = True
        return iter((*self._ingebouwd, *self._lessen))

    def __len__(self) -> int:
        return len(self._ingebouwd) + len(self._lessen)


class Kader:
    """What a rule may look at beside what it judges: what lies beside the cycles, the lessons, and the day.

    It notes whether the day and which lessons were looked at, so that it is known what a finding depends on.
    """

    def __init__(
        self,
        naast: Groepsmap,
        lessen: Collection[str],
        vandaag: dt.date,
        *,
        leesbaar_voor_iedereen: bool = False,
    ) -> None:
        self.naast = naast
        self.leesbaar_voor_iedereen = leesbaar_voor_iedereen
        self.lessen = Lesnamen(naast.ingebouwde_lessen, lessen, naast.elders.lessen)
        self.keek_naar_dag = False
        self._vandaag = vandaag

    def begin(self) -> None:
        """Forget what was looked at."""
        self.keek_naar_dag = False
        self.lessen.begin()

    @property
    def vandaag(self) -> dt.date:
        """Today."""
        self.keek_naar_dag = True
        return self._vandaag

    @property
    def groep(self) -> Leertraject:
        """The group; an empty one when it cannot be read."""
        return self.naast.leertraject

    @cached_property
    def mensen(self) -> Mapping[str, Deelnemer]:
        """The people of the group by id."""
        return {person.id: person for person in reversed(self.groep.deelnemers)}

    @property
    def instemming(self) -> Instemming:
        """Who agreed to what, until today."""
        self.keek_naar_dag = True
        return self._instemming

    @cached_property
    def _instemming(self) -> Instemming:
        return Instemming.van(
            self.naast.groep,
            self.naast.van(TOESTEMMING),
            self._vandaag,
            volledig=not self.naast.elders.kan_missen(TOESTEMMING.map),
        )

    @cached_property
    def bekend(self) -> Mapping[Verwijzing, Collection[str]]:
        """The ids that a record may refer to; none of the group's where it cannot be read."""
        known: dict[Verwijzing, Collection[str]] = {Verwijzing.LES: self.lessen}
        if self.naast.groep:
            known[Verwijzing.PERSOON] = {person.id for person in self.groep.deelnemers}
            known[Verwijzing.ORGANISATIE] = {organisation.id for organisation in self.groep.organisaties}
            known[Verwijzing.THEMA] = {
                *self.naast.ingebouwde_themas,
                *(theme.id for theme in self.groep.themas),
            }
        return known


@dataclass(frozen=True)
class Treffer:
    """Where a rule is broken, and what its message needs to know.

    ``pad`` is a path in the record; with ``op_sleutel`` it is that of a key in the data as they were read.
    """

    stuk: Gelezen[Any]
    pad: Path
    waarden: Mapping[str, Any]
    tip: str | None = None
    op_sleutel: bool = False


def op(stuk: Gelezen[Any], *pad: str | int, tip: str | None = None, **waarden: Any) -> Treffer:
    """The rule is broken by the value at this path of the record."""
    return Treffer(stuk, pad, waarden, tip)


@dataclass(frozen=True)
class Toets(Generic[T]):
    """A rule that can be put to a record, a cyclus or a whole leertraject."""

    voorschrift: Voorschrift
    zoek: Callable[[T, Kader], Iterable[Treffer]]

    def __call__(self, subject: T, kader: Kader) -> Iterable[Bevinding]:
        """Every place where this subject breaks the rule."""
        for found in self.zoek(subject, kader):
            pad = found.pad if found.op_sleutel else found.stuk.plek(found.pad)
            fault = self.voorschrift.gebrek(*pad, tip=found.tip, sleutel=found.op_sleutel, **found.waarden)
            yield found.stuk.document.bevinding(fault)


class Stuktoets(Toets[Gelezen[Any]]):
    """A rule for one record."""


class Cyclustoets(Toets[CyclusMap]):
    """A rule for the records of a cyclus together."""


class Groepstoets(Toets[Groepsmap]):
    """A rule for what lies beside the cycles."""


Zoek = Callable[[T, Kader], Iterable[Treffer]]


def per_stuk(voorschrift: Voorschrift) -> Callable[[Zoek[Gelezen[Any]]], Stuktoets]:
    """Make a rule for one record of a function that yields where it is broken."""
    return lambda zoek: Stuktoets(voorschrift, zoek)


def per_cyclus(voorschrift: Voorschrift) -> Callable[[Zoek[CyclusMap]], Cyclustoets]:
    """The same for the records of a cyclus together."""
    return lambda zoek: Cyclustoets(voorschrift, zoek)


def per_groep(voorschrift: Voorschrift) -> Callable[[Zoek[Groepsmap]], Groepstoets]:
    """The same for what lies beside the cycles."""
    return lambda zoek: Groepstoets(voorschrift, zoek)
