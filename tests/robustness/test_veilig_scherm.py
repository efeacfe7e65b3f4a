"""Nothing that a command prints does anything to a terminal or a pipe, whatever it is told to print."""

from __future__ import annotations

import importlib
import inspect
import io
import json
import re
import shutil
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import example, given
from hypothesis import strategies as st
from pexpect import EOF
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import leercyclus
from leercyclus import app
from leercyclus.cli import main
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.kring import Kring
from leercyclus.domain.soorten import LEERTRAJECT, SOORTEN
from leercyclus.domain.tekst import is_refused
from leercyclus.gesprek.scherm.invoer import Scherminvoer
from leercyclus.render import json_uit, scherm
from tests.conftest import MaakTerminal
from tests.opdrachtlijst import _mark
from tests.robustness.vijandig import (
    ARGUMENT,
    CYCLUS,
    GEWEIGERD,
    LEERTRAJECTEN,
    MERK,
    REEKSEN,
    TOEGESTAAN,
    VERBODEN,
    als_toml,
    in_git,
    namen,
)
from tests.terminal import CTRL_C, UP, plak

PACKAGE = Path(leercyclus.__file__).parent

VERBODEN_TEKEN = re.compile(f"[{re.escape(''.join(VERBODEN))}]")
#: An argument that makes JSON of the output, whatever else is given.
JSON = {"--json", "json", "sarif"}
Uit = tuple[int, str, str]
Vraag = Callable[..., Uit]


def levend(raw: bytes) -> list[str]:
    """The characters in an output that are never in one; it is UTF-8, so no half ones."""
    return VERBODEN_TEKEN.findall(raw.decode("utf-8"))


