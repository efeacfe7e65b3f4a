"""A file as it was read: its text, its data, and where each key stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.positions import Path, Span, line_and_column, positions
from leercyclus.domain.voorschrift import Gebrek


@dataclass(frozen=True)
class Document:
    """A file that parsed: its text (without byte order mark) and its data."""

    bestand: str
    text: str
    data: dict[str, Any]

    @cached_property
    def spans(self) -> dict[Path, Span]:
        """Where each key stands; worked out only when something has to be pointed at."""
        return positions(self.text)

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key), or of the nearest table around it."""
        for depth in range(len(path), 0, -1):
            span = self.spans.get(path[:depth])
            if span is not None:
                return line_and_column(self.text, span.key_start if key else span.start)
        return 1, 1

    def bevinding(self, gebrek: Gebrek) -> Bevinding:
        """What is wrong with a key, at the place where it stands."""
        line, column = self.place(gebrek.pad, key=gebrek.wijst_naar_sleutel)
        return Bevinding(
            code=gebrek.voorschrift.code,
            ernst=gebrek.voorschrift.ernst,
            bestand=self.bestand,
            regel=line,
            kolom=column,
            sleutel=gebrek.sleutel or None,
            melding=gebrek.melding,
            tip=gebrek.tip,
        )
