"""Which cyclus, and who: what is known to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from leercyclus.commands.omgeving import Omgeving
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
    folders = [omgeving.werkmap.cyclus(name) for name in omgeving.werkmap.cyclus_ids()]
    if not ook_afgerond:
        folders = [folder for folder in folders if _is_onderweg(voortgang(omgeving, folder)[1])]
    if not folders:
        raise _niets_te_kiezen(omgeving.werkmap)
    if len(folders) == 1:
        return folders[0]
    by_id = {folder.id: folder for folder in folders}
    titles = {id: first_line(folder.titel, 48) for id, folder in by_id.items()}
    return by_id[Gesprek().kies_een("Cyclus", titles)]


def _niets_te_kiezen(werkmap: Werkmap) -> NotFoundError:
    if werkmap.elders.cycli_zijn_er:
        return NotFoundError(
            "in deze map staat geen cyclus die nog loopt",
            tip=f"haal er een bij met: {werkmap.elders.haal}CYCLUS",
        )
    said = "alle cycli zijn rond" if werkmap.cyclus_ids() else "er is nog geen cyclus"
    return NotFoundError(said, tip="open een nieuwe met: leercyclus nieuw")


def _is_onderweg(now: Voortgang) -> bool:
    """Something is left to do, if only writing down an outcome."""
    return now.volgende_stap is not None or bool(now.open_stappen)


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
