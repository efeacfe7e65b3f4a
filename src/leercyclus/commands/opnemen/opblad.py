"""What a recording says of itself on a sheet: its heading, what stands there, what need not be asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from typing import Any, ClassVar, Generic, TypeVar

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Ontwerp, Plek
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.controle import to_record
from leercyclus.domain.record import Record
from leercyclus.domain.soorten import Soort
from leercyclus.domain.tekst import opsomming

R = TypeVar("R", bound=Record)


class OpBlad(ABC, Generic[R]):
    """The side of a recording that is seen on a sheet; a command says only what differs by kind."""

    soort: ClassVar[Soort[Any]]
    omgeving: Omgeving
    ontwerp: Ontwerp[R]
    given: dict[str, Any]
    #: Who reads what is written there.
    lezers: ClassVar[str] = ""
    #: The fields on a sheet that say which record it is, where its mark does not.
    naam_op_blad: ClassVar[tuple[str, ...]] = ()

    @property
    @abstractmethod
    def data(self) -> dict[str, Any]:
        """The data as they are now."""

    @property
    @abstractmethod
    def wie(self) -> list[str]:
        """Whose or which record this is."""

    @abstractmethod
    def vooraf(self) -> dict[str, Any]:
        """What is known of a new record before anything is asked."""

    @abstractmethod
    def plek(self) -> Plek | None:
        """Where a new record is kept; None while that cannot be known yet."""

    def op_blad_bekend(self) -> dict[str, Any]:
        """What a sheet need not ask, because it is known beforehand."""
        return {}

    def bladnamen(self) -> Collection[str]:
        """The people a sheet is for."""
        return self.data.get("door") or self.wie

    def bladtitel(self) -> str:
        """The heading of its part of a sheet."""
        people = self.omgeving.groep
        names = [(person.naam if (person := people.persoon(id)) else None) or id for id in self.bladnamen()]
        return " van ".join(filter(None, (self.soort.naam.capitalize(), opsomming(names))))

    def bladinleiding(self) -> Iterable[Bladblok]:
        """What stands on a sheet above the questions."""
        return ()

    @property
    def beginrecord(self) -> R:
        """What stands on a sheet beforehand: what the record says, or what was given for a new one."""
        if self.ontwerp.bestaand:
            return self.ontwerp.record
        known = self.vooraf().keys() - self.given.keys()
        record: R = to_record(self.soort.model, {key: self.data[key] for key in self.data.keys() - known})[0]
        return record

    def id_op_blad(self) -> str:
        """The id on a sheet, so that reading it twice makes one record; empty where a name tells."""
        found = self.ontwerp.bestaand
        place = None if found else self.plek()
        return found.id if found else place[1] if place else ""
