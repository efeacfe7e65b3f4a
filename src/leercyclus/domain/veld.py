"""The declaration of a field: said once, beside the field, and used everywhere.

A record kind is a Pydantic model whose fields are made with :func:`veld`. From that one
declaration come the questions at the prompt, the options of the command, completeness,
the messages about wrong values, and later the JSON Schema and the documentation.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from leercyclus.domain import datum
from leercyclus.domain.aanhaling import aanhaling
from leercyclus.domain.ids import MAX_LENGTH, PATROON, Verwijzing, is_id
from leercyclus.domain.kring import Kring
from leercyclus.domain.tekst import first_refused, is_gewoon, normalise


class Invoer(StrEnum):
    """How a value is typed in."""

    REGEL = "regel"
    PROZA = "proza"
    DATUM = "datum"
    KEUZE = "keuze"
    JA_NEE = "ja/nee"
    GETAL = "getal"
    SCHAAL = "schaal"
    LIJST = "lijst"
    SAMENGESTELD = "samengesteld"  # parts with fields of their own: never one prompt


#: What Pydantic calls the error of a text with a character that is not allowed.
REFUSED_CHARACTER = "refused_character"


def proza(value: str) -> str:
    """A text without the signs that a record refuses; ValueError says in Dutch which sign stands in it."""
    if is_gewoon(value):
        return value
    text = normalise(value)
    if refused := first_refused(text):
        raise PydanticCustomError(
            REFUSED_CHARACTER,
            "er staat een onzichtbaar of besturingsteken in (U+{code})",
            {"code": f"{ord(refused):04X}"},
        )
    return text


def regel(value: str) -> str:
    """The same, on one line."""
    text = proza(value)
    if "\n" in text.strip("\n"):
        raise PydanticCustomError("single_line", "deze tekst hoort op één regel")
    return text.strip()


def _id(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError(
            "id",
            "{value} kan geen id zijn: gebruik kleine letters, cijfers en streepjes, "
            f"hoogstens {MAX_LENGTH} tekens",
            {"value": aanhaling(value)},
        )
    return value


def _les_naam(value: str) -> str:
    """A lesson elsewhere is ``<cyclus>/<les>``; a bare id is a built-in one."""
    place, slash, name = value.partition("/")
    if not is_id(place) or (slash and not is_id(name)):
        raise PydanticCustomError(
            "les",
            "{value} is geen naam van een les, zoals 'ingebouwd/stap-terug'",
            {"value": aanhaling(value)},
        )
    return value


def _date(value: Any) -> Any:
    """Only a date: a time of day or a number is none (Pydantic would take both)."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return datum.from_iso(value)
    except (TypeError, ValueError):
        raise PydanticCustomError(
            "date", "{value} is geen datum; schrijf JJJJ-MM-DD, zoals 2027-03-12", {"value": aanhaling(value)}
        ) from None


Regel = Annotated[str, AfterValidator(regel), Invoer.REGEL]
Proza = Annotated[str, AfterValidator(proza), Invoer.PROZA]
Datum = Annotated[dt.date, BeforeValidator(_date), Invoer.DATUM]
Id = Annotated[
    str,
    AfterValidator(_id),
    Invoer.REGEL,
    Field(json_schema_extra={"pattern": PATROON, "maxLength": MAX_LENGTH}),
]
PersoonId = Annotated[Id, Verwijzing.PERSOON]
OrganisatieId = Annotated[Id, Verwijzing.ORGANISATIE]
ThemaId = Annotated[Id, Verwijzing.THEMA]
AdviesId = Annotated[Id, Verwijzing.ADVIES]
LesNaam = Annotated[str, AfterValidator(_les_naam), Invoer.REGEL, Verwijzing.LES]
JaNee = Annotated[StrictBool, Invoer.JA_NEE]
Getal = Annotated[StrictInt, Invoer.GETAL]
Dagen = Annotated[Getal, Field(ge=0)]


