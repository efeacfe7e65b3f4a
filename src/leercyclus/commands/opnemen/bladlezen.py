"""``--lees`` with filled sheets: what is written on them goes into records, and nothing is lost.

Everything is read and checked before anything is written. Where a sheet says something else than
what is there already, or than another sheet, a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from leercyclus.commands import melden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.afsluiten import maak_af
from leercyclus.commands.opnemen.bewaren import bewaar
from leercyclus.commands.opnemen.bladstuk import ER_AL, Bladstuk
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.uitvoering import voer_uit
from leercyclus.commands.opnemen.versies import beslis
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain.blad import Merk
from leercyclus.domain.errors import ContentError, LeercyclusError, StoppedError
from leercyclus.domain.ingevuld import Ingevuld
from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.soorten import SOORTEN
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store.aanlevering import Aanlevering
from leercyclus.store.werkmap import CyclusMap

#: Finds the cyclus that a mark names.
Cycluszoeker = Callable[[Omgeving, str | None], CyclusMap]


def neem_aan(
    soortopname: type[Opname[Any]],
    omgeving: Omgeving,
    folder: Cycluszoeker,
    cyclus: str | None,
    given: Mapping[str, Any],
    verzoek: Verzoek,
    aangeleverd: Sequence[Aanlevering],
) -> int:
    """Take over what was handed over with ``--lees``: filled sheets, or whole records."""
    sheets = [(item.naam, item.bladdelen()) for item in aangeleverd]
    if any(parts for _, parts in sheets):
        for name, parts in sheets:
            if not parts:
                raise ContentError(f"{name} is geen blad", tip="lees een heel stuk apart in")
        return Bladlezing(soortopname, omgeving, folder, given, verzoek).lees(sheets, cyclus)
    for item in aangeleverd:
        item.record(soortopname.soort)  # all of them hold before the first is written
    for item in aangeleverd:
        voer_uit(soortopname, omgeving, folder(omgeving, cyclus), given, replace(verzoek, lees=item))
    return 0


class Bladlezing:
    """Takes filled sheets into records of one kind, and of those that can stand on the same sheet."""

    def __init__(
        self,
        soortopname: type[Opname[Any]],
        omgeving: Omgeving,
        folder: Cycluszoeker,
        given: Mapping[str, Any],
        verzoek: Verzoek,
    ) -> None:
        self.soorten = {kind.soort.naam: kind for kind in (soortopname, *soortopname.ook_op_blad)}
        self.hoofdsoort = soortopname
        self.omgeving = omgeving
        self.folder = folder
        self.given = given
        self.verzoek = verzoek
        self.stukken: dict[Merk, Bladstuk] = {}

    def lees(self, bladen: Sequence[tuple[str, list[Ingevuld]]], cyclus: str | None) -> int:
        """Read, check, decide and save. ContentError or ConflictError before anything is written."""
        faults = [fault for source, parts in bladen for fault in self._lees_blad(source, parts, cyclus)]
        if faults:
            raise ContentError(
                "er klopt iets niet; er is niets bewaard",
                details=faults,
                tip="verbeter het blad en lees het opnieuw in",
            )
        changed = [piece for piece in self.stukken.values() if piece.is_nieuw]
        try:
            self._beslis(changed)
        except KeyboardInterrupt:
            raise StoppedError("gestopt; er is niets bewaard, de bladen zijn er nog") from None
        for piece in changed:
            bewaar(piece.opname)
            assert piece.opname.ontwerp.bestaand is not None
            print(self.omgeving.toon_pad(piece.opname.ontwerp.bestaand.bestand))
        self._meld(changed)
        return 0

    # reading

    def _lees_blad(self, source: str, parts: Sequence[Ingevuld], cyclus: str | None) -> list[str]:
        ours = [part for part in parts if part.merk.soort in self.soorten]
        if not ours:
            raise _ander_soort(source, parts[0].merk, f"een blad voor: {parts[0].merk.soort}")
        faults: list[str] = []
        for part in ours:
            is_new = not part.merk.cyclus
            if is_new != self.soorten[part.merk.soort].opent_cyclus:
                which = "nieuwe" if is_new else "bestaande"
                raise _ander_soort(source, part.merk, f"een blad voor een {which} cyclus")
            if cyclus and part.merk.cyclus != cyclus:
                raise ContentError(
                    f"{source} hoort bij de cyclus {part.merk.cyclus}, niet bij {cyclus}",
                    tip="laat CYCLUS weg, dan gaat elk blad naar zijn eigen cyclus",
                )
            faults += self._stuk(source, part.merk).lees(source, part)
        return faults

    def _stuk(self, source: str, merk: Merk) -> Bladstuk:
        """The record that a part is for; parts of several sheets with the same mark are for one."""
        if merk not in self.stukken:
            try:
                self.stukken[merk] = Bladstuk(self._begin(self.soorten[merk.soort], merk), merk.id)
            except LeercyclusError as error:
                raise ContentError(
                    f"{source}: {error.message}", details=error.details, tip=error.tip
                ) from None
        return self.stukken[merk]

    def _begin(self, kind: type[Opname[Any]], merk: Merk) -> Opname[Any]:
        given = dict(self.given) if kind is self.hoofdsoort else {}
        if merk.wie:
            many = kind.soort.velden[kind.wijst_aan].meervoud
            given[kind.wijst_aan] = list(merk.wie) if many else merk.wie[0]
        verzoek = replace(
            self.verzoek,
            id=merk.id if kind.heet_naar else self.verzoek.id,
            blad_id=None if kind.heet_naar else merk.id or None,
            van_blad=True,
        )
        opname = kind(self.omgeving, self.folder(self.omgeving, merk.cyclus or None), given, verzoek)
        opname.begin()
        opname.data.update(opname.given)
        return opname

    # deciding and closing

    def _beslis(self, changed: Sequence[Bladstuk]) -> None:
        """Put everything into the records and close them; nothing is written yet."""
        for piece in changed:
            piece.opname.bewaak({})
        issues = [(piece, issue) for piece in changed for issue in piece.kwesties()]
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

    def _meld(self, changed: Sequence[Bladstuk]) -> None:
        rest = [source for piece in self.stukken.values() if piece not in changed for source in piece.bronnen]
        if rest:
            zeg(f"niets nieuws op: {', '.join(dict.fromkeys(rest))}")
        for piece in changed:
            record = piece.opname.ontwerp.record
            if isinstance(record, RecordMetStand):
                zeg(f"bewaard als {record.stand}")
        if changed:
            found = changed[-1].opname.ontwerp.bestaand
            assert found is not None
            melden.na_bewaren(self.omgeving, found.bestand)


def _ander_soort(source: str, merk: Merk, wat: str) -> ContentError:
    """A sheet that another command reads."""
    command = next(kind.opdracht for kind in SOORTEN if kind.naam == merk.soort)
    command = command if merk.cyclus else "nieuw"
    return ContentError(f"{source} is {wat}", tip=f"lees het in met: leercyclus {command} --lees {source}")
