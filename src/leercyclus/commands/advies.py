"""leercyclus advies."""

from __future__ import annotations

from leercyclus.commands import kiezen
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.advies import Advies
from leercyclus.domain.soorten import ADVIES, INTERVISIE
from leercyclus.domain.veld import Veld
from leercyclus.gesprek.regels import Keuzes
from leercyclus.store.layout import made_up_id


class AdviesOpname(Opname[Advies]):
    """Iedereen die er is, geeft een eigen advies, liefst voor u er samen over praat. Aan een
    terminal gaat u na elk advies door met wie er nog geen gaf.

    De kern is wat het bestuur mag horen: één zin die niet laat zien wie het zei.

    Voorbeeld: leercyclus advies 2027-regio --van directeur-oss --tekst "Begin klein"
    """

    soort = ADVIES

    def plek(self) -> Plek:
        return self.folder.id, made_up_id(self.data["van"])

    def keuzes(self, veld: Veld) -> Keuzes:
        if veld.naam == "van":
            facts, _ = kiezen.voortgang(self.omgeving, self.folder)
            people = self._wachten() or facts.verwachte_adviesgevers or self.folder.cyclus.deelnemers
            return kiezen.mensen(self.omgeving.groep, people)
        return super().keuzes(veld)

    def inleiding(self) -> None:
        day = self.folder.een(INTERVISIE)
        question = (day and day.record.vraag_herzien) or self.folder.cyclus.vraag
        self.gesprek.zeg(f"De vraag: {question or self.folder.titel}")

    def nog_een(self) -> bool:
        waiting = self._wachten() - {self.data.get("van", "")}
        if not self.vraagt or not waiting:
            return False
        self.gesprek.zeg()
        self.gesprek.zeg(f"Nog geen advies van: {', '.join(sorted(waiting))}")
        return self.gesprek.ja_nee("Verder met het volgende advies?", standaard=True)

    def _wachten(self) -> frozenset[str]:
        """Who are expected to give advice and have not yet."""
        facts, _ = kiezen.voortgang(self.omgeving, self.folder)
        return facts.verwachte_adviesgevers - facts.adviesgevers


advies = opneem_opdracht(AdviesOpname)
