"""Changing many files as one: all of them, or none.

What each is to hold is first made safe in ``.leercyclus/``, then a plan says that all of that is
there, and only then does each take its place. A run that is cut short before the plan changed
nothing; after it, the next command does the rest before anything else.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leercyclus.domain.errors import ChangedUnderneathError, ConflictError, ContentError
from leercyclus.store import files, indexbestand
from leercyclus.store.afgeleid import AFGELEID, ONDERBROKEN, maak_map, op_slot
from leercyclus.store.toml.read import MAX_BYTES

_MAP, _PLAN = ONDERBROKEN.split("/")


@dataclass(frozen=True)
class Wijziging:
    """What a file holds and is called, now and after; paths are relative to the leertraject, with ``/``."""

    bestand: str
    was: bytes
    nieuw_bestand: str
    wordt: bytes


def voer_uit(root: Path, changes: Sequence[Wijziging]) -> None:
    """Make all changes. ConflictError, and none of them is made, when a file is not what it was."""
    with op_slot(root):
        _toets(root, changes)
        folder = maak_map(root, _MAP)
        try:
            rows = [_leg_klaar(root, folder / f"{number:05}", item) for number, item in enumerate(changes)]
            files.put(folder / _PLAN, json.dumps(rows).encode("ascii"))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)  # nothing was changed yet
            raise
        _maak_af(root, folder)


def maak_af(root: Path) -> None:
    """Do the rest of what an earlier run had begun. ConflictError when that cannot be."""
    with op_slot(root):
        _maak_af(root, root / AFGELEID / _MAP)


def _toets(root: Path, changes: Sequence[Wijziging]) -> None:
    for item in changes:
        for bestand in (item.bestand, item.nieuw_bestand):
            files.toets_schrijfbaar((root / bestand).parent)
        if not files.holds(root / item.bestand, item.was):
            raise ChangedUnderneathError(
                f"{root / item.bestand} is ondertussen ook ergens anders gewijzigd; er is niets gewijzigd",
                tip="geef de opdracht opnieuw",
            )
        if item.nieuw_bestand != item.bestand and os.path.lexists(root / item.nieuw_bestand):
            raise ConflictError(f"{root / item.nieuw_bestand} bestaat al; er is niets gewijzigd")


def _leg_klaar(root: Path, place: Path, item: Wijziging) -> dict[str, str]:
    """Make the new content safe, and say for which file it is."""
    files.put(place, item.wordt)
    place.chmod(stat.S_IMODE((root / item.bestand).stat().st_mode))
    return {
        "inhoud": place.name,
        "was": item.bestand,
        "wordt": item.nieuw_bestand,
        "sha256": _digest(item.was),
    }


def _maak_af(root: Path, folder: Path) -> None:
    """Put everything in its place; what is in its place already is left."""
    try:
        rows = _lees_plan(root, folder)
    except FileNotFoundError:  # another run was first
        return
    for row in rows:
        _zet_op_plaats(root, folder, row)
    indexbestand.gooi_weg(root)
    files.remove(folder / _PLAN)
    shutil.rmtree(folder, ignore_errors=True)
    for place in sorted({(root / row["was"]).parent for row in rows}):
        with suppress(OSError):  # not empty: it stays
            place.rmdir()
            place.parent.rmdir()


def _lees_plan(root: Path, folder: Path) -> list[dict[str, str]]:
    """The plan, as far as it can be one of ours: it moves files within the leertraject and nowhere else."""
    try:
        rows = json.loads(files.read(folder / _PLAN, limit=16 * MAX_BYTES))
        plan = [{key: str(row[key]) for key in ("inhoud", "was", "wordt", "sha256")} for row in rows]
    except (ValueError, TypeError, KeyError):
        plan = [{"inhoud": "", "was": "", "wordt": "", "sha256": ""}]
    for row in plan:
        is_ours = row["inhoud"].isdecimal() and all(_is_binnen(root, row[key]) for key in ("was", "wordt"))
        if not is_ours:
            raise ContentError(
                f"{folder / _PLAN} is niet van leercyclus, of beschadigd",
                tip=f"haal de map {folder} weg, en bekijk uw leertraject met git status",
            )
    return plan


def _is_binnen(root: Path, bestand: str) -> bool:
    """Whether a path leads to a place in the leertraject, and through no link."""
    parts = Path(bestand).parts
    inside = bool(parts) and not Path(bestand).is_absolute() and ".." not in parts and ".git" not in parts
    return inside and not any((root / folder).is_symlink() for folder in Path(bestand).parents)


def _zet_op_plaats(root: Path, folder: Path, row: dict[str, Any]) -> None:
    place, old, new = folder / row["inhoud"], root / row["was"], root / row["wordt"]
    waits, goes = place.exists(), old != new and old.exists()
    if (goes or (waits and old.exists())) and _digest(files.read(old, limit=16 * MAX_BYTES)) != row["sha256"]:
        raise ConflictError(
            f"{old} is gewijzigd terwijl een eerdere opdracht nog niet af was",
            tip=f"bekijk de map met git status, haal {folder} weg, en geef die opdracht opnieuw",
        )
    if waits:
        files.move(place, new)
    if goes:
        files.remove(old)


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
