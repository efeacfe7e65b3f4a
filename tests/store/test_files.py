"""Single files, on file systems that can less than others."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from leercyclus.domain.errors import ConflictError
from leercyclus.store import files, schrijven


def _without_links(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """As on a memory stick: there are no hard links."""

    def refuse(*names: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)


@pytest.mark.skipif(os.name == "nt", reason="op Windows zijn er geen koppelingen nodig")
@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_new_file_needs_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    _without_links(monkeypatch, number)
    path = tmp_path / "map" / "stuk.toml"
    files.create(path, b"eerst", lock=nullcontext())
    with pytest.raises(ConflictError):
        files.create(path, b"anders", lock=nullcontext())
    assert path.read_bytes() == b"eerst"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="op Windows zijn er geen koppelingen nodig")
def test_another_refusal_is_no_reason_to_try_it_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_links(monkeypatch, errno.ENOSPC)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        files.create(tmp_path / "stuk.toml", b"eerst", lock=nullcontext())
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_names_the_file_that_people_know(tmp_path: Path) -> None:
    path = tmp_path / "weg" / "stuk.toml"
    with pytest.raises(FileNotFoundError) as refused:
        files.put(path, b"x")
    assert refused.value.filename == str(path)


@pytest.mark.parametrize("size", [0, 1, 99, 100, 101, 5000])
def test_at_most_one_byte_too_many_is_read(tmp_path: Path, size: int) -> None:
    path = tmp_path / "stuk.toml"
    path.write_bytes(b"x" * size)
    assert files.read(path, limit=100) == b"x" * min(size, 101)


@pytest.mark.skipif(not os.path.exists("/proc/version"), reason="alleen Linux heeft /proc")
def test_a_file_of_which_the_system_does_not_know_the_size_is_read_whole() -> None:
    path = Path("/proc/version")
    assert path.stat().st_size == 0
    assert files.read(path, limit=10_000) == path.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="op Windows mag niet iedereen een koppeling maken")
@pytest.mark.parametrize("to", ["stuk.toml", "weg.toml", "koppeling.toml", "."])
def test_a_link_is_no_file(tmp_path: Path, to: str) -> None:
    (tmp_path / "stuk.toml").write_bytes(b"x")
    link = tmp_path / "koppeling.toml"
    link.symlink_to(tmp_path / to)
    with pytest.raises(files.NotAFileError):
        files.read(link, limit=10)


@pytest.mark.skipif(os.name == "nt", reason="op Windows mag niet iedereen een koppeling maken")
def test_a_circle_of_links_above_a_file_is_not_that_file(tmp_path: Path) -> None:
    (tmp_path / "kring").symlink_to(tmp_path / "kring")
    with pytest.raises(OSError) as refused:
        files.read(tmp_path / "kring" / "stuk.toml", limit=10)
    assert refused.value.errno == errno.ELOOP


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises((files.NotAFileError, PermissionError)):
        files.read(tmp_path, limit=10)


@pytest.mark.parametrize("was", [None, b"eerst"])
def test_content_that_stops_halfway_leaves_what_was_there(tmp_path: Path, was: bytes | None) -> None:
    path = tmp_path / "stuk.toml"
    if was is not None:
        path.write_bytes(was)

    def pieces() -> Iterator[bytes]:
        yield b"half" * 10_000
        raise OSError(errno.EIO, os.strerror(errno.EIO), "elders.toml")

    with pytest.raises(OSError) as refused:
        files.put(path, pieces()) if was is not None else files.create(path, pieces(), lock=nullcontext())
    assert refused.value.filename == "elders.toml"
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == (
        {} if was is None else {"stuk.toml": was}
    )


def test_content_is_never_whole_in_memory(tmp_path: Path) -> None:
    path, there = tmp_path / "stuk.toml", []

    def pieces() -> Iterator[bytes]:
        for _ in range(20):
            there.append(sum(item.stat().st_size for item in tmp_path.iterdir()))
            yield b"x" * 100_000

    files.create(path, pieces(), lock=nullcontext())
    assert there == [100_000 * done for done in range(20)]
    assert path.stat().st_size == 2_000_000


@pytest.mark.skipif(os.name == "nt", reason="Windows kent zulke bestanden niet")
@pytest.mark.parametrize("vervang", [True, False])
def test_a_device_or_folder_is_never_replaced(tmp_path: Path, vervang: bool) -> None:
    pipe, folder = tmp_path / "pijp", tmp_path / "map"
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (pipe, folder):
        with pytest.raises(files.NotAFileError if vervang else ConflictError):
            schrijven.naar_bestand(path, b"x", vervang=vervang)
    assert sorted(tmp_path.iterdir()) == [folder, pipe]
