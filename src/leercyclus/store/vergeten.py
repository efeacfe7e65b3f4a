"""Where a name stands on disk and in git, and taking it out of every file of a leertraject at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from leercyclus.domain.document import Document
from leercyclus.domain.errors import ContentError, SystemRefusedError
from leercyclus.domain.soorten import VERSPREIDING, soort_van
from leercyclus.domain.vergeten import Vergeting
from leercyclus.domain.vindplaats import Gevonden, InGit, Plek, Vindplaats
from leercyclus.domain.vingerafdruk import vingerafdruk
from leercyclus.store import files, git, indexbestand
from leercyclus.store.afgeleid import AFGELEID
from leercyclus.store.indeling import BIJLAGEN
from leercyclus.store.layout import TOML
from leercyclus.store.omzetting import Wijziging
from leercyclus.store.toml import edit, parser
from leercyclus.store.toml.read import MAX_BYTES

_BOM = "\ufeff"


def zoek(root: Path, vergeting: Vergeting, *, om_te_wijzigen: bool = False) -> Gevonden:
    """Every place where the name stands, ``.git`` apart.

    ``om_te_wijzigen``: OSError when something cannot be looked into, as the name may stand there.
    """
    ours: list[Vindplaats] = []
    others: list[Vindplaats] = []
    unseen: list[str] = []
    for bestand in _bestanden(root, mag_dicht=not om_te_wijzigen):
        text = _tekst(root / bestand, moet=om_te_wijzigen)
        if text is None:
            unseen.append(bestand)
        places = tuple(_plekken(vergeting, bestand, text or ""))
        if places or vergeting.staat_in_pad(bestand):
            is_ours = _is_van_ons(bestand) and text is not None
            (ours if is_ours else others).append(Vindplaats(bestand, places))
    return Gevonden(tuple(ours), tuple(others), tuple(unseen))


def namen_van_stukken(root: Path, *, om_te_wijzigen: bool) -> set[str]:
    """What the files of a leertraject are called, also those that cannot be read. OSError as above."""
    names = _bestanden(root, mag_dicht=not om_te_wijzigen)
    return {bestand.rpartition("/")[2].partition(".")[0] for bestand in names if _is_van_ons(bestand)}


def wijzigingen(root: Path, vergeting: Vergeting, gevonden: Gevonden) -> list[Wijziging]:
    """What has to change so that the name is gone. ContentError when one file cannot be changed safely."""
    raws = {item.bestand: files.read(root / item.bestand, limit=MAX_BYTES) for item in gevonden.stukken}
    prints = {}
    for bestand, raw in raws.items():
        data = _inhoud(raw.decode("utf-8"))
        if data is not None:
            prints[vingerafdruk(data)] = vingerafdruk(vergeting.in_stuk(data, _model(bestand)))
    changes = []
    for bestand, raw in _ook_verspreidingen(root, raws).items():
        changed, target = _zonder(vergeting, bestand, raw, prints), vergeting.in_pad(bestand)
        if (changed, target) != (raw, bestand):
            changes.append(Wijziging(bestand, raw, target, changed))
    return changes


def in_git(root: Path, vergeting: Vergeting) -> InGit | None:
    """What commits of any branch still hold; None where there is no repository, or git does not answer."""
    top = git.hoofdmap(root)
    if top is None:
        return None
    words = [word for word in vergeting.woorden if word]
    pattern = "|".join(re.escape(word).replace(r"\ ", " ") for word in words)
    names = [f":(glob,icase)**/*{word}*" for word in vergeting.ids if "-" in word]
    try:
        text = git.lees(top, "log", "--all", "--format=%H", "-i", f"-G{pattern}")
        said = git.lees(top, "log", "--all", "--format=%H", "-i", "-E", f"--grep={pattern}")
        paths = git.lees(top, "log", "--all", "--format=%H", "--", *names) if names else b""
        people = git.lees(top, "log", "--all", "--format=%an%x00%ae%x00%cn%x00%ce").decode("utf-8", "replace")
    except SystemRefusedError:  # no commit yet, or no git
        return None
    written = sum(any(map(vergeting.heet_zo, line.split("\0"))) for line in people.splitlines())
    return InGit(len({*text.split(), *said.split(), *paths.split()}), written)


def _plekken(vergeting: Vergeting, bestand: str, text: str) -> list[Plek]:
    data = _inhoud(text) if bestand.endswith(TOML) else None
    if data is None:
        return vergeting.plekken(text)
    return vergeting.plekken_in_stuk(Document(bestand, text.removeprefix(_BOM), data), _model(bestand))


def _model(bestand: str) -> type[BaseModel] | None:
    """What kind of record a file is; None for what is none, such as something that is being typed."""
    found = soort_van(bestand)
    return found[0].model if found else None


def _bestanden(root: Path, *, mag_dicht: bool) -> Iterator[str]:
    """Every file in a leertraject, whatever it is, in order; nothing that git keeps for itself, and no index.

    Also a link, and a folder that cannot be looked into; OSError when that is not allowed.
    """
    closed: list[str] = []

    def refuse(error: OSError) -> None:
        if not mag_dicht:
            raise error
        closed.append(str(error.filename))

    for folder, names, found in os.walk(root, onerror=refuse):
        names[:] = sorted(name for name in names if name != ".git")
        links = [name for name in names if os.path.islink(os.path.join(folder, name))]
        for name in sorted([*found, *links]):
            bestand = (Path(folder) / name).relative_to(root).as_posix()
            if not indexbestand.is_index(bestand):  # thrown away when anything changes
                yield bestand
    yield from (Path(path).relative_to(root).as_posix() for path in closed)


def _is_van_ons(bestand: str) -> bool:
    parts = bestand.split("/")
    return parts[0] == AFGELEID or (bestand.endswith(TOML) and BIJLAGEN not in parts[:-1])


def _tekst(path: Path, *, moet: bool = False) -> str | None:
    """What a file says; None when that is no text, is too much, or cannot be read.

    ``moet``: OSError when the system does not let it be read.
    """
    try:
        raw = files.read(path, limit=MAX_BYTES)
        return None if len(raw) > MAX_BYTES or b"\0" in raw else raw.decode("utf-8")
    except (files.NotAFileError, UnicodeDecodeError):
        return None
    except OSError:
        if moet:
            raise
        return None


def _inhoud(text: str) -> dict[str, Any] | None:
    """The content of a record; None of what cannot be parsed."""
    try:
        return parser.loads(text.removeprefix(_BOM))
    except (ValueError, RecursionError):
        return None


def _ook_verspreidingen(root: Path, raws: Mapping[str, bytes]) -> dict[str, bytes]:
    """With the records of what was sent: the fingerprints in them follow what is changed."""
    found = dict(raws)
    cycles = {bestand.split("/", 1)[0] for bestand in raws if "/" in bestand}
    for cyclus in sorted(cycles - {AFGELEID}):
        folder = root / cyclus / VERSPREIDING.map
        for path in sorted(folder.glob(f"*{TOML}")) if folder.is_dir() else ():
            text = _tekst(path)
            if text is not None:
                found.setdefault(path.relative_to(root).as_posix(), text.encode("utf-8"))
    return found


def _zonder(vergeting: Vergeting, bestand: str, raw: bytes, prints: Mapping[str, str]) -> bytes:
    """The bytes of a file without the name: in its values, its keys and its comments."""
    before = raw.decode("utf-8")
    data = _inhoud(before)
    if data is None:
        return vergeting.in_tekst(before).encode("utf-8")
    wanted = vergeting.in_stuk(data, _model(bestand))
    rows = wanted.get("stukken")
    for row in rows if isinstance(rows, list) else ():
        mark = row.get("vingerafdruk") if isinstance(row, dict) else None
        if isinstance(mark, str) and mark in prints:
            row["vingerafdruk"] = prints[mark]
    text = vergeting.zonder_commentaar(Document(bestand, before.removeprefix(_BOM), data))
    begin = _BOM if before.startswith(_BOM) else ""
    try:
        return (begin + edit.edit(text, wanted)).encode("utf-8")
    except (ContentError, ValueError):
        raise ContentError(
            f"{bestand} kan niet veilig gewijzigd worden; er is niets gewijzigd",
            tip="haal de naam daar zelf weg, en geef de opdracht opnieuw",
        ) from None
