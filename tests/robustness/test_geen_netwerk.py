"""The program makes no connection: not itself, and not through a program that it starts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leercyclus import app
from tests.conftest import CYCLUS
from tests.robustness.opdrachten import OPDRACHTEN, maak_leertraject, opdracht
from tests.robustness.strace import Programma, nodig

_ADRES = re.compile(r"sa_family=AF_INET6?\b")
#: The commands that write nothing in the leertraject.
LEZEN: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("toon", CYCLUS, "--voor", "openbaar"),
    ("lessen", "--voor", "bestuur"),
    ("exporteer", "--voor", "bestuur", "--formaat", "parquet", "--naar", "../uit.parquet"),
    ("controleer",),
    ("vergeet", "directeur-oss", "--toon"),
    ("bewaartermijn",),
    ("uitleg", "LC012"),
    ("aanvulling", "bash"),
)
#: Asks at a terminal which step to do, and then gives one of the others.
_ALLEEN_AAN_TERMINAL = {"verder"}


def netwerk(folder: Path, logfile: Path, *arguments: str) -> list[str]:
    """What a program, with everything that it starts, asks of the network."""
    log = Programma(*arguments, LEERCYCLUS_VANDAAG="2027-01-04").log(folder, logfile, "-e", "trace=%network")
    return [line for line in log.splitlines() if _ADRES.search(line)]


def test_every_command_is_given() -> None:
    given = {words[0] for words in (*OPDRACHTEN.values(), *LEZEN)}
    assert given | _ALLEEN_AAN_TERMINAL == set(app.OPDRACHTEN)


@pytest.mark.parametrize("name", OPDRACHTEN)
def test_no_command_that_writes_makes_a_connection(tmp_path: Path, name: str) -> None:
    nodig()
    maak_leertraject(tmp_path / "leertraject")
    words = opdracht(name, tmp_path / "leertraject")
    assert netwerk(tmp_path / "leertraject", tmp_path / "log", "-m", "leercyclus", *words) == []


def test_no_command_that_reads_makes_a_connection(tmp_path: Path) -> None:
    nodig()
    maak_leertraject(tmp_path / "leertraject")
    for words in LEZEN:
        lines = netwerk(tmp_path / "leertraject", tmp_path / "log", "-m", "leercyclus", *words)
        assert lines == [], words


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    nodig()
    script = "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9))"
    assert netwerk(tmp_path, tmp_path / "log", "-c", script)
