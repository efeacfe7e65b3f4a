"""The house keeps its shape: who may import whom, and what loads when."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from pathlib import Path

import pytest

import leercyclus
from tests.conftest import CYCLUS

PACKAGE = Path(leercyclus.__file__).parent
#: What each room may use, beside itself. Nothing goes upwards, and the rooms in the middle
#: (store, render, gesprek, checks) do not know each other.
ALLOWED = {
    "domain": set(),
    "store": {"domain"},
    "render": {"domain", "uitgang"},
    "checks": {"domain"},
    "gesprek": {"domain", "uitgang"},
    "commands": {"domain", "store", "render", "gesprek", "checks", "uitgang"},
    "app": {"domain", "commands", "nederlands"},
    "aanvulling": {"domain", "store"},
    "hulp": {"domain", "render"},
    "cli": {"domain", "gesprek", "app", "aanvulling", "hulp", "uitgang"},
    "uitgang": {"domain"},
    "nederlands": {"hulp"},
    "__main__": {"cli"},
    "openen": {"domain", "store", "checks"},
    "__init__": {"openen"},
}


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        node.module or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leercyclus.")
    }
    return {name.split(".")[1] for name in names}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_imports_go_down_only(path: Path) -> None:
    room = _room(path)
    assert _imports(path) - {room} <= ALLOWED[room]


def _modules_used(path: Path) -> set[str]:
    """The modules of ours that a file uses, also for its types only or within a function."""
    tree = ast.parse(path.read_text("utf-8"))
    used: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leercyclus"):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            used |= {name if name in MODULES else node.module or "" for name in names}
    return used & MODULES.keys() - {"leercyclus"}


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


MODULES = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def test_no_two_modules_need_each_other() -> None:
    order = graphlib.TopologicalSorter({name: _modules_used(path) for name, path in MODULES.items()})
    order.prepare()  # a circle is a CycleError that names it


@pytest.mark.parametrize(
    ("library", "place"),
    [
        ("prompt_toolkit", "gesprek/scherm"),
        ("docx", "render/blad/word.py store/bladen.py"),
        ("pyarrow", "render/parquet.py"),
        ("filelock", "store/afgeleid.py"),
        ("rich", "render"),
        ("rtoml", "store/toml/parser.py"),
        ("tomllib", "store/toml/parser.py domain/positions.py"),
        ("typer", "app.py nederlands.py commands"),
    ],
)
def test_a_library_is_used_in_one_place(library: str, place: str) -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES.values()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and _is_of(node, library)
    }
    assert users
    assert {user for user in users if not user.startswith(tuple(place.split()))} == set()


def _is_of(node: ast.Import | ast.ImportFrom, library: str) -> bool:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    return any(name.split(".")[0] == library for name in names)


def _loaded(code: str) -> set[str]:
    """The modules that a fresh Python has loaded after this code, beyond those it starts with."""
    printed = f"import sys; before = {{*sys.modules}}; {code}; print(*sys.modules.keys() - before)"
    done = subprocess.run([sys.executable, "-c", printed], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")[-2].split())


def test_progress_needs_no_pydantic() -> None:
    loaded = _loaded("import leercyclus.domain.fasen")
    assert "leercyclus.domain.stappen" in loaded
    assert not loaded & {"pydantic", "typer", "rich", "rtoml", "tomllib"}


def _geladen(*arguments: str) -> set[str]:
    return _loaded(f"from leercyclus.cli import main; main({list(arguments)!r})")


def test_the_version_is_told_without_anything() -> None:
    loaded = _geladen("--versie")
    assert not loaded & {"re", "enum", "typing", "collections", "typer"}
    assert len(loaded) <= 12


@pytest.mark.parametrize("arguments", [("--help",), ("lessen", "--help"), ("advies", "--help")], ids=" ".join)
def test_help_loads_no_command(arguments: tuple[str, ...]) -> None:
    loaded = _geladen(*arguments)
    assert "rich.panel" in loaded
    slow = {"pydantic", "typer", "rich.markdown", "rich.traceback"}
    assert not loaded & {*slow, "leercyclus.app", "leercyclus.commands", "leercyclus.domain.record"}
    assert len(loaded) <= 145


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("uitleg", "LC001"),
        ("uitleg", "zelfanalyse"),
        ("haak",),
        ("aanvulling", "bash"),
        ("schema",),
        ("statuus",),
    ],
    ids=" ".join,
)
def test_what_reads_no_records_loads_no_models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = _geladen(*arguments)
    assert "typer" in loaded
    assert not loaded & {"pydantic", "rich", "importlib.resources", "leercyclus.store.werkmap"}
    assert len(loaded) <= 155


@pytest.mark.parametrize(
    "line", ["status ", "status -", "status --voor ", f"opvolging {CYCLUS} ", f"toon {CYCLUS} ", "lessen "]
)
def test_tab_loads_no_command(line: str) -> None:
    folder = PACKAGE.parent.parent / "cycles"
    loaded = _loaded(
        f"import os; os.environ['_LEERCYCLUS_AANVULLING'] = 'leercyclus --map {folder} {line}';"
        "from leercyclus.cli import main; assert main([]) == 0"
    )
    assert "leercyclus.aanvulling.antwoord" in loaded
    slow = {"pydantic", "typer", "rich", "importlib.metadata", "dataclasses", "secrets"}
    assert not loaded & {*slow, "leercyclus.app", "leercyclus.commands"}


def test_json_needs_no_rich() -> None:
    folder = PACKAGE.parent.parent / "cycles"
    loaded = _geladen("status", "--json", "--map", str(folder))
    assert "rich.console" not in loaded


@pytest.mark.parametrize(
    ("arguments", "slow"),
    [(("status", "--json"), {"rich", "dataclasses"}), (("status",), set())],
    ids=["JSON", "table"],
)
def test_a_warm_run_loads_no_models_also_where_something_is_wrong(
    cyclus: Path, arguments: tuple[str, ...], slow: set[str]
) -> None:
    (cyclus / "cyclus.toml").write_text("versie = ", "utf-8")
    command = ("--map", str(cyclus.parent), *arguments)
    models = {"pydantic", "rtoml", "leercyclus.store.werkmap"}
    assert models <= _geladen(*command)
    assert not (models | slow) & _geladen(*command)


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("toon", CYCLUS),
        ("lessen",),
        ("exporteer", "--voor", "bestuur", "--formaat", "jsonl"),
        ("zelfanalyse", CYCLUS, "--door", "directeur-oss", "--samenvatting", "Kort."),
        ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein."),
        ("interview", CYCLUS, "--plan", "--gesprek", "intern, teamleider"),
        ("gespreksnotitie", CYCLUS, "--blad"),
    ],
    ids=" ".join,
)
def test_a_command_that_asks_nothing_loads_nothing_to_ask_with(
    cyclus: Path, arguments: tuple[str, ...]
) -> None:
    loaded = _loaded(f"from leercyclus.cli import main; assert main({list(arguments)!r}) == 0")
    assert "leercyclus.commands" in loaded
    slow = {"prompt_toolkit", "docx", "pyarrow", "asyncio", "filelock"}
    assert not {name for name in loaded if name.split(".")[0] in slow}
    assert not loaded & {f"leercyclus.commands.opnemen.{name}" for name in ("zitting", "bladlezen")}


@pytest.mark.parametrize("path", sorted((PACKAGE / "commands").glob("*.py")), ids=lambda path: path.stem)
def test_a_command_stays_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 200


@pytest.mark.parametrize("path", MODULES.values(), ids=MODULES)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
