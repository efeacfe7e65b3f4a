"""leercyclus, with its own way to make a new file or with the barest one that still survives a crash.

``python schrijf.py eigen advies …`` is leercyclus as it is; with ``kaal`` in the place of ``eigen`` a
new file is written under another name, synced and renamed. Nothing is synced but the file itself, and
what stood there would be overwritten.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from leercyclus.cli import main
from leercyclus.store import files


def kaal(
    path: Path,
    content: bytes | Iterable[bytes],
    *,
    lock: AbstractContextManager[None],
    mode: int | None = None,
) -> None:
    """What ``files.create`` does, without what makes it safe."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    with open(temporary, "wb") as file:
        file.writelines([content] if isinstance(content, bytes) else content)
        file.flush()
        os.fsync(file.fileno())
    os.rename(temporary, path)


if __name__ == "__main__":
    if sys.argv[1] == "kaal":
        files.create = kaal
    sys.exit(main(sys.argv[2:]))
