"""The JSON Schema of a record kind, for editors and other programs that check TOML.

Made of the models: titles and descriptions are the labels and sentences of their fields. What a
definitief record must have is required only of those, since a concept may lack anything.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from leercyclus.domain.record import VERSIE
from leercyclus.domain.soorten import Soort
from leercyclus.domain.veld import is_gevuld, velden

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: What the declaration of a field says beside what a JSON Schema knows.
_OURS = frozenset({"vraag", "verplicht", "gevraagd", "als_laatste", "optie", "default"})

#: Of a condition: that it says nothing of other keys. Some checkers take it otherwise.
_OPEN = {"additionalProperties": True}


def schema(soort: Soort[Any]) -> dict[str, Any]:
    """The schema of one kind; whole in itself."""
    made = _plain(soort.model.model_json_schema())
    made["properties"]["versie"]["maximum"] = VERSIE
    return {
        "$schema": DIALECT,
        **made,
        "title": soort.naam.capitalize(),
        "description": f"{soort.benoemd.capitalize()} van een leertraject: {soort.pad}",
        **_definitief(soort),
    }


def _definitief(soort: Soort[Any]) -> dict[str, Any]:
    """What must be there, and filled, when others may rely on the record."""
    needed = _verplicht(soort.model)
    if not soort.met_stand:
        return {"allOf": [needed]}
    concept = {"properties": {"stand": {"const": "concept"}}, "required": ["stand"], **_OPEN}
    return {"if": concept, "else": needed}


def _verplicht(model: type[BaseModel]) -> dict[str, Any]:
    lacking = {
        name: field
        for name, field in velden(model).items()
        if field.verplicht and not is_gevuld(model.model_fields[name].get_default())
    }
    filled = {
        name: {"minItems": 1} if field.meervoud else {"minLength": 1} for name, field in lacking.items()
    }
    return {"required": list(lacking), "properties": filled, **_OPEN}


def _plain(part: Any) -> Any:
    """Without what is only ours, null (TOML has none), and what Pydantic says of a model by itself."""
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if not isinstance(part, dict):
        return part
    options = [option for option in part.get("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:
        part = {**part, **options[0]}
    dropped = {*_OURS, *({"anyOf"} if options else ())}
    made = {key: _plain(value) for key, value in part.items() if key not in dropped}
    for named in ("properties", "$defs"):
        if named in part:
            made[named] = {name: _plain(value) for name, value in part[named].items()}
    if part.get("additionalProperties") is True:  # a model: it keeps keys that it does not know
        made["additionalProperties"] = False
        del made["title"], made["description"]
    return made
