"""What was worked out of each folder of a leertraject, kept for as long as nothing it came from changed.

Derived: it lies in ``.leercyclus/``, can be thrown away, and is never right by luck. A row is believed
when every path that was looked at to make it still has the same times, size and number (see
``volgen``). An index that is damaged, or of another program, Python or user, is one that is not there.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from leercyclus import __version__
from leercyclus.store import afgeleid, files, indexbestand, samen, volgen
from leercyclus.store.indexbestand import Indexbestand, Rij
from leercyclus.store.volgen import GevolgdeSchijf

#: The rooms of the program that decide what is worked out.
_BEPALEND = ("domain", "store", "store/toml", "checks", "render", "commands", "lessen")
#: How many rows are read at a time, and how many are looked at, which takes far less.
_LEESPORTIE, _KIJKPORTIE = 50, 300

S = TypeVar("S")
T = TypeVar("T")

#: Is told how many more rows have been read, of how many.
Melder = Callable[[int, int], None]


class Maker:
    """What makes a part of a row. What else than the files of the row it depends on, it says here.

    To be used in other processes it has to be something that can be pickled.
    """

    @property
    def over(self) -> str:
        """On what everything it makes depends: when that changes, all is made anew."""
        return ""

    def vervallen(self, rijen: Mapping[str, Rij], nieuw: Sequence[str]) -> Iterable[str]:
        """Of rows whose files did not change, those that do not hold any more.

        Asked before anything is made; ``nieuw`` are the rows that are to be read.
        """
        return ()


class Lezer(Maker):
    """Reads a folder."""

    def __call__(self, schijf: GevolgdeSchijf, map: str) -> str:
        """What it tells, without line ends."""
        raise NotImplementedError


class Afleider(Maker):
    """Makes values of what was read in a folder, where those depend on something else as well."""

    def __call__(self, bron: bytes) -> Sequence[bytes]:
        """The values, always as many, each without line ends."""
        raise NotImplementedError


class Index:
    """The index of this name of the leertraject at ``root``."""

    def __init__(self, root: Path, naam: str, lezer: Lezer, afleider: Afleider | None = None) -> None:
        self._root = root
        self._path = root / afgeleid.AFGELEID / f"{naam}{indexbestand.INDEX}"
        self._kenmerk = f"{naam} {_kenmerk()}"
        self._lezer = lezer
        self._afleider = afleider

    def rijen(self, mappen: Sequence[str], melder: Melder | None = None) -> dict[str, Rij]:
        """The rows of these folders as they are now, in this order; kept for the next run."""
        with Indexbestand(self._path, self._kenmerk, met_bron=self._afleider is None) as kept:
            same = self._die_kloppen(mappen, kept)
            stale = self._verouderd(kept, same)
            if len(same) == len(mappen) == len(kept.rijen) and not stale:
                return {map: same[map] for map in mappen}
            if not kept.haal_bronnen():
                same, stale = {}, []
        same |= self._gelezen([map for map in mappen if map not in same], melder)
        self._leid_af(stale, same)
        rijen = {map: same[map] for map in mappen}
        with suppress(OSError):  # where nothing can be written, the next run reads anew
            indexbestand.bewaar(self._path, self._kenmerk, self._over, rijen)
        return rijen

    @property
    def _over(self) -> tuple[str, str]:
        return self._lezer.over, self._afleider.over if self._afleider else ""

    def _die_kloppen(self, mappen: Sequence[str], kept: Indexbestand) -> dict[str, Rij]:
        """The rows that hold: nothing they were read from changed, nor what else that depends on."""
        is_made_so = kept.over[0] == self._over[0]
        rows = {map: kept.rijen[map] for map in mappen if is_made_so and map in kept.rijen}
        looked = [(map, rij.paden, rij.standen) for map, rij in rows.items()]
        holds = _in_porties(partial(_klopt, str(self._root)), looked, _KIJKPORTIE)
        same = {map: rij for (map, rij), does in zip(rows.items(), holds, strict=True) if does}
        for map in self._lezer.vervallen(same, [map for map in mappen if map not in same]):
            del same[map]
        return same

    def _verouderd(self, kept: Indexbestand, rijen: dict[str, Rij]) -> Sequence[str]:
        """The rows whose values do not hold any more."""
        if self._afleider is None:
            return ()
        return list(rijen if kept.over[1] != self._over[1] else self._afleider.vervallen(rijen, ()))

    def _gelezen(self, mappen: Sequence[str], melder: Melder | None) -> dict[str, Rij]:
        nu = self._nu() if mappen else 0
        lees = partial(_lees, self._root, self._lezer, self._afleider, nu)
        return dict(zip(mappen, _in_porties(lees, mappen, melder=melder), strict=True))

    def _leid_af(self, mappen: Sequence[str], rijen: dict[str, Rij]) -> None:
        if self._afleider:
            made = _in_porties(self._afleider, [rijen[map].bron for map in mappen])
            for map, waarden in zip(mappen, made, strict=True):
                rijen[map].waarden = waarden

    def _nu(self) -> int:
        """The time by the clock of the file system: what is changed after this never has an earlier time.

        Where it cannot be known, nothing that is read now is believed later.
        """
        with suppress(OSError):
            return files.klok(afgeleid.maak_map(self._root))
        return 0


def _in_porties(
    werk: Callable[[S], T], stukken: Sequence[S], portie: int = _LEESPORTIE, melder: Melder | None = None
) -> list[T]:
    """What ``werk`` makes of each piece, in order; done by more processes when there are many."""
    porties = [stukken[at : at + portie] for at in range(0, len(stukken), portie)]
    made: list[T] = []
    for done in samen.map(partial(_doe, werk), porties):
        made += done
        if melder:
            melder(len(done), len(stukken))
    return made


def _doe(werk: Callable[[S], T], portie: Sequence[S]) -> list[T]:
    return [werk(stuk) for stuk in portie]


def _lees(root: Path, lezer: Lezer, afleider: Afleider | None, nu: int, map: str) -> Rij:
    """Read a folder; ``nu`` is a time before that."""
    schijf = GevolgdeSchijf(root)
    bron = lezer(schijf, map).encode()
    paths = list(schijf.gezien)
    stands = volgen.standen(str(root), paths)
    is_sure = not schijf.geweigerd and volgen.laatste_wijziging(stands) < nu
    return Rij(
        [path.removeprefix(map) for path in paths],
        stands if is_sure else bytes(len(stands)),
        bron,
        afleider(bron) if afleider else (),
    )


def _klopt(root: str, gezien: tuple[str, list[str], bytes]) -> bool:
    """Whether what was seen in a folder, its paths and their ``standen``, is as it was."""
    map, paden, standen = gezien
    return volgen.standen(root, [map + pad for pad in paden]) == standen


@cache
def _kenmerk() -> str:
    """Whose index it is: that of this program, with this Python, for this user."""
    package = Path(__file__).parents[1]
    code = [(path.name, path.stat().st_mtime_ns) for room in _BEPALEND for path in _bestanden(package / room)]
    who = (os.geteuid(), sorted(os.getgroups())) if os.name != "nt" else ()
    return repr((__version__, sys.version, sys.byteorder, who, zlib.crc32(repr(sorted(code)).encode())))


def _bestanden(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return [entry for entry in entries if entry.is_file()]
