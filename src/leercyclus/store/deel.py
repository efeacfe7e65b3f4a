"""Which part of a leertraject a folder holds, when git was asked to check out no more than that.

Where it was not, a few files are looked at and no program is started. Where it was, git says what
there is elsewhere, from its trees and its index: those are on this computer, also in a clone
without all content.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING

from leercyclus.domain.elders import Elders
from leercyclus.domain.errors import SystemRefusedError
from leercyclus.domain.ids import is_id
from leercyclus.domain.paden import GROEP, IN_CYCLUS, NAAST_CYCLI
from leercyclus.store import files, layout

if TYPE_CHECKING:
    from leercyclus.store.git import Gitboom

_LARGEST = 1 << 24
_AAN = r'(?im)^\s*(?:\[core\]\s*)?sparsecheckout\s*(?:=\s*"?(\w+)|$)'
#: A pattern that takes a whole folder.
_HELE_MAP = r"/[^*?\[\]\\!]+/"
_SOORTEN = {pad.partition("/")[0]: kind for kind, pad in IN_CYCLUS.items()}
_LESSEN = IN_CYCLUS["les"].partition("/")[0]


def elders(root: Path) -> Elders:
    """What git has of this leertraject that is not in its folder."""
    found = _gitmap(root)
    patterns = _patronen(found[1]) if found else None
    if found is None or patterns is None:
        return Elders()
    from leercyclus.store import git  # here: it starts programs, and hardly anybody needs it

    top = found[0]
    haal, way = _opdracht(root, top), root.relative_to(top)
    if _neemt_hele_mappen(patterns, way.parts):
        if f"!/{'/'.join([*way.parts, '*'])}/" not in patterns:
            return Elders()
        with suppress(SystemRefusedError):
            folders = git.lees(root, "ls-tree", "-z", "-d", "--name-only", "--full-tree", "HEAD:./")
            return _zonder_mappen(root, _paden(folders), haal, _gehaald(patterns, way))
    with suppress(SystemRefusedError):
        names = _niet_uitgepakt(git.lees(root, "ls-files", "-z", "-t"))
        return _zonder_bestanden(os.listdir(root), names, haal)
    return Elders(cycli=None, lessen=_Onbekend(), haal=haal)


def elders_in_git(top: Path, map: str, boom: Gitboom) -> Elders:
    """The same of a leertraject as git has it, when only what is in its folder is looked at."""
    if not boom.elders:
        return Elders()
    return _zonder_bestanden(boom.namen(), boom.elders, _opdracht(top / map, top))


def _zonder_bestanden(there: Collection[str], namen: Iterable[str], haal: str) -> Elders:
    """The same, when these files are elsewhere; ``there`` is what lies beside ``leertraject.toml``."""
    there = set(there)
    cycles, beside, lessons = set[str](), set[str](), set[str]()
    kinds: dict[str, set[str]] = {}
    for name in namen:
        if f"{_LESSEN}/" in name:
            lessons.update(_lesnaam(name))
        folder, _, inside = name.partition("/")
        if folder in cycles or not inside:
            continue
        if folder in NAAST_CYCLI:
            beside.add(folder)
        elif layout.is_valid_name(folder) and (kind := _SOORTEN.get(inside.partition("/")[0])):
            if folder in there:
                kinds.setdefault(folder, set()).add(kind)
            else:
                cycles.add(folder)
    return Elders(cycles, beside, lessons, kinds, haal)


def _zonder_mappen(root: Path, mappen: Collection[str], haal: str, gehaald: Collection[str]) -> Elders:
    """The same, when whole folders are elsewhere: which of these are not here."""
    gone = {*mappen}.difference(os.listdir(root), gehaald)  # of what was asked for, nothing is elsewhere
    cycles = {map for map in gone if layout.is_valid_name(map)}
    beside = gone.intersection(NAAST_CYCLI)
    return Elders(cycles, beside, _Lessen(root), haal=haal, gehaald=gehaald)


class _Lessen(Collection[str]):
    """The full names of the lessons that are elsewhere; git is asked when somebody wants to know."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _namen(self) -> Collection[str]:
        from leercyclus.store import git

        where = (f":(glob){_LESSEN}/*{layout.TOML}", f":(glob)*/{_LESSEN}/*{layout.TOML}")
        try:
            answer = git.lees(self._root, "ls-files", "-z", "-t", "--", *where)
        except SystemRefusedError:
            return _Onbekend()
        return frozenset(lesson for name in _niet_uitgepakt(answer) for lesson in _lesnaam(name))

    def __contains__(self, naam: object) -> bool:
        return naam in self._namen

    def __iter__(self) -> Iterator[str]:
        return iter(self._namen)

    def __len__(self) -> int:
        return len(self._namen)


