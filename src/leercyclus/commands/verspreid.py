"""leercyclus verspreid."""

from __future__ import annotations

from typing import Any

from leercyclus.commands import kiezen
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.cyclusfeiten import notities
from leercyclus.domain.errors import ContentError
from leercyclus.domain.soorten import GESPREKSNOTITIE, VERSPREIDING, ZELFANALYSE
from leercyclus.domain.verspreiding import Verspreiding
from leercyclus.domain.zelfanalyse import Zelfanalyse
from leercyclus.gesprek.zeggen import zeg


class VerspreidOpname(Opname[Verspreiding]):
    """Leg vast wie de zelfanalyses en de gespreksnotitie kreeg, en wanneer. Versturen doet u
    zelf; hier blijft staan wat de stukken toen zeiden, zodat een latere wijziging opvalt.

    Zonder --aan: iedereen die uitgenodigd is en de stukken zoals ze nu zijn nog niet kreeg.

    Voorbeeld: leercyclus verspreid 2027-regio --datum 2027-02-25
    """

    soort = VERSPREIDING
    bevestigen = frozenset({"datum", "aan"})

    def heeft_werk(self) -> bool:
        self._weiger_concepten()
        if not self.given.get("aan") and not self._wachten() and not self.verzoek.lees:
            zeg("iedereen heeft de stukken zoals ze nu zijn al; er is niets vastgelegd")
            return False
        zeg("er is niets verstuurd: dat doet u zelf; dit legt vast wie wat kreeg")
        return True

    def voor_bewaren(self) -> None:
        self._weiger_concepten()

    def plek(self) -> Plek:
        return self.folder.id, self.maak_id(*self.data.get("door", ()))

    def vooraf(self) -> dict[str, Any]:
        coordinators = self.omgeving.groep.met_rol("coordinator", self.omgeving.vandaag)
        return {
            **super().vooraf(),
            "door": coordinators[:1] if len(coordinators) == 1 else [],
            "aan": self._wachten(),
            "stukken": [
                {"bestand": path, "vingerafdruk": mark} for path, mark in notities(self.folder).items()
            ],
        }

    def _wachten(self) -> list[str]:
        """Who was invited and has not had the notes as they are now."""
        facts, _ = kiezen.voortgang(self.omgeving, self.folder)
        got = facts.ontvangers(self.omgeving.vandaag)
        return [person for person in dict.fromkeys(facts.deelnemers) if person not in got]

    def _weiger_concepten(self) -> None:
        notes = [*self.folder.van(ZELFANALYSE), *self.folder.van(GESPREKSNOTITIE)]
        for note in notes:
            if not note.record.is_definitief:
                writers = note.record.door if isinstance(note.record, Zelfanalyse) else []
                who = "".join(f" --door {writer}" for writer in writers[:1])
                raise ContentError(
                    f"{self.omgeving.toon_pad(note.bestand)} is nog concept; er is niets vastgelegd",
                    tip=f"maak het definitief met: leercyclus {note.soort.naam} {self.folder.id}{who} --definitief",
                )
        if not notes:
            raise ContentError(
                f"{self.folder.id} heeft nog geen zelfanalyse en geen gespreksnotitie om te versturen",
                tip=f"bekijk wat er eerst komt met: leercyclus status {self.folder.id}",
            )


verspreid = opneem_opdracht(VerspreidOpname)
