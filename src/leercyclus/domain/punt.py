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

from leercyclus.domain.antwoord import CIJFERS, GEZEGD, Antwoord
from leercyclus.domain.bibliotheek import INGEBOUWD, volledige_naam
from leercyclus.domain.controle import to_record
from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Invoer, Veld, is_gevuld
from leercyclus.domain.vraagkeuze import Gespreksdeel, GesteldeVraag, deel_van

JA, NEE = "ja", "nee"
#: What can be chosen: the value, and what people call it (empty where that is the same).
Keuzes = Mapping[str, str]


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
                return isinstance(waarde, list) and all(isinstance(row, Mapping) for row in waarde)
            case Invoer.KEUZE | Invoer.SCHAAL | Invoer.JA_NEE:
                has_form = isinstance(waarde, Mapping) if self.zin else not isinstance(waarde, Mapping)
                return has_form and set(self.gekozen(waarde)) <= set(self.keuzes)
            case Invoer.DATUM:
                return isinstance(waarde, str | dt.date)
        return isinstance(waarde, str)

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


_MET_ZIN = frozenset({"keuze", "score", "antwoord"})
_ZINNEN = {Invoer.KEUZE: "Wilt u er iets bij zeggen?", Invoer.SCHAAL: "Waarom dit cijfer, in één zin?"}
_SLEUTELS = {Invoer.PROZA: "antwoord", Invoer.LIJST: "rijen"}
_INVOER = {"tekst": Invoer.PROZA, "keuze": Invoer.KEUZE, "schaal": Invoer.SCHAAL, "lijst": Invoer.LIJST}


@dataclass(frozen=True, kw_only=True)
class Vraagpunt(Punt):
    """A reflection question, with the lesson it comes from and its place in the conversation."""

    gesteld: GesteldeVraag
    nummer: int
    totaal: int
    deel: Gespreksdeel | None

    @property
    def zin(self) -> str:
        return _ZINNEN.get(self.invoer, "")

    @property
    def toelichting(self) -> tuple[str, ...]:
        why = self.gesteld.vraag.waarom
        return (f"Les: {self.gesteld.les.les.titel}", *([f"Waarom deze vraag: {why}"] if why else []))

    def uit(self, record: Any) -> Any:
        found = self._antwoord(record)
        if found is None or not found.is_gevuld:
            return None
        if self.zin:
            return {key: item for key, item in found.gezegd.items() if key in _MET_ZIN}
        return found.rijen if self.invoer is Invoer.LIJST else found.antwoord

    def ruw(self, data: Mapping[str, Any]) -> Any:
        rows = (row for row in data.get("antwoorden", []) if sleutel_van(row) == self.gesteld.sleutel)
        said = {key: item for key, item in next(rows, {}).items() if key in GEZEGD}
        if not said:
            return None
        return said if self.zin else said.get(_SLEUTELS[self.invoer], "; ".join(map(str, said.values())))

    def zet(self, data: dict[str, Any], waarde: Any) -> None:
        """Note the answer, in the place of an earlier one to the same question."""
        les, vraag = self.gesteld.sleutel
        said = waarde if self.zin else {_SLEUTELS[self.invoer]: waarde}
        replaced = _MET_ZIN if self.zin else {_SLEUTELS[self.invoer]}
        entry = {"les": les, "vraag": vraag, "gevraagd": self.gesteld.vraag.vraag, **said}
        rows = list(data.get("antwoorden", []))
        for place, row in enumerate(rows):
            if sleutel_van(row) == self.gesteld.sleutel:
                rows[place] = {**{key: item for key, item in row.items() if key not in replaced}, **entry}
                break
        else:
            rows.append(entry)
        data["antwoorden"] = rows

    def uit_ruw(self, model: type[Deel], ruw: Any) -> Any:
        return self.uit(to_record(model, {"antwoorden": [ruw] if ruw else []})[0])

    def haal_weg(self, data: dict[str, Any]) -> None:
        data["antwoorden"] = [
            row for row in data.get("antwoorden", []) if sleutel_van(row) != self.gesteld.sleutel
        ]

    def is_open(self, record: Any) -> bool:
        found = self._antwoord(record)
        return found is None or not found.is_gevuld

    def _antwoord(self, record: Any) -> Antwoord | None:
        answers: list[Antwoord] = record.antwoorden
        return next(
            (item for item in answers if (volledige_naam(item.les), item.vraag) == self.gesteld.sleutel),
            None,
        )


@dataclass(frozen=True, kw_only=True)
class Ruwpunt(Punt):
    """Something in a record that is not asked: somebody's own key, an answer to a question that is gone."""

    @classmethod
    def van(cls, code: str) -> Ruwpunt:
        """What stands under this code in the data."""
        return cls(code=code, vraag="staat in het bestand", label=code, invoer=Invoer.SAMENGESTELD)

    def uit(self, record: Deel) -> Any:
        return self.ruw(record.model_dump(exclude_unset=True))

    def ruw(self, data: Mapping[str, Any]) -> Any:
        if "/" not in self.code:
            return data.get(self.code)
        rows = (row for row in data.get("antwoorden", []) if code_van(*sleutel_van(row)) == self.code)
        return next(rows, None)

    def uit_ruw(self, model: type[Deel], ruw: Any) -> Any:
        return ruw

    def zet(self, data: dict[str, Any], waarde: Any) -> None:
        if "/" in self.code:
            self.haal_weg(data)
            data["antwoorden"].append(waarde)
        else:
            data[self.code] = waarde

    def haal_weg(self, data: dict[str, Any]) -> None:
        if "/" in self.code:
            rows = data.get("antwoorden", [])
            data["antwoorden"] = [row for row in rows if code_van(*sleutel_van(row)) != self.code]
        else:
            data[self.code] = None


def sleutel_van(row: Mapping[str, Any]) -> tuple[str, str]:
    """What an answer as it stands in a file is about: the lesson and the id of the question."""
    return volledige_naam(str(row.get("les", ""))), str(row.get("vraag", ""))


def code_van(les: str, vraag: str) -> str:
    """``stap-terug/tijd`` for a question of a built-in lesson, else with where the lesson comes from."""
    return f"{les.removeprefix(f'{INGEBOUWD}/')}/{vraag}"


def vraagpunten(gesteld: Sequence[GesteldeVraag], delen: Sequence[Gespreksdeel]) -> list[Vraagpunt]:
    """The questions of a record as points, numbered from 1 in the order given."""
    return [
        Vraagpunt(
            code=code_van(*item.sleutel),
            vraag=item.vraag.vraag,
            label="Cijfer" if item.vraag.vorm == "schaal" else "Uw keuze",
            invoer=_INVOER[item.vraag.vorm],
            verplicht=item.vraag.verplicht and item.les.is_ingebouwd,
            opties=dict.fromkeys(item.vraag.opties, "") if item.vraag.vorm == "keuze" else {},
            kolommen=tuple(item.vraag.kolommen),
            rijkoppen=tuple(item.vraag.opties) if item.vraag.vorm == "lijst" else (),
            uiteinden=(item.vraag.links or "", item.vraag.rechts or ""),
            gesteld=item,
            nummer=number,
            totaal=len(gesteld),
            deel=deel_van(item.vraag, delen),
        )
        for number, item in enumerate(gesteld, 1)
    ]
