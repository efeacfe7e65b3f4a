"""What was asked on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leercyclus.store.aanlevering import Aanlevering


@dataclass(frozen=True)
class Verzoek:
    """The options of a recording command."""

    #: The fields of the record, as they were typed.
    velden: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None
    #: The id that a record has, or gets when it is new: the one on its sheet.
    blad_id: str | None = None
    van_blad: bool = False
    lees: Aanlevering | None = None
    vervang: bool = False
    definitief: bool = False
    heropen: bool = False
    bewerk: bool = False
    blad: bool = False
    naar: str | None = None
    alle_vragen: bool = False
    vraag_id: str | None = None
    antwoord: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)  # options of one command alone

    def voor_de_volgende(self) -> Verzoek:
        """What goes for a next record too: what was said of the first goes for that alone."""
        return Verzoek(alle_vragen=self.alle_vragen, extra=dict.fromkeys(self.extra))
