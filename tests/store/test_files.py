"""Single files, on file systems that can less than others."""

from __future__ import annotations

import errno
import os
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from leercyclus.domain.errors import ConflictError
from leercyclus.store import files


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
