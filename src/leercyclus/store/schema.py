"""The JSON Schemas that lie beside a leertraject, for editors."""

from __future__ import annotations

from pathlib import Path

from leercyclus.domain.ids import SCHEMA


def bestandsnaam(soort: str) -> str:
    """What the schema of a kind is called."""
    return f"{soort}.schema.json"


def verwijzing(root: Path, soort: str, bestand: str) -> str:
    """The first line of a new record, by which an editor finds its schema; empty where there is none."""
    name = bestandsnaam(soort)
    if not (root / SCHEMA / name).is_file():
        return ""
    return f"#:schema {'../' * bestand.count('/')}{SCHEMA}/{name}\n"
