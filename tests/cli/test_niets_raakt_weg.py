"""What somebody typed is kept, whatever happens to the terminal, the disk, or the record meanwhile."""

from __future__ import annotations

import os
import signal
import sys
import termios
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CYCLUS, Geef, MaakTerminal

pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")

from tests.cli.stukken import OSS, antwoorden, bestand, klad, kladmap, stop  # needs pexpect
from tests.terminal import (
    CTRL_C,
    CTRL_D,
    DOWN,
    ENTER,
    ESC,
    UP,
    Regelterminal,
    Terminal,
    plak,
)

TIJD = "stap-terug/tijd"
TITEL = "Zwembad of niet"


def _half(terminal: Terminal, text: str = "Halverwege een zi") -> None:
    """Half an answer to the first question."""
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ(text)
    terminal.ziet(text)


def _typed(terminal: Terminal, text: str) -> None:
    """Half an answer, and then the terminal is gone."""
    _half(terminal, text)
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()


# stoppen en verdergaan


def test_ctrl_c_at_each_question_keeps_every_answer_so_far(terminal: Terminal, cyclus: Path) -> None:
    asked = ["tijd", "samen-doorgemaakt", "partners", "wat-raakt"]
    for number, _ in enumerate(asked, 1):
        terminal.start(*OSS)
        terminal.proza(f"vraag {number} van 8", f"Antwoord {number}.")
        terminal.veld(f"vraag {number + 1} van 8")
        said = stop(terminal)
        assert "uw antwoorden staan in" in said
        assert f"ga verder met:\n  leercyclus zelfanalyse {CYCLUS} --door directeur-oss" in said
        assert list(antwoorden(cyclus)) == asked[:number]
    assert 'stand = "concept"' in bestand(cyclus).read_text("utf-8")


