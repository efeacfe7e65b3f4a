"""One record that filled sheets speak of: what each of them says, and what becomes of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from leercyclus.commands.opnemen.bladmaken import bladpunten
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.versies import Versie, beslis, noem
from leercyclus.domain import ingevuld
from leercyclus.domain.errors import ConflictError
from leercyclus.domain.ingevuld import Ingevuld, Inhoud
from leercyclus.domain.punt import Punt, Veldpunt
from leercyclus.domain.veld import is_gevuld

_ER_AL = "wat er al staat"


@dataclass
class Bladstuk:
    """The record, begun and not saved, and by punt what there is and what sheets say instead."""

    opname: Opname[Any]
    bronnen: list[str] = field(default_factory=list)
    versies: dict[str, list[Versie]] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        """What it is and whose: ``advies directeur-sed``, ``interview extern-p02mzd``."""
        opname = self.opname
        return " ".join((opname.soort.naam, *(opname.wie or [opname.blad_id()])))

    # reading

    def lees(self, bron: str, deel: Ingevuld) -> Iterator[str]:
        """Take what one sheet says; what is wrong with it, a line each."""
        self.bronnen.append(bron)
        for code, room in deel.vakken.items():
            punt = self._punt(code)
            if punt is None:
                if any(is_gevuld(item) for item in room):
                    yield f"{bron}: de vraag [{code}] wordt hier niet gesteld"
                continue
            yield from (f"{bron}: {said}" for said in self._verdwaald(punt, room))
            try:
                self._noteer(bron, punt, ingevuld.waarde(punt, room))
            except ValueError as error:
                yield f"{bron}: [{code}] {error}"

    def _punt(self, code: str) -> Punt | None:
        """What a code on a sheet is about: what the record asks, or a field that is known beforehand."""
        known = {punt.code: punt for punt in self.opname.punten(alle=True)}
        if code in known:
            return known[code]
        veld = self.opname.soort.velden.get(code)
        return Veldpunt.van(veld, self.opname.keuzes(veld)) if veld else None

    def _noteer(self, bron: str, punt: Punt, value: Any) -> None:
        if not is_gevuld(value):
            return
        before = punt.uit(self.opname.ontwerp.record)
        start = [Versie(_ER_AL, before)] if is_gevuld(before) and not self.opname.verzoek.vervang else []
        versions = self.versies.setdefault(punt.code, start)
        if all(value != item.waarde for item in versions):
            versions.append(Versie(bron, value))

    def _verdwaald(self, punt: Punt, room: Sequence[Inhoud]) -> Iterator[str]:
        """A question in the room of another one: its mark is gone, so its answer would be lost."""
        others = {ingevuld.gelijk(other.vraag): other for other in bladpunten(self.opname)}
        for item in room:
            other = others.get(ingevuld.gelijk(item)) if isinstance(item, str) else None
            if other is not None and other.code != punt.code:
                yield f"boven de vraag ‘{other.vraag}’ hoort de code [{other.code}]"

    # deciding

    def nieuw(self) -> dict[str, list[Versie]]:
        """By punt what sheets say that is not there yet, after what is there."""
        return {code: items for code, items in self.versies.items() if items[-1].bron != _ER_AL}

    def verschillen(self) -> Iterator[str]:
        """Where sheets differ from what is there or from each other, as lines."""
        differ = {code: items for code, items in self.nieuw().items() if len(items) > 1}
        if differ:
            yield f"{self.naam}:"
        for code, items in differ.items():
            yield from noem(self._gevonden(code), items)

    def weiger_gesloten(self) -> None:
        """A definitief record is not changed by a sheet. ConflictError."""
        opname, found = self.opname, self.opname.ontwerp.bestaand
        if found and opname.soort.met_stand and found.record.is_definitief and not opname.verzoek.heropen:
            raise ConflictError(
                f"{opname.omgeving.toon_pad(found.bestand)} is al definitief; er is niets bewaard",
                tip="met --heropen wordt het weer concept",
            )

    def neem_over(self) -> None:
        """Put what sheets say into the data of the record; where that differs, ask what stays."""
        has_said = False
        for code, items in self.nieuw().items():
            punt, value = self._gevonden(code), items[0].waarde
            if len(items) > 1:
                if not has_said:
                    self.opname.gesprek.zeg()
                    self.opname.gesprek.zeg(self.naam, stijl="kop")
                    has_said = True
                value = beslis(self.opname.gesprek, punt, items)
            punt.zet(self.opname.data, value)

    def _gevonden(self, code: str) -> Punt:
        punt = self._punt(code)
        assert punt is not None  # it was found when the sheet was read
        return punt
