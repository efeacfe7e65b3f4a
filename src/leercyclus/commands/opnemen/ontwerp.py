"""A record under way: its data so far, what it still lacks, and where it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from leercyclus.commands.opnemen.opties import noem
from leercyclus.domain.bibliotheek import volledige_naam
from leercyclus.domain.controle import to_record
from leercyclus.domain.errors import ContentError
from leercyclus.domain.record import Record, ontbrekend
from leercyclus.domain.soorten import Soort
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.vraag import GesteldeVraag, kies_vragen, verplichte_vragen
from leercyclus.store import ingebouwd, schrijven
from leercyclus.store.werkmap import CyclusMap, Gelezen, Werkmap

R = TypeVar("R", bound=Record)
#: The cyclus (empty for the group) and the id under which a new record is kept.
Plek = tuple[str, str]


_GIVEN = {"antwoord", "keuze", "score", "rijen"}


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

    @property
    def record(self) -> R:
        """The data as they are now."""
        return to_record(self.soort.model, self.data)[0]

    # questions

    def vragen(self, *, alle: bool) -> list[GesteldeVraag]:
        """The questions that this record asks."""
        if not self.soort.vraagt:
            return []
        library = [les for les in self.werkmap.bibliotheek() if les.herkomst != self.folder.id]
        return kies_vragen(library, self.soort.vraagt, self.folder.cyclus.thema, alle=alle)

    def open_vragen(self, *, alle: bool) -> list[GesteldeVraag]:
        """Those that have no answer yet."""
        answered = self._beantwoord()
        return [question for question in self.vragen(alle=alle) if question.sleutel not in answered]

    def _beantwoord(self) -> set[tuple[str, str]]:
        answers = getattr(self.record, "antwoorden", [])
        return {(volledige_naam(item.les), item.vraag) for item in answers if item.is_gevuld}

    def antwoord(self, question: GesteldeVraag, answer: Mapping[str, Any]) -> None:
        """Note an answer, in the place of an earlier one to the same question."""
        les, vraag = question.sleutel
        entry = {"les": les, "vraag": vraag, "gevraagd": question.vraag.vraag, **answer}
        rows = self._antwoorden()
        for place, row in enumerate(rows):
            if (volledige_naam(str(row.get("les", ""))), row.get("vraag")) == question.sleutel:
                kept = {key: value for key, value in row.items() if key not in _GIVEN}
                rows[place] = {**kept, **entry}
                break
        else:
            rows.append(entry)
        self.data["antwoorden"] = rows

    def _antwoorden(self) -> list[dict[str, Any]]:
        """The answers as they stand in the file. ContentError when they are no answers at all."""
        rows = self.data.get("antwoorden", [])
        if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
            where = self.bestaand.bestand if self.bestaand else self.soort.naam
            raise ContentError(
                f"{where}: 'antwoorden' is geen lijst van antwoorden", tip="herstel dit eerst in een editor"
            )
        return list(rows)

    # completeness

    def vul_standaard_in(self) -> None:
        """Required fields with a default of their own, such as the soort of an advies."""
        for field in self.soort.velden.values():
            default = self.soort.model.model_fields[field.naam].default
            if field.verplicht and field.naam not in self.data and is_gevuld(default):
                self.data[field.naam] = default

    def ontbreekt(self) -> list[str]:
        """What a definitief record still lacks, each with the option that gives it."""
        answered = self._beantwoord()
        required = verplichte_vragen(ingebouwd.lessen(), self.soort.vraagt, self.folder.cyclus.thema)
        return noem(ontbrekend(self.record)) + [
            f"--antwoord {question.les.id}/{question.vraag.id}=…  {question.vraag.vraag}"
            for question in required
            if question.sleutel not in answered
        ]

    # keeping

    def bewaar(self, plek: Callable[[], Plek | None]) -> None:
        """Write what there is; ``plek`` says where, once a new record can be named."""
        if self.bestaand is not None:
            self.bestaand = schrijven.change(self.werkmap, self.bestaand, self.data)
            return
        place = plek()
        if place is not None:
            self.bestaand = schrijven.create(self.werkmap, self.soort, *place, self.data)