def test_what_was_being_typed_is_there_again_after_ctrl_c(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ("Het begon met een lek")
    terminal.ziet("lek")
    said = stop(terminal)
    assert "wat u typte, is als klad bewaard" in said
    assert f"ga verder met:\n  leercyclus zelfanalyse {CYCLUS} --door directeur-oss" in said
    assert klad(cyclus)["punten"] == {"stap-terug/tijd": "Het begon met een lek"}
    terminal.start(*OSS)
    terminal.zegt("u was hier gebleven; dit typte u het laatst")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("kend dak." + CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Het begon met een lekkend dak."
    assert list(kladmap(cyclus).iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back_and_keeps_the_text(
    terminal: Terminal, cyclus: Path, number: signal.Signals
) -> None:
    terminal.start("status")  # how the terminal is when nothing is asked
    before = termios.tcgetattr(terminal.child.child_fd)
    terminal.einde()
    _half(terminal)
    terminal.child.kill(number)
    said = terminal.einde(128 + number)
    assert "als klad bewaard" in said
    assert termios.tcgetattr(terminal.child.child_fd)[3] == before[3]
    assert klad(cyclus)["punten"] == {"stap-terug/tijd": "Halverwege een zi"}


def test_kill_9_in_the_middle_of_a_word_loses_nothing(terminal: Terminal, cyclus: Path) -> None:
    _typed(terminal, "Halverwege een zi")
    terminal.start(*OSS)
    terminal.veld("u was hier gebleven")
    terminal.ziet("Halverwege een zi")
    terminal.typ("n." + CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Halverwege een zin."


def test_a_terminal_that_is_closed_loses_nothing(terminal: Terminal, cyclus: Path) -> None:
    _half(terminal)
    terminal.child.close(force=False)
    assert klad(cyclus)["punten"] == {"stap-terug/tijd": "Halverwege een zi"}
    assert terminal.child.exitstatus == 128 + signal.SIGHUP


def test_an_advies_that_cannot_be_kept_yet_is_offered_again(terminal: Terminal, cyclus: Path) -> None:
    """An advies has no stand, so it is there only when it is whole; till then the klad has it."""
    terminal.start("advies", CYCLUS)
    terminal.kies("een inzicht", 2)
    terminal.veld("Wat is het advies")
    terminal.typ("Begin kl")
    terminal.ziet("Begin kl")
    assert f"ga verder met: leercyclus advies {CYCLUS} --van directeur-sed" in " ".join(
        stop(terminal).split()
    ).replace("directeur -sed", "directeur-sed")
    assert not (cyclus / "adviezen").exists()
    terminal.start("advies", CYCLUS, "--van", "directeur-sed")
    terminal.zegt("al begonnen aan het advies")
    terminal.zegt("Soort: inzicht")
    terminal.regel("Verder met wat u toen invulde?", "")
    terminal.zegt("dit typte u het laatst")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("ein." + CTRL_D)
    terminal.sla_over_tot("komen bekijken")
    terminal.typ(CTRL_D)
    terminal.einde()
    text = bestand(cyclus, "adviezen").read_text("utf-8")
    assert 'soort = "inzicht"\ntekst = "Begin klein."' in text


def test_a_new_cyclus_that_is_broken_off_is_kept_as_a_concept(terminal: Terminal, groep: Path) -> None:
    terminal.start("nieuw")
    terminal.regel("een paar woorden", "Vervolg")
    terminal.regel("Op welke dag komt", "1 maart 2028")
    terminal.veld("houdt u bezig")
    terminal.typ("Hoe nu ver")
    terminal.ziet("nu ver")
    assert "ga verder met: leercyclus vraag 2028-vervolg" in stop(terminal)
    assert 'titel = "Vervolg"' in (groep / "2028-vervolg" / "cyclus.toml").read_text("utf-8")
    terminal.start("vraag", "2028-vervolg")
    terminal.zegt("Hoe nu ver")
    stop(terminal)


def test_two_terminals_at_once_make_one_record_and_lose_nothing(
    terminal: Terminal, cyclus: Path, maak_terminal: MaakTerminal
) -> None:
    other = maak_terminal(cyclus.parent)
    for place in (terminal, other):
        place.start(*OSS)
        place.veld("vraag 1 van")
    terminal.typ("Van de een." + CTRL_D)
    terminal.veld("vraag 2 van")
    other.typ("Van de ander." + CTRL_D)
    other.veld("Wat blijft")
    other.typ("3" + ENTER)
    other.veld("Ctrl-C stoppen")
    other.typ(CTRL_D)
    other.veld("vraag 2 van")
    terminal.typ("En ik nog iets." + CTRL_D)
    terminal.zegt("die wijziging blijft staan en de uwe komt erbij")
    terminal.veld("vraag 3 van")
    stop(terminal)
    stop(other)
    assert [item["antwoord"] for item in antwoorden(cyclus).values()] == [
        "Van de ander.\n\nVan de een.",
        "En ik nog iets.",
    ]


# het klad


def test_a_klad_is_not_offered_once_the_answer_is_kept(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.proza("vraag 1 van", "Eerst dit.")
    terminal.veld("vraag 2 van")
    terminal.typ("<<" + ENTER)
    terminal.veld("vraag 1 van")
    terminal.typ(CTRL_D)
    terminal.veld("vraag 2 van")
    assert "u was hier gebleven" not in stop(terminal)
    assert list(kladmap(cyclus).iterdir()) == []


def test_an_answer_that_came_meanwhile_is_offered_beside_the_klad(
    terminal: Terminal, cyclus: Path, geef: Geef
) -> None:
    _typed(terminal, "Van mij, half")
    assert geef(*OSS, "--antwoord", f"{TIJD}=Van haar.").code == 0
    terminal.start(*OSS)
    terminal.zegt("intussen staat er een ander antwoord")
    terminal.veld("Wat blijft")
    said = terminal.alles()
    assert "Van mij, half" in said
    assert "Van haar." in said
    terminal.typ("3" + ENTER)
    terminal.veld("Ctrl-C stoppen")
    terminal.typ(CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Van mij, half\n\nVan haar."


def test_a_klad_for_a_question_that_became_another_is_shown(terminal: Terminal, cyclus: Path) -> None:
    _typed(terminal, "Een tekst")
    (file,) = kladmap(cyclus).glob("*.toml")
    file.write_text(file.read_text("utf-8").replace('"Een tekst"', '[{ partij = "school" }]'), "utf-8")
    terminal.start(*OSS)
    terminal.zegt("toen de vraag nog anders was: • partij: school")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("Nu wel." + CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Nu wel."


def test_what_was_filled_in_may_be_left_for_later_or_thrown_away(terminal: Terminal, cyclus: Path) -> None:
    advies = ("advies", CYCLUS, "--van", "directeur-sed")
    for answers, later in (("nn", "een inzicht"), ("nj", "een inzicht")):
        terminal.start(*advies)
        if answers == "nj":
            terminal.regel("Verder met wat u toen invulde?", "n")
            terminal.regel("Mag het weg?", "n")
        terminal.kies(later, 2)
        terminal.veld("Wat is het advies")
        stop(terminal)
    assert len(list(kladmap(cyclus).glob("*.toml"))) == 2  # the first was left, not lost
    terminal.start(*advies)
    terminal.regel("Verder met wat u toen invulde?", "n")
    terminal.regel("Mag het weg?", "j")
    terminal.veld("een inzicht")
    stop(terminal)
    assert len(list(kladmap(cyclus).glob("*.toml"))) == 1


def test_a_second_terminal_has_a_klad_of_its_own_and_says_so(
    terminal: Terminal, cyclus: Path, maak_terminal: MaakTerminal
) -> None:
    other = maak_terminal(cyclus.parent)
    for place, text in ((terminal, "Van de een"), (other, "Van de ander")):
        place.start(*OSS)
        place.veld("vraag 1 van")
        place.typ(text)
        place.ziet(text)
    assert "in een ander venster wordt ook gewerkt aan" in other.alles()
    stop(other)
    stop(terminal)
    kept = [tomllib.loads(path.read_text("utf-8")) for path in kladmap(cyclus).glob("*.toml")]
    assert {item["punten"][TIJD] for item in kept} == {"Van de een", "Van de ander"}


def test_where_nothing_can_be_kept_typing_goes_on_and_the_text_is_given_back(
    terminal: Terminal, cyclus: Path
) -> None:
    (cyclus.parent / ".leercyclus").write_text("hier kan geen map komen", "utf-8")
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ("Dit mag niet weg")
    terminal.ziet("wat u typt kan nu niet bewaard worden")
    said = stop(terminal)
    assert "hier staat het, om over te nemen: Dit mag niet weg" in " ".join(said.split())
    assert not (cyclus / "zelfanalyse").exists()


def test_a_record_that_cannot_be_made_keeps_the_answer_in_the_field(terminal: Terminal, cyclus: Path) -> None:
    (cyclus / "zelfanalyse").write_text("hier kan geen map komen", "utf-8")
    _refused_and_asked_again(terminal)
    (cyclus / "zelfanalyse").unlink()
    terminal.typ(CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Dit mag niet weg."


def _refused_and_asked_again(terminal: Terminal) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ("Dit mag niet weg." + CTRL_D)
    terminal.zegt("! dit is niet bewaard:")
    terminal.veld("Ctrl-C stoppen")
    terminal.ziet("Dit mag niet weg.")


# stoppen bij elk soort veld

_VELDEN: dict[str, tuple[tuple[str, ...], str, str]] = {
    "proza": ((*OSS, "--vraag-id", TIJD), "gegaan", "half"),
    "keuze": ((*OSS, "--vraag-id", "positie"), "het vaakst in?", DOWN),
    "zin": ((*OSS, "--vraag-id", "positie"), "het vaakst in?", "2" + ENTER + "half"),
    "cijfer": ((*OSS, "--vraag-id", "balans"), "tussen geduld en lef?", "4"),
    "cel": ((*OSS, "--vraag-id", "partijen"), "nodig?", "school" + ENTER + "ru"),
    "datum": (("interview", CYCLUS, "--vraag-id", "datum"), "de dag van het gesprek", "1"),
    "regel": (("nieuw",), "een paar woorden", "half"),
}


@pytest.mark.parametrize(
    ("how", "code"),
    [(CTRL_C, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["Ctrl-C", "SIGTERM", "SIGHUP"],
)
@pytest.mark.parametrize("name", _VELDEN)
def test_stopping_at_each_kind_of_field_says_how_to_go_on(
    terminal: Terminal, cyclus: Path, name: str, how: Any, code: int
) -> None:
    arguments, question, keys = _VELDEN[name]
    terminal.start(*arguments)
    terminal.veld(question)
    terminal.typ(keys)
    if keys.endswith(("half", "ru")):
        terminal.ziet(keys.rpartition(ENTER)[2])
    if isinstance(how, str):
        terminal.typ(how)
    else:
        terminal.child.kill(how)
    said = terminal.einde(code)
    assert "gestopt;" in said
    assert "ga verder met:" in said
    assert "Traceback" not in said


def test_a_choice_whose_sentence_was_not_finished_comes_back(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "positie")
    terminal.veld("het vaakst in?")
    terminal.typ("2" + ENTER)
    terminal.veld("Wilt u er iets bij zeggen?")
    terminal.typ("Som")
    terminal.ziet("Som")
    stop(terminal)
    terminal.start(*OSS, "--vraag-id", "positie")
    terminal.veld("u was hier gebleven")
    terminal.typ(ENTER)
    terminal.veld("Wilt u er iets bij zeggen?")
    terminal.typ("s." + ENTER)
    terminal.einde()
    said = antwoorden(cyclus)["positie"]
    assert said["antwoord"] == "Soms."
    assert said["keuze"]


def test_rows_that_were_not_finished_come_back(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "partijen")
    terminal.veld("nodig?")
    terminal.typ("school" + ENTER)
    terminal.veld("belang: ")
    terminal.typ("rust")
    terminal.ziet("rust")
    stop(terminal)
    assert klad(cyclus)["punten"]["coalitie/partijen"] == [{"partij": "school", "belang": "rust"}]
    terminal.start(*OSS, "--vraag-id", "partijen")
    terminal.zegt("1  partij: school; belang: rust")
    terminal.regel("Een rij veranderen?", "")
    terminal.regel("partij: ", "")
    terminal.einde()
    assert antwoorden(cyclus)["partijen"]["rijen"] == [{"partij": "school", "belang": "rust"}]


def test_going_back_from_a_cell_or_a_sentence_keeps_what_was_typed_there(
    terminal: Terminal, cyclus: Path
) -> None:
    terminal.start(*OSS, "--vraag-id", "partijen")
    terminal.veld("nodig?")
    terminal.typ("school" + ENTER)
    terminal.veld("belang: ")
    terminal.typ("rust en ruimte" + ESC + UP)
    terminal.veld("partij: ")
    terminal.typ(ENTER)
    terminal.veld("belang: ")
    terminal.ziet("rust en ruimte")
    terminal.typ(ENTER * 3)
    terminal.veld("partij: ")
    terminal.typ("bond" + ESC + UP)
    terminal.veld("inzet: ")
    terminal.typ(ENTER)
    terminal.veld("partij: ")
    terminal.ziet("partij: bond")
    terminal.typ(ENTER * 5)
    terminal.einde()
    rows = antwoorden(cyclus)["partijen"]["rijen"]
    assert rows == [{"partij": "school", "belang": "rust en ruimte"}, {"partij": "bond"}]

    terminal.start(*OSS, "--vraag-id", "positie")
    terminal.veld("het vaakst in?")
    terminal.typ("3" + ENTER)
    terminal.veld("Wilt u er iets bij zeggen?")
    terminal.typ("Een lange zin" + ESC + UP)
    terminal.veld("Uw keuze:")
    terminal.typ(ENTER)
    terminal.veld("Wilt u er iets bij zeggen?")
    terminal.ziet("Een lange zin")
    terminal.typ(ENTER)
    terminal.einde()
    assert antwoorden(cyclus)["positie"]["antwoord"] == "Een lange zin"


def test_stopping_where_nothing_is_kept_is_said_too(terminal: Terminal) -> None:
    terminal.start("deelnemer", "directeur-best")
    terminal.regel("Welke functie", "Directeur Best")
    terminal.kies("Waar werkt deze")
    terminal.veld("Rol:")
    said = stop(terminal)
    assert said.strip().endswith("gestopt")
    assert "Rol: deelnemer" not in said


def test_what_was_made_of_two_sheets_is_given_back_when_it_cannot_be_kept(
    terminal: Terminal, cyclus: Path, geef: Geef
) -> None:
    sheet = geef(*OSS, "--blad").out
    label = "Uw antwoord:\n"
    for name in "ab":
        (cyclus.parent / f"{name}.md").write_text(sheet.replace(label, f"{label}Van {name}.\n", 1), "utf-8")
    for stops in (True, False):
        terminal.start("zelfanalyse", "--lees", "a.md", "--lees", "b.md")
        terminal.veld("Wat blijft")
        terminal.typ("3" + ENTER)
        terminal.veld("Ctrl-C stoppen")
        terminal.typ(" Samen.")
        terminal.ziet("Van b. Samen.")
        if stops:
            said = stop(terminal)
        else:
            (cyclus / "zelfanalyse").write_text("hier kan geen map komen", "utf-8")
            terminal.typ(CTRL_D)
            said = terminal.einde(6)
        assert "u schreef bij de zelfanalyse van directeur-oss, stap-terug/tijd:" in " ".join(said.split())
        assert "Van b. Samen." in said[said.index("u schreef bij") :]


# wensen, overal


def test_wishes_are_granted_at_a_choice_a_cell_and_a_date(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "positie")
    terminal.veld("het vaakst in?")
    terminal.typ("?" + ENTER)
    terminal.zegt("Stap uit de rol van kleintje")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("2" + ENTER)
    terminal.veld("Wilt u er iets bij zeggen?")
    terminal.typ("<<" + ENTER)
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("3" + ENTER)
    terminal.regel("Wilt u er iets bij zeggen?", "")
    terminal.einde()
    assert antwoorden(cyclus)["positie"]["keuze"] == "wij nemen zelf het voortouw"

    terminal.start(*OSS, "--vraag-id", "partijen")
    terminal.veld("nodig?")
    for keys in ("?", "schol", "<<", "\x15school", "rust", "", "", ""):
        terminal.typ(keys + ENTER)
        if keys:
            terminal.veld(": ")
    terminal.einde()
    assert antwoorden(cyclus)["partijen"]["rijen"] == [{"partij": "school", "belang": "rust"}]

    terminal.start("interview", CYCLUS, "--invalshoek", "intern", "--gesprekspartner", "teamleider")
    terminal.veld("de dag van het gesprek")
    terminal.typ(ESC + "?")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("vr 5 feb 27" + ENTER)
    terminal.zegt("vrijdag 5 februari 2027")
    terminal.veld("Wat hoorde u?")
    terminal.typ("<<" + ENTER)
    terminal.veld("de dag van het gesprek")
    terminal.ziet("5 februari 2027")
    stop(terminal)


def test_a_day_that_is_another_weekday_is_asked_again(terminal: Terminal, cyclus: Path) -> None:
    terminal.start("interview", CYCLUS, "--invalshoek", "intern", "--gesprekspartner", "teamleider")
    terminal.regel("de dag van het gesprek", "maandag 5 februari 2027")
    terminal.zegt("5 februari 2027 is een vrijdag")
    stop(terminal)


def test_a_paste_into_a_choice_chooses_nothing(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "positie")
    terminal.veld("het vaakst in?")
    terminal.typ(plak("2\r\n3\r\n") + ENTER)
    assert "u vulde niets in; er is niets bewaard" in terminal.einde()
    assert not (cyclus / "zelfanalyse").exists()


def test_keys_of_the_shell_do_nothing_to_a_text(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ("Een zin." + ESC + "#" + "\x11" + "\x0f" + " Nog een." + CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Een zin. Nog een."


def test_a_sign_that_a_record_refuses_does_not_keep_the_rest_from_being_read(
    terminal: Terminal, cyclus: Path
) -> None:
    terminal.start(*OSS)
    terminal.proza("vraag 1 van", "Eerst dit.")
    terminal.veld("vraag 2 van")
    stop(terminal)
    file = bestand(cyclus)
    file.write_text(file.read_text("utf-8").replace("Eerst dit.", "Eerst \\u200Bdit."), "utf-8")
    terminal.start(*OSS)
    terminal.veld("vraag 2 van")
    stop(terminal)
    terminal.start(*OSS, "--vraag-id", "tijd")
    terminal.veld("gegaan")
    terminal.ziet("Eerst dit.")
    terminal.typ(CTRL_D)
    terminal.einde()
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Eerst dit."


# wie


def test_a_talk_that_was_planned_is_offered(terminal: Terminal, cyclus: Path, geef: Geef) -> None:
    talks = ("--gesprek", "intern, teamleider sport, 2027-02-01", "--gesprek", "extern, bestuurslid")
    assert geef("interview", CYCLUS, "--plan", *talks).code == 0
    terminal.start("interview", CYCLUS)
    terminal.veld("Welk gesprek")
    terminal.typ("extern" + ENTER)
    terminal.regel("de dag van het gesprek", "3-2-2027")
    terminal.proza("Wat hoorde u?", "Zij wachten.")
    terminal.regel("een voor een", "n")
    terminal.regel("anderen erop.", "n")
    terminal.einde()
    records = [tomllib.loads(path.read_text("utf-8")) for path in (cyclus / "interviews").iterdir()]
    assert {item["gesprekspartner"]: item.get("verslag") for item in records} == {
        "teamleider sport": None,
        "bestuurslid": "Zij wachten.",
    }


def test_what_was_given_for_one_goes_not_to_the_next(terminal: Terminal, cyclus: Path, geef: Geef) -> None:
    people = ("directeur-sed", "directeur-best")
    assert geef("deelnemer", "directeur-best", "--naam", "Directeur Best").code == 0
    assert geef("vraag", CYCLUS, *(word for id in people for word in ("--deelnemer", id))).code == 0
    terminal.start("advies", CYCLUS, "--kern", "Klein.", "--antwoord", "lef-en-geduld/uw-balans=4")
    terminal.kies("Wie het advies geeft", 1)
    terminal.kies("een inzicht", 1)
    terminal.proza("Wat is het advies", "Begin klein.")
    terminal.sla_over_tot("Nog geen advies van")
    terminal.typ("j" + ENTER)
    terminal.kies("een inzicht", 1)
    terminal.proza("Wat is het advies", "Begin groot.")
    terminal.veld("in één zin")
    stop(terminal)
    first = next(item for item in _adviezen(cyclus) if item["tekst"] == "Begin klein.")
    second = next(item for item in _adviezen(cyclus) if item["tekst"] == "Begin groot.")
    assert first["kern"] == "Klein."
    assert "kern" not in second
    assert "antwoorden" not in second


def _adviezen(cyclus: Path) -> list[dict[str, Any]]:
    return [tomllib.loads(path.read_text("utf-8")) for path in (cyclus / "adviezen").iterdir()]


# gewone regels


def test_in_plain_lines_rows_that_were_not_finished_come_back(regels: Regelterminal, cyclus: Path) -> None:
    regels.start(*OSS, "--vraag-id", "partijen")
    for question, cell in (("nodig?", "school"), ("belang", "rust"), ("ambitie", ""), ("inzet", "")):
        regels.regel(question, cell)
    regels.regel("partij", "bond")
    regels.zegt("belang: ")
    stop(regels)
    rows = [{"partij": "school", "belang": "rust"}, {"partij": "bond"}]
    assert klad(cyclus)["punten"]["coalitie/partijen"] == rows
    regels.start(*OSS, "--vraag-id", "partijen")
    regels.zegt("1  partij: school; belang: rust")
    regels.zegt("2  partij: bond")
    stop(regels)


def test_in_plain_lines_a_long_line_is_warned_of(regels: Regelterminal, cyclus: Path) -> None:
    regels.start(*OSS)
    regels.veld("vraag 1 van")
    regels.child.sendline("a" * 5000)
    regels.zegt("langere regels dan deze geeft de terminal niet door")
    stop(regels)


def test_in_plain_lines_an_answer_can_be_begun_anew_or_taken_away(
    regels: Regelterminal, cyclus: Path, geef: Geef
) -> None:
    assert geef(*OSS, "--antwoord", f"{TIJD}=Oud.").code == 0
    regels.start(*OSS, "--vraag-id", "tijd")
    regels.proza("gegaan", "-\nNieuw.")
    regels.einde()
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Nieuw."
    regels.start(*OSS, "--vraag-id", "tijd")
    regels.proza("gegaan", "-")
    regels.regel("Uw eerdere antwoord weghalen?", "j")
    regels.einde()
    assert antwoorden(cyclus) == {}


def test_no_prompt_appears_where_nobody_can_read_it(terminal: Terminal, cyclus: Path) -> None:
    command = f"{os.fspath(cyclus.parent)}/log"
    terminal.start("--versie")
    terminal.einde()
    terminal.child = terminal.child.__class__(
        "/bin/sh",
        ["-c", f"'{sys.executable}' -m leercyclus advies {CYCLUS} 2>'{command}'; echo code $?"],
        cwd=str(cyclus.parent),
        env={**os.environ, "LEERCYCLUS_VANDAAG": "2027-01-04"},
        encoding="utf-8",
        timeout=10,
    )
    terminal.child.expect_exact("code 2")
    assert "er ontbreekt nog iets" in Path(command).read_text("utf-8")


# verder, en meer kiezen


def test_verder_asks_whether_it_is_ready_and_a_number_is_a_tick(
    terminal: Terminal, groep: Path, geef: Geef
) -> None:
    made = geef(
        *("nieuw", "Vervolg", "--vraag", "Hoe?", "--waarom-nu", "Nu.", "--vraagsteller", "directeur-oss"),
        *(
            "--dag",
            "2028-04-15",
            "--plaats",
            "Oss",
            "--soort-werk",
            "veranderopgave",
            "--adviseur",
            "adviseur",
        ),
    )
    assert made.code == 0, made.err
    terminal.start("verder", "2028-vervolg")
    terminal.veld("Welk thema")
    terminal.typ(ENTER)
    terminal.regel("Is de vraag klaar?", "")
    assert "bewaard als concept" in terminal.einde()
    terminal.start("vraag", "2028-vervolg", "--vraag-id", "vraagstellers")
    terminal.veld("Wie brengen")
    terminal.typ("2 3 " + ENTER)
    terminal.regel("Is de vraag klaar?", "j")
    terminal.einde()
    data = tomllib.loads((groep / "2028-vervolg" / "cyclus.toml").read_text("utf-8"))
    assert data["vraagstellers"] == ["directeur-oss", "directeur-venlo", "directeur-sed"]
