"""Rules for one record: what it lacks, repeats, or refers to in vain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leercyclus.checks.toets import Kader, Treffer, op, per_cyclus, per_groep, per_stuk
from leercyclus.domain import leesregels
from leercyclus.domain.aanhaling import verkort
from leercyclus.domain.controle import onbekende_sleutels
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Groepsmap
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.domain.record import Deel, ontbrekend
from leercyclus.domain.soorten import ADVIES, MEENEMEN, TERUGKOPPELING, TOESTEMMING
from leercyclus.domain.toestemming import ALLE
from leercyclus.domain.veld import delen, velden
from leercyclus.domain.verwijzingen import onbekende_verwijzingen
from leercyclus.domain.voorschrift import Path


@per_stuk(leesregels.ONVOLLEDIG)
def volledigheid(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    """A record that others rely on has everything that is required, in its parts too."""
    if stuk.record.is_definitief:
        for path, field in _lacking(stuk.record):
            if not any(wrong.sleutel == field.naam for wrong in stuk.bevindingen):
                yield op(stuk, *path, field.naam, wat=f"'{field.naam}' ontbreekt: {field.hulp}")


def _lacking(part: Deel, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield from ((path, field) for field in ontbrekend(part))
    for name in delen(type(part)):
        value: Any = getattr(part, name)
        for row, item in enumerate(value if isinstance(value, list) else []):
            yield from _lacking(item, (*path, name, row))


#: What a file is named after, where its name says whose it is.
_NAMED_AFTER = {
    TERUGKOPPELING: Verwijzing.ORGANISATIE,
    MEENEMEN: Verwijzing.PERSOON,
    TOESTEMMING: Verwijzing.PERSOON,
}


@per_stuk(leesregels.ONBEKENDE_VERWIJZING)
def verwijzingen(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    """Every id names something, that of the file too."""
    for path, kind, id in onbekende_verwijzingen(stuk.record, kader.bekend):
        yield op(stuk, *path, soort=kind.value, id=id, tip=suggestion(id, kader.bekend[kind]))
    named_after = _NAMED_AFTER.get(stuk.soort)
    known = kader.bekend.get(named_after) if named_after else None
    if named_after and known is not None and stuk.id not in known:
        yield op(stuk, soort=named_after.value, id=stuk.id, tip=suggestion(stuk.id, known))


@per_cyclus(leesregels.ONBEKENDE_VERWIJZING)
def adviezen_bestaan(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    """An answer is to advices that there are; not judged when one of those cannot be read."""
    if ADVIES.naam in cyclus.onleesbaar:
        return
    known = {Verwijzing.ADVIES: {advies.id for advies in cyclus.van(ADVIES)}}
    for stuk in cyclus.records:
        for path, kind, id in onbekende_verwijzingen(stuk.record, known):
            yield op(stuk, *path, soort=kind.value, id=id, tip=suggestion(id, known[kind]))


@per_groep(leesregels.ONBEKENDE_VERWIJZING)
def lessen_van_toestemming(naast: Groepsmap, kader: Kader) -> Iterator[Treffer]:
    """Consent names lessons that there are."""
    known = kader.bekend[Verwijzing.LES]
    for stuk in naast.van(TOESTEMMING):
        for row, les in enumerate(stuk.record.lessen):
            if les not in known and les != ALLE:
                yield op(stuk, "lessen", row, soort="les", id=les, tip=suggestion(les, known))


@per_stuk(leesregels.DUBBEL)
def dubbele_ids(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    """No two people, organisations, themes or questions with one id. A cyclus lists people by id only."""
    for name in (name for name, part in stuk.soort.delen.items() if "id" in velden(part)):
        first: dict[str, int] = {}
        for row, item in enumerate(getattr(stuk.record, name)):
            if item.id in first:
                yield op(stuk, name, row, "id", id=item.id, eerste=f"{name}[{first[item.id] + 1}]")
            else:
                first[item.id] = row


@per_stuk(leesregels.ONBEKENDE_SLEUTEL)
def sleutels(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    """Every key is one that the format knows."""
    for fault in onbekende_sleutels(stuk.soort.model, stuk.document.data):
        yield Treffer(stuk, fault.pad, {"naam": verkort(str(fault.pad[-1]))}, fault.tip, op_sleutel=True)


TOETSEN = (volledigheid, verwijzingen, adviezen_bestaan, lessen_van_toestemming, dubbele_ids, sleutels)
