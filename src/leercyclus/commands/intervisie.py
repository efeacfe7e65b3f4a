"""leercyclus intervisie."""

from __future__ import annotations

from typing import Any

from leercyclus.commands import kiezen, terugblik
from leercyclus.commands.opnemen.opdracht import opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.intervisie import Intervisie
from leercyclus.domain.soorten import INTERVISIE
from leercyclus.domain.veld import Veld
from leercyclus.gesprek.regels import Keuzes


class IntervisieOpname(Opname[Intervisie]):
    """De dag opent met wat er van eerdere adviezen geworden is: dat staat boven de vragen,
    wat nog open is het eerst. Daarna legt u vast wie er waren, wat u over vertrouwelijkheid
    afsprak, en hoe de vraag luidt nu u er samen over sprak.

    Voorbeeld: leercyclus intervisie 2027-regio
    """

    soort = INTERVISIE
    bevestigen = frozenset({"datum", "plaats"})
    voor_de_vragen = "Deze vragen zijn voor de vraagstellers en de adviseur. Schrijf op wat zij zeiden."

    def vooraf(self) -> dict[str, Any]:
        cyclus = self.folder.cyclus
        known = {"datum": cyclus.intervisiedag or self.omgeving.vandaag, "plaats": cyclus.plaats}
        if not terugblik.voornemens(self.omgeving.werkmap, self.folder.id):
            known["terugblik"] = terugblik.EERSTE_KEER
        return {key: value for key, value in known.items() if value}

    def voorstel(self, veld: Veld) -> Any:
        if veld.naam == "aanwezig":
            return list(self.folder.cyclus.deelnemers)
        return super().voorstel(veld)

    def keuzes(self, veld: Veld) -> Keuzes:
        if veld.naam == "aanwezig":
            return kiezen.mensen(self.omgeving.groep, self.folder.cyclus.deelnemers)
        return super().keuzes(veld)

    def inleiding(self) -> None:
        for line in terugblik.regels(self.omgeving.werkmap, self.folder.id):
            self.gesprek.zeg(line)


intervisie = opneem_opdracht(IntervisieOpname)
