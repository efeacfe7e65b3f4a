"""``--bewerk``: a record in the editor of the user's choice. Nothing is lost, whatever the editor does."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CYCLUS, Geef

NOTITIE = ("gespreksnotitie", CYCLUS)
Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """An editor that does to the text what this Python says, with the text in ``tekst``."""

    def choose(code: str) -> None:
        script = tmp_path / "mijn editor.py"
        script.write_text(
            "import sys, pathlib\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "tekst = path.read_text('utf-8')\n"
            f"{code}\n"
            "path.write_text(tekst, 'utf-8')\n",
            "utf-8",
        )
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}' --wacht")

    monkeypatch.delenv("VISUAL", raising=False)
    return choose


@pytest.fixture
def notitie(cyclus: Path, geef: Geef) -> Path:
    assert geef(*NOTITIE, "--spiegel", "U vraagt om vertrouwen.").code == 0
    return cyclus / "gespreksnotitie.toml"


def kopieen(cyclus: Path) -> list[Path]:
    return sorted((cyclus.parent / ".leercyclus" / "bewerken").glob("*.toml"))


def test_what_is_written_in_the_editor_is_kept_to_the_letter(
    notitie: Path, geef: Geef, editor: Editor
) -> None:
    editor("tekst = '# van mij\\n' + tekst.replace('vertrouwen', 'geduld') + '\\n\\n# onderaan\\n'")
    result = geef(*NOTITIE, "--bewerk")
    assert result.code == 0, result.err
    assert result.out == f"{CYCLUS}/gespreksnotitie.toml\n"
    text = notitie.read_text("utf-8")
    assert text.startswith("# van mij\nversie = 1\n")
    assert text.endswith("\n\n# onderaan\n")
    assert "U vraagt om geduld." in text
    assert kopieen(notitie.parent) == []


def test_the_name_of_the_editor_is_split_as_a_shell_would(
    notitie: Path, geef: Geef, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("assert sys.argv[1] == '--wacht'; tekst += '# gezien\\n'")
    assert geef(*NOTITIE, "--bewerk").code == 0
    assert notitie.read_text("utf-8").endswith("# gezien\n")
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' -c 'raise SystemExit(3)'")  # goes before EDITOR
    assert "(3)" in geef(*NOTITIE, "--bewerk").err


def test_nothing_changed_writes_nothing(notitie: Path, geef: Geef, editor: Editor) -> None:
    before = notitie.read_bytes()
    editor("pass")
    result = geef(*NOTITIE, "--bewerk")
    assert (result.code, result.out) == (0, "")
    assert "er is niets gewijzigd" in result.err
    assert notitie.read_bytes() == before
    assert kopieen(notitie.parent) == []


def test_a_new_record_opens_with_every_question_and_what_is_meant(
    cyclus: Path, geef: Geef, editor: Editor, tmp_path: Path
) -> None:
    seen = tmp_path / "gezien.toml"
    editor(f"pathlib.Path({str(seen)!r}).write_text(tekst, 'utf-8')")
    who = ("zelfanalyse", CYCLUS, "--door", "directeur-oss")
    assert "er is niets gewijzigd" in geef(*who, "--bewerk").err
    assert not (cyclus / "zelfanalyse").exists()
    text = seen.read_text("utf-8")
    assert '# Hoe vat u uw zelfanalyse samen, voor wie maar één alinea leest?\nsamenvatting = ""' in text
    assert 'vraag = "eigen-rol"' in text
    assert '#     { partij = "", belang = "", ambitie = "", inzet = "" },' in text

    editor("tekst = tekst.replace('samenvatting = \"\"', 'samenvatting = \"Kort.\"')")
    made = geef(*who, "--bewerk")
    assert made.code == 0, made.err
    assert made.out.startswith(f"{CYCLUS}/zelfanalyse/directeur-oss-")
    assert 'samenvatting = "Kort."' in (cyclus.parent / made.out.strip()).read_text("utf-8")
    assert "1 bestand" not in geef("status").out
    assert "nog 3 verplichte" not in geef(*who, "--definitief").out


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("tekst = tekst.replace('spiegel', 'spigel')", ":5:1  onbekende sleutel 'spigel'"),
        ("tekst += 'kapot = \\n'", ":6:9  deze waarde is niet te lezen"),
        (
            "tekst = tekst.replace('[\"adviseur\"]', '[\"advies\"]')",
            ":3:9  door[1]: er is geen persoon 'advies'",
        ),
        ("tekst = tekst.replace('concept', 'definitief')", "'beelden_intern' ontbreekt"),
        ("tekst += '<<<<<<< HEAD\\n'", ":6:1  spiegel: hier staan twee versies van"),
    ],
    ids=["sleutel", "TOML", "persoon", "onaf", "conflict"],
)
def test_what_does_not_hold_is_told_with_its_line_and_kept_apart(
    notitie: Path, geef: Geef, editor: Editor, code: str, says: str
) -> None:
    before = notitie.read_bytes()
    editor(code)
    result = geef(*NOTITIE, "--bewerk")
    assert result.code == 3
    (copy,) = kopieen(notitie.parent)
    path = f".leercyclus/bewerken/{copy.name}"
    assert f"{path}{says if says[0] == ':' else ''}" in result.err
    assert says in result.err
    assert f"wat u schreef, staat nog in {path}" in result.err
    assert notitie.read_bytes() == before
    again = geef(*NOTITIE, "--bewerk")
    assert again.code == 5
    assert copy.name in again.err


def test_an_editor_that_fails_loses_nothing(notitie: Path, geef: Geef, editor: Editor) -> None:
    before = notitie.read_bytes()
    editor("path.write_text(tekst + '# half\\n', 'utf-8'); raise SystemExit(7)")
    result = geef(*NOTITIE, "--bewerk")
    assert result.code == 6
    assert "stopte met een fout (7)" in result.err
    assert notitie.read_bytes() == before
    (copy,) = kopieen(notitie.parent)
    assert copy.read_text("utf-8").endswith("# half\n")


@pytest.mark.skipif(os.name == "nt", reason="een map op de plek van een bestand kan daar niet")
def test_an_editor_that_puts_a_folder_in_its_place_is_told(notitie: Path, geef: Geef, editor: Editor) -> None:
    before = notitie.read_bytes()
    editor("path.unlink(); path.mkdir(); sys.exit(0)")
    result = geef(*NOTITIE, "--bewerk")
    assert result.code == 6
    assert f"{CYCLUS}--gespreksnotitie.toml: dit is geen gewoon bestand" in result.err
    assert notitie.read_bytes() == before


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("bestaat-echt-niet", 2, "'bestaat-echt-niet' is niet te starten"),
        ("'nooit dicht", 2, "sluit elk aanhalingsteken"),
    ],
)
def test_an_editor_that_is_none_is_told(
    notitie: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch, command: str, code: int, says: str
) -> None:
    monkeypatch.setenv("VISUAL", command)
    result = geef(*NOTITIE, "--bewerk")
    assert result.code == code
    assert says in result.err
    assert kopieen(notitie.parent) == []


def test_without_a_variable_a_common_editor_is_used(
    notitie: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "er is geen editor" in geef(*NOTITIE, "--bewerk").err
    nano = tmp_path / "nano"
    nano.write_text('#!/bin/sh\necho "# van nano" >> "$1"\n', "utf-8")
    nano.chmod(nano.stat().st_mode | stat.S_IXUSR)
    assert geef(*NOTITIE, "--bewerk").code == 0
    assert notitie.read_text("utf-8").endswith("# van nano\n")


def test_a_closed_record_is_opened_first(notitie: Path, geef: Geef, editor: Editor) -> None:
    every = ("--beelden-intern", "a", "--beelden-extern", "b", "--ervaringen-elders", "c")
    assert geef(*NOTITIE, *every, "--vragen-voor-de-dag", "d", "--definitief").code == 0
    editor("tekst += '# erbij\\n'")
    assert geef(*NOTITIE, "--bewerk").code == 5
    assert geef(*NOTITIE, "--bewerk", "--heropen").code == 0
    text = notitie.read_text("utf-8")
    assert 'stand = "concept"' in text
    assert text.endswith("# erbij\n")


def test_what_changed_meanwhile_elsewhere_stays(notitie: Path, geef: Geef, editor: Editor) -> None:
    editor(
        f"record = pathlib.Path({str(notitie)!r})\n"
        "other = '# van haar\\n' + record.read_text('utf-8') + 'beelden_intern = \"Onrust.\"\\n'\n"
        "record.write_text(other, 'utf-8')\n"
        "tekst = tekst.replace('vertrouwen', 'geduld')"
    )
    result = geef(*NOTITIE, "--bewerk")
    assert result.code == 0, result.err
    text = notitie.read_text("utf-8")
    assert text.startswith("# van haar\n")
    assert "U vraagt om geduld." in text
    assert 'beelden_intern = "Onrust."' in text


def test_the_same_key_changed_meanwhile_is_told_and_nothing_is_lost(
    notitie: Path, geef: Geef, editor: Editor
) -> None:
    editor(
        f"record = pathlib.Path({str(notitie)!r})\n"
        "record.write_text(record.read_text('utf-8').replace('vertrouwen', 'tijd'), 'utf-8')\n"
        "tekst = tekst.replace('vertrouwen', 'geduld')"
    )
    result = geef(*NOTITIE, "--bewerk")
    assert result.code == 5
    assert "wat u schreef: U vraagt om geduld." in result.err
    assert "wat er nu staat: U vraagt om tijd." in result.err
    assert "U vraagt om tijd." in notitie.read_text("utf-8")
    (copy,) = kopieen(notitie.parent)
    assert "U vraagt om geduld." in copy.read_text("utf-8")


class TestAanTerminal:
    """The same where somebody can be asked."""

    @pytest.mark.parametrize(
        ("choice", "text"),
        [("houden", "spigel ="), ("weg", "spiegel = "), ("terug", "spiegel = ")],
    )
    def test_what_does_not_hold_can_be_mended_kept_or_dropped(
        self, terminal: Any, notitie: Path, editor: Editor, choice: str, text: str
    ) -> None:
        from tests.terminal import ENTER

        editor(
            "old, new = sorted(['spiegel', 'spigel'], key=lambda word: word not in tekst)\n"
            "tekst = tekst.replace(old, new)"
        )
        terminal.start(*NOTITIE, "--bewerk")
        terminal.zegt("onbekende sleutel 'spigel'")
        terminal.zegt("bedoelde u 'spiegel'?")
        terminal.veld("Wat nu")
        terminal.typ(choice + ENTER)
        if choice == "weg":
            terminal.regel("Weet u het zeker?", "j")
        terminal.einde()
        assert text in notitie.read_text("utf-8")
        assert kopieen(notitie.parent) == []

    def test_stopping_at_the_choice_says_where_the_text_is(
        self, terminal: Any, notitie: Path, editor: Editor
    ) -> None:
        from tests.terminal import CTRL_C

        editor("tekst = tekst.replace('spiegel', 'spigel')")
        terminal.start(*NOTITIE, "--bewerk")
        terminal.veld("Wat nu")
        terminal.typ(CTRL_C)
        said = " ".join(terminal.einde(130).split())
        (copy,) = kopieen(notitie.parent)
        assert "wat u schreef, staat nog in .leercyclus/bewerken/" in said
        assert "spigel" in copy.read_text("utf-8")

    def test_a_copy_that_was_left_can_be_gone_on_with(
        self, terminal: Any, notitie: Path, geef: Geef, editor: Editor
    ) -> None:
        from tests.terminal import ENTER

        editor("tekst = tekst.replace('spiegel', 'spigel') + '# veel werk\\n'")
        assert geef(*NOTITIE, "--bewerk").code == 3
        editor("tekst = tekst.replace('spigel', 'spiegel')")
        terminal.start(*NOTITIE, "--bewerk")
        terminal.zegt("er ligt nog een eerdere bewerking")
        terminal.veld("Wat wilt u")
        terminal.typ(ENTER)
        terminal.einde()
        assert notitie.read_text("utf-8").endswith("# veel werk\n")