@pytest.fixture
def vraag(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Vraag:
    """Give a command, and see that all it said is safe, and no word of a bug."""

    def ask(*arguments: str, stdin: bytes = b"", bug: bool = False) -> Uit:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfdbinary.readouterr()
        code = main(arguments)
        out, err = capfdbinary.readouterr()
        assert levend(out) == [], arguments
        assert levend(err) == [], arguments
        assert (code == 70) == bug, (arguments, err)
        if code in (0, 1) and JSON.intersection(arguments):
            json.loads(out, parse_constant=pytest.fail)
        return code, out.decode(), err.decode()

    return ask


@pytest.fixture(scope="session")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each leertraject, made once, to be copied."""
    folder = tmp_path_factory.mktemp("vijandig")
    return {name: in_git(make(folder / name)) for name, make in LEERTRAJECTEN.items()}


@pytest.fixture
def leertraject(
    request: pytest.FixtureRequest, voorraad: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A copy of the one that the test names; also the working directory."""
    root = Path(shutil.copytree(voorraad[request.param], tmp_path / "leertraject", symlinks=True))
    monkeypatch.chdir(root)
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", "2027-10-01")
    monkeypatch.setenv("EDITOR", "true")  # another may draw on the screen itself
    monkeypatch.delenv("VISUAL", raising=False)
    return root


# every command, in every form

#: What makes each command do its work, beside the cyclus. A new command has to be added.
GENOEG: dict[str, tuple[str, ...]] = {
    "nieuw": ("Nog een", "--vraag", "Hoe?", "--vraagsteller", "directeur-oss", "--dag", "2028-04-15"),
    "vraag": ("--plaats", "Oss"),
    "zelfanalyse": ("--door", "directeur-oss", "--samenvatting", "Kort."),
    "interview": ("--invalshoek", "elders", "--gesprekspartner", "wethouder", "--door", "adviseur"),
    "gespreksnotitie": ("--spiegel", "Zo."),
    "verspreid": ("--door", "coordinator"),
    "intervisie": ("--plaats", "Oss"),
    "advies": ("--van", "directeur-venlo", "--tekst", "Begin klein."),
    "opvolging": ("directeur-sed-k3f9qa", "--voornemen", "overweegt", "--waarom", "Dus."),
    "terugkoppeling": ("--organisatie", "oss", "--kern", "Kort.", "--bestuur", "raad"),
    "meenemen": ("--door", "directeur-oss", "--wijze", "aanvullen", "--tekst", "Dit."),
    "les": ("--titel", "Een les", "--thema", "regionale-samenwerking", "--kern", "Zo."),
    "verder": (),
    "status": (),
    "toon": (),
    "lessen": (),
    "controleer": (),
    "begin": ("nieuwe-map", "--naam", "Nieuw"),
    "deelnemer": ("directeur-x", "--naam", "X"),
    "vergeet": ("directeur-venlo", "--toon"),
    "bewaartermijn": (),
    "haak": (),
    "exporteer": ("--voor", "vertrouwelijk", "--formaat", "jsonl"),
    "uitleg": (),
    "schema": (),
    "aanvulling": (),
}
#: What goes together, and is more than one option.
SAMEN: dict[str, list[tuple[str, ...]]] = {
    "interview": [("--plan", "--gesprek", f"intern, {TOEGESTAAN}", "--naar", "../plan.md")],
    "lessen": [(f"{CYCLUS}/wie-rekent",)],
    "vergeet": [("directeur-venlo", "--naar", "../verslag.md")],
    "toon": [("advies", "--formaat", "markdown"), ("les/wie-rekent",), ("gespreksnotitie",)],
    "exporteer": [
        *(("--formaat", "jsonl", "--voor", kring) for kring in Kring),
        ("--formaat", "parquet", "--voor", "groep", "--naar", f"../{MERK}.parquet"),
    ],
    "uitleg": [("LC012",)],
    "schema": [("les",), ("status",)],
    "aanvulling": [("bash",), ("zsh",), ("fish",)],
}


def test_every_command_is_given() -> None:
    assert set(GENOEG) == set(app.OPDRACHTEN)


def _opties(name: str) -> Iterator[tuple[Any, str | list[str]]]:
    """Every option and argument of a command, and what it can be."""
    function = inspect.signature(getattr(importlib.import_module(f"leercyclus.commands.{name}"), name))
    marks = {key: _mark(item.annotation) for key, item in function.parameters.items()}
    for param in (command := app.load(name)).get_params(typer.Context(command)):
        if param.name != "help":
            yield param, marks[param.name]


def _neemt(name: str, option: str) -> bool:
    return any(option in param.opts for param, _ in _opties(name))


def _begin(name: str) -> tuple[str, ...]:
    is_asked = any(mark == Aanbod.CYCLUS and param.name == "cyclus" for param, mark in _opties(name))
    return (name, CYCLUS) if is_asked and name != "les" else (name,)


def vormen(name: str) -> Iterator[tuple[str, ...]]:
    """The command as it is, with each option that needs no text, and what is listed above."""
    begin, enough = _begin(name), GENOEG[name]
    yield (name,)
    yield begin
    yield (*begin, *enough)
    yield (name, "--help")
    options = [param for param, _ in _opties(name) if param.param_type_name == "option"]
    flags = [param.opts[0] for param in options if param.is_flag]
    for flag in flags:
        yield (*begin, *enough, flag)
    if "--json" in flags and "--lijst" in flags:
        yield (*begin, "--lijst")
        yield (*begin, "--lijst", "--json")
    if "--blad" in flags:
        yield (*begin, "--blad")
        yield (*begin, "--blad", "--naar", "../blad.md")
        yield (*begin, "--lees", "../blad.md")
    for param, mark in _opties(name):
        if param.param_type_name == "option" and isinstance(mark, list):
            yield from ((*begin, param.opts[0], choice) for choice in mark)
    yield from ((*begin, *more) for more in SAMEN.get(name, []))


@pytest.mark.parametrize("leertraject", LEERTRAJECTEN, indirect=True)
@pytest.mark.parametrize("name", GENOEG)
def test_what_is_in_the_files_does_nothing(vraag: Vraag, leertraject: Path, name: str) -> None:
    for words in vormen(name):
        vraag(*words)


# what somebody types


def teksten(name: str) -> Iterator[tuple[str, ...]]:
    """The command with a wild text for each argument and option that takes any."""
    begin, enough = _begin(name), GENOEG[name]
    yield (name, ARGUMENT)
    yield (*begin, ARGUMENT)
    yield (*begin, f"--{ARGUMENT}")
    yield (*begin, *enough, ARGUMENT, ARGUMENT)
    for param, _ in _opties(name):
        if param.param_type_name == "option" and not param.is_flag:
            yield (*begin, param.opts[0], ARGUMENT)
            yield (*begin, *enough, param.opts[0], ARGUMENT)
            yield (*begin, *enough, param.opts[0], TOEGESTAAN)
        elif param.param_type_name == "option":
            yield (*begin, f"{param.opts[0]}={ARGUMENT}")


@pytest.mark.parametrize("leertraject", ["toegestaan"], indirect=True)
@pytest.mark.parametrize("name", GENOEG)
def test_what_is_typed_does_nothing(vraag: Vraag, leertraject: Path, name: str) -> None:
    for words in teksten(name):
        vraag(*words)


@pytest.mark.parametrize("leertraject", ["toegestaan"], indirect=True)
@pytest.mark.parametrize("name", [name for name in GENOEG if _neemt(name, "--lees")])
def test_what_is_handed_in_does_nothing(vraag: Vraag, leertraject: Path, name: str) -> None:
    for path in _aangeleverd(leertraject, name):
        vraag(*_begin(name), "--lees", str(path))
        vraag(*_begin(name), *GENOEG[name], "--lees", "-", stdin=path.read_bytes())


def _aangeleverd(root: Path, name: str) -> Iterator[Path]:
    folder = root.parent / "aangeleverd"
    folder.mkdir()
    kinds = [kind for kind in SOORTEN if kind.opdracht == name] or [LEERTRAJECT]
    contents: dict[str, str | bytes] = {
        "stuk.toml": als_toml(kinds[0].model),
        "stuk.json": json.dumps({"versie": 1, GEWEIGERD: ARGUMENT, "door": [ARGUMENT], "datum": ARGUMENT}),
        "kapot.toml": f'a = "{GEWEIGERD}',
        "kapot.json": f"{{{GEWEIGERD}",
        "blad.md": f"[blad {GEWEIGERD}]\n{GEWEIGERD}\n[vraag {TOEGESTAAN}]\n{GEWEIGERD}\n[einde]\n",
        "lijst.csv": f"id;naam;{GEWEIGERD}\n{GEWEIGERD};{GEWEIGERD};{GEWEIGERD}\n",
        "goede-kop.csv": f"id,naam,rol\n{GEWEIGERD},{TOEGESTAAN},{GEWEIGERD}\nx,{TOEGESTAAN},\n",
        "latijn.toml": b"a = '\xff\x1b]0;gif\x07'",
        f"{next(namen())}.toml": als_toml(kinds[0].model),
    }
    for file, content in contents.items():
        path = folder / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield path


@pytest.mark.parametrize("leertraject", ["toegestaan"], indirect=True)
@pytest.mark.parametrize("name", ["LEERCYCLUS_MAP", "LEERCYCLUS_VANDAAG", "COLUMNS", "TERM", "NO_COLOR"])
def test_a_setting_does_nothing(
    vraag: Vraag, leertraject: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, ARGUMENT)
    vraag("status")
    vraag("toon", CYCLUS)


@pytest.mark.parametrize("leertraject", LEERTRAJECTEN, indirect=True)
def test_what_tab_offers_does_nothing(
    vraag: Vraag, leertraject: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in GENOEG:
        options = [param.opts[0] for param, _ in _opties(name) if param.param_type_name == "option"]
        for line in (f"{name} ", f"{name} {CYCLUS} ", *(f"{name} {option} " for option in options)):
            for text in (line, f"{line}{ARGUMENT}"):
                monkeypatch.setenv("_LEERCYCLUS_AANVULLING", f"leercyclus {text}")
                vraag()


# what is shown of it


@pytest.mark.parametrize("leertraject", ["toegestaan"], indirect=True)
@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", CYCLUS),
        ("toon", CYCLUS),
        ("lessen",),
        ("lessen", f"{CYCLUS}/wie-rekent"),
        ("controleer",),
        ("zelfanalyse", CYCLUS, "--lijst"),
        ("toon", CYCLUS, "--formaat", "json"),
        ("controleer", "--formaat", "sarif"),
    ],
    ids=" ".join,
)
def test_nothing_is_taken_as_markup_or_as_the_code_of_an_emoji(
    vraag: Vraag, leertraject: Path, words: tuple[str, ...]
) -> None:
    _, out, _ = vraag(*words)
    assert out.count(f"{MERK}[/x][li") == out.count("gif[") > 0


