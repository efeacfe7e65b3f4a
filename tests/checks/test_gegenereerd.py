"""Hundreds of defects, made one at a time in every line of a leertraject: each is found where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checks.gebroken import BASIS, herstel
from tests.checks.test_voorschriften import bevindingen

_KEY = re.compile(r"([a-z_]+) = (\S.*)")


def _sleutels() -> Iterator[tuple[str, int]]:
    """Every line of the leertraject with a key on it: its file, and its number from 0."""
    for path in sorted(BASIS.rglob("*.toml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            if _KEY.fullmatch(line):
                yield path.relative_to(BASIS).as_posix(), number


PLEKKEN = list(_sleutels())


def _gevonden(root: Path, bestand: str, number: int, line: str) -> set[tuple[str, str, int, int]]:
    path = root / bestand
    before = path.read_bytes()
    lines = before.decode("utf-8").splitlines()
    lines[number] = line
    path.write_text("\n".join(lines) + "\n", "utf-8")
    found = bevindingen(root)
    path.write_bytes(before)
    return {(item.code, item.bestand, item.regel, item.kolom) for item in found}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return herstel(tmp_path_factory.mktemp("gegenereerd") / "leertraject")


def test_a_row_that_cannot_be_read_moves_no_other(root: Path) -> None:
    """The first of two answers lacks its lesson; what is wrong with the second is told of the second."""
    bestand = "2027-zwembad/zelfanalyse/directeur-oss-t4m8qz.toml"
    lines = (root / bestand).read_text("utf-8").splitlines()
    at = lines.index('les = "ingebouwd/stap-terug"')
    second = '\n\n[[antwoorden]]\nles = "groep/niets"'
    found = _gevonden(root, bestand, at, f'antwoord = "Zonder les."\nscore = 9{second}')
    assert ("LC010", bestand, at, 1) in found  # the header of the row that lacks something
    assert ("LC013", bestand, at + 5, 7) in found


def test_there_are_hundreds() -> None:
    assert 3 * len(PLEKKEN) > 300


@pytest.mark.parametrize(("bestand", "number"), PLEKKEN)
def test_a_defect_is_found_at_its_line(root: Path, bestand: str, number: int) -> None:
    line = (root / bestand).read_text("utf-8").splitlines()[number]
    match = _KEY.fullmatch(line)
    assert match
    key, value = match.groups()
    at = number + 1
    assert ("LC012", bestand, at, 1) in _gevonden(root, bestand, number, f"{key}q = {value}"), "unknown key"
    if '"""' in value:
        return
    typed = f"{key} = {{ a = 1.5 }}"
    assert ("LC010", bestand, at, len(key) + 4) in _gevonden(root, bestand, number, typed), "wrong type"
    broken = f"{key} = {value} ?"
    assert ("LC001", bestand, at, len(broken)) in _gevonden(root, bestand, number, broken), "no TOML"
