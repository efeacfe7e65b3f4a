"""The course of every recording: find, take over, ask or edit, close, and say what comes next."""

from __future__ import annotations

from typing import Any

from leercyclus.commands import melden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.aangeleverd import aangeleverd
from leercyclus.commands.opnemen.afsluiten import meld, sluit_af
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain.gelezen import CyclusMap


def voer_uit(
    soortopname: type[Opname[Any]],
    omgeving: Omgeving,
    folder: CyclusMap,
    verzoek: Verzoek,
) -> int:
    """Record one, and go on as long as the user wants; the exit code."""
    omgeving.voor_vragen(soortopname.soort.bestand_in(folder.id, "-").rpartition("/")[0])
    while True:
        opname = soortopname(omgeving, folder, verzoek)
        if not opname.heeft_werk() or not _leg_vast(opname):
            return 0
        if not opname.nog_een():
            found = opname.ontwerp.bestaand
            assert found is not None
            melden.na_bewaren(omgeving, found.bestand)
            return 0
        folder = omgeving.werkmap.cyclus(folder.id)
        verzoek = verzoek.voor_de_volgende()


def _leg_vast(opname: Opname[Any]) -> bool:
    """Make or change the record, and say so; False when nothing came of it."""
    if opname.verzoek.lees:
        opname.given = aangeleverd(opname.soort, opname.verzoek.lees, opname.given, opname.bekend())
    opname.begin()
    opname.bewaak(opname.given)
    opname.neem_over()
    if opname.verzoek.bewerk:
        from leercyclus.commands.opnemen.bewerken import Bewerking  # here: it loads subprocess

        if not Bewerking(opname).voer_uit():
            return False
    elif opname.moet_vragen():
        from leercyclus.commands.opnemen.zitting import Zitting  # here: only who is asked needs it

        if not Zitting(opname).houd():
            return False
    else:
        sluit_af(opname)
    meld(opname, met_rest=opname.vraagt)
    opname.na_afloop()
    return True
