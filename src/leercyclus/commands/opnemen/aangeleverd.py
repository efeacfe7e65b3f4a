"""A whole record that is handed over with ``--lees``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.soorten import Soort

if TYPE_CHECKING:
    from leercyclus.store.aanlevering import Aanlevering


def aangeleverd(
    soort: Soort[Any],
    source: Aanlevering,
    given: Mapping[str, Any],
    bekend: Mapping[Verwijzing, Collection[str]],
) -> dict[str, Any]:
    """The record; the options add what it does not say. Without ``stand`` it is definitief.

    ContentError names every fault, and every id that names nothing.
    """
    data = {**source.record(soort, bekend), **given}
    return {"stand": "definitief", **data} if soort.met_stand else data
