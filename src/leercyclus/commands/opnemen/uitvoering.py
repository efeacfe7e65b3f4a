"""The course of every recording: find, take over, ask or edit, close, and say what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leercyclus.commands import melden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.aangeleverd import aangeleverd
from leercyclus.commands.opnemen.afsluiten import sluit_af, zeg_wat_ontbreekt
from leercyclus.commands.opnemen.antwoorden import uit_optie
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.commands.opnemen.zitting import Zitting
from leercyclus.domain.record import RecordMetStand
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store.werkmap import CyclusMap


def voer_uit(
    soortopname: type[Opname[Any]],
    omgeving: Omgeving,
    folder: CyclusMap,
    given: Mapping[str, Any],
    verzoek: Verzoek,
) -> int:
    """Record one, and go on as long as the user wants; the exit code."""
    goes_on = True
    while goes_on:
        opname = soortopname(omgeving, folder, given, verzoek)
        goes_on = opname.heeft_werk() and _leg_vast(opname)
        if goes_on:
            folder, given = omgeving.werkmap.cyclus(folder.id), {}
    return 0


def _leg_vast(opname: Opname[Any]) -> bool:
    """Make or change the record; whether to go on with another."""
    if opname.verzoek.lees:
        opname.given = aangeleverd(opname.soort, opname.verzoek.lees, opname.given, opname.bekend())
    opname.begin()
    opname.bewaak(opname.given)
    _neem_over(opname)
    bestand = _bewerk(opname) if opname.verzoek.bewerk else _vul_aan(opname)
    if bestand is None:
        return False
    _meld(opname, bestand)
    return opname.nog_een()


def _neem_over(opname: Opname[Any]) -> None:
    """Put what was given on the command line, or handed over, into the data."""
    data, verzoek = opname.data, opname.verzoek
    if verzoek.lees and opname.ontwerp.bestaand:
        known = opname.soort.velden.keys() - {"versie"}  # what the new one does not say goes away
        data.update({name: None for name in data if name in known})
    data.update(opname.given)
    if verzoek.heropen:
        data["stand"] = "concept"
    for text in verzoek.antwoord:
        punt, value = uit_optie(text, opname.ontwerp.vragen(alle=True))
        punt.zet(data, value)


def _bewerk(opname: Opname[Any]) -> str | None:
    from leercyclus.commands.opnemen.bewerken import Bewerking  # here: it loads subprocess

    return Bewerking(opname).voer_uit()


def _vul_aan(opname: Opname[Any]) -> str:
    """Ask what is missing, where somebody can be asked; the path of the record."""
    if opname.moet_vragen():
        Zitting(opname).houd()
    else:
        sluit_af(opname)
    assert opname.ontwerp.bestaand is not None
    return opname.ontwerp.bestaand.bestand


def _meld(opname: Opname[Any], bestand: str) -> None:
    print(opname.omgeving.toon_pad(bestand))
    record = opname.ontwerp.record
    if isinstance(record, RecordMetStand):
        zeg(f"bewaard als {record.stand}")
        if not record.is_definitief and opname.vraagt:
            zeg_wat_ontbreekt(opname)
    melden.na_bewaren(opname.omgeving, bestand)
    opname.na_afloop()
