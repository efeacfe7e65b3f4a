"""``python -m bench``: see ``--help``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.bomen import leg_vast


def main(argv: list[str]) -> int:
    """Make or measure, as was asked; without a word: measure."""
    options = _parser().parse_args(argv or ["meet"])
    done: int = options.doe(options)
    return done


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Wat leercyclus kost.")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")
    make = commands.add_parser("maak", help="maak een leertraject van een grootte naar keuze")
    make.set_defaults(doe=_maak)
    make.add_argument("map", type=Path, metavar="MAP", help="een map die er nog niet is")
    make.add_argument("--cycli", type=int, default=10_000, help="hoeveel cycli (10000)")
    make.add_argument("--zaad", type=int, default=1, help="hetzelfde zaad geeft dezelfde bestanden (1)")
    make.add_argument("--fouten", type=float, default=0.01, help="het deel van de cycli met een fout (0.01)")
    make.add_argument("--git", action="store_true", help="maak er een git-map van, met één commit")
    measure = commands.add_parser("meet", help="meet hele opdrachten naast iets anders, om en om")
    measure.set_defaults(doe=_meet)
    measure.add_argument("--cycli", type=int, default=10_000, help="het grote leertraject (10000)")
    measure.add_argument("--klein", type=int, default=1_000, help="het kleine, voor de groei (1000)")
    measure.add_argument(
        "--anderen",
        type=int,
        nargs="*",
        default=[1_000, 14_000],
        metavar="STUKKEN",
        help="op hoeveel stukken andere programma's gemeten worden (1000 14000); zonder getal: niet",
    )
    measure.add_argument("--keer", type=int, default=7, help="hoeveel paren per rij (7)")
    measure.add_argument("--rij", default="", metavar="TEKST", help="alleen rijen met deze tekst erin")
    measure.add_argument("--naar", type=Path, metavar="BLADZIJDE", help="zet de tabellen ook hierin")
    return parser


def _maak(options: argparse.Namespace) -> int:
    from bench.maken import maak  # here: who measures stays small, see bench.bomen

    if options.map.exists():
        print(f"{options.map} bestaat al", file=sys.stderr)
        return 2
    made = maak(options.map, options.cycli, zaad=options.zaad, fouten=options.fouten)
    if options.git:
        leg_vast(options.map)
    print(f"{made.cycli} cycli, {made.stukken} stukken, {len(made.fouten)} met opzet fout")
    return 0


def _meet(options: argparse.Namespace) -> int:
    from bench.tabel import machine, tabellen, vervang  # here: only on systems that have pseudo-terminals
    from bench.uitkomst import uitkomsten

    measured = uitkomsten(options.cycli, options.klein, options.anderen, keer=options.keer, tekst=options.rij)
    text = f"{machine(options.keer)}\n{tabellen(measured)}"
    print(text, end="")
    if options.naar:
        vervang(options.naar, text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
