"""Options that follow from the declaration of a record kind, and their values."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Annotated, Any

import typer

from leercyclus.domain import veld
from leercyclus.domain.controle import gebreken, to_record
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.ids import Verwijzing, suggestion
from leercyclus.domain.record import Deel
from leercyclus.domain.tekst import normalise
from leercyclus.domain.veld import Invoer, Veld, velden
from leercyclus.domain.verwijzingen import onbekende_verwijzingen

_METAVARS = {Invoer.DATUM: "JJJJ-MM-DD", Invoer.PROZA: "TEKST", Invoer.REGEL: "TEKST"}
_NEVER = {"versie", "stand"}


def optie_velden(model: type[Deel], without: Collection[str] = ()) -> list[Veld]:
    """The fields that can be given on the command line."""
    return [
        field
        for field in velden(model).values()
        if field.invoer is not Invoer.SAMENGESTELD and field.naam not in {*_NEVER, *without}
    ]


def parameters(model: type[Deel], without: Collection[str] = ()) -> list[inspect.Parameter]:
    """One option for each field, with the field's own sentence as its help."""
    return [_parameter(field) for field in optie_velden(model, without)]


def _parameter(field: Veld) -> inspect.Parameter:
    if field.opties:
        metavar = "|".join(field.opties)
    elif field.verwijst_naar is not None or (field.naam == "id"):
        metavar = "ID"
    else:
        metavar = _METAVARS.get(field.invoer, "")
    kind: Any
    if field.invoer is Invoer.JA_NEE:
        kind = Annotated[
            bool | None, typer.Option(f"{field.optie}/--niet-{field.optie[2:]}", help=field.hulp)
        ]
    else:
        option = typer.Option(field.optie, metavar=metavar, help=field.hulp)
        offered = field.verwijst_naar or field.opties
        kind = (
            Annotated[list[str] | None, option, offered]
            if field.meervoud
            else Annotated[str | None, option, offered]
        )
    return inspect.Parameter(field.naam, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)


def waarden(model: type[Deel], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the options that were given, checked. UsageError names the option.

    The text ``-`` stands for what comes in on stdin; one option at most.
    """
    fields = velden(model)
    raw = {name: value for name, value in given.items() if value is not None and value != []}
    _from_stdin(raw, fields)
    for fault in gebreken(model, raw):
        name = str(fault.pad[0])
        if name in raw:
            raise UsageError(f"{fields[name].optie}: {fault.melding}")
    record = model.model_validate(raw)
    return {name: getattr(record, name) for name in raw}


def losse_tekst(optie: str, given: str | None, toets: Callable[[str], str] = veld.regel) -> str | None:
    """What an option says that is no field of the record. UsageError for a sign that a record refuses."""
    try:
        return None if given is None else toets(given)
    except ValueError as error:
        raise UsageError(f"{optie}: {error}") from None


def _from_stdin(raw: dict[str, Any], fields: Mapping[str, Veld]) -> None:
    waiting = [name for name, value in raw.items() if value in ("-", ["-"])]
    if len(waiting) > 1:
        names = " en ".join(fields[name].optie for name in waiting)
        raise UsageError(
            f"{names} vragen allebei om de standaardinvoer", tip="geef hoogstens één optie de waarde -"
        )
    for name in waiting:
        try:
            text = normalise(sys.stdin.buffer.read().decode("utf-8-sig")).strip("\n")
        except UnicodeDecodeError:
            raise UsageError(f"{fields[name].optie}: wat binnenkwam is geen UTF-8") from None
        if not text.strip():
            raise UsageError(f"{fields[name].optie}: er kwam niets binnen op de standaardinvoer")
        raw[name] = [text] if fields[name].meervoud else text


def controleer_verwijzingen(
    model: type[Deel], values: Mapping[str, Any], bekend: Mapping[Verwijzing, Collection[str]]
) -> None:
    """NotFoundError, with the nearest names, for an id on the command line that names nothing."""
    record, _ = to_record(model, values)
    for path, kind, id in onbekende_verwijzingen(record, bekend):
        field = velden(model)[str(path[0])]
        raise NotFoundError(
            f"{field.optie}: er is geen {kind.value} '{id}'",
            tip=suggestion(id, bekend[kind]) or _WHERE[kind],
        )


_WHERE = {
    Verwijzing.PERSOON: "voeg iemand toe met: leercyclus deelnemer ID",
    Verwijzing.ORGANISATIE: "organisaties staan in leertraject.toml",
    Verwijzing.THEMA: "thema’s staan in leertraject.toml",
    Verwijzing.LES: "bekijk ze met: leercyclus lessen",
    Verwijzing.ADVIES: "bekijk ze met: leercyclus advies CYCLUS --lijst",
}


def noem(fields: Iterable[Veld]) -> list[str]:
    """Each missing field as a line: its option and what it is."""
    return [f"{field.optie}  {field.hulp}" for field in fields]
