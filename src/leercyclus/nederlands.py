"""Dutch for what Typer says itself: help pages and usage errors.

Typer has no translations. Only its public names are used here: the classes of ``typer.core``, and what
these say of themselves. A test runs every help page and every kind of usage error and looks for English
that is left. The page itself is ours: Typer's loads Markdown, colours for code and tracebacks first.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_TYPES = {"str": "tekst", "int": "getal", "path": "pad", "text": "tekst", "integer": "getal"}

#: Patterns, which ``re`` compiles when one is used: most command lines are right.
_RULES = (
    (r"Missing argument (?P<h>.+?)\.?$", r"\g<h> ontbreekt"),
    (r"Missing option (?P<h>.+?)\.?$", r"optie \g<h> ontbreekt"),
    (r"Missing command\.?$", "geef een opdracht op"),
    (r"No such option: (?P<o>\S+).*$", r"onbekende optie \g<o>"),
    (r"No such command '(?P<c>.*?)'\..*$", r"onbekende opdracht '\g<c>'"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((?P<a>.*)\)$", r"dit is te veel: \g<a>"),
    (r"Option (?P<o>'.*?') requires an argument\.$", r"optie \g<o> heeft een waarde nodig"),
    (r"Option (?P<o>'.*?') requires (?P<n>\d+) arguments\.$", r"optie \g<o> heeft \g<n> waarden nodig"),
    (r"Option (?P<o>'.*?') does not take a value\.$", r"optie \g<o> neemt geen waarde"),
    (r"Argument (?P<o>'.*?') takes (?P<n>\d+) values\.$", r"\g<o> neemt \g<n> waarden"),
    (
        r"Invalid value for (?P<h>'[^']*'): (?P<v>.*) is not one of (?P<k>.*)\.$",
        r"\g<h>: \g<v> kan niet; kies uit \g<k>",
    ),
    (
        r"Invalid value for '(?P<h>[^']*)': (?P<v>.*) is not a valid (?:integer|int range|getal).*$",
        r"\g<h>: \g<v> is geen geheel getal",
    ),
    (
        r"Invalid value for '(?P<h>[^']*)': (?P<v>.*) is not in the range x>=(?P<m>\d+)\.$",
        r"\g<h>: \g<v> kan niet; geef \g<m> of meer",
    ),
    (r"Invalid value for (?P<h>'[^']*'): .*$", r"\g<h> heeft een waarde die niet kan"),
)
_SUGGESTION = r"(?:Possible options: |Did you mean )(?P<names>[^?)]*)"


def usage_error(text: str) -> tuple[str, str | None]:
    """What Typer says of a wrong command line, in Dutch, and which name was perhaps meant."""
    meant = re.search(_SUGGESTION, text)
    tip = f"bedoelde u {meant['names'].strip().replace(', ', ' of ')}?" if meant else None
    for pattern, dutch in _RULES:
        if match := re.match(pattern, text, re.DOTALL):
            return match.expand(dutch), tip
    return "deze opdracht klopt niet", tip


class _Dutch:
    """What commands and groups share. Mixed into Typer's own classes."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options["options_metavar"] = "[OPTIES]"
        if isinstance(self, TyperGroup):
            options["subcommand_metavar"] = "[OPDRACHT] …"
        super().__init__(*args, **options)

    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)  # type: ignore[misc]  # the mixin's base is Typer's
        for param in params:
            if param.type.name in _TYPES:
                param.type = copy.copy(param.type)  # the original is shared by every parameter
                param.type.name = _TYPES[param.type.name]
        return params

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]  # idem
        if option is not None:
            option.help = "Toon deze hulp en stop"
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from leercyclus import hulp  # here: hardly any line asks for help

        hulp.toon(hulp.pagina(self, ctx))


class DutchCommand(_Dutch, TyperCommand):
    """A command whose help is Dutch."""


class DutchGroup(_Dutch, TyperGroup):
    """A group whose help is Dutch."""
