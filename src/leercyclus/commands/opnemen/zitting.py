"""One sitting at the terminal: what is asked, what was left the previous time, what is kept of it."""

from __future__ import annotations

from typing import Any

from leercyclus.commands.opnemen.afsluiten import sluit_af
from leercyclus.commands.opnemen.antwoorden import met_code
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.vastlegging import Vastlegging
from leercyclus.commands.opnemen.vragenronde import Vragenronde
from leercyclus.domain.datum import voluit
from leercyclus.domain.errors import LeercyclusError, Signaal, StoppedError
from leercyclus.domain.tekst import first_line
from leercyclus.domain.veld import is_gevuld


class Zitting:
    """Asks what a record lacks; every answer is in the record, or in the klad of it, at once."""

    def __init__(self, opname: Opname[Any]) -> None:
        self.opname = opname
        self.vastlegging = Vastlegging(opname)
        self.klad = self.vastlegging.klad

    def houd(self) -> None:
        """Ask and close. Whatever stops it, what was typed is kept, and the user hears where."""
        self.opname.vraagt = True
        try:
            self._vraag()
            sluit_af(self.opname)
        except (KeyboardInterrupt, StoppedError) as stop:
            raise self._gestopt(stop) from None
        except LeercyclusError as error:
            if self.klad:
                error.details = (
                    *error.details,
                    "wat u typte, is als klad bewaard en staat er de volgende keer weer",
                )
            raise
        self.klad.hernoem(self.opname.kladnaam)

    def _vraag(self) -> None:
        opname, wanted = self.opname, self.opname.verzoek.vraag_id
        self._hervat()
        if wanted:
            punt = met_code(wanted, opname.punten(alle=True), "--vraag-id")
            Vragenronde(self.vastlegging, [punt], opnieuw=True).loop()
            return
        opname.inleiding()
        for punten in opname.rondes():
            Vragenronde(self.vastlegging, punten).loop()

    # what was left the previous time

    def _hervat(self) -> None:
        """Go on with the values of a record that could not be kept yet, if that is wanted."""
        opname, klad = self.opname, self.klad
        if not klad.velden or not opname.is_nieuw:
            return
        when = f" op {voluit(klad.wanneer)}" if klad.wanneer else ""
        opname.gesprek.zeg(f"U was{when} al begonnen aan {opname.soort.benoemd}:")
        for veld in opname.soort.velden.values():
            value = klad.velden.get(veld.naam)
            if veld.gevraagd and is_gevuld(value):
                text = ", ".join(value) if isinstance(value, list) else str(value)
                opname.gesprek.zeg(f"{veld.label}: {first_line(text, 60)}", indent="  ")
        if opname.gesprek.ja_nee("Verder met wat u toen invulde?", standaard=True):
            opname.data.update({**klad.velden, **opname.given})
        else:
            klad.weg()

    def _gestopt(self, stop: BaseException) -> StoppedError:
        """What to say when it ends before the end: where everything is, and how to go on."""
        found = self.opname.ontwerp.bestaand
        said = [f"uw antwoorden staan in {self.opname.omgeving.toon_pad(found.bestand)}"] if found else []
        if self.klad.punten or (self.klad and not found):
            said.append(
                "wat u aan het typen was, is als klad bewaard"
                if found
                else "wat u typte, is als klad bewaard"
            )
        kept = "; ".join(said) or "er is niets bewaard"
        number = {"signaal": stop.nummer} if isinstance(stop, Signaal) else {}
        return StoppedError(f"gestopt; {kept}", tip=f"ga verder met: {self.opname.vervolg()}", **number)
