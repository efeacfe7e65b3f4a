"""A problem in the data of a user, as a value that every output can show."""

from __future__ import annotations

from typing import Literal, NamedTuple

Ernst = Literal["fout", "waarschuwing"]


# a NamedTuple, since every command makes this class: a dataclass takes five times as long to make
class Bevinding(NamedTuple):
    """What is wrong and where.

    ``bestand`` is as its maker saw it (relative to the leertraject when it comes from the
    store); ``regel`` and ``kolom`` count from 1, columns in code points; ``sleutel`` is the key
    as the user sees it, its rows counted from 1.
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
    def order(self) -> tuple[str, int, int, str, str]:
        """By file and line, and always the same."""
        return (self.bestand, self.regel, self.kolom, self.code, self.melding)

    @property
    def zin(self) -> str:
        """The message, after the key where it does not name that itself."""
        if self.sleutel is None or f"'{self.sleutel}'" in self.melding:
            return self.melding
        return f"{self.sleutel}: {self.melding}"

    def in_file(self, bestand: str) -> Bevinding:
        """The same finding with the file as another reader names it."""
        return self._replace(bestand=bestand)
