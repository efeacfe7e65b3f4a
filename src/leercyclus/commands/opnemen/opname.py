"""A record on its way to disk, and what differs by kind.

A command is a subclass of :class:`Opname` that says only what is particular to its kind: which
existing record is meant, what is known beforehand, how a new one is named. The course that all
share is in ``uitvoering.py``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self, TypeVar

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opnemen.antwoorden import uit_optie
from leercyclus.commands.opnemen.ontwerp import Ontwerp, Plek
from leercyclus.commands.opnemen.opblad import OpBlad
from leercyclus.commands.opnemen.opties import controleer_verwijzingen, waarden
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.errors import ConflictError, ContentError, UsageError
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.punt import Keuzes, Punt, Veldpunt
from leercyclus.domain.record import Record, ontbrekend
from leercyclus.domain.soorten import Soort
from leercyclus.domain.tekst import opsomming
from leercyclus.domain.veld import Invoer, Veld, is_gevuld
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.store.layout import made_up_id

R = TypeVar("R", bound=Record)


class Opname(OpBlad[R]):
    """One record of one kind on its way to disk."""

    soort: ClassVar[Soort[Any]]
    #: Without these not even a concept can be kept.
    minimaal: ClassVar[tuple[str, ...]] = ()
    #: The field that says whose or which record is meant; of one that is there it is left as it is.
    wijst_aan: ClassVar[str] = ""
    #: Known beforehand, but worth a look: asked at a prompt with the known value filled in.
    bevestigen: ClassVar[frozenset[str]] = frozenset()
    #: The file is named after whose it is, so no field says so.
    heet_naar: ClassVar[bool] = False
    #: What else stands on its sheet.
    ook_op_blad: ClassVar[tuple[type[Opname[Any]], ...]] = ()
    #: The record starts a cyclus.
    opent_cyclus: ClassVar[bool] = False

    def __init__(self, omgeving: Omgeving, folder: CyclusMap, verzoek: Verzoek) -> None:
        self.omgeving = omgeving
        self.folder = folder
        self.verzoek = verzoek
        self.gesprek = Gesprek()
        self.given = waarden(self.soort.model, verzoek.velden)
        #: Whether somebody sits at the terminal and is asked, and the codes of what was.
        self.vraagt = False
        self.gesteld: set[str] = set()
        self._per_code: dict[str, Punt] | None = None
        controleer_verwijzingen(self.soort.model, self.given, self.bekend())

    # what differs by kind

    def zoek(self) -> Gelezen[R] | None:
        """The existing record that is meant; None for a new one."""
        return self.folder.een(self.soort) if self.soort.is_enkel else None

    def plek(self) -> Plek | None:
        """Where a new record is kept; None while that cannot be known yet."""
        return self.folder.id, ""

    def maak_id(self, *wat: str) -> str:
        """The id of a new record, after the first of ``wat`` that is known: whose or what it is.

        That of its sheet when it comes from one. A sheet for the same gets the same id each time
        it is printed, so that two prints never make two records.
        """
        what = next(filter(None, wat), self.soort.naam)
        if self.verzoek.blad_id:
            return self.verzoek.blad_id
        if not self.verzoek.blad:
            return made_up_id(what)
        earlier = [item.id for item in self.folder.van(self.soort) if item.id.startswith(f"{what}-")]
        return made_up_id(what, self.folder.id, self.soort.naam, *earlier)

    def vooraf(self) -> dict[str, Any]:
        """What is known of a new record before anything is asked."""
        return {"datum": self.omgeving.vandaag}

    def staat_vast(self) -> frozenset[str]:
        """What is known beforehand and needs no look: no part of the conversation, nor of a sheet."""
        return (frozenset(self.vooraf()) | {self.wijst_aan}) - self.bevestigen

    def voorstel(self, punt: Punt) -> Any:
        """What to offer at the prompt where there is nothing yet."""
        field = self.soort.model.model_fields.get(punt.code)
        return field.default if field else None

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

    def punten(self, *, alle: bool = False) -> list[Punt]:
        """What this record asks, in the order of the conversation; ``alle``: every question there is."""
        fields = [
            Veldpunt.van(veld, self.keuzes(veld)) for veld in self.soort.velden.values() if veld.gevraagd
        ]
        return [
            *(punt for punt in fields if not punt.veld.als_laatste),
            *self.ontwerp.vragen(alle=alle or self.verzoek.alle_vragen),
            *(punt for punt in fields if punt.veld.als_laatste),
        ]

    def punt(self, code: str) -> Punt | None:
        """What this code is about: what is asked, or a field that is known beforehand; None for neither."""
        if self._per_code is None:
            self._per_code = {punt.code: punt for punt in self.punten(alle=True)}
        veld = self.soort.velden.get(code)
        is_one = veld is not None and veld.invoer is not Invoer.SAMENGESTELD
        return self._per_code.get(code) or (
            Veldpunt.van(veld, self.keuzes(veld)) if veld and is_one else None
        )

    def staat_er(self, punt: Punt) -> Any:
        """What the record says here; what does not hold too, so that it is not written over unseen."""
        value = punt.uit(self.ontwerp.record)
        return value if is_gevuld(value) else punt.ruw(self.data)

    def rondes(self) -> Iterator[Sequence[Punt]]:
        """What is asked at a prompt, round by round."""
        yield self.punten()

    def inleiding(self) -> None:
        """What is shown before the first question."""

    def voor(self, punt: Punt) -> None:
        """What is shown before one of the questions."""

    def voor_bewaren(self) -> None:
        """Last changes to the data before they are checked and saved."""

    def onleesbaar(self) -> Bevinding | None:
        """The file that is probably meant, and that cannot be read."""
        if self.ontwerp.bestaand:
            return None
        whose = [self.verzoek.id, self.verzoek.blad_id, *(self.wie if self.soort.met_stand else ())]
        for problem in self.folder.problemen:
            found = self.soort.patroon.fullmatch(problem.bestand.removeprefix(f"{self.folder.id}/"))
            id = found.groupdict().get("id", "") if found else None
            if id is not None and (self.soort.is_enkel or any(_heet_naar(id, name) for name in whose)):
                return problem
        return None

    def past(self, punt: Punt) -> bool:
        """Whether it makes sense to ask this after what was answered so far."""
        has_nothing_to_choose = isinstance(punt, Veldpunt) and punt.veld.verwijst_naar and not punt.opties
        return punt.code != self.wijst_aan and not has_nothing_to_choose

    def sprekers(self, record: R, cyclus: Cyclus) -> Collection[str]:
        """Whose own words the answers in a record of this kind are; nobody's when that is not known."""
        return ()

    def vervolg(self) -> str:
        """The command that goes on with a record that is not finished."""
        return f"leercyclus {self.opdracht()} {self.folder.id}"

    def heeft_werk(self) -> bool:
        """Whether there is anything to record; says so where there is not."""
        return True

    def wijs_aan(self) -> None:
        """Settle whose or which record is meant, and ask where that is not known."""

    def na_afloop(self) -> None:
        """What is said when the record is kept."""

    def nog_een(self) -> bool:
        """Whether to go on with another record of this kind."""
        return False

    def aanduiding(self) -> str:
        """Which record this is, in words: ``de zelfanalyse van directeur-oss``."""
        return " van ".join(filter(None, (self.soort.benoemd, opsomming(self.wie))))

    @classmethod
    def opdracht(cls) -> str:
        """The command that records this."""
        return cls.soort.opdracht

    @classmethod
    def van_wie(cls, wie: Sequence[str]) -> dict[str, Any]:
        """The value of ``wijst_aan`` for these people or records. ContentError when that must be one."""
        if not cls.wijst_aan or not wie:
            return {}
        if cls.soort.velden[cls.wijst_aan].meervoud:
            return {cls.wijst_aan: list(wie)}
        if len(wie) > 1:
            raise ContentError(f"{cls.soort.benoemd} is van één persoon, niet van {opsomming(list(wie))}")
        return {cls.wijst_aan: wie[0]}

    @classmethod
    def voor_wie(cls, omgeving: Omgeving, folder: CyclusMap) -> Collection[str]:
        """Whose sheets to make when nobody is named: those of whom a record is still to come."""
        return ()

    # the record that is meant

    @classmethod
    def begonnen(cls, omgeving: Omgeving, folder: CyclusMap, verzoek: Verzoek) -> Self:
        """A recording that has begun, with what was given in its data, and nothing saved."""
        opname = cls(omgeving, folder, verzoek)
        opname.begin()
        opname.neem_over()
        return opname

    def begin(self) -> None:
        """Find the record that is meant, or start a new one."""
        self.wijs_aan()
        found = self.zoek_bestaand()
        if found and not self.verzoek.lees:
            for name in (self.wijst_aan, *(self.naam_op_blad if self.verzoek.van_blad else ())):
                self.given.pop(name, None)
        known = {**self.vooraf(), **{key: item for key, item in self.given.items() if key == self.wijst_aan}}
        self.ontwerp: Ontwerp[R] = Ontwerp(self.omgeving.werkmap, self.soort, self.folder, found, known)
        self.is_nieuw = found is None
        problem = None if self.verzoek.bewerk else self.onleesbaar()
        if problem is not None:
            raise ContentError.van(
                problem.in_file(self.omgeving.toon_pad(problem.bestand)),
                f"verbeter het met: {self.vervolg()} --bewerk",
            )

    def zoek_bestaand(self) -> Gelezen[R] | None:
        """The record that is meant: the one that a sheet names, or what the kind goes by."""
        on_sheet = self.folder.een(self.soort, self.verzoek.blad_id) if self.verzoek.blad_id else None
        return on_sheet or self.zoek()

    @property
    def cyclus_id(self) -> str:
        """The cyclus in which the record lies; empty for the group, or while it is not made yet."""
        return self.folder.id

    @property
    def kladnaam(self) -> str:
        """What is under way for this record, and for no other, is kept under this name."""
        found = self.ontwerp.bestaand
        id = next(iter(self.wie), "") or (found.id if found else self.verzoek.id)
        return "--".join(filter(None, (self.cyclus_id, self.soort.naam, id)))

    @property
    def data(self) -> dict[str, Any]:
        """The data as they are now."""
        return self.ontwerp.data

    @property
    def wie(self) -> list[str]:
        """Whose or which record this is: the values of ``wijst_aan``."""
        value = self.data.get(self.wijst_aan) or []
        return [value] if isinstance(value, str) else list(value)

    def bekend(self) -> Mapping[Verwijzing, Collection[str]]:
        """The ids that the record may refer to."""
        return kiezen.bekend(self.omgeving.groep, self.folder)

    # what was given

    def neem_over(self) -> None:
        """Put what was given on the command line, or handed over, into the data."""
        data, verzoek = self.data, self.verzoek
        if verzoek.lees and self.ontwerp.bestaand:
            known = self.soort.velden.keys() - {"versie"}  # what the new one does not say goes away
            data.update({name: None for name in data if name in known})
        data.update(self.given)
        if verzoek.heropen:
            data["stand"] = "concept"
        for text in verzoek.antwoord:
            punt, value = uit_optie(text, self.ontwerp.vragen(alle=True))
            punt.zet(data, value)

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
            raise ConflictError(
                f"{path} is al definitief", tip=f"maak het weer concept met: {self.vervolg()} --heropen"
            )
        taken = [name for name, value in given.items() if self.data.get(name, value) != value]
        if taken and not self.soort.met_stand:
            options = ", ".join(self.soort.velden[name].optie for name in taken)
            raise ConflictError(f"in {path} staat al iets anders voor {options}", tip=replaces)

    # asking

    def moet_vragen(self) -> bool:
        """Ask at a terminal, unless all was given or only the stand changes."""
        if self.verzoek.vraag_id and not self.omgeving.mag_vragen:
            raise UsageError(
                "--vraag-id stelt een vraag en heeft een terminal nodig",
                tip="zonder terminal: --antwoord LES/VRAAG=TEKST",
            )
        if not self.omgeving.mag_vragen or self.verzoek.lees:
            return False
        if self.verzoek.vraag_id or self.verzoek.alle_vragen:
            return True
        if self.soort.met_stand:
            return not (self.verzoek.definitief and not self.ontwerp.ontbreekt())
        return bool(ontbrekend(self.ontwerp.record)) or not (self.given or self.ontwerp.bestaand)

    def onmisbaar(self) -> Collection[str]:
        """Without these fields a concept is not kept."""
        return self.minimaal

    def is_nodig(self, punt: Punt) -> bool:
        """Whether the record cannot be kept without it."""
        is_required_field = isinstance(punt, Veldpunt) and punt.verplicht
        return punt.code in self.onmisbaar() or (is_required_field and not self.soort.met_stand)

    def laat_bevestigen(self, punt: Punt) -> bool:
        """Whether what is known beforehand of a new record is asked all the same."""
        return self.is_nieuw and punt.code in self.bevestigen and punt.code not in self.given

    # closing

    def stand_onderweg(self) -> str:
        """The stand that a record has while it is being filled in."""
        return "concept"

    def wordt_definitief(self, lacking: list[str]) -> bool:
        """Whether others may rely on it from now on: as asked, or said at the prompt."""
        if self.verzoek.definitief:
            return True
        if self.verzoek.lees:
            return bool(self.data["stand"] == "definitief")
        asks = self.vraagt or (self.verzoek.van_blad and self.omgeving.mag_vragen)
        if not asks or lacking:
            return False
        self.gesprek.zeg()
        return self.gesprek.ja_nee(self.klaarvraag(), standaard=False)

    def klaarvraag(self) -> str:
        """What is asked before others rely on it."""
        return f"Is {self.aanduiding()} klaar? Dan rekenen anderen erop."

    def is_gegeven(self) -> bool:
        """Whether the command line says more than which record is meant."""
        said = self.given.keys() - {self.wijst_aan}
        return bool(said or self.verzoek.antwoord or any(self.verzoek.extra.values()))

    def zegt_iets(self) -> bool:
        """Whether the command line brought anything to keep."""
        verzoek = self.verzoek
        asked = verzoek.antwoord or verzoek.lees or verzoek.heropen or verzoek.van_blad
        return bool(self.given or self.vraagt or asked)


def _heet_naar(id: str, name: str | None) -> bool:
    """Whether a record with this id is that one, or of that person."""
    return bool(name) and (id == name or id.startswith(f"{name}-"))
