"""What there is to choose from, read from the leertraject. Only what is a valid id is ever offered.

A shell may put a name on the command line as it is, and a folder can be called ``a$(reboot)``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from leercyclus.aanvulling.regel import Regel
from leercyclus.domain.ids import is_id
from leercyclus.domain.paden import IN_CYCLUS, LEERTRAJECT
from leercyclus.store import layout
from leercyclus.store.boom import Schijf

#: A word to offer, and what it is.
Kandidaat = tuple[str, str]
_MAX_BYTES = 4 * 1024 * 1024


class Aanbod:
    """What can be offered on a line, by kind. ``ingebouwd`` are the themes and lessons of the program."""

    def __init__(self, regel: Regel, ingebouwd: Mapping[str, Mapping[str, str]]) -> None:
        self.regel = regel
        self.ingebouwd = ingebouwd
        self.bronnen: dict[str, Callable[[str], Iterable[Kandidaat]]] = {
            "cyclus": lambda begin: ((id, "") for id in self._cycli()),
            "persoon": lambda begin: self._groep("deelnemers"),
            "organisatie": lambda begin: self._groep("organisaties"),
            "thema": lambda begin: {**self.ingebouwd["themas"], **dict(self._groep("themas"))}.items(),
            "les": self._lessen,
            "advies": lambda begin: self._in_cyclus("advies"),
            "eigen": lambda begin: self._in_cyclus(self.regel.opdracht),
            "stuk": lambda begin: self._stukken(),
        }

    def van(self, kind: str, begin: str) -> Iterable[Kandidaat]:
        """Everything of a kind; ``begin`` saves reading what would not fit."""
        return self.bronnen[kind](begin) if kind in self.bronnen else ()

    @cached_property
    def _root(self) -> Path | None:
        """The leertraject of this line, as ``Omgeving`` finds it."""
        wanted = [os.environ.get("LEERCYCLUS_MAP"), *self.regel.opties.get("--map", [])][-1]
        start = Path(os.path.expanduser(wanted)) if wanted else Path.cwd()
        return layout.find_root(start.absolute()) if start.is_dir() else None

    def _groep(self, table: str) -> Iterator[Kandidaat]:
        """The ids and names of a table in ``leertraject.toml``."""
        rows = _lees(self._root / LEERTRAJECT).get(table) if self._root else None
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and isinstance(id := row.get("id"), str) and is_id(id):
                yield id, _tekst(row.get("naam"))

    def _cycli(self) -> Iterator[str]:
        return filter(is_id, layout.cyclus_folders(Schijf(self._root))) if self._root else iter(())

    @property
    def _cyclus(self) -> Path | None:
        """The folder of the cyclus that was named on the line."""
        id = self.regel.argument("cyclus")
        return self._root / id if self._root and layout.is_valid_name(id) else None

    def _in_cyclus(self, kind: str) -> Iterator[Kandidaat]:
        if self._cyclus:
            yield from ((id, "") for id in _ids(self._cyclus, IN_CYCLUS[kind]))

    def _stukken(self) -> Iterator[Kandidaat]:
        """Each kind that is there, and each record of those there can be more of."""
        folder = self._cyclus
        for kind, pad in IN_CYCLUS.items() if folder else ():
            assert folder is not None  # or there would be no kinds
            ids = list(_ids(folder, pad)) if "{id}" in pad else []
            if ids or (folder / pad).is_file():
                yield kind, ""
            yield from ((f"{kind}/{id}", "") for id in ids)

    def _lessen(self, begin: str) -> Iterator[Kandidaat]:
        """The built-in lessons, in full where one began so, and the definitief ones of the group."""
        prefix = "ingebouwd/" if begin.startswith("ingebouwd/") else ""
        yield from ((prefix + id, title) for id, title in self.ingebouwd["lessen"].items())
        root = self._root
        for place in ("groep", *self._cycli()) if root else ():
            assert root is not None  # or there would be no places
            folder = root if place == "groep" else root / place
            for id in _ids(folder, IN_CYCLUS["les"]):
                name = f"{place}/{id}"
                if name.startswith(begin):
                    record = _lees(folder / IN_CYCLUS["les"].format(id=id))
                    if record and record.get("stand") != "concept":
                        yield name, _tekst(record.get("titel"))


def _ids(folder: Path, pad: str) -> Iterator[str]:
    return filter(is_id, layout.record_files(Schijf(folder), "", pad))


def _lees(path: Path) -> dict[str, Any]:
    """The content of a file; nothing when it cannot be read."""
    from leercyclus.store.toml import parser  # here: what is seen from the folders alone needs none

    try:
        if not path.is_file():
            return {}
        with open(path, "rb") as file:
            return parser.loads(file.read(_MAX_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}


def _tekst(value: object) -> str:
    return value if isinstance(value, str) else ""
