"""leercyclus exporteer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from leercyclus.commands import naar as bestemming
from leercyclus.commands.lezer import VoorWie, deur
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.commands.rijen import Rijen
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import MissingExtraError, UsageError
from leercyclus.domain.tekst import aantal
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render.jsonl import als_jsonl
from leercyclus.render.uitvoer import Exportrij
from leercyclus.store import schrijven

JSONL, PARQUET = FORMATEN = ("jsonl", "parquet")
#: From rows to the bytes of a file, piece by piece.
Schrijver = Callable[[Iterable[Exportrij]], Iterator[bytes]]


@opdracht()
def exporteer(
    omgeving: Omgeving,
    voor: VoorWie,
    formaat: Annotated[
        str,
        typer.Option("--formaat", metavar="|".join(FORMATEN), help="JSON per regel, of een Parquet-bestand"),
        FORMATEN,
    ],
    naar: Annotated[
        str | None,
        typer.Option("--naar", metavar="BESTAND", help="Schrijf naar dit bestand"),
        Aanbod.MAP,
    ] = None,
    vervang: Annotated[bool, typer.Option("--vervang", help="Vervang het bestand als het er al is")] = False,
) -> int:
    """Van elk stuk een rij: van welke groep en cyclus het is, de soort, de datum, en wat lezers in de kring
    van --voor ervan mogen zien. Exports van vele groepen leest DuckDB of Spark als één tabel; de kolommen
    noemt ‘leercyclus schema exporteer’.

    Voorbeeld: leercyclus exporteer --voor bestuur --formaat parquet --naar ../oss.parquet
    """  # fmt: skip
    door = deur(omgeving, voor)
    schrijver = _schrijver(formaat)
    rijen = Rijen(omgeving, door)
    if naar is None:
        _naar_stdout(schrijver(rijen), is_tekst=formaat == JSONL)
    else:
        bestemming.toets(Path(naar), vervang=vervang)
        schrijven.naar_bestand(Path(naar), schrijver(rijen), vervang=vervang)
        bestemming.zeg_waar(omgeving, Path(naar), "dit bestand")
    zeg(f"{aantal(rijen.aantal, 'rij', 'rijen')} voor de kring {door.kring}")
    rijen.zeg_wat_ontbreekt()
    return 0


def _schrijver(formaat: str) -> Schrijver:
    if formaat == JSONL:
        return als_jsonl
    if formaat != PARQUET:
        raise UsageError(f"--formaat: '{formaat}' kan hier niet; kies uit {', '.join(FORMATEN)}")
    try:
        from leercyclus.render.parquet import als_parquet  # here: pyarrow is an extra, and slow to load
    except ImportError:
        raise MissingExtraError("parquet", "parquet") from None
    return als_parquet


def _naar_stdout(pieces: Iterator[bytes], *, is_tekst: bool) -> None:
    """Lines go the way of all text. Parquet is none: past that way, and never to a terminal."""
    if not is_tekst and sys.stdout.isatty():
        raise UsageError(
            "parquet is geen tekst die een terminal kan tonen", tip="geef --naar BESTAND, of kies jsonl"
        )
    for piece in pieces:
        if is_tekst:
            print(piece.decode(), end="")
        else:
            sys.stdout.buffer.write(piece)
    sys.stdout.flush()  # what is said next is true
