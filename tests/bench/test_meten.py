"""Processes that are timed in turn, and the table that comes of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="er is geen pseudo-terminal op Windows")

from bench.bomen import ROOT, Advies, Bomen, Wijziging  # measuring needs a pseudo-terminal
from bench.maken import maak
from bench.meten import Loop, Meting, MislukteLoopError, Opdracht, draai, meet
from bench.rijen import Rij, rijen
from bench.tabel import machine, tabellen, vervang
from bench.uitkomst import Uitkomst, uitkomst
from tests.conftest import inhoud


def python(code: str, **rest: object) -> Opdracht:
    return Opdracht((sys.executable, "-c", code), **rest)  # type: ignore[arg-type]


def loop(seconds: float, megabytes: int = 20) -> Loop:
    return Loop(seconds, megabytes * 1_000_000, 0)


def test_what_is_measured_runs_in_turn_after_one_to_warm_up(tmp_path: Path) -> None:
    order: list[str] = []
    one = python("pass", voor=lambda: order.append("voor"), na=lambda: order.append("na"))
    other = python("pass", voor=lambda: order.append("ander"))
    measured = meet(one, other, times=1)
    assert order == ["voor", "na", "ander"] * (1 + len(measured.lopen))
    assert len(measured.lopen) == len(measured.naast) == len(measured.verhoudingen)


def test_a_process_counts_with_what_it_starts() -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray(150_000_000)'])"
    assert draai(python(child)).bytes > 150_000_000


def test_nothing_from_outside_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "LEERCYCLUS_VANDAAG", "GIT_DIR"}
    for name in outside:
        monkeypatch.setenv(name, "1")
    assert draai(python(f"import os, sys; sys.exit(len({outside} & os.environ.keys()))")).code == 0


@pytest.mark.parametrize("terminal", [True, False])
def test_a_terminal_is_eighty_by_twenty_four(terminal: bool) -> None:
    code = "import os, sys; sys.exit(3 if sys.stdout.isatty() and os.get_terminal_size() == (80, 24) else 4)"
    assert draai(python(code, terminal=terminal)).code == (3 if terminal else 4)


def test_a_terminal_takes_more_than_it_can_hold() -> None:
    assert draai(python("print('x' * 1_000_000)", terminal=True)).code == 0


def test_what_takes_too_long_is_stopped_with_all_it_started() -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    with pytest.raises(MislukteLoopError) as raised:
        meet(python(f"{child}\nimport signal\nsignal.pause()"), None, times=1, limit=0.5)
    assert raised.value.duurde_te_lang


@pytest.mark.parametrize(
    ("code", "said"), [("raise SystemExit(2)", "nog niet"), ("raise SystemExit(70)", "mislukt, 70")]
)
def test_a_row_that_cannot_be_measured_says_so(code: str, said: str) -> None:
    assert uitkomst(Rij("groep", "rij", python(code)), 1).opmerking == said
    assert (
        uitkomst(Rij("groep", "rij", None, niet="niet te installeren"), 1).opmerking == "niet te installeren"
    )


def test_the_table_has_ratios_beside_goals() -> None:
    beside = Meting((loop(2.0), loop(1.0), loop(9.0)), (loop(1.0), loop(1.0), loop(6.0)))
    rows = [
        Uitkomst(Rij("Groot", "`status`", python(""), python(""), "`git status`", 1.4), beside),
        Uitkomst(Rij("Groot", "geheugen", python(""), doel=150), Meting((loop(0.5, 90), loop(0.7, 200)))),
        Uitkomst(Rij("Groot", "`zoek`", python(""), python(""), "`grep -rl`", 1.0), opmerking="nog niet"),
        Uitkomst(Rij("Klein", "leeg", python(""), python(""), "niets"), beside),
    ]
    assert tabellen(rows) == (
        "### Groot\n\n"
        "| wat | naast | keer | laagste tot hoogste | doel | gehaald | seconden |\n"
        "|---|---|--:|---|--:|---|---|\n"
        "| `status` | `git status` | 1,50 | 1,00 tot 2,00 | 1,40 | nee | 2 / 1 |\n"
        "| geheugen |  | 200 MB |  | 150 MB | nee | 0,6 |\n"
        "| `zoek` | `grep -rl` | nog niet |  | 1,00 |  |  |\n\n"
        "### Klein\n\n"
        "| wat | naast | keer | laagste tot hoogste | doel | gehaald | seconden |\n"
        "|---|---|--:|---|--:|---|---|\n"
        "| leeg | niets | 1,50 | 1,00 tot 2,00 |  |  | 2 / 1 |\n"
    )


def test_the_page_has_a_place_for_the_table(tmp_path: Path) -> None:
    page = tmp_path / "snelheid.md"
    page.write_text((ROOT / "docs" / "snelheid.md").read_text("utf-8"), "utf-8")
    for text in ("de ene tabel\n", "de andere tabel\n"):
        vervang(page, text)
    said = page.read_text("utf-8")
    assert "de ene tabel" not in said
    assert said.endswith("<!-- meting -->\n\nde andere tabel\n\n<!-- einde meting -->\n")
    assert "kernen" in machine(7)
    with pytest.raises(LookupError):
        vervang(ROOT / "README.md", "")


def test_a_change_is_another_one_every_time_and_can_be_taken_back(tmp_path: Path) -> None:
    maak(tmp_path / "boom", 9)
    before = inhoud(tmp_path / "boom")
    change = Wijziging(tmp_path / "boom", 5)
    change()
    once = inhoud(tmp_path / "boom")
    change()
    twice = inhoud(tmp_path / "boom")
    differ = [path for path in before if len({before[path], once[path], twice[path]}) == 3]
    assert len({path.split("/")[0] for path in differ}) == len(differ) == 5
    change.terug()
    assert inhoud(tmp_path / "boom") == before


def test_every_row_names_what_is_there(tmp_path: Path) -> None:
    rows = list(rijen(Bomen(tmp_path), cycli=10, klein=4))
    assert len({(row.groep, row.naam) for row in rows}) == len(rows)
    for row in rows:
        assert row.opdracht is not None
        assert row.opdracht.map is None or row.opdracht.map.is_dir()


def test_an_advice_is_written_and_taken_away(tmp_path: Path) -> None:
    tree = tmp_path / "boom"
    maak(tree, 9)
    place = Advies(tree)
    before = inhoud(place.folder)
    for way in ("eigen", "kaal"):
        script = ROOT / "bench" / "naast" / "schrijf.py"
        assert draai(Opdracht((sys.executable, script, way, *place.argv))).code == 0
        assert len(inhoud(place.folder)) == len(before) + 1
        place.weg()
    assert inhoud(place.folder) == before
