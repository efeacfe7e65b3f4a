"""A record under way: its data so far, what it still lacks, and where it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from leercyclus.commands.opnemen.opties import noem
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.controle import to_record
from leercyclus.domain.errors import ConflictError, ContentError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.record import Record, ontbrekend
from leercyclus.domain.samenvoegen import Verschil, voeg_samen
from leercyclus.domain.soorten import Soort
from leercyclus.domain.tekst import cleaned
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.vraagkeuze import kies_vragen, verplichte_vragen
from leercyclus.domain.vraagpunt import Vraagpunt, vraagpunten
from leercyclus.store import ingebouwd, schrijven
from leercyclus.store.werkmap import Werkmap

R = TypeVar("R", bound=Record)
#: The cyclus (empty for the group) and the id under which a new record is kept.
Plek = tuple[str, str]


class Ontwerp(Generic[R]):
    """Data that becomes a record, saved as often as wanted."""

    def __init__(
        self,
        werkmap: Werkmap,
        soort: Soort[R],
        folder: CyclusMap,
        bestaand: Gelezen[R] | None,
        data: Mapping[str, Any],
    ) -> None:
        self.werkmap = werkmap
        self.soort = soort
        self.folder = folder
        self.bestaand = bestaand
        self.data = dict(bestaand.document.data if bestaand else data)
        #: What is changed is told by comparing with this.
        self._basis: Mapping[str, Any] = bestaand.document.data if bestaand else {}
        self._refuse_what_are_no_answers()

    @property
    def record(self) -> R:
        """The data as they are now; of a text with a sign that a record refuses, the rest."""
        record, wrong = to_record(self.soort.model, self.data)
        return to_record(self.soort.model, cleaned(self.data))[0] if wrong else record

    def _refuse_what_are_no_answers(self) -> None:
        rows = self.data.get("antwoorden", [])
        if self.soort.vraagt and not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
            where = self.bestaand.bestand if self.bestaand else self.soort.naam
            raise ContentError(
                f"{where}: 'antwoorden' is geen lijst van antwoorden", tip="herstel dit eerst in een editor"
            )

    # questions

    def vragen(self, *, alle: bool) -> list[Vraagpunt]:
        """The questions that this record asks, in the order of the conversation."""
        if not self.soort.vraagt:
            return []
        library = [les for les in self.werkmap.bibliotheek() if les.herkomst != self.folder.id]
        asked = kies_vragen(library, self.soort.vraagt, self.folder.cyclus.thema, alle=alle)
        return vraagpunten(asked, ingebouwd.gespreksdelen())

    # completeness

    def vul_standaard_in(self) -> None:
        """Required fields with a default of their own, such as the soort of an advies."""
        for field in self.soort.velden.values():
            default = self.soort.model.model_fields[field.naam].default
            if field.verplicht and field.naam not in self.data and is_gevuld(default):
                self.data[field.naam] = default

    def open_verplichte_vragen(self) -> list[Vraagpunt]:
        """The questions without an answer that a definitief record must have."""
        asked = verplichte_vragen(ingebouwd.lessen(), self.soort.vraagt, self.folder.cyclus.thema)
        record = self.record
        return [punt for punt in vraagpunten(asked, ()) if punt.is_open(record)]

    def ontbreekt(self) -> list[str]:
        """What a definitief record still lacks, each with the option that gives it."""
        return noem(ontbrekend(self.record)) + [
            f"--antwoord {punt.code}=…  {punt.vraag}" for punt in self.open_verplichte_vragen()
        ]

    # keeping

    @property
    def _was_definitief(self) -> bool:
        """Whether others relied on it when it was begun with."""
        return bool(self._basis) and to_record(self.soort.model, self._basis)[0].is_definitief

    def ga_uit_van(self, basis: Mapping[str, Any]) -> None:
        """What is changed is told by comparing with this: where somebody began an earlier time."""
        self._basis = basis

    def bewaar(self, plek: Callable[[], Plek | None]) -> None:
        """Write what there is; ``plek`` says where, once a new record can be named.

        ChangedUnderneathError when somebody else wrote the file meanwhile: see ``haal_bij``.
        """
        if self.bestaand is not None:
            self.bestaand = schrijven.change(self.werkmap, self.bestaand, self.data)
        elif place := plek():
            self.bestaand = schrijven.create(self.werkmap, self.soort, *place, self.data)
        if self.bestaand is not None:
            self._basis = self.bestaand.document.data

    def haal_bij(self, toon_pad: Callable[[str], str]) -> list[Verschil]:
        """Take over what somebody else changed in the file; where both changed the same, theirs stays.

        Returns those differences. ConflictError when the file is gone or was closed, ContentError
        when it cannot be read any more. ``toon_pad`` makes a path as the user sees it.
        """
        assert self.bestaand is not None
        before, now = self.bestaand, self.werkmap.herlees(self.bestaand)
        if now is None:
            self.bestaand = None
            raise ConflictError(f"{toon_pad(before.bestand)} is ondertussen weg of heeft een andere naam")
        if isinstance(now, Bevinding):
            raise ContentError.van(
                now.in_file(toon_pad(now.bestand)), "herstel dit bestand; daarna kunt u verder"
            )
        if self.soort.met_stand and now.record.is_definitief and not self._was_definitief:
            raise ConflictError(
                f"{toon_pad(before.bestand)} is ondertussen definitief gemaakt",
                tip="met --heropen wordt het weer concept",
            )
        self.data, differ = voeg_samen(self._basis, self.data, now.document.data)
        self.bestaand, self._basis = now, now.document.data
        return differ
