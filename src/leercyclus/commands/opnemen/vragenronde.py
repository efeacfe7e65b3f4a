"""A round of questions at the terminal: there, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leercyclus.commands.opnemen.eerder import EerderAntwoord
from leercyclus.commands.opnemen.vastlegging import Vastlegging
from leercyclus.commands.opnemen.versies import Kwestie, Versie, kies_versie
from leercyclus.domain.datum import voluit
from leercyclus.domain.errors import SystemRefusedError, TooLargeError
from leercyclus.domain.punt import Punt
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.verwoord import in_woorden
from leercyclus.domain.vraagkeuze import Gespreksdeel
from leercyclus.domain.vraagpunt import Vraagpunt
from leercyclus.gesprek.begeleiding import Begeleiding, Teruggaan, Wens
from leercyclus.store.uitleg import uitleg_van


class Vragenronde:
    """Asks the punten of a record one after another, and keeps each answer at once."""

    def __init__(self, vastlegging: Vastlegging, punten: Sequence[Punt], *, opnieuw: bool = False) -> None:
        """``opnieuw``: also what has an answer already."""
        self.vastlegging = vastlegging
        self.klad = vastlegging.klad
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
            try:
                self._stel(self.punten[at])
            except Teruggaan:
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
        is_half = punt.code in self.klad.punten
        again = self._opnieuw or is_half or opname.laat_bevestigen(punt)
        return again and punt.code not in opname.gesteld

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

    def _stel(self, punt: Punt) -> None:
        """Ask one thing until it is answered or left open."""
        self.opname.voor(punt)
        self._kop(punt)
        now, om = self._begin_met(punt), self._begeleiding(punt)
        while True:
            said = self.gesprek.vraag(punt, now, om)
            try:
                return self._neem(punt, said)
            except (OSError, TooLargeError) as error:
                refused = SystemRefusedError.van(error) if isinstance(error, OSError) else error
                om.noteer(said)
                self.gesprek.zeg(f"! dit is niet bewaard: {refused.message}")
                self.gesprek.zeg("  los dat op en rond uw antwoord nog eens af; uw tekst staat hieronder")
                now = said

    def _begin_met(self, punt: Punt) -> Any:
        """What stands in the field: what was being typed, what there is, or what is proposed."""
        now, draft = self.opname.staat_er(punt), self.klad.punten.get(punt.code)
        fits = punt.kan_zijn(now)
        if is_gevuld(now) and not fits:
            self.gesprek.zeg(f"hier staat nu iets dat niet klopt: {in_woorden(now)}")
        start = now if is_gevuld(now) and fits else self.opname.voorstel(punt)
        if not is_gevuld(draft) or punt.zelfde(draft, now):
            return start
        when = f" (van {voluit(self.klad.wanneer)}, {self.klad.wanneer:%H:%M})" if self.klad.wanneer else ""
        if not punt.kan_zijn(draft):
            self.gesprek.zeg(f"dit typte u eerder{when}, toen de vraag nog anders was: {in_woorden(draft)}")
            return start
        if punt.zelfde(self.klad.was.get(punt.code), now):
            self.gesprek.zeg(f"u was hier gebleven; dit typte u het laatst{when}", stijl="stil")
            return draft
        self.gesprek.zeg(f"u was hier gebleven{when}; intussen staat er een ander antwoord")
        versions = [Versie("wat u typte", draft), Versie("wat er nu staat", now)]
        chosen, _ = kies_versie(self.gesprek, Kwestie(self.opname.aanduiding(), punt, versions))
        self.klad.noteer(punt.code, chosen, now)
        return chosen

    def _neem(self, punt: Punt, said: Any) -> None:
        """Keep the answer."""
        if said is not None:
            self.vastlegging.zet(punt, said)
            return
        self.klad.vergeet(punt.code)
        if not is_gevuld(self.opname.staat_er(punt)):
            self.gesprek.zeg("○ blijft open", indent="  ", stijl="stil")
        elif self.gesprek.ja_nee("Uw eerdere antwoord weghalen?", standaard=False):
            self.vastlegging.haal_weg(punt)

    def _begeleiding(self, punt: Punt) -> Begeleiding:
        """What goes with it; a wish is without words where there is nothing to show for it."""
        was = self.opname.staat_er(punt)
        earlier = len(self._eerder(punt))
        has_earlier = bool(self._eerdere(self.punten.index(punt)))
        explains = "de les" if isinstance(punt, Vraagpunt) else "uitleg" if uitleg_van(punt.label) else ""
        return Begeleiding(
            noteer=lambda typed: self.klad.noteer(punt.code, typed, was),
            wensen={
                Wens.UITLEG: explains,
                Wens.EERDER: f"eerder ({earlier})" if earlier else "",
                Wens.TERUG: "vorige vraag" if has_earlier else "",
            },
            toon=lambda wens: self._toon(wens, punt),
            nodig=self.opname.is_nodig(punt),
        )

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
        need = "nodig om af te ronden" if punt.verplicht else "mag open blijven"
        say(f"vraag {punt.nummer} van {punt.totaal} ({need})", stijl="stil")
        for line in punt.toelichting:
            say(line, indent="  ")
        say()
        say(punt.vraag, stijl="vraag")

    def _toon(self, wens: Wens, punt: Punt) -> None:
        """Show what was wanted, and the question again above its field."""
        self.gesprek.zeg()
        if wens is Wens.UITLEG:
            self._leg_uit(punt)
        else:
            self._toon_eerder(punt)
        self.gesprek.zeg()
        self.gesprek.zeg(punt.vraag, stijl="vraag")

    def _leg_uit(self, punt: Punt) -> None:
        """The lesson with its example; of a field what its word means."""
        if isinstance(punt, Vraagpunt):
            les = punt.gesteld.les.les
            self.gesprek.zeg(les.titel or "", stijl="kop")
            examples = (f"Voorbeeld: {item.strip()}" for item in les.voorbeelden)
            for text in filter(None, (les.kern, les.toelichting, *examples)):
                self._alinea(text)
        elif word := uitleg_van(punt.label):
            self._alinea(f"{word.woord}: {word.betekenis}")
        else:
            self.gesprek.zeg("hier is geen uitleg bij")

    def _toon_eerder(self, punt: Punt) -> None:
        """What the same people answered before, the oldest first."""
        found = self._eerder(punt)
        if not found:
            self.gesprek.zeg("er is nog geen eerder antwoord van u op deze vraag")
        for answer in found:
            self.gesprek.zeg(answer.kop, stijl="stil")
            self.gesprek.zeg(answer.tekst, indent="  ")

    def _eerder(self, punt: Punt) -> list[EerderAntwoord]:
        if not isinstance(punt, Vraagpunt):
            return []
        return self.vastlegging.eerdere_antwoorden.get(punt.gesteld.sleutel, [])

    def _alinea(self, text: str) -> None:
        """A paragraph of a lesson, with its lines run on so that they are broken anew."""
        for paragraph in text.strip().split("\n\n"):
            self.gesprek.zeg()
            self.gesprek.zeg(" ".join(paragraph.split()), indent="  ")
