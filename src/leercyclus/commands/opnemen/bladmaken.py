"""``--blad``: a sheet to print or mail, with what a record asks and what is filled in already."""

from __future__ import annotations

import importlib.util
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leercyclus.commands import kiezen
from leercyclus.commands import naar as bestemming
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain import blad
from leercyclus.domain.blad import Bladblok, Merk
from leercyclus.domain.datum import lang
from leercyclus.domain.errors import MissingExtraError, NotFoundError, UsageError
from leercyclus.domain.fasen import NODIG
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.punt import Punt, Veldpunt
from leercyclus.domain.vraagpunt import Vraagpunt
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.blad.markdown import als_markdown
from leercyclus.store import schrijven

Soortopname = type[Opname[Any]]
#: The cyclus, asked for only when it is needed.
Map = Callable[[], CyclusMap]
Bladmaker = Callable[[Soortopname, Omgeving, Map, Verzoek], "list[Bladblok] | None"]
#: How many questions stand on a card, to think about; the card itself asks only the fields.
_OP_EEN_KAART = 3
#: How many lines of room an answer on a card has, so that a card is one page.
_KAARTREGELS = 4
_KAART = "Schrijf uw eigen advies op voordat de groep erover praat. Laat de codes tussen haken staan."


def gevraagd_blad(
    soortopname: Soortopname, omgeving: Omgeving, folder: Map, verzoek: Verzoek
) -> list[Bladblok] | None:
    """The sheet that is asked for; None when none is."""
    return maak_blad(soortopname, omgeving, folder(), verzoek) if verzoek.blad else None


def maak_blad(
    soortopname: Soortopname,
    omgeving: Omgeving,
    folder: CyclusMap,
    verzoek: Verzoek,
) -> list[Bladblok]:
    """The sheet: a heading, and a part for each record. NotFoundError when there is nobody to ask."""
    quiet = omgeving.anders(mag_vragen=False)
    parts = list(deel_opnames(soortopname, quiet, folder, verzoek))
    cards = [
        card
        for other in soortopname.ook_op_blad
        for card in deel_opnames(other, quiet, folder, Verzoek(blad=True))
    ]
    if not parts:
        raise NotFoundError(
            f"er is niemand voor wie een blad voor {soortopname.soort.benoemd} nodig is",
            tip=f"bekijk wat er nu kan met: leercyclus status {folder.id}",
        )
    return [
        *bladkop(parts[0]),
        *op_bladzijden(
            [[*deelkop(part), *_vragen(part)] for part in parts]
            + [[*deelkop(card, kaart=True), *_vragen(card, kaart=True)] for card in cards]
        ),
    ]


def op_bladzijden(parts: list[list[Bladblok]]) -> Iterator[Bladblok]:
    """The parts, each but the first on a page of its own, and the end of the sheet."""
    for number, part in enumerate(parts):
        yield from [Bladblok("pagina")] if number else []
        yield from part
    yield Bladblok("merk", blad.EINDE)


def deel_opnames(
    soortopname: Soortopname,
    omgeving: Omgeving,
    folder: CyclusMap,
    verzoek: Verzoek,
) -> Iterator[Opname[Any]]:
    """A recording for each record that the sheet is for, begun and not saved."""
    is_named = verzoek.id if soortopname.heet_naar else verzoek.velden.get(soortopname.wijst_aan)
    if is_named or not (soortopname.wijst_aan or soortopname.heet_naar):
        yield soortopname.begonnen(omgeving, folder, verzoek)
        return
    for name in soortopname.voor_wie(omgeving, folder):
        id = name if soortopname.heet_naar else verzoek.id
        whose = {**verzoek.velden, **soortopname.van_wie([name])}
        yield soortopname.begonnen(omgeving, folder, replace(verzoek, id=id, velden=whose))


# what stands above the questions


def bladkop(part: Opname[Any]) -> Iterator[Bladblok]:
    """The heading of a sheet: the question, where it goes when it is filled in, and how."""
    yield Bladblok("titel", f"{part.soort.naam.capitalize()}: {part.folder.titel or 'nieuw'}")
    yield from over_de_cyclus(part)
    yield Bladblok("tekst", blad.UITLEG)


