"""leercyclus vergeet."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

import typer

from leercyclus.commands.omgeving import Omgeving, opdracht, toon_pad
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.leertraject import Deelnemer
from leercyclus.domain.tekst import aantal, is_refused, showable
from leercyclus.domain.veld import Verwijzing
from leercyclus.domain.vergeten import IEMAND, Gevonden, Vergeting
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.vergeten import bladzijde, nog_te_doen, regels
from leercyclus.store import omzetting, schrijven, vergeten

#: A name that is shorter stands in too many words.
_KORTSTE = 3
#: What cannot stand in every text of a TOML file as it is.
_LASTIG = set("\"'\\\n\r\t#[]{}=")


@opdracht("geen_invoer", "oefenen")
def vergeet(
    omgeving: Omgeving,
    wie: Annotated[
        str,
        typer.Argument(
            metavar="NAAM-OF-ID", help="Een deelnemer, of de naam van wie dan ook", show_default=False
        ),
        Verwijzing.PERSOON,
    ],
    toon: Annotated[bool, typer.Option("--toon", help="Laat alleen zien waar de naam staat")] = False,
    vervang: Annotated[
        str | None,
        typer.Option("--vervang", metavar="TEKST", help="Wat er in plaats van de naam komt [iemand]"),
    ] = None,
    naar: Annotated[
        str | None,
        typer.Option("--naar", metavar="BESTAND", help="Schrijf een verslag, zonder de naam"),
    ] = None,
) -> int:
    """Haalt een naam uit alle stukken, ook van iemand die geen deelnemer is: overal of nergens. Een deelnemer
    krijgt een id dat niets zegt, zodat cycli die rond zijn dat blijven. Bekijk eerst met --toon waar de naam staat.

    Een andere schrijfwijze, zoals alleen de achternaam, vindt u met een tweede opdracht. Git, klonen en
    reservekopieën houden de oude versies: wat daar nog staat, leest u aan het eind.

    Voorbeeld: leercyclus vergeet directeur-oss --toon
    """  # fmt: skip
    werkmap = omgeving.werkmap if toon else omgeving.voor_schrijven()
    vergeting = _vergeting(omgeving, wie, vervang)
    found = vergeten.zoek(werkmap.root, vergeting)
    if toon:
        for line in regels(found, omgeving.toon_pad):
            print(line)
    if not (found.stukken or found.zelf):
        raise NotFoundError(
            f"'{wie}' staat nergens in dit leertraject",
            tip="probeer ook een andere schrijfwijze, zoals alleen de achternaam",
        )
    if not toon and found.stukken:
        if not _mag_door(omgeving, found):
            zeg("er is niets gewijzigd")
            return 0
        changes = vergeten.wijzigingen(werkmap.root, vergeting, found)
        omzetting.voer_uit(werkmap.root, changes)
        for item in changes:
            print(showable(omgeving.toon_pad(item.nieuw_bestand), newlines=False))
    in_git = vergeten.in_git(werkmap.root, vergeting)
    if naar is not None:
        page = bladzijde(found, in_git, vergeting, omgeving.vandaag, vervangen=not toon)
        schrijven.naar_bestand(Path(naar), page.encode("utf-8"), vervang=False)
        print(toon_pad(Path(naar)))
    for line in nog_te_doen(found, in_git, omgeving.toon_pad):
        zeg(line)
    return 0


def _vergeting(omgeving: Omgeving, wie: str, vervang: str | None) -> Vergeting:
    """Who is meant. UsageError for what cannot be looked for, or not be put in the place of a name."""
    instead = IEMAND if vervang is None else vervang.strip()
    if not instead or _LASTIG & set(instead) or any(map(is_refused, instead)):
        raise UsageError("--vervang: gebruik gewone woorden, zonder aanhalingstekens of andere leestekens")
    name = " ".join(wie.split())
    if len(name) < _KORTSTE:
        raise UsageError(
            f"'{wie}' is te kort om te zoeken", tip="geef de hele naam, of de id van een deelnemer"
        )
    things = {
        *((item.id, item.naam) for item in omgeving.groep.organisaties),
        *((item.id, item.naam) for item in omgeving.groep.themas),
    }
    if any(name in called for called in things):
        raise UsageError(
            f"'{wie}' is geen mens", tip="vergeet is voor mensen; wijzig dit in leertraject.toml"
        )
    person = _persoon(omgeving, name)
    ids = {record.id for record in omgeving.inhoud.records}
    return Vergeting.van(person, name, neutraal=f"{IEMAND}-{secrets.token_hex(3)}", vervang=instead, ids=ids)


def _persoon(omgeving: Omgeving, name: str) -> Deelnemer | None:
    people = omgeving.groep.deelnemers
    by_name = (person for person in people if (person.naam or "").casefold() == name.casefold())
    return omgeving.groep.persoon(name) or next(by_name, None)


def _mag_door(omgeving: Omgeving, found: Gevonden) -> bool:
    """Whether it is really wanted: somebody at the terminal is asked."""
    if not omgeving.mag_vragen:
        return True
    places = aantal(found.aantal, "plaats", "plaatsen")
    zeg(f"de naam staat op {places} in {aantal(len(found.stukken), 'bestand', 'bestanden')}")
    return Gesprek().ja_nee("Overal vervangen?", standaard=False)
