"""What goes wrong in real leertrajecten, put in on purpose: each kind with the code that finds it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import NamedTuple

#: The texts of one cyclus by path.
Teksten = MutableMapping[str, str]


class Fout(NamedTuple):
    """A file that was broken, and the code of what ``controleer`` finds in it."""

    code: str
    bestand: str


def _eerste(teksten: Teksten, begin: str) -> str:
    return next(path for path in teksten if path.startswith(begin))


def _vervang(teksten: Teksten, begin: str, old: str, new: str) -> str:
    """Change one place in the first record that begins so; which record that is."""
    path = _eerste(teksten, begin)
    before, found, after = teksten[path].partition(old)
    if not found:
        raise LookupError(f"{old!r} is not in {path}")
    teksten[path] = before + new + after
    return path


def tikfout(teksten: Teksten) -> Fout:
    """A key that is written wrongly."""
    return Fout("LC012", _vervang(teksten, "adviezen/", "\nkern = ", "\nkenr = "))


def kapotte_regel(teksten: Teksten) -> Fout:
    """A quotation mark that is gone."""
    return Fout("LC001", _vervang(teksten, "interviews/", 'stand = "definitief"', 'stand = "definitief'))


def onbekende_persoon(teksten: Teksten) -> Fout:
    """Somebody whose id has a letter too many."""
    return Fout("LC013", _vervang(teksten, "adviezen/", '\nvan = "', '\nvan = "x'))


def botsing(teksten: Teksten) -> Fout:
    """Two versions that git could not merge."""
    marked = '<<<<<<< HEAD\nspiegel = "U wacht."\n=======\nspiegel = """\n'
    path = _vervang(teksten, "gespreksnotitie", 'spiegel = """\n', marked)
    teksten[path] = teksten[path].replace('"""\nbeelden_intern', '"""\n>>>>>>> tak\nbeelden_intern', 1)
    return Fout("LC003", path)


def geen_datum(teksten: Teksten) -> Fout:
    """A date in words."""
    path = _eerste(teksten, "interviews/")
    lines = ['datum = "12 maart"' if line.startswith("datum") else line for line in teksten[path].split("\n")]
    teksten[path] = "\n".join(lines)
    return Fout("LC010", path)


def andere_dag(teksten: Teksten) -> Fout:
    """A day that was written down as another day."""
    path = _eerste(teksten, "intervisie.toml")
    lines = ["datum = 2014-12-31" if line.startswith("datum") else line for line in teksten[path].split("\n")]
    teksten[path] = "\n".join(lines)
    return Fout("LC034", path)


def verdwaald(teksten: Teksten) -> Fout:
    """A record in a folder whose name is almost right."""
    path = _eerste(teksten, "interviews/elders")
    moved = path.replace("interviews/", "interview/")
    teksten[moved] = teksten.pop(path)
    return Fout("LC008", moved)


def onvolledig(teksten: Teksten) -> Fout:
    """A lesson that is definitief without saying what it is."""
    return Fout("LC014", _vervang(teksten, "lessen/", "\nkern = ", '\nkern = "" # '))


FOUTEN: tuple[Callable[[Teksten], Fout], ...] = (
    *(tikfout, kapotte_regel, onbekende_persoon, botsing),
    *(geen_datum, andere_dag, verdwaald, onvolledig),
)
