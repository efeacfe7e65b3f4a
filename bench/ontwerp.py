"""What cycles a made leertraject has: which question, which day, how far it came.

A fifth of them is under way, as many in each fase; the others are done. A cyclus has fourteen records on
average: those that are done get what is missing for that as extra records.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bench.groep import PEILDATUM, Groep
from bench.verteller import Verteller
from leercyclus.domain.ids import slug
from leercyclus.domain.voortgang import FASEN

STUKKEN_PER_CYCLUS = 14
#: What a cyclus is in when all seven fasen are done.
ROND = "rond"
#: How many days from the peildatum the day is, of a cyclus that is in this fase.
_DAGEN = {
    "vraag": (90, 270),
    "zelfanalyse": (65, 110),
    "interviews": (25, 60),
    "verspreiding": (16, 24),
    "intervisie": (0, 10),
    "opvolging": (-85, -12),
    "lessen": (-118, -92),
}
#: How many records there are by then, without those for each board.
_STUKKEN = {
    "vraag": 1,
    "zelfanalyse": 2,
    "interviews": 5,
    "verspreiding": 7,
    "intervisie": 8,
    "opvolging": 12,
    "lessen": 13,
    ROND: 14,
}
_EERSTE_DAG = dt.date(2015, 2, 2)
_LAATSTE_DAG = PEILDATUM - dt.timedelta(days=130)


@dataclass(frozen=True)
class Ontwerp:
    """One cyclus to be. ``fase`` is the one it is in; ``extra`` counts the records beyond those it needs."""

    id: str
    titel: str
    dag: dt.date
    fase: str
    vraagstellers: tuple[str, str]
    besturen: tuple[str, ...]
    les: str
    verloop: str = "loopt"
    extra: int = 0

    def kwam_tot(self, fase: str) -> bool:
        """Whether all that comes before this fase is there."""
        return self.fase == ROND or FASEN.index(self.fase) >= FASEN.index(fase)

    @property
    def stukken(self) -> int:
        """How many records it has."""
        return _STUKKEN[self.fase] + len(self.besturen) * self.kwam_tot("lessen") + self.extra


def ontwerpen(cycli: int, groep: Groep, kans: Verteller) -> list[Ontwerp]:
    """So many cycles, the ones that are done first."""
    under_way = max(cycli // 5, min(len(FASEN), cycli // 4))
    done = cycli - under_way
    taken: set[str] = set()
    drafts = []
    for number in range(cycli):
        fase = ROND if number < done else FASEN[(number - done) % len(FASEN)]
        day = _dag(fase, number / max(1, done), number, kans)
        drafts.append(_ontwerp(fase, day, groep, kans, taken))
    return list(_aangevuld(drafts, done))


def _dag(fase: str, share: float, number: int, kans: Verteller) -> dt.date:
    """The day, not in a weekend. Of those under way some are years late."""
    if fase == ROND:
        day = _EERSTE_DAG + share * (_LAATSTE_DAG - _EERSTE_DAG)
    else:
        day = PEILDATUM + dt.timedelta(days=kans.randint(*_DAGEN[fase]))
        if number % 5 == 4:
            day -= dt.timedelta(days=kans.randint(150, 1200))
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def _ontwerp(fase: str, day: dt.date, groep: Groep, kans: Verteller, taken: set[str]) -> Ontwerp:
    one, other = kans.sample(list(groep.leden), 2)
    boards = (one, other) if kans.random() < 0.25 else (one,)
    second = groep.leden[other][0] if len(boards) > 1 else groep.leden[one][1]
    subject = kans["onderwerp"]
    title = f"{subject} in {groep.organisaties[one]}"
    id = first = f"{day.year}-{slug(title)}"
    count = 1
    while id in taken:
        count += 1
        id = f"{first}-{count}"
    taken.add(id)
    verloop = "loopt" if fase == ROND or kans.random() < 0.9 else kans.choice(["uitgesteld", "vervallen"])
    return Ontwerp(id, title, day, fase, (groep.leden[one][0], second), boards, kans.zin("les"), verloop)


def _aangevuld(drafts: list[Ontwerp], done: int) -> Iterator[Ontwerp]:
    """Spread over those that are done what is missing for the average."""
    missing = max(0, STUKKEN_PER_CYCLUS * len(drafts) - sum(draft.stukken for draft in drafts))
    for number, draft in enumerate(drafts):
        if number < done:
            extra = (number + 1) * missing // done - number * missing // done
            yield replace(draft, extra=extra)
        else:
            yield draft
