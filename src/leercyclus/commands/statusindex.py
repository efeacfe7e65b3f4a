"""The indexes behind an overview: of the group, and of where each cyclus stands on a day.

Models, and the rules of progress, are loaded only for what changed: a warm run does without.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.elders import Elders
from leercyclus.domain.groepsfeiten import GroepFeiten, LeertrajectFeiten
from leercyclus.domain.plat import als_json, herstel
from leercyclus.render import json_uit
from leercyclus.store.index import Afleider, Lezer
from leercyclus.store.volgen import GevolgdeSchijf

if TYPE_CHECKING:
    from leercyclus.domain.feiten import CyclusFeiten
    from leercyclus.domain.voortgang import CyclusStatus
    from leercyclus.store.indexbestand import Rij

# Sources: what kept something from being read, and the facts, with a tab between them.


class Groepslezer(Lezer):
    """Reads the facts of the group, in ``leertraject.toml``."""

    def __call__(self, schijf: GevolgdeSchijf, map: str) -> str:
        from leercyclus.domain.cyclusfeiten import leertraject_feiten
        from leercyclus.domain.leertraject import Leertraject
        from leercyclus.store.werkmap import Werkmap

        group = Werkmap(schijf.root, schijf).groep()
        if isinstance(group, Bevinding):
            return _bron(leertraject_feiten(Leertraject()), [group])
        return _bron(leertraject_feiten(group.record), [])


class Cycluslezer(Lezer):
    """Reads the facts of a cyclus; none of a folder beside ``leertraject.toml`` that is no cyclus."""

    def __init__(self, elders: Elders) -> None:
        self.elders = elders

    @property
    def over(self) -> str:
        return self.elders.kenmerk

    def __call__(self, schijf: GevolgdeSchijf, map: str) -> str:
        from leercyclus.domain.cyclusfeiten import cyclus_feiten
        from leercyclus.store.werkmap import Werkmap

        found, problems = Werkmap(schijf.root, schijf, self.elders).kijk(map)
        return _bron(cyclus_feiten(found) if found else None, problems)


def _bron(feiten: LeertrajectFeiten | CyclusFeiten | None, problems: Iterable[Bevinding]) -> str:
    return f"{als_json(list(problems))}\t{als_json(feiten)}"


def groep_van(bron: bytes) -> tuple[LeertrajectFeiten, list[Bevinding]]:
    """What the source of a group tells."""
    problems, _, facts = bron.partition(b"\t")
    return herstel(LeertrajectFeiten, json.loads(facts)), problemen_van(problems)


def problemen_van(value: bytes) -> list[Bevinding]:
    """The problems in a source, or in the value that has them."""
    return [] if value == b"[]" else [herstel(Bevinding, item) for item in json.loads(value)]


_LAATSTE_DAG = dt.date.max.toordinal()


class Stand:
    """Where one cyclus stands: what counts and sorts it at hand, the rest when it is wanted.

    ``json`` is that of ``status --json``. ``dringend`` sorts by how soon it asks for attention: too late
    before all else, then by the next term, then what has no term, then what asks nothing any more.
    """

    def __init__(self, json: bytes, te_laat: bool, dringend: int) -> None:
        self.json = json
        self.te_laat = te_laat
        self.dringend = dringend

    @cached_property
    def status(self) -> CyclusStatus:
        """All of it."""
        from leercyclus.domain.voortgang import CyclusStatus

        return herstel(CyclusStatus, json.loads(self.json))

    @property
    def vraagt_iets(self) -> bool:
        """Something is left to do, if only writing down an outcome."""
        return self.dringend <= _LAATSTE_DAG

    @classmethod
    def van(cls, status: CyclusStatus) -> Stand:
        """That of a cyclus that was read."""
        return cls(json_uit.cyclus(status).encode(), status.te_laat, _dringend(status))


def _dringend(status: CyclusStatus) -> int:
    step = status.volgende_stap or next(iter(status.open_stappen), None)
    if step is None:
        return _LAATSTE_DAG + 1
    day = step.uiterlijk.toordinal() if step.uiterlijk else _LAATSTE_DAG
    return day - _LAATSTE_DAG if step.te_laat else day


class Voortgang(Afleider):
    """Makes the values of a cyclus for this group on this day: a heading, the problems, and its JSON.

    The heading says from which day to which the values hold, and what a :class:`Stand` has at hand.
    """

    def __init__(self, groep: GroepFeiten, vandaag: dt.date) -> None:
        self.groep = groep
        self.vandaag = vandaag

    @property
    def over(self) -> str:
        return als_json(self.groep)

    def __call__(self, bron: bytes) -> tuple[bytes, bytes, bytes]:
        from leercyclus.domain.fasen import omslagen, progress
        from leercyclus.domain.feiten import CyclusFeiten
        from leercyclus.domain.voortgang import CyclusStatus

        problems, _, data = bron.partition(b"\t")
        if data == b"null":
            return b"null", problems, b""
        facts = herstel(CyclusFeiten, json.loads(data)).in_groep(self.groep)
        stand = Stand.van(CyclusStatus.van(facts, progress(facts, self.vandaag)))
        changes = omslagen(facts)
        van = max((day for day in changes if day <= self.vandaag), default=dt.date.min)
        tot = min((day for day in changes if day > self.vandaag), default=dt.date.max)
        kop = [van.toordinal(), tot.toordinal(), stand.te_laat, stand.dringend]
        return als_json(kop).encode(), problems, stand.json

    def vervallen(self, rijen: Mapping[str, Rij], nieuw: Sequence[str]) -> Iterable[str]:
        day = self.vandaag.toordinal()
        for map, kop in zip(rijen, _koppen(rijen), strict=True):
            if kop is not None and not kop[0] <= day < kop[1]:
                yield map


def standen(rijen: Mapping[str, Rij]) -> list[Stand]:
    """Where each cyclus stands; a row of something else has no heading."""
    return [
        Stand(rij.waarden[-1], kop[2], kop[3])
        for rij, kop in zip(rijen.values(), _koppen(rijen), strict=True)
        if kop is not None
    ]


def problemen(rijen: Mapping[str, Rij]) -> Iterable[Bevinding]:
    """What kept something from being read."""
    for rij in rijen.values():
        yield from problemen_van(rij.waarden[1])


def _koppen(rijen: Mapping[str, Rij]) -> list[Any]:
    koppen: list[Any] = json.loads(b"[" + b",".join(rij.waarden[0] for rij in rijen.values()) + b"]")
    return koppen
