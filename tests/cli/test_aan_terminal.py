"""The same at a real pseudo-terminal: what is asked, and that every answer is kept at once."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, Geef

pexpect = pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")


class Terminal:
    """A terminal of 80 columns in which one command runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self, *arguments: str, **settings: str) -> None:
        env = {**os.environ, "TERM": "xterm", "LEERCYCLUS_VANDAAG": "2027-01-04", **settings}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "leercyclus", *arguments],
            cwd=str(self.folder),
            env=env,
            dimensions=(40, 80),
            encoding="utf-8",
            timeout=20,
        )
        self.child.delaybeforesend = None

    def antwoord(self, prompt: str, *lines: str) -> None:
        """Wait for a prompt and type these lines."""
        self.child.expect_exact(prompt)
        for line in lines:
            self.child.sendline(line)

    def proza(self, question: str, text: str) -> None:
        """Wait for a question in prose and answer it, ended by an empty line."""
        self.child.expect_exact(question)
        for line in (*text.split("\n"), ""):
            self.child.expect_exact("| ")
            self.child.sendline(line)

    def sla_over_tot(self, prompt: str) -> None:
        """Leave every question open until this one, and stay there."""
        kinds = (r"\n\| ", r"naam\): ", r"klaar\): ", r"overslaan\): ", r"5 = [^\n]*: ", r"Kern: ")
        while self.child.expect([re.escape(prompt), *kinds]) != 0:
            self.child.sendline("")

    def einde(self, code: int = 0) -> str:
        """Wait until the command ends; what it printed last."""
        self.child.expect(pexpect.EOF)
        self.child.wait()
        said = str(self.child.before)
        assert self.child.exitstatus == code, said
        return said


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.child.close(force=True)


def _begin(terminal: Terminal) -> None:
    terminal.start("begin")
    terminal.antwoord("Hoe heet uw groep: ", "Leren van elkaar")
    terminal.antwoord("Welke organisaties", "Gemeente Oss, Gemeente Venlo")
    terminal.antwoord("Wie (nummer of naam)", "2")
    assert "interviews blijven buiten git" in terminal.einde()


def _people(terminal: Terminal) -> None:
    for id, name, organisation, role in (
        ("directeur-oss", "Directeur Oss", "1", "1"),
        ("directeur-venlo", "Directeur Venlo", "venlo", ""),
        ("adjunct-oss", "Adjunct Oss", "oss", ""),
        ("adviseur", "Adviseur", "", "adviseur"),
        ("coordinator", "Coördinator", "", "coordinator"),
    ):
        terminal.start("deelnemer", id)
        terminal.antwoord("Naam: ", name)
        terminal.antwoord("Organisatie (nummer of naam): ", organisation)
        terminal.antwoord("Rol (nummer of naam) [deelnemer]: ", role)
        terminal.einde()


def _new(terminal: Terminal) -> None:
    terminal.start("nieuw")
    terminal.antwoord("Titel: ", "Zwembad of niet")
    terminal.proza("kant-en-klaar antwoord hebt", "Hoe houden we\nhet gesprek open?")
    terminal.proza("dringend maakt", "De raad besluit in mei.")
    terminal.antwoord("Thema (nummer of naam): ", "regio")
    terminal.antwoord("Soort werk (nummer of naam): ", "2")
    terminal.antwoord("Vraagstellers (", "directeur-oss, Directeur Venlo")
    terminal.antwoord("Adviseurs (", "1")
    terminal.antwoord("Intervisiedag: ", "half april")
    terminal.antwoord("is geen datum", "15 april 2027")
    terminal.antwoord("donderdag 15 april 2027")
    terminal.antwoord("Plaats: ", "Oss")
    assert "bewaard als definitief" in terminal.einde()


