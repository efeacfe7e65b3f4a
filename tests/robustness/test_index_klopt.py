"""With an index every answer is the same as without one, whatever happens to the files."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leercyclus.store.afgeleid import AFGELEID
from tests.checks.gebroken import BASIS, VANDAAG, herstel
from tests.conftest import VOORBEELD, Geef

#: How many edits, and after how many the answers are compared. The whole round takes some fifteen minutes.
AANTAL, TUSSENDOOR = (20_000, 2) if os.environ.get("LEERCYCLUS_ROBUUST") else (2_400, 20)
VRAGEN = (("status", "--json"), ("controleer", "--formaat", "json"), ("status", "--alles"))
DAGEN = (VANDAAG, "2017-10-16", "2017-10-17", "2027-04-15", "2027-04-16", "2031-01-01")

Wijziging = Callable[["Verkeer"], object]


class Verkeer:
    """Somebody, or something, that changes files all the time."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.kans = random.Random(seed)
        self.nummer = 0

    def een_keer(self) -> str:
        """Do something; what it was."""
        wijziging = self.kans.choices(list(WIJZIGINGEN), list(WIJZIGINGEN.values()))[0]
        self.nummer += 1
        done = wijziging(self)
        return f"{wijziging.__name__}: {done}"

    def stukken(self) -> list[Path]:
        return sorted(
            path for path in self.root.rglob("*.toml") if path.is_file() and not self._is_ours(path)
        )

    def mappen(self) -> list[Path]:
        return sorted(path for path in self.root.iterdir() if path.is_dir() and path.name[0] != ".")

    def _is_ours(self, path: Path) -> bool:
        return path.relative_to(self.root).parts[0].startswith(".")

    def stuk(self) -> Path:
        return self.kans.choice(self.stukken())

    def andere_inhoud(self, path: Path) -> bytes:
        """The content with one thing changed, often in the same number of bytes."""
        lines = path.read_bytes().splitlines(keepends=True) or [b"versie = 1\n"]
        at = self.kans.randrange(len(lines))
        match self.kans.randrange(5):
            case 0:
                lines[at] = lines[at].replace(b"e", b"a").replace(b"2", b"3")
            case 1:
                lines.insert(at, f"sleutel_{self.nummer} = {self.nummer}\n".encode())
            case 2:
                del lines[at]
            case 3:
                lines[at] = lines[at].replace(b"definitief", b"concept   ").replace(b'"', b"'", 1)
            case _:
                lines[at] = lines[at].swapcase()
        return b"".join(lines)


def ter_plekke(verkeer: Verkeer) -> Path:
    """As some editors do: the same file gets other content."""
    path = verkeer.stuk()
    content = verkeer.andere_inhoud(path)
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
    return path


def ter_plekke_met_dezelfde_tijd(verkeer: Verkeer) -> Path:
    path = verkeer.stuk()
    before = path.stat()
    path.write_bytes(verkeer.andere_inhoud(path))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return path


def even_lang_met_dezelfde_tijd(verkeer: Verkeer) -> Path:
    """Nothing shows it but the time of change, which nobody can set back."""
    path = verkeer.stuk()
    before, content = path.stat(), bytearray(path.read_bytes())
    if content:
        at = verkeer.kans.randrange(len(content))
        content[at] = ord("x") if content[at] != ord("x") else ord("y")
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return path


def in_de_plaats(verkeer: Verkeer) -> Path:
    """As other editors do: another file comes in its place."""
    path = verkeer.stuk()
    beside = path.with_name(f".{path.name}.nieuw")
    before = path.stat()
    beside.write_bytes(verkeer.andere_inhoud(path))
    if verkeer.kans.random() < 0.5:
        os.utime(beside, ns=(before.st_atime_ns, before.st_mtime_ns))
    beside.replace(path)
    return path


def verwissel(verkeer: Verkeer) -> tuple[Path, Path]:
    one, other = verkeer.stuk(), verkeer.stuk()
    if one != other:
        away = one.with_name(".weg")
        one.rename(away)
        other.rename(one)
        away.rename(other)
    return one, other


def weg(verkeer: Verkeer) -> Path:
    path = verkeer.stuk()
    path.unlink()
    return path


def erbij(verkeer: Verkeer) -> Path:
    path = verkeer.stuk()
    new = path.with_name(f"{path.stem[:40]}-{verkeer.nummer}.toml")
    shutil.copy2(path, new)
    return new


def hernoem(verkeer: Verkeer) -> Path:
    path = verkeer.stuk()
    return path.rename(path.with_name(f"{path.stem[:40]}-{verkeer.nummer}{path.suffix}"))


def map_hernoemd(verkeer: Verkeer) -> Path:
    folder = verkeer.kans.choice(verkeer.mappen())
    return folder.rename(folder.with_name(f"{folder.name[:20]}-{verkeer.nummer}"))


def map_erbij(verkeer: Verkeer) -> Path:
    folder = verkeer.kans.choice(verkeer.mappen())
    return Path(
        shutil.copytree(folder, folder.with_name(f"{folder.name[:20]}-{verkeer.nummer}"), symlinks=True)
    )


def map_weg(verkeer: Verkeer) -> Path | None:
    if len(folders := verkeer.mappen()) < 5:
        return None
    folder = verkeer.kans.choice(folders)
    shutil.rmtree(folder)
    return folder


def koppeling(verkeer: Verkeer) -> Path:
    path = verkeer.stuk()
    target = verkeer.stuk()
    path.unlink()
    path.symlink_to(target)
    return path


