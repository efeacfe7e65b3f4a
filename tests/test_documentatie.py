"""What the README and docs show is true.

``python -m tests.test_documentatie`` renews the parts that are made: the output of the commands,
the table of commands, docs/woordenlijst.md, and what Tab knows of the commands.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from leercyclus.aanvulling.antwoord import OPDRACHTEN as OPDRACHTLIJST
from leercyclus.app import OPDRACHTEN
from leercyclus.checks.controle import VOORSCHRIFTEN
from leercyclus.domain.kring import Kring
from leercyclus.domain.soorten import GROEPSLES, SOORTEN
from leercyclus.hulp import PAGINAS
from leercyclus.render.export import kolommen
from leercyclus.render.uitvoer import UITVOER, schema
from leercyclus.render.voorschrift import bladzijde
from leercyclus.store.ingebouwd import dagorde, gespreksdelen
from leercyclus.store.uitleg import BEWAARD, voorschriften, woorden
from tests.conftest import CYCLUS, GROEP, NIEUW
from tests.opdrachtlijst import hulplijst, opdrachtlijst

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BEVINDINGEN = ROOT / "docs" / "bevindingen.md"
WOORDEN = ROOT / "src" / "leercyclus" / "woorden.toml"
WOORDENLIJST = ROOT / "docs" / "woordenlijst.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_VELD = re.compile(r"<!-- veld -->\n\n```text\n.*?```", re.DOTALL)
_TABLE = re.compile(r"<!-- opdrachten -->.*?(?=\n## )", re.DOTALL)


def commands(block: str) -> list[str]:
    """The commands of a block, each with its continuation lines."""
    found: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(line[2:])
        elif line.startswith(">") and found and _goes_on(found[-1]):
            found[-1] += "\n" + line[2:]
    return found


def _goes_on(command: str) -> bool:
    """Whether a shell would ask for another line."""
    return command.endswith("\\") or ("<<EINDE" in command and not command.endswith("\nEINDE"))


class Sessie:
    """Runs the commands of the README one after another, as at a shell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.real: dict[str, str] = {}  # an id as the README has it -> the id that was made

    def run(self, command: str, shown: str) -> str:
        for written, made in self.real.items():
            command = command.replace(written, made)
        first = "status --te-laat" in command
        env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("LEERCYCLUS")},
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONUNBUFFERED": "1",
            **({} if first else {"LEERCYCLUS_VANDAAG": "2027-01-04"}),
        }
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=ROOT if first else self.folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=True,
        )
        self._learn(shown, done.stdout)
        return done.stdout

    def _learn(self, shown: str, said: str) -> None:
        for written, made in zip(_ids(shown), _ids(said), strict=False):
            self.real[written] = made


def _ids(text: str) -> list[str]:
    return [Path(line).stem for line in text.splitlines() if re.fullmatch(r"\S+-[a-z0-9]{6}\.toml", line)]


def renewed(text: str, folder: Path) -> str:
    """The README with the true output of every command."""
    session = Sessie(folder)

    def run(match: re.Match[str]) -> str:
        lines = []
        outputs = _outputs(match[1])
        for command, shown in zip(commands(match[1]), outputs, strict=True):
            said = session.run(command, shown)
            for written, made in session.real.items():
                said = said.replace(made, written)
            first, *more = command.split("\n")
            lines += [f"$ {first}", *(f"> {line}".rstrip() for line in more), *said.rstrip("\n").split("\n")]
        return "```console\n" + "\n".join(lines) + "\n```"

    return _TABLE.sub(lambda _: _command_table(), _BLOCK.sub(run, text))


def _outputs(block: str) -> list[str]:
    """What the README shows below each command."""
    outputs: list[list[str]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            outputs.append([])
        elif outputs and not line.startswith(">"):
            outputs[-1].append(line)
    return ["\n".join(output) for output in outputs]


def _command_table() -> str:
    rows = "\n".join(f"| `{name}` | {short} |" for name, (_, short) in OPDRACHTEN.items())
    head = "| opdracht | doet |\n|---|---|\n| (geen) | Zeg in het kort wat er nu te doen is |"
    return f"<!-- opdrachten -->\n\n{head}\n{rows}\n"


def veld(folder: Path) -> str:
    """What a terminal shows of the first question of a zelfanalyse, half answered."""
    from tests.terminal import CTRL_C, Terminal

    (folder / "leertraject.toml").write_text(GROEP, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "leercyclus", *NIEUW],
        cwd=folder,
        env={**os.environ, "LEERCYCLUS_VANDAAG": "2027-01-04"},
        check=True,
        capture_output=True,
    )
    terminal = Terminal(folder)
    terminal.start("zelfanalyse", CYCLUS, "--door", "directeur-oss")
    terminal.veld("vraag 1 van")
    terminal.typ("Het begon in 2024, met een lekkend dak. De raad wilde het snel opgelost hebben, en")
    terminal.ziet("hebben, en")
    terminal.ziet("Ctrl-C stoppen")
    shown = terminal.alles()
    terminal.typ(CTRL_C)
    terminal.einde(130)
    return f"<!-- veld -->\n\n```text\n{shown}\n```"


