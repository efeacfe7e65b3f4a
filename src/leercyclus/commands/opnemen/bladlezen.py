"""``--lees`` with filled sheets: what is written on them goes into records, and nothing is lost.

Everything is read and checked before anything is written. Where a sheet says something else than
what is there already, or than another sheet, a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from leercyclus.commands import melden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.afsluiten import maak_af
from leercyclus.commands.opnemen.bladmaken import bladpunten
from leercyclus.commands.opnemen.versies import Versie, beslis, noem
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain import ingevuld
from leercyclus.domain.blad import Merk
from leercyclus.domain.errors import ConflictError, ContentError, LeercyclusError, StoppedError
from leercyclus.domain.ingevuld import Ingevuld, Inhoud
from leercyclus.domain.punt import Punt, Veldpunt
from leercyclus.domain.soorten import SOORTEN
from leercyclus.domain.veld import is_gevuld
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store.aanlevering import Aanlevering
from leercyclus.store.werkmap import CyclusMap

if TYPE_CHECKING:
    from leercyclus.commands.opnemen.opname import Opname

#: By kind of record: the fields that a sheet can ask.
VELDEN = {kind.naam: frozenset(kind.velden) for kind in SOORTEN}
_ER_AL = "wat er al staat"
#: Finds the cyclus that a mark names.
Map = Callable[[Omgeving, str | None], CyclusMap]


@dataclass
class _Stuk:
    """One record that sheets speak of, and by punt what each of them says."""

    opname: Opname[Any]
    bronnen: list[str] = field(default_factory=list)
    versies: dict[str, list[Versie]] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        """What it is and whose: ``advies directeur-sed``, ``interview extern-p02mzd``."""
        opname = self.opname
        return " ".join((opname.soort.naam, *(opname.wie or [opname.blad_id()])))

    def punt(self, code: str) -> Punt | None:
        known = {punt.code: punt for punt in self.opname.punten(alle=True)}
        if code in known:
            return known[code]
        veld = self.opname.soort.velden.get(code)
        return Veldpunt.van(veld, self.opname.keuzes(veld)) if veld else None


class Bladlezing:
    """Takes filled sheets into records of one kind, and of those that can stand on the same sheet."""

    def __init__(
        self,
        soortopname: type[Opname[Any]],
        omgeving: Omgeving,
        folder: Map,
        given: Mapping[str, Any],
        verzoek: Verzoek,
    ) -> None:
        self.soorten = {kind.soort.naam: kind for kind in (soortopname, *soortopname.ook_op_blad)}
        self.hoofdsoort = soortopname
        self.omgeving = omgeving
        self.folder = folder
        self.given = given
        self.verzoek = verzoek
        self.stukken: dict[Merk, _Stuk] = {}
        self.gebreken: list[str] = []

    def lees(self, bladen: Sequence[tuple[str, list[Ingevuld]]], cyclus: str | None) -> int:
        """Read, check, decide and save. ContentError or ConflictError before anything is written."""
        for source, parts in bladen:
            self._lees_blad(source, parts, cyclus)
        if self.gebreken:
            raise ContentError(
                "er klopt iets niet; er is niets bewaard",
                details=self.gebreken,
                tip="verbeter het blad en lees het opnieuw in",
            )
        try:
            changed = [piece for piece in self.stukken.values() if self._neem_over(piece)]
            for piece in changed:
                self._controleer(piece)
        except KeyboardInterrupt:
            raise StoppedError("gestopt; er is niets bewaard, de bladen zijn er nog") from None
        for piece in changed:
            piece.opname.bewaar()
            assert piece.opname.ontwerp.bestaand is not None
            print(self.omgeving.toon_pad(piece.opname.ontwerp.bestaand.bestand))
        self._meld(changed)
        return 0

    # reading

    def _lees_blad(self, source: str, parts: Sequence[Ingevuld], cyclus: str | None) -> None:
        ours = [part for part in parts if part.merk.soort in self.soorten]
        if not ours:
            raise ContentError(
                f"{source} is een blad voor: {parts[0].merk.soort}",
                tip=f"lees het in met: leercyclus {_opdracht(parts[0].merk)} --lees {source}",
            )
        for part in ours:
            if bool(part.merk.cyclus) == self.soorten[part.merk.soort].opent_cyclus:
                raise ContentError(
                    f"{source} is een blad voor een {'bestaande' if part.merk.cyclus else 'nieuwe'} cyclus",
                    tip=f"lees het in met: leercyclus {_opdracht(part.merk)} --lees {source}",
                )
            if cyclus and part.merk.cyclus != cyclus:
                raise ContentError(
                    f"{source} hoort bij de cyclus {part.merk.cyclus or '(nieuw)'}, niet bij {cyclus}",
                    tip="laat CYCLUS weg, dan gaat elk blad naar zijn eigen cyclus",
                )
            self._lees_deel(source, part)

    def _lees_deel(self, source: str, part: Ingevuld) -> None:
        piece = self._stuk(source, part.merk)
        record = piece.opname.ontwerp.record
        for code, room in part.vakken.items():
            punt = piece.punt(code)
            if punt is None:
                if any(is_gevuld(item) for item in room):
                    self.gebreken.append(f"{source}: de vraag [{code}] wordt hier niet gesteld")
                continue
            self.gebreken += _verdwaald(source, piece, punt, room)
            try:
                value = ingevuld.waarde(punt, room)
            except ValueError as error:
                self.gebreken.append(f"{source}: [{code}] {error}")
                continue
            if is_gevuld(value):
                before = punt.uit(record)
                start = [Versie(_ER_AL, before)] if is_gevuld(before) and not self.verzoek.vervang else []
                versions = piece.versies.setdefault(code, start)
                if all(value != item.waarde for item in versions):
                    versions.append(Versie(source, value))

    def _stuk(self, source: str, merk: Merk) -> _Stuk:
        """The record that a part is for; parts of several sheets with the same mark are for one."""
        if merk not in self.stukken:
            kind = self.soorten[merk.soort]
            try:
                self.stukken[merk] = _Stuk(self._begin(kind, merk))
            except LeercyclusError as error:
                raise ContentError(
                    f"{source}: {error.message}", details=error.details, tip=error.tip
                ) from None
        self.stukken[merk].bronnen.append(source)
        return self.stukken[merk]

    def _begin(self, kind: type[Opname[Any]], merk: Merk) -> Opname[Any]:
        given = dict(self.given) if kind is self.hoofdsoort else {}
        if merk.wie:
            given[kind.wijst_aan] = (
                list(merk.wie) if kind.soort.velden[kind.wijst_aan].meervoud else merk.wie[0]
            )
        verzoek = Verzoek(
            id=merk.id if kind.heet_naar else self.verzoek.id,
            blad_id=None if kind.heet_naar else merk.id or None,
            van_blad=True,
            vervang=self.verzoek.vervang,
            definitief=self.verzoek.definitief,
            heropen=self.verzoek.heropen,
            extra=self.verzoek.extra,
        )
        opname = kind(self.omgeving, self.folder(self.omgeving, merk.cyclus or None), given, verzoek)
        opname.begin()
        opname.data.update(opname.given)
        return opname

    # deciding and closing

    def _neem_over(self, piece: _Stuk) -> bool:
        """Put what the sheets say into the record; whether that changes it."""
        opname = piece.opname
        wanted = {code: versions for code, versions in piece.versies.items() if versions[-1].bron != _ER_AL}
        if not wanted:
            return False
        found = opname.ontwerp.bestaand
        if found and opname.soort.met_stand and found.record.is_definitief and not self.verzoek.heropen:
            raise ConflictError(
                f"{self.omgeving.toon_pad(found.bestand)} is al definitief; er is niets bewaard",
                tip="met --heropen wordt het weer concept",
            )
        self._weiger_verschillen(piece, wanted)
        for code, versions in wanted.items():
            punt = piece.punt(code)
            assert punt is not None
            punt.zet(
                opname.data, versions[0].waarde if len(versions) == 1 else self._kies(piece, punt, versions)
            )
        return True

    def _kies(self, piece: _Stuk, punt: Punt, versions: Sequence[Versie]) -> Any:
        talk = piece.opname.gesprek
        talk.zeg()
        talk.zeg(piece.naam, stijl="kop")
        return beslis(talk, punt, versions)

    def _weiger_verschillen(self, piece: _Stuk, wanted: Mapping[str, Sequence[Versie]]) -> None:
        """Nobody chooses for the user: without a terminal a difference is told, and nothing is written."""
        differ = {code: versions for code, versions in wanted.items() if len(versions) > 1}
        if not differ or self.omgeving.mag_vragen:
            return
        lines = [line for code, versions in differ.items() for line in self._noem(piece, code, versions)]
        raise ConflictError(
            "er zijn verschillende antwoorden op dezelfde vraag; er is niets bewaard en niets weg",
            details=lines,
            tip="kies aan een terminal wat blijft, of geef --vervang om het blad voor te laten gaan",
        )

    def _noem(self, piece: _Stuk, code: str, versions: Sequence[Versie]) -> Iterator[str]:
        punt = piece.punt(code)
        assert punt is not None
        yield f"{piece.naam}:"
        yield from noem(punt, versions)

    def _controleer(self, piece: _Stuk) -> None:
        try:
            maak_af(piece.opname)
        except LeercyclusError as error:
            error.details = (*error.details, f"dit staat op: {', '.join(piece.bronnen)}")
            raise

    def _meld(self, changed: Sequence[_Stuk]) -> None:
        rest = [source for piece in self.stukken.values() if piece not in changed for source in piece.bronnen]
        if rest:
            zeg(f"niets nieuws op: {', '.join(dict.fromkeys(rest))}")
        for piece in changed:
            record = piece.opname.ontwerp.record
            if hasattr(record, "stand"):
                zeg(f"bewaard als {record.stand}")
        if changed:
            found = changed[-1].opname.ontwerp.bestaand
            assert found is not None
            melden.na_bewaren(self.omgeving, found.bestand)


def _opdracht(merk: Merk) -> str:
    """The command that reads a part back."""
    if not merk.cyclus:
        return "nieuw"
    return next(kind.opdracht or kind.naam for kind in SOORTEN if kind.naam == merk.soort)


def neem_aan(
    soortopname: type[Opname[Any]],
    omgeving: Omgeving,
    folder: Map,
    cyclus: str | None,
    given: Mapping[str, Any],
    verzoek: Verzoek,
    aangeleverd: Sequence[Aanlevering],
) -> int:
    """Take over what was handed over with ``--lees``: filled sheets, or whole records."""
    sheets = [(item.naam, item.bladdelen(VELDEN)) for item in aangeleverd]
    if any(parts for _, parts in sheets):
        for name, parts in sheets:
            if not parts:
                raise ContentError(f"{name} is geen blad", tip="lees een heel stuk apart in")
        return Bladlezing(soortopname, omgeving, folder, given, verzoek).lees(sheets, cyclus)
    for item in aangeleverd:
        item.record(soortopname.soort)  # all of them hold before the first is written
    for item in aangeleverd:
        soortopname.uitvoeren(omgeving, folder(omgeving, cyclus), given, replace(verzoek, lees=item))
    return 0


def _verdwaald(source: str, piece: _Stuk, punt: Punt, room: Sequence[Inhoud]) -> Iterator[str]:
    """A question that stands in the room of another one: its mark is gone, so its answer would be lost."""
    others = {
        ingevuld.gelijk(other.vraag): other for other in bladpunten(piece.opname) if other.code != punt.code
    }
    for item in room:
        other = others.get(ingevuld.gelijk(item)) if isinstance(item, str) else None
        if other is not None:
            yield f"{source}: boven de vraag ‘{other.vraag}’ hoort de code [{other.code}]"
