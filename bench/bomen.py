"""The leertrajecten that are measured on, kept in ``.bench/`` until something makes them differently."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BENCH = ROOT / "bench"
_LESSEN = ROOT / "src" / "leercyclus" / "lessen"
#: The modules that decide what stands in a made leertraject.
_MAKERS = ("woorden", "verteller", "groep", "ontwerp", "vragen", "cyclus", "fouten", "opmaak", "maken")
_TEKST = re.compile(rb'^tekst = "+\n?', re.MULTILINE)


class Bomen:
    """Makes a leertraject the first time that one of its size is asked for."""

    def __init__(self, folder: Path = ROOT / ".bench", zaad: int = 1) -> None:
        self.folder = folder
        self.zaad = zaad

    def gemaakt(self, cycli: int) -> Path:
        """A git repository of so many cycles, as it was committed."""
        tree = self.folder / "trajecten" / f"{cycli}-{self.zaad}-{_recept()}"
        if not tree.exists():
            _maak(tree, cycli, self.zaad)
        for command in (("checkout", "--quiet", "--", "."), ("clean", "--quiet", "--force", "-d")):
            subprocess.run(["git", *command], cwd=tree, check=True)
        return tree

    def voorbeeld(self) -> Path:
        """A copy of the example that comes with the program."""
        tree = self.folder / "trajecten" / "voorbeeld"
        shutil.rmtree(tree, ignore_errors=True)
        return Path(shutil.copytree(ROOT / "cycles", tree, ignore=shutil.ignore_patterns(".leercyclus")))


def _maak(tree: Path, cycli: int, zaad: int) -> None:
    """In a process of its own, so that ours stays small: what it starts seems as large as it is itself."""
    unfinished = tree.with_name(f"{tree.name}.half")
    shutil.rmtree(unfinished, ignore_errors=True)
    command = ("-m", "bench", "maak", str(unfinished), f"--cycli={cycli}", f"--zaad={zaad}")
    subprocess.run((sys.executable, *command), cwd=ROOT, check=True, stdout=sys.stderr)
    leg_vast(unfinished)
    unfinished.rename(tree)


def _recept() -> str:
    """What is different when the same parameters make something else."""
    sources = [*(_BENCH / f"{name}.py" for name in _MAKERS), *sorted(_LESSEN.glob("*.toml"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:8]


def leg_vast(folder: Path) -> None:
    """Make a git repository of a folder, with one commit; the settings of the user do not count."""
    who = ("-c", "user.name=leercyclus", "-c", "user.email=leercyclus@example.org")
    quiet = ("-c", "core.safecrlf=false", "-c", "gc.auto=0", "-c", "commit.gpgsign=false")
    for command in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        ("commit", "--quiet", "--no-verify", "--message=Een gemaakt leertraject"),
    ):
        subprocess.run(["git", *who, *quiet, *command], cwd=folder, check=True)


class Wijziging:
    """Changes the text of one advice in each of so many cycles, every time to something else."""

    def __init__(self, tree: Path, count: int) -> None:
        cycles = sorted(folder for folder in tree.glob("*/adviezen") if folder.is_dir())
        step = max(1, len(cycles) // count)
        chosen = [min(folder.iterdir()) for folder in cycles[::step][:count]]
        self.files = {path: path.read_bytes() for path in chosen}
        self.keer = 0

    def __call__(self) -> None:
        self.keer += 1
        for path, content in self.files.items():
            path.write_bytes(_TEKST.sub(rb"\g<0>Bij nader inzien, %d. " % self.keer, content, count=1))

    def terug(self) -> None:
        """As it was."""
        for path, content in self.files.items():
            path.write_bytes(content)


class Advies:
    """A place where one more advice can be written, again and again: what was added is taken away."""

    def __init__(self, tree: Path) -> None:
        self.folder = min(folder for folder in tree.glob("*/adviezen") if folder.is_dir())
        self.before = set(self.folder.iterdir())
        first = min(self.before).read_text("utf-8")
        self.argv = (
            *("advies", self.folder.parent.name, "--van", first.split('van = "')[1].split('"')[0]),
            *("--tekst", "Begin klein, en kom er over een maand op terug.", "--map", str(tree)),
        )

    def weg(self) -> None:
        """Take away what was written."""
        for path in set(self.folder.iterdir()) - self.before:
            path.unlink()
