"""``.leercyclus/``: what is under way or derived, beside ``leertraject.toml`` and out of git."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from leercyclus.store import files

if TYPE_CHECKING:
    from filelock import BaseFileLock

AFGELEID = ".leercyclus"


def maak_map(root: Path, naam: str) -> Path:
    """The folder for one kind of what is derived."""
    folder = root / AFGELEID / naam
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder.parent / ".gitignore"
    if not ignore.exists():
        files.put(ignore, b"*\n")
    return folder


class Bezit:
    """A file that this run works on, and no other as long as this one lives."""

    def __init__(self, path: Path, lock: BaseFileLock) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def neem(cls, path: Path) -> Bezit | None:
        """Take it; None when another run that is alive has it. The folder must be there."""
        import filelock  # here: slow to load, and only who records needs it

        lock = filelock.FileLock(path.with_name(f"{path.name}.lock"), timeout=0)
        try:
            lock.acquire()
        except filelock.Timeout:
            return None
        return cls(path, lock)

    def laat_los(self) -> None:
        """Leave the file for a later run."""
        if os.name != "nt":  # on Windows the library takes it away itself, and nobody else can
            Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()

    def gooi_weg(self) -> None:
        """The file is not needed any more."""
        self.path.unlink(missing_ok=True)
        self.laat_los()
