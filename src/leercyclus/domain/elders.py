"""What a leertraject has that is not in this folder: git holds it, and a part was checked out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.paden import GROEP, IN_CYCLUS
from leercyclus.domain.tekst import opsomming


class Elders(NamedTuple):
    """Nothing, of a leertraject that is here as a whole.

    ``cycli`` are the ids of cycles that are not here, None when that cannot be told; ``mappen`` the
    folders beside the cycles of which something is not here; ``lessen`` the full names of lessons that
    are not here; ``soorten`` the record kinds of which something is not here, by cyclus.
    ``haal`` is the command that gets a folder, up to its name; for ``gehaald`` that was done.
    """

    cycli: Collection[str] | None = ()
    mappen: Collection[str] = ()
    lessen: Collection[str] = ()
    soorten: Mapping[str, Collection[str]] = {}
    haal: str = ""
    gehaald: Collection[str] = ()

    @property
    def is_er(self) -> bool:
        """Whether anything is elsewhere, or may be."""
        return self.cycli is None or bool(self.cycli or self.mappen or self.soorten)

    @property
    def cycli_zijn_er(self) -> bool:
        """Whether there are cycles elsewhere, or may be."""
        return self.cycli is None or bool(self.cycli)

    def kan_missen(self, map: str) -> bool:
        """Whether something of this folder beside the cycles is elsewhere, or may be."""
        return self.cycli is None or map in self.mappen

    @property
    def kenmerk(self) -> str:
        """What decides how the records that are here are judged, apart from which lessons there are."""
        kinds = {cyclus: sorted(names) for cyclus, names in sorted(self.soorten.items())}
        return repr((self.cycli is None, sorted(self.mappen), kinds)) if self.is_er else ""

    @property
    def zin(self) -> str:
        """That this folder is a part, and how to get more."""
        folders = opsomming(sorted(self.mappen))
        counts = (
            (len(self.cycli or ()), "{} cyclus", "{} cycli"),
            (len(self.mappen), f"de map {folders}", f"de mappen {folders}"),
            (len(self.soorten), "een deel van {} cyclus", "delen van {} cycli"),
        )
        missing = [
            (one if count == 1 else more).format(f"{count:,}".replace(",", "."))
            for count, one, more in counts
            if count
        ]
        is_one = sum(count for count, _, _ in counts) <= 1
        return (
            f"dit is een deel van het leertraject: {opsomming(missing) or 'wat git verder heeft'} "
            f"{'staat' if is_one else 'staan'} niet in deze map (git sparse-checkout); "
            f"haal een map erbij met: {self.haal}MAP"
        )

    def cyclus(self, id: str) -> NotFoundError | None:
        """What to say to who wants this cyclus; None when it is not known to be elsewhere."""
        if not self.cycli or id not in self.cycli:
            return None
        return NotFoundError(
            f"de cyclus '{id}' is er wel, maar staat niet in deze map (git sparse-checkout)",
            tip=f"haal hem erbij met: {self.haal}{id}",
        )

    def les(self, naam: str) -> NotFoundError | None:
        """The same of a lesson, by its full name."""
        if self.cycli is None or naam not in self.lessen:
            return None
        place = naam.partition("/")[0]
        folder = IN_CYCLUS["les"].partition("/")[0] if place == GROEP else place
        return NotFoundError(
            f"de les '{naam}' is er wel, maar staat niet in deze map (git sparse-checkout)",
            tip=f"haal haar erbij met: {self.haal}{folder}",
        )
