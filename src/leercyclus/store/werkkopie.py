"""A copy of a record that is open in an editor: the record itself stays whole until the copy holds."""

from __future__ import annotations

from pathlib import Path

from leercyclus.store import files
from leercyclus.store.klad import AFGELEID, houd_buiten_git
from leercyclus.store.toml.read import MAX_BYTES


class Werkkopie:
    """Lies in ``.leercyclus/``, so that what was written is there again when an editor failed."""

    def __init__(self, root: Path, naam: str) -> None:
        #: Relative to the leertraject, with ``/``.
        self.bestand = f"{AFGELEID}/bewerken/{naam}.toml"
        self.path = root / self.bestand

    @property
    def bestaat(self) -> bool:
        """Whether an earlier editing was left."""
        return self.path.exists()

    def begin(self, raw: bytes) -> None:
        """Start from what the record says."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        houd_buiten_git(self.path.parent.parent)
        files.put(self.path, raw)

    def lees(self) -> bytes:
        """What stands in it now, at most one byte more than a record may have."""
        return files.read(self.path, limit=MAX_BYTES)

    def weg(self) -> None:
        """It is in the record, or not wanted."""
        self.path.unlink(missing_ok=True)
