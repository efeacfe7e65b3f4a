"""Parse every .toml file below a folder, and do nothing with it: ``python lus.py MAP``."""

from __future__ import annotations

import os
import sys
import tomllib
from contextlib import suppress


def lees(folder: str) -> None:
    """One file after another, links and ``.git`` not included; what is no TOML is skipped."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    lees(entry.path)
            elif entry.name.endswith(".toml"):
                with open(entry.path, "rb") as file, suppress(ValueError):
                    tomllib.loads(file.read().decode())


if __name__ == "__main__":
    lees(sys.argv[1])
