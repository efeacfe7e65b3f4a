"""The tree of files that a leertraject is read from: the disk, or what git holds."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import Protocol

from leercyclus.store import files

#: A program may run as another user than the one who started it.
_AS_WE_ARE = {"effective_ids": True} if os.access in os.supports_effective_ids else {}

#: What says nothing about a folder but about the system: then it is not known what lies there.
_GEBREK = {errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM}


class Aard(Enum):
    """What stands under a name."""

    BESTAND = "bestand"
    MAP = "map"
    DICHT = "dicht"  # a folder that may not be looked in
    ANDERS = "anders"  # a link, a pipe, a device


class Boom(Protocol):
    """Paths are relative to the leertraject, with ``/``; the leertraject itself is ``""``."""

    def namen(self, map: str = "") -> Mapping[str, Aard]:
        """What lies in a folder, in order of name; nothing where there is no folder to look in."""
        ...

    def lees(self, bestand: str, *, limit: int) -> bytes:
        """As :func:`files.read`: at most ``limit`` bytes and one more. OSError when it cannot be read."""
        ...

    def leesbaar_voor_iedereen(self, bestanden: Iterable[str]) -> bool:
        """Whether everybody with an account on this machine can read one of these files."""
        ...

    def leidt_naar(self, koppeling: str, bestand: str) -> bool:
        """Whether this is a link to a folder that holds such a file."""
        ...


class Schijf:
    """The files as they lie on disk. Links are never followed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._start = os.path.join(root, "")

    def namen(self, map: str = "") -> Mapping[str, Aard]:
        folder = self._start + map
        try:
            if map and not stat.S_ISDIR(os.lstat(folder).st_mode):
                return {}
            with os.scandir(folder) as entries:
                return dict(sorted((entry.name, _aard(entry)) for entry in entries))  # no two of one name
        except OSError as error:
            if not map or error.errno in _GEBREK:
                raise
            return {}

    def lees(self, bestand: str, *, limit: int) -> bytes:
        return files.read(self._start + bestand, limit=limit)

    def leesbaar_voor_iedereen(self, bestanden: Iterable[str]) -> bool:
        if os.name == "nt":  # there a folder of a user is the user's own
            return False
        root = self.root.resolve()
        if not all(_mode(str(folder)) & stat.S_IXOTH for folder in (root, *root.parents)):
            return False
        return any(_is_open(root, bestand) for bestand in bestanden)

    def leidt_naar(self, koppeling: str, bestand: str) -> bool:
        path = self.root / koppeling
        try:
            return path.is_symlink() and (path / bestand).is_file()
        except OSError:
            return False


def _mode(path: str) -> int:
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


def _is_open(root: Path, bestand: str) -> bool:
    folders = [root / folder for folder in Path(bestand).parents]
    way_in = all(_mode(str(folder)) & stat.S_IXOTH for folder in folders)
    return way_in and bool(_mode(str(root / bestand)) & stat.S_IROTH)


def _aard(entry: os.DirEntry[str]) -> Aard:
    if entry.is_dir(follow_symlinks=False):
        return Aard.MAP if os.access(entry.path, os.R_OK | os.X_OK, **_AS_WE_ARE) else Aard.DICHT
    return Aard.BESTAND if entry.is_file(follow_symlinks=False) else Aard.ANDERS
