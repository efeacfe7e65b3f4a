"""What is known of the commands without loading them: ``opdrachten.json`` for Tab, ``hulp.json`` for help."""

from __future__ import annotations

import importlib
import inspect
import json
from typing import Any

import typer

from leercyclus import app, hulp
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.ids import Verwijzing
from leercyclus.store import ingebouwd


def opdrachtlijst() -> str:
    """The whole file, from what the commands declare."""
    root = typer.main.get_command(app.group())
    commands: dict[str, Any] = {"": _declared(root, app._callback)}
    for name, (_, short) in app.OPDRACHTEN.items():
        module = importlib.import_module(f"leercyclus.commands.{name}")
        commands[name] = {"kort": short, **_declared(app.load(name), getattr(module, name))}
    built_in = {
        "themas": {theme.id: theme.naam for theme in ingebouwd.themas()},
        "lessen": {item.id: item.les.titel for item in ingebouwd.lessen()},
    }
    data = {"opdrachten": commands, "ingebouwd": built_in}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def hulplijst() -> str:
    """The help page of every command; '' is leercyclus."""
    commands = {"": typer.main.get_command(app.group()), **{name: app.load(name) for name in app.OPDRACHTEN}}
    pages = {
        name: hulp.pagina(command, typer.Context(command, info_name=f"leercyclus {name}".strip()))
        for name, command in commands.items()
    }
    return json.dumps(pages, ensure_ascii=False, indent=1) + "\n"


def _declared(command: Any, function: Any) -> dict[str, Any]:
    """The arguments and options of a command, with what each can be."""
    marks = {
        name: _mark(item.annotation)
        for name, item in inspect.signature(function, eval_str=True).parameters.items()
    }
    arguments: list[dict[str, Any]] = []
    options: dict[str, dict[str, Any]] = {}
    for param in command.get_params(typer.Context(command)):
        if param.param_type_name == "argument":
            arguments.append({"waarde": marks[param.name], "vaker": param.nargs == -1})
            continue
        said = {"hulp": param.help, "vaker": param.multiple}
        value = {} if param.is_flag else {"waarde": marks[param.name]}
        options |= dict.fromkeys((*param.opts, *param.secondary_opts), said | value)
    return {"argumenten": arguments, "opties": options}


def _mark(annotation: Any) -> str | list[str]:
    """A kind of :class:`Aanbod` or ``Verwijzing``, the texts to choose from, or '' for free text."""
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, Aanbod | Verwijzing):
            return item.value
        if isinstance(item, tuple) and item:
            return list(item)
        if inspect.isfunction(item):
            return list(item())
    return ""