def _zelfanalyse(terminal: Terminal, who: str) -> None:
    terminal.start("zelfanalyse", CYCLUS, "--door", who)
    terminal.proza("vraag 1 van", "Het begon met een lekkend dak.")
    terminal.proza("vraag 2 van", "De vereniging leest er iets anders in.")
    terminal.proza("vraag 3 van", "Ik vertelde het de raad te laat.")
    terminal.sla_over_tot("in een paar zinnen")
    terminal.proza("", "Wij zwegen te lang.")
    terminal.antwoord("erop kunnen rekenen? [j/N]", "j")
    assert "bewaard als definitief" in terminal.einde()


def _talks(terminal: Terminal) -> None:
    for side in ("intern", "extern", "elders"):
        terminal.start("interview", CYCLUS)
        terminal.antwoord("Invalshoek (nummer of naam): ", side)
        terminal.antwoord("Gesprekspartner: ", "teamleider sport")
        terminal.antwoord("Datum [4 januari 2027]: ", "")
        terminal.proza("Wat u hoorde", "Zij hoorde het uit de krant.")
        terminal.sla_over_tot("[j/N]")
        terminal.child.sendline("ja")
        assert "bewaard als definitief" in terminal.einde()
    terminal.start("gespreksnotitie", CYCLUS)
    terminal.antwoord("3 gesprekken bij deze cyclus")
    for question in ("voorhoudt", "binnen ernaar", "buiten ernaar", "meemaakten", "over zou moeten hebben"):
        terminal.proza(question, "Zo ziet het eruit.")
    terminal.antwoord("[j/N]", "j")
    terminal.einde()
    terminal.start("verspreid", CYCLUS)
    terminal.antwoord("er is niets verstuurd")
    terminal.antwoord("Datum [4 januari 2027]: ", "25 maart 2027")
    terminal.antwoord("Aan (", "")
    terminal.einde()


def _day(terminal: Terminal) -> None:
    terminal.start("intervisie", CYCLUS)
    terminal.antwoord("Er is nog niets om op terug te kijken")
    terminal.antwoord("Datum [15 april 2027]: ", "")
    terminal.antwoord("Plaats [Oss]: ", "")
    terminal.antwoord("Aanwezig (", "")
    for question in ("binnen de groep blijft", "samen over sprak"):
        terminal.proza(question, "Afgesproken.")
    terminal.sla_over_tot("[j/N]")
    terminal.child.sendline("j")
    assert "bewaard als definitief" in terminal.einde()


def _advice(terminal: Terminal) -> None:
    terminal.start("advies", CYCLUS)
    terminal.antwoord("Van (nummer of naam): ", "adjunct-oss")
    terminal.antwoord("Soort (nummer of naam) [aanbeveling]: ", "")
    terminal.proza("Het advies", "Laat de vereniging\nmeerekenen.")
    terminal.antwoord("Kern: ", "Reken samen.")
    terminal.sla_over_tot("volgende stap")
    terminal.einde()


def _after(terminal: Terminal) -> None:
    terminal.start("opvolging", CYCLUS)
    terminal.antwoord("Laat de vereniging")
    terminal.antwoord("Voornemen (nummer of naam): ", "1")
    terminal.proza("de doorslag gaf", "Zij kennen het gebouw.")
    terminal.proza("gaat gebeuren", "Samen rekenen.")
    terminal.antwoord("Actiehouder (nummer of naam): ", "directeur-oss")
    terminal.antwoord("Uiterlijk: ", "1-6-2027")
    terminal.einde()
    for place in ("oss", "venlo"):
        terminal.start("terugkoppeling", CYCLUS, "--organisatie", place)
        terminal.antwoord("Reken samen.")
        terminal.antwoord("Bestuur: ", "college van B en W")
        terminal.proza("Wat u het bestuur vertelde", "Wij rekenen samen.")
        terminal.sla_over_tot("volgende stap")
        terminal.einde()
    terminal.start("les", CYCLUS)
    terminal.antwoord("Titel: ", "Wie rekent, besluit mee")
    terminal.antwoord("Kern: ", "Cijfers delen is macht delen.")
    terminal.proza("waarom het een les is", "Toen de begroting open lag, veranderde het gesprek.")
    terminal.antwoord("mee aan wie na u komt", "Wie rekent er bij u mee?")
    terminal.sla_over_tot("[j/N]")
    terminal.child.sendline("j")
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
    les = (terminal.folder / CYCLUS / "lessen" / "wie-rekent-besluit-mee.toml").read_text("utf-8")
    assert 'vraag = "Wie rekent er bij u mee?"' in les


