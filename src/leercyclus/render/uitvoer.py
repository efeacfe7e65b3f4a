"""The shape of every JSON that the program prints, declared once.

The builders in ``json_uit`` are checked against these types, and the JSON Schemas that scripts can
rely on are made of them (:func:`schemas`). Keys are stable within a ``versie``.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypedDict

from leercyclus.domain.bevinding import Ernst
from leercyclus.domain.voortgang import Fase, FaseStand

Versie = Annotated[int, "1; de sleutels veranderen niet zolang dit hetzelfde blijft"]
Personen = Annotated[list[str], "Ids van mensen in leertraject.toml"]
Bestand = Annotated[str, "Vanuit de map waarin u staat, met /"]


class Bevinding(TypedDict):
    """A finding, in every output the same."""

    code: Annotated[str, "LC en drie cijfers; leercyclus uitleg CODE zegt er meer van"]
    ernst: Ernst
    bestand: Bestand
    regel: Annotated[int, "Vanaf 1"]
    kolom: Annotated[int, "Vanaf 1, in tekens"]
    sleutel: Annotated[str | None, "De sleutel waar het om gaat, rijen geteld vanaf 1"]
    melding: str
    tip: str | None


class Traject(TypedDict):
    """Which group it is."""

    id: str | None
    naam: str | None


class Persoon(TypedDict):
    """Somebody in the group."""

    naam: str | None
    e_mail: str | None


class Fasevoortgang(TypedDict):
    """How far a fase is."""

    fase: Fase
    stand: FaseStand
    gedaan: int
    totaal: int
    uiterlijk: Annotated[dt.date | None, "De laatste dag van de termijn"]
    te_laat: bool


class Stap(TypedDict):
    """What somebody can do."""

    fase: Fase
    wat: Annotated[str, "Een zin die u zo kunt mailen"]
    wie: Personen
    uiterlijk: dt.date | None
    te_laat: bool
    opdracht: Annotated[str, "De opdracht die de stap zet"]


class Cyclus(TypedDict):
    """Where a cyclus stands."""

    id: str
    titel: str | None
    thema: str | None
    vraagstellers: Personen
    intervisiedag: dt.date | None
    verloop: Annotated[str, "loopt, uitgesteld of vervallen"]
    afgerond: bool
    fasen: list[Fasevoortgang]
    volgende_stap: Annotated[Stap | None, "De eerste stap van de eerste fase die niet af is"]
    open_stappen: Annotated[list[Stap], "Alles wat vandaag gedaan kan worden"]


class Status(TypedDict):
    """``status --json``."""

    versie: Versie
    vandaag: Annotated[dt.date, "De dag waarop gerekend is"]
    leertraject: Traject
    personen: Annotated[dict[str, Persoon], "Per id"]
    cycli: list[Cyclus]
    problemen: Annotated[list[Bevinding], "Wat niet te lezen was"]


class Controle(TypedDict):
    """``controleer --formaat json``."""

    versie: Versie
    bevindingen: list[Bevinding]
    fouten: int
    waarschuwingen: int


class Lijststuk(TypedDict):
    """A record in a list."""

    id: str
    bestand: Bestand
    stand: Annotated[Literal["concept", "definitief"] | None, "null bij een soort zonder stand"]
    kern: Annotated[str, "Waar het stuk over gaat, in één regel"]


class Lijst(TypedDict):
    """``advies CYCLUS --lijst --json``, and the same of the other kinds."""

    versie: Versie
    cyclus: str
    soort: str
    stukken: list[Lijststuk]
    problemen: Annotated[list[Bevinding], "Wat niet te lezen was"]


class Stuk(TypedDict):
    """A record, whole."""

    soort: str
    id: Annotated[str, "Leeg voor een soort waarvan er één is; een nummer als --voor de naam niet toont"]
    bestand: Annotated[str | None, "Vanuit de map waarin u staat, met /; null als --voor de naam niet toont"]
    inhoud: Annotated[Mapping[str, Any], "Zoals het op schijf staat, of wat daarvan voor --voor is"]


class Stukken(TypedDict):
    """``toon --formaat json``."""

    versie: Versie
    cyclus: Annotated[str | None, "De id; null als --voor die niet toont"]
    stukken: list[Stuk]


class Les(TypedDict):
    """A lesson with its questions."""

    id: str
    herkomst: Annotated[str, "ingebouwd, groep, of de id van een cyclus"]
    thema: str | None
    titel: str | None
    kern: str | None
    toelichting: str | None
    voorbeelden: list[str]
    vragen: Annotated[list[Mapping[str, Any]], "Zoals in het bestand van een les"]


class Lessen(TypedDict):
    """``lessen --json``."""

    versie: Versie
    lessen: list[Les]


class Verlopenstuk(TypedDict):
    """What was kept longer than the group agreed on."""

    bestand: Bestand
    soort: Annotated[str, "Zoals in [bewaren]"]
    persoon: Annotated[str | None, "De id van wie vertrok; null bij een stuk"]
    tot: Annotated[dt.date, "De laatste dag dat het bewaard zou worden"]


class Bewaartermijn(TypedDict):
    """``bewaartermijn --json``."""

    versie: Versie
    verlopen: list[Verlopenstuk]


class Exportrij(TypedDict):
    """A line of ``exporteer --formaat jsonl``, and a row of a Parquet file."""

    versie: Versie
    voor: Annotated[str, "De kring die met --voor gekozen is"]
    leertraject: Annotated[str | None, "De id van de groep; null als die niet te lezen is"]
    cyclus: Annotated[str | None, "De id; null voor wat naast de cycli ligt, en als --voor die niet toont"]
    thema: Annotated[str | None, "De id, van het stuk zelf of anders van de cyclus"]
    intervisiedag: Annotated[dt.date | None, "De dag van de cyclus"]
    soort: Annotated[str, "Wat voor stuk het is, zoals advies"]
    id: Annotated[str, "Leeg voor een soort waarvan er één is; een nummer als --voor de naam niet toont"]
    stand: Annotated[Literal["concept", "definitief"] | None, "null bij een soort zonder stand"]
    datum: Annotated[dt.date | None, "De datum van het stuk zelf"]
    inhoud: Annotated[Mapping[str, Any], "Zoals het op schijf staat, of wat daarvan voor --voor is"]


#: The name of each output, and what prints it.
UITVOER: dict[str, tuple[type, str]] = {
    "status": (Status, "leercyclus status --json"),
    "controleer": (Controle, "leercyclus controleer --formaat json"),
    "lijst": (Lijst, "leercyclus advies CYCLUS --lijst --json"),
    "toon": (Stukken, "leercyclus toon CYCLUS --formaat json"),
    "lessen": (Lessen, "leercyclus lessen --json"),
    "bewaartermijn": (Bewaartermijn, "leercyclus bewaartermijn --json"),
    "exporteer": (Exportrij, "leercyclus exporteer --formaat jsonl, per regel"),
}


def schema(naam: str) -> dict[str, Any]:
    """The JSON Schema of one output: every key is there, and no other."""
    kind, command = UITVOER[naam]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"De uitvoer van {command}",
        **_schema(kind),
    }


_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    Any: {},
}


def _schema(kind: Any) -> dict[str, Any]:
    """The schema of a type that occurs above."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if typing.is_typeddict(kind):
        keys = typing.get_type_hints(kind, include_extras=True)
        return {
            "type": "object",
            "properties": {name: _schema(value) for name, value in keys.items()},
            "required": list(keys),
            "additionalProperties": False,
        }
    parts = typing.get_args(kind)
    match typing.get_origin(kind):
        case typing.Annotated:
            return {"description": parts[1], **_schema(parts[0])}
        case typing.Literal:
            return {"enum": list(parts)}
        case types.UnionType | typing.Union:
            return {"anyOf": [_schema(part) for part in parts]}
        case origin if origin is list:
            return {"type": "array", "items": _schema(parts[0])}
    return {"type": "object", "additionalProperties": _schema(parts[1])}
