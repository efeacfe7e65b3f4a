"""The one door through which something leaves a leertraject: what a reader gets of it.

A projection holds nothing that is not for its reader: no key, no text, no name of a file. Whatever
shows, prints, exports or publishes starts from one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from leercyclus.domain.bibliotheek import GROEP, Bibliotheekles
from leercyclus.domain.controle import to_record
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import nearest
from leercyclus.domain.kring import Kring, nauwste
from leercyclus.domain.leertraject import Deelnemer, Leertraject
from leercyclus.domain.les import Les
from leercyclus.domain.openbaarheid import Instemming
from leercyclus.domain.record import Record, RecordMetStand
from leercyclus.domain.soorten import CYCLUS, GROEPSLES, Soort
from leercyclus.domain.veld import is_gevuld, velden

#: What every record has; where a reader sees nothing else of it, the record is not for that reader.
_OM_DE_INHOUD = {*RecordMetStand.model_fields, *Record.model_fields}

_STAND = "stand"


@dataclass(frozen=True)
class Gezien:
    """What a reader sees of a record.

    ``id`` is a number where the name of the file is not for this reader, and ``bestand`` None.
    """

    soort: Soort[Any]
    id: str
    bestand: str | None
    inhoud: Mapping[str, Any]
    record: Record


@dataclass(frozen=True)
class GezienCyclus:
    """What a reader sees of a cyclus: ``id`` and ``titel`` are None where they are not for this reader."""

    id: str | None
    titel: str | None
    stukken: tuple[Gezien, ...]


@dataclass(frozen=True)
class Deur:
    """What passes to readers in ``kring``; without ``instemming`` no lesson of the group is public."""

    kring: Kring
    instemming: Instemming | None = None

    def cyclus(self, folder: CyclusMap) -> GezienCyclus:
        """A whole cyclus."""
        public = self.instemming.openbaar_in_cyclus(folder) if self.instemming else ()
        shown = tuple(self._stukken(folder.id, folder.records, public))
        its_own = next((item.record for item in shown if item.soort is CYCLUS), None)
        is_named = self.kring.ziet(CYCLUS.kring_naam)
        return GezienCyclus(
            folder.id if is_named else None,
            (getattr(its_own, "titel", None) or folder.id) if is_named else None,
            shown,
        )

    def naast_de_cycli(self, stukken: Sequence[Gelezen[Any]]) -> tuple[Gezien, ...]:
        """The group itself, and its own lessons, suggestions and consents."""
        lessons = [item for item in stukken if item.soort is GROEPSLES]
        public = self.instemming.openbaar_in_groep(lessons) if self.instemming else ()
        return tuple(self._stukken(GROEP, stukken, public))

    def lessen(
        self, library: Iterable[Bibliotheekles], openbaar: Collection[str] = ()
    ) -> list[Bibliotheekles]:
        """Lessons; from which cyclus one comes is said only to who may know of that cyclus.

        ``openbaar`` are the full names of those of the group that everybody may read.
        """
        shown = []
        for item in library:
            cap = Kring.OPENBAAR if item.is_ingebouwd else self._grens(item.les, item.naam, openbaar)
            content = self._inhoud(item.les, cap)
            if self._zegt_iets(content):
                hides = not item.is_ingebouwd and not self.kring.ziet(CYCLUS.kring_naam)
                place = GROEP if hides else item.herkomst
                shown.append(replace(item, herkomst=place, les=to_record(Les, content)[0]))
        return shown

    def namen(self, groep: Leertraject) -> dict[str, str]:
        """What the people of the group are called."""
        if not self.kring.ziet(velden(Deelnemer)["naam"].kring):
            return {}
        return {person.id: person.naam or "" for person in groep.deelnemers}

    def _stukken(
        self, plaats: str, records: Iterable[Gelezen[Any]], openbaar: Collection[str]
    ) -> Iterator[Gezien]:
        for soort, items in groupby(records, key=lambda item: item.soort):
            seen = [(item, self._inhoud_van(item, f"{plaats}/{item.id}", openbaar)) for item in items]
            seen = [(item, content) for item, content in seen if self._zegt_iets(content)]
            is_named = self.kring.ziet(soort.kring_naam)
            if not is_named:  # the order of the names would tell who it was all the same
                seen.sort(key=lambda pair: repr(pair[1]))
            for number, (item, content) in enumerate(seen, start=1):
                id = item.id if is_named or soort.is_enkel else str(number)
                bestand = item.bestand if self.kring.ziet(_kring_van_bestand(soort)) else None
                yield Gezien(soort, id, bestand, content, to_record(soort.model, content)[0])

    def _inhoud_van(self, item: Gelezen[Any], naam: str, openbaar: Collection[str]) -> Mapping[str, Any]:
        """The content of a record; of who is furthest in, as it stands in the file."""
        if self.kring is Kring.VERTROUWELIJK:
            return item.document.data
        uncertain = _stand_is_onzeker(item)
        cap = Kring.VERTROUWELIJK if uncertain else self._grens(item.record, naam, openbaar)
        return self._inhoud(item.record, cap)

    def _grens(self, record: Record, naam: str, openbaar: Collection[str]) -> Kring:
        """The widest circle for which a record as a whole is.

        A concept is still of whoever works on it, and a lesson is of the group until everybody
        whose story it tells agreed.
        """
        if not record.is_definitief:
            return Kring.VERTROUWELIJK
        if isinstance(record, Les) and naam not in openbaar:
            return Kring.GROEP
        return Kring.OPENBAAR

    def _inhoud(self, part: BaseModel, cap: Kring) -> dict[str, Any]:
        """The keys of a record or a part of one that are for this reader; never an unknown one."""
        content = {}
        for name, declared in velden(type(part)).items():
            level = nauwste(cap, declared.kring)
            if name in part.model_fields_set and self.kring.ziet(level):
                content[name] = self._waarde(getattr(part, name), level)
        return content

    def _waarde(self, value: Any, level: Kring) -> Any:
        if isinstance(value, BaseModel):
            return self._inhoud(value, level)
        if isinstance(value, list):
            return [self._waarde(item, level) for item in value]
        return value

    def _zegt_iets(self, content: Mapping[str, Any]) -> bool:
        if self.kring is Kring.VERTROUWELIJK:
            return True
        return any(is_gevuld(value) for name, value in content.items() if name not in _OM_DE_INHOUD)


def _kring_van_bestand(soort: Soort[Any]) -> Kring:
    """Who may see the path of a record: it names the record, and the cyclus that it lies in."""
    return nauwste(soort.kring_naam, CYCLUS.kring_naam) if soort.in_cyclus else soort.kring_naam


def _stand_is_onzeker(item: Gelezen[Any]) -> bool:
    """Whether it may have been meant as a concept: with a mistake in its stand a record is definitief."""
    return item.soort.met_stand and (
        any(found.sleutel == _STAND for found in item.bevindingen)
        or any(nearest(name, [_STAND]) for name in item.document.data if name not in item.soort.velden)
    )
