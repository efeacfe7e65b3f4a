"""leercyclus aanvulling: the script for a shell, and where it belongs."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tests.conftest import Geef, MaakTerminal


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed_and_nothing_else(geef: Geef, shell: str) -> None:
    result = geef("aanvulling", shell)
    assert (result.code, result.err) == (0, "")
    assert result.out == (files("leercyclus") / "aanvulling" / f"leercyclus.{shell}").read_text("utf-8")


def test_without_a_name_it_is_for_the_shell_one_works_in(geef: Geef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert geef("aanvulling").out == geef("aanvulling", "fish").out


@pytest.mark.parametrize("known", ["", "/bin/tcsh"])
def test_a_shell_that_is_not_known_has_to_be_named(
    geef: Geef, monkeypatch: pytest.MonkeyPatch, known: str
) -> None:
    monkeypatch.setenv("SHELL", known)
    result = geef("aanvulling")
    assert (result.code, result.out) == (2, "")
    assert result.err == "fout: noem uw shell; kies uit bash, zsh, fish\n"


def test_for_another_shell_there_is_none(geef: Geef) -> None:
    result = geef("aanvulling", "tcsh")
    assert (result.code, result.out) == (2, "")
    assert result.err == "fout: voor 'tcsh' is er geen aanvulling; kies uit bash, zsh, fish\n"


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", "~/.local/share/bash-completion/completions/leercyclus"),
        ("zsh", "~/.zfunc/_leercyclus"),
        ("fish", "~/.config/fish/completions/leercyclus.fish"),
    ],
)
def test_at_a_terminal_it_says_where_the_script_belongs(
    tmp_path: Path, maak_terminal: MaakTerminal, shell: str, place: str
) -> None:
    terminal = maak_terminal(tmp_path, columns=140)
    terminal.start("aanvulling", shell)
    assert f"bewaar dit met: leercyclus aanvulling {shell} > {place}" in terminal.einde().splitlines()


def test_help_says_it_for_all_shells(geef: Geef) -> None:
    said = " ".join(geef("aanvulling", "--help").out.split())
    for place in ("completions/leercyclus", "~/.zfunc/_leercyclus", "completions/leercyclus.fish"):
        assert place in said
