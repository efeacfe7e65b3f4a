"""Many files change as one, wherever a run is cut short."""

from __future__ import annotations

import contextlib
import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leercyclus.domain.errors import ConflictError, ContentError
from leercyclus.store import files, omzetting
from leercyclus.store.omzetting import Wijziging
from leercyclus.store.werkmap import Werkmap

OUD = {
    "leertraject.toml": b'naam = "oud"\n',
    "2027-oud/cyclus.toml": b'titel = "oud"\n',
    "2027-oud/adviezen/oud-k3f9qa.toml": b'tekst = "oud"\n',
    "lessen/blijft.toml": b'titel = "oud"\n',
}
NIEUW = {
    "leertraject.toml": b'naam = "nieuw"\n',
    "2027-nieuw/cyclus.toml": b'titel = "nieuw"\n',
    "2027-nieuw/adviezen/nieuw-k3f9qa.toml": b'tekst = "nieuw"\n',
    "lessen/blijft.toml": b'titel = "nieuw"\n',
}
WIJZIGINGEN = [
    Wijziging(was, before, now, after)
    for (was, before), (now, after) in zip(OUD.items(), NIEUW.items(), strict=True)
]


class Gedood(BaseException):
    """As if the process was killed: nothing that cleans up after an error does anything."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for bestand, content in OUD.items():
        path = tmp_path / bestand
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def inhoud(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*.toml")
        if ".leercyclus" not in path.parts
    }


def _breek_af(monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException) -> None:
    """The ``at``th step on disk does not happen, nor any after it."""
    count = itertools.count()

    def broken(step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            if next(count) >= at:
                raise error
            return step(*arguments, **options)

        return run

    for name in ("put", "move", "remove"):
        monkeypatch.setattr(files, name, broken(getattr(files, name)))
    monkeypatch.setattr(shutil, "rmtree", broken(shutil.rmtree))


def test_all_files_change(root: Path) -> None:
    omzetting.voer_uit(root, WIJZIGINGEN)
    assert inhoud(root) == NIEUW
    assert not (root / "2027-oud").exists()
    assert not (root / ".leercyclus" / "omzetting").exists()


@pytest.mark.parametrize("at", range(20))
@pytest.mark.parametrize("error", [Gedood(), OSError(5, "Input/output error")], ids=["gedood", "fout"])
def test_a_run_that_is_cut_short_changed_all_or_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException
) -> None:
    with monkeypatch.context() as patched:
        _breek_af(patched, at, error)
        with contextlib.suppress(Gedood, OSError):
            omzetting.voer_uit(root, WIJZIGINGEN)
    Werkmap.find(root)  # any command does the rest first
    assert inhoud(root) in (OUD, NIEUW)
    if inhoud(root) == OUD:
        omzetting.voer_uit(root, WIJZIGINGEN)  # and it can be given again
    assert inhoud(root) == NIEUW


def test_an_error_before_all_was_laid_ready_leaves_nothing_behind(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = files.put

    def refuse(path: Path, content: bytes) -> None:
        if path.name == "00002":
            raise OSError(28, "No space left on device")
        put(path, content)

    monkeypatch.setattr(files, "put", refuse)
    with pytest.raises(OSError, match="No space"):
        omzetting.voer_uit(root, WIJZIGINGEN)
    assert inhoud(root) == OUD
    assert not (root / ".leercyclus" / "omzetting").exists()


def test_nothing_changes_when_one_file_was_changed_meanwhile(root: Path) -> None:
    (root / "lessen/blijft.toml").write_bytes(b'titel = "anders"\n')
    before = inhoud(root)
    with pytest.raises(ConflictError, match="er is niets gewijzigd"):
        omzetting.voer_uit(root, WIJZIGINGEN)
    assert inhoud(root) == before


def test_nothing_changes_when_a_new_name_is_taken(root: Path) -> None:
    (root / "2027-nieuw").mkdir()
    (root / "2027-nieuw/cyclus.toml").write_bytes(b"")
    before = inhoud(root)
    with pytest.raises(ConflictError, match="bestaat al"):
        omzetting.voer_uit(root, WIJZIGINGEN)
    assert inhoud(root) == before


def test_what_somebody_wrote_after_a_run_was_cut_short_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        _breek_af(patched, 8, Gedood())  # after the plan, before the last file
        with pytest.raises(Gedood):
            omzetting.voer_uit(root, WIJZIGINGEN)
    (root / "lessen/blijft.toml").write_bytes(b'titel = "anders"\n')
    with pytest.raises(ConflictError, match="nog niet af"):
        Werkmap.find(root)
    assert (root / "lessen/blijft.toml").read_bytes() == b'titel = "anders"\n'


def test_the_mode_of_a_file_stays(root: Path) -> None:
    (root / "2027-oud/cyclus.toml").chmod(0o640)
    omzetting.voer_uit(root, WIJZIGINGEN)
    assert (root / "2027-nieuw/cyclus.toml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "plan",
    [
        "[[",
        "5",
        '[{"inhoud": "00000", "was": "x.toml", "wordt": "../buiten", "sha256": "x"}]',
        '[{"inhoud": "00000", "was": "x.toml", "wordt": "/tmp/buiten", "sha256": "x"}]',
        '[{"inhoud": "../../leertraject.toml", "was": "x.toml", "wordt": "y.toml", "sha256": "x"}]',
        '[{"inhoud": "00000", "was": "x.toml", "wordt": ".git/hooks/pre-commit", "sha256": "x"}]',
        '[{"inhoud": "00000", "was": "x.toml", "wordt": "koppeling/y.toml", "sha256": "x"}]',
    ],
)
def test_a_plan_of_somebody_else_moves_nothing(root: Path, tmp_path: Path, plan: str) -> None:
    (root / "koppeling").symlink_to(tmp_path.parent, target_is_directory=True)
    folder = root / ".leercyclus" / "omzetting"
    folder.mkdir(parents=True)
    (folder / "00000").write_bytes(b"gehackt")
    (folder / "plan.json").write_text(plan, "utf-8")
    with pytest.raises(ContentError, match="niet van leercyclus, of beschadigd"):
        Werkmap.find(root)
    assert inhoud(root) == OUD
    assert (folder / "00000").is_file()
