"""Rows as a Parquet file, made group by group. Needs the extra ``parquet``."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import json_

from leercyclus.render.export import kolommen
from leercyclus.render.json_uit import regel
from leercyclus.render.uitvoer import Exportrij

#: A group of rows is written when it has so many, or so many characters of content: that is what
#: stands in memory at once, and what a reader can skip.
_RIJEN, _TEKENS = 65_536, 8 * 1024 * 1024

_SOORT = {int: pa.int32(), str: pa.string(), dt.date: pa.date32(), Mapping: json_(pa.string())}
#: Of every leertraject and in every export the same, whatever it holds: many files read as one table.
SCHEMA = pa.schema([pa.field(item.naam, _SOORT[item.soort], nullable=item.mag_leeg) for item in kolommen()])
#: What is long and never the same twice; of the others a reader can tell which groups it needs.
_INHOUD = {item.naam for item in kolommen() if item.soort is Mapping}
_VLAK = [item.naam for item in kolommen() if item.naam not in _INHOUD]


def als_parquet(rijen: Iterable[Exportrij]) -> Iterator[bytes]:
    """The bytes of the file, as far as they can be known after each group of rows."""
    made = io.BytesIO()
    with pq.ParquetWriter(
        made, SCHEMA, compression="zstd", use_dictionary=_VLAK, write_statistics=_VLAK
    ) as writer:
        for table in _groepen(rijen):
            writer.write_table(table, row_group_size=len(table))
            yield _neem(made)
    yield _neem(made)


def _neem(made: io.BytesIO) -> bytes:
    """What was made, and room for what comes."""
    raw = made.getvalue()
    made.seek(0)
    made.truncate()
    return raw


def _groepen(rijen: Iterable[Exportrij]) -> Iterator[Any]:
    group: list[dict[str, Any]] = []
    size = 0
    for row in rijen:
        text = regel(row["inhoud"])
        group.append({**row, "inhoud": text})
        size += len(text)
        if len(group) == _RIJEN or size >= _TEKENS:
            yield pa.Table.from_pylist(group, SCHEMA)
            group, size = [], 0
    if group:
        yield pa.Table.from_pylist(group, SCHEMA)
