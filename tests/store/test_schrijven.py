"""Making records and changing them, on files that other programs wrote."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from leercyclus.domain.errors import ConflictError, TooLargeError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.soorten import LEERTRAJECT
from leercyclus.store import schrijven
from leercyclus.store.toml.read import MAX_BYTES
from leercyclus.store.werkmap import Werkmap


def _wijzig(groep: Path, naam: str) -> Gelezen[Leertraject]:
    found = Werkmap(groep).groep()
    assert isinstance(found, Gelezen)
    return schrijven.change(Werkmap(groep), found, {"naam": naam})


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["zonder", "met"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_how_a_file_begins_and_how_its_lines_end_stays(groep: Path, mark: bytes, end: bytes) -> None:
    path = groep / "leertraject.toml"
    path.write_bytes(mark + path.read_bytes().replace(b"\n", end))
    before = path.read_bytes()
    assert _wijzig(groep, "Anders").bytes == path.read_bytes()
    assert path.read_bytes() == before.replace(b'"Leren van elkaar"', b'"Anders"')


def test_what_changes_nothing_writes_nothing(groep: Path) -> None:
    path = groep / "leertraject.toml"
    before = path.stat()
    _wijzig(groep, "Leren van elkaar")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_record_is_never_larger_than_can_be_read_back(groep: Path) -> None:
    before = (groep / "leertraject.toml").read_bytes()
    with pytest.raises(TooLargeError, match="groter worden dan 4 MiB"):
        _wijzig(groep, "x" * MAX_BYTES)
    assert (groep / "leertraject.toml").read_bytes() == before


def test_a_file_elsewhere_is_replaced_only_when_that_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "map" / "blad.md"
    schrijven.naar_bestand(path, b"eerst", vervang=True)
    with pytest.raises(ConflictError):
        schrijven.naar_bestand(path, b"anders", vervang=False)
    assert path.read_bytes() == b"eerst"
    schrijven.naar_bestand(path, b"anders", vervang=True)
    assert path.read_bytes() == b"anders"


def test_the_keys_of_a_new_record_stand_in_the_order_of_the_format(tmp_path: Path) -> None:
    data = {"naam": "Groep", "onbekend": 1, "id": "groep"}
    made = schrijven.create(Werkmap(tmp_path), LEERTRAJECT, "", "", data)
    assert made.document.text.splitlines() == ["versie = 1", 'id = "groep"', 'naam = "Groep"', "onbekend = 1"]
