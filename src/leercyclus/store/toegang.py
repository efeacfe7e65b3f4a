"""What keeps a folder from being read: its name, what stands in its place, or who may look in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.ids import is_id
from leercyclus.domain.paden import IN_CYCLUS, NAAST_CYCLI
from leercyclus.store import layout
from leercyclus.store.boom import Aard, Boom

GEEN_ID = "gebruik kleine letters, cijfers en streepjes"


def niet_gelezen(boom: Boom) -> Iterator[Bevinding]:
    """What keeps a whole folder beside ``leertraject.toml`` from being read."""
    yield from in_hoofdmap(boom, boom.namen())
    for name in layout.cyclus_folders(boom):
        if not is_id(name):
            yield geen_naam(name)


def in_hoofdmap(boom: Boom, there: Mapping[str, Aard]) -> Iterator[Bevinding]:
    """The folders beside ``leertraject.toml`` that are closed, or that are none."""
    yield from dichte_mappen("", there, NAAST_CYCLI)
    for name, aard in there.items():
        if (
            aard in (Aard.DICHT, Aard.ANDERS)
            and layout.is_valid_name(name)
            and (aard is Aard.DICHT or boom.leidt_naar(name, IN_CYCLUS["cyclus"]))
        ):
            yield geen_map(name, aard)


def geen_naam(map: str) -> Bevinding:
    """That the name of the folder of a cyclus cannot be one."""
    from leercyclus.domain import leesregels  # here: it hardly ever happens

    return leesregels.ONGELDIGE_NAAM.bevinding(map, wat="deze map bevat een cyclus", tip=GEEN_ID)


def dichte_mappen(folder: str, there: Mapping[str, Aard], mappen: Iterable[str]) -> Iterator[Bevinding]:
    """Where records should lie, and nobody can look: of these folders, those that are not open."""
    for map in mappen:
        aard = there.get(map, Aard.MAP)
        if aard is not Aard.MAP:
            yield geen_map(f"{folder}/{map}" if folder else map, aard)


def geen_map(path: str, aard: Aard) -> Bevinding:
    """What stands where a folder should be, or that it may not be looked in."""
    from leercyclus.domain import leesregels  # here: it hardly ever happens

    said = {
        Aard.DICHT: "deze map mag of kan niet gelezen worden",
        Aard.ANDERS: "dit is geen gewone map maar een koppeling of apparaat",
    }
    return leesregels.GEEN_BESTAND.bevinding(path, wat=said.get(aard, "hier hoort een map te staan"))
