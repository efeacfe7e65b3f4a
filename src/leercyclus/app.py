"""The commands, in the order of the help. Each is loaded only when it is called."""

from __future__ import annotations

import importlib
import inspect
import os
from typing import Annotated, Any

import typer

from leercyclus import __version__
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import UsageError
from leercyclus.domain.tekst import is_text
from leercyclus.nederlands import DutchCommand, DutchGroup, usage_error

_CYCLUS, _OVERZICHT = "Een cyclus", "Overzicht"
_GROEP, _BEHEER = "De groep", "Beheer en scripts"

#: Name, group in the help, and what it does. A command lives in ``commands/<name>.py``.
OPDRACHTEN: dict[str, tuple[str, str]] = {
    "nieuw": (_CYCLUS, "Open een cyclus met een vraag"),
    "vraag": (_CYCLUS, "Wijzig de cyclus zelf: de vraag, de dag, wie er komen"),
    "zelfanalyse": (_CYCLUS, "Schrijf als vraagsteller uw zelfanalyse"),
    "interview": (_CYCLUS, "Leg een gesprek van de adviseur vast"),
    "gespreksnotitie": (_CYCLUS, "Schrijf de spiegel van de adviseur"),
    "verspreid": (_CYCLUS, "Leg vast wie de stukken kreeg"),
    "intervisie": (_CYCLUS, "Leg de dag zelf vast"),
    "advies": (_CYCLUS, "Leg een advies vast"),
    "opvolging": (_CYCLUS, "Zeg wat u met de adviezen doet, en later wat ervan werd"),
    "terugkoppeling": (_CYCLUS, "Leg vast wat u uw bestuur vertelde"),
    "meenemen": (_CYCLUS, "Leg vast wat u meeneemt naar uw eigen organisatie"),
    "les": (_CYCLUS, "Oogst een les, of bevestig een eerdere"),
    "verder": (_OVERZICHT, "Doe de volgende stap"),
    "status": (_OVERZICHT, "Zie waar elke cyclus staat en wat er nu kan"),
    "toon": (_OVERZICHT, "Lees een cyclus of een stuk"),
    "lessen": (_OVERZICHT, "Lees de lessen en hun vragen"),
    "controleer": (_OVERZICHT, "Vind alles wat niet klopt"),
    "begin": (_GROEP, "Begin een leertraject met uw groep"),
    "deelnemer": (_GROEP, "Voeg iemand toe, wijzig, of laat vertrekken"),
    "vergeet": (_GROEP, "Haal de naam van iemand overal weg"),
    "bewaartermijn": (_GROEP, "Zie wat langer bewaard is dan afgesproken"),
    "haak": (_BEHEER, "Laat git elke commit eerst controleren"),
    "exporteer": (_BEHEER, "Geef alle stukken als rijen, voor analyse"),
    "uitleg": (_BEHEER, "Lees wat een woord of een bevinding betekent"),
    "schema": (_BEHEER, "Geef een editor of script de vorm van elk stuk"),
    "aanvulling": (_BEHEER, "Laat uw shell met Tab aanvullen wat u typt"),
}


class _Opdrachten(DutchGroup):
    """Lists all commands from the table above, and loads the one that runs."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # by hand: of what is registered, Typer first looks at the function
        self.commands = {
            name: DutchCommand(name, help=short, rich_help_panel=panel)
            for name, (panel, short) in OPDRACHTEN.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, listed, rest = super().resolve_command(ctx, args)
        return name, load(name) if listed is not None and name is not None else listed, rest


def load(name: str) -> Any:
    """The real command behind a name in the list."""
    module = importlib.import_module(f"leercyclus.commands.{name}")
    panel, short = OPDRACHTEN[name]
    function = getattr(module, name)
    single = _new_app()
    single.command(
        name, cls=DutchCommand, help=f"{short}.\n\n{_paragraphs(function.__doc__)}", rich_help_panel=panel
    )(function)
    return typer.main.get_command(single)


def run(arguments: list[str]) -> int:
    """Run a command line and return the exit code of the command."""
    _weiger_wat_geen_tekst_is(arguments)
    try:
        code = typer.main.get_command(group())(arguments, prog_name="leercyclus", standalone_mode=False)
    except typer.TyperException as error:
        message, tip = usage_error(error.format_message())
        raise UsageError(message, tip=tip or _help_of(error)) from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0


def _weiger_wat_geen_tekst_is(arguments: list[str]) -> None:
    """Bytes that are no UTF-8 can be no word of ours, unless they name a file that is there."""
    for argument in arguments:
        path = argument.partition("=")[2] if argument.startswith("--") else argument
        if not is_text(argument) and not os.path.lexists(path):
            raise UsageError(
                f"'{argument}' is geen tekst in UTF-8", tip="stel uw terminal in op UTF-8, en typ het opnieuw"
            )


def group() -> typer.Typer:
    """All commands, listed but not loaded."""
    app = _new_app(cls=_Opdrachten, invoke_without_command=True)
    app.callback()(_callback)
    return app


def _new_app(**options: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help"]},
        **options,
    )


def _callback(
    context: typer.Context,
    map: Annotated[
        str | None, typer.Option("--map", metavar="PAD", help="De map van het leertraject"), Aanbod.MAP
    ] = None,
    versie: Annotated[bool, typer.Option("--versie", help="Toon de versie en stop")] = False,
) -> int:
    """Houd bij wat een groep van elkaar leert: van vraag tot les."""
    if context.invoked_subcommand is not None:
        return 0
    if versie:
        print(__version__)
        return 0
    from leercyclus.commands.kort import kort
    from leercyclus.commands.omgeving import Omgeving

    return kort(Omgeving.of(map))


def _help_of(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "leercyclus"
    return f"{path} --help"


def _paragraphs(doc: str | None) -> str:
    """A docstring with each paragraph on one line, so that the help can wrap it itself."""
    paragraphs = inspect.cleandoc(doc or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)
