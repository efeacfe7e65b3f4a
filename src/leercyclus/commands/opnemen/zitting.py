"""One sitting at the terminal: what is asked, what was left the previous time, what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leercyclus.commands.opnemen.afsluiten import sluit_af
from leercyclus.commands.opnemen.antwoorden import met_code
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.vastlegging import Vastlegging
from leercyclus.commands.opnemen.vragenronde import Vragenronde
from leercyclus.domain.datum import voluit
from leercyclus.domain.errors import LeercyclusError, Signaal, StoppedError
from leercyclus.domain.punt import Punt
from leercyclus.domain.tekst import first_line
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.verwoord import in_woorden


class Zitting:
    """Asks what a record lacks; every answer is in the record, or in the klad of it, at once."""

    def __init__(self, opname: Opname[Any]) -> None:
        self.opname = opname
        self.vastlegging = Vastlegging(opname)
        self.klad = self.vastlegging.klad

    def houd(self) -> bool:
        """Ask and close; False when nothing was answered, so that there is nothing to keep.

        Whatever stops it, what was typed is kept, and the user hears where.
        """
        self.opname.vraagt = True
        try:
            self._vraag()
            if not self.vastlegging.zegt_iets:
                self.opname.gesprek.zeg("u vulde niets in; er is niets bewaard")
                return False
            sluit_af(self.opname)
        except (KeyboardInterrupt, Signaal, StoppedError) as stop:
            raise self._gestopt(stop) from None
        except LeercyclusError as error:
            if self.klad:
                said, lines = self._bewaard("wat u typte")
                error.details = (*error.details, said, *lines)
            raise
        self.klad.hernoem(self.opname.kladnaam)
        return True

    def _vraag(self) -> None:
        opname, wanted = self.opname, self.opname.verzoek.vraag_id
        if self.klad.is_elders_open:
            opname.gesprek.zeg(f"let op: in een ander venster wordt ook gewerkt aan {opname.soort.benoemd}")
        self._hervat()
        if wanted:
            punt = met_code(wanted, self._te_stellen(), "--vraag-id")
            Vragenronde(self.vastlegging, [punt], opnieuw=True).loop()
            return
        opname.inleiding()
        for punten in opname.rondes():
            Vragenronde(self.vastlegging, punten).loop()

    def _te_stellen(self) -> Sequence[Punt]:
        """Everything that can be asked by itself; what is asked anyway keeps its number."""
        asked = {punt.code: punt for punt in [*self.opname.punten(alle=True), *self.opname.punten()]}
        return [punt for punt in asked.values() if self.opname.past(punt)]

    # what was left the previous time

    def _hervat(self) -> None:
        """Go on with the values of a record that could not be kept yet, if that is wanted."""
        opname, klad = self.opname, self.klad
        if not klad.velden or not opname.is_nieuw:
            return
        when = f" op {voluit(klad.wanneer)}" if klad.wanneer else ""
        opname.gesprek.zeg(f"U was{when} al begonnen aan {opname.soort.benoemd}:")
        known = klad.velden | {code: typed for code, typed in klad.punten.items() if "/" not in code}
        for veld in opname.soort.velden.values():
            if veld.gevraagd and is_gevuld(known.get(veld.naam)):
                said = first_line(in_woorden(known[veld.naam]), 60)
                opname.gesprek.zeg(f"{veld.label}: {said}", indent="  ")
        if opname.gesprek.ja_nee("Verder met wat u toen invulde?", standaard=True):
            opname.data.update({**klad.velden, **opname.given})
            self.vastlegging.zegt_iets = True
        elif opname.gesprek.ja_nee("Mag het weg? Anders blijft het bewaard", standaard=False):
            klad.weg()
        else:
            klad.leg_opzij()

    # what is said when it ends before the end

    def _gestopt(self, stop: BaseException) -> StoppedError:
        """Where everything is, and how to go on."""
        found = self.opname.ontwerp.bestaand
        said = [f"uw antwoorden staan in {self.opname.omgeving.toon_pad(found.bestand)}"] if found else []
        lines: list[str] = []
        if self.klad.punten or (self.klad and not found):
            kept, lines = self._bewaard(self.opname.gesprek.invoer.bewaart if found else "wat u typte")
            said.append(kept)
        elif not self.opname.gesprek.invoer.vult_voor:
            said.append("een regel zonder Enter is niet bewaard")
        return StoppedError(
            f"gestopt; {'; '.join(said) or 'er is niets bewaard'}",
            details=lines,
            tip=f"ga verder met: {self._vervolg()}",
            door=stop,
        )

    def _bewaard(self, wat: str) -> tuple[str, list[str]]:
        """Where what was typed is; all of it, to be copied, when it could not be kept."""
        if self.klad.is_bewaard:
            return f"{wat}, is als klad bewaard in {self.opname.omgeving.toon_pad(self.klad.bestand)}", []
        typed = [line for value in self.klad.punten.values() for line in in_woorden(value).split("\n")]
        return f"{wat}, kon niet bewaard worden; hier staat het, om over te nemen:", typed

    def _vervolg(self) -> str:
        wanted = self.opname.verzoek.vraag_id
        return self.opname.vervolg() + (f" --vraag-id {wanted}" if wanted else "")
