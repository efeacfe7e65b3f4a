"""Recording: how every kind of record is made, filled step by step, and closed.

A command is a subclass of :class:`Opname` that says only what is particular to its kind:
which existing record is meant, what is known beforehand, and how a new one is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar

from leercyclus.commands import kiezen, melden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.aangeleverd import aangeleverd, weiger_onleesbaar
from leercyclus.commands.opnemen.antwoorden import uit_optie
from leercyclus.commands.opnemen.ontwerp import Ontwerp, Plek
from leercyclus.commands.opnemen.opties import controleer_verwijzingen, noem, waarden
from leercyclus.domain.errors import ConflictError, ContentError, LeercyclusError, StoppedError, UsageError
from leercyclus.domain.record import Record, RecordMetStand, ontbrekend
from leercyclus.domain.soorten import Soort
from leercyclus.domain.tekst import aantal, opsomming
from leercyclus.domain.veld import Veld, Verwijzing, is_gevuld
from leercyclus.gesprek.regels import Gesprek, Keuzes
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store.werkmap import CyclusMap, Gelezen

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Verzoek:
    """What was asked on the command line, beside the fields of the record."""

    id: str | None = None
    lees: str | None = None
    vervang: bool = False
    definitief: bool = False
    heropen: bool = False
    alle_vragen: bool = False
    antwoord: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)  # options of one command alone


class Opname(Generic[R]):
    """One record of one kind on its way to disk."""

    soort: ClassVar[Soort[Any]]
    #: Without these not even a concept can be kept.
    minimaal: ClassVar[tuple[str, ...]] = ()
    #: The field that says which existing record is meant; what stands there is left as it is.
    wijst_aan: ClassVar[str] = ""
    #: Known beforehand, but worth a look: asked at a prompt with the known value filled in.
    bevestigen: ClassVar[frozenset[str]] = frozenset()
    #: Said once before the reflection questions: to whom they are put.
    voor_de_vragen: ClassVar[str] = ""

    def __init__(
        self, omgeving: Omgeving, folder: CyclusMap, given: Mapping[str, Any], verzoek: Verzoek
    ) -> None:
        self.omgeving = omgeving
        self.folder = folder
        self.verzoek = verzoek
        self.gesprek = Gesprek()
        self.given = waarden(self.soort.model, given)
        controleer_verwijzingen(self.soort.model, self.given, self._bekend())

    # what differs by kind

    def zoek(self) -> Gelezen[R] | None:
        """The existing record that is meant; None for a new one."""
        return self.folder.een(self.soort) if self.soort.is_enkel else None

    def plek(self) -> Plek | None:
        """Where a new record is kept; None while that cannot be known yet."""
        return self.folder.id, ""

    def vooraf(self) -> dict[str, Any]:
        """What is known of a new record before anything is asked."""
        return {"datum": self.omgeving.vandaag}

    def voorstel(self, veld: Veld) -> Any:
        """What to offer at the prompt for a field that is still empty."""
        return self.soort.model.model_fields[veld.naam].default

    def keuzes(self, veld: Veld) -> Keuzes:
        """What can be chosen in a field that refers to something."""
        groep = self.omgeving.groep
        if veld.verwijst_naar is Verwijzing.PERSOON:
            return kiezen.mensen(groep)
        if veld.verwijst_naar is Verwijzing.THEMA:
            return kiezen.themas(groep)
        if veld.verwijst_naar is Verwijzing.ORGANISATIE:
            return {item.id: item.naam or "" for item in groep.organisaties}
        return {}

    def inleiding(self) -> None:
        """What is shown before the first question."""

    def bewerk(self) -> None:
        """Last changes to the data before they are checked and saved."""

    def past(self, veld: Veld) -> bool:
        """Whether a field makes sense after what was answered so far."""
        return True

    def vervolg(self, found: Gelezen[R]) -> str:
        """The command that goes on with a record that is not finished."""
        return f"leercyclus {self.soort.naam} {self.folder.id}"

    def nog_een(self) -> bool:
        """Whether to go on with another record of this kind."""
        return False

    # the course of a recording

    @classmethod
    def uitvoeren(
        cls, omgeving: Omgeving, folder: CyclusMap, given: Mapping[str, Any], verzoek: Verzoek
    ) -> int:
        """Do what was asked, and go on as long as the user wants; the exit code."""
        goes_on = True
        while goes_on:
            recording = cls(omgeving, folder, given, verzoek)
            recording.voer_uit()
            goes_on = recording.nog_een()
            if goes_on:
                folder, given = omgeving.werkmap.cyclus(folder.id), {}
        return 0

    def voer_uit(self) -> None:
        """Make or change the record, and say what comes next."""
        weiger_onleesbaar(self.omgeving, self.folder, self.soort)
        if self.verzoek.lees:
            self.given = aangeleverd(self.soort, self.verzoek.lees, self.given, self._bekend())
        found = self.zoek()
        if found and not self.verzoek.lees:
            self.given.pop(self.wijst_aan, None)
        self.ontwerp: Ontwerp[R] = Ontwerp(
            self.omgeving.werkmap, self.soort, self.folder, found, self.vooraf()
        )
        self.bewaak(self.given)
        self._neem_over(self.given)
        self.vraagt = self.moet_vragen()
        try:
            if self.vraagt:
                self._vraag()
            self._sluit_af()
        except (KeyboardInterrupt, StoppedError):
            raise self._gestopt() from None
        self._meld()

    @property
    def data(self) -> dict[str, Any]:
        """The data as they are now."""
        return self.ontwerp.data

    def _bekend(self) -> Any:
        return kiezen.bekend(self.omgeving.groep, self.folder)

    # what was given

    def bewaak(self, given: Mapping[str, Any]) -> None:
        """Nothing is overwritten without being asked for. ConflictError when it would be."""
        found, verzoek = self.ontwerp.bestaand, self.verzoek
        if found is None or (verzoek.vervang and (verzoek.lees or not self.soort.met_stand)):
            return
        path = self.omgeving.toon_pad(found.bestand)
        replaces = "met --vervang komt het nieuwe ervoor in de plaats"
        if verzoek.lees:
            raise ConflictError(f"{path} bestaat al", tip=replaces)
        if self.soort.met_stand and found.record.is_definitief and not verzoek.heropen:
            raise ConflictError(f"{path} is al definitief", tip="met --heropen wordt het weer concept")
        taken = [name for name, value in given.items() if self.data.get(name, value) != value]
        if taken and not self.soort.met_stand:
            options = ", ".join(self.soort.velden[name].optie for name in taken)
            raise ConflictError(f"in {path} staat al iets anders voor {options}", tip=replaces)

    def _neem_over(self, given: Mapping[str, Any]) -> None:
        if self.verzoek.lees and self.ontwerp.bestaand:
            known = self.soort.velden.keys() - {"versie"}  # what the new one does not say goes away
            self.data.update({name: None for name in self.data if name in known})
        self.data.update(given)
        if self.verzoek.heropen:
            self.data["stand"] = "concept"
        for text in self.verzoek.antwoord:
            self.ontwerp.antwoord(*uit_optie(text, self.ontwerp.vragen(alle=True)))

    # asking

    def moet_vragen(self) -> bool:
        """Ask at a terminal, unless all was given or only the stand changes."""
        if not self.omgeving.mag_vragen or self.verzoek.lees:
            return False
        if self.soort.met_stand:
            return not (self.verzoek.definitief and not self.ontwerp.ontbreekt())
        return bool(ontbrekend(self.ontwerp.record)) or not (self.given or self.ontwerp.bestaand)

    def _vraag(self) -> None:
        self.inleiding()
        fields = self._open_velden()
        self._vraag_velden([veld for veld in fields if not veld.als_laatste])
        questions = self.ontwerp.open_vragen(alle=self.verzoek.alle_vragen)
        if questions and self.voor_de_vragen:
            self.gesprek.zeg()
            self.gesprek.zeg(self.voor_de_vragen)
        for number, question in enumerate(questions, 1):
            answer = self.gesprek.vraag(question, number, len(questions))
            if answer is not None:
                self.ontwerp.antwoord(question, answer)
                self._bewaar_als_het_kan()
        self._vraag_velden([veld for veld in fields if veld.als_laatste])

    def _vraag_velden(self, fields: list[Veld]) -> None:
        for veld in filter(self.past, fields):
            value = self._vraag_veld(veld)
            if value is not None:
                self.data[veld.naam] = value
                self._bewaar_als_het_kan()

    def _vraag_veld(self, veld: Veld) -> Any:
        """The answer; asked again as long as the record cannot be kept without it."""
        needed = veld.naam in self.minimaal or (veld.verplicht and not self.soort.met_stand)
        while True:
            known = self.data.get(veld.naam) or self.voorstel(veld)
            value = self.gesprek.veld(veld, self.keuzes(veld), standaard=known)
            if value is not None or not needed:
                return value
            self.gesprek.zeg("dit is nodig om te kunnen bewaren; Ctrl-C stopt")

    def _open_velden(self) -> list[Veld]:
        """Fields without a value, in the order of the file, and those worth confirming."""
        is_new = self.ontwerp.bestaand is None
        return [
            veld
            for veld in self.soort.velden.values()
            if veld.gevraagd
            and (
                not is_gevuld(self.data.get(veld.naam))
                or (is_new and veld.naam in self.bevestigen and veld.naam not in self.given)
            )
        ]

    # saving and closing

    def _bewaar_als_het_kan(self) -> None:
        """Save what there is: a concept at once, another record when it has what it needs."""
        if self.soort.met_stand:
            self.data["stand"] = "concept"
        elif ontbrekend(self.ontwerp.record):
            return
        self.bewerk()
        self.ontwerp.bewaar(self.plek)

    def _sluit_af(self) -> None:
        """Decide the stand, check what that asks for, and save."""
        self.ontwerp.vul_standaard_in()
        self.bewerk()
        missing = self._tekort()
        if missing:
            raise self._onvolledig(missing)
        self.ontwerp.bewaar(self.plek)

    def _tekort(self) -> list[str]:
        """What lacks for the stand that the record gets."""
        if not self.soort.met_stand:
            return noem(ontbrekend(self.ontwerp.record))
        lacking = self.ontwerp.ontbreekt()
        if self.wordt_definitief(lacking):
            self.data["stand"] = "definitief"
            return lacking
        self.data["stand"] = "concept"
        fields = self.soort.velden
        minimum = noem(fields[name] for name in self.minimaal if not is_gevuld(self.data.get(name)))
        return minimum or ([] if self._zegt_iets() else lacking)

    def _zegt_iets(self) -> bool:
        """Whether the command line brought anything to keep."""
        verzoek = self.verzoek
        return bool(self.given or self.vraagt or verzoek.antwoord or verzoek.lees or verzoek.heropen)

    def wordt_definitief(self, lacking: list[str]) -> bool:
        """Whether others may rely on it from now on: as asked, or said at the prompt."""
        if self.verzoek.definitief:
            return True
        if self.verzoek.lees:
            return bool(self.data["stand"] == "definitief")
        if not self.vraagt or lacking:
            return False
        self.gesprek.zeg()
        question = f"Is {self.soort.benoemd} klaar, zodat anderen erop kunnen rekenen?"
        return self.gesprek.ja_nee(question, standaard=False)

    def _onvolledig(self, missing: list[str]) -> LeercyclusError:
        if self.verzoek.lees:
            return ContentError(
                f"in {self.verzoek.lees} ontbreekt iets dat bij {self.soort.benoemd} hoort",
                details=missing,
                tip="vul dit aan" + (', of zet er stand = "concept" in' if self.soort.met_stand else ""),
            )
        return UsageError(f"er ontbreekt nog iets aan {self.soort.benoemd}", details=missing)

    def _gestopt(self) -> StoppedError:
        found = self.ontwerp.bestaand
        if found is None:
            return StoppedError("gestopt; er is niets bewaard")
        path = self.omgeving.toon_pad(found.bestand)
        return StoppedError(
            f"gestopt; uw antwoorden staan in {path}", tip=f"ga verder met: {self.vervolg(found)}"
        )

    def _zeg_wat_ontbreekt(self) -> None:
        names = [veld.label for veld in ontbrekend(self.ontwerp.record)]
        open_questions = len(self.ontwerp.ontbreekt()) - len(names)
        names += [aantal(open_questions, "verplichte vraag", "verplichte vragen")] if open_questions else []
        if names:
            zeg(f"nog nodig voordat het definitief kan worden: {opsomming(names)}")

    def _meld(self) -> None:
        assert self.ontwerp.bestaand is not None
        bestand = self.ontwerp.bestaand.bestand
        print(self.omgeving.toon_pad(bestand))
        record = self.ontwerp.record
        if isinstance(record, RecordMetStand):
            zeg(f"bewaard als {record.stand}")
            if not record.is_definitief and self.vraagt:
                self._zeg_wat_ontbreekt()
        melden.na_bewaren(self.omgeving, bestand)
