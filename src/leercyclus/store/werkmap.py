"""The folder of a leertraject: every record in it, typed, with the problems beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from leercyclus.domain import bevinding
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.bibliotheek import GROEP, Bibliotheekles
from leercyclus.domain.controle import Gebrek, to_record
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import is_id, suggestion
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.record import Record
from leercyclus.domain.soorten import CYCLUS, GROEPSLES, IN_CYCLUS, LEERTRAJECT, LES, Soort
from leercyclus.store import files, ingebouwd, layout
from leercyclus.store.toml.read import MAX_BYTES, Document, parse

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True)
class Gelezen(Generic[R_co]):
    """A record as it lies on disk. ``bestand`` is relative to the leertraject, with ``/``."""

    soort: Soort[R_co]
    id: str
    bestand: str
    record: R_co
    document: Document
    bytes: bytes
    bevindingen: tuple[Bevinding, ...] = ()


@dataclass(frozen=True)
class CyclusMap:
    """One cyclus: its records, and what kept others from being read."""

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

    @property
    def cyclus(self) -> Cyclus:
        """The cyclus itself; an empty one when it cannot be read or is not there."""
        found = self.een(CYCLUS)
        return found.record if found else Cyclus(stand="concept")

    @property
    def titel(self) -> str:
        return self.cyclus.titel or self.id


class Werkmap:
    """A leertraject on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def find(cls, start: Path) -> Werkmap:
        """The leertraject at or above ``start``. NotFoundError when there is none."""
        root = layout.find_root(start)
        if root is None:
            raise NotFoundError("hier is nog geen leertraject", tip="begin er een met: leercyclus begin")
        return cls(root)

    # the group

    def groep(self) -> Gelezen[Leertraject] | Bevinding:
        """``leertraject.toml``, or the finding that kept it from being read."""
        return self._read(LEERTRAJECT, self.root, "", "")

    # cycles

    def cyclus_ids(self) -> list[str]:
        """Every cyclus whose folder has a valid name, in order."""
        return [name for name in layout.cyclus_folders(self.root) if is_id(name)]

    def misnoemd(self) -> list[Bevinding]:
        """Folders that hold records but whose name cannot be an id."""
        return [
            Bevinding(
                code=bevinding.ONGELDIGE_NAAM,
                bestand=name,
                melding="deze map bevat een cyclus, maar de naam kan geen id zijn",
                tip="gebruik kleine letters, cijfers en streepjes",
            )
            for name in layout.cyclus_folders(self.root)
            if not is_id(name)
        ]

    def is_cyclus(self, id: str) -> bool:
        """Whether there is a cyclus of that name."""
        return layout.is_valid_name(id) and layout.is_cyclus(self.root / id)

    def groepsmap(self) -> CyclusMap:
        """The lessons of the group itself, as if it were a cyclus without a name."""
        found = [self._read(LES, self.root, id, "") for id in layout.record_files(self.root, LES)]
        return CyclusMap("", tuple(item for item in found if isinstance(item, Gelezen)), (), frozenset())

    def cyclus(self, id: str) -> CyclusMap:
        """All records of a cyclus. NotFoundError, with the nearest names, when there is none."""
        folder = self.root / id
        if not self.is_cyclus(id):
            raise NotFoundError(
                f"er is geen cyclus '{id}'",
                tip=suggestion(id, self.cyclus_ids()) or "bekijk ze met: leercyclus status",
            )
        found = [(kind, self._read(kind, folder, record, f"{id}/")) for kind, record in _present(folder)]
        return CyclusMap(
            id,
            tuple(item for _, item in found if isinstance(item, Gelezen)),
            tuple(item for _, item in found if isinstance(item, Bevinding)),
            frozenset(kind.naam for kind, item in found if isinstance(item, Bevinding)),
        )

    # records and lessons

    def records(self, soort: Soort[R]) -> tuple[list[Gelezen[R]], list[Bevinding]]:
        """The records of a kind that lies beside the cycles, and the problems."""
        found = [self._read(soort, self.root, id, "") for id in layout.record_files(self.root, soort)]
        return (
            [item for item in found if isinstance(item, Gelezen)],
            [item for item in found if isinstance(item, Bevinding)],
        )

    def eigen_lessen(self) -> list[Bibliotheekles]:
        """The definitief lessons of the group and of its cycles, newest cyclus first."""
        places = [(GROEP, GROEPSLES, self.root, "")]
        for id in sorted(self.cyclus_ids(), reverse=True):
            places.append((id, LES, self.root / id, f"{id}/"))
        found = (
            (place, self._read(kind, folder, id, prefix))
            for place, kind, folder, prefix in places
            for id in layout.record_files(folder, kind)
        )
        return [
            Bibliotheekles(place, item.id, item.record)
            for place, item in found
            if isinstance(item, Gelezen) and item.record.is_definitief
        ]

    def bibliotheek(self) -> list[Bibliotheekles]:
        """Every lesson that can be asked: the built-in ones first."""
        return [*ingebouwd.lessen(), *self.eigen_lessen()]

    def stukken(self, id: str, soort: Soort[R]) -> list[Gelezen[R]]:
        """The readable records of one kind in a cyclus; the others are not read."""
        ids = [""] if soort.is_enkel else layout.record_files(self.root / id, soort)
        found = [self._read(soort, self.root / id, record, f"{id}/") for record in ids]
        return [item for item in found if isinstance(item, Gelezen)]

    def herlees(self, found: Gelezen[R]) -> Gelezen[R] | Bevinding | None:
        """A record as it is now; None when it is not there any more."""
        relative = found.soort.bestand(found.id)
        prefix = found.bestand.removesuffix(relative)
        if not (self.root / found.bestand).exists():
            return None
        return self._read(found.soort, self.root / prefix, found.id, prefix)

    def _read(self, soort: Soort[R], folder: Path, id: str, prefix: str) -> Gelezen[R] | Bevinding:
        relative = soort.bestand(id)
        bestand = prefix + relative
        if not (soort.is_enkel or is_id(id)):
            return Bevinding(
                code=bevinding.ONGELDIGE_NAAM,
                bestand=bestand,
                melding="de naam van dit bestand kan geen id zijn",
                tip="gebruik kleine letters, cijfers en streepjes",
            )
        try:
            raw = files.read(folder / relative, limit=MAX_BYTES)
        except OSError as error:
            return _not_a_file(bestand, error)
        document = parse(raw, bestand)
        if isinstance(document, Bevinding):
            return document
        record, wrong = to_record(soort.model, document.data)
        findings = tuple(finding(document, item) for item in wrong)
        return Gelezen(soort, id, bestand, record, document, raw, findings)


def finding(document: Document, gebrek: Gebrek) -> Bevinding:
    """What is wrong with a key, at the place where it stands."""
    line, column = document.place(gebrek.pad, key=gebrek.code == bevinding.ONBEKENDE_SLEUTEL)
    return Bevinding(
        code=gebrek.code,
        bestand=document.bestand,
        regel=line,
        kolom=column,
        sleutel=gebrek.sleutel,
        melding=gebrek.melding,
        tip=gebrek.tip,
    )


def _present(folder: Path) -> Iterator[tuple[Soort[Any], str]]:
    """The records that are there, by kind in the order of the fasen."""
    for kind in IN_CYCLUS:
        if kind.is_enkel:
            if (folder / kind.pad).exists() or (folder / kind.pad).is_symlink():
                yield kind, ""
        else:
            for id in layout.record_files(folder, kind):
                yield kind, id


def _not_a_file(bestand: str, error: OSError) -> Bevinding:
    said = (
        "dit is geen gewoon bestand maar een map, koppeling of apparaat"
        if isinstance(error, files.NotAFileError | IsADirectoryError)
        else "dit bestand mag of kan niet gelezen worden"
    )
    return Bevinding(code=bevinding.GEEN_BESTAND, bestand=bestand, melding=said)