def test_ctrl_c_keeps_every_answer_so_far(cyclus: Path) -> None:
    terminal = Terminal(cyclus.parent)
    terminal.start("zelfanalyse", CYCLUS, "--door", "directeur-oss")
    terminal.proza("vraag 1 van", "Het begon met een lekkend dak.")
    terminal.antwoord("vraag 2 van")
    terminal.child.expect_exact("| ")
    terminal.child.sendintr()
    said = terminal.einde(130)
    assert f"leercyclus zelfanalyse {CYCLUS}" in said
    (file,) = (cyclus / "zelfanalyse").iterdir()
    assert 'stand = "concept"' in file.read_text("utf-8")
    assert "Het begon met een lekkend dak." in file.read_text("utf-8")

    terminal.start("zelfanalyse", CYCLUS, "--door", "directeur-oss")
    terminal.antwoord("vraag 1 van")
    terminal.antwoord("Hoe kijken de partners")  # the first is answered already
    terminal.child.sendintr()
    terminal.einde(130)


def test_advies_goes_on_to_the_next_person_present(cyclus: Path, geef: Geef) -> None:
    geef("deelnemer", "directeur-zwolle", "--naam", "Directeur Zwolle")
    geef("vraag", CYCLUS, "--deelnemer", "directeur-sed", "--deelnemer", "directeur-zwolle")
    terminal = Terminal(cyclus.parent)
    terminal.start("advies", CYCLUS, "--van", "directeur-sed")
    terminal.antwoord("Soort (", "")
    terminal.proza("Het advies", "Begin klein.")
    terminal.sla_over_tot("Verder met het volgende advies? [J/n]")
    terminal.child.sendline("")
    terminal.antwoord("Van (nummer of naam): ")
    terminal.child.sendintr()
    terminal.einde(130)


def test_a_cyclus_left_out_is_offered_from_a_list(cyclus: Path, geef: Geef) -> None:
    geef("nieuw", "Vervolg", "--vraag", "v", "--waarom-nu", "w", "--vraagsteller", "directeur-oss")
    terminal = Terminal(cyclus.parent)
    terminal.start("toon")
    terminal.antwoord("Cyclus (nummer of naam): ", "2")
    assert "Zwembad of niet" in terminal.einde()


def test_an_outcome_is_asked_by_itself_and_kept_at_once(cyclus: Path, geef: Geef) -> None:
    made = geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein").out
    geef("opvolging", CYCLUS, Path(made.strip()).stem, "--voornemen", "neemt over", "--waarom", "Ja")
    terminal = Terminal(cyclus.parent)
    terminal.start("opvolging", CYCLUS)
    terminal.proza("Wat ervan geworden is", "Het werkte.")
    terminal.antwoord("Datum van de uitkomst [4 januari 2027]: ")
    terminal.child.sendintr()
    assert "uw antwoorden staan in" in terminal.einde(130)
    (file,) = (cyclus / "opvolging").iterdir()
    assert 'uitkomst = "Het werkte."' in file.read_text("utf-8")


def test_verder_does_the_next_step(cyclus: Path) -> None:
    terminal = Terminal(cyclus.parent)
    terminal.start("verder", CYCLUS)
    terminal.antwoord("leercyclus zelfanalyse")
    terminal.antwoord("Wie schrijft deze zelfanalyse (", "1")
    terminal.antwoord("vraag 1 van")
    terminal.child.sendintr()
    assert "er is niets bewaard" in terminal.einde(130)
    assert not (cyclus / "zelfanalyse").exists()


_NO_UTF8 = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_terminal_with_few_signs_gets_plainer_ones(cyclus: Path) -> None:
    terminal = Terminal(cyclus.parent)
    terminal.start("status", **_NO_UTF8, NO_COLOR="1")
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
