"""The plain facts of a group: all that an overview and progress need to know of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

# named tuples, since every overview makes these classes: dataclasses take five times as long to make


def is_actief(vanaf: dt.date | None, tot: dt.date | None, day: dt.date) -> bool:
    """Whether somebody is in the group on a day: ``vanaf`` counts, ``tot`` does not any more."""
    return (vanaf is None or vanaf <= day) and (tot is None or day < tot)


class GroepFeiten(NamedTuple):
    """What progress needs to know of the group, on a day."""

    termijnen: Mapping[str, int] = {}
    organisatie: Mapping[str, str] = {}  # person -> organisation
    coordinatoren: tuple[str, ...] = ()
    geven_geen_advies: frozenset[str] = frozenset()  # coordinators and guests


class PersoonFeiten(NamedTuple):
    """Somebody in the group."""

    id: str
    naam: str | None = None
    e_mail: str | None = None
    organisatie: str | None = None
    rol: str = "deelnemer"
    vanaf: dt.date | None = None
    tot: dt.date | None = None

    def is_actief(self, day: dt.date) -> bool:
        """In the group on that day."""
        return is_actief(self.vanaf, self.tot, day)


class LeertrajectFeiten(NamedTuple):
    """What an overview tells of the group; of an empty one when ``leertraject.toml`` cannot be read."""

    id: str | None = None
    naam: str | None = None
    peildatum: dt.date | None = None
    termijnen: Mapping[str, int] = {}
    personen: tuple[PersoonFeiten, ...] = ()
    themas: tuple[str, ...] = ()

    def met_rol(self, rol: str, day: dt.date) -> tuple[str, ...]:
        """Ids of those with this role on that day."""
        return tuple(person.id for person in self.personen if person.rol == rol and person.is_actief(day))

    def op(self, day: dt.date) -> GroepFeiten:
        """What progress needs to know of the group on that day."""
        return GroepFeiten(
            termijnen=self.termijnen,
            organisatie={person.id: person.organisatie for person in self.personen if person.organisatie},
            coordinatoren=self.met_rol("coordinator", day),
            geven_geen_advies=frozenset(
                person.id for person in self.personen if person.rol in ("coordinator", "gast")
            ),
        )
