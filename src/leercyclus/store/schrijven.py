"""Making records and changing them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from leercyclus.domain.controle import to_record
from leercyclus.domain.errors import ContentError
from leercyclus.domain.record import VERSIE, Record
from leercyclus.domain.soorten import Soort
from leercyclus.store import files
from leercyclus.store.toml import edit, write
from leercyclus.store.toml.read import MAX_BYTES, Document
from leercyclus.store.werkmap import Gelezen, Werkmap

R = TypeVar("R", bound=Record)


def create(werkmap: Werkmap, soort: Soort[R], cyclus: str, id: str, data: Mapping[str, Any]) -> Gelezen[R]:
    """Write a record that was not there. ConflictError when its name is taken."""
    bestand = f"{cyclus}/{soort.bestand(id)}" if cyclus else soort.bestand(id)
    content = _in_order(soort, {"versie": VERSIE, **data})
    text = write.dumps(content)
    raw = _small_enough(text.encode("utf-8"), bestand)
    files.create(werkmap.root / bestand, raw)
    return _as_read(soort, id, bestand, text, content, raw)


def change(werkmap: Werkmap, found: Gelezen[R], data: Mapping[str, Any]) -> Gelezen[R]:
    """Write the keys of ``data`` into a record; None takes a key away.

    Everything else in the file stays as it is. ConflictError when the file is not what was
    read any more, ContentError when the change cannot be made safely.
    """
    wanted = {key: value for key, value in {**found.document.data, **data}.items() if value is not None}
    wanted = _in_order(found.soort, wanted)
    text = edit.edit(found.document.text, wanted)
    if text == found.document.text:
        return found
    mark = b"\xef\xbb\xbf" if found.bytes.startswith(b"\xef\xbb\xbf") else b""
    raw = _small_enough(mark + text.encode("utf-8"), found.bestand)
    files.replace(werkmap.root / found.bestand, raw, expected=found.bytes)
    return _as_read(found.soort, found.id, found.bestand, text, wanted, raw)


def _small_enough(raw: bytes, bestand: str) -> bytes:
    """What could not be read back is not written. ContentError."""
    if len(raw) > MAX_BYTES:
        raise ContentError(
            f"{bestand} zou groter worden dan {MAX_BYTES // 1024 // 1024} MiB", tip="maak de tekst korter"
        )
    return raw


def _as_read(
    soort: Soort[R], id: str, bestand: str, text: str, data: dict[str, Any], raw: bytes
) -> Gelezen[R]:
    record, _ = to_record(soort.model, data)
    return Gelezen(soort, id, bestand, record, Document(bestand, text, data), raw)


def _in_order(soort: Soort[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The keys in the order of the format, unknown ones last."""
    known = {name: data[name] for name in soort.velden if name in data}
    return {key: value for key, value in {**known, **data}.items() if value is not None}
