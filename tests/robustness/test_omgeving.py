"""Surroundings that nobody chooses: the program does its work, or says what stands in the way."""

from __future__ import annotations

import datetime as dt
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, GROEP, NIEUW, Geef, MaakTerminal, Result, inhoud
from tests.robustness import strace
from tests.robustness.conftest import ZONDER_VOORRECHT, helder, proces

Lees = Callable[[], dict[tuple[str, ...], Result]]
ADVIES = ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein")
ALLEEN_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows kent dit niet")

OMGEVINGEN: dict[str, dict[str, str | None]] = {
    "nothing at all": dict.fromkeys((*os.environ, "LEERCYCLUS_VANDAAG"))
    | {"LEERCYCLUS_VANDAAG": "2027-01-04"},
    "no home": {"HOME": None},
    "a home that is not there": {"HOME": "/nergens"},
    "language C": {"LANG": "C", "LC_ALL": "C"},
    "ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "a language that is not there": {"LC_ALL": "xx_YY.UTF-8"},
    "10 columns": {"COLUMNS": "10"},
    "no columns": {"COLUMNS": "0"},
    "1 column": {"COLUMNS": "1"},
    "columns below nought": {"COLUMNS": "-5"},
    "columns that are no number": {"COLUMNS": "breed"},
    "a million columns": {"COLUMNS": "1000000"},
    "columns in other digits": {"COLUMNS": "\u0661\u0662"},
    "no terminal": {"TERM": None},
    "an unknown terminal": {"TERM": "nergens"},
    "colour": {"FORCE_COLOR": "1", "TERM": "xterm"},
    "warnings are errors": {"PYTHONWARNINGS": "error"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "an empty folder to work in": {"LEERCYCLUS_MAP": ""},
    "nowhere for temporary files": {"TMPDIR": "/nergens"},
}


@pytest.mark.parametrize("name", OMGEVINGEN)
def test_the_table_and_the_help_are_there_in_strange_surroundings(cyclus: Path, name: str) -> None:
    surroundings = OMGEVINGEN[name]
    table = proces("status", cwd=cyclus.parent, omgeving=surroundings)
    assert (table.returncode, table.stderr) == (0, b"")
    assert "○" in table.stdout.decode("utf-8")
    if "column" not in name:
        return
    help = proces("--help", cwd=cyclus.parent, omgeving=surroundings)
    assert (help.returncode, help.stderr) == (0, b"")
    assert "Gebruik" in help.stdout.decode("utf-8")


@ALLEEN_POSIX
@pytest.mark.parametrize("name", ["10 columns", "no columns", "1 column", "ASCII"])
def test_a_terminal_of_any_width_shows_everything(
    cyclus: Path, maak_terminal: MaakTerminal, name: str
) -> None:
    settings = {key: value for key, value in OMGEVINGEN[name].items() if value is not None}
    for arguments in (("status",), ("lessen", "stap-terug"), ("zelfanalyse",)):
        terminal = maak_terminal(cyclus.parent)
        terminal.start(*arguments, "--help" if arguments == ("zelfanalyse",) else "--map=.", **settings)
        assert "deed iets verkeerd" not in terminal.einde()


@ALLEEN_POSIX
@pytest.mark.parametrize("arguments", ["lessen", "status --json", "controleer", "toon " + CYCLUS])
def test_whoever_has_seen_enough_hears_nothing(cyclus: Path, arguments: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m leercyclus {arguments}"
    for reader in ("head -1", "true", "head -c 1"):
        done = subprocess.run(
            f"{command} | {reader}",
            shell=True,
            capture_output=True,
            cwd=cyclus.parent,
            timeout=60,
            check=False,
        )
        assert b"Broken" not in done.stderr
        assert b"Traceback" not in done.stderr
        assert b"fout" not in done.stderr.replace(b"0 fouten", b"").replace(b"geen fouten", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="alleen Linux heeft /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["status"],
        ["status", "--json"],
        ["toon", CYCLUS],
        ["controleer", "--formaat", "sarif"],
        ["schema"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_an_output_that_takes_nothing_gives_6(cyclus: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = proces(*arguments, cwd=cyclus.parent, stdout=full)
    assert done.returncode == 6
    assert "fout: de schijf is vol\n" in done.stderr.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="alleen Linux heeft /dev/full")
def test_a_record_is_kept_though_nobody_can_be_told(cyclus: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = proces(*ADVIES, cwd=cyclus.parent, stdout=full)
    assert done.returncode == 6
    assert len(list((cyclus / "adviezen").iterdir())) == 1
    with Path("/dev/full").open("wb") as full:
        done = proces("status", "2028-niets", cwd=cyclus.parent, stderr=full)
    assert done.returncode == 4


DAGEN = ("0001-01-01", "1969-01-01", "9999-12-31")


@pytest.mark.parametrize("vandaag", DAGEN)
@pytest.mark.parametrize("dag", DAGEN)
def test_the_ends_of_the_calendar_are_days_like_others(
    cyclus: Path, geef: Geef, lees_overal: Lees, monkeypatch: pytest.MonkeyPatch, vandaag: str, dag: str
) -> None:
    file = cyclus / "cyclus.toml"
    file.write_text(file.read_text("utf-8").replace("2027-04-15", dag), "utf-8")
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", vandaag)
    (cyclus / "opvolging").mkdir()
    (cyclus / "opvolging" / "x-1.toml").write_text(
        f'adviezen = ["x"]\ndoor = ["directeur-oss"]\ndatum = {dag}\nvoornemen = "overweegt"\n'
        f'waarom = "x"\nactie = "x"\nuiterlijk = {dag}\n',
        "utf-8",
    )
    data = json.loads(lees_overal()["status", "--json"].out)
    assert data["vandaag"] == vandaag
    assert data["cycli"][0]["intervisiedag"] == dag
    for arguments in (
        ("status", "--binnen", "100000"),
        ("status", "--jaar", dag[:4]),
        ("vraag", CYCLUS, "--dag", "9999-12-31"),
        ("vraag", CYCLUS, "--dag", "0001-01-01"),
        ADVIES,
        ("interview", CYCLUS, "--plan", "--gesprek", f"intern,teamleider,{dag}"),
        ("nieuw", "Ander", *NIEUW[2 : NIEUW.index("--dag")], "--dag", dag),
    ):
        assert helder(geef(*arguments)).code == 0


@pytest.mark.parametrize("value", ["-9999999", "9999999", "1" + "0" * 80, "-1" + "0" * 80])
def test_a_term_of_any_length_is_a_term(cyclus: Path, lees_overal: Lees, value: str) -> None:
    terms = "".join(
        f"{name} = {value}\n"
        for name in ("vraag", "zelfanalyse", "interviews", "verspreiding", "opvolging", "lessen", "uitkomst")
    )
    (cyclus.parent / "leertraject.toml").write_text(f"{GROEP}\n[termijnen]\n{terms}", "utf-8")
    (row,) = json.loads(lees_overal()["status", "--json"].out)["cycli"]
    assert row["fasen"][0]["uiterlijk"] is None or dt.date.fromisoformat(row["fasen"][0]["uiterlijk"])


@pytest.mark.parametrize(
    "value",
    [
        "",
        "morgen",
        "2027-2-3",
        "20270203",
        "2027-02-30",
        "0000-01-01",
        "10000-01-01",
        "-1",
        "\u0662027-01-01",
    ],
)
def test_a_today_that_is_no_day_is_refused(
    cyclus: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", value)
    result = helder(geef("status"))
    assert result.code == (2 if value else 0)
    assert not value or "LEERCYCLUS_VANDAAG" in result.err


@ALLEEN_POSIX
def test_a_working_folder_that_is_gone_is_told(cyclus: Path, tmp_path: Path) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    script = f"cd {shlex.quote(str(gone))} && rmdir {shlex.quote(str(gone))} && exec " + shlex.join(
        [sys.executable, "-P", "-m", "leercyclus"]
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    there = str(cyclus.parent)
    for arguments, code in (
        (["status"], 6),
        (["lessen"], 6),
        (["status", "--map", there], 0),
        (["--map", there, *ADVIES], 0),
        (["controleer", there], 6),
        (["--help"], 0),
        (["--versie"], 0),
    ):
        done = subprocess.run(
            f"{script} {shlex.join(arguments)}",
            shell=True,
            capture_output=True,
            text=True,
            env=environment,
            timeout=60,
            check=False,
        )
        gone.mkdir()
        helder(Result(done.returncode, done.stdout, done.stderr))
        assert done.returncode == code, (arguments, done.stderr)
        assert code == 0 or "map" in done.stderr


@ALLEEN_POSIX
def test_a_folder_that_may_not_be_written_is_read_and_refused(cyclus: Path, zonder_voorrecht: Geef) -> None:
    before = inhoud(cyclus.parent)
    for folder in (cyclus, cyclus.parent):
        folder.chmod(0o555)
    try:
        for reading in ((), ("status",), ("toon", CYCLUS), ("controleer",), ("advies", CYCLUS, "--lijst")):
            assert helder(zonder_voorrecht(*reading)).code == 0
        for arguments in (ADVIES, ("vraag", CYCLUS, "--dag", "2027-05-01"), (*NIEUW, "--id", "2027-x")):
            refused = helder(zonder_voorrecht(*arguments))
            assert refused.code == 6
            assert "geen toestemming" in refused.err
    finally:
        for folder in (cyclus.parent, cyclus):
            folder.chmod(0o755)
    assert inhoud(cyclus.parent) == before


@ALLEEN_POSIX
@pytest.mark.parametrize(
    ("arguments", "map"),
    [
        (("zelfanalyse", CYCLUS, "--door", "directeur-oss"), CYCLUS),
        (("advies", CYCLUS), CYCLUS),
        (("gespreksnotitie", CYCLUS, "--bewerk"), CYCLUS),
        (("interview", CYCLUS), f"{CYCLUS}/interviews"),
        (("les", "groep"), ""),
        (("nieuw",), ""),
        (("deelnemer",), ""),
        (("begin", "ander"), ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_where_nothing_may_be_written_nothing_is_asked(
    cyclus: Path, maak_terminal: MaakTerminal, arguments: tuple[str, ...], map: str
) -> None:
    folder = cyclus.parent / map
    folder.mkdir(exist_ok=True)
    folder.chmod(0o555)
    terminal = maak_terminal(cyclus.parent)
    try:
        terminal.spawn(
            sys.executable,
            ["-c", ZONDER_VOORRECHT, *arguments],
            {**os.environ, "TERM": "xterm", "LEERCYCLUS_VANDAAG": "2027-01-04", "EDITOR": "false"},
        )
        said = terminal.einde(6)
    finally:
        folder.chmod(0o755)
    assert "geen toestemming" in " ".join(said.split())
    assert said.lstrip().startswith("fout:")


#: Lets no file grow beyond this many bytes: what a full disk does, without a disk.
_VOL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
from leercyclus.cli import main
sys.exit(main(sys.argv[1:]))
"""


@ALLEEN_POSIX
@pytest.mark.parametrize("room", [0, 10])
def test_a_full_disk_leaves_everything_as_it_was(cyclus: Path, room: int) -> None:
    before = inhoud(cyclus.parent)
    for arguments in (
        ADVIES,
        ("vraag", CYCLUS, "--dag", "2027-05-01"),
        (*NIEUW, "--id", "2027-x"),
        ("deelnemer", "directeur-x", "--naam", "X"),
        ("advies", CYCLUS, "--blad", "--naar", "blad.md"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", _VOL.format(room), *arguments],
            cwd=cyclus.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert helder(Result(done.returncode, done.stdout, done.stderr)).code == 6
        assert "besturingssysteem weigerde" not in done.stderr
        now = inhoud(cyclus.parent)
        assert {name: raw for name, raw in now.items() if not name.startswith(".leercyclus/")} == before


@ALLEEN_POSIX
def test_what_was_typed_on_a_full_disk_is_given_back(cyclus: Path, maak_terminal: MaakTerminal) -> None:
    terminal = maak_terminal(cyclus.parent)
    terminal.spawn(
        sys.executable,
        ["-c", _VOL.format(0), "zelfanalyse", CYCLUS, "--door", "directeur-oss"],
        {**os.environ, "TERM": "xterm", "LEERCYCLUS_VANDAAG": "2027-01-04"},
    )
    terminal.veld("vraag 1 van")
    terminal.typ("Dit typte ik voor niets.")
    terminal.ziet("Dit typte ik voor niets.")
    terminal.typ("\x03")
    said = " ".join(terminal.einde(130).split())
    assert "kon niet bewaard worden; hier staat het" in said
    assert said.count("Dit typte ik voor niets.") >= 2
    assert not (cyclus / "zelfanalyse").exists()


@ALLEEN_POSIX
def test_ctrl_c_just_before_a_line_is_waited_for_is_heard(cyclus: Path, maak_terminal: MaakTerminal) -> None:
    strace.nodig()
    terminal = maak_terminal(cyclus.parent)
    leercyclus = (sys.executable, "-m", "leercyclus", "zelfanalyse", CYCLUS, "--door", "directeur-oss")
    # each time it looks whether it has a terminal, and that is right before it waits, ten milliseconds pass
    slowly = ("-o", os.devnull, "-e", "trace=ioctl", "-e", "inject=ioctl:delay_exit=10000")
    env = {**os.environ, "LEERCYCLUS_EENVOUDIG": "1", "LEERCYCLUS_VANDAAG": "2027-01-04"}
    terminal.spawn("strace", [*slowly, *leercyclus], env)
    terminal.child.timeout = 60
    terminal.zegt("vraag 1 van")
    terminal.child.expect(r"\n\| ")
    terminal.typ("\x03")
    terminal.einde(130)
