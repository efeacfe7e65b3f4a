"""How a function becomes a command: the options that all share, and the surroundings as its first argument."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from leercyclus.commands.deel import zeg_delen
from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import StoppedError

Map = Annotated[
    str | None, typer.Option("--map", metavar="PAD", help="De map van het leertraject"), Aanbod.MAP
]
GeenInvoer = Annotated[bool, typer.Option("--geen-invoer", help="Vraag niets, ook niet aan een terminal")]
Oefenen = Annotated[bool, typer.Option("--oefenen", help="Leg ook vast in een voorbeeld")]
_SHARED = {"map": (Map, None), "geen_invoer": (GeenInvoer, False), "oefenen": (Oefenen, False)}


def opdracht(*shared: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Make a command of ``function(omgeving, …)``: the shared options become its first argument.

    ``shared`` names options beside ``--map``: ``geen_invoer`` and ``oefenen``.
    """

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
        return as_command(function, own, ("map", *shared))

    return decorate


def as_command(
    function: Callable[..., int], own: list[inspect.Parameter], shared: tuple[str, ...]
) -> Callable[..., int]:
    """A function with the signature that Typer reads: its own parameters and the shared ones."""
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _SHARED.items()
        if name in shared
    ]
    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    context = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)

    def command(*, context: typer.Context, **given: Any) -> int:
        around = {name: given.pop(name) for name in shared}
        if around["map"] is None:
            around["map"] = context.find_root().params.get("map")
        root = context.find_root().command
        give = functools.partial(root, prog_name="leercyclus", standalone_mode=False)
        omgeving = Omgeving.of(**around, geef_opdracht=give)
        try:
            code = function(omgeving, **given)
            zeg_delen(omgeving.delen)
            return code
        except KeyboardInterrupt:  # Typer would make an exit of it, without a word
            raise StoppedError("gestopt") from None

    parameters = [context, *own, *extra]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by Typer
    command.__annotations__ = {item.name: item.annotation for item in parameters}
    command.__doc__ = function.__doc__
    return command
