"""``--lees`` with filled sheets: what is written on them goes into records, and nothing is lost.

Everything is read and checked before anything is written. Where a sheet says something else than
what is there already, or than another sheet, a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from leercyclus.commands import melden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.afsluiten import maak_af, meld
from leercyclus.commands.opnemen.bewaren import bewaar
from leercyclus.commands.opnemen.bladmaken import bladkop
from leercyclus.commands.opnemen.bladstuk import ER_AL, Bladstuk, losse_regels
from leercyclus.commands.opnemen.gesprekkenplan import leidraadkop
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.uitvoering import voer_uit
from leercyclus.commands.opnemen.versies import beslis
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain import vak
from leercyclus.domain.blad import Bladblok, Merk
from leercyclus.domain.errors import ContentError, LeercyclusError, Signaal, StoppedError, SystemRefusedError
from leercyclus.domain.gelezen import CyclusMap
from leercyclus.domain.ingevuld import Ingevuld, Ingevuldblad
from leercyclus.domain.punt import Veldpunt
from leercyclus.domain.soorten import INTERVIEW, SOORTEN
from leercyclus.domain.tekst import aantal, opsomming
from leercyclus.domain.vak import Vak
from leercyclus.domain.verwoord import in_woorden
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store.aanlevering import Aanlevering

#: Finds the cyclus that a mark names.
Cycluszoeker = Callable[[Omgeving, str | None], CyclusMap]
_ZET_TERUG = "zet de code van het lege blad terug"


def neem_aan(
    soortopname: type[Opname[Any]],
    omgeving: Omgeving,
    folder: Cycluszoeker,
    cyclus: str | None,
    verzoek: Verzoek,
    aangeleverd: Sequence[Aanlevering],
) -> int:
    """Take over what was handed over with ``--lees``: filled sheets, or whole records."""
    sheets = [(item, item.blad()) for item in aangeleverd]
    if any(sheet for _, sheet in sheets):
        reading = Bladlezing(soortopname, omgeving, folder, verzoek)
        for item, sheet in sheets:
            if sheet is not None:
                reading.lees(item.naam, sheet, cyclus)
            elif item.uit_map:
                zeg(f"{item.naam} is geen blad en is overgeslagen")
            else:
                raise ContentError(
                    f"{item.naam} is geen blad", tip="geef een stuk als TOML of JSON apart mee"
                )
        return reading.neem_over()
    place = folder(omgeving, cyclus)
    for item in aangeleverd:  # all of them hold before the first is written
        item.record(soortopname.soort, soortopname(omgeving, place, verzoek).bekend())
    for item in aangeleverd:
        voer_uit(soortopname, omgeving, folder(omgeving, place.id), replace(verzoek, lees=item))
    return 0


class Bladlezing:
    """Takes filled sheets into records of one kind, and of those that can stand on the same sheet."""

    def __init__(
        self,
        soortopname: type[Opname[Any]],
        omgeving: Omgeving,
        folder: Cycluszoeker,
        verzoek: Verzoek,
    ) -> None:
        self.soorten = {kind.soort.naam: kind for kind in (soortopname, *soortopname.ook_op_blad)}
        self.hoofdsoort = soortopname
        self.omgeving = omgeving
        self.folder = folder
        self.verzoek = verzoek
        self.stukken: dict[str, Bladstuk] = {}
        self.fouten: list[str] = []
        self.let_op: list[str] = []
        self.anders: dict[str, Merk] = {}
        #: Whether any record was written.
        self.is_begonnen = False
        #: What somebody makes of several answers, which stands on no sheet.
        self.samengevoegd: dict[tuple[str, str], Any] = {}

    # reading

    def lees(self, bron: str, blad: Ingevuldblad, cyclus: str | None) -> None:
        """Read one sheet. ContentError when it is for another cyclus, or names what is not there."""
        self.fouten += [f"{bron}: {fault}" for fault in blad.fouten]
        self.let_op += [f"{bron}: {said}" for said in blad.let_op]
        loose: list[str] = []
        for part in blad.delen:
            kind = self.soorten.get(part.merk.soort)
            if kind is None or kind.opent_cyclus is bool(part.merk.cyclus):
                self.anders[bron] = part.merk
                continue
            if cyclus and part.merk.cyclus != cyclus:
                raise ContentError(
                    f"{bron} hoort bij de cyclus {part.merk.cyclus}, niet bij {cyclus}",
                    tip="laat CYCLUS weg, dan gaat elk blad naar zijn eigen cyclus",
                )
            piece = self._stuk(bron, part)
            self.fouten += [f"{bron}, {piece.naam}: {fault}" for fault in piece.lees(bron, part)]
            loose += piece.naast_de_vakken(part)
        heads = [_koppen(piece.opname) for piece in self.stukken.values() if bron in piece.bronnen]
        loose = [*losse_regels(blad.rest, *heads), *loose] if heads else []
        if loose:
            self.let_op.append(
                "\n  ".join([f"{bron}: dit staat naast de vakken en is niet gelezen:", *loose])
            )

    def _stuk(self, bron: str, part: Ingevuld) -> Bladstuk:
        """The record that a part is for; parts of several sheets can be for the same."""
        try:
            opname = self._begin(part)
        except LeercyclusError as error:
            raise ContentError(f"{bron}: {error.message}", details=error.details, tip=error.tip) from None
        found = opname.ontwerp.bestaand
        key = found.bestand if found else " ".join((str(part.merk), *map(str, opname.given.values())))
        return self.stukken.setdefault(key, Bladstuk(opname))

    def _begin(self, part: Ingevuld) -> Opname[Any]:
        """ContentError when the mark is no mark, or names somebody else than the record."""
        merk, kind = part.merk, self.soorten[part.merk.soort]
        if not merk.klopt:
            raise ContentError(f"de code {merk} klopt niet", tip=_ZET_TERUG)
        given = {**(self.verzoek.velden if kind is self.hoofdsoort else {}), **kind.van_wie(merk.wie)}
        if (kind.heet_naar or kind.wijst_aan) and not (
            merk.id if kind.heet_naar else given.get(kind.wijst_aan)
        ):
            raise ContentError(f"in de code {merk} staat niet van wie het blad is", tip=_ZET_TERUG)
        for name in kind.naam_op_blad:
            punt = Veldpunt.van(kind.soort.velden[name])
            with suppress(ValueError):  # what does not fit is told when all of it is read
                given[name] = vak.waarde(punt, Vak.van(punt, part.vakken.get(name, [])).antwoord)
        verzoek = replace(
            self.verzoek,
            velden=given,
            id=merk.id if kind.heet_naar else self.verzoek.id,
            blad_id=None if kind.heet_naar else merk.id or None,
            van_blad=True,
            antwoord=self.verzoek.antwoord if kind is self.hoofdsoort else (),
        )
        folder = self.folder(self.omgeving, merk.cyclus or None)
        opname = kind.begonnen(self.omgeving, folder, verzoek)
        if opname.ontwerp.bestaand and not set(merk.wie) <= set(opname.wie):
            path = self.omgeving.toon_pad(opname.ontwerp.bestaand.bestand)
            raise ContentError(f"de code {merk} hoort niet bij {path}: dat is van {opsomming(opname.wie)}")
        return opname

    # deciding, closing and saving

    def neem_over(self) -> int:
        """Check, decide and save. ContentError or ConflictError before anything is written."""
        if self.fouten:
            raise ContentError(
                "er klopt iets niet; er is niets bewaard",
                details=self.fouten,
                tip="verbeter het blad en lees het opnieuw in",
            )
        if not self.stukken:
            bron, merk = next(iter(self.anders.items()))
            raise ContentError(f"{bron} is een blad voor: {merk.soort}", tip=_lees_met(bron, merk))
        changed = [piece for piece in self.stukken.values() if piece.is_nieuw or self._vraagt_meer(piece)]
        try:
            self._beslis(changed)
            self._bewaar(changed)
        except (KeyboardInterrupt, Signaal) as stop:
            nothing = "" if self.is_begonnen else "er is niets overgenomen; "
            said = f"gestopt; {nothing}de bladen zijn er nog"
            raise StoppedError(said, details=list(self._over_te_nemen()), door=stop) from None
        except LeercyclusError as error:
            error.details = (*error.details, *self._over_te_nemen())
            raise
        except OSError as error:
            refused = SystemRefusedError.van(error)
            refused.details = tuple(self._over_te_nemen())
            raise refused from None
        for line in self._wat_nog(changed):
            zeg(line)
        if changed:
            found = changed[-1].opname.ontwerp.bestaand
            assert found is not None
            melden.na_bewaren(self.omgeving, found.bestand)
        return 0

    def _bewaar(self, changed: Sequence[Bladstuk]) -> None:
        for piece in changed:
            bewaar(piece.opname)
            self.is_begonnen = True
            meld(piece.opname, met_rest=True)
            if piece.is_nieuw:
                zeg(f"{piece.naam}: {aantal(piece.aantal, 'antwoord', 'antwoorden')} overgenomen")

    def _onthoud(self, naam: str, code: str, typed: Any) -> str:
        """Keep what is being made of several answers."""
        self.samengevoegd[naam, code] = typed
        return ""

    def _over_te_nemen(self) -> Iterator[str]:
        """What was made of several answers and is not kept, to be copied."""
        for (name, code), typed in self.samengevoegd.items():
            yield f"u schreef bij {name}, {code}:"
            yield from (f"  {line}" for line in in_woorden(typed).split("\n"))

    def _vraagt_meer(self, piece: Bladstuk) -> bool:
        """Whether the command line asks for more than what stands on the sheet."""
        if not isinstance(piece.opname, self.hoofdsoort):
            return False
        found, verzoek = piece.opname.ontwerp.bestaand, self.verzoek
        closes = verzoek.definitief and found is not None and not found.record.is_definitief
        is_given = any(value not in (None, []) for value in verzoek.velden.values())
        return bool(is_given or verzoek.antwoord or verzoek.heropen or closes)

    def _beslis(self, changed: Sequence[Bladstuk]) -> None:
        """Put everything into the records and close them; nothing is written yet."""
        for piece in changed:
            piece.opname.bewaak({})
        issues = [(piece, issue) for piece in changed for issue in piece.kwesties(self._onthoud)]
        has_one_there = any(item.versies[0].bron == ER_AL for _, item in issues)
        chosen = beslis(
            self.omgeving,
            Gesprek(),
            [issue for _, issue in issues],
            "er zijn verschillende antwoorden op dezelfde vraag; er is niets bewaard en niets weg",
            "kies aan een terminal wat blijft"
            + (", of geef --vervang om het blad voor te laten gaan" if has_one_there else ""),
        )
        said = list(zip(issues, chosen, strict=True))
        for piece in changed:
            piece.neem_over({issue.punt.code: value for (of, issue), value in said if of is piece})
            try:
                maak_af(piece.opname)
            except LeercyclusError as error:
                error.details = (*error.details, f"dit staat op: {', '.join(piece.bronnen)}")
                raise

    def _wat_nog(self, changed: Sequence[Bladstuk]) -> Iterator[str]:
        """What was on the sheets beside that: nothing new, something not read, something for elsewhere."""
        used = {bron for piece in changed for bron in piece.bronnen}
        idle = [piece for piece in self.stukken.values() if piece not in changed]
        empty = dict.fromkeys(bron for piece in idle for bron in piece.bronnen if bron not in used)
        if empty:
            yield f"niets nieuws op: {', '.join(empty)}"
        for piece in idle:
            if used.intersection(piece.bronnen):
                yield f"niets nieuws bij: {piece.naam}"
        yield from (f"let op: {said}" for said in self.let_op)
        for bron, merk in self.anders.items():
            yield f"op {bron} staat ook een blad voor: {merk.soort}; {_lees_met(bron, merk)}"


def _koppen(opname: Opname[Any]) -> Iterator[Bladblok]:
    """What is printed above the parts of a sheet."""
    yield from bladkop(opname)
    if opname.soort is INTERVIEW:
        yield from leidraadkop(opname)


def _lees_met(bron: str, merk: Merk) -> str:
    """The command that reads such a sheet."""
    command = next(kind.opdracht for kind in SOORTEN if kind.naam == merk.soort)
    return f"lees het in met: leercyclus {command if merk.cyclus else 'nieuw'} --lees {bron}"
