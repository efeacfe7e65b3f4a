"""What a test looks at after somebody answered: the record, its answers, and what is being typed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from tests.conftest import CYCLUS
from tests.terminal import CTRL_C, Terminal

OSS = ("zelfanalyse", CYCLUS, "--door", "directeur-oss")


def bestand(cyclus: Path, soort: str = "zelfanalyse") -> Path:
    (file,) = sorted((cyclus / soort).glob("*.toml"))
    return file


def antwoorden(cyclus: Path, soort: str = "zelfanalyse") -> dict[str, Any]:
    """By question what was answered, without what was asked."""
    rows = tomllib.loads(bestand(cyclus, soort).read_text("utf-8")).get("antwoorden", [])
    asked = ("les", "vraag", "gevraagd")
    return {row["vraag"]: {key: item for key, item in row.items() if key not in asked} for row in rows}


def kladmap(cyclus: Path) -> Path:
    return cyclus.parent / ".leercyclus" / "klad"


def klad(cyclus: Path) -> dict[str, Any]:
    """What is being typed, as it is kept."""
    (file,) = kladmap(cyclus).glob("*.toml")
    return dict(tomllib.loads(file.read_text("utf-8")))


def stop(terminal: Terminal) -> str:
    terminal.typ(CTRL_C)
    return terminal.einde(130)
