"""One thing that is said in more ways: all are shown, and somebody decides what stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.errors import ConflictError
from leercyclus.domain.punt import Punt
from leercyclus.domain.tekst import first_line
from leercyclus.domain.veld import Invoer
from leercyclus.domain.verwoord import in_woorden
from leercyclus.gesprek.gesprek import Gesprek

_SAMEN = "allebei"


@dataclass(frozen=True)
class Versie:
    """A value, and where it comes from."""

    bron: str
    waarde: Any

    @property
    def tekst(self) -> str:
        return in_woorden(self.waarde) or "(niets)"


@dataclass(frozen=True)
class Kwestie:
    """A punt of a record (``stuk`` names it) that is said in more ways."""

    stuk: str
    punt: Punt
    versies: Sequence[Versie]

    def regels(self) -> Iterator[str]:
        """The question, then each version with where it comes from."""
        yield f"{self.stuk}, {self.punt.code}: {self.punt.vraag}"
        for item in self.versies:
            yield f"  {item.bron}: {first_line(item.tekst, 100)}"


def beslis(
    omgeving: Omgeving, gesprek: Gesprek, kwesties: Sequence[Kwestie], melding: str, tip: str
) -> list[Any]:
    """What stays of each, as somebody chooses. ConflictError, with all of them, when nobody can be asked."""
    if kwesties and not omgeving.mag_vragen:
        raise ConflictError(melding, details=[line for item in kwesties for line in item.regels()], tip=tip)
    return [_kies(gesprek, item) for item in kwesties]


def _kies(gesprek: Gesprek, kwestie: Kwestie) -> Any:
    """One of the versions, or both; prose of both comes in the field, to make one of."""
    punt, versions = kwestie.punt, kwestie.versies
    gesprek.zeg()
    gesprek.zeg(kwestie.stuk, stijl="kop")
    gesprek.zeg(f"Er zijn {len(versions)} antwoorden op: {punt.vraag}", stijl="vraag")
    for item in versions:
        gesprek.zeg(f"{item.bron}:", stijl="stil")
        gesprek.zeg(item.tekst, indent="  ")
    by_name = {_naam(versions, place): item for place, item in enumerate(versions)}
    options = dict.fromkeys(by_name, "")
    if punt.invoer in (Invoer.PROZA, Invoer.LIJST):
        options[_SAMEN] = "onder elkaar, en dan zelf bijwerken"
    chosen = gesprek.kies_een("Wat blijft", options)
    if chosen != _SAMEN:
        return by_name[chosen].waarde
    joined = _samen(punt, versions)
    said = gesprek.vraag(punt, joined)
    return joined if said is None else said


def _naam(versions: Sequence[Versie], place: int) -> str:
    """Where a version comes from; with a number where two come from the same place."""
    name = versions[place].bron
    same = [at for at, item in enumerate(versions) if item.bron == name]
    return name if len(same) == 1 else f"{name} ({same.index(place) + 1})"


def _samen(punt: Punt, versions: Sequence[Versie]) -> Any:
    """All versions as one, so that nothing of any is lost."""
    filled = [item.waarde for item in versions if item.waarde]
    if punt.invoer is Invoer.LIJST:
        return [row for rows in filled for row in rows]
    return "\n\n".join(filled)
