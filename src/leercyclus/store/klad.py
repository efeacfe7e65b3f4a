"""A *klad*: what somebody is typing for a record and that is not kept in it yet.

It is written at every change, so that it is there again after Ctrl-C, a closed terminal or a
machine that stopped. It lies in ``.leercyclus/`` beside ``leertraject.toml`` and stays out of git.
"""

from __future__ import annotations

import datetime as dt
import secrets
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leercyclus.domain.veld import is_gevuld
from leercyclus.store import files
from leercyclus.store.toml import write
from leercyclus.store.toml.read import MAX_BYTES

AFGELEID = ".leercyclus"
_NIET_BEWAARD = "dit kan nu niet als klad bewaard worden; rond uw antwoord af"


class Klad:
    """The klad of one record. ``naam`` says which: ``2027-regio--zelfanalyse--directeur-oss``.

    Every run writes a file of its own and takes over what an earlier one left, so two terminals
    never write over each other.
    """

    def __init__(self, root: Path, naam: str) -> None:
        self._folder = root / AFGELEID / "klad"
        self._own = ""
        self._earlier: tuple[Path, bytes] | None = None
        self.naam = naam
        #: By the code of a punt: an answer that is not finished.
        self.punten: dict[str, Any] = {}
        #: Values of a record that lacks too much to be kept.
        self.velden: dict[str, Any] = {}
        self.wanneer: dt.datetime | None = None
        self._take_over()

    def __bool__(self) -> bool:
        return bool(self.punten or self.velden)

    def noteer(self, code: str, waarde: Any) -> str:
        """Keep an answer under way; what is wrong when that fails, so that typing can go on."""
        if is_gevuld(waarde):
            self.punten[code] = waarde
        else:
            self.punten.pop(code, None)
        try:
            self._write()
        except OSError:
            return _NIET_BEWAARD
        return ""

    def vergeet(self, code: str) -> None:
        """An answer that is kept, or left open after all."""
        if self.punten.pop(code, None) is not None:
            self._write()

    def bewaar(self, velden: Mapping[str, Any]) -> None:
        """Keep the values of a record that cannot be made yet."""
        self.velden = dict(velden)
        self._write()

    def hernoem(self, naam: str) -> None:
        """The record got its place: what is left goes under its name, and its values are kept there."""
        if naam == self.naam and not self.velden:
            return
        before, self._own, self.naam, self.velden = self._own, "", naam, {}
        self._write()
        if before:
            (self._folder / before).unlink(missing_ok=True)

    def weg(self) -> None:
        """Nothing of this is wanted any more."""
        self.punten, self.velden = {}, {}
        self._write()

    # on disk

    def _take_over(self) -> None:
        """What the latest run before this one left; what is no klad is left alone."""
        for path in sorted(self._folder.glob(f"{self.naam}.*.toml"), key=_changed, reverse=True):
            try:
                raw = files.read(path, limit=MAX_BYTES)
                data = tomllib.loads(raw.decode("utf-8"))
            except (OSError, ValueError):
                continue
            self.punten, self.velden = data.get("punten", {}), data.get("velden", {})
            self.wanneer = data.get("geschreven")
            self._earlier = (path, raw)
            return

    def _write(self) -> None:
        if self:
            self._folder.mkdir(parents=True, exist_ok=True)
            houd_buiten_git(self._folder.parent)
            self._own = self._own or f"{self.naam}.{secrets.token_hex(3)}.toml"
            now = dt.datetime.now().replace(microsecond=0)
            filled = {"velden": self.velden, "punten": self.punten}
            content = {"geschreven": now, **{key: item for key, item in filled.items() if item}}
            files.put(self._folder / self._own, write.dumps(content).encode("utf-8"))
        elif self._own:
            (self._folder / self._own).unlink(missing_ok=True)
            self._own = ""
        self._drop_earlier()

    def _drop_earlier(self) -> None:
        """What was taken over is in ours now, unless its owner went on writing."""
        if self._earlier is not None:
            path, raw = self._earlier
            if path.exists() and files.read(path, limit=MAX_BYTES) == raw:
                path.unlink()
            self._earlier = None


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns


def houd_buiten_git(folder: Path) -> None:
    """Derived files are nobody else's."""
    ignore = folder / ".gitignore"
    if not ignore.exists():
        files.put(ignore, b"*\n")
