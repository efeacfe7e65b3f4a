"""leercyclus aanvulling."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.errors import UsageError
from leercyclus.gesprek.zeggen import zeg

#: Where each shell looks for it by itself.
_PLEKKEN = {
    "bash": "~/.local/share/bash-completion/completions/leercyclus",
    "zsh": "~/.zfunc/_leercyclus",
    "fish": "~/.config/fish/completions/leercyclus.fish",
}


@opdracht()
def aanvulling(
    omgeving: Omgeving,
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="[bash|zsh|fish]", help="Zonder: de shell die in SHELL staat", show_default=False
        ),
        tuple(_PLEKKEN),
    ] = None,
) -> int:
    """Drukt af wat uw shell nodig heeft om met Tab aan te vullen: opdrachten, opties, cycli, mensen,
    lessen en wat er verder te kiezen is. Bewaar dat in een bestand waar uw shell het vindt, en open
    dan een nieuwe terminal.

    bash, met het pakket bash-completion: in ~/.local/share/bash-completion/completions/leercyclus

    zsh: in ~/.zfunc/_leercyclus, met in ~/.zshrc de regels fpath=(~/.zfunc $fpath) en daaronder
    autoload -Uz compinit && compinit

    fish: in ~/.config/fish/completions/leercyclus.fish

    Bestaat de map nog niet, maak die dan eerst met mkdir -p.

    Voorbeeld: leercyclus aanvulling bash > ~/.local/share/bash-completion/completions/leercyclus
    """  # fmt: skip
    name = shell if shell is not None else Path(os.environ.get("SHELL", "")).name
    if name not in _PLEKKEN:
        said = f"voor '{shell}' is er geen aanvulling" if shell is not None else "noem uw shell"
        raise UsageError(f"{said}; kies uit {', '.join(_PLEKKEN)}")
    script = Path(__file__).parents[1] / "aanvulling" / f"leercyclus.{name}"
    print(script.read_text("utf-8"), end="")
    if sys.stdout.isatty():
        zeg(f"bewaar dit met: leercyclus aanvulling {name} > {_PLEKKEN[name]}")
    return 0
