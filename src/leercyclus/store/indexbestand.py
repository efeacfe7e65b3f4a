"""How an index lies on disk.

A line of JSON says what is in it, with a checksum of each part that follows: the paths of each row, the
bytes of their ``standen``, what was read for each (a line per row), and each value (the same). Nothing
in it can be run. What was read is the most of it and seldom needed, so it is fetched when it is.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from leercyclus.store import files, volgen
from leercyclus.store.afgeleid import AFGELEID

INDEX = ".index"
#: What goes wrong when a file is not what it should be.
_GEEN_INDEX = (OSError, ValueError, LookupError, TypeError, AttributeError)
_PADEN, _STANDEN, _BRON = range(3)


class Rij:
    """One row. ``bron`` is what was read; ``waarden`` is what was made of that.

    With zeros for ``standen`` it is never believed: something changed while it was read.
    """

    __slots__ = ("bron", "paden", "standen", "waarden")

    def __init__(self, paden: list[str], standen: bytes, bron: bytes, waarden: Sequence[bytes] = ()) -> None:
        self.paden = paden
        self.standen = standen
        self.bron = bron
        self.waarden = waarden


class Indexbestand:
    """The index as an earlier run left it: without rows when that is not to be trusted, or not there.

    ``over`` is what reading and the values depend on. The rows have their ``bron`` after
    :meth:`haal_bronnen`, or at once ``met_bron``.
    """

    def __init__(self, path: Path, kenmerk: str, *, met_bron: bool) -> None:
        self.over = ("", "")
        self.rijen: dict[str, Rij] = {}
        self._parts: list[tuple[int, int]] = []
        self._file: BinaryIO | None = None
        with suppress(*_GEEN_INDEX):
            self._file = open(path, "rb")  # noqa: SIM115  # another run may put another in its place
            kop = json.loads(self._file.readline())
            if kop["kenmerk"] == kenmerk:
                self._start = self._file.tell()
                self._parts = [(length, checksum) for length, checksum in kop["delen"]]
                self.over, self.rijen = tuple(kop["over"]), dict(self._rijen())
        if met_bron and not self.haal_bronnen():
            self.rijen = {}

    def __enter__(self) -> Indexbestand:
        return self

    def __exit__(self, *problem: object) -> None:
        if self._file:
            self._file.close()

    def haal_bronnen(self) -> bool:
        """Fetch what was read for each row; False when that is not to be trusted."""
        if not self.rijen:
            return True
        with suppress(*_GEEN_INDEX):
            for rij, bron in zip(self.rijen.values(), self._deel(_BRON).split(b"\n"), strict=True):
                rij.bron = bron
            return True
        return False

    def _rijen(self) -> Iterator[tuple[str, Rij]]:
        columns = [self._deel(number).split(b"\n") for number in range(_BRON + 1, len(self._parts))]
        paths, stands, end = json.loads(self._deel(_PADEN)), self._deel(_STANDEN), 0
        for at, (naam, paden) in enumerate(paths.items()):
            begin, end = end, end + len(paden) * volgen.BYTES
            yield naam, Rij(paden, stands[begin:end], b"", [column[at] for column in columns])

    def _deel(self, number: int) -> bytes:
        assert self._file
        length, checksum = self._parts[number]
        self._file.seek(self._start + sum(before for before, _ in self._parts[:number]))
        raw = self._file.read(length)
        if zlib.crc32(raw) != checksum:
            raise ValueError
        return raw


def is_index(bestand: str) -> bool:
    """Whether this is an index, by its path in the leertraject."""
    folder, _, name = bestand.partition("/")
    return folder == AFGELEID and "/" not in name and name.endswith(INDEX)


def gooi_weg(root: Path) -> None:
    """Throw away every index of a leertraject: of what was in a file once, nothing is kept here either."""
    for path in (root / AFGELEID).glob(f"*{INDEX}"):
        path.unlink(missing_ok=True)


def bewaar(path: Path, kenmerk: str, over: tuple[str, str], rijen: Mapping[str, Rij]) -> None:
    """Put these rows on disk. OSError when that cannot be."""
    paths = json.dumps({naam: rij.paden for naam, rij in rijen.items()})
    columns = zip(*((rij.bron, *rij.waarden) for rij in rijen.values()), strict=True)
    parts = [
        paths.encode(),
        b"".join(rij.standen for rij in rijen.values()),
        *(b"\n".join(column) for column in columns),
    ]
    delen = [(len(part), zlib.crc32(part)) for part in parts]
    kop = json.dumps({"kenmerk": kenmerk, "over": over, "delen": delen})
    files.leg_neer(path, b"".join([kop.encode(), b"\n", *parts]))
