"""What is measured, beside what, and what it should be."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.bomen import Advies, Bomen, Wijziging
from bench.meten import GRENS, Opdracht

_PYTHON = Path(sys.executable)
_LEERCYCLUS = _PYTHON.with_name("leercyclus")
_NAAST = Path(__file__).parent / "naast"
_GEWIJZIGD = 100
#: Ten times as many cycles may take eleven times as long.
_GROEI = 11.0
_PAS = Opdracht((_PYTHON, "-c", "pass"))
_REGEL = "leercyclus advies 2016-"


@dataclass(frozen=True)
class Rij:
    """A command, what runs beside it, and how many times as long it may take.

    Without ``naast`` it is about memory, and ``doel`` is in MB. ``niet`` says why it cannot be measured.
    """

    groep: str
    naam: str
    opdracht: Opdracht | None
    naast: Opdracht | None = None
    naast_naam: str = ""
    doel: float | None = None
    niet: str = ""
    grens: float = GRENS


def leercyclus(tree: Path, *arguments: str, terminal: bool = False) -> Opdracht:
    """A command line of leercyclus in a leertraject; 1 says that something was found, or was not."""
    return Opdracht((_LEERCYCLUS, *arguments), map=tree, terminal=terminal, codes=frozenset({0, 1}))


def koud(command: Opdracht) -> Opdracht:
    """The same, without anything that leercyclus remembers of an earlier run."""
    assert command.map is not None
    return replace(command, voor=partial(shutil.rmtree, command.map / ".leercyclus", ignore_errors=True))


def getal(number: int) -> str:
    """As it is written in Dutch."""
    return f"{number:,}".replace(",", ".")


def rijen(bomen: Bomen, cycli: int, klein: int) -> Iterator[Rij]:
    """All rows about leercyclus itself. A tree is made when the first row that needs it comes."""
    yield from _starten(bomen.voorbeeld())
    yield from _schrijven(bomen.gemaakt(9), bomen.gemaakt(cycli), cycli)
    yield from _groot(bomen.gemaakt(cycli), f"{getal(cycli)} cycli")
    growth = f"Van {getal(klein)} naar {getal(cycli)} cycli"
    yield from _groei(bomen.gemaakt(cycli), bomen.gemaakt(klein), growth)


def _groot(tree: Path, groep: str) -> Iterator[Rij]:
    status, check = leercyclus(tree, "status", "--json"), leercyclus(tree, "controleer")
    git = Opdracht(("git", "status", "--porcelain"), map=tree)
    loop = Opdracht((_PYTHON, _NAAST / "lus.py", tree))
    row = partial(Rij, groep)
    yield row("`status --json`", status, git, "`git status`", 1.4)
    yield _na_wijziging(groep, status, git)
    yield row("`status --json`, koud", koud(status), loop, "alleen `tomllib`", 0.45)
    for option, goal in ((), 1.3), (("--alles",), 3.0):
        shown = leercyclus(tree, "status", *option, terminal=True)
        name = " ".join(("status", *option))
        yield row(f"`{name}`, aan een terminal", shown, status, "`status --json`", goal)
    yield row("`controleer`", check, status, "`status --json`", 1.5)
    yield row("`controleer`, koud", koud(check), loop, "alleen `tomllib`", 0.7)
    grep = Opdracht(("grep", "-rl", "--include=*.toml", "--exclude-dir=.git", "jeugdhulp", "."), map=tree)
    yield row("`zoek`", leercyclus(tree, "zoek", "jeugdhulp"), grep, "`grep -rl`", 1.0)
    yield row("`status --json`, geheugen", status, doel=150)
    yield row("`status --json`, koud, geheugen", koud(status), doel=400)


def _na_wijziging(groep: str, status: Opdracht, git: Opdracht) -> Rij:
    assert status.map is not None
    change = Wijziging(status.map, _GEWIJZIGD)
    return Rij(
        groep,
        f"`status --json`, na een wijziging in {len(change.files)} stukken",
        replace(status, voor=change, na=change.terug),
        replace(git, voor=change, na=change.terug),
        "`git status`",
        1.8,
    )


def _groei(groot: Path, klein: Path, groep: str) -> Iterator[Rij]:
    for name in ("status --json", "controleer"):
        for said, kind in (("", replace), (", koud", koud)):
            many, few = (kind(leercyclus(tree, *name.split())) for tree in (groot, klein))
            yield Rij(groep, f"`{name}`{said}", many, few, "hetzelfde met minder", _GROEI)


def _starten(example: Path) -> Iterator[Rij]:
    groep = "Starten, en het voorbeeld van negen cycli"
    row = partial(Rij, groep, naast=_PAS, naast_naam="`python -c pass`")
    empty = Opdracht((_PYTHON, _NAAST / "leeg.py"))
    yield row("`--versie`", leercyclus(example, "--versie"), doel=1.6)
    yield row("een leeg programma met Typer", empty)
    yield row("`uitleg LC001`", leercyclus(example, "uitleg", "LC001"), doel=7.5)
    yield row("`status --json`", leercyclus(example, "status", "--json"), doel=7.5)
    for shell, start in (("bash", ()), ("zsh", ()), ("fish", ("env",))):
        tab = Opdracht((*start, _LEERCYCLUS), map=example, omgeving={"_LEERCYCLUS_AANVULLING": _REGEL})
        yield row(f"Tab in {shell}", tab, doel=7.5)
    yield row("`--help`", leercyclus(example, "--help"), doel=13.0)
    yield row("`status`, aan een terminal", leercyclus(example, "status", terminal=True), doel=13.0)


def _schrijven(few: Path, many: Path, cycli: int) -> Iterator[Rij]:
    groep = "Eén advies schrijven"
    own, bare = _advies(few, "eigen"), _advies(few, "kaal")
    yield Rij(groep, "bij 9 cycli", own, bare, "alleen fsync en hernoemen", 1.2)
    yield Rij(groep, f"bij {getal(cycli)} cycli", _advies(many, "eigen"), own, "bij 9 cycli", 1.1)


def _advies(tree: Path, way: str) -> Opdracht:
    place = Advies(tree)
    return Opdracht((_PYTHON, _NAAST / "schrijf.py", way, *place.argv), map=tree, na=place.weg)