def veld(
    label: str,
    hulp: str,
    *,
    kring: Kring | None = None,
    vraag: str = "",
    verplicht: bool = False,
    optie: str | None = None,
    gevraagd: bool = True,
    als_laatste: bool = False,
    standaard: Any = None,
) -> Any:
    """Declare a field.

    ``label`` is the Dutch name people see, ``hulp`` says what is meant (the help of the
    option), and ``vraag`` asks for it (at the prompt and on a sheet; without it ``hulp`` does).
    ``kring`` is who may see it: those furthest in when nothing is said. The parts of a composed
    field are for no wider circle than the field.
    ``verplicht``: a definitief record must have it. ``optie`` names the option where it differs from the key.
    ``gevraagd=False``: never asked at a prompt, because a command fills it or it comes later.
    ``als_laatste``: asked after the reflection questions, because it sums them up.
    """
    extra: dict[str, Any] = {
        "kring": kring,
        "vraag": vraag,
        "verplicht": verplicht,
        "gevraagd": gevraagd,
        "als_laatste": als_laatste,
        "optie": optie,
    }
    return Field(default=standaard, title=label, description=hulp, json_schema_extra=extra)


@dataclass(frozen=True, slots=True)
class Veld:
    """One field of a record kind, as prompts, options and tables need it."""

    naam: str
    label: str
    hulp: str
    kring: Kring
    vraag: str
    verplicht: bool
    gevraagd: bool
    als_laatste: bool
    invoer: Invoer
    meervoud: bool
    opties: tuple[str, ...]
    verwijst_naar: Verwijzing | None
    optie: str
    #: Whether it holds an id, which is no text.
    is_id: bool
    #: The model of its parts, where it is composed of those.
    deel: type[BaseModel] | None


@cache
def velden(model: type[BaseModel]) -> dict[str, Veld]:
    """The declared fields of a model by key, in the order of the file."""
    return {name: _read(name, info) for name, info in model.model_fields.items()}


@cache
def delen(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The models of the fields that have parts of their own, by key."""
    return {name: field.deel for name, field in velden(model).items() if field.deel}


def _read(name: str, info: Any) -> Veld:
    extra = info.json_schema_extra or {}
    many, marks, options = _unwrap(info.annotation, tuple(info.metadata))
    return Veld(
        naam=name,
        label=info.title or name,
        hulp=info.description or "",
        kring=extra.get("kring") or Kring.VERTROUWELIJK,
        vraag=extra.get("vraag") or info.description or "",
        verplicht=extra.get("verplicht", False),
        gevraagd=extra.get("gevraagd", False),
        als_laatste=extra.get("als_laatste", False),
        invoer=next(
            (mark for mark in marks if isinstance(mark, Invoer)),
            Invoer.KEUZE if options else Invoer.SAMENGESTELD,
        ),
        meervoud=many,
        opties=options,
        verwijst_naar=next((mark for mark in marks if isinstance(mark, Verwijzing)), None),
        is_id=any(getattr(mark, "func", None) is _id for mark in marks),
        optie=extra.get("optie") or "--" + name.replace("_", "-"),
        deel=_part(info.annotation),
    )


def _unwrap(annotation: Any, marks: tuple[Any, ...]) -> tuple[bool, tuple[Any, ...], tuple[str, ...]]:
    """``list[PersoonId] | None`` to (many, the marks on the inner type, its choices)."""
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *more = typing.get_args(annotation)
        return _unwrap(inner, (*marks, *more))
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in typing.get_args(annotation) if arg is not type(None))
        return _unwrap(inner, marks)
    if origin in (list, tuple):
        return True, *_unwrap(typing.get_args(annotation)[0], marks)[1:]
    if origin is typing.Literal:
        return False, marks, typing.get_args(annotation)
    return False, marks, ()


def _part(annotation: Any) -> type[BaseModel] | None:
    """``list[Antwoord] | None`` to ``Antwoord``; None for a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (Annotated, Union, types.UnionType, list):
        parts = (_part(arg) for arg in typing.get_args(annotation))
        return next((part for part in parts if part), None)
    return None


def is_gevuld(value: object) -> bool:
    """Whether a value says something: not absent, not blank, not an empty list."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value not in ([], (), {})