@pytest.mark.parametrize("leertraject", ["toegestaan"], indirect=True)
def test_nothing_is_taken_as_markdown(vraag: Vraag, leertraject: Path) -> None:
    for words in (("toon", CYCLUS, "--formaat", "markdown"), ("gespreksnotitie", CYCLUS, "--blad")):
        _, out, _ = vraag(*words)
        assert "gif\\[b\\]:x:\\[/x\\]" in out


@pytest.mark.parametrize("leertraject", ["geweigerd"], indirect=True)
def test_json_loses_nothing(vraag: Vraag, leertraject: Path) -> None:
    _, out, _ = vraag("toon", CYCLUS, "--formaat", "json")
    records = json.loads(out)["stukken"]
    assert len(records) > 10
    for record in records:
        there = tomllib.loads((leertraject / record["bestand"]).read_text("utf-8"))
        assert json.dumps(record["inhoud"]) == json.dumps(there, default=str)


@pytest.mark.parametrize("leertraject", ["kapot"], indirect=True)
def test_json_has_the_names_of_files_as_they_are(vraag: Vraag, leertraject: Path) -> None:
    _, out, _ = vraag("controleer", "--formaat", "json")
    found = {item["bestand"] for item in json.loads(out)["bevindingen"]}
    assert {f"{CYCLUS}/adviezen/{name}.toml" for name in namen()} <= found


