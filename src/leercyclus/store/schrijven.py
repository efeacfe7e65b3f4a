"""Making records and changing them."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TypeVar

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.controle import to_record
from leercyclus.domain.document import Document
from leercyclus.domain.errors import TooLargeError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.record import VERSIE, Record
from leercyclus.domain.soorten import Soort
from leercyclus.store import files, schema
from leercyclus.store.afgeleid import op_slot
from leercyclus.store.toml import edit, write
from leercyclus.store.toml.read import MAX_BYTES, parse
from leercyclus.store.werkmap import Werkmap

R = TypeVar("R", bound=Record)


def create(werkmap: Werkmap, soort: Soort[R], cyclus: str, id: str, data: Mapping[str, Any]) -> Gelezen[R]:
    """Write a record that was not there. ConflictError when its name is taken."""
    bestand = soort.bestand_in(cyclus, id)
    content = _in_order(soort, {"versie": VERSIE, **data})
    text = schema.verwijzing(werkmap.root, soort.naam, bestand) + write.dumps(content)
    raw = _small_enough(text.encode("utf-8"), bestand)
    files.create(_plek(werkmap, bestand), raw, lock=op_slot(werkmap.root))
    return _as_read(soort, id, bestand, Document(bestand, text, content), raw)


def change(werkmap: Werkmap, found: Gelezen[R], data: Mapping[str, Any]) -> Gelezen[R]:
    """Write the keys of ``data`` into a record; None takes a key away.

    Everything else in the file stays as it is. ConflictError when the file is not what was
    read any more, ContentError when the change cannot be made safely.
    """
    document, raw = _edited(found, data)
    if raw == found.bytes:
        files.make_safe(werkmap.root / found.bestand, expected=raw)
        return found
    files.replace(werkmap.root / found.bestand, raw, expected=found.bytes, lock=op_slot(werkmap.root))
    return _as_read(found.soort, found.id, found.bestand, document, raw)


def wijziging(found: Gelezen[R], data: Mapping[str, Any]) -> bytes:
    """What the file would hold after :func:`change`."""
    return _edited(found, data)[1]


def _edited(found: Gelezen[R], data: Mapping[str, Any]) -> tuple[Document, bytes]:
    wanted = {key: value for key, value in {**found.document.data, **data}.items() if value is not None}
    wanted = _in_order(found.soort, wanted)
    text = edit.edit(found.document.text, wanted)
    mark = codecs.BOM_UTF8 if found.bytes.startswith(codecs.BOM_UTF8) else b""
    raw = _small_enough(mark + text.encode("utf-8"), found.bestand)
    return Document(found.bestand, text, wanted), raw


def bytes_van(werkmap: Werkmap, bestand: str) -> bytes:
    """What a file holds that cannot be read as a record."""
    return files.read(werkmap.root / bestand, limit=MAX_BYTES)


def leg_neer(
    werkmap: Werkmap, soort: Soort[R], plek: tuple[str, str], raw: bytes, *, was: bytes | None
) -> Gelezen[R] | Bevinding:
    """Put what somebody wrote in an editor in its place, to the letter; how it reads.

    ``was`` is what was read there; None for a record that is new. ConflictError when it is not
    so any more.
    """
    cyclus, id = plek
    bestand = soort.bestand_in(cyclus, id)
    path = werkmap.root / bestand
    _small_enough(raw, bestand)
    if was is None:
        files.create(_plek(werkmap, bestand), raw, lock=op_slot(werkmap.root))
    else:
        files.replace(path, raw, expected=was, lock=op_slot(werkmap.root))
    document = parse(raw, bestand)
    return document if isinstance(document, Bevinding) else _as_read(soort, id, bestand, document, raw)


def is_alleen_waarden(was: bytes, document: Document) -> bool:
    """Whether a text differs from what it was in its values only: no comment is new, nothing moved."""
    before = parse(was, document.bestand)
    return isinstance(before, Document) and edit.edit(before.text, document.data) == document.text


def naar_bestand(path: Path, content: files.Content, *, vervang: bool) -> None:
    """Write a file outside the leertraject. ConflictError when it is there, unless it may be replaced.

    NotAFileError when it would come in the place of a folder or a device.
    """
    if vervang and path.exists():
        if not path.is_file():
            raise files.NotAFileError(path)
        files.put(path, content)
    else:
        files.create(path, content, lock=nullcontext())


def _plek(werkmap: Werkmap, bestand: str) -> Path:
    """Where a new file comes. NotAFileError when its folder is a link: what lies behind that is not read."""
    for folder in (werkmap.root / parent for parent in Path(bestand).parents[:-1]):
        if folder.is_symlink():
            raise files.NotAFileError(folder)
    return werkmap.root / bestand


def _small_enough(raw: bytes, bestand: str) -> bytes:
    """What could not be read back is not written. TooLargeError."""
    if len(raw) > MAX_BYTES:
        raise TooLargeError(
            f"{bestand} zou groter worden dan {MAX_BYTES // 1024 // 1024} MiB", tip="maak de tekst korter"
        )
    return raw


def _as_read(soort: Soort[R], id: str, bestand: str, document: Document, raw: bytes) -> Gelezen[R]:
    record, _ = to_record(soort.model, document.data)
    return Gelezen(soort, id, bestand, record, document, raw)


def _in_order(soort: Soort[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The keys in the order of the format, unknown ones last."""
    known = {name: data[name] for name in soort.velden if name in data}
    return {key: value for key, value in {**known, **data}.items() if value is not None}
