"""What a word on the command line can be, for Tab.

A parameter says so beside its type: ``Annotated[str | None, typer.Option(…), Aanbod.CYCLUS]``.
A ``Verwijzing`` says it where it is an id that records refer to, a tuple of texts where it is one of those;
a function gives them where it takes long to know which they are.
"""

from __future__ import annotations

from enum import StrEnum


class Aanbod(StrEnum):
    """What is offered for a parameter."""

    CYCLUS = "cyclus"
    STUK = "stuk"  # a kind of record in the cyclus on the line, or one record
    EIGEN = "eigen"  # the id of a record in that cyclus, of the kind that the command records
    BESTAND = "bestand"
    MAP = "map"
