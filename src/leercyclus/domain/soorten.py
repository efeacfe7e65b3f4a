"""The registry of record kinds: one line each.

A kind is its model, the place of its files, and the questions it asks. Everything that works
on all kinds (reading, completeness, commands, later the schema) goes through this table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from leercyclus.domain import paden
from leercyclus.domain.advies import Advies
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.gespreksnotitie import Gespreksnotitie
from leercyclus.domain.interview import Interview
from leercyclus.domain.intervisie import Intervisie
from leercyclus.domain.kring import Kring
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.les import Les
from leercyclus.domain.meenemen import Meenemen
from leercyclus.domain.opvolging import Opvolging
from leercyclus.domain.record import Record, RecordMetStand
from leercyclus.domain.suggestie import Suggestie
from leercyclus.domain.terugkoppeling import Terugkoppeling
from leercyclus.domain.toestemming import Toestemming
from leercyclus.domain.veld import Veld, delen, velden
from leercyclus.domain.verspreiding import Verspreiding
from leercyclus.domain.zelfanalyse import Zelfanalyse

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True)
class Soort(Generic[R]):
    """One kind of record.

    ``pad`` is relative to the folder it lies in: the cyclus when ``in_cyclus``, else the
    leertraject; ``{id}`` stands for the id of the record. ``vraagt`` are the (fase, rol)
    pairs whose questions the record asks; ``opdracht`` is the command that records it:
    its name, unless that is given. ``kring_naam`` is who may see the name of its file (of a
    cyclus: of its folder), which says of whom or what it is.
    """

    naam: str
    lidwoord: str
    model: type[R]
    pad: str
    in_cyclus: bool = True
    vraagt: tuple[tuple[str, str], ...] = ()
    opdracht: str = ""
    kring_naam: Kring = Kring.VERTROUWELIJK

    def __post_init__(self) -> None:
        if not self.opdracht:
            object.__setattr__(self, "opdracht", self.naam)

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process it is the one there, no copy of it: kinds are told apart by ``is``."""
        return _soort, (self.naam, self.in_cyclus)

    @property
    def velden(self) -> dict[str, Veld]:
        """The declared fields by key."""
        return velden(self.model)

    @property
    def delen(self) -> dict[str, type[BaseModel]]:
        """The models of the fields that have parts of their own, by key."""
        return delen(self.model)

    @property
    def met_stand(self) -> bool:
        """Whether a record of this kind can be a concept."""
        return issubclass(self.model, RecordMetStand)

    @property
    def is_enkel(self) -> bool:
        """Whether there is at most one in its folder."""
        return "{id}" not in self.pad

    @property
    def benoemd(self) -> str:
        """``de zelfanalyse``, ``het advies``."""
        return f"{self.lidwoord} {self.naam}"

    @property
    def map(self) -> str:
        """The folder of a kind that has more than one record; empty for the others."""
        return self.pad.rpartition("/")[0]

    def bestand(self, id: str = "") -> str:
        """The path of one record, in its folder."""
        return self.pad.format(id=id)

    def bestand_in(self, cyclus: str, id: str) -> str:
        """The path of one record in the leertraject; ``cyclus`` is empty for what lies beside the cycles."""
        return f"{cyclus}/{self.bestand(id)}" if cyclus else self.bestand(id)

    @cached_property
    def patroon(self) -> re.Pattern[str]:
        """Matches the paths of this kind; group ``id`` where there is one."""
        before, _, after = self.pad.partition("{id}")
        middle = "(?P<id>[^/]+)" if after else ""
        return re.compile(re.escape(before) + middle + re.escape(after))


