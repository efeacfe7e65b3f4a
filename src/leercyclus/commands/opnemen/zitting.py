"""One sitting at the terminal: what is asked, what was left the previous time, what is kept of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from leercyclus.commands.opnemen.antwoorden import met_code
from leercyclus.commands.opnemen.eerder import EerderAntwoord, eerdere_antwoorden
from leercyclus.commands.opnemen.vragenronde import Vragenronde
from leercyclus.domain.datum import voluit
from leercyclus.domain.errors import LeercyclusError, Signaal, StoppedError
from leercyclus.domain.punt import Punt
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.tekst import first_line
from leercyclus.domain.veld import is_gevuld
from leercyclus.store.klad import Klad

if TYPE_CHECKING:
    from leercyclus.commands.opnemen.opname import Opname


class Zitting:
    """Asks what a record lacks; every answer is in the record, or in the klad of it, at once."""

    def __init__(self, opname: Opname[Any]) -> None:
        self.opname = opname
        self.klad = Klad(opname.omgeving.werkmap.root, opname.kladnaam)
        #: The codes of what was asked.
        self.gesteld: set[str] = set()

    def houd(self) -> None:
        """Ask and close. Whatever stops it, what was typed is kept, and the user hears where."""
        try:
            self._vraag()
            self.opname.sluit_af()
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
            Vragenronde(self, [punt], opnieuw=True).loop()
            return
        opname.inleiding()
        for punten in opname.rondes():
            Vragenronde(self, punten).loop()

    # answers

    def zet(self, punt: Punt, waarde: Any) -> None:
        """Take an answer, and keep it at once."""
        punt.zet(self.opname.data, waarde)
        self._bewaar()
        self.klad.vergeet(punt.code)
        kept = "✓ bewaard" if self.opname.ontwerp.bestaand else "✓ als klad bewaard"
        self.opname.gesprek.zeg(kept, indent="  ", stijl="stil")

    def haal_weg(self, punt: Punt) -> None:
        """Take an answer away again."""
        punt.haal_weg(self.opname.data)
        self._bewaar()

    def _bewaar(self) -> None:
        """A concept at once, another record when it has what it needs; till then the klad has it."""
        opname = self.opname
        if opname.soort.met_stand:
            opname.data["stand"] = opname.stand_onderweg()
        if opname.soort.met_stand or not ontbrekend(opname.ontwerp.record):
            opname.bewaar()
        if opname.ontwerp.bestaand:
            self.klad.hernoem(opname.kladnaam)
        else:
            self.klad.bewaar({key: item for key, item in opname.data.items() if item is not None})

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
