"""``--bewerk``: the record in an editor. It is checked when the editor closes; nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leercyclus.commands.opnemen.bewaren import bewaar
from leercyclus.commands.opnemen.ontwerp import Plek
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.sjabloon import sjabloon
from leercyclus.domain import leesregels
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.document import Document
from leercyclus.domain.errors import (
    ConflictError,
    ContentError,
    LeercyclusError,
    Signaal,
    StoppedError,
    SystemRefusedError,
)
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.verwijzingen import toets
from leercyclus.domain.voorschrift import Gebrek
from leercyclus.gesprek import editor
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render import overzicht
from leercyclus.store import schrijven
from leercyclus.store.toml.read import parse
from leercyclus.store.werkkopie import Werkkopie

_TERUG, _HOUDEN, _WEG = "terug", "houden", "weg"
_VERDER, _OPNIEUW = "verder", "opnieuw"


class Bewerking:
    """One record, edited in a copy that takes its place when it holds."""

    def __init__(self, opname: Opname[Any]) -> None:
        self.opname = opname
        self.was = opname.ontwerp.bestaand
        self.kopie = Werkkopie(opname.omgeving.werkmap.root, opname.kladnaam)

    def voer_uit(self) -> bool:
        """Edit until it holds or is kept as it is; False when there is no record to go on with."""
        if not self.kopie.open():
            raise ConflictError(
                f"{self.opname.aanduiding()} staat al open in een editor", tip="sluit die eerst"
            )
        try:
            return self._voer_uit(self._begin())
        finally:
            self.kopie.sluit()

    def _voer_uit(self, start: bytes) -> bool:
        try:
            return self._bewerk(start)
        except LeercyclusError as error:
            raise self._met_kopie(error, start) from None
        except (KeyboardInterrupt, Signaal) as stop:
            raise self._met_kopie(StoppedError("gestopt", door=stop), start) from None
        except OSError as error:
            raise self._met_kopie(SystemRefusedError.van(error), start) from None

    def _met_kopie(self, error: LeercyclusError, start: bytes) -> LeercyclusError:
        """The failure, with where to find what was written; a copy in which nothing was, goes."""
        if self.kopie.is_nog(start):
            self.kopie.weg()
        else:
            error.details = (*error.details, f"wat u schreef, staat nog in {self._pad}")
        return error

    def _bewerk(self, start: bytes) -> bool:
        while True:
            editor.bewerk(self.kopie.path)
            raw = self.kopie.lees()
            if raw == start:
                return self._niets("er is niets gewijzigd")
            document = parse(raw, self.kopie.bestand)
            if isinstance(document, Document):
                self.opname.ontwerp.data = document.data
            found = sorted(self._bevindingen(document), key=lambda item: item.order)
            choice = self._wat_nu(found) if found else _HOUDEN
            if choice == _WEG and self._mag_weg():
                return self._niets("de wijziging is weg; het stuk is zoals het was")
            if choice == _HOUDEN and (place := self._plek()):
                return self._leg_neer(place, raw, document, found)

    def _mag_weg(self) -> bool:
        """Whether what was written may really go."""
        return self.opname.gesprek.ja_nee("Wat u schreef, is dan weg. Weet u het zeker?", standaard=False)

    def _niets(self, said: str) -> bool:
        """Nothing came of it."""
        self.kopie.weg()
        zeg(said)
        return False

    @property
    def _pad(self) -> str:
        return self.opname.omgeving.toon_pad(self.kopie.bestand)

    def _plek(self) -> Plek | None:
        """Where it goes; None while a new record has no name yet."""
        broken = self.opname.onleesbaar()
        if self.was is not None:
            return self.opname.folder.id, self.was.id
        if broken is not None:
            path = broken.bestand.removeprefix(f"{self.opname.folder.id}/")
            match = self.opname.soort.patroon.fullmatch(path)
            return self.opname.folder.id, match.groupdict().get("id", "") if match else ""
        return self.opname.plek()

    # the copy

    def _begin(self) -> bytes:
        """Fill the copy, unless an earlier editing goes on; what it must differ from to be a change."""
        opname = self.opname
        if opname.verzoek.definitief and opname.soort.met_stand:
            opname.data["stand"] = "definitief"
        basis: bytes | None = None
        if self.was is not None:
            start, basis = schrijven.wijziging(self.was, opname.data), self.was.bytes
        elif broken := opname.onleesbaar():
            start = basis = schrijven.bytes_van(opname.omgeving.werkmap, broken.bestand)
        else:
            data = {"stand": "concept", **opname.data} if opname.soort.met_stand else opname.data
            start = sjabloon(opname.soort, data, opname.punten()).encode("utf-8")
        if not (self.kopie.bestaat and self._gaat_verder()):
            self.kopie.begin(start, basis)
        basis = self.kopie.basis
        document = parse(basis, self.kopie.bestand) if basis is not None else None
        opname.ontwerp.ga_uit_van(document.data if isinstance(document, Document) else {})
        return start if basis is None else basis

    def _gaat_verder(self) -> bool:
        """Whether an earlier editing goes on. ConflictError when nobody can be asked."""
        said = "er ligt nog een eerdere bewerking van dit stuk"
        if not self.opname.omgeving.mag_vragen:
            raise ConflictError(
                said,
                details=[f"die staat in {self._pad}"],
                tip="ga er aan een terminal mee verder, of haal dat bestand weg",
            )
        options = {_VERDER: "met wat u toen schreef", _OPNIEUW: "gooi dat weg en begin opnieuw"}
        self.opname.gesprek.zeg(said)
        return self.opname.gesprek.kies_een("Wat wilt u", options, standaard=_VERDER) == _VERDER

    def _leg_neer(
        self, place: Plek, raw: bytes, document: Document | Bevinding, found: list[Bevinding]
    ) -> bool:
        """Put the copy in the place of the record, together with what changed there meanwhile."""
        opname = self.opname
        try:
            kept = schrijven.leg_neer(opname.omgeving.werkmap, opname.soort, place, raw, was=self.kopie.basis)
        except ConflictError:
            if isinstance(document, Bevinding):
                raise
            self._voeg_samen(document)
        else:
            self.kopie.weg()
            if isinstance(kept, Bevinding):
                print(opname.omgeving.toon_pad(kept.bestand))
                zeg(f"bewaard zoals het is; verbeter het met: {opname.vervolg()} --bewerk")
                return False
            opname.ontwerp.bestaand = kept
        if found:
            zeg("bewaard zoals het is; het klopt nog niet")
        return True

    def _voeg_samen(self, document: Document) -> None:
        """What another changed meanwhile comes into the record too; notes of one's own are kept aside."""
        basis = self.kopie.basis
        has_notes = basis is None or not schrijven.is_alleen_waarden(basis, document)
        bewaar(self.opname, gewijzigd=True)
        if has_notes:
            where = self.opname.omgeving.toon_pad(self.kopie.zet_opzij())
            zeg(f"wat u schreef, met uw eigen opmerkingen erbij, staat nog in {where}")
        else:
            self.kopie.weg()

    # checking

    def _bevindingen(self, document: Document | Bevinding) -> Iterator[Bevinding]:
        """What keeps it from holding."""
        if isinstance(document, Bevinding):
            yield document
            return
        record, faults = toets(self.opname.soort.model, document.data, self.opname.bekend())
        for fault in (*faults, *self._ontbreekt(record)):
            yield document.bevinding(fault)

    def _ontbreekt(self, record: Any) -> Iterator[Gebrek]:
        """What a record that others rely on lacks; of a concept only what it cannot be kept without."""
        opname = self.opname
        fields = ontbrekend(record)
        if not record.is_definitief:
            fields = [field for field in fields if field.naam in opname.onmisbaar()]
        for field in fields:
            yield leesregels.ONVOLLEDIG.gebrek(field.naam, wat=f"'{field.naam}' ontbreekt: {field.hulp}")
        was_definitief = self.was is not None and self.was.record.is_definitief
        if record.is_definitief and not was_definitief:
            for punt in opname.ontwerp.open_verplichte_vragen():
                said = f"geen antwoord op {punt.code}: {punt.vraag}"
                yield leesregels.ONVOLLEDIG.gebrek("antwoorden", wat=said)

    def _wat_nu(self, found: list[Bevinding]) -> str:
        """Back to the editor, keep it as it is, or drop it. ContentError when nobody can be asked."""
        lines = [line for item in found for line in overzicht.bevinding(item.in_file(self._pad))]
        if not self.opname.omgeving.mag_vragen:
            raise ContentError(
                "dit klopt nog niet; het stuk is zoals het was",
                details=lines,
                tip="geef de opdracht opnieuw aan een terminal, of verbeter het en lees het in met --lees",
            )
        for line in lines:
            zeg(line)
        options = {_TERUG: "verder in de editor", _WEG: "gooi weg wat u schreef"}
        if self._plek():
            options[_HOUDEN] = "leg het zo vast, ook al klopt het nog niet"
        return self.opname.gesprek.kies_een("Dit klopt nog niet. Wat nu", options, standaard=_TERUG)
