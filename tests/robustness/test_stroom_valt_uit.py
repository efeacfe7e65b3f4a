"""The power fails at any moment: every record is the old one or the new one, and what was said is true."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from leercyclus.store import files
from leercyclus.store.werkmap import Werkmap
from tests.conftest import CYCLUS, NIEUW, Geef, inhoud
from tests.robustness import strace
from tests.robustness.gebruik import GEBRUIK, SLORDIG, Gebruik
from tests.robustness.strace import AANROEPEN, Programma
from tests.robustness.stroomuitval import Boom, Opnemer

_ALLES = ("-xx", "-s", "1000000", "-e", f"trace={','.join(AANROEPEN)}")
_ROOT = str(Path(__file__).parent.parent.parent)


def _counts(name: str) -> bool:
    """Whether a file is somebody's: not derived, and no leftover."""
    return not (name.startswith(".leercyclus/") or files.is_left_behind(Path(name).name))


def _losses(recorder: Opnemer, before: Boom, after: Boom, *, klaar: bool) -> Iterator[str]:
    """What may be lost when the power fails now; ``klaar``: after the program said that it was done."""
    for tree in recorder.uitkomsten():
        names = {name for name in {*before, *after, *tree} if _counts(name)}
        for name in sorted(names):
            there = tree.get(name)
            allowed = [after.get(name)] if klaar else [before.get(name), after.get(name)]
            if there not in allowed:
                yield f"{name}: {'er is niets' if there is None else there[:12]!r}"


def _all_losses(logs: list[str], folder: Path, before: Boom) -> list[str]:
    after, recorder, found = inhoud(folder), Opnemer(folder, before), []
    for log in logs:
        for step in recorder.speel(log):
            found += [f"na {step}: {loss}" for loss in _losses(recorder, before, after, klaar=False)]
    assert recorder.nu() == after, "niet alles is gevolgd"
    return found + [f"aan het eind: {loss}" for loss in _losses(recorder, before, after, klaar=True)]


def _record(gebruik: Gebruik, name: str, tmp_path: Path) -> list[str]:
    folder = tmp_path / "map"
    gebruik.bereid_voor(folder)
    before = inhoud(folder)
    program = Programma("-m", "tests.robustness.gebruik", name, PYTHONPATH=_ROOT)
    log = program.log(folder, tmp_path / "log", *_ALLES)
    assert inhoud(folder)[gebruik.bestand] == gebruik.wordt
    return _all_losses([log], folder, before)


@pytest.mark.parametrize("name", GEBRUIK)
def test_a_power_cut_leaves_the_old_file_or_the_new_one(name: str, tmp_path: Path) -> None:
    strace.nodig()
    assert _record(GEBRUIK[name], name, tmp_path) == []


@pytest.mark.parametrize("name", SLORDIG)
def test_a_writer_that_is_careless_is_found_out(name: str, tmp_path: Path) -> None:
    strace.nodig()
    losses = _record(SLORDIG[name], name, tmp_path)
    assert losses
    assert [loss for loss in losses if loss.startswith("aan het eind")]


def test_a_folder_that_a_run_that_was_killed_made_is_made_safe_after_all(tmp_path: Path) -> None:
    strace.nodig()
    gebruik, name = GEBRUIK["nieuw-in-nieuwe-mappen"], "nieuw-in-nieuwe-mappen"
    folder = tmp_path / "map"
    gebruik.bereid_voor(folder)
    before = inhoud(folder)
    program = Programma("-m", "tests.robustness.gebruik", name, PYTHONPATH=_ROOT)
    calls = strace.tussen_de_merken(program.volg(shutil.copytree(folder, tmp_path / "eerst"), tmp_path / "1"))
    first_sync = next(call for call in calls if call.naam == "fsync")
    killed = program.breek(folder, tmp_path / "2", first_sync, strace.KILL)
    assert killed.code == 137
    assert (folder / "nieuw").is_dir()
    again = program.log(folder, tmp_path / "3", *_ALLES)
    made = f'1 mkdir("{_hex(folder / "nieuw")}", 0777) = 0\n'
    assert _all_losses([made, again], folder, before) == []


def test_a_change_that_was_there_already_is_made_safe_after_all(
    cyclus: Path, geef: Geef, tmp_path: Path
) -> None:
    """The first run is killed when the new file has its place and the folder is not synced yet."""
    strace.nodig()
    folder = cyclus.parent
    program = Programma("-m", "leercyclus", "vraag", CYCLUS, "--plaats", "Venlo")
    assert geef("vraag", CYCLUS, "--plaats", "Oss").code == 0
    before = inhoud(folder)
    first = program.log(folder, tmp_path / "1", *_ALLES)
    killed, _, _ = first.rpartition("fsync(")
    assert "rename" in killed
    again = program.log(folder, tmp_path / "2", *_ALLES)
    assert "rename" not in again
    assert _all_losses([killed.rpartition("\n")[0], again], folder, before) == []


def _hex(path: Path) -> str:
    return "".join(f"\\x{byte:02x}" for byte in bytes(path))


@pytest.mark.parametrize(
    "command",
    [
        ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein"),
        ("vraag", CYCLUS, "--dag", "2027-05-20", "--reden", "De adviseur was ziek"),
        (*NIEUW, "--id", "2028-vervolg"),
    ],
    ids=["advies", "vraag", "nieuw"],
)
def test_a_power_cut_during_a_command_loses_no_record(
    cyclus: Path, geef: Geef, tmp_path: Path, command: tuple[str, ...]
) -> None:
    strace.nodig()
    folder = cyclus.parent
    before = inhoud(folder)
    log = Programma("-m", "leercyclus", *command).log(folder, tmp_path / "log", *_ALLES)
    assert inhoud(folder) != before
    assert _all_losses([log], folder, before) == []
    recorder, seen = Opnemer(folder, before), set[frozenset[tuple[str, bytes]]]()
    for _ in recorder.speel(log):
        for tree in recorder.uitkomsten():
            real = frozenset((name, content) for name, content in tree.items() if _counts(name))
            if real not in seen:
                seen.add(real)
                assert Werkmap(_on_disk(tree, tmp_path / f"na-{len(seen)}")).inhoud().problemen == ()


def _on_disk(tree: Boom, folder: Path) -> Path:
    for name, content in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