@pytest.mark.parametrize("leertraject", ["geweigerd"], indirect=True)
def test_an_export_loses_nothing(vraag: Vraag, leertraject: Path) -> None:
    _, out, _ = vraag("exporteer", *GENOEG["exporteer"])
    rows = [json.loads(line, parse_constant=pytest.fail) for line in out.split("\n")[:-1]]
    there = [tomllib.loads(path.read_text("utf-8")) for path in leertraject.rglob("*.toml")]
    assert len(rows) == len(there) > 20
    said, read = (
        [json.dumps(item, default=str) for item in items]
        for items in ([row["inhoud"] for row in rows], there)
    )
    assert sorted(said) == sorted(read)


@given(st.text())
@example(GEWEIGERD)
@example("\udc80\ud800")
def test_json_reads_back_as_what_was_written(text: str) -> None:
    made = json_uit.dumps({text: [text]})
    assert json.loads(made) == {text: [text]}
    assert not VERBODEN_TEKEN.search(made)


def test_json_stays_readable() -> None:
    assert json_uit.dumps(["één ‘vraag’ 🏊"]) == '[\n  "één ‘vraag’ 🏊"\n]'


@pytest.mark.parametrize("leertraject", ["toegestaan"], indirect=True)
def test_json_has_no_numbers_that_are_none(vraag: Vraag, leertraject: Path) -> None:
    path = leertraject / CYCLUS / "cyclus.toml"
    path.write_text("getallen = [nan, inf, -inf, 0.5]\n" + path.read_text("utf-8"), "utf-8")
    _, out, _ = vraag("toon", CYCLUS, "cyclus", "--formaat", "json")
    (record,) = json.loads(out)["stukken"]
    assert record["inhoud"]["getallen"] == ["nan", "inf", "-inf", 0.5]


# files for people


@pytest.mark.parametrize("leertraject", LEERTRAJECTEN, indirect=True)
@pytest.mark.parametrize("name", [name for name in GENOEG if _neemt(name, "--blad")])
def test_a_sheet_holds_nothing_that_a_record_refuses(vraag: Vraag, leertraject: Path, name: str) -> None:
    for sheet in (leertraject.parent / "blad.md", leertraject.parent / "blad.docx"):
        code, _, _ = vraag(*_begin(name), "--blad", "--naar", str(sheet))
        assert sheet.exists() == (code == 0)
        if code == 0:
            text = sheet.read_text("utf-8") if sheet.suffix == ".md" else _in_word(sheet)
            assert [char for char in text if is_refused(char)] == []


def _in_word(sheet: Path) -> str:
    with zipfile.ZipFile(sheet) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


# the way out itself


