"""Saving, together with what somebody else wrote meanwhile: nothing of either is overwritten."""

from __future__ import annotations

from typing import Any

from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.versies import Kwestie, Versie, beslis
from leercyclus.domain.errors import ChangedUnderneathError
from leercyclus.domain.punt import Punt
from leercyclus.domain.ruwpunt import Antwoordpunt, Sleutelpunt
from leercyclus.domain.samenvoegen import Verschil
from leercyclus.domain.veld import is_gevuld
from leercyclus.gesprek.begeleiding import Bewaarder, vergeet
from leercyclus.gesprek.zeggen import zeg


def bewaar(opname: Opname[Any], noteer: Bewaarder = vergeet, *, gewijzigd: bool = False) -> None:
    """Save what there is. ConflictError when somebody else changed the same and nobody can be asked.

    ``noteer`` hears of what is typed when somebody is. ``gewijzigd``: the file is known to be
    another than the data started from.
    """
    opname.voor_bewaren()
    is_new = opname.ontwerp.bestaand is None
    if _is_ondertussen_gemaakt(opname) if is_new else gewijzigd:
        _los_op(opname, noteer)
    while True:
        try:
            return opname.ontwerp.bewaar(opname.plek)
        except ChangedUnderneathError:
            _los_op(opname, noteer)


def _is_ondertussen_gemaakt(opname: Opname[Any]) -> bool:
    """Whether the record that is meant was not there before, and is now; then that one is gone on with."""
    if opname.folder.id:
        opname.folder = opname.omgeving.werkmap.cyclus(opname.folder.id)
    opname.ontwerp.bestaand = opname.zoek_bestaand()
    return opname.ontwerp.bestaand is not None


def _los_op(opname: Opname[Any], noteer: Bewaarder) -> None:
    """Take over what somebody else changed; where both changed the same, ask what stays."""
    assert opname.ontwerp.bestaand is not None
    path = opname.omgeving.toon_pad(opname.ontwerp.bestaand.bestand)
    differ = opname.ontwerp.haal_bij(opname.omgeving.toon_pad)
    issues = [_kwestie(opname, path, item, noteer) for item in differ]
    how = ", op hetzelfde punt" if issues else "; die wijziging blijft staan en de uwe komt erbij"
    if opname.omgeving.mag_vragen or not issues:
        zeg(f"{path} is ondertussen ook ergens anders gewijzigd{how}")
    chosen = beslis(
        opname.omgeving,
        opname.gesprek,
        issues,
        f"{path} is ondertussen ook ergens anders gewijzigd; er is niets overschreven",
        "bekijk het bestand en geef de opdracht opnieuw",
    )
    for issue, value in zip(issues, chosen, strict=True):
        if value is None:
            issue.punt.haal_weg(opname.data)
        else:
            issue.punt.zet(opname.data, value)


def _kwestie(opname: Opname[Any], path: str, verschil: Verschil, noteer: Bewaarder) -> Kwestie:
    as_it_stands = (Antwoordpunt if verschil.is_antwoord else Sleutelpunt)(
        code=verschil.code, label=verschil.code
    )
    punt = opname.punt(verschil.code) or as_it_stands
    raw = (verschil.eigen, verschil.ander)
    mine, theirs = _waarden(opname, punt, raw)
    if any(is_gevuld(item) and not is_gevuld(value) for item, value in zip(raw, (mine, theirs), strict=True)):
        punt = as_it_stands  # what does not hold is shown so
        mine, theirs = raw
    return Kwestie(path, punt, [Versie("wat u schreef", mine), Versie("wat er nu staat", theirs)], noteer)


def _waarden(opname: Opname[Any], punt: Punt, raw: tuple[Any, Any]) -> tuple[Any, Any]:
    mine, theirs = (punt.uit_ruw(opname.soort.model, item) for item in raw)
    return mine, theirs
