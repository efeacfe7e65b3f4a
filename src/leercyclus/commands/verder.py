"""leercyclus verder."""

from __future__ import annotations

import shlex
from typing import Annotated

import typer

from leercyclus.commands import kiezen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import UsageError
from leercyclus.gesprek.zeggen import zeg


@opdracht("geen_invoer", "oefenen")
def verder(
    omgeving: Omgeving,
    cyclus: Annotated[
        str | None, typer.Argument(metavar="[CYCLUS]", show_default=False), Aanbod.CYCLUS
    ] = None,
) -> int:
    """Voert de opdracht uit die bij status als eerste staat. Is er niets te doen, dan hoort u dat.

    Voorbeeld: leercyclus verder 2027-regio
    """
    folder = kiezen.kies_cyclus(omgeving, cyclus)
    _, now = kiezen.voortgang(omgeving, folder)
    step = now.open_stappen[0] if now.open_stappen else None
    if step is None:
        waiting = f"; daarna komt: {now.volgende_stap.wat}" if now.volgende_stap else ""
        zeg(f"in {folder.id} hoeft nu niets{waiting}")
        return 0
    if not omgeving.mag_vragen:
        raise UsageError("verder stelt vragen en heeft een terminal nodig", tip=f"geef zelf: {step.opdracht}")
    zeg(step.wat)
    command = step.opdracht.removesuffix(" --definitief")  # whether it is ready is asked, not decided here
    zeg(command)
    arguments = shlex.split(command)[1:]
    omgeving.delen.clear()  # the other command says it
    practice = ["--oefenen"] if omgeving.oefenen and arguments[0] != "status" else []
    return omgeving.geef_opdracht(["--map", str(omgeving.werkmap.root), *arguments, *practice])
