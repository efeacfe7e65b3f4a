"""The conversation: one thing is asked at a time, in the way that suits it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from functools import cached_property
from typing import Any

from leercyclus.domain import datum
from leercyclus.domain.punt import Keuzes, Punt
from leercyclus.domain.veld import Invoer
from leercyclus.gesprek.invoerwijze import KLAAR, OVERSLAAN, Invoerwijze
from leercyclus.gesprek.regels import Regelinvoer
from leercyclus.gesprek.rijen import Rijen
from leercyclus.gesprek.wens import Bewaarder, Wens, Wensen, vergeet

_GEEN: Wensen = {}


def kan_hertekenen() -> bool:
    """Whether the terminal can be redrawn, and whoever sits there wants that."""
    if os.environ.get("LEERCYCLUS_EENVOUDIG", "0") not in ("", "0"):
        return False
    if os.name != "nt" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return False
    is_utf8 = (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
    return is_utf8 and sys.stderr.isatty() and sys.stdin.isatty()


class Gesprek:
    """Asks, and repeats the question until the answer is one. An empty answer is None.

    What is asked first decides how things are typed in, so that a command that asks nothing
    loads nothing for it.
    """

    @cached_property
    def invoer(self) -> Invoerwijze:
        """In fields where that can be, else in plain lines."""
        if not kan_hertekenen():
            return Regelinvoer()
        from leercyclus.gesprek.scherm.invoer import Scherminvoer  # here: prompt_toolkit is slow to load

        return Scherminvoer()

    def zeg(self, text: str = "", *, indent: str = "", stijl: str = "") -> None:
        """Say something on a line of its own; ``stijl`` is kop, vraag or stil."""
        self.invoer.zeg(text, indent=indent, stijl=stijl)

    # what has no record

    def ja_nee(self, question: str, *, standaard: bool) -> bool:
        """A question to be answered with j or n."""
        answers = {"": standaard, "j": True, "ja": True, "n": False, "nee": False}
        hint = "J/n" if standaard else "j/N"
        while True:
            typed = self.invoer.regel(f"{question} [{hint}]", "", vergeet, _GEEN, KLAAR).strip().lower()
            if typed in answers:
                return answers[typed]
            self.zeg("antwoord met j of n")

    def regel(self, question: str, *, standaard: str | None = None) -> str | None:
        """One line of text."""
        return self.invoer.regel(question, standaard or "", vergeet, _GEEN, OVERSLAAN).strip() or None

    def kies(self, label: str, opties: Keuzes, *, standaard: str | None = None) -> str | None:
        """One of the options."""
        chosen = self.invoer.kies(label, opties, False, [standaard] if standaard else [], _GEEN)
        return chosen[0] if chosen else None

    def kies_een(self, label: str, opties: Keuzes, *, standaard: str | None = None) -> str:
        """One of the options, asked until there is one."""
        while (chosen := self.kies(label, opties, standaard=standaard)) is None:
            self.zeg("kies er een; Ctrl-C stopt")
        return chosen

    def kies_meer(self, label: str, opties: Keuzes) -> list[str]:
        """Some of the options."""
        return list(self.invoer.kies(label, opties, True, [], _GEEN))

    # what a record asks

    def vraag(
        self, punt: Punt, nu: Any = None, *, noteer: Bewaarder = vergeet, wensen: Wensen = _GEEN
    ) -> Any:
        """The value of a punt, with ``nu`` in the field: an earlier value, or one not finished.

        None when it is left open; a Wens when that is wanted. ``noteer`` hears of what is typed.
        """
        match punt.invoer:
            case Invoer.PROZA:
                return _filled(self.invoer.tekst(nu or "", noteer, wensen))
            case Invoer.KEUZE:
                return self._keuze(punt, nu, noteer, wensen)
            case Invoer.SCHAAL:
                return self._schaal(punt, nu or {}, noteer, wensen)
            case Invoer.LIJST:
                return Rijen(self.invoer, punt, nu or [], noteer).vraag(wensen)
            case Invoer.DATUM:
                return self._datum(punt.label, nu, wensen)
            case Invoer.JA_NEE:
                return self.ja_nee(punt.label, standaard=bool(nu))
            case _:
                return _filled(self.invoer.regel(punt.label, nu or "", noteer, wensen, OVERSLAAN))

    def _datum(self, label: str, nu: dt.date | None, wensen: Wensen) -> dt.date | Wens | None:
        """A date in any of the ways that people write it; what was understood is repeated."""
        shown = f"{label} [{datum.voluit(nu)}]" if nu else label
        typed = ""
        while True:
            begin = typed if self.invoer.vult_voor else ""
            said = self.invoer.regel(shown, begin, vergeet, wensen, KLAAR if nu else OVERSLAAN)
            if isinstance(said, Wens) or not said.strip():
                return said if isinstance(said, Wens) else nu
            typed = said.strip()
            try:
                day = datum.from_dutch(typed)
            except ValueError:
                self.zeg(f"'{typed}' is geen datum; schrijf bijvoorbeeld 12 maart 2027 of 2027-03-12")
                continue
            self.zeg(datum.lang(day), indent="  ", stijl="stil")
            return day

    def _keuze(self, punt: Punt, nu: Any, noteer: Bewaarder, wensen: Wensen) -> Any:
        before = nu.get("keuze") if punt.zin and nu else nu
        begin = [before] if isinstance(before, str) else before or []
        chosen = self.invoer.kies(punt.label, punt.opties, punt.meervoud, begin, wensen)
        if isinstance(chosen, Wens) or not chosen:
            return chosen or None
        if not punt.zin:
            return chosen if punt.meervoud else chosen[0]
        return self._met_zin({"keuze": chosen[0]}, punt.zin, nu, noteer)

    def _schaal(self, punt: Punt, nu: Any, noteer: Bewaarder, wensen: Wensen) -> Any:
        score = self.invoer.cijfer(punt.uiteinden, nu.get("score"), wensen)
        if isinstance(score, Wens) or score is None:
            return score
        return self._met_zin({"score": score}, punt.zin, nu, noteer)

    def _met_zin(self, said: dict[str, Any], question: str, nu: Any, noteer: Bewaarder) -> dict[str, Any]:
        """What was chosen, with one sentence beside it."""
        before = (nu or {}).get("antwoord", "")
        typed = self.invoer.regel(
            question, before, lambda text: noteer({**said, "antwoord": text}), _GEEN, OVERSLAAN
        ).strip()
        return said | ({"antwoord": typed} if typed else {})


def _filled(typed: str | Wens) -> str | Wens | None:
    """An empty answer is none; spaces and empty lines around it are no part of it."""
    if isinstance(typed, Wens):
        return typed
    return typed.strip("\n").rstrip() if typed.strip() else None
