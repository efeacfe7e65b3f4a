"""Plain facts as JSON, and back: how an index keeps them.

Of named tuples whose fields are texts, numbers, dates, others of these, and tuples, sets and mappings of
those; dataclasses of these can be put back as well, of JSON that has their fields by name. What cannot be
put back raises ValueError, TypeError or KeyError, so that whoever finds facts of another making can tell.
"""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Herstel = Callable[[Any], Any]


def als_json(feiten: Any) -> str:
    """The same facts as JSON on one line: of a named tuple the fields in order."""
    return json.dumps(feiten, separators=(",", ":"), default=_plat)


def _plat(value: object) -> Any:
    """What the JSON encoder does not know, in what it does."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value))


def herstel(soort: type[T], data: Any) -> T:
    """The facts of this kind, of the data that were in the JSON of :func:`als_json`."""
    return typing.cast(T, _hersteller(typing.cast(Hashable, soort))(data))


@cache
def _hersteller(soort: Any) -> Herstel:
    """What puts back a value of one type; found out once for each type."""
    origin, arguments = typing.get_origin(soort), typing.get_args(soort)
    if hasattr(soort, "__dataclass_fields__"):
        return _van_een_dataclass(typing.cast(type, soort))
    if isinstance(soort, type) and issubclass(soort, tuple):
        return _van_een_namedtuple(soort)
    if soort is dt.date:
        return dt.date.fromisoformat
    if origin in (typing.Union, types.UnionType):
        inner = _hersteller(next(argument for argument in arguments if argument is not types.NoneType))
        return lambda data: None if data is None else inner(data)
    if origin is frozenset:
        return frozenset
    if origin is tuple:
        parts = [_hersteller(argument) for argument in arguments if argument is not ...]
        if len(parts) == 1 and arguments[-1] is ...:
            part = parts[0]
            return lambda data: tuple([part(item) for item in data])
        return lambda data: tuple([part(item) for part, item in zip(parts, data, strict=True)])
    return lambda data: data


def _van_een_dataclass(soort: type) -> Herstel:
    import dataclasses  # here: an overview of what did not change has named tuples only

    hints = typing.get_type_hints(soort)
    parts = [(field.name, _hersteller(hints[field.name])) for field in dataclasses.fields(soort)]
    return lambda data: soort(**{name: part(data[name]) for name, part in parts if name in data})


def _van_een_namedtuple(soort: type) -> Herstel:
    parts = [_hersteller(hint) for hint in typing.get_type_hints(soort).values()]
    return lambda data: soort(*[part(item) for part, item in zip(parts, data, strict=True)])
