"""Where everything lies in a leertraject."""

from __future__ import annotations

import hashlib
import os
import secrets
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leercyclus.domain.ids import MAX_LENGTH, RESERVED, is_id
from leercyclus.domain.soorten import IN_CYCLUS, LEERTRAJECT, Soort

_RANDOM = string.ascii_lowercase + string.digits


def find_root(start: Path) -> Path | None:
    """The folder of the leertraject: upwards from ``start``, as git finds its repository."""
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "cycles"):
            if (candidate / LEERTRAJECT.pad).is_file():
                return candidate
    return None


def made_up_id(what: str, *of: str) -> str:
    """``directeur-oss-k3f9qa``: says of whom or what it is and nothing of the content.

    With ``of`` the tail is the same each time for the same.
    """
    digest = hashlib.sha256("/".join((what, *of)).encode()).digest() if of else secrets.token_bytes(6)
    tail = "".join(_RANDOM[byte % len(_RANDOM)] for byte in digest[:6])
    return f"{what[: MAX_LENGTH - 7].rstrip('-')}-{tail}"


def is_cyclus(folder: Path) -> bool:
    """Whether a folder beside ``leertraject.toml`` holds a known record."""
    return any(
        (folder / kind.pad).exists() if kind.is_enkel else any(record_files(folder, kind))
        for kind in IN_CYCLUS
    )


def cyclus_folders(root: Path) -> Iterator[str]:
    """The names of the folders that are a cyclus, whether or not the name is an id, in order."""
    for entry in sorted(os.scandir(root), key=lambda entry: entry.name):
        if entry.name.startswith(".") or entry.name in RESERVED:
            continue
        if entry.is_dir(follow_symlinks=False) and is_cyclus(Path(entry.path)):
            yield entry.name


def record_files(folder: Path, kind: Soort[Any]) -> Iterator[str]:
    """The ids (file stems) of the records of a kind that has more than one, in order."""
    place = (folder / kind.bestand("x")).parent
    if not place.is_dir():
        return
    for name in sorted(os.listdir(place)):
        if name.endswith(".toml") and not name.startswith("."):
            yield name.removesuffix(".toml")


def is_valid_name(name: str) -> bool:
    """Whether a folder can be the folder of a cyclus."""
    return is_id(name) and name not in RESERVED
