"""What the tests of strange input share: the commands that read, and what no answer may hold."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, Geef, Result
from tests.robustness.strace import ALLES, TELLING

#: The commands that read a whole cyclus, for people and for scripts.
LEZEN: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("status", "--json"),
    ("status", CYCLUS),
    ("toon", CYCLUS),
    ("toon", CYCLUS, "--formaat", "markdown"),
    ("toon", CYCLUS, "--formaat", "json"),
    ("controleer",),
    ("controleer", "--formaat", "json"),
    ("advies", CYCLUS, "--lijst", "--json"),
    ("lessen", "--json"),
    ("exporteer", "--voor", "vertrouwelijk", "--formaat", "jsonl"),
)


def helder(result: Result) -> Result:
    """The same, when it says no more than a user can do something with."""
    assert result.code in {0, 1, 2, 3, 4, 5, 6}, result.err
    said = result.out + result.err
    assert "Traceback" not in said
    assert "deed iets verkeerd" not in said
    assert "datetime." not in said
    return result


@pytest.fixture
def lees_overal(geef: Geef) -> Callable[[], dict[tuple[str, ...], Result]]:
    """Read the cyclus in every way there is; what each way gave."""
    return lambda: {arguments: helder(geef(*arguments)) for arguments in LEZEN}


def proces(
    *arguments: str | bytes,
    cwd: Path | None = None,
    omgeving: Mapping[str, str | None] | None = None,
    **options: object,
) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own; None takes a variable of the environment away."""
    changed = {"LEERCYCLUS_VANDAAG": "2027-01-04", **(omgeving or {})}
    kept = {name: value for name, value in os.environ.items() if name not in changed}
    environment = kept | {name: value for name, value in changed.items() if value is not None}
    given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.run(  # type: ignore[call-overload, no-any-return]  # the options are any of its own
        [sys.executable, "-m", "leercyclus", *arguments],
        cwd=cwd,
        env=environment,
        timeout=60,
        check=False,
        **given,
    )


#: Lets root be refused like anybody else, without becoming somebody who cannot read Python itself.
ZONDER_VOORRECHT = """
import ctypes, os, sys
if os.geteuid() == 0:
    libc = ctypes.CDLL(None)
    header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, data) == 0
    for kind in (0, 1):  # effective and permitted
        data[kind] &= ~0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
    assert libc.capset(header, data) == 0
from leercyclus.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def zonder_voorrecht(cyclus: Path) -> Geef:
    """Give a command as somebody to whom the rights of files apply."""
    if os.geteuid() == 0 and sys.platform != "linux":
        pytest.skip("root legt zijn voorrechten hier niet af")

    def give(*arguments: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-c", ZONDER_VOORRECHT, *arguments],
            cwd=cyclus.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return give


def pytest_unconfigure() -> None:
    """Say at the end of a full round how much was tried."""
    if ALLES:
        print(TELLING)
