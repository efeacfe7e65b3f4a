"""leercyclus terugkoppeling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opdracht import CYCLUS, opneem_opdracht
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.domain.soorten import ADVIES, TERUGKOPPELING
from leercyclus.domain.tekst import aantal
from leercyclus.domain.terugkoppeling import Terugkoppeling


class TerugkoppelingOpname(Opname[Terugkoppeling]):
    """Het bestuur hoort welke adviezen er gegeven zijn, niet wie wat zei. Aan een terminal
    staat de kern van elk advies boven de vragen.

    Voorbeeld: leercyclus terugkoppeling 2027-regio --organisatie oss --bestuur "college van B en W"
    """

    soort = TERUGKOPPELING
    heet_naar = True

    def wijs_aan(self) -> None:
        self.organisatie = self.verzoek.id or self._kies_organisatie()
        known = [item.id for item in self.omgeving.groep.organisaties]
        if self.organisatie not in known:
            raise NotFoundError(
                f"--organisatie: er is geen organisatie '{self.organisatie}'",
                tip=suggestion(self.organisatie, known) or "organisaties staan in leertraject.toml",
            )

    def zoek(self) -> Gelezen[Terugkoppeling] | None:
        return self.folder.een(self.soort, self.organisatie)

    def plek(self) -> Plek:
        return self.folder.id, self.organisatie

    def vervolg(self) -> str:
        return f"leercyclus terugkoppeling {self.folder.id} --organisatie {self.organisatie}"

    def vooraf(self) -> dict[str, Any]:
        groep = self.omgeving.groep
        tellers = [
            id
            for id in self.folder.cyclus.vraagstellers
            if (person := groep.persoon(id)) and person.organisatie == self.organisatie
        ]
        return {**super().vooraf(), "door": tellers}

    def inleiding(self) -> None:
        cores = self._kernen()
        if cores:
            self.gesprek.zeg("De adviezen in één zin:")
        for core in cores:
            self.gesprek.zeg(core, indent="  ")
        without = len(self.folder.van(ADVIES)) - len(cores)
        if without:
            self.gesprek.zeg(f"({aantal(without, 'advies heeft', 'adviezen hebben')} nog geen kern)")

    def aanduiding(self) -> str:
        return f"de terugkoppeling aan het bestuur van {self.organisatie}"

    def bladinleiding(self) -> Iterator[Bladblok]:
        yield from (Bladblok("punt", core) for core in self._kernen())

    @classmethod
    def voor_wie(cls, omgeving: Omgeving, folder: CyclusMap) -> list[str]:
        """The organisations whose board has not heard of it yet."""
        facts, _ = kiezen.voortgang(omgeving, folder)
        return sorted(facts.besturen - facts.teruggekoppeld)

    def _kernen(self) -> list[str]:
        """The advices as a board may hear them."""
        return [item.record.kern for item in self.folder.van(ADVIES) if item.record.kern]

    def _kies_organisatie(self) -> str:
        facts, _ = kiezen.voortgang(self.omgeving, self.folder)
        waiting = self.voor_wie(self.omgeving, self.folder) or sorted(facts.besturen)
        if len(waiting) == 1 and self.omgeving.mag_vragen:
            return waiting[0]
        if not self.omgeving.mag_vragen:
            raise UsageError("--organisatie ontbreekt: het bestuur van welke organisatie hoorde het")
        names = {item.id: item.naam or "" for item in self.omgeving.groep.organisaties}
        options = {id: names[id] for id in waiting if id in names} or names
        if not options:
            raise NotFoundError(
                "in deze groep zijn nog geen organisaties", tip="voeg er een toe met: leercyclus deelnemer"
            )
        return self.gesprek.kies_een("Organisatie", options)


_ORGANISATIE = Annotated[
    str | None,
    typer.Option("--organisatie", metavar="ID", help="Het bestuur van welke organisatie"),
    Verwijzing.ORGANISATIE,
]
terugkoppeling = opneem_opdracht(TerugkoppelingOpname, argumenten=(CYCLUS, ("id", _ORGANISATIE)))
