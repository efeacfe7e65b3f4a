"""What the same people answered to the same question in earlier records.

Self-analyses grow sharper and more open over the years; that is only seen by looking back.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.bibliotheek import volledige_naam
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.datum import voluit
from leercyclus.domain.soorten import CYCLUS, Soort
from leercyclus.domain.verwoord import in_woorden
from leercyclus.store.werkmap import Werkmap

#: Who answered the questions of a record.
Sprekers = Callable[[Any, Cyclus], Collection[str]]


@dataclass(frozen=True)
class EerderAntwoord:
    """An earlier answer: where and when, and what was said."""

    datum: dt.date
    cyclus: str
    tekst: str

    @property
    def kop(self) -> str:
        """A line to say before it."""
        when = f", {voluit(self.datum)}" if self.datum != dt.date.min else ""
        return f"bij ‘{self.cyclus}’{when}:"


def eerdere_antwoorden(
    werkmap: Werkmap, soort: Soort[Any], wie: Collection[str], sprekers: Sprekers, *, behalve: str
) -> dict[tuple[str, str], list[EerderAntwoord]]:
    """By lesson and question, the oldest first; ``behalve`` is the file that is being written."""
    found: defaultdict[tuple[str, str], list[EerderAntwoord]] = defaultdict(list)
    for id in werkmap.cyclus_ids() if wie else ():
        for item in werkmap.stukken(id, soort):
            cyclus = next((kept.record for kept in werkmap.stukken(id, CYCLUS)), Cyclus())
            if item.bestand == behalve or not set(wie) & set(sprekers(item.record, cyclus)):
                continue
            for answer in item.record.antwoorden:
                if answer.is_gevuld:
                    key = (volledige_naam(answer.les), answer.vraag)
                    day = item.record.datum or dt.date.min
                    found[key].append(EerderAntwoord(day, cyclus.titel or id, in_woorden(answer.gezegd)))
    return {key: sorted(answers, key=lambda answer: answer.datum) for key, answers in found.items()}
