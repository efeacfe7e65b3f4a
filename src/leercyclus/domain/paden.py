"""Where records lie, apart from their models: a folder is known without loading those."""

from __future__ import annotations

LEERTRAJECT = "leertraject.toml"
#: Beside the cycles, by kind. ``{id}`` stands for the id of the record.
IN_LEERTRAJECT = {
    "leertraject": LEERTRAJECT,
    "les": "lessen/{id}.toml",
    "toestemming": "toestemming/{id}.toml",
    "suggestie": "suggesties/{id}.toml",
}
#: Stands in the place of a cyclus where something is of the group itself.
GROEP = "groep"
#: In the folder of a cyclus, by kind, in the order of the fasen.
IN_CYCLUS = {
    "cyclus": "cyclus.toml",
    "zelfanalyse": "zelfanalyse/{id}.toml",
    "interview": "interviews/{id}.toml",
    "gespreksnotitie": "gespreksnotitie.toml",
    "verspreiding": "verspreiding/{id}.toml",
    "intervisie": "intervisie.toml",
    "advies": "adviezen/{id}.toml",
    "opvolging": "opvolging/{id}.toml",
    "terugkoppeling": "terugkoppeling/{id}.toml",
    "meenemen": "meenemen/{id}.toml",
    "les": "lessen/{id}.toml",
}
#: The folders beside the cycles that hold records.
NAAST_CYCLI = tuple(pad.partition("/")[0] for pad in IN_LEERTRAJECT.values() if "/" in pad)
