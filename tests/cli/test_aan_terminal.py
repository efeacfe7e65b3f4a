"""A whole cyclus at a real pseudo-terminal: in fields that are redrawn, and in plain lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CYCLUS, Geef, MaakTerminal

pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")

from tests.terminal import EENVOUDIG, Regelterminal, Terminal  # needs pexpect

_WIJZEN: dict[str, dict[str, Any]] = {
    "velden": {},
    "smal": {"columns": 40},
    "regels": {"soort": Regelterminal, "omgeving": EENVOUDIG},
    "dumb": {"soort": Regelterminal, "omgeving": {"TERM": "dumb"}},
    "zonder TERM": {"soort": Regelterminal, "omgeving": {"TERM": ""}},
}


@pytest.fixture(params=_WIJZEN)
def terminal(tmp_path: Path, request: pytest.FixtureRequest, maak_terminal: MaakTerminal) -> Terminal:
    terminal: Terminal = maak_terminal(tmp_path, **_WIJZEN[request.param])
    return terminal


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
        terminal.regel("Welke functie", name)
        terminal.kies("Waar werkt deze", *([organisation] if organisation else []))
        terminal.kies("Is dit een deelnemer", role)
        terminal.einde()


def _new(terminal: Terminal) -> None:
    terminal.start("nieuw")
    terminal.regel("een paar woorden", "Zwembad of niet")
    terminal.regel("Op welke dag komt", "half april")
    terminal.regel("is geen datum", "\x15" * (type(terminal) is Terminal) + "15 april 2027")
    terminal.zegt("donderdag 15 april 2027")
    terminal.proza("houdt u bezig", "Hoe houden we\nhet gesprek open?")
    terminal.proza("dit moment dringend", "De raad besluit in mei.")
    terminal.kies("Welk thema", 3)
    terminal.kies("of om een", 2)
    terminal.kies("Wie brengen", 1, 2)
    terminal.kies("van buiten de spiegel", 1)
    terminal.regel("Waar komt u", "Oss")
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
    terminal.sla_over_tot("maar één alinea")
    if type(terminal) is Terminal:
        terminal.typ("Wij zwegen te lang.\x04")
    else:
        terminal.proza("", "Wij zwegen te lang.")
    terminal.regel("anderen erop.", "j")
    assert "bewaard als definitief" in terminal.einde()


def _talks(terminal: Terminal) -> None:
    for number in (1, 2, 3):
        terminal.start("interview", CYCLUS)
        terminal.kies("Van welke kant", number)
        terminal.regel("of rol, geen naam", "teamleider sport")
        terminal.regel("de dag van het", "")
        terminal.zegt("Geheugensteun")
        terminal.proza("Wat hoorde u?", "Zij hoorde het uit de krant.")
        terminal.regel("een voor een", "n")
        terminal.regel("anderen erop.", "ja")
        assert "bewaard als definitief" in terminal.einde()
    terminal.start("gespreksnotitie", CYCLUS)
    terminal.zegt("3 gesprekken bij deze cyclus")
    for question in (
        "houdt u de vraagstellers",
        "mensen binnen",
        "mensen buiten",
        "zo’n vraag mee",
        "over moeten hebben",
    ):
        terminal.proza(question, "Zo ziet het eruit.")
    terminal.regel("anderen erop.", "j")
    terminal.einde()
    terminal.start("verspreid", CYCLUS)
    terminal.zegt("er is niets verstuurd")
    terminal.regel("de stukken verstuurd", "25 maart 2027")
    terminal.kies("Wie kregen")
    terminal.einde()


def _day(terminal: Terminal) -> None:
    terminal.start("intervisie", CYCLUS)
    terminal.zegt("Er is nog niets om op terug te")
    terminal.regel("was de intervisie", "")
    terminal.regel("Waar was u", "")
    terminal.kies("Wie waren erbij")
    for question in ("de groep blijft", "samen over sprak"):
        terminal.proza(question, "Afgesproken.")
    terminal.sla_over_tot("anderen erop.")
    terminal.typ("j\r")
    assert "bewaard als definitief" in terminal.einde()


def _advice(terminal: Terminal) -> None:
    terminal.start("advies", CYCLUS)
    terminal.zegt("Advies van Adjunct Oss")
    terminal.kies("een inzicht")
    terminal.proza("Wat is het advies", "Laat de vereniging\nmeerekenen.")
    terminal.regel("zoals het bestuur", "Reken samen.")
    terminal.sla_over_tot("Waar zou u zelf")
    terminal.typ("4\r")
    terminal.regel("Waarom dit cijfer", "De tijd dringt.")
    terminal.sla_over_tot("komen bekijken")
    terminal.typ("\x04" if type(terminal) is Terminal else ".\r")
    terminal.einde()


def _after(terminal: Terminal) -> None:
    terminal.start("opvolging", CYCLUS)
    terminal.zegt("Laat de vereniging")
    terminal.kies("Wat doet u met dit", 1)
    terminal.proza("gaf de doorslag", "Zij kennen het gebouw.")
    terminal.proza("gaat er gebeuren", "Samen rekenen.")
    terminal.kies("Wie doet dat", 1)
    terminal.regel("Voor welke dag", "1-6-2027")
    terminal.einde()
    for place in ("oss", "venlo"):
        terminal.start("terugkoppeling", CYCLUS, "--organisatie", place)
        terminal.zegt("Reken samen.")
        terminal.regel("Welk bestuur", "college van B en W")
        terminal.proza("Wat vertelde u", "Wij rekenen samen.")
        terminal.sla_over_tot("de groep mee")
        terminal.typ("\x04" if type(terminal) is Terminal else ".\r")
        terminal.einde()
    terminal.start("les", CYCLUS)
    terminal.sla_over_tot("een paar woorden")
    terminal.typ("Wie rekent, besluit mee\r")
    terminal.regel("één zin", "Cijfers delen is macht delen.")
    terminal.proza("dit een les maakt", "Toen de begroting open lag, veranderde het gesprek.")
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


def test_a_terminal_with_few_signs_gets_plainer_ones(cyclus: Path, maak_terminal: MaakTerminal) -> None:
    terminal = maak_terminal(cyclus.parent, omgeving={**_NO_UTF8, "NO_COLOR": "1"})
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
