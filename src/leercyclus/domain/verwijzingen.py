"""Which ids a record refers to, and which of those name nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from leercyclus.domain import leesregels
from leercyclus.domain.bibliotheek import volledige_naam
from leercyclus.domain.controle import M, onbekende_sleutels, to_record
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.domain.veld import delen, velden
from leercyclus.domain.voorschrift import Gebrek, Path


def verwijzingen(
    part: BaseModel, soorten: frozenset[Verwijzing], path: Path = ()
) -> Iterator[tuple[Path, Verwijzing, str]]:
    """Every id of these kinds in a record, all the way down: where it stands, what it refers to, the id."""
    for name, kind in _wijzend(type(part), soorten):
        value: Any = getattr(part, name)
        for row, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            place = (*path, name) if row is None else (*path, name, row)
            if kind is None:
                if item is not None:
                    yield from verwijzingen(item, soorten, place)
            elif item:
                yield place, kind, volledige_naam(item) if kind is Verwijzing.LES else item


@cache
def _wijzend(
    model: type[BaseModel], soorten: frozenset[Verwijzing]
) -> tuple[tuple[str, Verwijzing | None], ...]:
    """The fields that refer to one of these, and to which; None for those of which a part does."""
    found: dict[str, Verwijzing | None] = {
        name: field.verwijst_naar for name, field in velden(model).items() if field.verwijst_naar in soorten
    }
    found |= {name: None for name, part in delen(model).items() if _wijzend(part, soorten)}
    return tuple((name, found[name]) for name in velden(model) if name in found)


def onbekende_verwijzingen(
    record: BaseModel, bekend: Mapping[Verwijzing, Collection[str]]
) -> list[tuple[Path, Verwijzing, str]]:
    """The references to something that is not in ``bekend``; kinds that are not there are not judged."""
    found = verwijzingen(record, frozenset(bekend))
    return [(path, kind, id) for path, kind, id in found if id not in bekend[kind]]


def verwijsgebreken(record: BaseModel, bekend: Mapping[Verwijzing, Collection[str]]) -> Iterator[Gebrek]:
    """The same as faults, with the nearest ids that there are."""
    for path, kind, id in onbekende_verwijzingen(record, bekend):
        yield leesregels.ONBEKENDE_VERWIJZING.gebrek(
            *path, soort=kind.value, id=id, tip=suggestion(id, bekend[kind])
        )


def toets(
    model: type[M], data: Mapping[str, Any], bekend: Mapping[Verwijzing, Collection[str]]
) -> tuple[M, list[Gebrek]]:
    """The record, and everything in it that does not hold: values, keys, and ids that name nothing."""
    record, wrong = to_record(model, data)
    return record, [*wrong, *onbekende_sleutels(model, data), *verwijsgebreken(record, bekend)]
