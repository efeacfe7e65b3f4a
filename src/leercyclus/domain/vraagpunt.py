"""A reflection question as a punt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.antwoord import GEZEGD, Antwoord, code_van, sleutel_van
from leercyclus.domain.bibliotheek import volledige_naam
from leercyclus.domain.controle import to_record
from leercyclus.domain.punt import Punt
from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Invoer
from leercyclus.domain.vraagkeuze import Gespreksdeel, GesteldeVraag, deel_van

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
