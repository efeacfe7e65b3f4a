"""leercyclus advies."""

from __future__ import annotations

from typing import Any

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.advies import Advies
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.punt import Keuzes
from leercyclus.domain.soorten import ADVIES, INTERVISIE
from leercyclus.domain.veld import Veld


class AdviesOpname(Opname[Advies]):
    """Iedereen die er is, geeft een eigen advies, liefst voor u er samen over praat. Aan een
    terminal gaat u na elk advies door met wie er nog geen gaf.

    De kern is wat het bestuur mag horen: één zin die niet laat zien wie het zei.

    Voorbeeld: leercyclus advies 2027-regio --van directeur-oss --tekst "Begin klein"
    """

    soort = ADVIES
    wijst_aan = "van"
    lezers = (
        "Uw advies is voor de vraagstellers en de groep. Een bestuur hoort alleen de kern, zonder uw naam."
    )

    def wijs_aan(self) -> None:
        if not self.given.get("van") and self.omgeving.mag_vragen and not self.verzoek.lees:
            self.given["van"] = self._van_wie()

    def vooraf(self) -> dict[str, Any]:
        """What comes from a sheet was written on the day itself."""
        day = self.folder.een(INTERVISIE)
        known = (day and day.record.datum) or self.folder.cyclus.intervisiedag
        was_then = self.verzoek.van_blad and known is not None and known <= self.omgeving.vandaag
        return {"datum": known} if was_then else super().vooraf()

    def plek(self) -> Plek:
        return self.folder.id, self.maak_id(self.data.get("van", ""))

    def keuzes(self, veld: Veld) -> Keuzes:
        return self._adviesgevers() if veld.naam == "van" else super().keuzes(veld)

    def vervolg(self) -> str:
        return " ".join(("leercyclus advies", self.folder.id, *(f"--van {name}" for name in self.wie)))

    def sprekers(self, record: Advies, cyclus: Cyclus) -> list[str]:
        return [record.van] if record.van else []

    def inleiding(self) -> None:
        person = self.omgeving.groep.persoon(self.wie[0])
        self.gesprek.zeg(f"Advies van {person.naam if person and person.naam else self.wie[0]}", stijl="kop")
        day = self.folder.een(INTERVISIE)
        question = (day and day.record.vraag_herzien) or self.folder.cyclus.vraag
        self.gesprek.zeg(f"De vraag: {question or self.folder.titel}")

    def nog_een(self) -> bool:
        waiting = self._wachten()
        if not self.vraagt or not waiting:
            return False
        self.gesprek.zeg()
        self.gesprek.zeg(f"Nog geen advies van: {', '.join(waiting)}")
        return self.gesprek.ja_nee("Verder met het volgende advies?", standaard=True)

    @classmethod
    def voor_wie(cls, omgeving: Omgeving, folder: CyclusMap) -> list[str]:
        """Who are expected to give advice and have not yet."""
        facts, _ = kiezen.voortgang(omgeving, folder)
        return sorted(facts.verwachte_adviesgevers - facts.adviesgevers)

    def _adviesgevers(self) -> Keuzes:
        """Who are expected to give advice, those who have not yet before all others."""
        facts, _ = kiezen.voortgang(self.omgeving, self.folder)
        people = self._wachten() or facts.verwachte_adviesgevers or self.folder.cyclus.deelnemers
        return kiezen.mensen(self.omgeving.groep, people)

    def _van_wie(self) -> str:
        people = self._adviesgevers()
        if not people:
            raise NotFoundError(
                f"bij {self.folder.id} is niemand uitgenodigd",
                tip=f"nodig iemand uit met: leercyclus vraag {self.folder.id} --deelnemer ID",
            )
        if len(people) == 1:
            return next(iter(people))
        self.gesprek.zeg("Wie het advies geeft", stijl="vraag")
        return self.gesprek.kies_een("Van", people)

    def _wachten(self) -> list[str]:
        return self.voor_wie(self.omgeving, self.omgeving.werkmap.cyclus(self.folder.id))


advies = opneem_opdracht(AdviesOpname)
