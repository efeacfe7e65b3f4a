"""Which leertraject is checked, and which of its findings are wanted."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from leercyclus.checks import controle
from leercyclus.commands import controleindex
from leercyclus.commands.controleindex import Controle
from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import suggestion
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.balk import Balk
from leercyclus.store import deel, git, indeling, layout
from leercyclus.store.boom import Schijf
from leercyclus.store.git import Gitboom
from leercyclus.store.index import Index
from leercyclus.store.layout import find_root
from leercyclus.store.werkmap import Werkmap


@dataclass(frozen=True)
class Bereik:
    """One leertraject, and the part of it whose findings are wanted; all of it when that is None.

    ``eerder`` is the leertraject as it was: what is found elsewhere now and not then is wanted as well.
    """

    omgeving: Omgeving
    paden: tuple[str, ...] | None = None
    eerder: Omgeving | None = None

    def bevindingen(self) -> list[Bevinding]:
        """The findings in these files; the rest of the leertraject is read as well."""
        found = self._gevonden.bevindingen
        if self.paden is None:
            return found
        before = {_kenmerk(item) for item in _vind(self.eerder).bevindingen} if self.eerder else None
        return [
            item
            for item in found
            if self._hoort_erbij(item.bestand) or (before is not None and _kenmerk(item) not in before)
        ]

    def bestanden(self) -> int:
        """How many files were looked at."""
        return self._gevonden.bestanden

    @cached_property
    def _gevonden(self) -> _Gevonden:
        return _vind(self.omgeving)

    def _hoort_erbij(self, bestand: str) -> bool:
        return any(bestand == path or bestand.startswith(f"{path}/") for path in self.paden or ())


@dataclass(frozen=True)
class _Gevonden:
    """Everything that was found in a leertraject, and in how many files was looked."""

    bevindingen: list[Bevinding]
    bestanden: int


def _vind(omgeving: Omgeving) -> _Gevonden:
    werkmap = omgeving.werkmap
    if isinstance(werkmap.boom, Schijf):
        return _op_schijf(werkmap, omgeving.vandaag)
    inhoud = omgeving.inhoud
    seen = {problem.bestand for problem in inhoud.problemen} | {record.bestand for record in inhoud.records}
    return _Gevonden(controle.controleer(inhoud, omgeving.vandaag), len(seen))


def _op_schijf(werkmap: Werkmap, vandaag: dt.date) -> _Gevonden:
    """By the index: what did not change is not read."""
    disk, beside = werkmap.boom, werkmap.naast_cycli()
    there = disk.namen()
    folders = layout.cyclus_mappen(there)
    lezer = Controle(beside, vandaag, disk)
    with Balk("Cycli bekijken") as balk:
        rijen = Index(werkmap.root, "controle", lezer).rijen(folders, balk)
    files = (map + pad for map, rij in rijen.items() for pad in rij.paden if pad.endswith(layout.TOML))
    own = [record.bestand for record in beside.records]
    lezer.kader.leesbaar_voor_iedereen = disk.leesbaar_voor_iedereen(chain(own, files))
    problems = [*beside.problemen, *indeling.naast_cycli(disk, there)]
    found, count = controleindex.uitkomst(rijen)
    found += [*problems, *controle.naast_cycli(lezer.kader)]
    seen = {*own, *(problem.bestand for problem in problems)}
    return _Gevonden(controle.besluit(beside, found), count + len(seen))


def _kenmerk(found: Bevinding) -> tuple[str, str, str | None, str]:
    """What makes it the same finding, wherever its line went."""
    return found.bestand, found.code, found.sleutel, found.melding


def van_paden(omgeving: Omgeving, paden: Iterable[str]) -> list[Bereik]:
    """The leertrajecten that these files, folders or cycles belong to, each with its part.

    What belongs to none is said and left out. NotFoundError for a path that is not there.
    """
    chosen: dict[Path, list[str]] = {}
    for given in paden:
        path = _pad(omgeving, given)
        root = _wortel(omgeving, path)
        if root is None:
            zeg(f"{given} hoort niet bij een leertraject; overgeslagen")
        else:
            chosen.setdefault(root, []).append(_binnen(path, root))
    return [
        Bereik(
            omgeving.anders(start=root, andere_werkmap=Werkmap(root)),
            None if "" in parts else tuple(dict.fromkeys(parts)),
        )
        for root, parts in chosen.items()
    ]


def _pad(omgeving: Omgeving, given: str) -> Path:
    path = Path(os.path.abspath(given))
    if os.path.lexists(path):
        return path
    ids = omgeving.werkmap.cyclus_ids()
    if given in ids:
        return omgeving.werkmap.root / given
    elsewhere = filter(None, map(omgeving.elders.cyclus, Path(given).parts))
    raise next(elsewhere, None) or NotFoundError(f"{given} bestaat niet", tip=suggestion(given, ids))


def _wortel(omgeving: Omgeving, path: Path) -> Path | None:
    """The leertraject that a path lies in, or that lies in it."""
    root = find_root(path if path.is_dir() else path.parent)
    return root if root and (path.is_relative_to(root) or root.is_relative_to(path)) else None


def _binnen(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix().removeprefix(".") if path.is_relative_to(root) else ""


def klaargezet(omgeving: Omgeving) -> Iterator[Bereik]:
    """What the next commit changes in each leertraject of the repository, and what that breaks elsewhere."""
    top = git.nodige_hoofdmap(omgeving.start)
    staged = git.klaargezette_paden(top)
    for map in git.leertrajecten(top):
        inside = tuple(path.removeprefix(f"{map}/") for path in staged if _is_in(path, map))
        if not inside:
            continue
        after = git.klaargezet(top, map)
        before = git.vastgelegd(top, map, after)
        earlier = omgeving.anders(delen=[])  # what that is a part of is no news
        yield Bereik(
            _in_git(omgeving, top, map, after),
            inside,
            _in_git(earlier, top, map, before) if before else None,
        )


def _in_git(omgeving: Omgeving, top: Path, map: str, boom: Gitboom) -> Omgeving:
    werkmap = Werkmap(top / map, boom, deel.elders_in_git(top, map, boom))
    return omgeving.anders(andere_werkmap=werkmap)


def _is_in(path: str, folder: str) -> bool:
    return not folder or path.startswith(f"{folder}/")
