"""What git holds, read and never changed: where the repository is, what is staged, what was committed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from leercyclus.domain.errors import NotFoundError, SystemRefusedError
from leercyclus.store import files
from leercyclus.store.boom import Aard

#: In a partial clone git fetches what is missing when that is asked for: never when we ask. Versions that
#: do not know the first of these know the second.
_ZONDER_NETWERK = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""}
#: How ``ls-files -t`` marks a file that git left out of the folder.
_NIET_UITGEPAKT = "S "
#: Nor is a program started that the configuration of a repository names.
_ZONDER_HULP = ("-c", "core.fsmonitor=false")
_FILE_MODES = {"100644", "100755", "100664"}


def hoofdmap(start: Path) -> Path | None:
    """The top folder of the repository that ``start`` lies in."""
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)


def lees(top: Path, *arguments: str, invoer: bytes | None = None) -> bytes:
    """What git answers. SystemRefusedError when git is not there or refuses."""
    try:
        done = subprocess.run(
            ["git", *_ZONDER_HULP, "-C", str(top), *arguments],
            input=invoer,
            capture_output=True,
            check=False,
            env=os.environ | _ZONDER_NETWERK,
        )
    except FileNotFoundError:
        raise SystemRefusedError("git staat niet op deze computer") from None
    if done.returncode:
        raise SystemRefusedError(
            f"git {arguments[0]} lukte niet", details=done.stderr.decode("utf-8", "replace").splitlines()
        )
    return done.stdout


def nodige_hoofdmap(start: Path) -> Path:
    """The same as :func:`hoofdmap`. NotFoundError when ``start`` lies in no repository."""
    top = hoofdmap(start)
    if top is None:
        raise NotFoundError("hier is geen git-map", tip="maak er een met: git init")
    return top


def klaargezette_paden(top: Path) -> list[str]:
    """The files that the next commit adds, changes or takes away, from the top folder."""
    return _paths(lees(top, "diff", "--cached", "--name-only", "--no-renames", "-z"))


def leertrajecten(top: Path) -> list[str]:
    """The folders that hold a ``leertraject.toml`` in what is staged, from the top folder."""
    found = _paths(lees(top, "ls-files", "-z", "--", "leertraject.toml", "**/leertraject.toml"))
    return [path.rpartition("/")[0] for path in found]


def klaargezet(top: Path, map: str) -> Gitboom:
    """A leertraject as the next commit would have it."""
    return Gitboom(top, map, lees(top, "ls-files", "--stage", "-t", "-z", "--", map or "."))


def vastgelegd(top: Path, map: str, klaargezet: Gitboom) -> Gitboom | None:
    """A leertraject as the last commit has it, in the same folders; None when there is no commit yet."""
    try:
        listing = lees(top, "ls-tree", "-r", "-z", "--full-tree", "HEAD", "--", map or ".")
    except SystemRefusedError:
        return None
    return Gitboom(top, map, listing, klaargezet.bestanden if klaargezet.elders else None)


class Gitboom:
    """A tree of files in git, from what ``ls-files --stage -t`` or ``ls-tree -r`` says.

    What git left out of the folder is not in it, but in ``elders``: its content may have to come from
    another computer. ``hier`` are the files that are in the folder; without it git says so.
    """

    def __init__(self, top: Path, map: str, listing: bytes, hier: Collection[str] | None = None) -> None:
        self._top = top
        self.elders: list[str] = []
        self._folders: dict[str, dict[str, Aard]] = {"": {}}
        self._blobs: dict[str, str] = {}
        prefix = f"{map}/" if map else ""
        for line in _paths(listing):
            meta, _, path = line.partition("\t")
            path = path.removeprefix(prefix)
            if meta.startswith(_NIET_UITGEPAKT) or (hier is not None and path not in hier):
                self.elders.append(path)
                continue
            *_, mode, first, second = meta.split()[:4]  # ls-files says a tag before
            self._add(path, Aard.BESTAND if mode in _FILE_MODES else Aard.ANDERS)
            self._blobs[path] = first if len(first) >= 40 else second  # ls-tree says the type first
        self._content = self._read()

    def _add(self, path: str, aard: Aard) -> None:
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            self._folders[folder] = {}
            self._add(folder, Aard.MAP)
        self._folders[folder][name] = aard

    @property
    def bestanden(self) -> Collection[str]:
        """Every file in it."""
        return self._blobs.keys()

    def _read(self) -> dict[str, bytes]:
        """The content of every record, asked of git at once."""
        wanted = {path: blob for path, blob in self._blobs.items() if path.endswith(".toml")}
        answer = lees(self._top, "cat-file", "--batch", invoer="\n".join(wanted.values()).encode())
        content, at = {}, 0
        for path in wanted:
            end = answer.index(b"\n", at)
            size = int(answer[at:end].split()[2])
            content[path] = answer[end + 1 : end + 1 + size]
            at = end + size + 2
        return content

    def namen(self, map: str = "") -> Mapping[str, Aard]:
        return dict(sorted(self._folders.get(map, {}).items()))

    def leesbaar_voor_iedereen(self, bestanden: Iterable[str]) -> bool:
        return False  # what git holds has no readers of its own

    def lees(self, bestand: str, *, limit: int) -> bytes:
        folder, _, name = bestand.rpartition("/")
        match self._folders.get(folder, {}).get(name):
            case None:
                raise FileNotFoundError(bestand)
            case Aard.BESTAND:
                return self._content[bestand][: limit + 1]
        raise files.NotAFileError(Path(bestand))

    def leidt_naar(self, koppeling: str, bestand: str) -> bool:
        return False  # where a link leads is known on disk only


def _paths(answer: bytes) -> list[str]:
    return answer.decode("utf-8", "surrogateescape").split("\0")[:-1]
