"""Answering at a real pseudo-terminal: nobody loses a sentence, and nobody fights the tool."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CYCLUS, NIEUW, Geef, MaakTerminal

pytest.importorskip("pexpect", reason="er is geen pseudo-terminal op Windows")

from tests.cli.stukken import OSS, antwoorden, bestand, klad, stop  # needs pexpect
from tests.terminal import (
    CTRL_D,
    DOWN,
    ENTER,
    ESC,
    LEFT,
    UP,
    Regelterminal,
    Terminal,
    plak,
)

# een antwoord in een veld


def test_a_pasted_text_goes_into_the_one_answer(terminal: Terminal, cyclus: Path) -> None:
    text = "Eerste regel.\r\n\r\n?\r\n<\r\n  - een punt, met ‘tekens’ en é\r\nrm -rf /\r\n"
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ(plak(text) + CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    kept = "Eerste regel.\n\n?\n<\n  - een punt, met ‘tekens’ en é\nrm -rf /"
    assert antwoorden(cyclus) == {"tijd": {"antwoord": kept}}


def test_a_text_can_be_edited_and_undone(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ("abc" + LEFT * 2 + "X" + ENTER + "twee" + UP + "!" + DOWN + plak(" weg") + "\x1a")
    terminal.typ(ESC + ENTER)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "aX!\ntweebc"


def test_signs_that_a_record_refuses_are_dropped_and_that_is_said(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ(plak("a\u202eb\u200bc\u0007d"))
    terminal.ziet("3 onzichtbare tekens weggelaten")
    terminal.typ(CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "abcd"


def test_lines_that_look_like_those_of_a_merge_are_read_back(terminal: Terminal, cyclus: Path) -> None:
    text = "<<<<<<< HEAD\nvan mij\n=======\nvan u\n>>>>>>> main"
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ(plak(text) + CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == text
    terminal.start(*OSS)
    terminal.veld("vraag 2 van")
    stop(terminal)


def test_an_empty_answer_leaves_the_question_open(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.proza("vraag 1 van", "")
    terminal.proza("vraag 2 van", "   \n  ")
    terminal.proza("vraag 3 van", "Dit wel.")
    terminal.veld("vraag 4 van")
    stop(terminal)
    assert list(antwoorden(cyclus)) == ["partners"]
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    stop(terminal)


def test_the_keys_are_said_in_a_line_below_the_field(terminal: Terminal) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.ziet("Ctrl-D overslaan · Enter nieuwe regel · ? de les")
    terminal.typ("x")
    terminal.ziet("Ctrl-D klaar · Enter nieuwe regel · Esc ? de les")
    assert "Ctrl-C stoppen" in terminal.alles()


def test_before_a_question_stand_its_lesson_its_why_and_its_number(terminal: Terminal) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van 8 (nodig om af te ronden)")
    said = terminal.alles()
    assert "Een stap terug\n" in said
    assert "Les: Doe eerst een paar passen achteruit" in said
    assert "Waarom deze vraag: De deelnemers weten dan wat al is geprobeerd" in said
    assert "Hoe is het met deze vraag gegaan" in said


# uitleg en eerdere antwoorden


def test_a_question_mark_alone_shows_the_lesson(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--alle-vragen", "--vraag-id", "samen-doorgemaakt")
    terminal.veld("samen doorgemaakt")
    terminal.typ("?" + ENTER)
    terminal.zegt("Een regio bouwt op haar eigen verhaal")
    terminal.zegt("Voorbeeld: In de regio Venlo")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("? is ook het begin van een antwoord" + CTRL_D)
    assert "bewaard als concept" in terminal.einde()
    assert antwoorden(cyclus) == {"samen-doorgemaakt": {"antwoord": "? is ook het begin van een antwoord"}}


def test_the_lesson_can_be_looked_at_in_the_middle_of_an_answer(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ("Halverwege" + ESC + "?")
    terminal.zegt("Wie verder wil komen")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ(" verder" + CTRL_D)
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Halverwege verder"


def _earlier(geef: Geef, title: str, day: str, who: str, said: str) -> None:
    """A zelfanalyse in another cyclus."""
    words = [title if part == "Zwembad of niet" else part for part in NIEUW]
    words[words.index("--dag") + 1] = day
    made = geef(*words)
    cyclus = made.out.split("/")[0]
    answer = ("--datum", day, "--antwoord", f"stap-terug/tijd={said}")
    assert geef("zelfanalyse", cyclus, "--door", who, *answer).code == 0


def test_earlier_answers_of_the_same_people_are_shown_the_oldest_first(
    terminal: Terminal, cyclus: Path, geef: Geef
) -> None:
    _earlier(geef, "Later", "2026-11-01", "directeur-oss", "Wij zwegen, ik ook.")
    _earlier(geef, "Eerst", "2025-11-01", "directeur-oss", "Het ging niet goed.")
    _earlier(geef, "Ander", "2026-01-01", "directeur-venlo", "Van iemand anders.")
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.zegt("< eerder (2)")
    terminal.typ("<" + ENTER)
    terminal.zegt("bij ‘Eerst’, 1 november 2025:")
    terminal.zegt("Het ging niet goed.")
    terminal.zegt("bij ‘Later’, 1 november 2026:")
    terminal.zegt("Wij zwegen, ik ook.")
    terminal.veld("Ctrl-C stoppen")
    terminal.typ("< hier begint mijn antwoord mee" + CTRL_D)
    terminal.veld("vraag 2 van")
    terminal.typ("<" + ENTER)
    terminal.zegt("er is nog geen eerder antwoord van u")
    said = stop(terminal)
    assert "Van iemand anders" not in said
    assert antwoorden(cyclus) == {"tijd": {"antwoord": "< hier begint mijn antwoord mee"}}


# keuzes, schalen, lijsten, datums


def test_a_choice_by_arrow_or_number_with_a_word_beside_it(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "calimero/positie")
    terminal.veld("het vaakst in?")
    terminal.typ(DOWN * 3 + UP + ENTER)
    terminal.regel("Wilt u er iets bij zeggen", "Soms.")
    terminal.einde()
    assert antwoorden(cyclus) == {
        "positie": {"keuze": "wij leggen uit hoe het beter kan", "antwoord": "Soms."}
    }
    terminal.start(*OSS, "--vraag-id", "calimero/positie")
    terminal.veld("het vaakst in?")
    terminal.typ("6" + ENTER)
    terminal.regel("Wilt u er iets bij zeggen", "")
    terminal.einde()
    assert antwoorden(cyclus)["positie"] == {"keuze": "een andere rol", "antwoord": "Soms."}


def test_a_choice_that_is_not_made_is_no_answer(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.sla_over_tot("vraag 5 van")
    terminal.typ(ENTER)
    terminal.veld("vraag 6 van")
    assert "er is niets bewaard" in stop(terminal)
    assert not (cyclus / "zelfanalyse").exists()


def test_a_scale_has_words_at_both_ends_and_asks_why(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "balans")
    terminal.veld("tussen geduld en lef?")
    said = terminal.alles()
    assert "1  geduld" in said
    assert "5  lef" in said
    terminal.typ("4" + ENTER)
    terminal.regel("Waarom dit cijfer", "De tijd dringt.")
    terminal.einde()
    assert antwoorden(cyclus) == {"balans": {"score": 4, "antwoord": "De tijd dringt."}}


def test_a_list_takes_rows_until_an_empty_one_and_can_be_changed(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "partijen")
    terminal.veld("nodig?")
    for cell in ("vereniging", "uren", "", "vrijwilligers", "school", "lessen"):
        terminal.typ(cell + ENTER)
        terminal.veld(": ")
    terminal.typ(ENTER * 3)
    terminal.einde()
    first = {"partij": "vereniging", "belang": "uren", "inzet": "vrijwilligers"}
    assert antwoorden(cyclus)["partijen"]["rijen"] == [first, {"partij": "school", "belang": "lessen"}]
    terminal.start(*OSS, "--vraag-id", "partijen")
    terminal.zegt("1  partij: vereniging; belang: uren; inzet: vrijwilligers")
    terminal.regel("Een rij veranderen?", "2")
    for keys in (" basis", "", "elke dag", ""):
        terminal.veld(": ")
        terminal.typ(keys + ENTER)
    terminal.regel("Een rij veranderen?", "")
    terminal.veld("partij: ")
    terminal.typ(ENTER)
    terminal.einde()
    second = {"partij": "school basis", "belang": "lessen", "ambitie": "elke dag"}
    assert antwoorden(cyclus)["partijen"]["rijen"] == [first, second]


@pytest.mark.parametrize("typed", ["12-3-2027", "12 maart 2027", "2027-03-12", "12 mrt 2027"])
def test_a_date_as_people_write_it_is_repeated(terminal: Terminal, cyclus: Path, typed: str) -> None:
    terminal.start("interview", CYCLUS, "--invalshoek", "intern", "--gesprekspartner", "teamleider")
    terminal.regel("de dag van het gesprek", typed)
    terminal.zegt("vrijdag 12 maart 2027")
    terminal.veld("Wat hoorde u?")
    stop(terminal)
    assert "datum = 2027-03-12" in bestand(cyclus, "interviews").read_text("utf-8")


# terug, en opnieuw


def test_back_to_an_answered_question_with_the_old_text_in_the_field(
    terminal: Terminal, cyclus: Path
) -> None:
    terminal.start(*OSS)
    terminal.proza("vraag 1 van", "Oud.")
    terminal.veld("vraag 2 van")
    terminal.typ("<<" + ENTER)
    terminal.veld("vraag 1 van")
    terminal.zegt("Oud.")
    terminal.typ(" Nieuw." + CTRL_D)
    terminal.veld("vraag 2 van")
    terminal.typ("half" + ESC + UP)
    terminal.veld("vraag 1 van")
    terminal.typ(CTRL_D)
    terminal.veld("vraag 2 van")
    terminal.ziet("half")
    stop(terminal)
    assert antwoorden(cyclus) == {"tijd": {"antwoord": "Oud. Nieuw."}}


def test_the_first_question_has_none_before_it(terminal: Terminal, cyclus: Path) -> None:
    terminal.start("gespreksnotitie", CYCLUS, "--vraag-id", "spiegel")
    terminal.veld("houdt u de vraagstellers")
    terminal.typ("<<" + ENTER)
    terminal.zegt("dit is de eerste vraag")
    terminal.veld("houdt u de vraagstellers")
    stop(terminal)


def test_an_answer_can_be_taken_away_again(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS, "--vraag-id", "tijd")
    terminal.proza("gegaan", "Weg ermee.")
    terminal.einde()
    terminal.start(*OSS, "--vraag-id", "tijd")
    terminal.veld("gegaan")
    terminal.typ("\x15" + CTRL_D)
    terminal.regel("Uw eerdere antwoord weghalen?", "j")
    terminal.einde()
    assert antwoorden(cyclus) == {}


def test_one_question_can_be_gone_to(terminal: Terminal, cyclus: Path, geef: Geef) -> None:
    terminal.start(*OSS, "--vraag-id", "veiligheid/eigen-rol")
    terminal.proza("waar het misging?", "Ik vertelde het te laat.")
    terminal.einde()
    terminal.start(*OSS, "--vraag-id", "samenvatting")
    terminal.proza("vat u uw zelfanalyse", "Te laat.")
    terminal.einde()
    assert list(antwoorden(cyclus)) == ["eigen-rol"]
    assert 'samenvatting = "Te laat."' in bestand(cyclus).read_text("utf-8")
    terminal.start(*OSS, "--vraag-id", "eigen-rl")
    assert "bedoelde u 'eigen-rol'?" in terminal.einde(4)
    assert geef(*OSS, "--vraag-id", "eigen-rol").code == 2


# ondertussen gewijzigd


def test_what_another_changed_elsewhere_in_the_record_stays(terminal: Terminal, cyclus: Path) -> None:
    terminal.start(*OSS)
    terminal.proza("vraag 1 van", "Eerst dit.")
    terminal.veld("vraag 2 van")
    file = bestand(cyclus)
    file.write_text("# van iemand anders\n" + file.read_text("utf-8"), "utf-8")
    terminal.typ("En dan dat." + CTRL_D)
    terminal.zegt("is ondertussen ook ergens anders gewijzigd")
    terminal.veld("vraag 3 van")
    stop(terminal)
    assert file.read_text("utf-8").startswith("# van iemand anders\n")
    assert [item["antwoord"] for item in antwoorden(cyclus).values()] == ["Eerst dit.", "En dan dat."]


@pytest.mark.parametrize(
    ("choice", "kept"), [(1, "Van mij."), (2, "Van haar."), (3, "Van mij.\n\nVan haar.")]
)
def test_the_same_answer_changed_underneath_is_offered_beside_yours(
    terminal: Terminal, cyclus: Path, choice: int, kept: str
) -> None:
    terminal.start(*OSS, "--vraag-id", "tijd")
    terminal.proza("gegaan", "Oud.")
    terminal.einde()
    file = bestand(cyclus)
    terminal.start(*OSS, "--vraag-id", "tijd")
    terminal.veld("gegaan")
    file.write_text(file.read_text("utf-8").replace("Oud.", "Van haar."), "utf-8")
    terminal.typ("\x15Van mij." + CTRL_D)
    terminal.zegt("op hetzelfde punt")
    terminal.veld("Wat blijft")
    said = terminal.alles()
    assert "wat u schreef:\n  Van mij." in said
    assert "wat er nu staat:\n  Van haar." in said
    terminal.typ(f"{choice}{ENTER}")
    if choice == 3:
        terminal.veld("Ctrl-C stoppen")
        terminal.typ(CTRL_D)
    terminal.einde()
    assert antwoorden(cyclus)["tijd"]["antwoord"] == kept


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (lambda text: text.replace('"concept"', '"definitief"'), 5, "is ondertussen definitief gemaakt"),
        (lambda text: text + "<<<<<<< HEAD\n", 3, "twee versies"),
        (None, 5, "is ondertussen weg"),
    ],
)
def test_a_record_that_cannot_be_written_any_more_keeps_the_answer(
    terminal: Terminal, cyclus: Path, change: Any, code: int, says: str
) -> None:
    terminal.start(*OSS)
    terminal.proza("vraag 1 van", "Eerst dit.")
    terminal.veld("vraag 2 van")
    file = bestand(cyclus)
    if change is None:
        file.unlink()
    else:
        file.write_text(change(file.read_text("utf-8")), "utf-8")
    changed = file.read_bytes() if file.exists() else None
    terminal.typ("En dan dat." + CTRL_D)
    said = " ".join(terminal.einde(code).split())
    assert says in said
    assert "is als klad bewaard" in said
    assert (file.read_bytes() if file.exists() else None) == changed
    assert klad(cyclus)["punten"] == {"verhaal-van-de-regio/samen-doorgemaakt": "En dan dat."}


# andere terminals


def test_in_plain_lines_an_answer_is_ended_by_a_full_stop_and_may_have_empty_lines(
    regels: Regelterminal, cyclus: Path
) -> None:
    regels.start(*OSS)
    regels.proza("vraag 1 van", "Eerst.\n\nDan.")
    regels.veld("vraag 2 van")
    stop(regels)
    assert antwoorden(cyclus)["tijd"]["antwoord"] == "Eerst.\n\nDan."


def test_plain_lines_can_do_all_that_fields_can(regels: Regelterminal, cyclus: Path) -> None:
    regels.start(*OSS)
    regels.veld("vraag 1 van")
    regels.child.sendline("?")
    regels.zegt("Wie verder wil komen")
    regels.child.expect_exact("| ")
    regels.child.sendline("<")
    regels.zegt("er is nog geen eerder antwoord")
    regels.proza("", "Eerst.")
    regels.veld("vraag 2 van")
    regels.child.sendline("<<")
    regels.zegt("vraag 1 van")
    regels.zegt("Eerst.")
    regels.proza("", "En toen.")
    regels.veld("vraag 2 van")
    regels.child.send(CTRL_D)
    regels.zegt("vraag 3 van")
    regels.child.expect_exact("| ")
    regels.child.sendline("half")
    regels.child.expect_exact("| ")
    stop(regels)
    assert antwoorden(cyclus) == {"tijd": {"antwoord": "Eerst.\nEn toen."}}
    regels.start(*OSS)
    regels.sla_over_tot("u was hier gebleven")
    regels.zegt("half")
    stop(regels)


def test_nothing_is_redrawn_in_plain_lines(regels: Regelterminal) -> None:
    regels.start(*OSS)
    regels.proza("vraag 1 van", "Eerst.")
    regels.veld("vraag 2 van")
    stop(regels)
    assert "\x1b" not in regels.ruw()


@pytest.mark.parametrize(
    ("size", "settings"),
    [
        ((24, 80), {"TERM": "vt100"}),
        ((0, 0), {"TERM": "vt102"}),
        ((10, 40), {"TERM": "linux", "NO_COLOR": "1"}),
    ],
    ids=["vt100", "zonder maat", "klein en zonder kleur"],
)
def test_a_serial_line_and_a_small_window_are_enough(
    cyclus: Path, maak_terminal: MaakTerminal, size: tuple[int, int], settings: dict[str, str]
) -> None:
    terminal = maak_terminal(cyclus.parent, rows=size[0], columns=size[1])
    terminal.start(*OSS, **settings)
    terminal.proza(
        "vraag 1 van", "Eerste regel.\n\nDerde regel, die veel langer is dan een smal venster breed is."
    )
    terminal.veld("vraag 2 van")
    stop(terminal)
    assert "\x1b[6n" not in terminal.ruw()  # it does not ask where the cursor is
    assert antwoorden(cyclus)["tijd"]["antwoord"].endswith("dan een smal venster breed is.")
    if "NO_COLOR" in settings:
        assert "\x1b[0;38" not in terminal.ruw()


def test_lines_break_between_words_in_a_narrow_window(cyclus: Path, maak_terminal: MaakTerminal) -> None:
    terminal = maak_terminal(cyclus.parent, columns=40)
    terminal.start(*OSS)
    terminal.veld("vraag 1 van")
    terminal.typ("De vereniging rekende al jaren met eigen cijfers.")
    terminal.ziet("cijfers.")
    said = terminal.alles()
    assert "│ De vereniging rekende al jaren met" in said
    assert "│ eigen cijfers." in said
    assert max(map(len, said.splitlines())) <= 40
    stop(terminal)


# alle vragen van de bibliotheek

_STUKKEN: list[tuple[tuple[str, ...], str]] = [
    (("zelfanalyse", "--door", "directeur-oss"), "zelfanalyse"),
    (("interview", "--invalshoek", "intern", "--gesprekspartner", "teamleider"), "interviews"),
    (("intervisie", "--aanwezig", "directeur-oss"), "."),
    (("advies", "--van", "directeur-sed", "--tekst", "Begin klein."), "adviezen"),
]


@pytest.mark.parametrize("thema", ["leren-te-leren", "organisatieontwikkeling", "regionale-samenwerking"])
def test_every_question_of_the_library_is_asked_once_and_answered(
    terminal: Terminal, cyclus: Path, geef: Geef, thema: str
) -> None:
    from leercyclus.store import ingebouwd

    assert geef("vraag", CYCLUS, "--thema", thema).code == 0
    asked: list[tuple[str, str]] = []
    for (command, *options), folder in _STUKKEN:
        terminal.start(command, CYCLUS, *options, "--alle-vragen")
        _answer_everything(terminal)
        assert "Traceback" not in terminal.einde()
        file = cyclus / "intervisie.toml" if folder == "." else bestand(cyclus, folder)
        data = tomllib.loads(file.read_text("utf-8"))
        assert data.get("stand", "definitief") == "definitief"
        asked += [(row["les"].removeprefix("ingebouwd/"), row["vraag"]) for row in data["antwoorden"]]
    wanted = [
        (les.id, question.id)
        for les in ingebouwd.lessen()
        if les.les.thema in (thema, "leren-te-leren")
        for question in les.vragen
    ]
    assert sorted(asked) == sorted(wanted)


def _answer_everything(terminal: Terminal) -> None:
    """Answer whatever comes, each in the way that suits it."""
    import pexpect

    for _ in range(200):  # far more than there are
        if terminal.child.expect_exact(["\x1b[?2004h", pexpect.EOF]) == 1:
            return
        asked = str(terminal.child.before)
        terminal.child.expect_exact("Ctrl-C stoppen")
        field = str(terminal.child.before)
        if "[j/N]" in asked + field:
            terminal.typ("j" + ENTER)
        elif "nieuwe regel" in field:
            terminal.typ("In eigen woorden." + CTRL_D)
        elif "een nummer" in field:
            terminal.typ("2" + ENTER)
        elif "Enter klaar" in field:
            terminal.typ(ENTER)
        else:
            terminal.typ("Een cel." + ENTER)
