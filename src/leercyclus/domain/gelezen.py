"""Records as they lie on disk, with what kept others from being read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.controle import oorspronkelijk_pad
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.document import Document
from leercyclus.domain.elders import Elders
from leercyclus.domain.ids import is_id
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.record import Record
from leercyclus.domain.soorten import CYCLUS, LES, Soort
from leercyclus.domain.vingerafdruk import vingerafdruk
from leercyclus.domain.voorschrift import Path

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True)
class Gelezen(Generic[R_co]):
    """A record as it lies on disk. ``bestand`` is relative to the leertraject, with ``/``.

    ``bevindingen`` are the values in it that do not fit; the record does without those.
    """

    soort: Soort[R_co]
    id: str
    bestand: str
    record: R_co
    document: Document
    bytes: bytes
    bevindingen: tuple[Bevinding, ...] = ()

    @cached_property
    def vingerafdruk(self) -> str:
        """What it says, in short: see :mod:`leercyclus.domain.vingerafdruk`."""
        return vingerafdruk(self.document.data)

    def plek(self, pad: Path) -> Path:
        """Where a value of the record stands in the file: rows that do not fit are not in the record."""
        return oorspronkelijk_pad(self.soort.model, self.document.data, pad) if self.bevindingen else pad


@dataclass(frozen=True)
class CyclusMap:
    """One cyclus: its records, and what kept others from being read.

    ``onleesbaar`` are the kinds of which a record could not be read, or is not here.
    """

    id: str
    records: tuple[Gelezen[Any], ...]
    problemen: tuple[Bevinding, ...]
    onleesbaar: frozenset[str]

    def van(self, soort: Soort[R]) -> list[Gelezen[R]]:
        """The records of one kind, in order of id."""
        return [record for record in self.records if record.soort is soort]

    def een(self, soort: Soort[R], id: str = "") -> Gelezen[R] | None:
        """The record of a kind that there is one of, or the one with this id."""
        return next((record for record in self.van(soort) if record.id == id), None)

    def problemen_van(self, soort: Soort[Any]) -> list[Bevinding]:
        """What kept records of one kind from being read: their files, or the folder of them all."""
        start = f"{self.id}/" if self.id else ""
        return [
            problem
            for problem in self.problemen
            if (path := problem.bestand.removeprefix(start)) == soort.map or soort.patroon.fullmatch(path)
        ]

    @property
    def lesnamen(self) -> frozenset[str]:
        """The full names of its lessons, also of those that cannot be read."""
        start = f"{self.id}/{LES.map}/"
        unread = (
            item.bestand.removeprefix(start) for item in self.problemen if item.bestand.startswith(start)
        )
        ids = [*(les.id for les in self.van(LES)), *(name.removesuffix(".toml") for name in unread)]
        return frozenset(f"{self.id}/{id}" for id in ids if is_id(id))

    @property
    def cyclus(self) -> Cyclus:
        """The cyclus itself; an empty one when it cannot be read or is not there."""
        found = self.een(CYCLUS)
        return found.record if found else Cyclus(stand="concept")

    @property
    def titel(self) -> str:
        return self.cyclus.titel or self.id


@dataclass(frozen=True)
class Groepsmap:
    """What lies beside the cycles. ``groep`` is None when it cannot be read.

    ``problemen`` is what kept anything from being read. ``ingebouwde_lessen`` (full names) and
    ``ingebouwde_themas`` come with the program, and can be referred to everywhere. ``elders`` is what
    the leertraject has that is not here.
    """

    groep: Gelezen[Leertraject] | None
    stukken: tuple[Gelezen[Any], ...]
    problemen: tuple[Bevinding, ...]
    ingebouwde_lessen: frozenset[str]
    ingebouwde_themas: frozenset[str]
    elders: Elders = Elders()  # noqa: RUF009  # frozen

    def van(self, soort: Soort[R]) -> list[Gelezen[R]]:
        """The records of a kind that lies beside the cycles."""
        return [record for record in self.stukken if record.soort is soort]

    @property
    def leertraject(self) -> Leertraject:
        """The group; an empty one when it cannot be read."""
        return self.groep.record if self.groep else Leertraject()

    @property
    def records(self) -> list[Gelezen[Any]]:
        """Every record here that could be read."""
        return [*([self.groep] if self.groep else []), *self.stukken]


@dataclass(frozen=True)
class Inhoud:
    """A whole leertraject. ``problemen`` is what kept anything from being read, or lies where it cannot be.

    ``leesbaar_voor_iedereen``: everybody with an account on this machine can read the files.
    """

    naast: Groepsmap
    cycli: tuple[CyclusMap, ...]
    problemen: tuple[Bevinding, ...]
    leesbaar_voor_iedereen: bool = False

    @property
    def records(self) -> list[Gelezen[Any]]:
        """Every record that could be read."""
        return [*self.naast.records, *(record for cyclus in self.cycli for record in cyclus.records)]
