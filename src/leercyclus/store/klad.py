"""A *klad*: what somebody is typing for a record and that is not kept in it yet.

It is written at every change, so that it is there again after Ctrl-C, a closed terminal or a
machine that stopped. It lies in ``.leercyclus/`` beside ``leertraject.toml`` and stays out of git.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leercyclus.domain.veld import is_gevuld
from leercyclus.store import files
from leercyclus.store.afgeleid import AFGELEID, Bezit, maak_map
from leercyclus.store.toml import parser, write
from leercyclus.store.toml.read import MAX_BYTES

_MAP = "klad"
#: An answer that is too long for a record must come back all the same.
_LARGEST = 4 * MAX_BYTES
_NIET_BEWAARD = "let op: wat u typt kan nu niet bewaard worden; is er ruimte op de schijf?"
Waarden = dict[str, Any]


class Klad:
    """The klad of one record. ``naam`` says which: ``2027-regio--zelfanalyse--directeur-oss``.

    The latest one that no other run is writing is gone on with, so two terminals never write
    over each other.
    """

    def __init__(self, root: Path, naam: str) -> None:
        self._root = root
        self._bezit: Bezit | None = None
        self.naam = naam
        #: By the code of a punt: an answer that is not finished, and what stood there when it was begun.
        self.punten: Waarden = {}
        self.was: Waarden = {}
        #: Values of a record that lacks too much to be kept.
        self.velden: Waarden = {}
        self.wanneer: dt.datetime | None = None
        #: Whether somebody is busy with the same in another terminal.
        self.is_elders_open = False
        #: Whether what stands here is on disk.
        self.is_bewaard = True
        self._neem_over()

    def __bool__(self) -> bool:
        return bool(self.punten or self.velden)

    @property
    def bestand(self) -> str:
        """Where it lies, relative to the leertraject; empty when there is nothing to keep."""
        return f"{AFGELEID}/{_MAP}/{self._bezit.path.name}" if self._bezit else ""

    def noteer(self, code: str, waarde: Any, was: Any = None) -> str:
        """Keep an answer under way; what is wrong when that fails, so that typing can go on."""
        for kept, value in ((self.punten, waarde), (self.was, was if is_gevuld(waarde) else None)):
            kept.pop(code, None)
            if is_gevuld(value):
                kept[code] = value
        return "" if self._schrijf() else _NIET_BEWAARD

    def vergeet(self, code: str) -> None:
        """An answer that is kept, or left open after all."""
        if code in self.punten:
            self.noteer(code, None)

    def bewaar(self, velden: Mapping[str, Any]) -> None:
        """Keep the values of a record that cannot be made yet. OSError when that cannot be."""
        self.velden = dict(velden)
        self._leg_neer()

    def hernoem(self, naam: str) -> None:
        """The record got its place: what is left goes under its name, and its values are kept there."""
        if naam == self.naam and not self.velden:
            return
        before, self._bezit, self.naam, self.velden = self._bezit, None, naam, {}
        if self._schrijf() and before:
            before.gooi_weg()

    def leg_opzij(self) -> None:
        """Begin without it, and leave it for a later time."""
        if self._bezit:
            self._bezit.laat_los()
        self._bezit, self.punten, self.was, self.velden = None, {}, {}, {}

    def weg(self) -> None:
        """Nothing of this is wanted any more."""
        self.punten, self.was, self.velden = {}, {}, {}
        self._schrijf()

    # on disk

    def _neem_over(self) -> None:
        """What the latest run before this one left; what is no klad is left alone."""
        folder = self._root / AFGELEID / _MAP
        for path in sorted(folder.glob(f"{self.naam}.*.toml"), key=_changed, reverse=True):
            try:
                bezit = Bezit.neem(path)
            except OSError:
                continue
            if bezit is None:
                self.is_elders_open = True
            elif self._lees(path):
                self._bezit = bezit
                return
            else:
                bezit.laat_los()

    def _lees(self, path: Path) -> bool:
        """Whether there is a klad, which is taken."""
        try:
            data = parser.loads(files.read(path, limit=_LARGEST).decode("utf-8"))
        except (OSError, ValueError):
            return False
        parts = [data.get(key, {}) for key in ("punten", "was", "velden")]
        if not all(isinstance(part, dict) for part in parts):
            return False
        self.punten, self.was, self.velden = parts
        when = data.get("geschreven")
        self.wanneer = when if isinstance(when, dt.datetime) else None
        return bool(self)

    def _schrijf(self) -> bool:
        """Put it on disk; whether that went well."""
        try:
            self._leg_neer()
        except OSError:
            self.is_bewaard = False
        return self.is_bewaard

    def _leg_neer(self) -> None:
        if self:
            folder = maak_map(self._root, _MAP)  # at every change: somebody may have thrown it away
            if self._bezit is None:
                name = f"{self.naam}.{secrets.token_hex(3)}.toml"
                self._bezit = Bezit.neem(folder / name)
                assert self._bezit is not None, "a new name is nobody else's"
            now = dt.datetime.now().replace(microsecond=0)
            filled = {"velden": self.velden, "was": self.was, "punten": self.punten}
            content = {"geschreven": now, **{key: item for key, item in filled.items() if item}}
            files.put(self._bezit.path, write.dumps(content).encode("utf-8"))
        elif self._bezit:
            self._bezit.gooi_weg()
            self._bezit = None
        self.is_bewaard = True


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:  # another run was done with it
        return 0
