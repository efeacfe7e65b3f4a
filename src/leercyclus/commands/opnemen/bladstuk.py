"""One record that filled sheets speak of: what each of them says, and what becomes of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from leercyclus.commands.opnemen.bladmaken import bladpunten, deelkop
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.versies import Kwestie, Versie
from leercyclus.domain import blad, vak
from leercyclus.domain.ingevuld import Ingevuld, Inhoud
from leercyclus.domain.punt import Punt
from leercyclus.domain.vak import Vak, gelijk, is_label
from leercyclus.domain.veld import is_gevuld

ER_AL = "wat er al staat"


class Bladstuk:
    """The record, begun and not saved, and by punt what sheets say that is not there yet."""

    def __init__(self, opname: Opname[Any]) -> None:
        self.opname = opname
        self.naam = opname.aanduiding()
        self.bronnen: list[str] = []
        self._gezegd: dict[str, tuple[Punt, list[Versie]]] = {}

    @property
    def is_nieuw(self) -> bool:
        """Whether the sheets say anything that is not there yet."""
        return bool(self._gezegd)

    @property
    def aantal(self) -> int:
        """How many answers are taken over."""
        return len(self._gezegd)

    # reading

    def lees(self, bron: str, deel: Ingevuld) -> Iterator[str]:
        """Take what one sheet says; what is wrong with it, a line each."""
        self.bronnen.append(bron)
        for code, room in deel.vakken.items():
            punt = self.opname.punt(code)
            if punt is None:
                if any(not isinstance(item, str) or item.strip() for item in room):
                    yield f"de vraag [vraag {code}] wordt hier niet gesteld"
                continue
            yield from self._verdwaald(punt, room)
            try:
                self._noteer(bron, punt, vak.waarde(punt, Vak.van(punt, room).antwoord))
            except ValueError as error:
                yield f"bij ‘{punt.vraag}’: {error}"

    def naast_de_vakken(self, deel: Ingevuld) -> Iterator[str]:
        """Lines on a sheet that are neither printed nor an answer."""
        yield from losse_regels(deel.kop, deelkop(self.opname, kaart=True), deelkop(self.opname))
        for code, room in deel.vakken.items():
            if punt := self.opname.punt(code):
                yield from Vak.van(punt, room).over

    def _noteer(self, bron: str, punt: Punt, value: Any) -> None:
        if not is_gevuld(value) or punt.zelfde(value, self._er_al(punt)):
            return
        _, said = self._gezegd.setdefault(punt.code, (punt, []))
        if not any(punt.zelfde(value, item.waarde) for item in said):
            said.append(Versie(bron, value))

    def _er_al(self, punt: Punt) -> Any:
        """What the record said before any sheet."""
        return self.opname.staat_er(punt) if self.opname.ontwerp.bestaand else None

    @cached_property
    def _vragen(self) -> dict[str, Punt]:
        """What the sheet asks, by the words of the question."""
        return {gelijk(punt.vraag): punt for punt in bladpunten(self.opname)}

    def _verdwaald(self, punt: Punt, room: Sequence[Inhoud]) -> Iterator[str]:
        """A question in the room of another one: its code is gone, so its answer would be lost."""
        lines = [item for item in room if isinstance(item, str)]
        if sum(map(is_label, lines)) < 2:
            return
        for line in lines:
            other = self._vragen.get(gelijk(line))
            if other is not None and other.code != punt.code:
                yield f"boven de vraag ‘{other.vraag}’ hoort de code {blad.vraagcode(other)}"

    # deciding

    def kwesties(self, noteer: Callable[[str, str, Any], str]) -> list[Kwestie]:
        """Where sheets differ from what is there, or from each other.

        ``noteer`` keeps what is typed: for which record, which code, and the text.
        """
        found = [
            Kwestie(self.naam, punt, self._versies(punt, said), partial(noteer, self.naam, punt.code))
            for punt, said in self._gezegd.values()
        ]
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


def losse_regels(inhoud: Sequence[Inhoud], *gedrukt: Iterator[blad.Bladblok]) -> Iterator[str]:
    """The lines that were not printed there."""
    printed = {
        gelijk(line)
        for blocks in gedrukt
        for block in blocks
        for text in (block.tekst, " ".join(f"{block.label}: {block.tekst}".split()))
        for line in text.split("\n")
    }
    for item in inhoud:
        for line in [item] if isinstance(item, str) else item.regels:
            if line.strip() and gelijk(line) not in printed:
                yield line.strip()