def onder_een_andere_naam(verkeer: Verkeer) -> Path:
    """The same file under two names, changed under the one that nobody looks at."""
    path, other = verkeer.stuk(), verkeer.root.parent / f"ander-{verkeer.nummer}"
    os.link(path, other)
    other.write_bytes(verkeer.andere_inhoud(path))
    other.unlink()
    return path


def vreemd_bestand(verkeer: Verkeer) -> Path:
    folder = verkeer.stuk().parent / "elders" / str(verkeer.nummer % 3)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"los-{verkeer.nummer}.txt"
    path.write_text("los", encoding="utf-8")
    return path


def ander_leertraject(verkeer: Verkeer) -> Path:
    """Changed, or there again after it was taken away."""
    path = verkeer.root / "leertraject.toml"
    content = verkeer.andere_inhoud(path if path.exists() else BASIS / path.name)
    if path.is_symlink():  # to what is gone by now, perhaps
        path.unlink()
    path.write_bytes(content)
    return path


def les_van_de_groep(verkeer: Verkeer) -> Path:
    """Lessons that others refer to, and that come and go."""
    path = verkeer.root / "lessen" / f"les-{verkeer.nummer % 4}.toml"
    path.parent.mkdir(exist_ok=True)
    if os.path.lexists(path):  # a link to what is gone by now, perhaps
        path.unlink()
    else:
        path.write_text('versie = 1\nstand = "concept"\n', encoding="utf-8")
        with verkeer.stuk().open("a", encoding="utf-8") as file:
            file.write(
                f'\n[[antwoorden]]\nles = "groep/{path.stem}"\nvraag = "a"\ngevraagd = "A?"\nantwoord = "b"\n'
            )
    return path


def andere_versie_van_git(verkeer: Verkeer) -> str:
    """Something is committed and another version is checked out, with all files as they were then."""
    _git(verkeer.root, "add", "--all")
    _git(verkeer.root, "commit", "--quiet", "--allow-empty", "--message", str(verkeer.nummer))
    versions = _git(verkeer.root, "rev-list", "--all", "--max-count=20").split()
    version = verkeer.kans.choice(versions)
    _git(verkeer.root, "checkout", "--quiet", "--detach", "--force", version)
    return version


def index_beschadigd(verkeer: Verkeer) -> Path | None:
    """A disk that forgot a part, an index of another folder, or none at all."""
    found = sorted((verkeer.root / AFGELEID).glob("*.index"))
    if not found:
        return None
    path = verkeer.kans.choice(found)
    content = bytearray(path.read_bytes())
    match verkeer.kans.randrange(4):
        case 0:
            path.unlink()
        case 1:
            path.write_bytes(content[: verkeer.kans.randrange(len(content))])
        case 2:
            content[verkeer.kans.randrange(len(content))] ^= 1 << verkeer.kans.randrange(8)
            path.write_bytes(content)
        case _:
            path.write_bytes(verkeer.kans.choice(found).read_bytes())
    return path


#: What happens, and how often compared with the rest.
WIJZIGINGEN: dict[Wijziging, int] = {
    ter_plekke: 8,
    ter_plekke_met_dezelfde_tijd: 8,
    even_lang_met_dezelfde_tijd: 12,
    in_de_plaats: 8,
    verwissel: 4,
    weg: 3,
    erbij: 4,
    hernoem: 3,
    map_hernoemd: 1,
    map_erbij: 1,
    map_weg: 1,
    koppeling: 1,
    onder_een_andere_naam: 4,
    vreemd_bestand: 2,
    ander_leertraject: 1,
    les_van_de_groep: 3,
    andere_versie_van_git: 2,
    index_beschadigd: 3,
}


def _git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=leercyclus", "-c", "user.email=leercyclus@example.org", "-c", "gc.auto=0")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def _begin(root: Path) -> Path:
    """Two cycles from the example and one that is whole, in git."""
    herstel(root)
    for name in ("2017-stroomlijn", "2018-wie-leidt"):
        shutil.copytree(VOORBEELD / name, root / name)
    (root / ".gitignore").write_text(f"{AFGELEID}/\n", encoding="utf-8")
    _git(root, "init", "--quiet")
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "begin")
    return root


@contextmanager
def zonder_index(root: Path) -> Iterator[None]:
    """As if this leertraject had never been looked at."""
    kept, away = root / AFGELEID, root.parent / "bewaard"
    kept.rename(away)
    try:
        yield
    finally:
        shutil.rmtree(kept, ignore_errors=True)
        away.rename(kept)


@pytest.mark.parametrize("seed", range(4))
def test_every_answer_is_that_of_a_run_without_index(
    tmp_path: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    root = _begin(tmp_path / "leertraject")
    monkeypatch.chdir(root)
    verkeer = Verkeer(root, seed)
    done: list[str] = []
    compared = 0
    while verkeer.nummer < AANTAL // 4:
        done.append(verkeer.een_keer())
        if verkeer.nummer % TUSSENDOOR == 0 or not verkeer.stukken():
            if len(verkeer.stukken()) < 20 or not (root / "leertraject.toml").exists():
                _git(root, "checkout", "--quiet", "--force", "--detach", ":/begin")
            monkeypatch.setenv("LEERCYCLUS_VANDAAG", verkeer.kans.choice(DAGEN))
            vraag = verkeer.kans.choice(VRAGEN)
            with_index = geef(*vraag)
            (root / AFGELEID).mkdir(exist_ok=True)
            with zonder_index(root):
                without = geef(*vraag)
            assert with_index == without, "\n".join(["", *done])
            assert with_index.code in (0, 1), with_index.err
            done.clear()
            compared += 1
    assert compared >= AANTAL // 4 // TUSSENDOOR
