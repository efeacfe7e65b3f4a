"""The writers of an export: what a row becomes in each format."""

from __future__ import annotations

import io
import json
import tomllib
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leercyclus.render import parquet
from leercyclus.render.export import kolommen
from leercyclus.render.json_uit import regel
from leercyclus.render.jsonl import als_jsonl
from leercyclus.render.uitvoer import Exportrij
from tests.robustness.export_groot import rijen


def rij(**anders: Any) -> Exportrij:
    (row,) = rijen(1, 1)
    return {**row, **anders}  # type: ignore[typeddict-item]  # what a test gives


def parquet_van(*rows: Exportrij) -> pq.ParquetFile:
    return pq.ParquetFile(io.BytesIO(b"".join(parquet.als_parquet(rows))))


@given(st.text(), st.text())
def test_a_line_is_one_line_and_reads_back(key: str, text: str) -> None:
    made = regel({key: [text, {key: text}], "b": {}})
    assert json.loads(made) == {key: [text, {key: text}], "b": {}}
    assert made.splitlines() == [made]


#: What TOML knows and JSON does not, and what would do something to a terminal.
VREEMD = tomllib.loads("""
getallen = [nan, inf, -inf, 0.5]
moment = 2027-04-15T10:00:00Z
tijd = 10:30:00
tekst = "a\\u202Eb\\u001B]0;c\\n  \\"d\\" ‘é’ 🏊"
""")
ALS_JSON = {
    "getallen": ["nan", "inf", "-inf", 0.5],
    "moment": "2027-04-15T10:00:00+00:00",
    "tijd": "10:30:00",
    "tekst": 'a\u202eb\x1b]0;c\n  "d" ‘é’ 🏊',
}


def test_what_json_does_not_have_is_written_the_same_in_both_formats() -> None:
    (line,) = als_jsonl([rij(inhoud=VREEMD)])
    (row,) = parquet_van(rij(inhoud=VREEMD)).read().to_pylist()
    assert json.loads(line)["inhoud"] == json.loads(row["inhoud"]) == ALS_JSON
    for text in (line.decode(), row["inhoud"]):
        assert "\u202e" not in text
        assert "\x1b" not in text
        assert "‘é’ 🏊" in text


def test_a_parquet_file_has_the_types_that_the_declaration_has() -> None:
    file = parquet_van(rij())
    assert [field.name for field in file.schema_arrow] == [item.naam for item in kolommen()]
    logical = {column.name: str(column.logical_type) for column in file.schema}
    assert {logical[name] for name in ("intervisiedag", "datum")} == {"Date"}
    assert logical["inhoud"] == "JSON"
    assert {field.name for field in file.schema_arrow if not field.nullable} == {
        *("versie", "voor", "soort", "id", "inhoud")
    }


def test_the_schema_does_not_hang_on_the_rows() -> None:
    bare = rij(cyclus=None, thema=None, intervisiedag=None, stand=None, datum=None, leertraject=None)
    files = [parquet_van(), parquet_van(bare), parquet_van(rij(), bare)]
    assert [file.metadata.num_rows for file in files] == [0, 1, 2]
    assert len({file.schema_arrow.to_string() for file in files}) == 1


def test_a_group_of_rows_is_not_too_long_and_not_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_RIJEN", 10)
    monkeypatch.setattr(parquet, "_TEKENS", 10_000)
    small, large = list(rijen(25, 1)), list(rijen(5, 100))
    assert _groups(small) == [10, 10, 5]
    assert _groups(large) == [2, 2, 1]


def _groups(rows: list[Exportrij]) -> list[int]:
    metadata = parquet_van(*rows).metadata
    return [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]


def test_each_group_goes_out_before_the_next_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_RIJEN", 10)
    asked = 0

    def counted() -> Any:
        nonlocal asked
        for row in rijen(30, 1):
            asked += 1
            yield row

    pieces = parquet.als_parquet(counted())
    seen = []
    for piece in pieces:
        assert piece
        seen.append(asked)
    assert seen == [10, 20, 30, 30]


def test_one_answer_in_duckdb_from_both_formats(tmp_path: Any) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(als_jsonl(rijen(200, 2))))
    (tmp_path / "a.parquet").write_bytes(b"".join(parquet.als_parquet(rijen(200, 2))))
    columns = duckdb.execute(f"describe from '{tmp_path}/a.parquet'").fetchall()
    types = ", ".join(f"{name}: '{kind}'" for name, kind, *_ in columns)
    sources = (
        f"'{tmp_path}/a.parquet'",
        f"read_json('{tmp_path}/a.jsonl', format = 'newline_delimited', columns = {{{types}}})",
    )
    query = """select thema, year(datum), count(*), count(stand), sum((inhoud->>'nummer')::int),
               max(inhoud->>'tekst') from {} group by all order by all"""
    first, second = (duckdb.execute(query.format(source)).fetchall() for source in sources)
    assert first == second
    assert len(first) == 16