LEERTRAJECT = Soort(
    "leertraject", "het", Leertraject, paden.LEERTRAJECT, in_cyclus=False, kring_naam=Kring.OPENBAAR
)
CYCLUS = Soort("cyclus", "de", Cyclus, paden.IN_CYCLUS["cyclus"], opdracht="vraag", kring_naam=Kring.BESTUUR)
ZELFANALYSE = Soort(
    "zelfanalyse",
    "de",
    Zelfanalyse,
    paden.IN_CYCLUS["zelfanalyse"],
    vraagt=(("zelfanalyse", "vraagsteller"),),
    kring_naam=Kring.GROEP,
)
INTERVIEW = Soort(
    "interview",
    "het",
    Interview,
    paden.IN_CYCLUS["interview"],
    vraagt=(("interviews", "adviseur"),),
    kring_naam=Kring.VERTROUWELIJK,
)
GESPREKSNOTITIE = Soort(
    "gespreksnotitie", "de", Gespreksnotitie, paden.IN_CYCLUS["gespreksnotitie"], kring_naam=Kring.GROEP
)
VERSPREIDING = Soort(
    "verspreiding",
    "de",
    Verspreiding,
    paden.IN_CYCLUS["verspreiding"],
    opdracht="verspreid",
    kring_naam=Kring.GROEP,
)
INTERVISIE = Soort(
    "intervisie",
    "de",
    Intervisie,
    paden.IN_CYCLUS["intervisie"],
    vraagt=(("intervisie", "vraagsteller"), ("intervisie", "adviseur")),
    kring_naam=Kring.BESTUUR,
)
ADVIES = Soort(
    "advies",
    "het",
    Advies,
    paden.IN_CYCLUS["advies"],
    vraagt=(("intervisie", "deelnemer"),),
    kring_naam=Kring.GROEP,
)
OPVOLGING = Soort("opvolging", "de", Opvolging, paden.IN_CYCLUS["opvolging"], kring_naam=Kring.GROEP)
TERUGKOPPELING = Soort(
    "terugkoppeling", "de", Terugkoppeling, paden.IN_CYCLUS["terugkoppeling"], kring_naam=Kring.BESTUUR
)
MEENEMEN = Soort("meenemen", "het", Meenemen, paden.IN_CYCLUS["meenemen"], kring_naam=Kring.GROEP)
LES = Soort("les", "de", Les, paden.IN_CYCLUS["les"], kring_naam=Kring.OPENBAAR)
GROEPSLES = Soort("les", "de", Les, paden.IN_LEERTRAJECT["les"], in_cyclus=False, kring_naam=Kring.OPENBAAR)
TOESTEMMING = Soort(
    "toestemming",
    "de",
    Toestemming,
    paden.IN_LEERTRAJECT["toestemming"],
    in_cyclus=False,
    kring_naam=Kring.GROEP,
)
SUGGESTIE = Soort(
    "suggestie", "de", Suggestie, paden.IN_LEERTRAJECT["suggestie"], in_cyclus=False, kring_naam=Kring.BESTUUR
)

IN_CYCLUS: tuple[Soort[Any], ...] = (
    *(CYCLUS, ZELFANALYSE, INTERVIEW, GESPREKSNOTITIE, VERSPREIDING, INTERVISIE),
    *(ADVIES, OPVOLGING, TERUGKOPPELING, MEENEMEN, LES),
)
IN_LEERTRAJECT: tuple[Soort[Any], ...] = (LEERTRAJECT, GROEPSLES, TOESTEMMING, SUGGESTIE)
SOORTEN: tuple[Soort[Any], ...] = (*IN_LEERTRAJECT, *IN_CYCLUS)


def _soort(naam: str, in_cyclus: bool) -> Soort[Any]:
    return next(kind for kind in SOORTEN if (kind.naam, kind.in_cyclus) == (naam, in_cyclus))


def soort_van(bestand: str) -> tuple[Soort[Any], str] | None:
    """The kind and the id that a path in a leertraject is of; ``""`` for what there is one of."""
    for kind in SOORTEN:
        parts = bestand.split("/")[-kind.pad.count("/") - 1 :]
        if found := kind.patroon.fullmatch("/".join(parts)):
            return kind, found.groupdict().get("id", "")
    return None


def benoem(bestand: str) -> str | None:
    """``het advies directeur-sed-k3f9qa`` for a path; None for a file that is no record."""
    found = soort_van(bestand)
    return f"{found[0].benoemd} {found[1]}".rstrip() if found else None
