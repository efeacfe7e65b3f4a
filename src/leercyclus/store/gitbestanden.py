"""The two files that make git keep a leertraject well."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from leercyclus.store import files
from leercyclus.store.afgeleid import op_slot

_ATTRIBUTES = ("*.toml text eol=lf",)
_IGNORE = (".leercyclus/", ".*.tmp")
_INTERVIEWS = "*/interviews/"


def vul_aan(folder: Path, *, zonder_interviews: bool) -> list[Path]:
    """Add the lines that are not there yet to ``.gitattributes`` and ``.gitignore``.

    Returns the files that were made or changed.
    """
    ignored = (*_IGNORE, _INTERVIEWS) if zonder_interviews else _IGNORE
    wanted = ((folder / ".gitattributes", _ATTRIBUTES), (folder / ".gitignore", ignored))
    return [path for path, lines in wanted if _ensure(path, lines)]


def _ensure(path: Path, lines: Iterable[str]) -> bool:
    before = files.read(path, limit=1 << 20) if path.exists() else b""
    present = before.splitlines()
    missing = [line for line in lines if line.encode() not in present]
    if not missing:
        return False
    start = before if not before or before.endswith(b"\n") else before + b"\n"
    after = start + "".join(f"{line}\n" for line in missing).encode()
    if path.exists():
        files.replace(path, after, expected=before, lock=op_slot(path.parent))
    else:
        files.create(path, after, lock=op_slot(path.parent))
    return True
