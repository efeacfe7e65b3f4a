"""What a rule is made of: a voorschrift, and a function that finds where it is broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bibliotheek import GROEP
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Inhoud
from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.soorten import GROEPSLES, LES
from leercyclus.domain.voorschrift import Path, Voorschrift

T = TypeVar("T")


@dataclass(frozen=True)
class Kader:
    """What a rule may look at beside what it judges."""

    inhoud: Inhoud
    vandaag: dt.date

    @property
    def groep(self) -> Leertraject:
        """The group; an empty one when it cannot be read."""
        return self.inhoud.groep.record if self.inhoud.groep else Leertraject()

    @cached_property
    def bekend(self) -> Mapping[Verwijzing, Collection[str]]:
        """The ids that a record may refer to; none of the group's where it cannot be read."""
        lessons = {
            *self.inhoud.ingebouwde_lessen,
            *(f"{GROEP}/{les.id}" for les in self.inhoud.van(GROEPSLES)),
            *(f"{cyclus.id}/{les.id}" for cyclus in self.inhoud.cycli for les in cyclus.van(LES)),
        }
        known: dict[Verwijzing, Collection[str]] = {Verwijzing.LES: lessons}
        if self.inhoud.groep:
            known[Verwijzing.PERSOON] = {person.id for person in self.groep.deelnemers}
            known[Verwijzing.ORGANISATIE] = {organisation.id for organisation in self.groep.organisaties}
            known[Verwijzing.THEMA] = {
                *self.inhoud.ingebouwde_themas,
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


class Groepstoets(Toets[Inhoud]):
    """A rule for the whole leertraject."""


Zoek = Callable[[T, Kader], Iterable[Treffer]]


def per_stuk(voorschrift: Voorschrift) -> Callable[[Zoek[Gelezen[Any]]], Stuktoets]:
    """Make a rule for one record of a function that yields where it is broken."""
    return lambda zoek: Stuktoets(voorschrift, zoek)


def per_cyclus(voorschrift: Voorschrift) -> Callable[[Zoek[CyclusMap]], Cyclustoets]:
    """The same for the records of a cyclus together."""
    return lambda zoek: Cyclustoets(voorschrift, zoek)


def per_groep(voorschrift: Voorschrift) -> Callable[[Zoek[Inhoud]], Groepstoets]:
    """The same for the whole leertraject."""
    return lambda zoek: Groepstoets(voorschrift, zoek)
