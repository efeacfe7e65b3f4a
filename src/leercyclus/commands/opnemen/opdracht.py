"""From an :class:`Opname` to a command: an option for each field, and those all kinds share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leercyclus.commands import kiezen, melden
from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import as_command
from leercyclus.commands.opnemen.opname import Opname
from leercyclus.commands.opnemen.opties import parameters
from leercyclus.commands.opnemen.uitvoering import voer_uit
from leercyclus.commands.opnemen.verzoek import Verzoek
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import UsageError
from leercyclus.domain.gelezen import CyclusMap

if TYPE_CHECKING:
    from leercyclus.commands.opnemen.bladmaken import Bladmaker, Map

CYCLUS = (
    "cyclus",
    Annotated[
        str | None,
        typer.Argument(metavar="[CYCLUS]", help="De map van de cyclus, zoals 2027-regio", show_default=False),
        Aanbod.CYCLUS,
    ],
)
ID = (
    "id",
    Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="Een stuk dat er al is", show_default=False),
        Aanbod.EIGEN,
    ],
)
_OPTIONS: dict[str, tuple[Any, Any]] = {
    "antwoord": (Annotated[list[str] | None, typer.Option("--antwoord", metavar="LES/VRAAG=TEKST", help="Antwoord op een vraag")], None),
    "vraag_id": (Annotated[str | None, typer.Option("--vraag-id", metavar="ID", help="Ga naar één vraag, ook als die al beantwoord is")], None),
    "alle_vragen": (Annotated[bool, typer.Option("--alle-vragen", help="Stel ook de vragen die anders wachten")], False),
    "blad": (Annotated[bool, typer.Option("--blad", help="Maak een blad met de vragen, om te printen of te mailen")], False),
    "naar": (Annotated[str | None, typer.Option("--naar", metavar="BESTAND", help="Schrijf het blad naar een bestand: .md, of .docx voor Word"), Aanbod.MAP], None),
    "lees": (Annotated[list[str] | None, typer.Option("--lees", metavar="BESTAND", help="Lees ingevulde bladen in (.md, .docx; mag vaker, of een map), of een heel stuk als TOML of JSON; - is de standaardinvoer"), Aanbod.BESTAND], None),
    "vervang": (Annotated[bool, typer.Option("--vervang", help="Zet het nieuwe in de plaats van wat er staat")], False),
    "bewerk": (Annotated[bool, typer.Option("--bewerk", help="Open het stuk in uw editor (VISUAL of EDITOR)")], False),
    "definitief": (Annotated[bool, typer.Option("--definitief", help="Maak het stuk definitief")], False),
    "heropen": (Annotated[bool, typer.Option("--heropen", help="Maak van een definitief stuk weer een concept")], False),
    "lijst": (Annotated[bool, typer.Option("--lijst", help="Toon wat er al is")], False),
    "json": (Annotated[bool, typer.Option("--json", help="De lijst als JSON, voor scripts")], False),
}  # fmt: skip


def parameter(name: str, kind: Any, default: Any = None) -> inspect.Parameter:
    """A parameter as Typer reads it."""
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def opneem_opdracht(
    opname: type[Opname[Any]],
    *,
    argumenten: tuple[tuple[str, Any], ...] = (CYCLUS,),
    zonder: tuple[str, ...] = (),
    extra: tuple[inspect.Parameter, ...] = (),
    folder: Callable[[Omgeving, str | None], CyclusMap] = kiezen.kies_cyclus,
    blad: Bladmaker | None = None,
) -> Callable[..., int]:
    """The command that records one kind.

    ``zonder`` are fields that are no option here; ``extra`` are options of this command alone,
    found back in ``Verzoek.extra``; ``folder`` says in which cyclus to record, and ``blad``
    makes a sheet of its own kind, when that is asked for.
    """
    soort = opname.soort
    shared = ["antwoord", "alle_vragen"] if soort.vraagt else []
    shared += ["vraag_id", "bewerk", "blad", "naar", "lees", "vervang"]
    shared += ["definitief", "heropen"] if soort.met_stand else []
    shared += [] if soort.is_enkel else ["lijst", "json"]
    own = [
        *(parameter(name, kind) for name, kind in argumenten),
        *parameters(soort.model, (*zonder, *(name for name, _ in argumenten))),
        *extra,
        *(parameter(name, *_OPTIONS[name]) for name in shared),
    ]

    def run(omgeving: Omgeving, **given: Any) -> int:
        cyclus = given.pop("cyclus", None)
        as_json = given.pop("json", False)
        if given.pop("lijst", False):
            listed = (
                folder(omgeving, cyclus)
                if cyclus is not None
                else kiezen.kies_cyclus(omgeving, None, ook_afgerond=True)
            )
            return melden.lijst(omgeving, listed, soort, json=as_json)
        if as_json:
            raise UsageError("--json hoort bij --lijst")
        asked = {name: given.pop(name) for name in shared if name not in ("lijst", "json")}
        asked["antwoord"] = tuple(asked.get("antwoord") or ())
        asked["extra"] = {item.name: given.pop(item.name) for item in extra}
        _weiger_samen(asked)
        sources = asked.pop("lees") or []
        verzoek = Verzoek(id=given.pop("id", None), velden=given, **asked)
        if (verzoek.blad or verzoek.naar or blad) and _lever_blad(
            opname, omgeving, lambda: folder(omgeving, cyclus), verzoek, blad
        ):
            return 0
        omgeving.voor_schrijven()
        if not sources:
            return voer_uit(opname, omgeving, folder(omgeving, cyclus), verzoek)
        from leercyclus.commands.opnemen.bladlezen import neem_aan  # here: only --lees needs it
        from leercyclus.store.aanlevering import lees_alle

        return neem_aan(opname, omgeving, folder, cyclus, verzoek, lees_alle(sources))

    run.__doc__ = opname.__doc__
    return as_command(run, own, ("map", "geen_invoer", "oefenen"))


def _lever_blad(
    opname: type[Opname[Any]], omgeving: Omgeving, folder: Map, verzoek: Verzoek, maak: Bladmaker | None
) -> bool:
    """Make the sheet that is asked for; False when none is. UsageError for a place without a sheet."""
    from leercyclus.commands.opnemen.bladmaken import Bladdoel, gevraagd_blad  # here: most make none

    goal = Bladdoel(verzoek.naar, verzoek.vervang)
    goal.toets()
    blocks = (maak or gevraagd_blad)(opname, omgeving, folder, verzoek)
    if blocks is not None:
        goal.lever_af(blocks, omgeving, f"leercyclus {opname.opdracht()}")
    elif verzoek.naar:
        raise UsageError("--naar hoort bij --blad: zonder dat wordt er geen blad gemaakt")
    return blocks is not None


def _weiger_samen(asked: Mapping[str, Any]) -> None:
    """UsageError when more ways to fill in a record are asked at once."""
    ways = [name for name in ("blad", "lees", "bewerk", "vraag_id") if asked.get(name)]
    if len(ways) > 1:
        first, second = (f"--{name.replace('_', '-')}" for name in ways[:2])
        raise UsageError(f"{first} en {second} gaan niet samen", tip="geef de opdracht twee keer")
