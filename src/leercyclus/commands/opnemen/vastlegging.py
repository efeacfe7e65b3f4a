"""What is answered at the terminal: in the record at once, or in the klad of it while that cannot be."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from leercyclus.commands.opnemen.bewaren import bewaar
from leercyclus.commands.opnemen.eerder import EerderAntwoord, eerdere_antwoorden
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.punt import Punt
from leercyclus.domain.record import ontbrekend
from leercyclus.store.klad import Klad


class Vastlegging:
    """Takes answers for one record."""

    def __init__(self, opname: Opname[Any]) -> None:
        self.opname = opname
        self.klad = Klad(opname.omgeving.werkmap.root, opname.kladnaam)
        #: Whether there is anything in it beside what was known beforehand.
        self.zegt_iets = not opname.is_nieuw or opname.is_gegeven()

    def zet(self, punt: Punt, waarde: Any) -> None:
        """Take an answer, and keep it. OSError, with the answer still in the klad, when that cannot be."""
        self._bewaar(punt, waarde)
        kept = "✓ bewaard" if self.opname.ontwerp.bestaand else "✓ als klad bewaard"
        self.opname.gesprek.zeg(kept, indent="  ", stijl="stil")

    def haal_weg(self, punt: Punt) -> None:
        """Take an answer away again."""
        self._bewaar(punt, None)

    def _bewaar(self, punt: Punt, waarde: Any) -> None:
        """A concept at once, another record when it has what it needs; till then the klad has it."""
        opname = self.opname
        self.zegt_iets = True
        if waarde is None:
            punt.haal_weg(opname.data)
        else:
            punt.zet(opname.data, waarde)
        if opname.soort.met_stand:
            opname.data["stand"] = opname.stand_onderweg()
        if opname.soort.met_stand or not ontbrekend(opname.ontwerp.record):
            bewaar(opname, lambda typed: self.klad.noteer(punt.code, typed, opname.staat_er(punt)))
        if opname.ontwerp.bestaand:
            self.klad.hernoem(opname.kladnaam)
        else:
            self.klad.bewaar({key: item for key, item in opname.data.items() if item is not None})
        self.klad.vergeet(punt.code)

    @cached_property
    def eerdere_antwoorden(self) -> dict[tuple[str, str], list[EerderAntwoord]]:
        """What the people who answer here said before, by lesson and question."""
        opname = self.opname
        now = opname.ontwerp.bestaand
        return eerdere_antwoorden(
            opname.omgeving.werkmap,
            opname.soort,
            opname.sprekers(opname.ontwerp.record, opname.folder.cyclus),
            opname.sprekers,
            behalve=now.bestand if now else "",
        )
