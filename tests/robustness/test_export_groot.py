"""An export takes no more memory for more rows or more cycles. Peaks are of a process of its own, in MiB."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from leercyclus.render.export import kolommen
from tests.checks.gebroken import BASIS
from tests.conftest import REPOSITORY
from tests.robustness.strace import ALLES, TELLING

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows zegt niet hoeveel geheugen iets nam")

#: Room for what the memory of a process looks like by chance; with Parquet it has several groups at once.
_RUIMTE = {"jsonl": 6, "parquet": 40}


def piek(program: str, *arguments: str, cwd: Path) -> float:
    """How much memory a program took at most, in MiB; it prints that last."""
    done = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout.split()[-1]) / 1024


def schrijf(path: Path, formaat: str, aantal: int, zinnen: int) -> float:
    """Export so many rows of so many sentences."""
    given = (formaat, str(aantal), str(zinnen), str(path))
    return piek("tests.robustness.export_groot", *given, cwd=path.parent)


def test_more_groups_of_rows_take_no_more_memory(tmp_path: Path) -> None:
    """Of 8 MiB each: two and a bit, and eight and a bit."""
    two = schrijf(tmp_path / "twee", "parquet", 2_400, 120)
    eight = schrijf(tmp_path / "acht", "parquet", 9_600, 120)
    assert eight - two < _RUIMTE["parquet"]
    groups = duckdb.execute(f"select count(distinct row_group_id) from parquet_metadata('{tmp_path}/acht')")
    assert groups.fetchone() == (9,)


# a million


@pytest.mark.skipif(not ALLES, reason="een miljoen rijen duurt minuten: make robustness")
@pytest.mark.parametrize("formaat", ["jsonl", "parquet"])
def test_a_million_rows_take_no_more_memory_than_a_tenth_and_duckdb_reads_them(
    tmp_path: Path, formaat: str
) -> None:
    tenth = schrijf(tmp_path / "tiende", formaat, 100_000, 5)
    whole = schrijf(tmp_path / "heel", formaat, 1_000_000, 5)
    assert whole - tenth < _RUIMTE[formaat]
    source = f"read_parquet('{tmp_path}/heel')" if formaat == "parquet" else _als_jsonl(tmp_path / "heel")
    database = duckdb.connect(config={"memory_limit": "256MB", "threads": 1})
    database.execute(f"""
        select count(*), count(distinct leertraject), count(distinct id), count(thema), count(datum),
               sum((inhoud->>'nummer')::bigint), count(distinct soort)
        from {source}""")
    assert database.fetchone() == (1_000_000, 1000, 1_000_000, 666_666, 800_000, 499_999_500_000, 4)
    TELLING.gemeten.append(f"1.000.000 rijen {formaat}: {whole:.0f} MiB, een tiende: {tenth:.0f} MiB")


def _als_jsonl(path: Path) -> str:
    types = {"int": "INTEGER", "str": "VARCHAR", "date": "DATE", "Mapping": "JSON"}
    columns = ", ".join(f"{item.naam}: '{types[item.soort.__name__]}'" for item in kolommen())
    return f"read_json('{path}', format = 'newline_delimited', columns = {{{columns}}})"


# the whole way

#: So much text in a cyclus that some hundreds of them would be seen.
_TEKST = "Wie rekent, besluit mee. " * 1600


def leertraject(folder: Path, cycli: int) -> Path:
    """A group with so many cycles, each with some records and one long text."""
    folder.mkdir()
    shutil.copy(BASIS / "leertraject.toml", folder)
    shutil.copytree(BASIS / "toestemming", folder / "toestemming")
    for number in range(cycli):
        cyclus = folder / f"2027-cyclus-{number}"
        (cyclus / "lessen").mkdir(parents=True)
        for name in ("cyclus.toml", "intervisie.toml", "lessen/wie-rekent.toml"):
            shutil.copy(BASIS / "2027-zwembad" / name, cyclus / name)
        (cyclus / "gespreksnotitie.toml").write_text(f"spiegel = '''{_TEKST}{number}'''\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("formaat", "weinig", "veel"),
    [
        ("jsonl", 50, 300),
        pytest.param(
            *("parquet", 500, 1500),  # with a few it is not at its most yet: a group of rows is 8 MiB
            marks=pytest.mark.skipif(not ALLES, reason="tweeduizend cycli duren lang: make robustness"),
        ),
    ],
)
def test_more_cycles_take_no_more_memory(tmp_path: Path, formaat: str, weinig: int, veel: int) -> None:
    peaks = []
    for cycli in (weinig, veel):
        root, path = leertraject(tmp_path / str(cycli), cycli), tmp_path / f"{cycli}.{formaat}"
        given = ("exporteer", "--voor", "groep", "--formaat", formaat, "--naar", str(path))
        peaks.append(piek("tests.robustness.geheugen", *given, cwd=root))
        assert _aantal(path, formaat) == 4 + 4 * cycli
    assert peaks[1] - peaks[0] < _RUIMTE[formaat]


def _aantal(path: Path, formaat: str) -> int:
    source = f"read_parquet('{path}')" if formaat == "parquet" else _als_jsonl(path)
    (count,) = duckdb.execute(f"select count(*) from {source}").fetchone() or (0,)
    return int(count)
