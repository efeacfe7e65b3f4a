"""``.leercyclus/``: what is under way or derived, beside ``leertraject.toml`` and out of git."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from leercyclus.domain.errors import BusyError, UnsyncedError
from leercyclus.store import files

if TYPE_CHECKING:
    from filelock import BaseFileLock

AFGELEID = ".leercyclus"
#: While this is there a change of many files is not finished: see ``omzetting``.
ONDERBROKEN = "omzetting/plan.json"
#: How long to wait for another run that changes something, in seconds: it needs a moment.
PATIENCE = 10.0


def maak_map(root: Path, naam: str = "") -> Path:
    """The folder for one kind of what is derived."""
    folder = root / AFGELEID / naam
    files.make_folder(folder)
    ignore = root / AFGELEID / ".gitignore"
    if not ignore.exists():
        with suppress(UnsyncedError):  # it is made again when a power cut takes it away
            files.put(ignore, b"*\n")
    return folder


@contextmanager
def op_slot(root: Path) -> Iterator[None]:
    """No other run changes a file of this leertraject meanwhile. BusyError when one goes on for too long."""
    lock = _grendel(maak_map(root) / "schrijven.lock", PATIENCE)
    if lock is None:
        raise BusyError(
            f"een andere opdracht schrijft in {root} en houdt niet op; er is niets gewijzigd",
            tip="sluit die opdracht, en geef deze opnieuw",
        )
    try:
        yield
    finally:
        with suppress(OSError):  # what was written is there; the system lets go when this run ends
            lock.release()


def _grendel(path: Path, patience: float) -> BaseFileLock | None:
    """A lock that is ours; None when another run still has it after so many seconds."""
    import warnings

    import filelock  # here: slow to load, and only who writes needs it

    lock = filelock.FileLock(path, timeout=patience)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on a disk that knows no locks the file itself is one
            lock.acquire()
    except filelock.Timeout:
        return None
    return lock


class Bezit:
    """A file that this run works on, and no other as long as this one lives."""

    def __init__(self, path: Path, lock: BaseFileLock) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def neem(cls, path: Path) -> Bezit | None:
        """Take it; None when another run that is alive has it. The folder must be there."""
        lock = _grendel(path.with_name(f"{path.name}.lock"), 0)
        return cls(path, lock) if lock else None

    def laat_los(self) -> None:
        """Leave the file for a later run."""
        if os.name != "nt":  # on Windows the library takes it away itself, and nobody else can
            Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()

    def gooi_weg(self) -> None:
        """The file is not needed any more."""
        self.path.unlink(missing_ok=True)
        self.laat_los()
