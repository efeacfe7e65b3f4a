"""Closing a record: the stand that it gets, what it lacks for that, and what is said of it."""

from __future__ import annotations

from typing import Any

from leercyclus.commands.opnemen.bewaren import bewaar
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.opties import noem
from leercyclus.domain.errors import ContentError, LeercyclusError, UsageError
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.tekst import aantal, opsomming
from leercyclus.domain.veld import is_gevuld
from leercyclus.gesprek.zeggen import zeg


def maak_af(opname: Opname[Any]) -> None:
    """Decide the stand, and check what that asks for. UsageError or ContentError when something lacks."""
    opname.ontwerp.vul_standaard_in()
    opname.voor_bewaren()
    missing = _tekort(opname)
    if missing:
        raise _onvolledig(opname, missing)


def sluit_af(opname: Opname[Any]) -> None:
    """Finish it, and save."""
    maak_af(opname)
    bewaar(opname)


def _tekort(opname: Opname[Any]) -> list[str]:
    """What lacks for the stand that the record gets."""
    if not opname.soort.met_stand:
        return noem(ontbrekend(opname.ontwerp.record))
    lacking = opname.ontwerp.ontbreekt()
    if opname.wordt_definitief(lacking):
        opname.data["stand"] = "definitief"
        return lacking
    opname.data["stand"] = "concept"
    fields = opname.soort.velden
    minimum = noem(fields[name] for name in opname.onmisbaar() if not is_gevuld(opname.data.get(name)))
    return minimum or ([] if opname.zegt_iets() else lacking)


def _onvolledig(opname: Opname[Any], missing: list[str]) -> LeercyclusError:
    source = opname.verzoek.lees
    if source is None:
        return UsageError(f"er ontbreekt nog iets aan {opname.soort.benoemd}", details=missing)
    return ContentError(
        f"in {source.naam} ontbreekt iets dat bij {opname.soort.benoemd} hoort",
        details=missing,
        tip="vul dit aan" + (', of zet er stand = "concept" in' if opname.soort.met_stand else ""),
    )


def meld(opname: Opname[Any], *, met_rest: bool = False) -> None:
    """The path of what was kept, and its stand; ``met_rest``: and what a concept still lacks."""
    found = opname.ontwerp.bestaand
    assert found is not None
    print(opname.omgeving.toon_pad(found.bestand))
    if not opname.soort.met_stand:
        return
    zeg(f"bewaard als {found.record.stand}")
    names = [veld.label.lower() for veld in ontbrekend(found.record)]
    questions = len(opname.ontwerp.open_verplichte_vragen())
    names += [aantal(questions, "vraag", "vragen")] if questions else []
    if met_rest and names and not found.record.is_definitief:
        zeg(f"nog in te vullen: {opsomming(names)}")
