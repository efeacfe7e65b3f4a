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
from leercyclus.domain.veld import Veld, velden
from leercyclus.domain.voorschrift import Gebrek, Path


def verwijzingen(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Verwijzing, str]]:
    """Every id in a record, all the way down: where it stands, what it refers to, the id."""
    for name, field in _wijzend(type(part)):
        value: Any = getattr(part, name)
        for row, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            place = (*path, name) if row is None else (*path, name, row)
            if isinstance(item, BaseModel):
                yield from verwijzingen(item, place)
            elif field.verwijst_naar is Verwijzing.LES and item:
                yield place, Verwijzing.LES, volledige_naam(item)
            elif field.verwijst_naar is not None and item:
                yield place, field.verwijst_naar, item


@cache
def _wijzend(model: type[BaseModel]) -> tuple[tuple[str, Veld], ...]:
    """The fields that refer to something, or have parts that do."""
    fields = velden(model).items()
    return tuple((name, field) for name, field in fields if field.verwijst_naar or _wijst(field.deel))


def _wijst(deel: type[BaseModel] | None) -> bool:
    return deel is not None and bool(_wijzend(deel))


def onbekende_verwijzingen(
    record: BaseModel, bekend: Mapping[Verwijzing, Collection[str]]
) -> list[tuple[Path, Verwijzing, str]]:
    """The references to something that is not in ``bekend``; kinds that are not there are not judged."""
    return [
        (path, kind, id)
        for path, kind, id in verwijzingen(record)
        if kind in bekend and id not in bekend[kind]
    ]


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