def woordenlijst() -> str:
    """docs/woordenlijst.md, made from the glossary that `uitleg` shows."""
    lines = [
        "# Woordenlijst",
        "",
        "Gemaakt uit `src/leercyclus/woorden.toml`; dezelfde woorden geeft `leercyclus uitleg`.",
        "",
    ]
    for word in woorden():
        lines += [f"**{word.woord}**" + (f" ({', '.join(word.ook)})" if word.ook else ""), ""]
        lines += [" ".join([word.betekenis, word.doen]).strip(), ""]
    return "\n".join(lines).rstrip() + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    if shutil.which("bash") is None or os.name == "nt":
        pytest.skip("de sessie in de README is er een van een shell")
    yield tmp_path


def test_the_readme_shows_what_really_happens(folder: Path) -> None:
    text = README.read_text("utf-8")
    assert renewed(text, folder) == text


def test_the_field_in_the_readme_is_what_a_terminal_shows(tmp_path: Path) -> None:
    pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")
    assert veld(tmp_path) in README.read_text("utf-8")


def test_the_glossary_in_docs_is_that_of_the_program() -> None:
    assert WOORDENLIJST.read_text("utf-8") == woordenlijst()


SCRIPTEN = ROOT / "docs" / "scripten.md"
_UITVOER = re.compile(r"<!-- uitvoer -->.*", re.DOTALL)


def uitvoer_tabellen() -> str:
    """The keys of every JSON output, as tables."""
    parts = ["<!-- uitvoer -->"]
    for name, (_, command) in UITVOER.items():
        rows = "\n".join(f"| `{key}` | {kind} | {said} |" for key, kind, said in _keys(schema(name), ""))
        parts.append(f"### `{name}`: {command}\n\n| sleutel | soort | betekenis |\n|---|---|---|\n{rows}")
    return "\n\n".join(parts) + "\n"


