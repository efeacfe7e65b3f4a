"""A real shell in a pseudo-terminal, with the completion of leercyclus in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import ENTER, Terminal

TAB, NAAR_BEGIN, WIS = "\t", "\x01", "\x15"
_TOON = '#!/bin/sh\nprintf \'%s\\n\' "$@" >"$HOME/woorden"\necho GETOOND\n'
#: Per shell: how it starts, where the script is kept, the file it reads at its start and what stands there.
_SHELLS = {
    "bash": (
        ("bash", "--noprofile", "--rcfile", "{thuis}/.bashrc", "-i"),
        ".aanvulling",
        ".bashrc",
        "PS1='KLAAR> '\nsource ~/.aanvulling\n",
    ),
    "zsh": (
        ("zsh", "-d", "-i"),
        ".zfunc/_leercyclus",
        ".zshrc",
        "PROMPT='KLAAR> '\nunsetopt prompt_sp\nbindkey -e\nfpath=(~/.zfunc $fpath)\n"
        "autoload -Uz compinit && compinit -u\n",
    ),
    "fish": (
        ("fish", "-i"),
        ".config/fish/completions/leercyclus.fish",
        ".config/fish/config.fish",
        "function fish_prompt; echo -n 'KLAAR> '; end\nset -g fish_greeting\n"
        "set -g fish_autosuggestion_enabled 0\n",
    ),
}


def nodig(shell: str) -> str:
    """The shell, or this test is skipped; where ``LEERCYCLUS_TEST_SHELLS`` is set it has to be there."""
    if shutil.which(shell) is None:
        assert not os.environ.get("LEERCYCLUS_TEST_SHELLS"), f"{shell} is er niet"
        pytest.skip(f"{shell} is er niet")
    return shell


class Shell(Terminal):
    """Somebody at the prompt of a shell, in a folder."""

    def __init__(self, folder: Path, *, shell: str, thuis: Path) -> None:
        super().__init__(folder, rows=60, columns=120)
        self.thuis = thuis
        start, kept, read, settings = _SHELLS[nodig(shell)]
        self.opdracht = [part.format(thuis=thuis) for part in start]
        for name, text in ((kept, script(shell)), (read, settings), ("bin/toonwoorden", _TOON)):
            path = thuis / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (thuis / "bin/toonwoorden").chmod(0o755)
        self.begin()

    def begin(self) -> None:
        """Open the terminal, up to its first prompt."""
        name, *arguments = self.opdracht
        self.spawn(name, arguments, omgeving(self.thuis))
        self.zegt("KLAAR>")

    def woorden(self, line: str) -> list[str]:
        """The words that the shell takes from a line, typed with every Tab in it."""
        kept = self.thuis / "woorden"
        kept.unlink(missing_ok=True)
        self.typ(f"{line}{NAAR_BEGIN}toonwoorden {ENTER}")
        self.zegt("GETOOND")
        self.zegt("KLAAR>")
        return kept.read_text("utf-8").splitlines()


def script(shell: str) -> str:
    """What ``leercyclus aanvulling`` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "leercyclus", "aanvulling", shell], capture_output=True, text=True, check=True
    )
    return done.stdout


def omgeving(thuis: Path) -> dict[str, str]:
    """A quiet environment in which ``leercyclus`` is the one of these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LEERCYCLUS", "XDG_"))}
    path = os.pathsep.join((str(thuis / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]))
    return kept | {
        "HOME": str(thuis),
        "ZDOTDIR": str(thuis),
        "PATH": path,
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "FISH_UNIT_TESTS_RUNNING": "1",  # in a new home, fish would read all manual pages of the machine
    }
