"""The folder of a leertraject: every record in it, typed, with the problems beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from leercyclus.domain import leesregels
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bibliotheek import GROEP, Bibliotheekles
from leercyclus.domain.controle import to_record
from leercyclus.domain.elders import Elders
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Groepsmap, Inhoud
from leercyclus.domain.ids import is_id, suggestion
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.record import Record
from leercyclus.domain.soorten import GROEPSLES, IN_CYCLUS, IN_LEERTRAJECT, LEERTRAJECT, LES, Soort
from leercyclus.store import deel, files, indeling, ingebouwd, layout, toegang
from leercyclus.store.boom import Aard, Boom, Schijf
from leercyclus.store.toml.read import MAX_BYTES, parse
from leercyclus.store.vinden import vind

R = TypeVar("R", bound=Record)

_SOORT = {kind.naam: kind for kind in IN_CYCLUS}


class Werkmap:
    """A leertraject on disk, or as another tree of files has it; ``elders`` is what is not there."""

    def __init__(self, root: Path, boom: Boom | None = None, elders: Elders | None = None) -> None:
        self.root = root
        self.boom = boom or Schijf(root)
        self._elders = elders

    @classmethod
    def find(cls, start: Path) -> Werkmap:
        """The leertraject at or above ``start``. NotFoundError when there is none."""
        return cls(vind(start))

    @cached_property
    def elders(self) -> Elders:
        """What the leertraject has that is not here."""
        return self._elders or deel.elders(self.root)

    # the group

    def groep(self) -> Gelezen[Leertraject] | Bevinding:
        """``leertraject.toml``, or the finding that kept it from being read."""
        return self._read(LEERTRAJECT, "", "")

    # cycles

    def cyclus_ids(self) -> list[str]:
        """Every cyclus whose folder has a valid name, in order."""
        return [name for name in layout.cyclus_folders(self.boom) if is_id(name)]

    def niet_gelezen(self) -> list[Bevinding]:
        """Folders that hold records, or could, and that are not read."""
        return list(toegang.niet_gelezen(self.boom))

    def is_cyclus(self, id: str) -> bool:
        """Whether there is a cyclus of that name."""
        return layout.is_valid_name(id) and layout.is_cyclus(self.boom, id)

    def groepsmap(self) -> CyclusMap:
        """The lessons of the group itself, as if it were a cyclus without a name."""
        records, problems = _apart(
            self._read(LES, "", id) for id in layout.record_files(self.boom, "", LES.pad)
        )
        problems += toegang.dichte_mappen("", self.boom.namen(), [LES.map])
        return CyclusMap("", tuple(records), tuple(problems), frozenset({LES.naam} if problems else ()))

    def is_vrij(self, id: str) -> bool:
        """Whether a new cyclus can get this name; a folder that a run that was killed left is no cyclus."""
        if not os.path.lexists(self.root / id):
            return True
        return self.boom.namen().get(id) is Aard.MAP and all(map(files.is_left_behind, self.boom.namen(id)))

    def cyclus(self, id: str) -> CyclusMap:
        """All records of a cyclus. NotFoundError, with the nearest names, when there is none."""
        found = self._cyclus(id) if layout.is_valid_name(id) else None
        if found is None:
            raise self.elders.cyclus(id) or NotFoundError(
                f"er is geen cyclus '{id}'",
                tip=suggestion(id, self.cyclus_ids()) or "bekijk ze met: leercyclus status",
            )
        return found

    def kijk(self, map: str) -> tuple[CyclusMap | None, tuple[Bevinding, ...]]:
        """The cyclus in a folder beside ``leertraject.toml``, if any, and what could not be read."""
        if not is_id(map):
            return None, (toegang.geen_naam(map),) if layout.is_cyclus(self.boom, map) else ()
        found = self._cyclus(map)
        return found, found.problemen if found else ()

    def _cyclus(self, id: str) -> CyclusMap | None:
        found = [
            (kind, self._read(_SOORT[kind], id, record)) for kind, record in layout.records(self.boom, id)
        ]
        if not found:
            return None
        kinds = {kind.map: kind.naam for kind in IN_CYCLUS if kind.map}
        closed = list(toegang.dichte_mappen(id, self.boom.namen(id), kinds))
        unread = {kinds[problem.bestand.rpartition("/")[2]] for problem in closed}
        unread |= {kind for kind, item in found if isinstance(item, Bevinding)}
        unread |= {*self.elders.soorten.get(id, ())}
        return CyclusMap(
            id,
            tuple(item for _, item in found if isinstance(item, Gelezen)),
            (*(item for _, item in found if isinstance(item, Bevinding)), *closed),
            frozenset(unread),
        )

    # records and lessons

    def records(self, soort: Soort[R]) -> tuple[list[Gelezen[R]], list[Bevinding]]:
        """The records of a kind that lies beside the cycles, and the problems."""
        return _apart(self._read(soort, "", id) for id in layout.record_files(self.boom, "", soort.pad))

    def eigen_lessen(self) -> tuple[list[Bibliotheekles], list[Bevinding]]:
        """The definitief lessons of the group and of its cycles, newest cyclus first, and the problems."""
        places = [(GROEP, GROEPSLES, "")]
        places += [(id, LES, id) for id in sorted(self.cyclus_ids(), reverse=True)]
        lessons: list[Bibliotheekles] = []
        problems: list[Bevinding] = []
        for place, kind, folder in places:
            ids = layout.record_files(self.boom, folder, kind.pad)
            found, wrong = _apart(self._read(kind, folder, id) for id in ids)
            lessons += [
                Bibliotheekles(place, item.id, item.record) for item in found if item.record.is_definitief
            ]
            problems += wrong
        return lessons, problems

    def bibliotheek(self) -> list[Bibliotheekles]:
        """Every lesson that can be asked: the built-in ones first."""
        return [*ingebouwd.lessen(), *self.eigen_lessen()[0]]

    def stukken(self, id: str, soort: Soort[R]) -> list[Gelezen[R]]:
        """The readable records of one kind in a cyclus; the others are not read."""
        ids: Iterable[str] = [""] if soort.is_enkel else layout.record_files(self.boom, id, soort.pad)
        return _apart(self._read(soort, id, record) for record in ids)[0]

    def naast_cycli(self) -> Groepsmap:
        """Everything beside the cycles, with all that kept something from being read."""
        group = self.groep()
        beside = [self.records(kind) for kind in IN_LEERTRAJECT if not kind.is_enkel]
        return Groepsmap(
            group if isinstance(group, Gelezen) else None,
            tuple(record for records, _ in beside for record in records),
            (
                *([group] if isinstance(group, Bevinding) else []),
                *(problem for _, problems in beside for problem in problems),
            ),
            frozenset(lesson.naam for lesson in ingebouwd.lessen()),
            frozenset(theme.id for theme in ingebouwd.themas()),
            self.elders,
        )

    def inhoud(self) -> Inhoud:
        """Everything there is, with all that kept something from being read."""
        beside = self.naast_cycli()
        cycles = tuple(self.cyclus(id) for id in self.cyclus_ids())
        files = (record.bestand for cyclus in cycles for record in cyclus.records)
        return Inhoud(
            beside,
            cycles,
            (
                *beside.problemen,
                *(problem for cyclus in cycles for problem in cyclus.problemen),
                *indeling.bevindingen(self.boom, self.elders),
            ),
            self.boom.leesbaar_voor_iedereen([*(record.bestand for record in beside.records), *files]),
        )

    def tekst(self, bestand: str) -> str | None:
        """What a file says, as far as it can be shown; None when it cannot be read."""
        try:
            return self.boom.lees(bestand, limit=MAX_BYTES).decode("utf-8-sig", "replace")
        except OSError:
            return None

    def herlees(self, found: Gelezen[R]) -> Gelezen[R] | Bevinding | None:
        """A record as it is now; None when it is not there any more."""
        folder = found.bestand.removesuffix(found.soort.bestand(found.id)).rstrip("/")
        if not (self.root / found.bestand).exists():
            return None
        return self._read(found.soort, folder, found.id)

    def _read(self, soort: Soort[R], folder: str, id: str) -> Gelezen[R] | Bevinding:
        bestand = soort.bestand_in(folder, id)
        if not (soort.is_enkel or is_id(id)):
            return leesregels.ONGELDIGE_NAAM.bevinding(bestand, wat="dit is een stuk", tip=toegang.GEEN_ID)
        try:
            raw = self.boom.lees(bestand, limit=MAX_BYTES)
        except OSError as error:
            return leesregels.GEEN_BESTAND.bevinding(bestand, wat=_not_a_file(error))
        document = parse(raw, bestand)
        if isinstance(document, Bevinding):
            return document
        record, wrong = to_record(soort.model, document.data)
        return Gelezen(soort, id, bestand, record, document, raw, tuple(map(document.bevinding, wrong)))


def _apart(found: Iterable[Gelezen[R] | Bevinding]) -> tuple[list[Gelezen[R]], list[Bevinding]]:
    """What could be read, and what could not."""
    records: list[Gelezen[R]] = []
    problems: list[Bevinding] = []
    for item in found:
        if isinstance(item, Gelezen):
            records.append(item)
        else:
            problems.append(item)
    return records, problems


def _not_a_file(error: OSError) -> str:
    if isinstance(error, files.NotAFileError | IsADirectoryError):
        return "dit is geen gewoon bestand maar een map, koppeling of apparaat"
    return "dit bestand mag of kan niet gelezen worden"
