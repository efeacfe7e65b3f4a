"""leercyclus schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from leercyclus.commands.hier import toon_pad
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.paden import IN_CYCLUS, IN_LEERTRAJECT
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.uitvoer import UITVOER
from leercyclus.render.uitvoer import schema as uitvoerschema
from leercyclus.store.schema import bestandsnaam

_SOORTEN = tuple(dict.fromkeys((*IN_LEERTRAJECT, *IN_CYCLUS)))


@opdracht()
def schema(
    omgeving: Omgeving,
    soort: Annotated[
        str | None,
        typer.Argument(metavar="[SOORT]", help="Zoals cyclus of advies", show_default=False),
        (*_SOORTEN, *UITVOER),
    ] = None,
    naar: Annotated[
        str | None,
        typer.Option("--naar", metavar="MAP", help="Schrijf alle schema’s in deze map"),
        Aanbod.MAP,
    ] = None,
) -> int:
    """Een JSON Schema zegt een editor welke sleutels een stuk heeft en wat erin hoort. Met --naar staan
    ze naast uw leertraject, en verwijst elk nieuw stuk ernaar. Ook van elke JSON-uitvoer is er een.

    Voorbeeld: leercyclus schema --naar schema
    """  # fmt: skip
    if naar is not None:
        _schrijf(Path(naar))
    elif soort is None:
        for name in (*_SOORTEN, *UITVOER):
            print(name)
        zeg("zet ze voor uw editor in een map met: leercyclus schema --naar schema")
    elif soort in _SOORTEN:
        print(_van_soort(soort), end="")
    elif soort in UITVOER:
        print(_text(uitvoerschema(soort)), end="")
    else:
        raise NotFoundError(
            f"er is geen soort '{soort}'",
            tip=suggestion(soort, (*_SOORTEN, *UITVOER)) or "bekijk ze met: leercyclus schema",
        )
    return 0


def _schrijf(folder: Path) -> None:
    """The schema of every kind, in a folder."""
    from leercyclus.store import schrijven  # here: the list of names needs no models

    paths = {name: folder / bestandsnaam(name) for name in _SOORTEN}
    for name, path in paths.items():
        schrijven.naar_bestand(path, _van_soort(name).encode(), vervang=True)
    for path in paths.values():  # last: who reads the paths may stop before the end
        print(toon_pad(path))


def _van_soort(name: str) -> str:
    from leercyclus.domain.soorten import SOORTEN  # here: idem
    from leercyclus.render import schema as schemas

    kinds = {kind.naam: kind for kind in SOORTEN}
    return _text(schemas.schema(kinds[name]))


def _text(made: dict[str, Any]) -> str:
    from leercyclus.render import json_uit  # here: idem

    return json_uit.dumps(made) + "\n"
