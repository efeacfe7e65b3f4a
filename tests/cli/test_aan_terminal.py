"""A whole cyclus at a real pseudo-terminal: in fields that are redrawn, and in plain lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, Geef

pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")

from tests.terminal import EENVOUDIG, Regelterminal, Terminal  # needs pexpect

_WIJZEN: dict[str, Callable[[Path], Terminal]] = {
    "velden": Terminal,
    "smal": lambda folder: Terminal(folder, columns=40),
    "regels": lambda folder: Regelterminal(folder, omgeving=EENVOUDIG),
    "dumb": lambda folder: Regelterminal(folder, omgeving={"TERM": "dumb"}),
    "zonder TERM": lambda folder: Regelterminal(folder, omgeving={"TERM": ""}),
}


@pytest.fixture(params=_WIJZEN)
def terminal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    terminal = _WIJZEN[request.param](tmp_path)
    yield terminal
    terminal.child.close(force=True)


def _begin(terminal: Terminal) -> None:
    terminal.start("begin")
    terminal.regel("Hoe heet uw groep", "Leren van elkaar")
    terminal.regel("Welke organisaties", "Gemeente Oss, Gemeente Venlo")
    terminal.kies("Wie", 2)
    assert "interviews blijven buiten git" in terminal.einde().replace("\n", " ")


def _people(terminal: Terminal) -> None:
    for id, name, organisation, role in (
        ("directeur-oss", "Directeur Oss", 1, 1),
        ("directeur-venlo", "Directeur Venlo", 2, 1),
        ("adjunct-oss", "Adjunct Oss", 1, 1),
        ("adviseur", "Adviseur", 0, 2),
        ("coordinator", "Coördinator", 0, 3),
    ):
        terminal.start("deelnemer", id)
        terminal.regel("Naam", name)
        terminal.kies("Organisatie", *([organisation] if organisation else []))
        terminal.kies("Rol", role)
        terminal.einde()


def _new(terminal: Terminal) -> None:
    terminal.start("nieuw")
    terminal.regel("een paar woorden", "Zwembad of niet")
    terminal.regel("De dag waarop", "half april")
    terminal.regel("is geen datum", "\x15" * (type(terminal) is Terminal) + "15 april 2027")
    terminal.zegt("donderdag 15 april 2027")
    terminal.proza("bezighoudt", "Hoe houden we\nhet gesprek open?")
    terminal.proza("dringend maakt", "De raad besluit in mei.")
    terminal.kies("Het thema", 3)
    terminal.kies("om een", 2)
    terminal.kies("Wie de vraag inbrengt", 1, 2)
    terminal.kies("Wie van buiten", 1)
    terminal.regel("Waar u bij elkaar komt", "Oss")
    assert "bewaard als definitief" in terminal.einde()


def _zelfanalyse(terminal: Terminal, who: str) -> None:
    terminal.start("zelfanalyse", CYCLUS, "--door", who)
    terminal.proza("vraag 1 van", "Het begon met een lekkend dak.")
    terminal.proza("vraag 2 van", "Een storm.")
    terminal.proza("vraag 3 van", "De vereniging leest er iets anders in.")
    terminal.sla_over_tot("vraag 6 van")
    if type(terminal) is Terminal:
        terminal.typ("Ik vertelde het de raad te laat.\x04")
    else:
        terminal.proza("", "Ik vertelde het de raad te laat.")
    terminal.sla_over_tot("een paar zinnen")
    if type(terminal) is Terminal:
        terminal.typ("Wij zwegen te lang.\x04")
    else:
        terminal.proza("", "Wij zwegen te lang.")
    terminal.regel("anderen erop.", "j")
    assert "bewaard als definitief" in terminal.einde()


def _talks(terminal: Terminal) -> None:
    for number in (1, 2, 3):
        terminal.start("interview", CYCLUS)
        terminal.kies("Van binnen", number)
        terminal.regel("geen naam", "teamleider sport")
        terminal.regel("De dag van het", "")
        terminal.zegt("Geheugensteun")
        terminal.proza("Wat u hoorde", "Zij hoorde het uit de krant.")
        terminal.regel("een voor een", "n")
        terminal.regel("anderen erop.", "ja")
        assert "bewaard als definitief" in terminal.einde()
    terminal.start("gespreksnotitie", CYCLUS)
    terminal.zegt("3 gesprekken bij deze cyclus")
    for question in ("voorhoudt", "binnen ernaar", "buiten ernaar", "meemaakten", "zou moeten hebben"):
        terminal.proza(question, "Zo ziet het eruit.")
    terminal.regel("anderen erop.", "j")
    terminal.einde()
    terminal.start("verspreid", CYCLUS)
    terminal.zegt("er is niets verstuurd")
    terminal.regel("De dag van verzending", "25 maart 2027")
    terminal.kies("Wie de stukken kreeg")
    terminal.einde()


def _day(terminal: Terminal) -> None:
    terminal.start("intervisie", CYCLUS)
    terminal.zegt("Er is nog niets om op terug te")
    terminal.regel("De dag van de", "")
    terminal.regel("Waar u bij elkaar was", "")
    terminal.kies("Wie er waren")
    for question in ("de groep blijft", "samen over sprak"):
        terminal.proza(question, "Afgesproken.")
    terminal.sla_over_tot("anderen erop.")
    terminal.typ("j\r")
    assert "bewaard als definitief" in terminal.einde()


def _advice(terminal: Terminal) -> None:
    terminal.start("advies", CYCLUS)
    terminal.zegt("Advies van Adjunct Oss")
    terminal.kies("een inzicht")
    terminal.proza("Het advies", "Laat de vereniging\nmeerekenen.")
    terminal.regel("zoals het", "Reken samen.")
    terminal.sla_over_tot("Waar zou u zelf")
    terminal.typ("4\r")
    terminal.regel("waarom dit cijfer", "De tijd dringt.")
    terminal.sla_over_tot("komen bekijken")
    terminal.typ("\x04" if type(terminal) is Terminal else ".\r")
    terminal.einde()


def _after(terminal: Terminal) -> None:
    terminal.start("opvolging", CYCLUS)
    terminal.zegt("Laat de vereniging")
    terminal.kies("Wat u met het advies", 1)
    terminal.proza("de doorslag gaf", "Zij kennen het gebouw.")
    terminal.proza("gaat gebeuren", "Samen rekenen.")
    terminal.kies("Wie dat doet", 1)
    terminal.regel("Voor welke dag", "1-6-2027")
    terminal.einde()
    for place in ("oss", "venlo"):
        terminal.start("terugkoppeling", CYCLUS, "--organisatie", place)
        terminal.zegt("Reken samen.")
        terminal.regel("Welk bestuur", "college van B en W")
        terminal.proza("vertelde", "Wij rekenen samen.")
        terminal.sla_over_tot("groep meegeeft")
        terminal.typ("\x04" if type(terminal) is Terminal else ".\r")
        terminal.einde()
    terminal.start("les", CYCLUS)
    terminal.sla_over_tot("een paar woorden")
    terminal.typ("Wie rekent, besluit mee\r")
    terminal.regel("één zin", "Cijfers delen is macht delen.")
    terminal.proza("een les is", "Toen de begroting open lag, veranderde het gesprek.")
    terminal.sla_over_tot("wie na u komt")
    terminal.typ("Wie rekent er bij u mee?\r")
    terminal.regel("anderen erop.", "j")
    assert "deze cyclus is rond" in terminal.einde()


def test_a_whole_cyclus_at_the_prompt(
    terminal: Terminal, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    _begin(terminal)
    _people(terminal)
    _new(terminal)
    _zelfanalyse(terminal, "directeur-oss")
    _zelfanalyse(terminal, "directeur-venlo")
    _talks(terminal)
    _day(terminal)
    _advice(terminal)
    _after(terminal)

    monkeypatch.chdir(terminal.folder)
    status = json.loads(geef("status", "--json").out)
    assert status["cycli"][0]["afgerond"] is True
    cyclus = terminal.folder / CYCLUS
    assert 'vraag = "Wie rekent er bij u mee?"' in (
        cyclus / "lessen" / "wie-rekent-besluit-mee.toml"
    ).read_text("utf-8")
    (advice,) = (cyclus / "adviezen").iterdir()
    assert 'tekst = """\nLaat de vereniging\nmeerekenen."""' in advice.read_text("utf-8")
    assert 'score = 4\nantwoord = "De tijd dringt."' in advice.read_text("utf-8")
    assert list((terminal.folder / ".leercyclus" / "klad").iterdir()) == []


_NO_UTF8 = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_terminal_with_few_signs_gets_plainer_ones(cyclus: Path) -> None:
    terminal = Terminal(cyclus.parent, omgeving={**_NO_UTF8, "NO_COLOR": "1"})
    terminal.start("status")
    said = terminal.einde()
    assert "v9/9" in said
    assert ".0/2" in said
    assert "v klaar   ~ bezig   . nog niet   - overgeslagen" in said


def test_a_pipe_gets_utf_8_whatever_the_machine_speaks(cyclus: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "leercyclus", "status", "--json"],
        cwd=cyclus.parent,
        env={**os.environ, **_NO_UTF8},
        capture_output=True,
        check=True,
    )
    assert "Coördinator" in done.stdout.decode("utf-8")