def over_de_cyclus(part: Opname[Any]) -> Iterator[Bladblok]:
    """The question, and by when the sheet should be back."""
    cyclus = part.folder.cyclus
    if cyclus.vraag and not part.opent_cyclus:
        yield Bladblok("gegeven", cyclus.vraag, "De vraag")
    fase = next((fase for fase, kinds in NODIG.items() if part.soort.naam in kinds), None)
    back = "aan de coördinator"
    if fase and fase != "intervisie" and part.folder.id:
        _, now = kiezen.voortgang(part.omgeving, part.folder)
        deadline = next(item.uiterlijk for item in now.fasen if item.fase == fase)
        if deadline and deadline >= part.omgeving.vandaag:
            back += f", uiterlijk {lang(deadline)}"
    yield Bladblok("gegeven", back, "Graag terug")


def deelkop(part: Opname[Any], *, kaart: bool = False) -> Iterator[Bladblok]:
    """What stands above the questions of one record: whose it is, who reads it, what to know."""
    yield Bladblok("merk", str(merk_van(part)))
    yield Bladblok("kop", part.bladtitel())
    if kaart:
        yield Bladblok("tekst", _KAART)
        if part.folder.cyclus.vraag:
            yield Bladblok("gegeven", part.folder.cyclus.vraag, "De vraag")
    if part.lezers:
        yield Bladblok("tekst", part.lezers)
    yield from part.bladinleiding()
    if kaart:
        yield Bladblok("tekst", "Vragen die kunnen helpen:")
        helping = [punt for punt in bladpunten(part) if isinstance(punt, Vraagpunt)]
        yield from (Bladblok("punt", punt.vraag) for punt in helping[:_OP_EEN_KAART])


def _vragen(part: Opname[Any], *, kaart: bool = False) -> Iterator[Bladblok]:
    if not kaart:
        yield from blad.vragen(bladpunten(part), part.beginrecord)
        return
    fields = [punt for punt in bladpunten(part) if isinstance(punt, Veldpunt)]
    yield from blad.vragen(fields, part.beginrecord, regels=_KAARTREGELS)


def bladpunten(part: Opname[Any]) -> list[Punt]:
    """What a sheet asks: all but what is known beforehand and needs no look."""
    known = {*part.staat_vast(), *part.op_blad_bekend()}
    return [punt for punt in part.punten() if punt.code not in known]


def merk_van(part: Opname[Any]) -> Merk:
    """The mark of a part: by it the record is found, or made, when the sheet comes back."""
    cyclus = part.cyclus_id or ("" if part.opent_cyclus else "groep")
    return Merk(part.soort.naam, cyclus, part.id_op_blad(), tuple(part.wie))


# where it goes


@dataclass(frozen=True)
class Bladdoel:
    """Where a sheet goes: to stdout as Markdown, or to a file of the kind that its ending says."""

    naar: str | None
    vervang: bool

    def toets(self) -> None:
        """Before anything is made or asked: whether the sheet can go there.

        UsageError for another ending, or when Word needs the extra; ConflictError when the file is
        there already.
        """
        if self.naar is None:
            return
        path = Path(self.naar)
        if path.suffix.lower() not in (".md", ".docx"):
            raise UsageError(f"--naar: een blad is .md of .docx, niet '{path.name}'")
        if path.suffix.lower() == ".docx" and importlib.util.find_spec("docx") is None:
            raise MissingExtraError("Word", "word")
        bestemming.toets(path, vervang=self.vervang)

    def lever_af(self, blocks: list[Bladblok], omgeving: Omgeving, terug: str) -> None:
        """Bring it there. ``terug`` is the command that reads the sheet back."""
        if self.naar is None:
            print(als_markdown(blocks), end="")
            return
        path = Path(self.naar)
        schrijven.naar_bestand(path, self._bytes(blocks, path), vervang=self.vervang)
        bestemming.zeg_waar(omgeving, path, "dit blad")
        zeg(f"ingevuld terug? lees het in met: {terug} --lees {shlex.quote(self.naar)}")

    def _bytes(self, blocks: list[Bladblok], path: Path) -> bytes:
        if path.suffix.lower() == ".md":
            return als_markdown(blocks).encode("utf-8")
        from leercyclus.render.blad.word import als_word  # here: python-docx is an extra, and slow to load

        return als_word(blocks, blocks[0].tekst)
