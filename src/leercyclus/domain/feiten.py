"""The plain facts that progress is told from: everything that matters, and no text of an answer.

The store makes them out of records; nothing here needs Pydantic, so that they can also be
kept in an index.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from leercyclus.domain.groepsfeiten import GroepFeiten


class ZelfanalyseFeit(NamedTuple):
    """Who wrote it, and whether it is definitief."""

    door: tuple[str, ...]
    definitief: bool


class InterviewFeit(NamedTuple):
    """From which side, and whether it is definitief."""

    invalshoek: str | None
    definitief: bool


class VerspreidingFeit(NamedTuple):
    """One sending: when, to whom, and which notes are still as they were sent."""

    datum: dt.date | None
    aan: tuple[str, ...]
    actueel: frozenset[str]


class AdviesFeit(NamedTuple):
    """Who gave it, and whether the vraagstellers answer it."""

    id: str
    van: str | None
    vraagt_antwoord: bool


class OpvolgingFeit(NamedTuple):
    """Which advices it answers, and whether its outcome is still to be asked."""

    adviezen: tuple[str, ...]
    wacht_op_uitkomst: bool


class CyclusFeiten(NamedTuple):
    """Everything about a cyclus that progress depends on, without any text of the answers.

    ``velden`` is (filled, all) of the required keys of the cyclus; ``notities`` are the files
    of the definitief notes; ``onleesbaar`` names the record kinds of which a file could not
    be read.
    """

    id: str
    groep: GroepFeiten = GroepFeiten()
    titel: str | None = None
    thema: str | None = None
    vraagstellers: tuple[str, ...] = ()
    adviseurs: tuple[str, ...] = ()
    deelnemers: tuple[str, ...] = ()
    intervisiedag: dt.date | None = None
    verloop: str = "loopt"
    overgeslagen: frozenset[str] = frozenset()
    bestaat: bool = False
    definitief: bool = False
    velden: tuple[int, int] = (0, 0)
    zelfanalyses: tuple[ZelfanalyseFeit, ...] = ()
    interviews: tuple[InterviewFeit, ...] = ()
    gespreksnotitie: Literal["concept", "definitief"] | None = None
    ervaringen_elders: bool = False
    notities: frozenset[str] = frozenset()
    verspreidingen: tuple[VerspreidingFeit, ...] = ()
    intervisie: Literal["concept", "definitief"] | None = None
    aanwezig: tuple[str, ...] = ()
    zonder_advies: tuple[str, ...] = ()
    adviezen: tuple[AdviesFeit, ...] = ()
    opvolgingen: tuple[OpvolgingFeit, ...] = ()
    teruggekoppeld: frozenset[str] = frozenset()  # organisations
    lessen: tuple[bool, ...] = ()  # of each lesson: is it definitief
    onleesbaar: frozenset[str] = frozenset()

    def in_groep(self, groep: GroepFeiten) -> CyclusFeiten:
        """The same facts, with those of the group."""
        return self._replace(groep=groep)

    @property
    def adviesgevers(self) -> frozenset[str]:
        """Who gave advice."""
        return frozenset(advies.van for advies in self.adviezen if advies.van)

    @property
    def verwachte_adviesgevers(self) -> frozenset[str]:
        """Who is expected to: those present (before the day: invited) with a voice of their own."""
        around = self.aanwezig or self.deelnemers
        without = {*self.vraagstellers, *self.adviseurs, *self.zonder_advies}
        return frozenset(around) - without - self.groep.geven_geen_advies

    @property
    def beantwoord(self) -> frozenset[str]:
        """The advices that the vraagstellers answered."""
        return frozenset(id for answer in self.opvolgingen for id in answer.adviezen)

    @property
    def te_beantwoorden(self) -> frozenset[str]:
        """The advices that ask for an answer."""
        return frozenset(advies.id for advies in self.adviezen if advies.vraagt_antwoord)

    @property
    def besturen(self) -> frozenset[str]:
        """The organisations whose board should hear of it: those of the vraagstellers."""
        known = self.groep.organisatie
        return frozenset(known[person] for person in self.vraagstellers if person in known)

    def met_zelfanalyse(self) -> frozenset[str]:
        """The vraagstellers with a definitief zelfanalyse."""
        writers = {person for note in self.zelfanalyses if note.definitief for person in note.door}
        return frozenset(self.vraagstellers) & writers

    @property
    def stukken_compleet(self) -> bool:
        """Every note that should go out is there: a zelfanalyse of each and the gespreksnotitie."""
        analysed = self.met_zelfanalyse() == frozenset(self.vraagstellers)
        mirrored = self.gespreksnotitie == "definitief"
        return bool(self.notities) and (
            (analysed or "zelfanalyse" in self.overgeslagen)
            and (mirrored or "interviews" in self.overgeslagen)
        )

    def ontvangers(self, today: dt.date) -> frozenset[str]:
        """The invited people who got all the notes before the day.

        Until the day only the notes as they are now count; what changes after the day
        reopens nothing.
        """
        day = self.intervisiedag
        in_time = [
            sent
            for sent in self.verspreidingen
            if day is None or (sent.datum is not None and sent.datum < day)
        ]
        if day is not None and today > day:
            return frozenset(self.deelnemers) & {person for sent in in_time for person in sent.aan}
        if not self.stukken_compleet:
            return frozenset()
        return frozenset(
            person
            for person in self.deelnemers
            if self.notities <= {note for sent in in_time if person in sent.aan for note in sent.actueel}
        )