class _Onbekend(Collection[str]):
    """It cannot be told which there are: any may be."""

    def __contains__(self, naam: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _gitmap(root: Path) -> tuple[Path, Path] | None:
    """The top of the repository that a folder lies in, and where git keeps what it knows of it."""
    for folder in (root, *root.parents):
        git = folder / ".git"
        if git.is_dir():
            return folder, git
        if git.is_file():  # another working tree of a repository
            said = files.read(git, limit=_LARGEST).decode("utf-8", "surrogateescape")
            return folder, folder / said.removeprefix("gitdir:").strip()
    return None


def _patronen(git: Path) -> list[str] | None:
    """The patterns of what is checked out; None when that is everything."""
    patterns = _lees(git / "info" / "sparse-checkout")
    if patterns is None:
        return None
    shared = git / (_lees(git / "commondir") or "").strip()
    said = [
        *re.findall(_AAN, _lees(shared / "config") or ""),
        *re.findall(_AAN, _lees(git / "config.worktree") or ""),
    ]
    if not said or said[-1].lower() not in ("", "true", "yes", "on", "1"):
        return None
    return patterns.splitlines()


def _lees(path: Path) -> str | None:
    try:
        return files.read(path, limit=_LARGEST).decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None


def _neemt_hele_mappen(patterns: Collection[str], root: Sequence[str]) -> bool:
    """Whether each folder of the leertraject is here as a whole or not at all; ``root`` is the way to it."""
    above = ["".join(f"{part}/" for part in root[:depth]) for depth in range(len(root) + 1)]
    files_there = {"/*", *(f"!/{folder}*/" for folder in above)}
    return all(line in files_there or re.fullmatch(_HELE_MAP, line) for line in patterns if line)


def _gehaald(patterns: Collection[str], root: PurePath) -> set[str]:
    """The folders of the leertraject that were asked for."""
    folders = (PurePosixPath(line.strip("/")) for line in patterns if re.fullmatch(_HELE_MAP, line))
    return {folder.name for folder in folders if folder.parent == PurePosixPath(root)}


def _opdracht(root: Path, top: Path) -> str:
    """The command that gets a folder of the leertraject, up to its name."""
    import shlex  # here: hardly anybody needs it

    here = Path(os.getcwd())
    if not here.is_relative_to(top):
        return f"git -C {shlex.quote(str(root))} sparse-checkout add "
    way = Path(os.path.relpath(root, here)).as_posix()
    return "git sparse-checkout add " + ("" if way == "." else shlex.quote(f"{way}/"))


def _niet_uitgepakt(listing: bytes) -> list[str]:
    """The files that git leaves out of the folder, of what ``ls-files -t`` says."""
    return [line[2:] for line in _paden(listing) if line.startswith("S ")]


def _lesnaam(name: str) -> Iterator[str]:
    """The full name of the lesson that a file is, if it is one."""
    match name.split("/"):
        case [map, file] if map == _LESSEN:
            place = GROEP
        case [place, map, file] if map == _LESSEN:
            pass
        case _:
            return
    id = file.removesuffix(layout.TOML)
    if file.endswith(layout.TOML) and is_id(place) and is_id(id):
        yield f"{place}/{id}"


def _paden(answer: bytes) -> list[str]:
    return answer.decode("utf-8", "surrogateescape").split("\0")[:-1]
