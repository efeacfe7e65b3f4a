"""``--naar``: a file that a command makes beside the leertraject."""

from __future__ import annotations

import os
from pathlib import Path

from leercyclus.commands.hier import toon_pad
from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.errors import ConflictError
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store import files


def toets(path: Path, *, vervang: bool) -> None:
    """Before anything is made or asked: whether it can come there.

    ConflictError when something is there already, PermissionError when nothing can be made there.
    """
    if os.path.lexists(path) and not vervang:
        raise ConflictError(
            f"{toon_pad(path)} bestaat al", tip="geef een andere naam, of --vervang om het te vervangen"
        )
    files.toets_schrijfbaar(path.parent)


def zeg_waar(omgeving: Omgeving, path: Path, wat: str) -> None:
    """Where it is; ``wat`` (``dit blad``) is in danger when that is where everybody looks."""
    print(toon_pad(path))
    if path.resolve().is_relative_to(omgeving.werkmap.root.resolve()):
        zeg(f"let op: {wat} ligt in het leertraject; zet het ergens anders voordat u de map deelt")
