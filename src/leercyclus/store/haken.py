"""The hook that lets git check what is staged, before a commit."""

from __future__ import annotations

import os
import shlex
from contextlib import nullcontext
from pathlib import Path

from leercyclus.domain.errors import ConflictError
from leercyclus.store import files, git

_NAME = "pre-commit"
#: Tells our hook from that of somebody else.
_MARK = "# deze haak is van leercyclus; weghalen: leercyclus haak --verwijder"
_HOOK = """#!/bin/sh
{mark}
# Bekijkt wat klaarstaat om vast te leggen, en niet wat er verder in de map staat.
if [ -x {python} ]; then
  exec {python} -P -m leercyclus controleer --klaargezet
elif command -v leercyclus >/dev/null 2>&1; then
  exec leercyclus controleer --klaargezet
fi
echo "leercyclus is niet te vinden, dus er is niets gecontroleerd" >&2
echo "tip:  installeer leercyclus opnieuw, en geef daarna: leercyclus haak" >&2
exit 1
"""
_LARGEST = 1 << 20
#: git passes over a hook that cannot be run.
_MODE = 0o755


def plaats(start: Path) -> Path:
    """Where git looks for its hook, here. NotFoundError outside a repository."""
    top = git.nodige_hoofdmap(start)
    answer = git.lees(top, "rev-parse", "--git-path", f"hooks/{_NAME}")
    return top / os.fsdecode(answer.removesuffix(b"\n"))


def zet(path: Path, python: str) -> bool:
    """Put the hook in its place; False when it stood there already. ConflictError for another hook."""
    wanted = _HOOK.format(mark=_MARK, python=shlex.quote(python)).encode()
    there = _staat_er(path)
    if there is None:
        files.create(path, wanted, lock=nullcontext(), mode=_MODE)
        return True
    if not _is_van_ons(there):
        raise ConflictError(
            f"{path} is een haak van iemand anders; die blijft zoals hij is",
            tip="zet er zelf deze regel in: leercyclus controleer --klaargezet || exit 1",
        )
    if there != wanted:
        files.replace(path, wanted, expected=there, lock=nullcontext())  # every run writes the same
    path.chmod(_MODE)
    return there != wanted


def verwijder(path: Path) -> bool:
    """Take our hook away; False when it was not there. Another hook stays."""
    there = _staat_er(path)
    if there is None or not _is_van_ons(there):
        return False
    files.remove(path)
    return True


def _staat_er(path: Path) -> bytes | None:
    if not os.path.lexists(path):
        return None
    return b"" if path.is_symlink() else files.read(path, limit=_LARGEST)


def _is_van_ons(content: bytes) -> bool:
    return _MARK.encode() in content.splitlines()
