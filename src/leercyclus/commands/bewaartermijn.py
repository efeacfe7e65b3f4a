"""leercyclus bewaartermijn."""

from __future__ import annotations

from typing import Annotated

import typer

from leercyclus.commands.lezer import zeg_onleesbaar
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.bewaartermijn import verlopen
from leercyclus.domain.datum import kort
from leercyclus.domain.tekst import aantal
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render import json_uit


@opdracht()
def bewaartermijn(
    omgeving: Omgeving,
    json: Annotated[bool, typer.Option("--json", help="Als JSON, voor scripts")] = False,
) -> int:
    """In [bewaren] van leertraject.toml staat hoeveel dagen elk soort stuk blijft, geteld vanaf de
    intervisiedag: interview = 365. Hier ziet u wat langer bewaard is. Er wordt niets weggehaald: dat doet u zelf.

    Voorbeeld: leercyclus bewaartermijn
    """  # fmt: skip
    inhoud, groep = omgeving.inhoud, omgeving.leesbare_groep()
    found = list(verlopen(inhoud, omgeving.vandaag))
    rows = [(omgeving.toon_pad(item.stuk.bestand), item) for item in found]
    if json:
        print(json_uit.dumps(json_uit.bewaartermijn(rows)))
        return 0
    for path, item in rows:
        print(f"{path}  {item.persoon or item.soort}, tot {kort(item.dag)}")
    zeg_onleesbaar(len(inhoud.problemen))
    if any((found.sleutel or "").startswith("bewaren") for found in groep.bevindingen):
        zeg("niet elke termijn in [bewaren] is te lezen; bekijk het met: leercyclus controleer")
    if not groep.record.bewaren.model_fields_set:
        zeg("in leertraject.toml staat nog geen [bewaren]; zet daar bijvoorbeeld onder: interview = 365")
    elif not found:
        zeg("er is niets langer bewaard dan afgesproken")
    else:
        zeg(
            f"{aantal(len(found), 'stuk of mens staat', 'stukken of mensen staan')} er langer dan afgesproken"
        )
        zeg(
            "haal een stuk weg door het bestand te verwijderen, en iemand die vertrok met: leercyclus vergeet ID"
        )
        zeg("git en reservekopieën houden de oude versies")
    return 0
