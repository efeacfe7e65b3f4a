"""Which cyclus, and who: what is known to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.overzien import overzie
from leercyclus.domain.cyclusfeiten import cyclus_feiten, groep_feiten
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.fasen import progress
from leercyclus.domain.feiten import CyclusFeiten
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.soorten import ADVIES
from leercyclus.domain.tekst import first_line
from leercyclus.domain.voortgang import Voortgang
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.store import ingebouwd
from leercyclus.store.werkmap import Werkmap


def voortgang(omgeving: Omgeving, folder: CyclusMap) -> tuple[CyclusFeiten, Voortgang]:
    """The facts of a cyclus and where it stands today."""
    facts = cyclus_feiten(folder, groep_feiten(omgeving.groep, omgeving.vandaag))
    return facts, progress(facts, omgeving.vandaag)


def kies_cyclus(omgeving: Omgeving, id: str | None, *, ook_afgerond: bool = False) -> CyclusMap:
    """The cyclus that was named, or chosen at the terminal from those that are under way."""
    if id is not None:
        return omgeving.werkmap.cyclus(id)
    if not omgeving.mag_vragen:
        raise UsageError("CYCLUS ontbreekt", tip="bekijk de cycli met: leercyclus status")
    cycles = [stand.status for stand in overzie(omgeving).cycli if ook_afgerond or stand.vraagt_iets]
    if not cycles:
        raise _niets_te_kiezen(omgeving.werkmap)
    titles = {now.id: first_line(now.titel or now.id, 48) for now in cycles}
    chosen = cycles[0].id if len(cycles) == 1 else Gesprek().kies_een("Cyclus", titles)
    return omgeving.werkmap.cyclus(chosen)


def _niets_te_kiezen(werkmap: Werkmap) -> NotFoundError:
    if werkmap.elders.cycli_zijn_er:
        return NotFoundError(
            "in deze map staat geen cyclus die nog loopt",
            tip=f"haal er een bij met: {werkmap.elders.haal}CYCLUS",
        )
    said = "alle cycli zijn rond" if werkmap.cyclus_ids() else "er is nog geen cyclus"
    return NotFoundError(said, tip="open een nieuwe met: leercyclus nieuw")


def mensen(groep: Leertraject, ids: Collection[str] | None = None) -> dict[str, str]:
    """People to choose from, with their names."""
    return {person.id: person.naam or "" for person in groep.deelnemers if ids is None or person.id in ids}


def mensen_met_rol(groep: Leertraject, *roles: str) -> dict[str, str]:
    """People with one of these roles, or everybody when there are none."""
    return mensen(groep, [person.id for person in groep.deelnemers if person.rol in roles]) or mensen(groep)


def actieven(groep: Leertraject, day: dt.date) -> list[str]:
    """Everybody in the group on that day."""
    return [person.id for person in groep.deelnemers if person.is_actief(day)]


def themas(groep: Leertraject) -> dict[str, str]:
    """The themes of the group and of the library."""
    built_in = {theme.id: theme.naam for theme in ingebouwd.themas()}
    return built_in | {theme.id: theme.naam or "" for theme in groep.themas}


def bekend(groep: Leertraject, folder: CyclusMap | None = None) -> Mapping[Verwijzing, Collection[str]]:
    """The ids that a record may refer to; advices only within a cyclus."""
    known: dict[Verwijzing, Collection[str]] = {
        Verwijzing.PERSOON: set(mensen(groep)),
        Verwijzing.ORGANISATIE: {organisation.id for organisation in groep.organisaties},
        Verwijzing.THEMA: set(themas(groep)),
    }
    if folder is not None:
        known[Verwijzing.ADVIES] = {advice.id for advice in folder.van(ADVIES)}
    return known
