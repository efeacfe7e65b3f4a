"""Leertrajecten that are broken in one way each: the example of every rule, made true on disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from leercyclus.checks.controle import VOORSCHRIFTEN
from leercyclus.domain.voorschrift import Voorschrift

BASIS = Path(__file__).parent / "basis"
VANDAAG = "2027-10-01"


def herstel(folder: Path) -> Path:
    """A leertraject in which nothing is wrong."""
    return Path(shutil.copytree(BASIS, folder))


def breek(root: Path, code: str) -> None:
    """Do to a leertraject what the example of the rule shows."""
    rule = VOORSCHRIFTEN[code]
    _ANDERS.get(code, _vervang)(root, rule)


def _vervang(root: Path, rule: Voorschrift) -> None:
    vervang(root / rule.bestand, rule.goed, rule.fout)


def vervang(path: Path, was: str, wordt: str) -> None:
    """Change a piece of a file that is there once."""
    text = path.read_text("utf-8")
    assert text.count(was) == 1, f"{was!r} is not once in {path}"
    path.write_text(text.replace(was, wordt), "utf-8")


def _latijns(root: Path, rule: Voorschrift) -> None:
    path = root / rule.bestand
    assert rule.goed in path.read_text("utf-8")
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))


def _te_groot(root: Path, rule: Voorschrift) -> None:
    with (root / "2027-zwembad/gespreksnotitie.toml").open("a") as file:
        file.write("# en nog meer\n" * 400_000)


def _koppeling(root: Path, rule: Voorschrift) -> None:
    path, elsewhere = root / rule.goed, root.parent / "elders.toml"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def _hernoem(root: Path, rule: Voorschrift) -> None:
    (root / rule.fout).parent.mkdir(exist_ok=True)
    (root / rule.goed).rename(root / rule.fout)


def _kopieer(root: Path, rule: Voorschrift) -> None:
    shutil.copy(root / rule.goed, root / rule.fout)


def _haal_weg(root: Path, rule: Voorschrift) -> None:
    (root / rule.goed).unlink()


def _open_voor_iedereen(root: Path, rule: Voorschrift) -> None:
    root.parent.chmod(0o711)


_ANDERS: dict[str, Callable[[Path, Voorschrift], None]] = {
    "LC002": _latijns,
    "LC005": _te_groot,
    "LC006": _koppeling,
    "LC007": _hernoem,
    "LC008": _hernoem,
    "LC009": _kopieer,
    "LC015": _kopieer,
    "LC017": _haal_weg,
    "LC052": _open_voor_iedereen,
}
