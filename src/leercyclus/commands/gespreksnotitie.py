"""leercyclus gespreksnotitie."""

from __future__ import annotations

from typing import Any

from leercyclus.commands.opnemen.opdracht import opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.gespreksnotitie import Gespreksnotitie
from leercyclus.domain.soorten import GESPREKSNOTITIE, INTERVIEW
from leercyclus.domain.tekst import aantal
from leercyclus.render import stukken


class GespreksnotitieOpname(Opname[Gespreksnotitie]):
    """De gespreksnotitie bundelt wat de adviseur hoorde tot een spiegel. Alle deelnemers
    lezen haar, dus wat iemand vertrouwelijk zei, staat er niet herkenbaar in.

    Voorbeeld: leercyclus gespreksnotitie 2027-regio
    """

    soort = GESPREKSNOTITIE
    lezers = "Deze notitie gaat voor de dag naar alle deelnemers. Wie iets in vertrouwen zei, is er niet in te herkennen."

    def vooraf(self) -> dict[str, Any]:
        return {**super().vooraf(), "door": list(self.folder.cyclus.adviseurs)}

    def inleiding(self) -> None:
        talks = self.folder.van(INTERVIEW)
        self.gesprek.zeg(f"{aantal(len(talks), 'gesprek', 'gesprekken')} bij deze cyclus")
        for talk in talks:
            self.gesprek.zeg(f"{talk.id}  {stukken.kern(talk.record)}", indent="  ")


gespreksnotitie = opneem_opdracht(GespreksnotitieOpname)
