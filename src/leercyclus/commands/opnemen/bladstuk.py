"""One record that filled sheets speak of: what each of them says, and what becomes of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from leercyclus.commands.opnemen.bladmaken import bladpunten
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.versies import Kwestie, Versie
from leercyclus.domain import ingevuld
from leercyclus.domain.ingevuld import Ingevuld, Inhoud
from leercyclus.domain.punt import Punt
from leercyclus.domain.veld import is_gevuld

ER_AL = "wat er al staat"


class Bladstuk:
    """The record, begun and not saved, and by punt what sheets say that is not there yet."""

    def __init__(self, opname: Opname[Any], id: str) -> None:
        self.opname = opname
        #: What it is and whose: ``advies directeur-sed``, ``interview extern-p02mzd``.
        self.naam = " ".join((opname.soort.naam, *(opname.wie or [id] if id or opname.wie else [])))
        self.bronnen: list[str] = []
        self._gezegd: dict[str, tuple[Punt, list[Versie]]] = {}

    @property
    def is_nieuw(self) -> bool:
        """Whether the sheets say anything that is not there yet."""
        return bool(self._gezegd)

    # reading

    def lees(self, bron: str, deel: Ingevuld) -> Iterator[str]:
        """Take what one sheet says; what is wrong with it, a line each."""
        self.bronnen.append(bron)
        for code, room in deel.vakken.items():
            punt = self.opname.punt(code)
            if punt is None:
                if any(is_gevuld(item) for item in room):
                    yield f"{bron}: de vraag [{code}] wordt hier niet gesteld"
                continue
            yield from (f"{bron}: {said}" for said in self._verdwaald(punt, room))
            try:
                self._noteer(bron, punt, ingevuld.waarde(punt, room))
            except ValueError as error:
                yield f"{bron}: [{code}] {error}"

    def _noteer(self, bron: str, punt: Punt, value: Any) -> None:
        if not is_gevuld(value) or value == self._er_al(punt):
            return
        _, said = self._gezegd.setdefault(punt.code, (punt, []))
        if all(value != item.waarde for item in said):
            said.append(Versie(bron, value))

    def _er_al(self, punt: Punt) -> Any:
        return punt.uit(self._record)

    @cached_property
    def _record(self) -> Any:
        """The record as it was before any sheet."""
        return self.opname.ontwerp.record

    @cached_property
    def _vragen(self) -> dict[str, Punt]:
        """What the sheet asks, by the words of the question."""
        return {ingevuld.gelijk(punt.vraag): punt for punt in bladpunten(self.opname)}

    def _verdwaald(self, punt: Punt, room: Sequence[Inhoud]) -> Iterator[str]:
        """A question in the room of another one: its mark is gone, so its answer would be lost."""
        for item in room:
            other = self._vragen.get(ingevuld.gelijk(item)) if isinstance(item, str) else None
            if other is not None and other.code != punt.code:
                yield f"boven de vraag ‘{other.vraag}’ hoort de code [{other.code}]"

    # deciding

    def kwesties(self) -> list[Kwestie]:
        """Where sheets differ from what is there, or from each other."""
        found = [Kwestie(self.naam, punt, self._versies(punt, said)) for punt, said in self._gezegd.values()]
        return [item for item in found if len(item.versies) > 1]

    def _versies(self, punt: Punt, said: list[Versie]) -> list[Versie]:
        """What can stay; with ``--vervang`` a sheet goes before what is there."""
        before = self._er_al(punt)
        stays = is_gevuld(before) and not self.opname.verzoek.vervang
        return [*([Versie(ER_AL, before)] if stays else []), *said]

    def neem_over(self, gekozen: dict[str, Any]) -> None:
        """Put what sheets say into the data of the record; where that differed, what was chosen."""
        for code, (punt, said) in self._gezegd.items():
            punt.zet(self.opname.data, gekozen.get(code, said[0].waarde))
