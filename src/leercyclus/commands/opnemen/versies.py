"""One thing that is said in more ways: all are shown, and somebody decides what stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.errors import ConflictError
from leercyclus.domain.punt import Punt
from leercyclus.domain.tekst import first_line
from leercyclus.domain.veld import Invoer, is_gevuld
from leercyclus.domain.verwoord import in_woorden
from leercyclus.gesprek.begeleiding import Begeleiding, Bewaarder, Teruggaan, vergeet
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
    """A punt of a record (``stuk`` names it) that is said in more ways; ``noteer`` keeps what is typed."""

    stuk: str
    punt: Punt
    versies: Sequence[Versie]
    noteer: Bewaarder = vergeet

    def regels(self) -> Iterator[str]:
        """The question, then each version with where it comes from."""
        yield f"{self.stuk}, {self.punt.code}: {self.punt.vraag}"
        for name, item in self.per_naam().items():
            yield f"  {name}: {first_line(item.tekst, 100)}"

    def per_naam(self) -> dict[str, Versie]:
        """The versions by where they come from; numbered where two come from the same place."""
        sources = [item.bron for item in self.versies]
        return {
            bron if sources.count(bron) == 1 else f"{bron} ({sources[:place].count(bron) + 1})": item
            for place, (bron, item) in enumerate(zip(sources, self.versies, strict=True))
        }

    def samen(self) -> Any:
        """All versions as one, so that nothing of any is lost."""
        filled = [item.waarde for item in self.versies if is_gevuld(item.waarde)]
        if self.punt.invoer is Invoer.LIJST:
            return [row for rows in filled for row in rows]
        return "\n\n".join(filled)


def beslis(
    omgeving: Omgeving, gesprek: Gesprek, kwesties: Sequence[Kwestie], melding: str, tip: str
) -> list[Any]:
    """What stays of each, as somebody chooses. ConflictError, with all of them, when nobody can be asked."""
    if kwesties and not omgeving.mag_vragen:
        raise ConflictError(melding, details=[line for item in kwesties for line in item.regels()], tip=tip)
    return [_beslis(gesprek, item) for item in kwesties]


def _beslis(gesprek: Gesprek, kwestie: Kwestie) -> Any:
    """One of the versions, or both: then they come in the field, to make one of."""
    while True:
        chosen, are_joined = kies_versie(gesprek, kwestie)
        if not are_joined:
            return chosen
        try:
            said = gesprek.vraag(kwestie.punt, chosen, Begeleiding(noteer=kwestie.noteer))
        except Teruggaan:
            continue
        return chosen if said is None else said


def kies_versie(gesprek: Gesprek, kwestie: Kwestie) -> tuple[Any, bool]:
    """The version that stays, and whether it is all of them as one."""
    by_name = kwestie.per_naam()
    gesprek.zeg()
    gesprek.zeg(kwestie.stuk, stijl="kop")
    gesprek.zeg(f"Er zijn {len(by_name)} antwoorden op: {kwestie.punt.vraag}", stijl="vraag")
    for name, item in by_name.items():
        gesprek.zeg(f"{name}:", stijl="stil")
        gesprek.zeg(item.tekst, indent="  ")
    options = dict.fromkeys(by_name, "")
    if kwestie.punt.invoer in (Invoer.PROZA, Invoer.LIJST):
        options[_SAMEN] = "onder elkaar, en dan zelf bijwerken"
    chosen = gesprek.kies_een("Wat blijft", options)
    return (kwestie.samen(), True) if chosen == _SAMEN else (by_name[chosen].waarde, False)