def test_a_command_that_thinks_of_nothing_is_safe_too(
    vraag: Vraag, groep: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kort(omgeving: object) -> int:
        print(ARGUMENT, "\0", flush=True)
        print(ARGUMENT, file=sys.stderr)
        sys.stdout.writelines([ARGUMENT, "\0"])
        scherm.console().print(ARGUMENT, Text(ARGUMENT), [ARGUMENT])
        table = Table(ARGUMENT, title=ARGUMENT, caption=ARGUMENT)
        table.add_row(Text(ARGUMENT, style="bold"))
        scherm.print_group(scherm.console(), Group(table, Padding(ARGUMENT, 1)))
        return 0

    monkeypatch.setattr("leercyclus.commands.kort.kort", kort)
    code, out, err = vraag()
    assert code == 0, err
    assert out.count(MERK) >= 10
    assert MERK in err


def test_a_bug_is_told_safely(vraag: Vraag, groep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kort(omgeving: object) -> int:
        raise RuntimeError(ARGUMENT)

    monkeypatch.setattr("leercyclus.commands.kort.kort", kort)
    _, _, err = vraag(bug=True)
    assert MERK in err


def test_what_fields_are_drawn_with_lets_nothing_through(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    output = Scherminvoer()._output
    output.write(f"een\r\n{GEWEIGERD}")
    output.flush()
    said = capfdbinary.readouterr().err
    assert said.startswith(b"een\r\n" + MERK.encode())
    assert levend(said.removeprefix(b"een\r\n").replace(b"\r", b"", GEWEIGERD.count("\r"))) == []


def test_nothing_goes_round_the_way_out() -> None:
    """Only where codes of a library have to arrive, and text is made harmless before it meets them."""
    rounds = re.compile(
        r"\.buffer\.write|__std(?:out|err)__|rich_proxied_file|os\.write|write_raw|create_output|\bConsole\(|"
        r"from_markup|from_ansi|\bPanel\b|typer\.(?:secho|echo|style)"
    )
    found = {
        (path.relative_to(PACKAGE).as_posix(), match[0])
        for path in PACKAGE.rglob("*.py")
        for match in rounds.finditer(path.read_text("utf-8"))
    }
    assert found == {
        ("commands/exporteer.py", ".buffer.write"),  # Parquet, which is no text: never to a terminal
        ("uitgang.py", "rich_proxied_file"),
        ("gesprek/scherm/invoer.py", "create_output"),
        ("render/hulp.py", "Panel"),  # nothing in it, or in its titles, is of a user
    }


# a real terminal


def _naakt(said: str) -> str:
    """What was sent to a terminal, without the sequences that Rich and prompt_toolkit send themselves."""
    for sequence in REEKSEN:
        assert sequence not in said
    assert "gif\x07" not in said
    return re.sub(r"\x1b\[\??[0-9;]*[A-Za-z]|\r|\x08", "", said)


@pytest.mark.parametrize("leertraject", ["toegestaan", "geweigerd"], indirect=True)
@pytest.mark.parametrize(
    "words",
    [("status",), ("toon", CYCLUS), ("lessen",), ("controleer",), ("status", GEWEIGERD.replace("\0", ""))],
    ids=lambda words: words[0],
)
def test_a_terminal_gets_no_sequence_of_ours(
    maak_terminal: MaakTerminal, leertraject: Path, words: tuple[str, ...]
) -> None:
    terminal = maak_terminal(leertraject)
    terminal.start(*words)
    terminal.child.expect(EOF)
    said = terminal.ruw()
    assert VERBODEN_TEKEN.findall(_naakt(said)) == []
    assert "\x1b[" in said or "fout:" in said  # with colours of Rich


@pytest.mark.parametrize("leertraject", ["toegestaan"], indirect=True)
@pytest.mark.parametrize("eenvoudig", ["", "1"])
@pytest.mark.parametrize(
    "words",
    [
        ("gespreksnotitie", CYCLUS, "--heropen"),
        ("interview", CYCLUS),
        ("advies", CYCLUS),
        ("advies", CYCLUS, "--van", "directeur-venlo", "--soort", "inzicht"),
        ("deelnemer",),
    ],
    ids=" ".join,
)
def test_a_conversation_sends_no_sequence_of_ours(
    maak_terminal: MaakTerminal, leertraject: Path, words: tuple[str, ...], eenvoudig: str
) -> None:
    """A choice, a line, what somebody types or pastes, and a text that is there the next time."""
    asked = r"(?:\| |: )$" if eenvoudig else re.escape("\x1b[?2004h")
    for _ in range(2):
        terminal = maak_terminal(leertraject, omgeving={"LEERCYCLUS_EENVOUDIG": eenvoudig})
        terminal.start(*words)
        terminal.child.expect(asked)
        terminal.typ(TOEGESTAAN if eenvoudig else plak(TOEGESTAAN) + UP + TOEGESTAAN)
        if eenvoudig:  # there Ctrl-C is not a key, and takes what was typed with it
            terminal.typ("\r")
            terminal.child.expect(asked)
        terminal.typ(CTRL_C)
        terminal.child.expect(EOF)
        own = _naakt(terminal.ruw()).replace(TOEGESTAAN, "")  # a terminal shows what is typed itself
        assert VERBODEN_TEKEN.findall(own) == []
