"""A round of questions at the terminal: there, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leercyclus.commands.opnemen.eerder import EerderAntwoord
from leercyclus.commands.opnemen.vastlegging import Vastlegging
from leercyclus.domain.datum import voluit
from leercyclus.domain.punt import Punt, Vraagpunt
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.vraag import Gespreksdeel
from leercyclus.gesprek.wens import Wens, Wensen
from leercyclus.store.woorden import uitleg_van


class Vragenronde:
    """Asks the punten of a record one after another, and keeps each answer at once."""

    def __init__(self, vastlegging: Vastlegging, punten: Sequence[Punt], *, opnieuw: bool = False) -> None:
        """``opnieuw``: also what has an answer already."""
        self.vastlegging = vastlegging
        self.opname = vastlegging.opname
        self.gesprek = vastlegging.opname.gesprek
        self.punten = punten
        self._opnieuw = opnieuw
        self._vast = self.opname.staat_vast()
        self._deel: Gespreksdeel | None = None

    def loop(self) -> None:
        """Until nothing is left to ask."""
        at = self._volgende(-1)
        while at is not None:
            wish = self._stel(self.punten[at])
            if wish is Wens.TERUG:
                at = self._vorige(at)
            else:
                self.opname.gesteld.add(self.punten[at].code)
                at = self._volgende(at)

    # which

    def _volgende(self, at: int) -> int | None:
        """The next punt that waits for an answer."""
        return next(
            (place for place in range(at + 1, len(self.punten)) if self._wacht(self.punten[place])), None
        )

    def _wacht(self, punt: Punt) -> bool:
        opname = self.opname
        if not opname.past(punt):
            return False
        if punt.is_open(opname.ontwerp.record):
            return True
        return punt.code not in self.opname.gesteld and (self._opnieuw or opname.laat_bevestigen(punt))

    def _vorige(self, at: int) -> int:
        """The one before it, answered or not; the first one stays where it is."""
        before = self._eerdere(at)
        if not before:
            self.gesprek.zeg("dit is de eerste vraag")
        return before[-1] if before else at

    def _eerdere(self, at: int) -> list[int]:
        """What can be gone back to from there."""
        asked = ((place, self.punten[place]) for place in range(at))
        return [place for place, punt in asked if self.opname.past(punt) and punt.code not in self._vast]

    # asking

    def _stel(self, punt: Punt) -> Wens | None:
        """Ask one thing until it is answered or left open; TERUG when the one before is wanted."""
        klad = self.vastlegging.klad
        self.opname.voor(punt)
        self._kop(punt)
        if punt.code in klad.punten:
            when = f" (van {voluit(klad.wanneer)}, {klad.wanneer:%H:%M})" if klad.wanneer else ""
            self.gesprek.zeg(f"u was hier gebleven; dit typte u het laatst{when}", stijl="stil")
        while True:
            now = self._nu(punt)
            said = self.gesprek.vraag(
                punt, now, noteer=lambda typed: klad.noteer(punt.code, typed), wensen=self._wensen(punt)
            )
            match said:
                case Wens.TERUG:
                    return Wens.TERUG
                case Wens.UITLEG:
                    self._leg_uit(punt)
                case Wens.EERDER:
                    self._toon_eerder(punt)
                case _:
                    if self._neem(punt, said):
                        return None

    def _nu(self, punt: Punt) -> Any:
        """What stands in the field: what was being typed, what there is, or what is proposed."""
        draft = self.vastlegging.klad.punten.get(punt.code)
        if is_gevuld(draft):
            return draft
        now = punt.uit(self.opname.ontwerp.record)
        return now if is_gevuld(now) else self.opname.voorstel(punt)

    def _neem(self, punt: Punt, said: Any) -> bool:
        """Keep the answer; False when it must be asked again."""
        opname = self.opname
        if said is not None:
            self.vastlegging.zet(punt, said)
            return True
        self.vastlegging.klad.vergeet(punt.code)
        has_answer = not punt.is_open(opname.ontwerp.record)
        if opname.is_nodig(punt):
            self.gesprek.zeg("dit is nodig om te kunnen bewaren; Ctrl-C stopt")
            return False
        if has_answer and self.gesprek.ja_nee("Uw eerdere antwoord weghalen?", standaard=False):
            self.vastlegging.haal_weg(punt)
        return True

    def _wensen(self, punt: Punt) -> Wensen:
        """What can be wanted instead; without words where there is nothing to show for it."""
        earlier = len(self._eerder(punt))
        has_earlier = bool(self._eerdere(self.punten.index(punt)))
        return {
            Wens.UITLEG: "de les" if isinstance(punt, Vraagpunt) else "uitleg",
            Wens.EERDER: f"eerder ({earlier})" if earlier else "",
            Wens.TERUG: "vorige vraag" if has_earlier else "",
        }

    # saying

    def _kop(self, punt: Punt) -> None:
        say = self.gesprek.zeg
        say()
        if not isinstance(punt, Vraagpunt):
            say(punt.vraag, stijl="vraag")
            return
        if punt.deel and punt.deel != self._deel:
            self._deel = punt.deel
            say(punt.deel.naam, stijl="kop")
            say(punt.deel.zin, stijl="stil")
            say()
        need = "moet ingevuld zijn" if punt.verplicht else "mag open blijven"
        say(f"vraag {punt.nummer} van {punt.totaal} ({need})", stijl="stil")
        for line in punt.toelichting:
            say(line, indent="  ")
        say()
        say(punt.vraag, stijl="vraag")

    def _leg_uit(self, punt: Punt) -> None:
        """The lesson with its example; of a field what its word means."""
        say = self.gesprek.zeg
        say()
        if isinstance(punt, Vraagpunt):
            les = punt.gesteld.les.les
            say(les.titel or "", stijl="kop")
            for text in (
                les.kern,
                les.toelichting,
                *(f"Voorbeeld: {item.strip()}" for item in les.voorbeelden),
            ):
                if text:
                    self._alinea(text)
        else:
            word = uitleg_van(punt.label)
            say(punt.vraag)
            if word:
                self._alinea(f"{word.woord}: {word.betekenis}")
        say()

    def _toon_eerder(self, punt: Punt) -> None:
        """What the same people answered before, the oldest first."""
        say = self.gesprek.zeg
        found = self._eerder(punt)
        if not found:
            say("er is nog geen eerder antwoord van u op deze vraag")
        for answer in found:
            say()
            say(answer.kop, stijl="stil")
            say(answer.tekst, indent="  ")
        say()

    def _eerder(self, punt: Punt) -> list[EerderAntwoord]:
        if not isinstance(punt, Vraagpunt):
            return []
        return self.vastlegging.eerdere_antwoorden.get(punt.gesteld.sleutel, [])

    def _alinea(self, text: str) -> None:
        """A paragraph of a lesson, with its lines run on so that they are broken anew."""
        for paragraph in text.strip().split("\n\n"):
            self.gesprek.zeg()
            self.gesprek.zeg(" ".join(paragraph.split()), indent="  ")
