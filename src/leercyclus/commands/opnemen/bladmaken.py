"""``--blad``: a sheet to print or mail, with what a record asks and what is filled in already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving, toon_pad
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain import blad
from leercyclus.domain.blad import Bladblok, Merk
from leercyclus.domain.datum import lang
from leercyclus.domain.errors import MissingExtraError, NotFoundError, UsageError
from leercyclus.domain.fasen import NODIG
from leercyclus.domain.punt import Punt, Veldpunt, Vraagpunt
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.blad.markdown import als_markdown
from leercyclus.store import schrijven
from leercyclus.store.werkmap import CyclusMap

Soortopname = type[Opname[Any]]
#: The cyclus, asked for only when it is needed.
Map = Callable[[], CyclusMap]
Bladmaker = Callable[[Soortopname, Omgeving, Map, Mapping[str, Any], Verzoek], "list[Bladblok] | None"]
#: How many questions stand on a card, to think about; the card itself asks only the fields.
_OP_EEN_KAART = 3


def gevraagd_blad(
    soortopname: Soortopname, omgeving: Omgeving, folder: Map, given: Mapping[str, Any], verzoek: Verzoek
) -> list[Bladblok] | None:
    """The sheet that is asked for; None when none is."""
    return maak_blad(soortopname, omgeving, folder(), given, verzoek) if verzoek.blad else None


def maak_blad(
    soortopname: Soortopname,
    omgeving: Omgeving,
    folder: CyclusMap,
    given: Mapping[str, Any],
    verzoek: Verzoek,
) -> list[Bladblok]:
    """The sheet: a heading, and a part for each record. NotFoundError when there is nobody to ask."""
    quiet = replace(omgeving, mag_vragen=False)
    parts = list(deel_opnames(soortopname, quiet, folder, given, verzoek))
    cards = [
        card
        for other in soortopname.ook_op_blad
        for card in deel_opnames(other, quiet, folder, {}, Verzoek())
    ]
    if not parts:
        raise NotFoundError(
            f"er is niemand voor wie een blad voor {soortopname.soort.benoemd} nodig is",
            tip=f"bekijk wat er nu kan met: leercyclus status {folder.id}",
        )
    blocks = [Bladblok("titel", f"{soortopname.soort.naam.capitalize()}: {folder.titel or 'nieuw'}")]
    blocks += [*over_de_cyclus(parts[0]), Bladblok("tekst", blad.UITLEG)]
    for number, part in enumerate([*parts, *cards]):
        blocks += [Bladblok("pagina")] if number else []
        blocks += _deel(part, kaart=part in cards)
    return blocks


def deel_opnames(
    soortopname: Soortopname,
    omgeving: Omgeving,
    folder: CyclusMap,
    given: Mapping[str, Any],
    verzoek: Verzoek,
) -> Iterator[Opname[Any]]:
    """A recording for each record that the sheet is for, begun and not saved."""
    for whose, id in _doelen(soortopname, omgeving, folder, given, verzoek):
        part = soortopname(omgeving, folder, whose, replace(verzoek, id=id))
        part.begin()
        part.data.update(part.given)
        yield part


def _doelen(
    soortopname: Soortopname,
    omgeving: Omgeving,
    folder: CyclusMap,
    given: Mapping[str, Any],
    verzoek: Verzoek,
) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Whose record each part is: as named, else everybody who is expected to make one."""
    field = soortopname.wijst_aan
    is_named = verzoek.id if soortopname.heet_naar else given.get(field)
    if is_named or not (field or soortopname.heet_naar):
        yield given, verzoek.id
        return
    for name in soortopname.voor_wie(omgeving, folder):
        if soortopname.heet_naar:
            yield given, name
        else:
            many = soortopname.soort.velden[field].meervoud
            yield {**given, field: [name] if many else name}, verzoek.id


def over_de_cyclus(part: Opname[Any]) -> Iterator[Bladblok]:
    """The question, and by when the sheet should be back."""
    cyclus = part.folder.cyclus
    if cyclus.vraag and not part.opent_cyclus:
        yield Bladblok("gegeven", cyclus.vraag, "De vraag")
    fase = next((fase for fase, kinds in NODIG.items() if part.soort.naam in kinds), None)
    if fase and fase != "intervisie" and part.folder.id:
        _, now = kiezen.voortgang(part.omgeving, part.folder)
        deadline = next(item.uiterlijk for item in now.fasen if item.fase == fase)
        if deadline and deadline >= part.omgeving.vandaag:
            yield Bladblok("gegeven", f"uiterlijk {lang(deadline)}", "Graag terug")


def _deel(part: Opname[Any], *, kaart: bool) -> Iterator[Bladblok]:
    yield Bladblok("merk", str(merk_van(part)))
    people = part.omgeving.groep
    names = [(person.naam if (person := people.persoon(id)) else None) or id for id in part.bladnamen()]
    kind = part.soort.naam.capitalize()
    yield Bladblok("kop", f"{kind} van {' en '.join(names)}" if names else kind)
    if kaart and part.folder.cyclus.vraag:
        yield Bladblok("gegeven", part.folder.cyclus.vraag, "De vraag")
    yield from part.bladinleiding()
    punten = bladpunten(part)
    if kaart:
        yield Bladblok("tekst", "Vragen die kunnen helpen:")
        helping = [punt for punt in punten if isinstance(punt, Vraagpunt)]
        yield from (Bladblok("punt", punt.vraag) for punt in helping[:_OP_EEN_KAART])
        punten = [punt for punt in punten if isinstance(punt, Veldpunt)]
    yield from blad.vragen(punten, part.ontwerp.record)


def bladpunten(part: Opname[Any]) -> list[Punt]:
    """What a sheet asks: all but what is known beforehand and needs no look."""
    known = part.staat_vast()
    return [punt for punt in part.punten() if punt.code not in known]


def merk_van(part: Opname[Any]) -> Merk:
    """The mark of a part: by it the record is found, or made, when the sheet comes back."""
    cyclus = part.cyclus_id or ("" if part.opent_cyclus else "groep")
    return Merk(part.soort.naam, cyclus, part.blad_id(), tuple(part.wie))


# where it goes


def lever_af(blocks: list[Bladblok], naar: str | None, *, vervang: bool, terug: str) -> None:
    """To stdout as Markdown, or to a file of the kind that its ending says.

    UsageError for another ending, or when Word needs the extra; ConflictError when the file is
    there already. ``terug`` is the command that reads the sheet back.
    """
    if naar is None:
        print(als_markdown(blocks), end="")
        return
    path = Path(naar)
    match path.suffix.lower():
        case ".md":
            raw = als_markdown(blocks).encode("utf-8")
        case ".docx":
            raw = _word(blocks)
        case _:
            raise UsageError(f"--naar: een blad is .md of .docx, niet '{path.name}'")
    schrijven.naar_bestand(path, raw, vervang=vervang)
    print(toon_pad(path))
    zeg(f"ingevuld terug? lees het in met: {terug} --lees {naar}")


def _word(blocks: list[Bladblok]) -> bytes:
    try:
        from leercyclus.render.blad.word import als_word  # here: python-docx is an extra, and slow to load
    except ImportError:
        raise MissingExtraError from None
    return als_word(blocks, blocks[0].tekst)
