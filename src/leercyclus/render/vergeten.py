"""Where a name was found, what is left to do, and a report in which it does not stand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator

from leercyclus.domain.datum import voluit
from leercyclus.domain.tekst import aantal, showable
from leercyclus.domain.vergeten import Vergeting
from leercyclus.domain.vindplaats import Gevonden, InGit, Plek, Vindplaats
from leercyclus.render.ontsnapt import escaped
from leercyclus.uitgang import breedte

#: As much of a line as is shown at least, in characters.
_NAUWST = 32


def regels(gevonden: Gevonden, toon_pad: Callable[[str], str]) -> Iterator[str]:
    """A line for every place: file, line, and what stands there."""
    for item in (*gevonden.stukken, *gevonden.zelf):
        path = showable(toon_pad(item.bestand), newlines=False)
        if not item.plekken:
            yield f"{path}  de naam van het bestand"
        for place in item.plekken:
            where = f"{path}:{place.regel}:{place.kolom}  "
            room = max(_NAUWST, breedte() - len(where) - 1)
            yield where + showable(_rondom(place, room), newlines=False)


def _rondom(place: Plek, room: int) -> str:
    """The line, or the part of it in which the name stands."""
    if len(place.tekst.strip()) <= room:
        return place.tekst.strip()
    begin = max(0, min(place.kolom - 1 - room // 3, len(place.tekst) - room))
    part = place.tekst[begin : begin + room - 2].strip()
    return f"{'…' if begin else ''}{part}{'…' if begin + room - 2 < len(place.tekst) else ''}"


def nog_te_doen(gevonden: Gevonden, in_git: InGit | None, toon_pad: Callable[[str], str]) -> Iterator[str]:
    """What the program cannot do, and who can."""
    if gevonden.zelf:
        yield "de naam staat ook in bestanden die niet van leercyclus zijn; wijzig die zelf:"
        for item in gevonden.zelf:
            yield f"  {toon_pad(item.bestand)}"
    if gevonden.ongezien:
        count = aantal(len(gevonden.ongezien), "bestand is", "bestanden zijn")
        yield f"{count} geen tekst en niet doorzocht:"
        for bestand in gevonden.ongezien:
            yield f"  {toon_pad(bestand)}"
    yield from _elders(in_git)


def bladzijde(
    gevonden: Gevonden, in_git: InGit | None, vergeting: Vergeting, vandaag: dt.date, *, vervangen: bool
) -> str:
    """The report as Markdown. The name stands nowhere in it, also not in the names of files."""

    def row(item: Vindplaats) -> str:
        lines = sorted({place.regel for place in item.plekken})
        where = f", regel {', '.join(map(str, lines))}" if lines else ", de naam van het bestand"
        return f"- {escaped(vergeting.in_pad(item.bestand))}{where}"

    done = "vervangen in" if vervangen else "gevonden in"
    page = [
        "# Verslag van een verzoek om vergeten te worden",
        "",
        f"Op {voluit(vandaag)} is een naam {done} deze bestanden:",
        "",
        *(map(row, gevonden.stukken) if gevonden.stukken else ["- geen"]),
    ]
    for title, names in (
        ("Zelf te wijzigen", [row(item) for item in gevonden.zelf]),
        ("Niet doorzocht", [f"- {line}" for line in _niet_doorzocht(gevonden, vergeting)]),
        ("Wat er elders nog staat", [f"- {line}" for line in _elders(in_git)]),
    ):
        if names:
            page += ["", f"## {title}", "", *names]
    return "\n".join(page) + "\n"


def _niet_doorzocht(gevonden: Gevonden, vergeting: Vergeting) -> Iterator[str]:
    """How many files were not looked into, by folder: what they are called may be a name."""
    folders = Counter(vergeting.in_pad(bestand).rpartition("/")[0] for bestand in gevonden.ongezien)
    for folder, count in sorted(folders.items()):
        where = f"in {escaped(folder)}" if folder else "naast leertraject.toml"
        yield f"{aantal(count, 'bestand', 'bestanden')} {where}"


def _elders(in_git: InGit | None) -> Iterator[str]:
    """What others still hold."""
    if in_git is None:
        yield "staat deze map ook in git, dan houdt git de oude versies"
    elif in_git.versies:
        count = aantal(in_git.versies, "commit", "commits")
        yield f"de geschiedenis van git houdt de naam in {count}"
        yield "daaruit halen kan met git filter-repo; dat raakt iedereen met een kloon, dus spreek het af"
    else:
        yield "in de geschiedenis van git is de naam niet gevonden"
    if in_git and in_git.geschreven_door:
        count = aantal(in_git.geschreven_door, "commit", "commits")
        yield f"bij {count} staat de naam als schrijver in git; ook dat verandert alleen git filter-repo"
    yield "wie een kloon of een reservekopie heeft, of stukken per mail kreeg, houdt wat daarin staat"