def _keys(part: dict[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
    for name, inner in part.get("properties", {}).items():
        yield path + name, _kind(inner), inner.get("description", "")
        options = [inner, *inner.get("anyOf", [])]
        for option in options:
            below = option.get("items") or option
            mark = "[]" if "items" in option else ""
            if "properties" in below and below.get("required", [""])[0] not in ("code", "fase"):
                yield from _keys(below, f"{path}{name}{mark}.")


def _kind(part: dict[str, Any]) -> str:
    words = {"string": "tekst", "integer": "getal", "boolean": "ja/nee", "array": "lijst", "object": "tabel"}
    if "anyOf" in part:
        return " of ".join(_kind(option) for option in part["anyOf"])
    if "enum" in part:
        return " of ".join(f"`{choice}`" for choice in part["enum"])
    if part.get("format") == "date":
        return "datum"
    return words.get(part.get("type", ""), "null")


def test_the_keys_in_scripten_are_those_of_the_output() -> None:
    assert SCRIPTEN.read_text("utf-8").endswith(uitvoer_tabellen())


EXPORT = ROOT / "docs" / "export.md"
_KOLOMMEN = re.compile(r"<!-- kolommen -->\n.*?(?=\n- )", re.DOTALL)


def kolomtabel() -> str:
    """The columns of an export, with what DuckDB makes of each."""
    types = {int: "INTEGER", str: "VARCHAR", dt.date: "DATE", Mapping: "JSON"}
    rows = [
        f"| `{item.naam}` | {types[item.soort]} | {'ja' if item.mag_leeg else 'nee'} | {item.betekenis} |"
        for item in kolommen()
    ]
    head = ["<!-- kolommen -->", "", "| kolom | in DuckDB | mag leeg | betekenis |", "|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def test_the_columns_in_docs_are_those_of_an_export() -> None:
    assert kolomtabel() in EXPORT.read_text("utf-8")


def test_the_page_of_findings_is_what_uitleg_says() -> None:
    assert BEVINDINGEN.read_text("utf-8") == bladzijde(VOORSCHRIFTEN.values())


def bewaarde_uitleg() -> str:
    """Every word and every rule, for ``uitleg``."""
    words = [{"ook": [], "doen": "", **row} for row in tomllib.loads(WOORDEN.read_text("utf-8"))["woorden"]]
    data = {
        "woorden": sorted(words, key=lambda row: row["woord"]),
        "voorschriften": [rule._asdict() for rule in VOORSCHRIFTEN.values()],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def test_what_is_explained_are_the_words_and_the_rules() -> None:
    made = BEWAARD.read_text("utf-8")
    assert made == bewaarde_uitleg(), "vernieuw uitleg.json met: python -m tests.test_documentatie"
    assert voorschriften() == VOORSCHRIFTEN


def test_what_tab_knows_of_the_commands_is_what_they_declare() -> None:
    made = OPDRACHTLIJST.read_text("utf-8")
    assert made == opdrachtlijst(), "vernieuw opdrachten.json met: python -m tests.test_documentatie"


def test_the_help_that_is_kept_is_that_of_the_commands() -> None:
    made = PAGINAS.read_text("utf-8")
    assert made == hulplijst(), "vernieuw hulp.json met: python -m tests.test_documentatie"


def test_the_running_order_in_docs_is_that_of_the_program() -> None:
    rows = "\n".join(f"| {name} | {sentence} |" for name, sentence in dagorde())
    assert rows in (ROOT / "docs" / "bladen.md").read_text("utf-8")


def test_the_parts_of_the_conversation_in_docs_are_those_of_the_program() -> None:
    page = (ROOT / "docs" / "vragen.md").read_text("utf-8")
    parts = gespreksdelen()
    ends = [part.vanaf - 1 for part in parts[1:]] + [99]
    for part, last in zip(parts, ends, strict=True):
        assert f"| {part.naam} | {part.vanaf}-{last} |" in page


def test_the_table_of_dependencies_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    optional = project["optional-dependencies"]
    needed = [*project["dependencies"], *optional["word"], *optional["parquet"]]
    names = {re.split("[<>=]", name)[0] for name in needed}
    page = (ROOT / "docs" / "architectuur.md").read_text("utf-8").split("## Dependencies")[1]
    assert set(re.findall(r"^\| ([\w-]+)(?= )(?!.*---)", page, re.MULTILINE)) - {"library"} == names


VEILIGHEID = ROOT / "docs" / "veiligheid.md"
_KRINGEN = re.compile(r"<!-- kringen -->.*?(?=\n## )", re.DOTALL)
_BELOFTE = re.compile(r"^\| .* \| `(.*?)` \|$", re.MULTILINE)


def kringen() -> str:
    """For which circle every key of every record is, as a table."""
    lines = ["<!-- kringen -->", "", f"| stuk | {' | '.join(Kring)} |", "|---|" + "---|" * len(Kring)]
    for soort in dict.fromkeys(kind for kind in SOORTEN if kind is not GROEPSLES):
        fields = {name: field for name, field in soort.velden.items() if name not in ("versie", "stand")}
        cells = [
            ", ".join(f"`{name}`" for name, field in fields.items() if field.kring is kring) or "-"
            for kring in Kring
        ]
        lines.append(f"| {soort.naam} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def test_the_circles_in_docs_are_those_of_the_fields() -> None:
    assert kringen() in VEILIGHEID.read_text("utf-8")


def test_every_promise_names_a_test_that_is_there() -> None:
    table = VEILIGHEID.read_text("utf-8").split("<!-- beloften -->")[1].split("\n## ")[0]
    named = _BELOFTE.findall(table)
    assert len(named) == table.count("\n| ") - 1
    assert [name for name in named if not (ROOT / "tests" / name).is_file()] == []


def test_every_kind_of_record_and_fase_is_explained() -> None:
    known = {name for word in woorden() for name in (word.woord, *word.ook)}
    assert {kind.naam for kind in SOORTEN} - known == set()


def test_links_in_the_docs_lead_somewhere() -> None:
    for page in (
        README,
        ROOT / "CONTRIBUTING.md",
        ROOT / "SECURITY.md",
        *sorted((ROOT / "docs").glob("*.md")),
    ):
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


if __name__ == "__main__":
    BEWAARD.write_text(bewaarde_uitleg(), "utf-8")  # first: Tab offers what can be explained
    OPDRACHTLIJST.write_text(opdrachtlijst(), "utf-8")
    PAGINAS.write_text(hulplijst(), "utf-8")
    with tempfile.TemporaryDirectory() as name:
        text = renewed(README.read_text("utf-8"), Path(name))
    with tempfile.TemporaryDirectory() as name:
        README.write_text(_VELD.sub(lambda _: veld(Path(name)), text), "utf-8")
    WOORDENLIJST.write_text(woordenlijst(), "utf-8")
    SCRIPTEN.write_text(_UITVOER.sub(lambda _: uitvoer_tabellen(), SCRIPTEN.read_text("utf-8")), "utf-8")
    EXPORT.write_text(_KOLOMMEN.sub(lambda _: kolomtabel(), EXPORT.read_text("utf-8")), "utf-8")
    VEILIGHEID.write_text(_KRINGEN.sub(lambda _: kringen(), VEILIGHEID.read_text("utf-8")), "utf-8")
    BEVINDINGEN.write_text(bladzijde(VOORSCHRIFTEN.values()), "utf-8")
