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
from leercyclus.domain.aanhaling import aanhaling, verkort
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
        return _salvage(model, data)[0], gebreken(model, data)


def oorspronkelijk_pad(model: type[BaseModel], data: Mapping[str, Any], pad: Path) -> Path:
    """Where a value of the record that :func:`to_record` made stands in the data: rows may have gone."""
    place, known = _salvage(model, data)[1], 0
    while known < len(pad) and not isinstance(place, tuple):
        try:
            place = place[pad[known]]
        except (KeyError, IndexError):
            break
        known += 1
    while not isinstance(place, tuple):  # any value in it tells where it stands
        if not place:
            return pad
        place = next(iter(place.values() if isinstance(place, dict) else place))
    return (*place[:known], *pad[known:])


def _places(item: Any, path: Path = ()) -> Any:
    """The same data, with the path of each value in its place."""
    if isinstance(item, dict) and item:
        return {key: _places(value, (*path, key)) for key, value in item.items()}
    if isinstance(item, list) and item:
        return [_places(value, (*path, row)) for row, value in enumerate(item)]
    return path


def _salvage(model: type[M], data: Mapping[str, Any]) -> tuple[M, Any]:
    """What is left when the wrong values, and the rows that cannot be without them, are gone.

    And where each of the values that are left stood.

    A model whose own field is missing cannot be salvaged: record kinds have no such fields.
    """
    kept, places = copy.deepcopy(dict(data)), _places(dict(data))
    while True:
        try:
            return model.model_validate(kept), places
        except ValidationError as error:
            paths = {_path(details) for details in error.errors()}
            if any(len(path) == 1 and path[0] not in kept for path in paths):
                raise
            gone = {_there(kept, path) for path in paths}
            whole = {path for path in gone if not any(path[:known] in gone for known in range(len(path)))}
            for path in sorted(whole, key=_from_the_end):
                _remove(kept, path)
                _remove(places, path)


def _from_the_end(path: Path) -> list[tuple[int, str]]:
    """Later rows first, so that earlier row numbers stay true."""
    return [(-part, "") if isinstance(part, int) else (0, part) for part in path]


def _there(data: Any, path: Path) -> Path:
    """The value that is wrong; where it is not there at all, the row or table that lacks it."""
    for known, part in enumerate(path):
        try:
            data = data[part]
        except (KeyError, IndexError):
            return path[:known]
    return path


def _remove(data: Any, path: Path) -> None:
    for part in path[:-1]:
        data = data[part]
    del data[path[-1]]


def _path(details: ErrorDetails) -> Path:
    path = details["loc"]
    return path[:-1] if path and path[-1] == "[key]" else path


_DUTCH = {
    "missing": "ontbreekt",
    "string_type": "hier hoort tekst, tussen aanhalingstekens",
    "string_unicode": "hier staat een teken dat geen teken is",
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
        return f"{aanhaling(details['input'])} kan hier niet; kies uit {options}"
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
                *path, name, naam=verkort(name), tip=suggestion(name, known), sleutel=True
            )
        elif part := known[name].deel:
            rows = enumerate(value) if isinstance(value, list) else [(None, value)]
            for row, item in rows:
                if isinstance(item, dict):
                    place = (*path, name) if row is None else (*path, name, row)
                    yield from onbekende_sleutels(part, item, place)
