"""A real git repository, with people who each have a clone or a branch of it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Depot:
    """One working tree."""

    map: Path

    @classmethod
    def begin(cls, map: Path) -> Depot:
        """A repository with everything that is in the folder as its first commit."""
        depot = cls(map)
        depot.git("init", "-q", "-b", "main")
        depot.git("add", "-A")
        depot.git("commit", "-q", "-m", "begin")
        return depot

    def git(self, *arguments: str, mag_mislukken: bool = False) -> subprocess.CompletedProcess[str]:
        """Run git as somebody with a name, whatever the machine has."""
        done = self.run("git", *arguments)
        assert mag_mislukken or done.returncode == 0, done.stdout + done.stderr
        return done

    def leercyclus(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Give a command in the working tree."""
        return self.run(sys.executable, "-m", "leercyclus", *arguments)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program in the working tree."""
        return subprocess.run(
            arguments, cwd=self.map, env=omgeving(), stdin=subprocess.DEVNULL, capture_output=True, text=True
        )


def leeg_depot(map: Path) -> Path:
    """A bare repository that clones without all content can be made of."""
    Depot(map.parent).git("init", "-q", "--bare", "-b", "main", map.name)
    Depot(map).git("config", "uploadpack.allowFilter", "true")
    return map


def kloon_een_deel(bron: Path, map: Path, *mappen: str) -> Depot:
    """A clone without content, of which git puts only these folders in the working tree."""
    clone = ("clone", "-q", "--filter=blob:none", "--sparse")
    Depot(map.parent).git("-c", "protocol.file.allow=always", *clone, bron.as_uri(), map.name)
    depot = Depot(map)
    depot.git("sparse-checkout", "set", *mappen)
    return depot


def ontbrekend(depot: Depot) -> int:
    """How many objects a clone knows of and has not."""
    said = depot.git("rev-list", "--objects", "--all", "--missing=print").stdout
    return sum(line.startswith("?") for line in said.splitlines())


def omgeving() -> dict[str, str]:
    """No setting of the machine counts."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LEERCYCLUS_"))}
    return kept | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "coordinator",
        "GIT_AUTHOR_EMAIL": "coordinator@example.org",
        "GIT_COMMITTER_NAME": "coordinator",
        "GIT_COMMITTER_EMAIL": "coordinator@example.org",
        "LEERCYCLUS_VANDAAG": "2027-10-01",
    }
