"""Where everything lies in a leertraject."""

from __future__ import annotations

import hashlib
import secrets
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leercyclus.domain.ids import MAX_LENGTH, RESERVED, is_id
from leercyclus.domain.soorten import IN_CYCLUS, LEERTRAJECT, Soort
from leercyclus.store.boom import Aard, Boom

_RANDOM = string.ascii_lowercase + string.digits
TOML = ".toml"


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


def records(boom: Boom, folder: str) -> Iterator[tuple[Soort[Any], str]]:
    """The records that lie in the folder of a cyclus, by kind in the order of the fasen."""
    there = boom.namen(folder)
    for kind in IN_CYCLUS:
        if kind.is_enkel:
            if kind.pad in there:
                yield kind, ""
        elif kind.map in there:
            for id in record_files(boom, folder, kind):
                yield kind, id


def cyclus_folders(boom: Boom) -> Iterator[str]:
    """The names of the folders that are a cyclus, whether or not the name is an id, in order."""
    for name, aard in boom.namen().items():
        if aard is Aard.MAP and not name.startswith(".") and name not in RESERVED and is_cyclus(boom, name):
            yield name


def is_cyclus(boom: Boom, folder: str) -> bool:
    """Whether a folder beside ``leertraject.toml`` holds a known record."""
    return any(True for _ in records(boom, folder))


def record_files(boom: Boom, folder: str, kind: Soort[Any]) -> Iterator[str]:
    """The ids (file stems) of the records of a kind that has more than one, in order."""
    for name in boom.namen(f"{folder}/{kind.map}" if folder else kind.map):
        if name.endswith(TOML) and not name.startswith("."):
            yield name.removesuffix(TOML)


def is_valid_name(name: str) -> bool:
    """Whether a folder can be the folder of a cyclus."""
    return is_id(name) and name not in RESERVED
