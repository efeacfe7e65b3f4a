"""A problem in the data of a user, as a value that every output can show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Ernst = Literal["fout", "waarschuwing"]

ONLEESBAAR = "LC001"
CODERING = "LC002"
CONFLICT = "LC003"
NIEUWERE_VERSIE = "LC004"
TE_GROOT = "LC005"
GEEN_BESTAND = "LC006"
ONGELDIGE_NAAM = "LC007"
ONGELDIGE_WAARDE = "LC010"
ONBEKENDE_SLEUTEL = "LC012"
ONBEKENDE_VERWIJZING = "LC013"
ONVOLLEDIG = "LC014"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """What is wrong and where.

    ``bestand`` is as its maker saw it (relative to the leertraject when it comes from the
    store); ``regel`` and ``kolom`` count from 1, columns in code points.
    """

    code: str
    bestand: str
    melding: str
    ernst: Ernst = "fout"
    regel: int = 1
    kolom: int = 1
    sleutel: str | None = None
    tip: str | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By file and line."""
        return (self.bestand, self.regel, self.kolom, self.code)

    def in_file(self, bestand: str) -> Bevinding:
        """The same finding with the file as another reader names it."""
        return replace(self, bestand=bestand)
