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
from typing import Protocol, TypeVar

from leercyclus import __version__
from leercyclus.store import afgeleid, files, indexbestand, samen, volgen
from leercyclus.store.indexbestand import Indexbestand, Rij

#: The rooms of the program that decide what is worked out.
_BEPALEND = ("domain", "store", "store/toml", "checks", "render", "commands", "lessen")
#: How many rows are worked on at a time.
_PORTIE = 50

S = TypeVar("S")
T = TypeVar("T")

#: Reads a folder: what it tells, as text without line ends.
Lezer = Callable[[volgen.GevolgdeSchijf, str], str]
#: Is told how many more rows have been read, of how many.
Melder = Callable[[int, int], None]


class Afleider(Protocol):
    """Makes values of what was read in a folder, where those also depend on something else.

    ``over`` says on what: when that changes, all values are made anew. To be used in other
    processes it has to be something that can be pickled.
    """

    @property
    def over(self) -> str: ...

    def __call__(self, bron: bytes) -> Sequence[bytes]:
        """The values, always as many, each without line ends."""
        ...

    def verouderd(self, rijen: Mapping[str, Rij]) -> Iterable[str]:
        """The names of the rows whose values do not hold any more."""
        ...


class Index:
    """The index of this name of the leertraject at ``root``."""

    def __init__(self, root: Path, naam: str, lezer: Lezer, afleider: Afleider | None = None) -> None:
        self._root = root
        self._path = root / afgeleid.AFGELEID / f"{naam}.index"
        self._lezer = lezer
        self._afleider = afleider

    def rijen(self, namen: Sequence[str], melder: Melder | None = None) -> dict[str, Rij]:
        """The rows of these folders as they are now, in this order; kept for the next run."""
        with Indexbestand(self._path, _kenmerk()) as kept:
            same = self._ongewijzigd(namen, kept.rijen)
            stale = self._verouderd(kept.over, same)
            is_same = len(same) == len(namen) == len(kept.rijen) and not stale
            if is_same and self._afleider:
                return {naam: same[naam] for naam in namen}
            if not kept.haal_bronnen():
                same, stale, is_same = {}, [], False
        if not is_same:
            same |= self._gelezen([naam for naam in namen if naam not in same], melder)
            self._leid_af(stale, same)
        rijen = {naam: same[naam] for naam in namen}
        if not is_same:
            self._bewaar(rijen)
        return rijen

    def _ongewijzigd(self, namen: Sequence[str], kept: Mapping[str, Rij]) -> dict[str, Rij]:
        """The rows of which everything they came from is as it was."""
        root = str(self._root)
        rows = ((naam, kept[naam]) for naam in namen if naam in kept)
        return {naam: rij for naam, rij in rows if _klopt(root, naam, rij)}

    def _verouderd(self, over: str, rijen: dict[str, Rij]) -> Sequence[str]:
        """The rows whose values do not hold any more."""
        if self._afleider is None:
            return ()
        return list(rijen if over != self._afleider.over else self._afleider.verouderd(rijen))

    def _gelezen(self, namen: Sequence[str], melder: Melder | None) -> dict[str, Rij]:
        nu = self._nu() if namen else 0
        lees = partial(_lees, self._root, self._lezer, self._afleider, nu)
        return dict(zip(namen, _in_porties(lees, namen, melder), strict=True))

    def _leid_af(self, namen: Sequence[str], rijen: dict[str, Rij]) -> None:
        if self._afleider:
            made = _in_porties(self._afleider, [rijen[naam].bron for naam in namen])
            for naam, waarden in zip(namen, made, strict=True):
                rijen[naam].waarden = waarden

    def _bewaar(self, rijen: Mapping[str, Rij]) -> None:
        over = self._afleider.over if self._afleider else ""
        with suppress(OSError):  # where nothing can be written, the next run reads anew
            indexbestand.bewaar(self._path, _kenmerk(), over, rijen)

    def _nu(self) -> int:
        """The time by the clock of the file system: what is changed after this never has an earlier time.

        Where it cannot be known, nothing that is read now is believed later.
        """
        with suppress(OSError):
            return files.klok(afgeleid.maak_map(self._root))
        return 0


def _in_porties(werk: Callable[[S], T], stukken: Sequence[S], melder: Melder | None = None) -> list[T]:
    """What ``werk`` makes of each piece, in order; done by more processes when there are many."""
    porties = [stukken[at : at + _PORTIE] for at in range(0, len(stukken), _PORTIE)]
    made: list[T] = []
    for portie in samen.map(partial(_doe, werk), porties):
        made += portie
        if melder:
            melder(len(portie), len(stukken))
    return made


def _doe(werk: Callable[[S], T], portie: Sequence[S]) -> list[T]:
    return [werk(stuk) for stuk in portie]


def _lees(root: Path, lezer: Lezer, afleider: Afleider | None, nu: int, naam: str) -> Rij:
    """Read a folder; ``nu`` is a time before that."""
    schijf = volgen.GevolgdeSchijf(root)
    bron = lezer(schijf, naam).encode()
    paths = list(schijf.gezien)
    stands = volgen.standen(str(root), paths)
    is_sure = not schijf.geweigerd and volgen.laatste_wijziging(stands) < nu
    return Rij(
        [path.removeprefix(naam) for path in paths] if is_sure else [],
        stands if is_sure else b"",
        bron,
        afleider(bron) if afleider else (),
    )


def _klopt(root: str, naam: str, rij: Rij) -> bool:
    """Whether everything that a row came from is as it was."""
    return bool(rij.standen) and volgen.standen(root, [naam + pad for pad in rij.paden]) == rij.standen


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
