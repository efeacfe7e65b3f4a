"""A leertraject with a canary in every field of every record kind: a marked value, known wherever it goes."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.kring import Kring, nauwste
from leercyclus.domain.soorten import (
    CYCLUS,
    GROEPSLES,
    INTERVISIE,
    LEERTRAJECT,
    LES,
    SOORTEN,
    TOESTEMMING,
    Soort,
)
from leercyclus.domain.veld import Invoer, Veld, velden
from leercyclus.store.toml import write

#: In these nothing may be wrong, else no lesson is public.
_ZEKER = (CYCLUS.naam, INTERVISIE.naam, TOESTEMMING.naam)
_GEGEVEN = {"datum": dt.date(2026, 1, 1), "ingetrokken": None}


@dataclass
class Volière:
    """Writes the files, and remembers which canary is for whom."""

    root: Path
    #: Canary to (for whom, where it was put).
    kanaries: dict[str, tuple[Kring, str]] = field(default_factory=dict)
    mensen: list[dict[str, Any]] = field(default_factory=list)
    #: The one whose consent is asked.
    vraagsteller: str = ""
    _number: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def bouw(self, cyclus: str) -> None:
        """One record of every kind, and two more lessons: without consent, and a concept."""
        self.kanaries[cyclus] = (CYCLUS.kring_naam, "naam van de cyclus")
        for soort in SOORTEN:
            if soort not in (LEERTRAJECT, LES, TOESTEMMING, GROEPSLES):
                self._stuk(soort, cyclus, Kring.OPENBAAR)
        public = self._stuk(LES, cyclus, Kring.OPENBAAR, zichtbaar="openbaar")
        self._stuk(LES, cyclus, Kring.GROEP, zichtbaar="openbaar")  # without consent
        self._stuk(LES, cyclus, Kring.GROEP, zichtbaar="groep")
        self._stuk(LES, cyclus, Kring.VERTROUWELIJK, zichtbaar="openbaar", stand="concept")
        self._stuk(GROEPSLES, "", Kring.GROEP, zichtbaar="openbaar")  # without consent
        names = [f"{cyclus}/{public}"]
        self._stuk(TOESTEMMING, "", Kring.GROEP, self.vraagsteller, lessen=names, **_GEGEVEN)
        self._leertraject()

    def _stuk(self, soort: Soort[Any], cyclus: str, cap: Kring, id: str = "", **vast: Any) -> str:
        if not (id or soort.is_enkel):
            id = self._nieuw(nauwste(cap, soort.kring_naam), f"naam van {soort.naam}")
        what = soort.naam if soort.in_cyclus else f"{soort.naam} van de groep"
        content = self._inhoud(soort.model, cap, what) | vast
        self._schrijf(soort, cyclus if soort.in_cyclus else "", id, content)
        return id

    def _leertraject(self) -> None:
        content = self._inhoud(LEERTRAJECT.model, Kring.OPENBAAR, "leertraject")
        content |= {"voorbeeld": False, "peildatum": dt.date(2027, 1, 4)}
        content["deelnemers"] = [*content["deelnemers"], *self.mensen]
        content["negeer"] = {"LC020": self._nieuw(Kring.VERTROUWELIJK, "leertraject.negeer")}
        self._schrijf(LEERTRAJECT, "", "", content)

    def _schrijf(self, soort: Soort[Any], cyclus: str, id: str, content: dict[str, Any]) -> None:
        path = self.root / soort.bestand_in(cyclus, id)
        path.parent.mkdir(parents=True, exist_ok=True)
        filled = {name: value for name, value in content.items() if value is not None}
        path.write_text(write.dumps({**filled, "versie": 1}), "utf-8")

    def _nieuw(self, kring: Kring, waar: str) -> str:
        name = f"kanarie{next(self._number):04}"
        self.kanaries[name] = (kring, waar)
        return name

    def _inhoud(self, model: type[BaseModel], cap: Kring, waar: str) -> dict[str, Any]:
        unknown = {}
        if not waar.startswith(_ZEKER):
            unknown[self._nieuw(Kring.VERTROUWELIJK, f"{waar}, een onbekende sleutel")] = "x"
        return {
            name: self._waarde(item, nauwste(cap, item.kring), f"{waar}.{name}")
            for name, item in velden(model).items()
            if name not in ("versie", "stand")
        } | unknown

    def _waarde(self, item: Veld, kring: Kring, waar: str) -> Any:
        if item.deel is not None:
            part = self._inhoud(item.deel, kring, waar)
            return [part] if item.meervoud else part
        value = self._enkel(item, kring, waar)
        return [value] if item.meervoud else value

    def _enkel(self, item: Veld, kring: Kring, waar: str) -> Any:
        if item.opties:
            return item.opties[0]
        match item.invoer:
            case Invoer.DATUM:
                day = dt.date(3000 + next(self._number), 1, 1)
                self.kanaries[str(day.year)] = (kring, waar)
                return day
            case Invoer.GETAL:
                return 3
            case Invoer.JA_NEE:
                return True
            case Invoer.SAMENGESTELD if item.meervoud:  # rows of an answer
                return {"kolom": self._nieuw(kring, waar)}
            case Invoer.SAMENGESTELD:
                return {"zelfanalyse": self._nieuw(kring, waar)} if "dagen" not in waar else {}
        if item.verwijst_naar is Verwijzing.LES:
            return f"{self._nieuw(kring, waar)}/les"
        name = self._nieuw(kring, waar)
        if item.verwijst_naar is Verwijzing.PERSOON:
            called = self._nieuw(nauwste(kring, Kring.BESTUUR), f"naam bij {waar}")
            brings_it = waar == "cyclus.vraagstellers"
            self.mensen.append({"id": name, "naam": called, "rol": "deelnemer" if brings_it else "gast"})
            self.vraagsteller = name if brings_it else self.vraagsteller
        return name
