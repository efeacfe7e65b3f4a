"""Saving, together with what somebody else wrote meanwhile: nothing of either is overwritten."""

from __future__ import annotations

from typing import Any

from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.versies import Versie, beslis, noem, uit_ruw
from leercyclus.domain.errors import ChangedUnderneathError, ConflictError
from leercyclus.domain.punt import Punt, Veldpunt


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
    found = opname.zoek_bestaand()
    if found is not None:
        opname.ontwerp.ga_verder_met(found)
    return found is not None


def _los_op(opname: Opname[Any]) -> None:
    """Take over what somebody else changed; where both changed the same, ask what stays.

    ConflictError, with both versions, when nobody can be asked.
    """
    assert opname.ontwerp.bestaand is not None
    path = opname.omgeving.toon_pad(opname.ontwerp.bestaand.bestand)
    differ = opname.ontwerp.haal_bij()
    found = [(_punt(opname, item.code), item) for item in differ]
    versions = [
        (
            punt,
            [
                _versie(opname, punt, "wat u schreef", item.eigen),
                _versie(opname, punt, "wat er nu staat", item.ander),
            ],
        )
        for punt, item in found
    ]
    if versions and not opname.omgeving.mag_vragen:
        raise ConflictError(
            f"{path} is ondertussen ook ergens anders gewijzigd; er is niets overschreven",
            details=[line for punt, items in versions for line in noem(punt, items)],
            tip="bekijk het bestand en geef de opdracht opnieuw",
        )
    how = ", in hetzelfde antwoord" if versions else "; die wijziging blijft staan en de uwe komt erbij"
    opname.gesprek.zeg(f"{path} is ondertussen ook ergens anders gewijzigd{how}")
    for punt, items in versions:
        chosen = beslis(opname.gesprek, punt, items)
        punt.haal_weg(opname.data) if chosen is None else punt.zet(opname.data, chosen)


def _punt(opname: Opname[Any], code: str) -> Punt:
    """What differs, as something that can be shown and asked."""
    known = {punt.code: punt for punt in opname.punten(alle=True)}
    return known.get(code) or Veldpunt.van(opname.soort.velden[code])


def _versie(opname: Opname[Any], punt: Punt, bron: str, ruw: Any) -> Versie:
    return Versie(bron, uit_ruw(opname.soort, punt, ruw))
