"""What all record kinds share."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from leercyclus.domain.kring import Kring
from leercyclus.domain.veld import Getal, Veld, is_gevuld, veld, velden

Stand = Literal["concept", "definitief"]
#: The newest format of records that this program reads and writes.
VERSIE = 1


class Deel(BaseModel):
    """A table in a record. Unknown keys are kept, so that they can be found and survive."""

    model_config = ConfigDict(extra="allow", frozen=True)


class Record(Deel):
    """One file. Without ``stand`` it is definitief from the start."""

    versie: Getal = veld(
        "Versie", "Versie van het bestandsformaat", kring=Kring.OPENBAAR, standaard=VERSIE, gevraagd=False
    )

    @property
    def is_definitief(self) -> bool:
        """Whether others may rely on it."""
        return True


class RecordMetStand(Record):
    """A file that may be half filled for a while."""

    stand: Stand = veld(
        "Stand",
        "Concept (nog mee bezig) of definitief",
        kring=Kring.OPENBAAR,
        standaard="definitief",
        gevraagd=False,
    )

    @property
    def is_definitief(self) -> bool:
        return self.stand == "definitief"


def ontbrekend(record: Deel) -> list[Veld]:
    """The required fields that say nothing yet, in the order of the file."""
    return [field for field in _verplicht(type(record)) if not is_gevuld(getattr(record, field.naam))]


@cache
def _verplicht(model: type[Deel]) -> tuple[Veld, ...]:
    return tuple(field for field in velden(model).values() if field.verplicht)
