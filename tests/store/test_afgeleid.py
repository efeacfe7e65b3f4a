"""What is derived, and the lock in it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CYCLUS, Geef

fcntl = pytest.importorskip("fcntl", reason="Windows kent geen flock")


def test_a_disk_that_knows_no_locks_can_be_written_on(
    cyclus: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(fcntl, "flock", refuse)
    for day in ("2027-05-01", "2027-05-02"):
        result = geef("vraag", CYCLUS, "--dag", day)
        assert result.code == 0, result.err
        assert "arning" not in result.err
    assert "intervisiedag = 2027-05-02" in (cyclus / "cyclus.toml").read_text("utf-8")
