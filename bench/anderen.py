"""Other programs that keep records in files, on as many records of their own kind."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.bomen import Bomen, leg_vast
from bench.meten import Opdracht
from bench.rijen import Rij, getal, koud, leercyclus
from bench.verteller import Verteller

#: How many seconds one run of another program may take.
GRENS = 60.0
_PER_CYCLUS = 14
#: The folder of its data is home, so that no setting of the user counts.
_THUIS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
_JRNL = """\
colors: {body: none, date: none, tags: none, title: none}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {default: {journal: ~/journal.txt}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""


@dataclass(frozen=True)
class Ander:
    """Another program: where it comes from, how its records are made, and what lists or validates them."""

    naam: str
    versie: str
    vul: Callable[[Path, int, Verteller], None]
    opdracht: tuple[str, ...]
    van_npm: bool = False

    @property
    def zegt(self) -> str:
        """How its row is called."""
        return f"{self.naam} {self.versie}: `{' '.join(self.opdracht)}`"


def rijen_anderen(bomen: Bomen, records: int) -> Iterator[Rij]:
    """Each of them beside ``leercyclus status --json`` on so many records."""
    tree = bomen.gemaakt(round(records / _PER_CYCLUS))
    status, check = leercyclus(tree, "status", "--json"), leercyclus(tree, "controleer")
    row = partial(
        Rij,
        f"Naast andere programma's, {getal(records)} stukken",
        naast=status,
        naast_naam="leercyclus `status --json`",
    )
    yield row("leercyclus `status --json`, koud", koud(status))
    yield row("leercyclus `controleer`", check)
    yield row("leercyclus `controleer`, koud", koud(check))
    for other in ANDEREN:
        command, problem = _klaar(other, bomen.folder / "anderen", records)
        yield row(other.zegt, command, niet=problem, grens=GRENS)


def _klaar(other: Ander, folder: Path, records: int) -> tuple[Opdracht | None, str]:
    """The command, after the program was installed and its records were made; or why there is none."""
    home = folder / other.naam
    try:
        _installeer(other, home)
    except (OSError, subprocess.CalledProcessError):
        return None, "niet te installeren"
    program = home / ("node_modules/.bin" if other.van_npm else "bin") / other.opdracht[0]
    data = folder / f"{other.naam}-{records}"
    if not data.exists():
        _vul(other, data, records)
    return Opdracht((program, *other.opdracht[1:]), data, dict.fromkeys(_THUIS, str(data))), ""


def _vul(other: Ander, data: Path, records: int) -> None:
    """A git repository with so many records, there whole or not at all."""
    unfinished = data.with_name(f"{data.name}.half")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    other.vul(unfinished, records, Verteller(1))
    leg_vast(unfinished)
    unfinished.rename(data)


def _installeer(other: Ander, home: Path) -> None:
    """In an environment of its own; what is there already is of this version, or it is made again."""
    stamp = home / "versie"
    if stamp.exists() and stamp.read_text("utf-8") == other.versie:
        return
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    npm = ("npm", "install", "--silent", "--no-fund", "--no-audit", f"{other.naam}@{other.versie}")
    venv = (sys.executable, "-m", "venv", ".")
    pip = (str(home / "bin/pip"), "install", "--quiet", f"{other.naam}=={other.versie}")
    for command in (npm,) if other.van_npm else (venv, pip):
        subprocess.run(command, cwd=home, check=True, capture_output=True)
    stamp.write_text(other.versie, "utf-8")


def _todoman(folder: Path, records: int, kans: Verteller) -> None:
    _schrijf(folder / "todoman/config.py", "path = '~/lijsten/*'\ndefault_list = 'werk'\n")
    for number in range(records):
        said = _verhaal(kans).replace("\n", "\\n")
        lines = (
            *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:bench", "BEGIN:VTODO", f"UID:{number}"),
            *("DTSTAMP:20300301T120000Z", f"SUMMARY:{kans.zin('les')}", f"DESCRIPTION:{said}"),
            *("STATUS:NEEDS-ACTION", "END:VTODO", "END:VCALENDAR", ""),
        )
        _schrijf(folder / f"lijsten/werk/{number}.ics", "\r\n".join(lines))


def _jrnl(folder: Path, records: int, kans: Verteller) -> None:
    _schrijf(folder / "jrnl/jrnl.yaml", _JRNL)
    with open(folder / "journal.txt", "w", encoding="utf-8") as journal:
        for number in range(records):
            year, month, day = 2015 + number % 15, number % 12 + 1, number % 28 + 1
            journal.write(f"[{year}-{month:02}-{day:02} 09:{number % 60:02}] {kans.zin('les')}.\n")
            journal.write(f"{_verhaal(kans)}\n\n")


def _doorstop(folder: Path, records: int, kans: Verteller) -> None:
    _schrijf(folder / "eisen/.doorstop.yml", "settings:\n  digits: 5\n  prefix: REQ\n  sep: ''\n")
    for number in range(1, records + 1):
        said = _verhaal(kans).replace("\n", "\n  ")
        lines = (
            *("active: true", "derived: false", "header: ''", f"level: '1.{number}'", "links: []"),
            *("normative: true", "ref: ''", "reviewed: null", f"text: |\n  {said}", ""),
        )
        _schrijf(folder / f"eisen/REQ{number:05}.yml", "\n".join(lines))


def _towncrier(folder: Path, records: int, kans: Verteller) -> None:
    _schrijf(folder / "towncrier.toml", '[tool.towncrier]\nname = "x"\ndirectory = "nieuws"\n')
    for number in range(records):
        said = _verhaal(kans)
        _schrijf(folder / f"nieuws/{number}.feature.md", f"{said}\n")


def _backlog(folder: Path, records: int, kans: Verteller) -> None:
    settings = 'project_name: "bench"\nstatuses: ["To Do", "Done"]\ncheck_active_branches: false\n'
    _schrijf(folder / "backlog/config.yml", f"{settings}remote_operations: false\n")
    for number in range(1, records + 1):
        title = kans.zin("les")
        lines = (
            *("---", f"id: TASK-{number}", f"title: {title}", "status: To Do", "assignee: []"),
            *("created_date: '2030-03-01 09:00'", "labels: []", "dependencies: []", "---", ""),
            *("## Description", "", _verhaal(kans), ""),
        )
        _schrijf(folder / f"backlog/tasks/task-{number} - {title.replace(' ', '-')}.md", "\n".join(lines))


def _verhaal(kans: Verteller) -> str:
    """As much as a record of leercyclus says."""
    return kans.tekst("verhaal", "ik", "verhaal", "advies", alineas=2)


def _schrijf(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")


ANDEREN = (
    Ander("todoman", "4.7.0", _todoman, ("todo", "list")),
    Ander("jrnl", "4.6", _jrnl, ("jrnl", "--short")),
    Ander("doorstop", "3.2", _doorstop, ("doorstop", "--no-reformat")),
    Ander("towncrier", "26.9.0", _towncrier, ("towncrier", "build", "--draft", "--version", "1")),
    Ander("backlog.md", "1.52.0", _backlog, ("backlog", "task", "list", "--plain"), van_npm=True),
)
