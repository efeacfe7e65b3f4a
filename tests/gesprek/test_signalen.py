"""Ctrl-C that comes while nobody is waited for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.conftest import MaakTerminal
from tests.terminal import ENTER

_CTRL_C_TUSSENDOOR = """
import os, signal, sys, weakref
from leercyclus.gesprek.begeleiding import Kader
from leercyclus.gesprek.regels import Regelinvoer
from leercyclus.gesprek.scherm.invoer import Scherminvoer

class Iets:
    pass

invoer, kader = {invoer}(), Kader({{}}, "leeg")
try:
    invoer.regel("eerst", "", lambda text: None, kader)
    iets = Iets()
    listens = weakref.ref(iets, lambda ref: os.kill(os.getpid(), signal.SIGINT))
    del iets  # what is raised here is told on stderr, and forgotten
    invoer.regel("daarna", "", lambda text: None, kader)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen pseudo-terminal")
@pytest.mark.parametrize("invoer", ["Scherminvoer", "Regelinvoer"])
def test_ctrl_c_between_two_questions_is_heard_wherever_python_is(
    tmp_path: Path, maak_terminal: MaakTerminal, invoer: str
) -> None:
    terminal = maak_terminal(tmp_path)
    program = _CTRL_C_TUSSENDOOR.format(invoer=invoer)
    terminal.spawn(sys.executable, ["-c", program], {**os.environ, "TERM": "xterm"})
    terminal.zegt("eerst")
    terminal.child.expect("leeg|: ")
    terminal.typ(ENTER)
    assert "ignored" not in terminal.einde(130)
