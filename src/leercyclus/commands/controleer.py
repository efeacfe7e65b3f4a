"""leercyclus controleer."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from leercyclus import __version__
from leercyclus.checks.controle import VOORSCHRIFTEN
from leercyclus.commands.bereik import Bereik, klaargezet, van_paden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.errors import UsageError
from leercyclus.gesprek.zeggen import zeg
from leercyclus.render import bevindingen, json_uit
from leercyclus.store.git import hoofdmap

FORMATEN = ("tekst", "json", "github", "sarif")


@opdracht()
def controleer(
    omgeving: Omgeving,
    pad: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PAD]…", help="Meld alleen wat in deze bestanden of mappen staat", show_default=False
        ),
        Aanbod.BESTAND,
    ] = None,
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="|".join(FORMATEN), help="Voor wie de uitkomst is"), FORMATEN
    ] = "tekst",
    streng: Annotated[bool, typer.Option("--streng", help="Een waarschuwing telt als fout")] = False,
    staged: Annotated[
        bool,
        typer.Option("--klaargezet", help="Bekijk wat met git add klaarstaat, en niet wat in de map staat"),
    ] = False,
) -> int:
    """Bekijkt elk bestand en meldt wat niet klopt, met regel en kolom. Er wordt nooit iets
    veranderd. De afsluitcode is 1 als er een fout bij is.

    Met PAD ziet u alleen wat daar staat; de rest van het leertraject wordt wel gelezen. Wat een
    code betekent, zegt: leercyclus uitleg CODE.

    Voorbeeld: leercyclus controleer --streng
    """  # fmt: skip
    if formaat not in FORMATEN:
        raise UsageError(f"--formaat: '{formaat}' kan hier niet; kies uit {', '.join(FORMATEN)}")
    if staged and pad:
        raise UsageError("--klaargezet kiest zelf wat bekeken wordt", tip="laat PAD weg")
    scopes = list(klaargezet(omgeving)) if staged else van_paden(omgeving, pad) if pad else [Bereik(omgeving)]
    if not scopes and formaat == "tekst":
        return 0  # nothing of a leertraject is staged
    found = [(scope.omgeving, item) for scope in scopes for item in scope.bevindingen()]
    if formaat == "tekst":
        _print_tekst(found, sum(scope.bestanden() for scope in scopes))
    else:
        _print_voor_machines(formaat, found)
    serious = {"fout", "waarschuwing"} if streng else {"fout"}
    return int(any(item.ernst in serious for _, item in found))


Gevonden = Sequence[tuple[Omgeving, Bevinding]]


def _print_tekst(found: Gevonden, looked_at: int) -> None:
    """For people: at a terminal with the lines that are meant."""
    shown = _genoemd(found)
    sources = {
        item.bestand: (where, original.bestand) for (where, original), item in zip(found, shown, strict=True)
    }

    def brontekst(bestand: str) -> str | None:
        where, original = sources[bestand]
        return where.werkmap.tekst(original)

    for line in bevindingen.scherm(shown, brontekst) if sys.stdout.isatty() else bevindingen.regels(shown):
        print(line)
    zeg(bevindingen.samenvatting(shown, looked_at))
    if shown:
        zeg(f"tip:  leercyclus uitleg {shown[0].code}")


def _print_voor_machines(formaat: str, found: Gevonden) -> None:
    if formaat == "json":
        print(json_uit.dumps(json_uit.controleer(_genoemd(found))))
        return
    shown = list(_vanaf_de_hoofdmap(found))
    if formaat == "github":
        for line in bevindingen.github(shown):
            print(line)
    else:
        print(json_uit.dumps(bevindingen.sarif(shown, list(VOORSCHRIFTEN.values()), __version__)))


def _genoemd(found: Gevonden) -> list[Bevinding]:
    """Files as seen from the working directory."""
    return [item.in_file(where.toon_pad(item.bestand)) for where, item in found]


def _vanaf_de_hoofdmap(found: Gevonden) -> Iterator[Bevinding]:
    """Files from the top of the repository, which is how GitHub names them; without one as in the others."""
    for where, item in found:
        top = hoofdmap(where.werkmap.root)
        path = where.werkmap.root / item.bestand
        yield item.in_file(path.relative_to(top).as_posix() if top else where.toon_pad(item.bestand))
