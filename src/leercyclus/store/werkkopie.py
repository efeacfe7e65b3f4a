"""A copy of a record that is open in an editor: the record itself stays whole until the copy holds."""

from __future__ import annotations

import secrets
from pathlib import Path

from leercyclus.store import files
from leercyclus.store.afgeleid import AFGELEID, Bezit, maak_map
from leercyclus.store.toml.read import MAX_BYTES

_MAP = "bewerken"


class Werkkopie:
    """Lies in ``.leercyclus/``, so that what was written is there again when an editor failed.

    Beside it lies what it was made of, so that what another writes meanwhile can be told apart.
    """

    def __init__(self, root: Path, naam: str) -> None:
        self._root = root
        self._naam = naam
        self._bezit: Bezit | None = None
        #: Relative to the leertraject, with ``/``.
        self.bestand = f"{AFGELEID}/{_MAP}/{naam}.toml"
        self.path = root / self.bestand
        self._basis = self.path.with_suffix(".basis")

    def open(self) -> bool:
        """Make it ours; False while another run has it open."""
        self._bezit = Bezit.neem(maak_map(self._root, _MAP) / self.path.name)
        return self._bezit is not None

    @property
    def bestaat(self) -> bool:
        """Whether an earlier editing was left."""
        return self.path.exists()

    @property
    def basis(self) -> bytes | None:
        """The record that the copy was made of; None when there was none."""
        return files.read(self._basis, limit=MAX_BYTES) if self._basis.exists() else None

    def begin(self, raw: bytes, basis: bytes | None) -> None:
        """Start from what the record says, or from a template."""
        if basis is None:
            self._basis.unlink(missing_ok=True)
        else:
            files.put(self._basis, basis)
        files.put(self.path, raw)

    def lees(self) -> bytes:
        """What stands in it now, at most one byte more than a record may have."""
        return files.read(self.path, limit=MAX_BYTES)

    def is_nog(self, raw: bytes) -> bool:
        """Whether nothing was written in it since."""
        try:
            return self.lees() == raw
        except OSError:
            return False

    def zet_opzij(self) -> str:
        """Leave it under a name of its own, which is returned: nothing goes on with it by itself."""
        kept = self.path.with_name(f"{self._naam}.{secrets.token_hex(3)}.toml")
        self.path.rename(kept)
        self.weg()
        return f"{AFGELEID}/{_MAP}/{kept.name}"

    def weg(self) -> None:
        """It is in the record, or not wanted."""
        self._basis.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)
        self.sluit()

    def sluit(self) -> None:
        """Another run may have it."""
        if self._bezit:
            self._bezit.laat_los()
            self._bezit = None
