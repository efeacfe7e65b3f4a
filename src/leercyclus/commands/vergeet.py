"""leercyclus vergeet."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from leercyclus.commands.hier import toon_pad
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.errors import ConflictError, NotFoundError, UsageError
from leercyclus.domain.ids import Verwijzing, is_id, slug
from leercyclus.domain.les import Les
from leercyclus.domain.tekst import aantal, is_refused, opsomming
from leercyclus.domain.vergeten import IEMAND, Vergeting, is_zelfde_naam
from leercyclus.domain.vindplaats import Gevonden
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.vergeten import bladzijde, nog_te_doen, regels
from leercyclus.store import files, omzetting, schrijven, vergeten

#: A name that is shorter stands in too many words.
_KORTSTE = 3
#: How often is looked again for what was written while names were being replaced.
_RONDES = 5
#: What cannot stand in every text of a TOML file as it is.
_LASTIG = set("\"'\\\n\r\t#[]{}=/")
#: What comes in the place of a name is a few words, in characters.
_LANGSTE = 60


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
    if omgeving.elders.is_er:
        raise ConflictError(
            "hier staat maar een deel van het leertraject, en in de rest kan de naam ook staan",
            tip="haal eerst alles erbij met: git sparse-checkout disable",
        )
    if naar is not None:
        _toets_verslag(Path(naar))
    vergeting = _vergeting(omgeving, wie, vervang, toon=toon)
    found = vergeten.zoek(werkmap.root, vergeting, om_te_wijzigen=not toon)
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
        for path in _vervang(werkmap.root, vergeting, found):
            print(omgeving.toon_pad(path))
    in_git = vergeten.in_git(werkmap.root, vergeting)
    if naar is not None:
        page = bladzijde(found, in_git, vergeting, omgeving.vandaag, vervangen=not toon)
        schrijven.naar_bestand(Path(naar), page.encode("utf-8"), vervang=False)
        print(toon_pad(Path(naar)))
    for line in nog_te_doen(found, in_git, omgeving.toon_pad):
        zeg(line)
    return 0


def _toets_verslag(path: Path) -> None:
    """Nothing is replaced when the report cannot be written after it. ConflictError, OSError."""
    if os.path.lexists(path):
        raise ConflictError(f"{toon_pad(path)} bestaat al; er is niets gewijzigd", tip="geef een andere naam")
    files.toets_schrijfbaar(path.parent)


def _vervang(root: Path, vergeting: Vergeting, found: Gevonden) -> list[str]:
    """Replace it everywhere; also in what somebody else wrote meanwhile. The files that were changed."""
    changed: list[str] = []
    for _ in range(_RONDES):
        changes = vergeten.wijzigingen(root, vergeting, found)
        omzetting.voer_uit(root, changes)
        changed += [item.nieuw_bestand for item in changes]
        found = vergeten.zoek(root, vergeting, om_te_wijzigen=True)
        if not found.stukken:
            break
    else:
        zeg("er kwam telkens iets bij waarin de naam staat; geef de opdracht zo nog eens")
    return list(dict.fromkeys(changed))


def _vergeting(omgeving: Omgeving, wie: str, vervang: str | None, *, toon: bool) -> Vergeting:
    """Who is meant. UsageError for what cannot be looked for, or not be put in the place of a name."""
    instead = IEMAND if vervang is None else " ".join(vervang.split())
    name = " ".join(wie.split())
    if len(name) < _KORTSTE:
        raise UsageError(
            f"'{wie}' is te kort om te zoeken", tip="geef de hele naam, of de id van een deelnemer"
        )
    id, called = _persoon(omgeving, name)
    if omgeving.groep.persoon(id or "") is None and _is_iets_anders(omgeving, name):
        raise UsageError(f"'{wie}' is een organisatie, thema, cyclus of les", tip="vergeet is voor mensen")
    vergeting = Vergeting.van(
        id,
        called,
        neutraal=f"{IEMAND}-{secrets.token_hex(3)}",
        vervang=instead,
        mensen={person.id for person in omgeving.groep.deelnemers},
        stukken=vergeten.namen_van_stukken(omgeving.werkmap.root, om_te_wijzigen=not toon),
    )
    is_odd = _LASTIG & set(instead) or any(map(is_refused, instead)) or not slug(instead)
    if is_odd or len(instead) > _LANGSTE:
        raise UsageError(f"--vervang: gebruik gewone woorden, zonder leestekens, hoogstens {_LANGSTE} tekens")
    if vergeting.heet_zo(instead):
        raise UsageError("--vervang: daarin staat de naam zelf", tip="gebruik bijvoorbeeld: een directeur")
    return vergeting


def _persoon(omgeving: Omgeving, name: str) -> tuple[str | None, str]:
    """The id and the name of who is meant; of a name that is nobody's in the group no id.

    A name that is of several people tells nobody apart: UsageError, or it stays where an id was given.
    """
    people = omgeving.groep.deelnemers
    person = omgeving.groep.persoon(name)
    called = person.naam or "" if person else name
    same = [other for other in people if is_zelfde_naam(other.naam or "", called)]
    if person is not None:
        return person.id, called if len(same) == 1 else ""
    if len(same) > 1:
        ids = opsomming([other.id for other in same], "of")
        raise UsageError(f"'{name}' zijn er {len(same)}", tip=f"geef de id: {ids}")
    if same:
        return same[0].id, called
    return (name, "") if is_id(name) and "-" in name else (None, name)


def _is_iets_anders(omgeving: Omgeving, name: str) -> bool:
    things = {
        *((item.id, item.naam) for item in omgeving.groep.organisaties),
        *((item.id, item.naam) for item in omgeving.groep.themas),
        *((cyclus.id, cyclus.cyclus.titel) for cyclus in omgeving.inhoud.cycli),
        *((stuk.id, stuk.record.titel) for stuk in omgeving.inhoud.records if isinstance(stuk.record, Les)),
    }
    return any(name in called for called in things)


def _mag_door(omgeving: Omgeving, found: Gevonden) -> bool:
    """Whether it is really wanted: somebody at the terminal is asked."""
    if not omgeving.mag_vragen:
        return True
    places = aantal(found.aantal, "plaats", "plaatsen")
    zeg(f"de naam staat op {places} in {aantal(len(found.stukken), 'bestand', 'bestanden')}")
    return Gesprek().ja_nee("Overal vervangen?", standaard=False)
