"""Which files and folders something was worked out from, and whether those are still what they were."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path

from leercyclus.store.boom import Aard, Schijf

#: How many bytes ``standen`` has for each path.
BYTES = 4 * array("q").itemsize
#: Which of the four numbers tells when a file was changed; on Windows the second says when it was made.
_CHANGED = 0 if os.name == "nt" else 1

#: The number of a file may be larger than a signed integer of eight bytes.
_63_BITS = (1 << 63) - 1


class GevolgdeSchijf(Schijf):
    """The files on disk, with a note of every path that was looked at; relative to the leertraject."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.gezien: dict[str, None] = {}
        self._namen: dict[str, Mapping[str, Aard]] = {}  # a folder is asked for again and again
        self.geweigerd = False  # what the system refused once may go well the next time, with nothing changed

    def namen(self, map: str = "") -> Mapping[str, Aard]:
        if map in self._namen:
            return self._namen[map]
        self.gezien[map] = None
        there = self._namen[map] = super().namen(map)
        for name, aard in there.items():
            if aard in (Aard.MAP, Aard.DICHT):  # whether it may be looked in stands with the folder itself
                self.gezien[f"{map}/{name}" if map else name] = None
        return there

    def lees(self, bestand: str, *, limit: int) -> bytes:
        self.gezien[bestand] = None
        try:
            return super().lees(bestand, limit=limit)
        except OSError:
            self.geweigerd = True
            raise


def standen(root: str, paden: Iterable[str]) -> bytes:
    """What the system says of each of these paths, to compare with what it said before.

    Whatever is done to a file shows: its time and size, its number when it is another file, and
    when the system changed it, which nobody can set back. A path that is not there has zeros.
    """
    found = array("q")
    add, lstat, start = found.extend, os.lstat, f"{root}/"
    for pad in paden:
        try:
            stat = lstat(start + pad)
        except OSError:
            add((0, 0, 0, 0))
        else:
            add((stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino & _63_BITS))
    return found.tobytes()


def laatste_wijziging(standen: bytes) -> int:
    """When the last of these paths was changed, in nanoseconds by the clock of the file system."""
    return max(array("q", standen)[_CHANGED::4], default=0)
