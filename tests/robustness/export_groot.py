"""A large export by the real writer to a real file: ``python -m tests.robustness.export_groot``.

It prints how much memory it took at most, in KiB.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from leercyclus.render.jsonl import als_jsonl
from leercyclus.render.parquet import als_parquet
from leercyclus.render.uitvoer import Exportrij
from leercyclus.store import schrijven
from tests.robustness.geheugen import piek

SOORTEN = ("advies", "opvolging", "les", "zelfanalyse")
_ZIN = "Wie rekent, besluit mee; dat zagen wij ook in Súdwest-Fryslân. "


def rijen(aantal: int, zinnen: int) -> Iterator[Exportrij]:
    """So many rows, of a group for every thousand, each with so many sentences of its own."""
    for number in range(aantal):
        day = dt.date(2020, 1, 1) + dt.timedelta(number % 2000)
        yield {
            "versie": 1,
            "voor": "groep",
            "leertraject": f"groep-{number // 1000}",
            "cyclus": f"{day.year}-cyclus-{number % 50}",
            "thema": f"thema-{number % 7}" if number % 3 else None,
            "intervisiedag": day,
            "soort": SOORTEN[number % len(SOORTEN)],
            "id": f"stuk-{number}",
            "stand": "definitief" if number % 2 else None,
            "datum": day if number % 5 else None,
            "inhoud": {"nummer": number, "tekst": _ZIN * zinnen + str(number), "datum": day},
        }


def main(formaat: str, aantal: str, zinnen: str, path: str) -> None:
    write = {"jsonl": als_jsonl, "parquet": als_parquet}[formaat]
    schrijven.naar_bestand(Path(path), write(rijen(int(aantal), int(zinnen))), vervang=False)
    print(piek())


if __name__ == "__main__":
    main(*sys.argv[1:])
