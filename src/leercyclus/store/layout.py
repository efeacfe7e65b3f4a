"""Where everything lies in a leertraject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from leercyclus.domain.ids import MAX_LENGTH, RESERVED, is_id
from leercyclus.domain.paden import IN_CYCLUS, LEERTRAJECT
from leercyclus.store.boom import Aard, Boom

_RANDOM = "abcdefghijklmnopqrstuvwxyz0123456789"
TOML = ".toml"


def find_root(start: Path) -> Path | None:
    """The folder of the leertraject: upwards from ``start``, as git finds its repository."""
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "cycles"):
            if (candidate / LEERTRAJECT).is_file():
                return candidate
    return None


def made_up_id(what: str, *of: str) -> str:
    """``directeur-oss-k3f9qa``: says of whom or what it is and nothing of the content.

    With ``of`` the tail is the same each time for the same.
    """
    import hashlib  # here: who only reads needs neither
    import secrets

    digest = hashlib.sha256("/".join((what, *of)).encode()).digest() if of else secrets.token_bytes(6)
    tail = "".join(_RANDOM[byte % len(_RANDOM)] for byte in digest[:6])
    return f"{what[: MAX_LENGTH - 7].rstrip('-')}-{tail}"


def records(boom: Boom, folder: str) -> Iterator[tuple[str, str]]:
    """The kind and id of the records in the folder of a cyclus, in the order of the fasen."""
    there = boom.namen(folder)
    for kind, pad in IN_CYCLUS.items():
        place = pad.rpartition("/")[0]
        if not place:
            if pad in there:
                yield kind, ""
        elif place in there:
            for id in record_files(boom, folder, pad):
                yield kind, id


def cyclus_folders(boom: Boom) -> Iterator[str]:
    """The names of the folders that are a cyclus, whether or not the name is an id, in order."""
    return (name for name in cyclus_mappen(boom.namen()) if is_cyclus(boom, name))


def cyclus_mappen(there: Mapping[str, Aard]) -> list[str]:
    """Of what lies beside ``leertraject.toml`` the folders that may hold a cyclus, going by their names."""
    return [
        name
        for name, aard in there.items()
        if aard is Aard.MAP and not name.startswith(".") and name not in RESERVED
    ]


def is_cyclus(boom: Boom, folder: str) -> bool:
    """Whether a folder beside ``leertraject.toml`` holds a known record."""
    return any(True for _ in records(boom, folder))


def record_files(boom: Boom, folder: str, pad: str) -> Iterator[str]:
    """The ids (file stems) of the records of a kind that has more than one, by its ``pad``, in order."""
    place = pad.rpartition("/")[0]
    for name in boom.namen(f"{folder}/{place}" if folder else place):
        if name.endswith(TOML) and not name.startswith("."):
            yield name.removesuffix(TOML)


def is_valid_name(name: str) -> bool:
    """Whether a folder can be the folder of a cyclus."""
    return is_id(name) and name not in RESERVED
