"""leercyclus begin."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from leercyclus.commands.hier import toon_pad
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.commands.opnemen.opties import losse_tekst
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.controle import to_record
from leercyclus.domain.errors import ConflictError, ContentError, UsageError
from leercyclus.domain.ids import is_id, slug
from leercyclus.domain.leertraject import Leertraject
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.soorten import LEERTRAJECT
from leercyclus.domain.tekst import without_refused
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store import files, ingebouwd, schrijven
from leercyclus.store.aanlevering import lees as lees_aanlevering
from leercyclus.store.gitbestanden import vul_aan
from leercyclus.store.werkmap import Werkmap

_SEPARATOR = re.compile("[,;]")
_WIE = {
    "coordinator": "alleen de coördinator; anderen krijgen stukken per mail of op papier",
    "deelnemers": "alle deelnemers krijgen een kopie van de map",
}


@opdracht("geen_invoer")
def begin(
    omgeving: Omgeving,
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="[MAP]", help="Waar het leertraject komt; anders hier", show_default=False),
        Aanbod.MAP,
    ] = None,
    naam: Annotated[str | None, typer.Option("--naam", metavar="TEKST", help="Hoe uw groep heet")] = None,
    organisatie: Annotated[
        list[str] | None,
        typer.Option("--organisatie", metavar="NAAM", help="Een organisatie die meedoet; mag vaker"),
    ] = None,
    map_voor: Annotated[
        str | None,
        typer.Option("--map-voor", metavar="|".join(_WIE), help="Wie deze map krijgt"),
        tuple(_WIE),
    ] = None,
    lees: Annotated[
        str | None,
        typer.Option("--lees", metavar="BESTAND", help="Neem een heel leertraject.toml over"),
        Aanbod.BESTAND,
    ] = None,
) -> int:
    """Maakt leertraject.toml, en zorgt dat git de bestanden goed bewaart. Drie vragen; de rest
    komt later.

    Git onthoudt elke versie en de naam van wie haar maakte. Wie de map heeft, kan alles lezen
    wat erin staat. Krijgen alle deelnemers de map, dan blijven de interviews buiten git.

    Voorbeeld: leercyclus begin --naam "Leren van elkaar" --organisatie "Gemeente Oss"
    """  # fmt: skip
    folder = (map_ or omgeving.start).absolute()
    naam = losse_tekst("--naam", naam)
    named = [losse_tekst("--organisatie", text) or "" for text in organisatie or ()]
    if (folder / LEERTRAJECT.pad).exists():
        raise ConflictError(
            f"{toon_pad(folder / LEERTRAJECT.pad)} bestaat al", tip="bekijk het met: leercyclus status"
        )
    if map_voor is not None and map_voor not in _WIE:
        raise UsageError(f"--map-voor: '{map_voor}' kan hier niet; kies uit {', '.join(_WIE)}")
    files.toets_schrijfbaar(folder)
    if lees is not None:
        data = _complete(lees_aanlevering(lees).record(LEERTRAJECT, {}), lees)
    else:
        data, map_voor = _ask(omgeving, naam, named, map_voor)
    # leertraject.toml last: once it is there begin is done, and what must stay out of git does
    changed = vul_aan(folder, zonder_interviews=map_voor == "deelnemers")
    made = schrijven.create(Werkmap(folder), LEERTRAJECT, "", "", data)
    for path in (folder / made.bestand, *changed):
        print(toon_pad(path))
    _explain(map_voor or "coordinator", data)
    return 0


def _ask(
    omgeving: Omgeving, name: str | None, organisations: list[str], reader: str | None
) -> tuple[dict[str, Any], str | None]:
    talk = Gesprek()
    if name is None:
        if not omgeving.mag_vragen:
            raise UsageError("--naam ontbreekt: hoe uw groep heet")
        name = talk.regel("Hoe heet uw groep", nodig=True)
        if not organisations:
            said = talk.regel("Welke organisaties doen mee (met een komma ertussen; mag later)")
            organisations = [part.strip() for part in _SEPARATOR.split(said) if part.strip()]
        if reader is None:
            talk.zeg("Wie krijgt deze map? Wie de map heeft, kan alles lezen.")
            reader = talk.kies_een("Wie", _WIE, standaard="coordinator")
    name, _ = without_refused(" ".join(name.split()))
    if not slug(name):
        raise UsageError(f"--naam: van '{name}' is geen id te maken", tip="gebruik letters of cijfers")
    return _new(name, organisations), reader


def _new(name: str, organisations: list[str]) -> dict[str, Any]:
    named = {slug(_short(text)): text for text in organisations}
    for id, text in named.items():
        if not is_id(id):
            raise UsageError(
                f"--organisatie: van '{text}' is geen id te maken", tip="gebruik letters of cijfers"
            )
    data: dict[str, Any] = {"id": slug(name), "naam": name, "termijnen": Leertraject().termijnen.model_dump()}
    if named:
        data["organisaties"] = [{"id": id, "naam": text} for id, text in named.items()]
    data["themas"] = [{"id": theme.id, "naam": theme.naam} for theme in ingebouwd.themas()]
    return data


def _short(name: str) -> str:
    """``Oss`` for ``Gemeente Oss``."""
    return name.removeprefix("Gemeente ").removeprefix("gemeente ")


def _complete(data: dict[str, Any], source: str) -> dict[str, Any]:
    record, _ = to_record(Leertraject, data)
    missing = [field.naam for field in ontbrekend(record)]
    if missing:
        raise ContentError(
            f"in {source} ontbreekt: {', '.join(missing)}", tip="vul dit aan en geef de opdracht opnieuw"
        )
    return data


def _explain(reader: str, data: dict[str, Any]) -> None:
    if reader == "deelnemers":
        zeg(
            "interviews blijven buiten git, omdat alle deelnemers de map krijgen; de adviseur bewaart ze zelf"
        )
    zeg("wie deze map heeft, kan alles lezen; git bewaart elke versie, met de naam van wie haar maakte")
    zeg("voeg nu de mensen toe, bijvoorbeeld:")
    for place in data.get("organisaties", [])[:1]:
        name = f"Directeur {_short(place['naam'])}"
        zeg(f'  leercyclus deelnemer {slug(name)} --naam "{name}" --organisatie {place["id"]}')
        return
    zeg('  leercyclus deelnemer directeur-oss --naam "Directeur Oss"')
