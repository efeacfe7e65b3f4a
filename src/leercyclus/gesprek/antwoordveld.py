"""The field that suits a punt: prose, a line, a date, a choice, a scale or rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

from leercyclus.domain import datum
from leercyclus.domain.punt import Punt
from leercyclus.domain.veld import Invoer
from leercyclus.gesprek.begeleiding import Begeleiding, Keuzevraag, Teruggaan
from leercyclus.gesprek.begeleidveld import Begeleidveld
from leercyclus.gesprek.invoerwijze import OVERSLAAN, Invoerwijze
from leercyclus.gesprek.rijen import Rijen


class Antwoordveld:
    """Asks one punt."""

    def __init__(self, invoer: Invoerwijze, punt: Punt, om: Begeleiding) -> None:
        self._invoer = invoer
        self._punt = punt
        self._noteer = om.noteer
        self._veld = Begeleidveld(invoer, om)

    def vraag(self, nu: Any) -> Any:
        """The value, with ``nu`` in the field; None when it is left open."""
        match self._punt.invoer:
            case Invoer.PROZA:
                return _filled(self._veld.tekst(nu or "", self._noteer))
            case Invoer.KEUZE | Invoer.SCHAAL | Invoer.JA_NEE:
                return self._keuze(nu)
            case Invoer.LIJST:
                return Rijen(self._veld, self._punt, nu or [], self._noteer).vraag() or None
            case Invoer.DATUM:
                return self._datum(nu)
            case _:
                return _filled(self._veld.regel(self._punt.label, nu or "", self._noteer))

    def _datum(self, nu: dt.date | str | None) -> dt.date | None:
        """A date in any of the ways that people write it; what was understood is repeated."""
        before = datum.voluit(nu) if isinstance(nu, dt.date) else nu or ""
        typed = before
        while True:
            begin = typed if self._invoer.vult_voor else before
            typed = self._veld.regel(self._punt.label, begin, self._noteer, vervangt=begin == before).strip()
            if not typed:
                return None
            try:
                day = datum.from_dutch(typed)
            except ValueError as error:
                self._veld.zeg(str(error))
                continue
            self._veld.zeg(datum.lang(day), indent="  ", stijl="stil")
            return day

    def _keuze(self, said: Any) -> Any:
        """What is chosen; with one sentence beside it where that is asked: back from there is the choice."""
        punt = self._punt
        sentence = (said or {}).get("antwoord", "") if punt.zin else ""
        while True:
            asked = Keuzevraag(punt.label, punt.keuzes, punt.meervoud, punt.gekozen(said))
            chosen = punt.van_keuze(self._veld.kies(asked))
            if chosen is None or not punt.zin:
                return chosen
            said = {**chosen, "antwoord": sentence}
            self._noteer(said)
            try:
                sentence = self._zin(said)
            except Teruggaan:
                sentence = said["antwoord"]
                continue
            return chosen | ({"antwoord": sentence} if sentence else {})

    def _zin(self, said: dict[str, Any]) -> str:
        """The sentence beside a choice, which may stay empty; ``said`` has it while it is typed."""

        def remember(text: str) -> str:
            said["antwoord"] = text
            return self._noteer(dict(said))

        return self._veld.regel(self._punt.zin, said["antwoord"], remember, leeg=OVERSLAAN).strip()


def _filled(typed: str) -> str | None:
    """An empty answer is none; empty lines around it, and spaces at its end, are no part of it."""
    return typed.strip("\n").rstrip() if typed.strip() else None
