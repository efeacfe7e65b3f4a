"""Shared by all tests: a group on disk, and a way to give commands."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import settings

from leercyclus.cli import main
from leercyclus.store.afgeleid import AFGELEID
from tests.checks.gebroken import VANDAAG, herstel

REPOSITORY = Path(__file__).parent.parent
VOORBEELD = REPOSITORY / "cycles"

#: A run in the background, and a worker of pytest-xdist, ignores it, and so would all that is started here.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("leercyclus", deadline=None)  # a slow machine is no bug
settings.load_profile("leercyclus")

GROEP = """\
versie = 1
id = "leren-van-elkaar"
naam = "Leren van elkaar" # de naam van de eerste bijeenkomst

[[organisaties]]
id = "oss"
naam = "Gemeente Oss"

[[organisaties]]
id = "venlo"
naam = "Gemeente Venlo"

[[organisaties]]
id = "sed"
naam = "SED-organisatie"

[[deelnemers]]
id = "directeur-oss"
naam = "Directeur Oss"
organisatie = "oss"
rol = "deelnemer"

[[deelnemers]]
id = "directeur-venlo"
naam = "Directeur Venlo"
organisatie = "venlo"
rol = "deelnemer"

[[deelnemers]]
id = "directeur-sed"
naam = "Directeur SED"
organisatie = "sed"
rol = "deelnemer"

[[deelnemers]]
id = "adviseur"
naam = "Adviseur"
rol = "adviseur"

[[deelnemers]]
id = "coordinator"
naam = "Coördinator"
organisatie = "oss"
rol = "coordinator"

[[themas]]
id = "regionale-samenwerking"
naam = "Regionale samenwerking"
"""

NIEUW = (
    *("nieuw", "Zwembad of niet", "--vraag", "Hoe houden we het gesprek open?"),
    *("--waarom-nu", "In mei besluit de raad", "--thema", "regionale-samenwerking"),
    *("--vraagsteller", "directeur-oss", "--vraagsteller", "directeur-venlo"),
    *("--adviseur", "adviseur", "--dag", "2027-04-15", "--plaats", "Enkhuizen"),
    *("--soort-werk", "veranderopgave"),
)
CYCLUS = "2027-zwembad-of-niet"


@dataclass(frozen=True)
class Result:
    """What a command did."""

    code: int
    out: str
    err: str


Geef = Callable[..., Result]


@pytest.fixture(autouse=True)
def _rustige_omgeving(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine changes what a test sees."""
    for name in ("LEERCYCLUS_MAP", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", "2027-01-04")


@pytest.fixture
def geef(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Geef:
    """Give a command in the working directory, without a terminal."""

    def give(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfd.readouterr()
        code = main(arguments)
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return give


@pytest.fixture
def groep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a leertraject of five people and no cyclus yet; also the working directory."""
    folder = tmp_path / "leertraject"
    folder.mkdir()
    (folder / "leertraject.toml").write_text(GROEP, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def cyclus(groep: Path, geef: Geef) -> Path:
    """The same with one definitief cyclus, on 15 April 2027."""
    result = geef(*NIEUW)
    assert result.code == 0, result.err
    return groep / CYCLUS


@pytest.fixture
def bereikbaar() -> Iterator[Path]:
    """A folder that others on this machine can reach once it is opened for them, unlike ``tmp_path``."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def root(bereikbaar: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A leertraject in which nothing is wrong; also the working directory."""
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", VANDAAG)
    folder = herstel(bereikbaar / "leertraject")
    monkeypatch.chdir(folder)
    return folder


class MaakTerminal(Protocol):
    """Opens a pseudo-terminal; of a kind (a class of ``tests.terminal``), of a size, in an environment."""

    def __call__(self, folder: Path, soort: Any = None, **instellingen: Any) -> Any: ...


@pytest.fixture
def maak_terminal() -> Iterator[MaakTerminal]:
    """Every terminal that a test opens is closed at its end."""
    pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")
    from tests.terminal import Terminal

    with contextlib.ExitStack() as opened:

        def make(folder: Path, soort: Any = None, **instellingen: Any) -> Terminal:
            terminal: Terminal = (soort or Terminal)(folder, **instellingen)
            opened.callback(terminal.sluit)
            return terminal

        yield make


def inhoud(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, to see that nothing changed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def inhoud_zonder_index(folder: Path) -> dict[str, bytes]:
    """The same, but for what whoever reads may keep to be quick the next time."""
    kept = {name: raw for name, raw in inhoud(folder).items() if not name.endswith(".index")}
    return {name: raw for name, raw in kept.items() if not name.endswith(f"{AFGELEID}/.gitignore")}
