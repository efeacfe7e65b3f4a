"""The editor of the user's choice."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leercyclus.domain.errors import SystemRefusedError, UsageError

_VARIABLES = ("VISUAL", "EDITOR")
_FALLBACKS = ("nano", "vi", "notepad")


def bewerk(path: Path) -> None:
    """Open a file and wait until the editor closes it.

    UsageError when there is no editor or its name cannot be read, SystemRefusedError when it fails.
    """
    words = _editor()
    try:
        with _ctrl_c_is_the_editors():
            done = subprocess.run([*words, str(path)], stdout=sys.stderr, check=False)
    except OSError:
        raise UsageError(
            f"de editor '{words[0]}' is niet te starten", tip="kijk de variabele VISUAL of EDITOR na"
        ) from None
    if done.returncode != 0:
        raise SystemRefusedError(f"de editor '{words[0]}' stopte met een fout ({done.returncode})")


@contextmanager
def _ctrl_c_is_the_editors() -> Iterator[None]:
    """The editor gets the key too, and may use it; a function as handler is not inherited by it."""
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _editor() -> list[str]:
    """The words of the command, split as a shell would."""
    for name in _VARIABLES:
        given = os.environ.get(name, "").strip()
        if given:
            try:
                return shlex.split(given, posix=os.name != "nt")
            except ValueError:
                raise UsageError(
                    f"{name}: '{given}' is niet te lezen", tip="sluit elk aanhalingsteken"
                ) from None
    found = next(filter(shutil.which, _FALLBACKS), None)
    if found is None:
        raise UsageError("er is geen editor", tip="noem er een in de variabele EDITOR, zoals EDITOR=nano")
    return [found]
