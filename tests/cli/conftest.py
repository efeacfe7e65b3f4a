"""Somebody at a terminal, in a leertraject with one cyclus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MaakTerminal


@pytest.fixture
def terminal(cyclus: Path, maak_terminal: MaakTerminal) -> Any:
    """Fields that are redrawn."""
    return maak_terminal(cyclus.parent)


@pytest.fixture
def regels(cyclus: Path, maak_terminal: MaakTerminal) -> Any:
    """Plain lines."""
    from tests.terminal import EENVOUDIG, Regelterminal  # needs pexpect

    return maak_terminal(cyclus.parent, Regelterminal, omgeving=EENVOUDIG)
