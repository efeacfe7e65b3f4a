"""The folder in which the user stands, and how paths read from there."""

from __future__ import annotations

from pathlib import Path

from leercyclus.domain.errors import SystemRefusedError


def hier() -> Path:
    """The working directory. SystemRefusedError when it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise SystemRefusedError(
            "de map waarin u staat is er niet meer", tip="ga met cd naar een andere map"
        ) from None


def toon_pad(path: Path) -> str:
    """Relative to the working directory where that is shorter, always with ``/``."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, FileNotFoundError):  # elsewhere, or the working directory is gone
        return path.as_posix()
