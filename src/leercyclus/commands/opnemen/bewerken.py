"""``--bewerk``: the record in an editor. It is checked when the editor closes; nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leercyclus.commands.opnemen.bewaren import bewaar
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.sjabloon import sjabloon
from leercyclus.domain import bevinding
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.controle import Gebrek, onbekende_sleutels, to_record
from leercyclus.domain.errors import ChangedUnderneathError, ConflictError, ContentError, LeercyclusError
from leercyclus.domain.record import ontbrekend
from leercyclus.domain.verwijzingen import onbekende_verwijzingen
from leercyclus.gesprek import editor
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render import overzicht
from leercyclus.store import schrijven
from leercyclus.store.toml.read import Document, parse
from leercyclus.store.werkkopie import Werkkopie
from leercyclus.store.werkmap import finding

_TERUG, _HOUDEN, _WEG = "terug", "houden", "weg"


class Bewerking:
    """One record, edited in a copy that takes its place when it holds."""

    def __init__(self, opname: Opname[Any]) -> None:
        self.opname = opname
        self.was = opname.ontwerp.bestaand
        self.kopie = Werkkopie(opname.omgeving.werkmap.root, opname.kladnaam)
        #: Where it goes; None while a new record has no name yet.
        self.bestand = self.was.bestand if self.was else self._plek()

    def voer_uit(self) -> str | None:
        """Edit until it holds; the path of the record, None when nothing changed."""
        start = self._begin()
        try:
            return self._bewerk(start)
        except LeercyclusError as error:
            if self.kopie.lees() == start:
                self.kopie.weg()
            else:
                error.details = (*error.details, f"wat u schreef, staat nog in {self._pad}")
            raise

    def _bewerk(self, start: bytes) -> str | None:
        choice = _TERUG
        while choice == _TERUG:
            editor.bewerk(self.kopie.path)
            raw = self.kopie.lees()
            if raw == start:
                return self._niets("er is niets gewijzigd")
            document = parse(raw, self.bestand or self.kopie.bestand)
            if isinstance(document, Document):
                self.opname.ontwerp.data = document.data
                self.bestand = self.bestand or self._plek()
            found = sorted(self._bevindingen(document), key=lambda item: item.order)
            choice = self._wat_nu(found) if found else _HOUDEN
        if choice == _WEG or self.bestand is None:
            return self._niets("de wijziging is weg; het stuk is zoals het was")
        return self._leg_neer(self.bestand, raw)

    def _niets(self, said: str) -> str | None:
        """Nothing came of it."""
        self.kopie.weg()
        zeg(said)
        return None

    @property
    def _pad(self) -> str:
        return self.opname.omgeving.toon_pad(self.kopie.bestand)

    def _plek(self) -> str | None:
        place = self.opname.plek()
        return self.opname.soort.bestand_in(*place) if place else None

    # the copy

    def _begin(self) -> bytes:
        """Fill the copy, unless an earlier editing goes on; what it must differ from to be a change."""
        opname = self.opname
        if self.was is not None:
            start, before = schrijven.wijziging(self.was, opname.data), self.was.bytes
        else:
            data = {"stand": "concept", **opname.data} if opname.soort.met_stand else opname.data
            start = before = sjabloon(opname.soort, data, opname.punten()).encode("utf-8")
        if not (self.kopie.bestaat and self._gaat_verder()):
            self.kopie.begin(start)
        return before

    def _gaat_verder(self) -> bool:
        """Whether an earlier editing goes on. ConflictError when nobody can be asked."""
        if not self.opname.omgeving.mag_vragen:
            raise ConflictError(
                "er ligt nog een eerdere bewerking van dit stuk",
                details=[f"die staat in {self._pad}"],
                tip="ga er aan een terminal mee verder, of haal dat bestand weg",
            )
        question = "Er ligt nog een eerdere bewerking van dit stuk. Daarmee verder?"
        return self.opname.gesprek.ja_nee(question, standaard=True)

    def _leg_neer(self, bestand: str, raw: bytes) -> str:
        """Put the copy in the place of the record, together with what changed there meanwhile."""
        before = self.was.bytes if self.was else None
        try:
            schrijven.leg_neer(self.opname.omgeving.werkmap, bestand, raw, was=before)
        except ChangedUnderneathError:
            bewaar(self.opname)
        self.kopie.weg()
        return bestand

    # checking

    def _bevindingen(self, document: Document | Bevinding) -> Iterator[Bevinding]:
        """What keeps it from holding."""
        if isinstance(document, Bevinding):
            yield document
            return
        opname = self.opname
        record, wrong = to_record(opname.soort.model, document.data)
        faults = [*wrong, *onbekende_sleutels(record), *self._ontbreekt(record)]
        for path, kind, id in onbekende_verwijzingen(record, opname.bekend()):
            faults.append(Gebrek(bevinding.ONBEKENDE_VERWIJZING, path, f"er is geen {kind.value} '{id}'"))
        for fault in faults:
            yield finding(document, fault)

    def _ontbreekt(self, record: Any) -> Iterator[Gebrek]:
        """What a record that others rely on lacks; of a concept only what it cannot be kept without."""
        opname = self.opname
        fields = ontbrekend(record)
        if not record.is_definitief:
            fields = [field for field in fields if field.naam in opname.onmisbaar()]
        for field in fields:
            yield Gebrek(bevinding.ONVOLLEDIG, (field.naam,), f"{field.naam} ontbreekt: {field.hulp}")
        was_definitief = self.was is not None and self.was.record.is_definitief
        if record.is_definitief and not was_definitief:
            for punt in opname.ontwerp.open_verplichte_vragen():
                yield Gebrek(
                    bevinding.ONVOLLEDIG, ("antwoorden",), f"geen antwoord op {punt.code}: {punt.vraag}"
                )

    def _wat_nu(self, found: list[Bevinding]) -> str:
        """Back to the editor, keep it as it is, or drop it. ContentError when nobody can be asked."""
        lines = [
            line
            for item in found
            for line in overzicht.bevinding(item.in_file(self.opname.omgeving.toon_pad(item.bestand)))
        ]
        if not self.opname.omgeving.mag_vragen:
            raise ContentError(
                "dit klopt nog niet; het stuk is zoals het was",
                details=lines,
                tip="geef de opdracht opnieuw aan een terminal, of verbeter het en lees het in met --lees",
            )
        for line in lines:
            zeg(line)
        options = {_TERUG: "verder in de editor", _WEG: "laat de wijziging vallen"}
        if self.bestand:
            options[_HOUDEN] = "bewaar het zoals het is"
        return self.opname.gesprek.kies_een("Dit klopt nog niet. Wat nu", options, standaard=_TERUG)
