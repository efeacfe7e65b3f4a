"""``python -m bench``: see ``--help``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.maken import leg_vast, maak


def main(argv: list[str]) -> int:
    """Make or measure, as was asked."""
    options = _parser().parse_args(argv)
    if options.map.exists():
        print(f"{options.map} bestaat al", file=sys.stderr)
        return 2
    made = maak(options.map, options.cycli, zaad=options.zaad, fouten=options.fouten)
    if options.git:
        leg_vast(options.map)
    print(f"{made.cycli} cycli, {made.stukken} stukken, {len(made.fouten)} met opzet fout")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Wat leercyclus kost.")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")
    make = commands.add_parser("maak", help="maak een leertraject van een grootte naar keuze")
    make.add_argument("map", type=Path, metavar="MAP", help="een map die er nog niet is")
    make.add_argument("--cycli", type=int, default=10_000, help="hoeveel cycli (10000)")
    make.add_argument("--zaad", type=int, default=1, help="hetzelfde zaad geeft dezelfde bestanden (1)")
    make.add_argument("--fouten", type=float, default=0.01, help="het deel van de cycli met een fout (0.01)")
    make.add_argument("--git", action="store_true", help="maak er een git-map van, met één commit")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
