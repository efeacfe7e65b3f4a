"""Rows with named columns, filled in cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leercyclus.domain.punt import Punt
from leercyclus.domain.verwoord import rij_in_woorden
from leercyclus.gesprek.invoerwijze import KLAAR, OVERSLAAN, Invoerwijze
from leercyclus.gesprek.wens import Bewaarder, Wens, Wensen

_GEEN: Wensen = {}


class Rijen:
    """The rows of one answer. The first column may be given beforehand (``rijkoppen``)."""

    def __init__(
        self, invoer: Invoerwijze, punt: Punt, nu: Sequence[Mapping[str, str]], noteer: Bewaarder
    ) -> None:
        self._invoer = invoer
        self._koppen = punt.rijkoppen
        self._eerste, *self._andere = punt.kolommen
        self._noteer = noteer
        self.rijen = [dict(row) for row in nu]

    def vraag(self, wensen: Wensen) -> list[dict[str, str]] | Wens | None:
        """The rows, None when there are none, or what was wanted instead before the first cell."""
        wish = self._gegeven(wensen) if self._koppen else self._pas_aan(wensen) or self._nieuwe(wensen)
        if wish is not None:
            return wish
        return [row for row in self.rijen if row] or None

    def _gegeven(self, wensen: Wensen) -> Wens | None:
        """For every given first cell the other ones; a row whose next cell stays empty is left out."""
        known = {row.get(self._eerste): row for row in self.rijen}
        self.rijen = []
        for head in self._koppen:
            self._zeg("")
            self._zeg(head)
            row = {**known.get(head, {}), self._eerste: head}
            self.rijen.append(row)
            first, *rest = self._andere
            wish = self._cel(row, first, wensen if len(self.rijen) == 1 else _GEEN, OVERSLAAN)
            if wish is not None:
                return wish
            if first in row:
                self._vul(row, rest)
            else:
                self.rijen.remove(row)
        return None

    def _pas_aan(self, wensen: Wensen) -> Wens | None:
        """What there is already; a row can be changed by its number, and goes when it is emptied."""
        if not self.rijen:
            return None
        for number, row in enumerate(self.rijen, 1):
            self._zeg(f"{number:>3}  {rij_in_woorden(row)}")
        while True:
            said = self._invoer.regel("Welke rij past u aan (nummer)", "", lambda _: "", wensen, "geen")
            if isinstance(said, Wens):
                return said
            if not said.strip():
                return None
            if said.strip().isdecimal() and 1 <= int(said) <= len(self.rijen):
                row = self.rijen[int(said) - 1]
                self._vul(row, [self._eerste, *self._andere])
                if self._eerste not in row:
                    row.clear()

    def _nieuwe(self, wensen: Wensen) -> Wens | None:
        """Rows until a first cell stays empty."""
        while True:
            row: dict[str, str] = {}
            has_rows = bool(self.rijen)
            self.rijen.append(row)
            wish = self._cel(
                row, self._eerste, _GEEN if has_rows else wensen, KLAAR if has_rows else OVERSLAAN
            )
            if wish is not None:
                return wish
            if not row:
                return None
            self._vul(row, self._andere)

    def _vul(self, row: dict[str, str], columns: Sequence[str]) -> None:
        for column in columns:
            self._cel(row, column, _GEEN, OVERSLAAN)

    def _cel(self, row: dict[str, str], column: str, wensen: Wensen, leeg: str) -> Wens | None:
        """One cell, typed into the row; an empty one is taken out of it."""

        def remember(typed: str) -> str:
            rows = [{**other, column: typed} if other is row else other for other in self.rijen]
            return self._noteer([row for row in rows if any(cell.strip() for cell in row.values())])

        indent = "" if column == self._eerste else "  "
        typed = self._invoer.regel(f"{indent}{column}", row.get(column, ""), remember, wensen, leeg)
        if isinstance(typed, Wens):
            return typed
        row.pop(column, None)
        if typed.strip():
            row[column] = typed.strip()
        return None

    def _zeg(self, text: str) -> None:
        self._invoer.zeg(text, indent="", stijl="")
