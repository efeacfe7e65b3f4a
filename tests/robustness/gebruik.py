"""Every way in which the one write helper is used, as a program: ``python -m tests.robustness.gebruik``.

Everything is loaded first; then it marks, for whoever follows it, where the writing begins and ends.
It prints what came of it: ``ok`` or the name of what was raised.
"""

from __future__ import annotations

import errno
import os
import secrets  # noqa: F401  # loaded before the first mark, as the lock is
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import filelock  # noqa: F401

from leercyclus.domain.errors import ConflictError, UnsyncedError
from leercyclus.store import files
from leercyclus.store.afgeleid import op_slot

#: Paths that nobody has; asking after them shows in the log where the interesting part begins and ends.
BEGIN, EIND = "/leercyclus-begin", "/leercyclus-eind"
OUD = b"oud = 1\n" * 2000
NIEUW = b"nieuw = 1\n" * 3000


@dataclass(frozen=True)
class Gebruik:
    """One way to write: where, how, and whether something stands there before."""

    schrijf: Callable[[Path], None]
    bestand: str = "cyclus/stuk.toml"
    was: bytes | None = None
    #: Whether what stands there must stay, as the name is taken.
    bezet: bool = False
    #: Whether it refuses when it was done already.
    eenmalig: bool = True
    #: Whether the file system knows hard links.
    koppelingen: bool = True

    @property
    def wordt(self) -> bytes:
        """What stands there when all goes well."""
        return OUD if self.bezet else NIEUW

    def bereid_voor(self, root: Path) -> None:
        """Make the folder as it is before."""
        path = root / self.bestand
        (root / "cyclus").mkdir(parents=True)
        (root / "cyclus" / "buur.toml").write_bytes(OUD)
        if self.was is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.was)
            path.chmod(0o640)

    def doe(self, root: Path) -> str:
        """Write; what came of it."""
        try:
            self.schrijf(root / self.bestand)
        except ConflictError:
            return "bezet"
        except UnsyncedError as error:
            return f"onzeker {errno.errorcode[error.errno or 0]}"
        except OSError as error:
            return f"geweigerd {errno.errorcode[error.errno or 0]}"
        return "ok"


def _create(path: Path) -> None:
    files.create(path, NIEUW, lock=op_slot(Path()))


def _replace(path: Path) -> None:
    files.replace(path, NIEUW, expected=OUD, lock=op_slot(Path()))


def _put(path: Path) -> None:
    files.put(path, NIEUW)


def _pieces() -> Iterator[bytes]:
    """The new content as it is made, in pieces that are smaller and larger than a buffer."""
    yield from (NIEUW[:10], NIEUW[10:20_000], b"", NIEUW[20_000:])


def _create_piecewise(path: Path) -> None:
    files.create(path, _pieces(), lock=op_slot(Path()))


def _put_piecewise(path: Path) -> None:
    files.put(path, _pieces())


GEBRUIK = {
    "nieuw": Gebruik(_create),
    "nieuw-in-stukken": Gebruik(_create_piecewise),
    "nieuw-in-nieuwe-mappen": Gebruik(_create, "nieuw/interviews/stuk.toml"),
    "nieuw-bezet": Gebruik(_create, was=OUD, bezet=True),
    "zonder-koppelingen": Gebruik(_create, koppelingen=False),
    "zonder-koppelingen-bezet": Gebruik(_create, was=OUD, bezet=True, koppelingen=False),
    "wijziging": Gebruik(_replace, was=OUD),
    "neerleggen": Gebruik(_put, eenmalig=False),
    "neerleggen-over-iets": Gebruik(_put, was=OUD, eenmalig=False),
    "neerleggen-in-stukken": Gebruik(_put_piecewise, was=OUD, eenmalig=False),
}


# how not to do it


def _beside(path: Path, *, file: bool, folder: bool) -> None:
    other = path.with_name(f".{path.name}.0123abcd.tmp")
    with open(other, "xb") as stream:
        stream.write(NIEUW)
        stream.flush()
        if file:
            os.fsync(stream.fileno())
    os.replace(other, path)
    if folder:
        handle = os.open(path.parent, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def _over_it(path: Path) -> None:
    path.write_bytes(NIEUW)


def _in_a_folder_that_is_not_synced(path: Path) -> None:
    path.parent.mkdir(parents=True)
    _beside(path, file=True, folder=True)


#: Writers that lose something when the power fails.
SLORDIG = {
    "zonder-fsync": Gebruik(lambda path: _beside(path, file=False, folder=True), was=OUD),
    "zonder-fsync-van-de-map": Gebruik(lambda path: _beside(path, file=True, folder=False), was=OUD),
    "in-een-nieuwe-map-zonder-fsync": Gebruik(_in_a_folder_that_is_not_synced, "nieuw/stuk.toml"),
    "eroverheen": Gebruik(_over_it, was=OUD),
}


def _no_links(*names: Any) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def _mark(name: str) -> None:
    with suppress(OSError):
        os.stat(name)


def main(name: str) -> None:
    gebruik = {**GEBRUIK, **SLORDIG}[name]
    if not gebruik.koppelingen:
        setattr(os, "link", _no_links)  # noqa: B010  # mypy: as on a memory stick
    _mark(BEGIN)
    said = gebruik.doe(Path())
    _mark(EIND)
    print(said)


if __name__ == "__main__":
    main(sys.argv[1])
