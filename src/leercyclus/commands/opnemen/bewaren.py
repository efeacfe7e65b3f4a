"""Saving, together with what somebody else wrote meanwhile: nothing of either is overwritten."""

from __future__ import annotations

from typing import Any

from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.versies import Kwestie, Versie, beslis
from leercyclus.domain.errors import ChangedUnderneathError
from leercyclus.domain.punt import Ruwpunt
from leercyclus.domain.samenvoegen import Verschil
from leercyclus.gesprek.zeggen import zeg


def bewaar(opname: Opname[Any]) -> None:
    """Save what there is. ConflictError when somebody else changed the same and nobody can be asked."""
    opname.voor_bewaren()
    if opname.ontwerp.bestaand is None and _is_ondertussen_gemaakt(opname):
        _los_op(opname)
    while True:
        try:
            return opname.ontwerp.bewaar(opname.plek)
        except ChangedUnderneathError:
            _los_op(opname)


def _is_ondertussen_gemaakt(opname: Opname[Any]) -> bool:
    """Whether the record that is meant was not there before, and is now; then that one is gone on with."""
    if opname.folder.id:
        opname.folder = opname.omgeving.werkmap.cyclus(opname.folder.id)
    opname.ontwerp.bestaand = opname.zoek_bestaand()
    return opname.ontwerp.bestaand is not None


def _los_op(opname: Opname[Any]) -> None:
    """Take over what somebody else changed; where both changed the same, ask what stays."""
    assert opname.ontwerp.bestaand is not None
    path = opname.omgeving.toon_pad(opname.ontwerp.bestaand.bestand)
    issues = [_kwestie(opname, path, item) for item in opname.ontwerp.haal_bij(opname.omgeving.toon_pad)]
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


def _kwestie(opname: Opname[Any], path: str, verschil: Verschil) -> Kwestie:
    punt = opname.punt(verschil.code) or Ruwpunt.van(verschil.code)
    mine, theirs = (punt.uit_ruw(opname.soort.model, raw) for raw in (verschil.eigen, verschil.ander))
    return Kwestie(path, punt, [Versie("wat u schreef", mine), Versie("wat er nu staat", theirs)])
