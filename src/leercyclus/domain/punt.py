"""A *punt*: one thing that a record asks, either a field of its own or a reflection question.

The prompt, the sheet, and what comes back from a sheet all go through these. So how a thing is
asked, and where its value stands in the data, is said once.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leercyclus.domain.antwoord import CIJFERS
from leercyclus.domain.controle import to_record
from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Invoer, Veld, is_gevuld

JA, NEE = "ja", "nee"
#: What can be chosen: the value, and what people call it (empty where that is the same).
Keuzes = Mapping[str, str]
#: A row of a list: by the name of a column what stands there.
Rij = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Punt(ABC):
    """One thing to be asked.

    ``code`` names it everywhere: ``samenvatting``, ``stap-terug/tijd``. A value is what suits
    ``invoer``: a text, a date, an option (a list of them when ``meervoud``), rows, and for a
    scale or a choice with a sentence beside it the keys of an answer.
    """

    code: str
    vraag: str
    label: str
    invoer: Invoer
    meervoud: bool = False
    verplicht: bool = False
    opties: Keuzes = field(default_factory=dict)
    kolommen: tuple[str, ...] = ()
    rijkoppen: tuple[str, ...] = ()
    uiteinden: tuple[str, str] = ("", "")

    @property
    def zin(self) -> str:
        """What is asked beside what is chosen; empty where nothing is."""
        return ""

    @property
    def keuzes(self) -> Keuzes:
        """What can be chosen: the options, the numbers of a scale with words at its ends, or yes and no."""
        match self.invoer:
            case Invoer.SCHAAL:
                left, right = self.uiteinden
                numbers = dict.fromkeys(map(str, CIJFERS), "")
                return {**numbers, str(CIJFERS[0]): left, str(CIJFERS[-1]): right}
            case Invoer.JA_NEE:
                return {JA: "", NEE: ""}
        return self.opties

    def gekozen(self, waarde: Any) -> list[str]:
        """Which of the choices a value is."""
        if isinstance(waarde, Mapping):
            waarde = waarde.get("score") or waarde.get("keuze")
        if isinstance(waarde, bool):
            return [JA if waarde else NEE]
        chosen = waarde if isinstance(waarde, list) else [waarde]
        return [str(item) for item in chosen if is_gevuld(item)]

    def van_keuze(self, namen: Sequence[str]) -> Any:
        """The value of what was chosen; None for nothing."""
        if not namen:
            return None
        if self.meervoud:
            return list(namen)
        match self.invoer:
            case Invoer.SCHAAL:
                return {"score": int(namen[0])}
            case Invoer.JA_NEE:
                return namen[0] == JA
        return {"keuze": namen[0]} if self.zin else namen[0]

    @property
    def toelichting(self) -> tuple[str, ...]:
        """What is said with the question: its lesson, and why it is asked."""
        return ()

    @abstractmethod
    def uit(self, record: Any) -> Any:
        """What the record says here; None when it says nothing."""

    @abstractmethod
    def ruw(self, data: Mapping[str, Any]) -> Any:
        """What stands in the data here, whether or not it holds; None for nothing."""

    def kan_zijn(self, waarde: Any) -> bool:
        """Whether this can be a value of it, finished or not."""
        match self.invoer:
            case Invoer.LIJST:
                return isinstance(waarde, list) and all(map(_is_row, waarde))
            case Invoer.KEUZE | Invoer.SCHAAL | Invoer.JA_NEE:
                has_form = isinstance(waarde, Mapping) if self.zin else not isinstance(waarde, Mapping)
                return has_form and set(self.gekozen(waarde)) <= set(self.keuzes)
            case Invoer.DATUM:
                return isinstance(waarde, str | dt.date)
        return isinstance(waarde, str)

    def zelfde(self, een: Any, ander: Any) -> bool:
        """Whether two values look the same: nobody sees spaces at the end of a line."""
        return bool(self._gezien(een) == self._gezien(ander))

    def _gezien(self, waarde: Any) -> Any:
        match waarde:
            case str():
                return "\n".join(line.rstrip() for line in waarde.split("\n")).strip()
            case dict():
                return {key: self._gezien(item) for key, item in waarde.items()}
            case list() if self.invoer is Invoer.LIJST and self.kan_zijn(waarde):
                return [
                    {column: " ".join(cell.split()) for column, cell in row.items()}
                    for row in self.op_kop(waarde)
                    if self.zegt_iets(row)
                ]
            case list():
                return sorted(waarde, key=str)
        return waarde

    def op_kop(self, rijen: Sequence[Rij]) -> list[Rij]:
        """Rows below the heads that were given (a new one where there is none), then all others."""
        first = self.kolommen[0]
        led = [
            row
            for head in self.rijkoppen
            for row in ([row for row in rijen if row.get(first) == head] or [{first: head}])
        ]
        return [*led, *(row for row in rijen if row.get(first) not in self.rijkoppen)]

    def zegt_iets(self, rij: Rij) -> bool:
        """Whether there is more in a row than a head that was given."""
        return any(
            cell.strip() and not (column == self.kolommen[0] and cell in self.rijkoppen)
            for column, cell in rij.items()
        )

    @abstractmethod
    def zet(self, data: dict[str, Any], waarde: Any) -> None:
        """Write the value where it belongs in the data of the record."""

    def uit_ruw(self, model: type[Deel], ruw: Any) -> Any:
        """The value of what stands in the data under its code."""
        return self.uit(to_record(model, {self.code: ruw})[0])

    @abstractmethod
    def haal_weg(self, data: dict[str, Any]) -> None:
        """Take what stands there out of the data; None marks a key that goes."""

    def is_open(self, record: Any) -> bool:
        """Whether it still waits for an answer."""
        return not is_gevuld(self.uit(record))


def _is_row(row: Any) -> bool:
    return isinstance(row, Mapping) and all(isinstance(cell, str) for cell in row.values())


@dataclass(frozen=True, kw_only=True)
class Veldpunt(Punt):
    """A field of the record itself."""

    veld: Veld

    @classmethod
    def van(cls, veld: Veld, keuzes: Keuzes | None = None) -> Veldpunt:
        """The field, with what can be chosen where it refers to something."""
        opties = keuzes or dict.fromkeys(veld.opties, "")
        return cls(
            code=veld.naam,
            vraag=veld.vraag,
            label=veld.label,
            invoer=Invoer.KEUZE if opties else veld.invoer,
            meervoud=veld.meervoud,
            verplicht=veld.verplicht,
            opties=opties,
            veld=veld,
        )

    @property
    def _is_een_van_meer(self) -> bool:
        """Texts of which there may be more: the last one is asked."""
        return self.meervoud and self.invoer is not Invoer.KEUZE

    def uit(self, record: Deel) -> Any:
        if self.veld.naam not in record.model_fields_set:
            return None  # a default is no answer
        value = getattr(record, self.veld.naam)
        if self._is_een_van_meer:
            return value[-1] if value else None
        return value

    def ruw(self, data: Mapping[str, Any]) -> Any:
        value = data.get(self.veld.naam)
        return value[-1] if self._is_een_van_meer and isinstance(value, list) and value else value

    def zet(self, data: dict[str, Any], waarde: Any) -> None:
        if self._is_een_van_meer:
            waarde = [*data.get(self.veld.naam, [])[:-1], waarde]
        data[self.veld.naam] = waarde

    def haal_weg(self, data: dict[str, Any]) -> None:
        rest = data.get(self.veld.naam, [])[:-1] if self._is_een_van_meer else []
        data[self.veld.naam] = rest or None
