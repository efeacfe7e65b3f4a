"""When somebody else wrote the same file meanwhile: nothing of either is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leercyclus.commands.opnemen.versies import Versie, beslis, noem, uit_ruw
from leercyclus.domain.errors import ConflictError
from leercyclus.domain.punt import Punt, Veldpunt

if TYPE_CHECKING:
    from leercyclus.commands.opnemen.opname import Opname


def los_op(opname: Opname[Any]) -> None:
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
