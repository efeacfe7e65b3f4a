"""leercyclus uitleg."""

from __future__ import annotations

from typing import Annotated

import typer

from leercyclus.checks.controle import VOORSCHRIFTEN
from leercyclus.commands.omgeving import Omgeving, opdracht
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import suggestion
from leercyclus.render import scherm, voorschrift
from leercyclus.render.scherm import ACCENT, STIL, tekst
from leercyclus.store.woorden import Woord, uitleg_van, woorden


@opdracht()
def uitleg(
    omgeving: Omgeving,
    woord: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WOORD|CODE]…", help="Zoals zelfanalyse, termijn of LC020", show_default=False
        ),
        (*(item.woord for item in woorden()), *VOORSCHRIFTEN),
    ] = None,
) -> int:
    """Zegt wat een woord of een bevinding betekent en wat u ermee doet. Zonder WOORD: alle woorden.

    Voorbeeld: leercyclus uitleg gespreksnotitie
    """  # fmt: skip
    if not woord:
        for item in woorden():
            print(item.woord)
        return 0
    asked = " ".join(woord)
    if rule := VOORSCHRIFTEN.get(asked.strip().upper()):
        scherm.print_group(scherm.console(), voorschrift.op_scherm(rule))
        return 0
    found = uitleg_van(asked)
    if found is None:
        known = [name for item in woorden() for name in (item.woord, *item.ook)]
        is_code = asked.upper().startswith("LC")
        raise NotFoundError(
            f"er is geen code '{asked}'" if is_code else f"'{asked}' staat niet in de woordenlijst",
            tip=suggestion(asked.upper(), VOORSCHRIFTEN)
            if is_code
            else suggestion(asked, known) or "alle woorden: leercyclus uitleg",
        )
    _show(found)
    return 0


def _show(word: Woord) -> None:
    screen = scherm.console()
    for text, style in ((word.woord, f"bold {ACCENT}"), (word.betekenis, ""), (word.doen, STIL)):
        if text:
            scherm.print_group(screen, tekst(text, style))
