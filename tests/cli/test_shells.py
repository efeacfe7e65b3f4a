"""Tab in the real shells: what stands on the line afterwards, and that nothing else happens."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, GROEP, MaakTerminal

pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")

from tests.shells import TAB, WIS, Shell, nodig, omgeving, script  # needs pexpect

#: Names that a shell would run, split or misread if they came on its line as they are.
VIJANDIG = (
    *("2027-a$(touch GERAAKT)", "2027-`touch GERAAKT`", "2027-a;touch GERAAKT", "2027-a b", "2027-a'b"),
    *('2027-a"b', "2027-a\nb", "2027-\x1b]0;x\x07", "2027-café", "2027-a|b", "2027-*", "2027-\u202eb"),
    *("2027-$HOME", "2027-%F{red}", "2027-a\\b", "2027-a\tb", "-rf", "2027-A"),
)
#: A name of somebody; it is shown beside an id, and is no more than that.
NAAM = "$(touch GERAAKT) `touch GERAAKT` ${(e)x} %F{red} : [z]"


@pytest.fixture(params=["bash", "zsh", "fish"])
def shell(cyclus: Path, tmp_path: Path, request: pytest.FixtureRequest, maak_terminal: MaakTerminal) -> Shell:
    found: Shell = maak_terminal(cyclus.parent, Shell, shell=request.param, thuis=tmp_path / "thuis")
    return found


def _geraakt(shell: Shell) -> list[Path]:
    return [*shell.folder.rglob("GERAAKT*"), *shell.thuis.rglob("GERAAKT*")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"leercyclus stat{TAB}", "status"),
        (f"leercyclus status {TAB}", f"status {CYCLUS}"),
        (f"leercyclus status --te{TAB}", "status --te-laat"),
        (f"leercyclus advies {CYCLUS} --van directeur-s{TAB}", f"advies {CYCLUS} --van directeur-sed"),
        (f"leercyclus status --thema=reg{TAB}", "status --thema=regionale-samenwerking"),
        (f"leercyclus les --bevestigt ingebouwd/st{TAB}", "les --bevestigt ingebouwd/stap-terug"),
        (f"leercyclus meenemen {CYCLUS} --wijze kop{TAB}", f"meenemen {CYCLUS} --wijze kopiëren"),
    ],
)
def test_tab_completes_a_word(shell: Shell, line: str, words: str) -> None:
    assert shell.woorden(line) == ["leercyclus", *words.split()]


@pytest.mark.parametrize("begin", ["nee", "neemt\\ n", "'neemt n", '"neemt n'])
def test_a_choice_of_more_words_stays_one_word(shell: Shell, begin: str) -> None:
    line = f"leercyclus opvolging {CYCLUS} --voornemen {begin}{TAB}{'n' + TAB if begin == 'nee' else ''}"
    assert shell.woorden(line) == ["leercyclus", "opvolging", CYCLUS, "--voornemen", "neemt niet over"]


def test_only_the_command_at_the_cursor_counts(shell: Shell) -> None:
    shell.typ(f"leercyclus status --json | leercyclus lessen stap{TAB}")
    shell.ziet("| leercyclus lessen stap-terug")


def test_what_stands_behind_the_cursor_does_not_count(shell: Shell) -> None:
    back = "\x02" * len(" --json")
    assert shell.woorden(f"leercyclus stat --json{back}{TAB}")[:2] == ["leercyclus", "status"]


def test_a_name_that_a_shell_would_run_is_not_offered(shell: Shell) -> None:
    for name in VIJANDIG:
        (shell.folder / name).mkdir()
        (shell.folder / name / "cyclus.toml").write_text("versie = 1\n", "utf-8")
    assert shell.woorden(f"leercyclus status {TAB}") == ["leercyclus", "status", CYCLUS]
    assert shell.woorden(f"leercyclus status 2027-a{TAB}{TAB}") == ["leercyclus", "status", "2027-a"]
    assert _geraakt(shell) == []


def test_what_is_said_of_a_word_is_never_run(shell: Shell) -> None:
    text = GROEP.replace('"Directeur Venlo"', f"'''{NAAM}'''")
    (shell.folder / "leertraject.toml").write_text(text, "utf-8")
    shell.typ(f"leercyclus status --voor directeur-{TAB}{TAB}")
    shell.ziet("irecteur-venlo")  # fish shortens what all have in common
    if "bash" not in shell.opdracht:  # which shows no more than the words
        shell.ziet(" ".join(NAAM.split()))
    assert shell.woorden(f"{WIS}leercyclus") == ["leercyclus"]
    assert _geraakt(shell) == []


@pytest.mark.parametrize("option", ["--lees ", "--lees="])
def test_a_file_is_looked_up_by_the_shell(shell: Shell, option: str) -> None:
    name = "mijn $(touch GERAAKT) blad.md"
    (shell.folder / name).touch()
    words = shell.woorden(f"leercyclus advies {option}mijn{TAB}")
    assert words[2:] == ([option.strip(), name] if option.endswith(" ") else [option + name])
    assert _geraakt(shell) == []


@pytest.mark.parametrize("option", ["--map ", "--map="])
def test_for_a_folder_no_file_is_offered(shell: Shell, option: str) -> None:
    (shell.folder / "ander.toml").touch()
    (shell.folder / "andere").mkdir()
    words = shell.woorden(f"leercyclus status {option}and{TAB}")
    assert " ".join(words[2:]).rstrip("/") == f"{option}andere"


def test_nothing_is_offered_nor_said_where_nothing_can_be_read(shell: Shell) -> None:
    (shell.folder / "leertraject.toml").write_text("[[deelnemers\n", "utf-8")
    assert shell.woorden(f"leercyclus status --voor {TAB}{TAB}dir") == [
        "leercyclus",
        "status",
        "--voor",
        "dir",
    ]
    assert "fout" not in shell.alles()


def test_the_script_says_what_it_offers_and_why(shell: Shell) -> None:
    shell.typ(f"leercyclus status --te-laat --j{TAB}{TAB}")
    shell.ziet("--json")
    if "bash" not in shell.opdracht:
        shell.ziet("Als JSON, voor scripts")


def test_fish_tells_what_it_offers_by_itself(cyclus: Path, tmp_path: Path) -> None:
    line = "leercyclus status "
    done = subprocess.run(
        [nodig("fish"), "-c", f"source (echo {_gequote(script('fish'))} | psub); complete -C '{line}'"],
        cwd=cyclus.parent,
        env=omgeving(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{CYCLUS}\n"


def _gequote(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_its_shell_can_read(shell_name: str, tmp_path: Path) -> None:
    path = tmp_path / "aanvulling"
    path.write_text(script(shell_name), "utf-8")
    done = subprocess.run([nodig(shell_name), "-n", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
