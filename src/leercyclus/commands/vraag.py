"""leercyclus vraag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.opnemen.cyclus import CyclusOpname
from leercyclus.commands.opnemen.opdracht import opneem_opdracht, parameter
from leercyclus.commands.opnemen.opties import losse_tekst
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.datum import lang
from leercyclus.domain.errors import UsageError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.punt import Punt, Veldpunt
from leercyclus.domain.veld import proza
from leercyclus.domain.voortgang import FASEN, Fase
from leercyclus.gesprek.zeggen import zeg


class NieuweDag(Veldpunt):
    """The day of a cyclus that was put off: open until a new one is chosen."""

    def uit(self, record: Any) -> Any:
        return None if record.verloop == "uitgesteld" else super().uit(record)


class VraagOpname(CyclusOpname):
    """Wijzig een cyclus: vul de vraag aan, verzet de dag, stel uit, laat vervallen, of sla een fase
    over. Wat niet doorgaat, is nooit te laat; de reden blijft erbij staan.

    Voorbeeld: leercyclus vraag 2027-regio --dag 2027-04-15 --reden "De adviseur was ziek"
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.reden = losse_tekst("--reden", self.verzoek.extra["reden"], proza)
        self.verloop = self._nieuw_verloop()

    def bewaak(self, given: Mapping[str, Any]) -> None:
        """A cyclus can be changed while it is definitief; it must only stay complete."""
        if self.verzoek.lees:
            super().bewaak(given)

    def begin(self) -> None:
        super().begin()
        self.was = self.ontwerp.record

    def moet_vragen(self) -> bool:
        if not super().moet_vragen():
            return False
        changed = bool(self.given) or any(self.verzoek.extra.values())
        waits = self.ontwerp.ontbreekt() or self._is_uitgesteld or not self.was.is_definitief
        return bool(self.verzoek.vraag_id) or (not changed and bool(waits))

    @property
    def _is_uitgesteld(self) -> bool:
        return self.data.get("verloop") == "uitgesteld"

    def punten(self, *, alle: bool = False) -> list[Punt]:
        punten = super().punten(alle=alle)
        if not self._is_uitgesteld:
            return punten
        rest = [punt for punt in punten if punt.code != "intervisiedag"]
        return [NieuweDag.van(self.soort.velden["intervisiedag"]), *rest]

    def inleiding(self) -> None:
        if self._is_uitgesteld:
            self.gesprek.zeg("Deze cyclus is uitgesteld. Kiest u een nieuwe dag, dan loopt hij weer.")

    def stand_onderweg(self) -> str:
        """What was definitief stays so while something is added."""
        return self.was.stand if not self.verzoek.heropen else "concept"

    def voor_bewaren(self) -> None:
        before = self.ontwerp.bestaand.record if self.ontwerp.bestaand else Cyclus()
        self._verzet_dag(before)
        if self.verloop:
            self.data.update(verloop=self.verloop, reden=self._waarom())
        if phase := self.verzoek.extra["sla_over"]:
            self.data["overgeslagen"] = {**(before.overgeslagen or {}), phase: self._waarom()}

    def wordt_definitief(self, lacking: list[str]) -> bool:
        stays = self.was.is_definitief and not self.verzoek.heropen
        return stays or super().wordt_definitief(lacking)

    def na_afloop(self) -> None:
        if "intervisiedag" in self.given or self.data.get("intervisiedag") != self.was.intervisiedag:
            self._toon_termijnen()

    def zegt_iets(self) -> bool:
        return super().zegt_iets() or any(self.verzoek.extra.values())

    def _nieuw_verloop(self) -> str | None:
        extra = self.verzoek.extra
        if extra["uitgesteld"] and extra["vervallen"]:
            raise UsageError("--uitgesteld en --vervallen gaan niet samen")
        phase = extra["sla_over"]
        if phase is not None and phase not in FASEN:
            raise UsageError(
                f"--sla-over: '{phase}' is geen fase",
                tip=suggestion(phase, FASEN) or f"kies uit {', '.join(get_args(Fase))}",
            )
        if phase or extra["uitgesteld"] or extra["vervallen"]:
            self._waarom()
        return "uitgesteld" if extra["uitgesteld"] else "vervallen" if extra["vervallen"] else None

    def _waarom(self) -> str:
        """The reason: as given, or asked once."""
        if self.reden is None and self.omgeving.mag_vragen:
            self.reden = self.gesprek.regel("Wat is de reden", nodig=True)
        if not self.reden:
            raise UsageError("--reden ontbreekt: waarom verandert dit")
        return self.reden

    def _verzet_dag(self, before: Cyclus) -> None:
        """An earlier day is kept; a cyclus with a new day runs again."""
        day = self.data.get("intervisiedag")
        if day is None or (day == before.intervisiedag and "intervisiedag" not in self.given):
            return
        if before.intervisiedag and before.intervisiedag != day:
            self.data["verplaatst"] = [*(before.verplaatst or []), before.intervisiedag]
        if self.verloop:
            return
        self.data["verloop"] = "loopt"
        if self.reden or before.verloop != "loopt":
            self.data["reden"] = self.reden

    def _toon_termijnen(self) -> None:
        _, now = kiezen.voortgang(self.omgeving, self.omgeving.werkmap.cyclus(self.folder.id))
        zeg("de termijnen zijn nu:")
        for phase in now.fasen:
            if phase.uiterlijk and not phase.is_af:
                zeg(f"  {phase.fase:<13} uiterlijk {lang(phase.uiterlijk)}")


def _flag(name: str, help: str) -> Any:
    return parameter(name, Annotated[bool, typer.Option(f"--{name}", help=help)], False)


_SLA_OVER = Annotated[
    str | None, typer.Option("--sla-over", metavar="FASE", help="Deze cyclus doet een fase niet"), FASEN
]
_REDEN = Annotated[str | None, typer.Option("--reden", metavar="TEKST", help="Waarom dit verandert")]
vraag = opneem_opdracht(
    VraagOpname,
    zonder=("verplaatst", "verloop", "reden"),
    extra=(
        _flag("uitgesteld", "De dag gaat voorlopig niet door"),
        _flag("vervallen", "De cyclus gaat niet meer door"),
        parameter("sla_over", _SLA_OVER),
        parameter("reden", _REDEN),
    ),
)
