"""What lies in a leertraject where it does not belong, or under a name that cannot be."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from leercyclus.domain import leesregels
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.elders import Elders
from leercyclus.domain.ids import is_id
from leercyclus.domain.soorten import CYCLUS, IN_CYCLUS, IN_LEERTRAJECT, Soort
from leercyclus.store import layout, toegang
from leercyclus.store.boom import Aard, Boom
from leercyclus.store.toegang import geen_map

#: The folder for files that are never read.
BIJLAGEN = "bijlagen"


def bevindingen(boom: Boom, elders: Elders) -> Iterator[Bevinding]:
    """Everything that is wrong with where things lie and what they are called."""
    there = boom.namen()
    yield from naast_cycli(boom, there)
    for name in layout.cyclus_mappen(there):
        yield from in_map(boom, name, elders)


def naast_cycli(boom: Boom, there: Mapping[str, Aard]) -> Iterator[Bevinding]:
    """What is wrong beside the cycles; ``there`` is what lies in the folder of the leertraject."""
    yield from toegang.in_hoofdmap(boom, there)
    yield from _zelfde_namen("", there)
    for kind in IN_LEERTRAJECT:
        if kind.map:
            yield from _in_soortmap(boom, kind.map, kind)


def in_map(boom: Boom, map: str, elders: Elders) -> Iterator[Bevinding]:
    """What is wrong in a folder beside ``leertraject.toml``, if it is a cyclus."""
    if layout.is_cyclus(boom, map):
        if not is_id(map):
            yield toegang.geen_naam(map)
        yield from _in_cyclus(boom, map, elders.soorten.get(map, ()))


def _in_cyclus(boom: Boom, cyclus: str, elders: Collection[str]) -> Iterator[Bevinding]:
    singles = {kind.pad for kind in IN_CYCLUS if kind.is_enkel}
    folders = {kind.map: kind for kind in IN_CYCLUS if kind.map}
    there = _zichtbaar(boom, cyclus)
    if is_id(cyclus) and CYCLUS.pad not in there and CYCLUS.naam not in elders:
        yield leesregels.ZONDER_CYCLUS.bevinding(f"{cyclus}/{CYCLUS.pad}")
    yield from _zelfde_namen(cyclus, boom.namen(cyclus))
    for name, aard in there.items():
        path = f"{cyclus}/{name}"
        if name in folders:  # one that cannot be looked in is told when the cyclus is read
            yield from _in_soortmap(boom, path, folders[name])
        elif name not in {*singles, BIJLAGEN}:
            yield from _vreemd(boom, path, aard)


def _in_soortmap(boom: Boom, folder: str, kind: Soort[Any]) -> Iterator[Bevinding]:
    """A folder that holds the records of one kind and nothing else."""
    yield from _zelfde_namen(folder, boom.namen(folder))
    for name, aard in _zichtbaar(boom, folder).items():
        if not name.endswith(layout.TOML):
            yield from _vreemd(boom, f"{folder}/{name}", aard)


def _vreemd(boom: Boom, path: str, aard: Aard) -> Iterator[Bevinding]:
    """What is no record: a file that nobody reads, or a folder with such files."""
    if aard is Aard.MAP:
        for name, inner in _zichtbaar(boom, path).items():
            yield from _vreemd(boom, f"{path}/{name}", inner)
    elif aard is Aard.DICHT:
        yield geen_map(path, aard)
    elif aard is Aard.ANDERS:
        yield leesregels.GEEN_BESTAND.bevinding(
            path, wat="dit is geen gewoon bestand maar een koppeling of apparaat"
        )
    elif path.endswith(layout.TOML):
        yield leesregels.VERDWAALD.bevinding(path)
    else:
        yield leesregels.ZWERVEND.bevinding(path, tip=f"zet het in de map {BIJLAGEN}, of haal het weg")


def _zelfde_namen(folder: str, names: Iterable[str]) -> Iterator[Bevinding]:
    """Names that fall together where capitals or the form of a letter do not count."""
    first: dict[str, str] = {}
    for name in names:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        if folded in first:
            path = f"{folder}/{name}" if folder else name
            yield leesregels.VALT_SAMEN.bevinding(path, andere=first[folded])
        first.setdefault(folded, name)


def _zichtbaar(boom: Boom, folder: str) -> dict[str, Aard]:
    return {name: aard for name, aard in boom.namen(folder).items() if not name.startswith(".")}
