"""leercyclus zelfanalyse."""

from __future__ import annotations

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.punt import Keuzes
from leercyclus.domain.soorten import ZELFANALYSE
from leercyclus.domain.tekst import opsomming
from leercyclus.domain.veld import Veld
from leercyclus.domain.zelfanalyse import Zelfanalyse


class ZelfanalyseOpname(Opname[Zelfanalyse]):
    """Een zelfanalyse begint met een stap terug: hoe het begon, wat er gedaan is, met wie,
    en wat uw eigen rol was. Elk antwoord wordt meteen bewaard, als concept.

    Zonder terminal: --door, --samenvatting en --antwoord, of een heel stuk met --lees.

    Voorbeeld: leercyclus zelfanalyse 2027-regio --door directeur-oss
    """

    soort = ZELFANALYSE
    minimaal = ("door",)
    wijst_aan = "door"
    lezers = "Uw zelfanalyse gaat voor de dag naar alle deelnemers en de adviseur."

    def wijs_aan(self) -> None:
        if not self.given.get("door") and self.omgeving.mag_vragen and not self.verzoek.lees:
            self.given["door"] = self._wie_schrijft()

    def zoek(self) -> Gelezen[Zelfanalyse] | None:
        """The one that these people write together or apart."""
        writers = set(self.given.get("door", []))
        return next((item for item in self.folder.van(self.soort) if writers & set(item.record.door)), None)

    def vervolg(self) -> str:
        return " ".join(
            ("leercyclus zelfanalyse", self.folder.id, *(f"--door {name}" for name in self.wie[:1]))
        )

    def sprekers(self, record: Zelfanalyse, cyclus: Cyclus) -> list[str]:
        return record.door

    def inleiding(self) -> None:
        self.gesprek.zeg(f"De vraag: {self.folder.cyclus.vraag or self.folder.titel}")
        others = [name for name in self.wie if name not in self.folder.cyclus.vraagstellers]
        if others:
            self.gesprek.zeg(f"let op: {opsomming(others)} is geen vraagsteller van deze cyclus")

    def plek(self) -> Plek:
        return self.folder.id, self.maak_id(*self.wie)

    def keuzes(self, veld: Veld) -> Keuzes:
        if veld.naam == "door":
            return kiezen.mensen(self.omgeving.groep, self.folder.cyclus.vraagstellers)
        return super().keuzes(veld)

    @classmethod
    def voor_wie(cls, omgeving: Omgeving, folder: CyclusMap) -> list[str]:
        """The vraagstellers who have no definitief one yet."""
        facts, _ = kiezen.voortgang(omgeving, folder)
        done = facts.met_zelfanalyse()
        return [person for person in dict.fromkeys(facts.vraagstellers) if person not in done]

    def _wie_schrijft(self) -> list[str]:
        """The vraagsteller who has none yet, or whoever is chosen."""
        if not self.folder.cyclus.vraagstellers:
            raise NotFoundError(
                f"{self.folder.id} heeft nog geen vraagstellers",
                tip=f"vul ze aan met: leercyclus vraag {self.folder.id}",
            )
        waiting = self.voor_wie(self.omgeving, self.folder)
        if len(waiting) == 1:
            return waiting
        people = kiezen.mensen(self.omgeving.groep, waiting or self.folder.cyclus.vraagstellers)
        return self.gesprek.kies_meer("Wie schrijft deze zelfanalyse", people)


zelfanalyse = opneem_opdracht(ZelfanalyseOpname)
