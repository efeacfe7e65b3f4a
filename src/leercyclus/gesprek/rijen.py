"""Rows with named columns, filled in cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leercyclus.domain.punt import Punt, Rij
from leercyclus.domain.verwoord import rij_in_woorden
from leercyclus.gesprek.begeleiding import Bewaarder, Teruggaan
from leercyclus.gesprek.begeleidveld import Begeleidveld
from leercyclus.gesprek.invoerwijze import KLAAR, OVERSLAAN


class Rijen:
    """The rows of one answer. The first column may be given beforehand (``rijkoppen``)."""

    def __init__(
        self, veld: Begeleidveld, punt: Punt, nu: Sequence[Mapping[str, str]], noteer: Bewaarder
    ) -> None:
        self._veld = veld
        self._punt = punt
        self._koppen = punt.rijkoppen
        self._eerste, *self._andere = punt.kolommen
        self._noteer = noteer
        self._kop = ""
        self.rijen: list[Rij] = [dict(row) for row in nu]

    def vraag(self) -> list[Rij]:
        """The rows that say something. Teruggaan from the first cell."""
        if self._koppen:
            self._met_koppen()
        else:
            self._vrij()
        return self._gevuld()

    def _gevuld(self) -> list[Rij]:
        return [
            {column: row[column] for column in dict.fromkeys([*self._punt.kolommen, *row]) if column in row}
            for row in self.rijen
            if self._punt.zegt_iets(row)
        ]

    def _met_koppen(self) -> None:
        """For every head the other cells; other rows that are there stay as they are."""
        self.rijen = self._punt.op_kop(self.rijen)
        led = [row for row in self.rijen if row.get(self._eerste) in self._koppen]
        self._toon(self.rijen[len(led) :])
        self._langs([(row, column) for row in led for column in self._andere], breed=len(self._andere))

    def _vrij(self) -> None:
        """What there is can be changed by its number; then new rows."""
        while True:
            self._pas_aan()
            try:
                return self._nieuwe()
            except Teruggaan:
                if not self.rijen:
                    raise

    def _pas_aan(self) -> None:
        """Change rows until no number is typed; a row that is emptied goes."""
        while self.rijen:
            self._toon(self.rijen)
            said = self._veld.regel("Een rij veranderen? Typ het nummer", "", leeg=OVERSLAAN).strip()
            if not said:
                return
            if said.isdecimal() and 1 <= int(said) <= len(self.rijen):
                self._wijzig(self.rijen[int(said) - 1])
            else:
                self._veld.zeg(f"kies een nummer van 1 tot en met {len(self.rijen)}")

    def _wijzig(self, row: Rij) -> None:
        """Go through the cells of a row; back from the first is back to the numbers."""
        try:
            self._langs(self._cellen(row))
        except Teruggaan:
            return
        self.rijen = self._gevuld()

    def _nieuwe(self) -> None:
        """New rows until a first cell stays empty. Teruggaan from the first cell of the first of them."""
        first = place = len(self.rijen)
        at = 0
        while True:
            if place == len(self.rijen):
                self.rijen.append({})
            row = self.rijen[place]
            try:
                self._langs(self._cellen(row), breed=1 + len(self._andere), at=at)
            except Teruggaan:
                if place == first:
                    self.rijen = self._gevuld()
                    raise
                place, at = place - 1, len(self._andere)
                continue
            at = 0
            if row:
                place += 1
                continue
            self.rijen.pop(place)
            if place == len(self.rijen):
                return

    # cells

    def _cellen(self, row: Rij) -> list[tuple[Rij, str]]:
        return [(row, column) for column in (self._eerste, *self._andere)]

    def _langs(self, cells: Sequence[tuple[Rij, str]], *, breed: int = 0, at: int = 0) -> None:
        """Ask cell after cell, with a way back. Teruggaan from the first.

        ``breed`` is how many cells of a row are asked: when the first of them stays empty, and the
        row says nothing, the others are not asked.
        """
        while at < len(cells):
            row, column = cells[at]
            try:
                self._cel(row, column)
            except Teruggaan:
                if at == 0:
                    raise
                at -= 1
                continue
            at += breed if breed and at % breed == 0 and not self._punt.zegt_iets(row) else 1

    def _cel(self, row: Rij, column: str) -> None:
        """One cell, typed into the row as it is typed, so that nothing of it is lost on the way back."""

        def remember(typed: str) -> str:
            row.pop(column, None)
            if typed.strip():
                row[column] = typed
            return self._noteer(self._gevuld())

        self._noem_kop(row)
        empty = KLAAR if not row and self._gevuld() else OVERSLAAN
        indent = "" if column == self._eerste else "  "
        remember(self._veld.regel(f"{indent}{column}", row.get(column, ""), remember, leeg=empty).strip())

    def _noem_kop(self, row: Rij) -> None:
        head = row.get(self._eerste, "") if self._koppen else ""
        if head != self._kop:
            self._kop = head
            self._veld.zeg("")
            self._veld.zeg(head)

    def _toon(self, rows: Sequence[Rij]) -> None:
        for number, row in enumerate(rows, 1):
            self._veld.zeg(f"{number:>3}  {rij_in_woorden(row)}")
