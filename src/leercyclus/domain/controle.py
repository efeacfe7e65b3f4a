"""From data as it was read to a typed record, with what does not fit as values.

A wrong value in one key costs that key, never the rest of the record.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from leercyclus.domain import leesregels
from leercyclus.domain.ids import suggestion
from leercyclus.domain.veld import REFUSED_CHARACTER, velden
from leercyclus.domain.voorschrift import Gebrek, Path

M = TypeVar("M", bound=BaseModel)


def gebreken(model: type[BaseModel], data: Mapping[str, Any]) -> list[Gebrek]:
    """What does not fit the model, value by value."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [_gebrek(details) for details in error.errors()]
    return []


def _gebrek(details: ErrorDetails) -> Gebrek:
    path, context = _path(details), details.get("ctx", {})
    if details["type"] == REFUSED_CHARACTER:
        return leesregels.GEWEIGERD_TEKEN.gebrek(*path, teken=context["code"])
    meant = None
    if details["type"] == "literal_error":
        meant = suggestion(str(details["input"]), _choices(context))
    return leesregels.ONGELDIGE_WAARDE.gebrek(*path, wat=dutch(details), tip=meant)


def _choices(context: Mapping[str, Any]) -> list[str]:
    """The words that a choice allows, from what Pydantic says of it: ``'a', 'b' or 'c'``."""
    return re.findall(r"'([^']*)'", context["expected"])


def to_record(model: type[M], data: Mapping[str, Any]) -> tuple[M, list[Gebrek]]:
    """The record, without the values that do not fit, and what was wrong with those."""
    try:
        return model.model_validate(data), []
    except ValidationError:
        return _salvage(model, data), gebreken(model, data)


def _salvage(model: type[M], data: Mapping[str, Any]) -> M:
    """What is left when the wrong values, and the rows that cannot be without them, are gone.

    A model whose own field is missing cannot be salvaged: record kinds have no such fields.
    """
    kept = copy.deepcopy(dict(data))
    while True:
        try:
            return model.model_validate(kept)
        except ValidationError as error:
            paths = {_path(details) for details in error.errors()}
            if any(len(path) == 1 and path[0] not in kept for path in paths):
                raise
            for path in sorted(paths, key=_from_the_end):
                _prune(kept, path)


def _from_the_end(path: Path) -> list[tuple[int, str]]:
    """Later rows first, so that earlier row numbers stay true."""
    return [(-part, "") if isinstance(part, int) else (0, part) for part in path]


def _prune(data: Any, path: Path) -> None:
    """Remove the value; where it is not there at all, remove the row or table that lacks it."""
    parent: Any = data
    for part in path[:-1]:
        try:
            parent = parent[part]
        except (KeyError, IndexError):
            return  # went with an earlier one
    last = path[-1]
    is_there = last in parent if isinstance(parent, dict) else int(last) < len(parent)
    if is_there:
        del parent[last]
    elif len(path) > 1:
        _prune(data, path[:-1])


def _path(details: ErrorDetails) -> Path:
    path = details["loc"]
    return path[:-1] if path and path[-1] == "[key]" else path


_DUTCH = {
    "missing": "ontbreekt",
    "string_type": "hier hoort tekst, tussen aanhalingstekens",
    "int_type": "hier hoort een geheel getal",
    "bool_type": "hier hoort true of false",
    "list_type": "hier hoort een lijst, tussen [ en ]",
    "tuple_type": "hier hoort een lijst, tussen [ en ]",
    "dict_type": "hier hoort een tabel met sleutels",
    "model_type": "hier hoort een tabel met sleutels",
    "greater_than_equal": "moet minstens {ge} zijn",
    "less_than_equal": "mag hoogstens {le} zijn",
}


def dutch(details: ErrorDetails) -> str:
    """What Pydantic found, in Dutch. Our own rules are Dutch already."""
    context = details.get("ctx", {})
    if details["type"] == "literal_error":
        options = context["expected"].replace(" or ", " of ")
        return f"{details['input']!r} kan hier niet; kies uit {options}"
    known = _DUTCH.get(details["type"])
    return known.format(**context) if known else details["msg"]


def onbekende_sleutels(model: type[BaseModel], data: Mapping[str, Any], path: Path = ()) -> Iterator[Gebrek]:
    """Keys that the format does not know, with the nearest that it does, all the way down.

    Of the data as they were read, so that a row that cannot be a part of a record is judged too.
    """
    known = velden(model)
    for name, value in data.items():
        if name not in known:
            yield leesregels.ONBEKENDE_SLEUTEL.gebrek(
                *path, name, naam=name, tip=suggestion(name, known), sleutel=True
            )
        elif part := known[name].deel:
            rows = enumerate(value) if isinstance(value, list) else [(None, value)]
            for row, item in rows:
                if isinstance(item, dict):
                    place = (*path, name) if row is None else (*path, name, row)
                    yield from onbekende_sleutels(part, item, place)
