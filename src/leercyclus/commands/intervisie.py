"""leercyclus intervisie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from leercyclus.commands import kiezen, terugblik
from leercyclus.commands.advies import AdviesOpname
from leercyclus.commands.opnemen.opdracht import opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.datum import lang
from leercyclus.domain.intervisie import Intervisie
from leercyclus.domain.punt import Keuzes, Punt
from leercyclus.domain.soorten import GESPREKSNOTITIE, INTERVISIE
from leercyclus.domain.veld import Veld
from leercyclus.domain.vraagpunt import Vraagpunt
from leercyclus.store import ingebouwd


class IntervisieOpname(Opname[Intervisie]):
    """De dag opent met wat er van eerdere adviezen geworden is: dat staat boven de vragen,
    wat nog open is het eerst. Daarna legt u vast wie er waren, wat u over vertrouwelijkheid
    afsprak, en hoe de vraag luidt nu u er samen over sprak.

    Voorbeeld: leercyclus intervisie 2027-regio
    """

    soort = INTERVISIE
    bevestigen = frozenset({"datum", "plaats"})
    ook_op_blad = (AdviesOpname,)
    lezers = "Wat u hier opschrijft, blijft in de groep."

    def vooraf(self) -> dict[str, Any]:
        cyclus = self.folder.cyclus
        known = {"datum": cyclus.intervisiedag or self.omgeving.vandaag, "plaats": cyclus.plaats}
        if not (
            terugblik.voornemens(self.omgeving.werkmap, self.folder.id) or self.omgeving.elders.cycli_zijn_er
        ):
            known["terugblik"] = terugblik.EERSTE_KEER
        return {key: value for key, value in known.items() if value}

    def voorstel(self, punt: Punt) -> Any:
        return list(self.folder.cyclus.deelnemers) if punt.code == "aanwezig" else super().voorstel(punt)

    def sprekers(self, record: Intervisie, cyclus: Cyclus) -> list[str]:
        return cyclus.vraagstellers

    def keuzes(self, veld: Veld) -> Keuzes:
        if veld.naam == "aanwezig":
            return kiezen.mensen(self.omgeving.groep, self.folder.cyclus.deelnemers)
        return super().keuzes(veld)

    def inleiding(self) -> None:
        day = self.folder.cyclus.intervisiedag
        if day and day > self.omgeving.vandaag:
            self.gesprek.zeg(f"let op: deze dag is pas op {lang(day)}")
        for line in terugblik.regels(self.omgeving.werkmap, self.folder.id):
            self.gesprek.zeg(line)

    def bladnamen(self) -> tuple[()]:
        return ()

    def op_blad_bekend(self) -> dict[str, Any]:
        cyclus = self.folder.cyclus
        known = {"datum": cyclus.intervisiedag, "plaats": cyclus.plaats}
        return {key: value for key, value in known.items() if value}

    def bladinleiding(self) -> Iterator[Bladblok]:
        """When and where, how the day runs, what became of earlier advices, what the adviseur wants to ask."""
        for name, value in self.op_blad_bekend().items():
            text = lang(value) if isinstance(value, dt.date) else str(value)
            yield Bladblok("gegeven", text, self.soort.velden[name].label)
        yield Bladblok("tussenkop", "Zo verloopt de dag")
        programme = (self.folder.cyclus.programma or "").strip().split("\n")
        if any(programme):
            yield from (Bladblok("punt", line.strip("-•* ")) for line in programme if line.strip())
        else:
            yield from (Bladblok("punt", f"{name}. {what}") for name, what in ingebouwd.dagorde())
        yield Bladblok("tussenkop", "Terugblik")
        yield from (
            Bladblok("tekst", line)
            for line in terugblik.regels(self.omgeving.werkmap, self.folder.id)
            if line
        )
        mirror = self.folder.een(GESPREKSNOTITIE)
        if mirror and mirror.record.is_definitief and mirror.record.vragen_voor_de_dag:
            yield Bladblok("tussenkop", "Vragen van de adviseur")
            yield Bladblok("tekst", mirror.record.vragen_voor_de_dag)
        yield Bladblok("tussenkop", "Wat u vastlegt")

    def voor(self, punt: Punt) -> None:
        if isinstance(punt, Vraagpunt) and punt.nummer == 1:
            self.gesprek.zeg()
            self.gesprek.zeg(
                "De vragen hierna zijn voor de vraagstellers en de adviseur. Schrijf op wat zij zeiden."
            )


intervisie = opneem_opdracht(IntervisieOpname)
