"""Two versions of a record made one: what either changed is taken over, and where both changed
the same thing differently that is a :class:`Verschil`, for a person to decide on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from leercyclus.domain.antwoord import code_van, sleutel_van

_ANTWOORDEN = "antwoorden"
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing that two versions say differently: a key, or an answer. None is nothing.

    ``code`` is that of the punt.
    """

    code: str
    eigen: Any
    ander: Any
    is_antwoord: bool = False


def voeg_samen(basis: Data, eigen: Data, ander: Data) -> tuple[dict[str, Any], list[Verschil]]:
    """The data with the changes of both, and where they differ.

    ``basis`` is what both started from. Where they differ the data have what ``ander`` says.
    Answers are told apart by their question, so that two people can each add theirs.
    """
    per_answer = all(_is_list_of_answers(version) for version in (basis, eigen, ander))
    if not per_answer:
        return _merge(basis, eigen, ander)
    merged, differ = _merge(*map(_without_answers, (basis, eigen, ander)))
    answers, also = _merge(*map(_answers, (basis, eigen, ander)))
    if answers or _ANTWOORDEN in ander:
        merged[_ANTWOORDEN] = list(answers.values())
    return merged, [*differ, *(replace(item, is_antwoord=True) for item in also)]


def _merge(base: Data, own: Data, other: Data) -> tuple[dict[str, Any], list[Verschil]]:
    merged: dict[str, Any] = {}
    differ: list[Verschil] = []
    for key in dict.fromkeys([*other, *own]):
        was, mine, theirs = base.get(key), own.get(key), other.get(key)
        if mine not in (was, theirs) and theirs != was:
            differ.append(Verschil(key, mine, theirs))
        kept = mine if theirs == was else theirs
        if kept is not None:
            merged[key] = kept
    return merged, differ


def _is_list_of_answers(data: Data) -> bool:
    """Whether each answer is to be told apart from the others."""
    rows = data.get(_ANTWOORDEN, [])
    if not (isinstance(rows, list) and all(isinstance(row, Mapping) for row in rows)):
        return False
    return len({sleutel_van(row) for row in rows}) == len(rows)


def _without_answers(data: Data) -> Data:
    return {key: item for key, item in data.items() if key != _ANTWOORDEN}


def _answers(data: Data) -> Data:
    return {code_van(*sleutel_van(row)): row for row in data.get(_ANTWOORDEN, [])}
