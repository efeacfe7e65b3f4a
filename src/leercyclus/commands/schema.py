"""leercyclus schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from leercyclus.commands.hier import toon_pad
from leercyclus.commands.omgeving import Omgeving, opdracht
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.soorten import SOORTEN
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render import json_uit, uitvoer
from leercyclus.render import schema as schemas
from leercyclus.store import schrijven
from leercyclus.store.schema import bestandsnaam


@opdracht()
def schema(
    omgeving: Omgeving,
    soort: Annotated[
        str | None,
        typer.Argument(metavar="[SOORT]", help="Zoals cyclus of advies", show_default=False),
        (*dict.fromkeys(kind.naam for kind in SOORTEN), *uitvoer.UITVOER),
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
    kinds = {kind.naam: kind for kind in SOORTEN}
    if naar is not None:
        paths = {name: Path(naar) / bestandsnaam(name) for name in kinds}
        for name, path in paths.items():
            schrijven.naar_bestand(path, _text(schemas.schema(kinds[name])).encode(), vervang=True)
        for path in paths.values():  # last: who reads the paths may stop before the end
            print(toon_pad(path))
    elif soort is None:
        for name in (*kinds, *uitvoer.UITVOER):
            print(name)
        zeg("zet ze voor uw editor in een map met: leercyclus schema --naar schema")
    elif soort in kinds:
        print(_text(schemas.schema(kinds[soort])), end="")
    elif soort in uitvoer.UITVOER:
        print(_text(uitvoer.schema(soort)), end="")
    else:
        raise NotFoundError(
            f"er is geen soort '{soort}'",
            tip=suggestion(soort, (*kinds, *uitvoer.UITVOER)) or "bekijk ze met: leercyclus schema",
        )
    return 0


def _text(made: dict[str, Any]) -> str:
    return json_uit.dumps(made) + "\n"
