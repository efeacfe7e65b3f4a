"""Sheets: what people read and write on paper and in Word comes back as records, without retyping."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from syrupy.assertion import SnapshotAssertion

from leercyclus.app import OPDRACHTEN
from tests.conftest import CYCLUS, NIEUW, Geef, MaakTerminal, inhoud

#: Every command that records, with what says whose sheet it is.
OPNEMEN: dict[str, tuple[str, ...]] = {
    "nieuw": (),
    "vraag": (CYCLUS,),
    "zelfanalyse": (CYCLUS, "--door", "directeur-oss"),
    "interview": (CYCLUS,),
    "gespreksnotitie": (CYCLUS,),
    "verspreid": (CYCLUS,),
    "intervisie": (CYCLUS,),
    "advies": (CYCLUS, "--van", "directeur-sed"),
    "opvolging": (CYCLUS,),
    "terugkoppeling": (CYCLUS, "--organisatie", "oss"),
    "meenemen": (CYCLUS, "--door", "directeur-sed"),
    "les": (CYCLUS,),
}
ANTWOORD = "Uw antwoord:\n"


def vul_in(sheet: str, answers: Mapping[str, str]) -> str:
    """Write on a sheet in Markdown, as in an editor: below the question that has this code."""
    for code, answer in answers.items():
        before, mark, after = sheet.partition(f"\n[vraag {code}]\n")
        assert mark, code
        head, label, rest = after.partition(ANTWOORD)
        sheet = f"{before}{mark}{head}{label}\n{answer}\n{rest}"
    return sheet


def kruis_aan(sheet: str, label: str) -> str:
    assert f"[ ] {label}" in sheet
    return sheet.replace(f"[ ] {label}", f"[x] {label}", 1)


def blad(geef: Geef, command: str, *arguments: str) -> str:
    result = geef(command, *arguments, "--blad")
    assert result.code == 0, result.err
    return result.out


def bewaar(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return name


def lees(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


@pytest.fixture
def advies(cyclus: Path, geef: Geef) -> str:
    made = geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein.", "--kern", "Klein.").out
    return Path(made.strip()).stem


# een blad maken


@pytest.mark.parametrize("command", OPNEMEN)
def test_every_recording_command_makes_a_sheet_and_writes_nothing(
    cyclus: Path, geef: Geef, advies: str, command: str, snapshot: SnapshotAssertion
) -> None:
    before = inhoud(cyclus.parent)
    said = blad(geef, command, *OPNEMEN[command])
    assert inhoud(cyclus.parent) == before
    assert said.startswith("# ")
    assert "Uw antwoord:" in said
    said = re.sub(r"^(\[blad \w+ \S+ [a-z-]+-)[a-z0-9]{6}\b", r"\1xxxxxx", said, flags=re.MULTILINE)
    assert said.replace(advies, "directeur-sed-advies") == snapshot


@pytest.mark.parametrize("command", sorted(OPNEMEN.keys() - {"interview"}))
def test_a_sheet_that_is_printed_twice_is_the_same(
    cyclus: Path, geef: Geef, advies: str, command: str
) -> None:
    assert blad(geef, command, *OPNEMEN[command]) == blad(geef, command, *OPNEMEN[command])


def test_all_recording_commands_are_in_this_test(geef: Geef) -> None:
    with_sheet = {name for name in OPDRACHTEN if "--blad" in geef(name, "--help").out}
    assert with_sheet == set(OPNEMEN)


def test_a_sheet_has_the_lesson_and_the_why_of_each_question(cyclus: Path, geef: Geef) -> None:
    said = blad(geef, *("zelfanalyse", *OPNEMEN["zelfanalyse"]))
    assert "Les: Doe eerst een paar passen achteruit" in said
    assert "Waarom deze vraag: De deelnemers weten dan wat al is geprobeerd" in said
    assert "**De vraag:** Hoe houden we het gesprek open?" in said
    assert "**Graag terug:** aan de coördinator, uiterlijk donderdag 11 februari 2027" in said


def test_the_day_has_a_sheet_with_running_order_look_back_and_a_card_for_each(
    cyclus: Path, geef: Geef, snapshot: SnapshotAssertion
) -> None:
    said = blad(geef, "intervisie", CYCLUS)
    assert "Terugblik. Wat werd er van de adviezen van de vorige keer?" in said
    assert "## Advies van Directeur SED" in said
    assert "## Advies van Directeur Oss" not in said  # a vraagsteller gives none
    card = said[said.index("## Advies van") :]
    assert card.count(ANTWOORD) == 4
    assert "Vragen die kunnen helpen:" in card


def test_a_sheet_for_nobody_in_particular_has_a_part_for_each(cyclus: Path, geef: Geef) -> None:
    said = blad(geef, "zelfanalyse", CYCLUS)
    assert "## Zelfanalyse van Directeur Oss" in said
    assert "## Zelfanalyse van Directeur Venlo" in said


def test_what_is_filled_in_already_stands_on_the_sheet(cyclus: Path, geef: Geef) -> None:
    who = ("--door", "directeur-oss")
    geef("zelfanalyse", CYCLUS, *who, "--antwoord", "stap-terug/tijd=Een lek dak.", "--samenvatting", "Kort.")
    geef("zelfanalyse", CYCLUS, *who, "--antwoord", "calimero/positie=een andere rol")
    said = blad(geef, "zelfanalyse", CYCLUS, *who)
    assert f"{ANTWOORD}\nEen lek dak." in said
    assert f"{ANTWOORD}\nKort." in said
    assert "- [x] een andere rol" in said
    result = geef("zelfanalyse", CYCLUS, "--lees", bewaar(cyclus.parent, "a.md", said))
    assert result.code == 0
    assert "niets nieuws op: a.md" in result.err


def test_a_file_that_is_there_is_not_written_over(cyclus: Path, geef: Geef) -> None:
    (cyclus.parent / "a.md").write_text("van mij", "utf-8")
    arguments = ("gespreksnotitie", CYCLUS, "--blad", "--naar", "a.md")
    assert geef(*arguments).code == 5
    assert (cyclus.parent / "a.md").read_text("utf-8") == "van mij"
    result = geef(*arguments, "--vervang")
    assert result.out == "a.md\n"
    assert "lees het in met: leercyclus gespreksnotitie --lees a.md" in result.err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--blad", "--naar", "a.pdf"), 2, ".md of .docx"),
        (("--naar", "a.md"), 2, "--naar hoort bij --blad"),
        (("--blad", "--naar", "."), 2, ".md of .docx"),
    ],
)
def test_what_cannot_be_made_is_told(
    cyclus: Path, geef: Geef, arguments: tuple[str, ...], code: int, says: str
) -> None:
    result = geef("gespreksnotitie", CYCLUS, *arguments)
    assert result.code == code
    assert says in result.err


def test_the_example_gives_sheets_too(geef: Geef, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import VOORBEELD

    monkeypatch.chdir(VOORBEELD.parent)
    assert "# Advies:" in blad(geef, "advies", "2017-stroomlijn")


# een blad lezen


def test_a_filled_sheet_becomes_a_record(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss")
    sheet = vul_in(
        sheet,
        {
            "stap-terug/tijd": "Eerst dit.\n\n  - en een punt\n## geen kop",
            "veiligheid/eigen-rol": "Ik zweeg.",
            "samenvatting": "Kort\ngezegd.",
        },
    )
    sheet = kruis_aan(sheet, "een andere rol")
    empty, filled = "|  |  |  |  |", "| school | rust \\| ruimte |  | geld |"
    sheet = sheet.replace(empty, filled, 1)
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "oss.md", sheet))
    assert result.code == 0, result.err
    data = lees(cyclus.parent / result.out.strip())
    assert data["door"] == ["directeur-oss"]
    assert data["stand"] == "concept"
    assert data["samenvatting"] == "Kort\ngezegd."
    said = {row["vraag"]: row for row in data["antwoorden"]}
    assert said["tijd"]["antwoord"] == "Eerst dit.\n\n  - en een punt\n## geen kop"
    assert said["eigen-rol"]["antwoord"] == "Ik zweeg."
    assert said["positie"]["keuze"] == "een andere rol"
    assert said["partijen"]["rijen"] == [{"partij": "school", "belang": "rust | ruimte", "inzet": "geld"}]
    assert list(said) == ["tijd", "positie", "eigen-rol", "partijen"]


def test_reading_a_sheet_twice_makes_one_record(cyclus: Path, geef: Geef) -> None:
    sheet = vul_in(blad(geef, "advies", CYCLUS), {"tekst": "Begin klein.", "kern": "Klein."})
    name = bewaar(cyclus.parent, "kaart.md", sheet)
    first = geef("advies", "--lees", name)
    assert first.code == 0
    before = inhoud(cyclus)
    again = geef("advies", "--lees", name)
    assert again.code == 0
    assert again.out == ""
    assert "niets nieuws op: kaart.md" in again.err
    assert inhoud(cyclus) == before


def test_the_cards_of_the_day_are_read_with_the_day(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, "intervisie", CYCLUS)
    sheet = vul_in(
        sheet, {"afspraken_vertrouwelijkheid": "Het blijft hier.", "vraag_herzien": "Wie besluit?"}
    )
    sheet = vul_in(sheet, {"tekst": "Begin klein."})
    sheet = kruis_aan(kruis_aan(sheet, "Directeur SED (directeur-sed)"), "Directeur Oss (directeur-oss)")
    result = geef("intervisie", CYCLUS, "--lees", bewaar(cyclus.parent, "dag.md", sheet), "--definitief")
    assert result.code == 0, result.err
    day = lees(cyclus / "intervisie.toml")
    assert day["stand"] == "definitief"
    assert day["aanwezig"] == ["directeur-oss", "directeur-sed"]
    assert day["plaats"] == "Enkhuizen"
    assert str(day["datum"]) == "2027-04-15"
    (advice,) = (cyclus / "adviezen").iterdir()
    assert lees(advice)["tekst"] == "Begin klein."
    assert lees(advice)["van"] == "directeur-sed"
    assert len(result.out.splitlines()) == 2


def test_several_sheets_at_once_and_a_folder_of_them(cyclus: Path, geef: Geef) -> None:
    (cyclus.parent / "in").mkdir()
    for who in ("directeur-oss", "directeur-venlo"):
        sheet = blad(geef, "zelfanalyse", CYCLUS, "--door", who)
        bewaar(cyclus.parent / "in", f"{who}.md", vul_in(sheet, {"samenvatting": f"Van {who}."}))
    result = geef("zelfanalyse", "--lees", "in/directeur-oss.md", "--lees", "in/directeur-venlo.md")
    assert result.code == 0, result.err
    assert len(result.out.splitlines()) == 2
    again = geef("zelfanalyse", "--lees", "in")
    assert "niets nieuws op: in/directeur-oss.md, in/directeur-venlo.md" in again.err


def test_a_sheet_answered_by_mail_below_what_was_sent(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, "gespreksnotitie", CYCLUS)
    quoted = "\n".join(f"> {line}".rstrip() for line in sheet.splitlines())
    reply = quoted.replace("> Uw antwoord:\n", "> Uw antwoord:\nDit is de spiegel.\n", 1)
    result = geef("gespreksnotitie", "--lees", "-", stdin=f"Beste coördinator,\n\n{reply}".encode())
    assert result.code == 0, result.err
    assert lees(cyclus / "gespreksnotitie.toml")["spiegel"] == "Dit is de spiegel."


def test_two_sheets_that_differ_are_both_named_and_nothing_is_written(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss")
    for name, said in (("a.md", "Van de een."), ("b.md", "Van de ander.")):
        bewaar(cyclus.parent, name, vul_in(sheet, {"samenvatting": said, "stap-terug/tijd": "Samen."}))
    before = inhoud(cyclus.parent)
    result = geef("zelfanalyse", "--lees", "a.md", "--lees", "b.md")
    assert result.code == 5
    assert "de zelfanalyse van directeur-oss, samenvatting: " in result.err
    assert "a.md: Van de een." in result.err
    assert "b.md: Van de ander." in result.err
    assert "Samen." not in result.err
    assert inhoud(cyclus.parent) == before


def test_what_is_there_already_is_not_lost_unless_asked(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss")
    name = bewaar(cyclus.parent, "a.md", vul_in(sheet, {"samenvatting": "Van het blad."}))
    geef("zelfanalyse", CYCLUS, "--door", "directeur-oss", "--samenvatting", "Al getypt.")
    result = geef("zelfanalyse", "--lees", name)
    assert result.code == 5
    assert "wat er al staat: Al getypt." in result.err
    (file,) = (cyclus / "zelfanalyse").iterdir()
    assert lees(file)["samenvatting"] == "Al getypt."
    assert geef("zelfanalyse", "--lees", name, "--vervang").code == 0
    assert lees(file)["samenvatting"] == "Van het blad."


def test_a_closed_record_is_not_changed_by_a_sheet(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, "gespreksnotitie", CYCLUS)
    every = dict.fromkeys(
        ("spiegel", "beelden_intern", "beelden_extern", "ervaringen_elders", "vragen_voor_de_dag"),
        "Zo is het.",
    )
    name = bewaar(cyclus.parent, "g.md", vul_in(sheet, every))
    assert geef("gespreksnotitie", "--lees", name, "--definitief").code == 0
    other = bewaar(cyclus.parent, "h.md", vul_in(sheet, {**every, "spiegel": "Anders."}))
    refused = geef("gespreksnotitie", "--lees", other)
    assert refused.code == 5
    assert "--heropen" in refused.err
    assert geef("gespreksnotitie", "--lees", other, "--heropen", "--vervang").code == 0
    assert lees(cyclus / "gespreksnotitie.toml")["spiegel"] == "Anders."


def _without(line: str) -> Callable[[str], str]:
    return lambda sheet: sheet.replace(f"{line}\n", "", 1)


def _ticked_twice(sheet: str) -> str:
    return kruis_aan(kruis_aan(sheet, "een andere rol"), "wij volgen wat een ander kiest")


@pytest.mark.parametrize(
    ("spoil", "code", "says"),
    [
        (_without("[vraag stap-terug/partners]"), 3, "hoort de code [vraag stap-terug/partners]"),
        (lambda sheet: sheet.replace("stap-terug/tijd]", "stap-terug/tijdd]"), 3, "[vraag stap-terug/tijdd]"),
        (lambda sheet: sheet.replace("directeur-oss]", "directeur-os]"), 3, "'directeur-os'"),
        (lambda sheet: sheet.replace(f" {CYCLUS} ", " 2027-elders "), 3, "2027-elders"),
        (_ticked_twice, 3, "laat er één staan"),
        (lambda sheet: sheet.replace("[blad zelfanalyse ", "[blad advies "), 3, "leercyclus advies --lees"),
    ],
    ids=["code weg", "code verschreven", "persoon", "cyclus", "twee kruisjes", "ander soort"],
)  # fmt: skip
def test_a_sheet_that_does_not_hold_says_where_and_writes_nothing(
    cyclus: Path, geef: Geef, spoil: Callable[[str], str], code: int, says: str
) -> None:
    sheet = blad(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss")
    bewaar(cyclus.parent, "a.md", spoil(vul_in(sheet, {"stap-terug/tijd": "Toen.", "samenvatting": "Kort."})))
    before = inhoud(cyclus.parent)
    result = geef("zelfanalyse", "--lees", "a.md")
    assert result.code == code, result.err
    assert "a.md" in result.err
    assert says in result.err
    assert inhoud(cyclus.parent) == before


def test_a_line_written_above_the_room_for_it_counts(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss")
    sheet = sheet.replace("\nUw antwoord:\n", "\nBoven de streep.\n\nUw antwoord: en erachter\n", 1)
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    data = lees(cyclus.parent / result.out.strip())
    assert data["antwoorden"][0]["antwoord"] == "Boven de streep.\n\nen erachter"


def test_a_sheet_with_the_words_of_an_older_version_gives_only_the_answer(cyclus: Path, geef: Geef) -> None:
    sheet = vul_in(blad(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss"), {"stap-terug/tijd": "Toen."})
    sheet = sheet.replace("Hoe is het met deze vraag gegaan", "Hoe liep het vroeger")
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    assert [row["antwoord"] for row in lees(cyclus.parent / result.out.strip())["antwoorden"]] == ["Toen."]


def test_a_new_cyclus_from_a_sheet(groep: Path, geef: Geef) -> None:
    sheet = vul_in(
        blad(geef, "nieuw"),
        {
            "titel": "Zwembad of niet",
            "vraag": "Hoe verder?",
            "waarom_nu": "De raad.",
            "intervisiedag": "15 april 2027",
        },
    )
    sheet = kruis_aan(sheet, "Directeur Oss (directeur-oss)")
    result = geef("nieuw", "--lees", bewaar(groep, "n.md", sheet))
    assert result.code == 0, result.err
    data = lees(groep / CYCLUS / "cyclus.toml")
    assert data["vraagstellers"] == ["directeur-oss"]
    assert str(data["intervisiedag"]) == "2027-04-15"
    assert len(data["deelnemers"]) == 5
    assert "niets nieuws op: n.md" in geef("nieuw", "--lees", "n.md").err
    refused = geef("vraag", CYCLUS, "--lees", "n.md")
    assert refused.code == 3
    assert "leercyclus nieuw --lees n.md" in refused.err


def test_an_answer_to_an_advice_and_a_lesson_from_sheets(cyclus: Path, geef: Geef, advies: str) -> None:
    sheet = blad(geef, "opvolging", CYCLUS)
    assert "**Advies van directeur-sed:** Begin klein." in sheet
    sheet = kruis_aan(
        vul_in(sheet, {"waarom": "Zij kennen het gebouw.", "uiterlijk": "1-6-2027"}), "neemt over"
    )
    made = geef("opvolging", "--lees", bewaar(cyclus.parent, "o.md", sheet))
    assert made.code == 0, made.err
    data = lees(cyclus.parent / made.out.strip())
    assert (data["adviezen"], data["voornemen"], str(data["uiterlijk"])) == (
        [advies],
        "neemt over",
        "2027-06-01",
    )

    les = vul_in(
        blad(geef, "les", CYCLUS), {"titel": "Wie rekent", "kern": "Cijfers.", "vragen/1": "Wie rekent mee?"}
    )
    made = geef("les", "--lees", bewaar(cyclus.parent, "l.md", les))
    assert made.code == 0, made.err
    assert lees(cyclus / "lessen" / "wie-rekent.toml")["vragen"][0]["vraag"] == "Wie rekent mee?"


def test_an_empty_sheet_is_no_record(cyclus: Path, geef: Geef) -> None:
    before = inhoud(cyclus)
    result = geef("advies", "--lees", bewaar(cyclus.parent, "leeg.md", blad(geef, "advies", CYCLUS)))
    assert result.code == 0
    assert "niets nieuws op: leeg.md" in result.err
    assert inhoud(cyclus) == before


def test_a_card_with_too_little_on_it_names_the_sheet(cyclus: Path, geef: Geef) -> None:
    sheet = vul_in(blad(geef, "advies", CYCLUS), {"kern": "Klein."})
    result = geef("advies", "--lees", bewaar(cyclus.parent, "kaart.md", sheet))
    assert result.code == 2
    assert "--tekst" in result.err
    assert "kaart.md" in result.err


def test_whole_records_are_still_taken_several_at_once(cyclus: Path, geef: Geef) -> None:
    for number in (1, 2):
        bewaar(
            cyclus.parent,
            f"{number}.toml",
            f'van = "directeur-sed"\ntekst = "Advies {number}."\ndatum = 2027-04-15\n',
        )
    result = geef("advies", CYCLUS, "--lees", "1.toml", "--lees", "2.toml")
    assert result.code == 0, result.err
    assert sorted(lees(path)["tekst"] for path in (cyclus / "adviezen").iterdir()) == [
        "Advies 1.",
        "Advies 2.",
    ]
    (cyclus.parent / "3.toml").write_text("tekst = 3\n", "utf-8")
    assert geef("advies", CYCLUS, "--lees", "1.toml", "--lees", "3.toml").code == 3
    assert len(list((cyclus / "adviezen").iterdir())) == 2


# Word


def in_word(path: Path, answers: Mapping[str, str], ticks: tuple[str, ...] = ()) -> None:
    """Type in a Word document: in the box below each code, and in the boxes to tick."""
    document = docx.Document(str(path))
    code = ""
    for element in document.element.body:
        text = "".join(part.text or "" for part in element.iter(qn("w:t")))
        if element.tag == qn("w:p") and text.startswith("[vraag "):
            code = text.removeprefix("[vraag ").rstrip("]")
        elif element.tag == qn("w:tbl") and code in answers:
            first, *others = answers[code].split("\n")
            box = docx.table.Table(element, document).cell(0, 0)
            box.paragraphs[0].text = first
            for line in others:
                box.add_paragraph(line)
        for label in ticks:
            if text == f"☐ {label}":
                next(element.iter(qn("w:t"))).text = "☒"
    document.save(str(path))


def _rows(path: Path, head: str, rows: list[list[str]]) -> None:
    document = docx.Document(str(path))
    (table,) = (table for table in document.tables if table.cell(0, 0).text == head)
    for row, cells in zip(table.rows[1:], rows, strict=False):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(str(path))


def through_libreoffice(path: Path, *formats: str) -> Path:
    """What LibreOffice makes of it when somebody opens it and saves it again."""
    if shutil.which("soffice") is None:
        assert not os.environ.get("LEERCYCLUS_TEST_LIBREOFFICE"), "LibreOffice is er niet"
        pytest.skip("LibreOffice is er niet; .ci/run installeert het")
    for number, kind in enumerate(formats):
        folder = path.parent / f"lo-{number}"
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{path.parent}/profiel", "--headless"),
                *("--convert-to", kind, "--outdir", str(folder), str(path)),
            ],
            check=True,
            capture_output=True,
        )
        path = folder / path.with_suffix(f".{kind}").name
    return path


@pytest.mark.parametrize("formats", [(), ("docx",), ("odt", "docx")], ids=["Word", "LibreOffice", "als odt"])
def test_a_document_comes_back_whole(
    cyclus: Path, geef: Geef, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    path = tmp_path / "blad.docx"
    made = geef(
        "zelfanalyse", CYCLUS, "--door", "directeur-oss", "--blad", "--naar", str(path), "--alle-vragen"
    )
    assert made.code == 0, made.err
    in_word(
        path,
        {
            "stap-terug/tijd": "Eerst dit.\nDan dat – met ‘tekens’.",
            "veiligheid/eigen-rol": "Ik zweeg.",
            "lef-en-geduld/balans": "De tijd dringt.",
            "samenvatting": "Kort gezegd.",
        },
        ticks=("een andere rol", "4"),
    )
    _rows(path, "partij", [["school", "rust", "", "geld"], ["club", "", "", ""]])
    saved = through_libreoffice(path, *formats) if formats else path
    result = geef("zelfanalyse", "--lees", str(saved))
    assert result.code == 0, result.err
    data = lees(cyclus.parent / result.out.strip())
    assert data["door"] == ["directeur-oss"]
    assert data["samenvatting"] == "Kort gezegd."
    said = {
        row["vraag"]: {key: item for key, item in row.items() if key not in ("les", "vraag", "gevraagd")}
        for row in data["antwoorden"]
    }
    assert said == {
        "tijd": {"antwoord": "Eerst dit.\nDan dat – met ‘tekens’."},
        "positie": {"keuze": "een andere rol"},
        "eigen-rol": {"antwoord": "Ik zweeg."},
        "partijen": {"rijen": [{"partij": "school", "belang": "rust", "inzet": "geld"}, {"partij": "club"}]},
        "balans": {"score": 4, "antwoord": "De tijd dringt."},
        "openheid": {"score": 4},
    }


@pytest.mark.parametrize("command", OPNEMEN)
def test_an_untouched_document_brings_nothing(
    cyclus: Path, geef: Geef, advies: str, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "blad.docx"
    assert geef(command, *OPNEMEN[command], "--blad", "--naar", str(path)).code == 0
    before = inhoud(cyclus.parent)
    result = geef(command, "--lees", str(path))
    assert result.code == 0, result.err
    assert "niets nieuws op" in result.err
    assert inhoud(cyclus.parent) == before


def test_a_document_is_dutch_a4_and_says_nothing_of_who_made_it(
    cyclus: Path, geef: Geef, tmp_path: Path
) -> None:
    path = tmp_path / "blad.docx"
    geef("gespreksnotitie", CYCLUS, "--blad", "--naar", str(path))
    document = docx.Document(str(path))
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "nl-NL"
    width = document.sections[0].page_width
    assert width is not None
    assert round(width.cm, 1) == 21.0
    properties = document.core_properties
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")


def test_text_that_was_tracked_counts_and_what_was_struck_does_not(
    cyclus: Path, geef: Geef, tmp_path: Path
) -> None:
    path = tmp_path / "blad.docx"
    geef("gespreksnotitie", CYCLUS, "--blad", "--naar", str(path))
    in_word(path, {"spiegel": "Gewoon."})
    raw = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(raw, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                run = b"<w:r><w:t>Gewoon.</w:t></w:r>"
                assert run in content
                tracked = b'<w:ins w:id="1" w:author="a"><w:r><w:t> Erbij.</w:t></w:r></w:ins>'
                tracked += b'<w:del w:id="2" w:author="a"><w:r><w:delText> Weg.</w:delText></w:r></w:del>'
                content = content.replace(run, run + tracked)
            new.writestr(item, content)
    path.write_bytes(raw.getvalue())
    assert geef("gespreksnotitie", "--lees", str(path)).code == 0
    assert lees(cyclus / "gespreksnotitie.toml")["spiegel"] == "Gewoon. Erbij."


@pytest.mark.parametrize(
    ("raw", "says"),
    [(b"PK\x03\x04 kapot", "niet te lezen als Word-document"), (None, "geen code tussen haken")],
    ids=["kapot", "zonder codes"],
)
def test_a_document_that_is_no_sheet_is_told(
    cyclus: Path, geef: Geef, tmp_path: Path, raw: bytes | None, says: str
) -> None:
    path = tmp_path / "x.docx"
    if raw is None:
        document = docx.Document()
        document.add_paragraph("Zomaar een brief.")
        document.save(str(path))
    else:
        path.write_bytes(raw)
    result = geef("gespreksnotitie", "--lees", str(path))
    assert result.code == 3
    assert says in result.err


def test_a_document_that_unpacks_to_far_too_much_is_refused(cyclus: Path, geef: Geef, tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    result = geef("gespreksnotitie", "--lees", str(path))
    assert result.code == 3
    assert "te groot" in result.err


def test_without_the_extra_word_is_told_how_to_get_it(
    cyclus: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)  # as if it were not installed
    monkeypatch.delitem(sys.modules, "leercyclus.render.blad.word", raising=False)
    result = geef("gespreksnotitie", CYCLUS, "--blad", "--naar", "a.docx")
    assert result.code == 2
    assert "pip install 'leercyclus[word]'" in result.err
    assert not (cyclus.parent / "a.docx").exists()


def test_at_a_terminal_the_coordinator_chooses_between_two_sheets(
    cyclus: Path, geef: Geef, maak_terminal: MaakTerminal
) -> None:
    from tests.terminal import CTRL_C, CTRL_D, ENTER

    sheet = blad(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss")
    for name, said in (("a.md", "Van de een."), ("b.md", "Van de ander.")):
        bewaar(cyclus.parent, name, vul_in(sheet, {"samenvatting": said}))
    terminal = maak_terminal(cyclus.parent)
    arguments = ("zelfanalyse", "--lees", "a.md", "--lees", "b.md")
    terminal.start(*arguments)
    terminal.zegt("de zelfanalyse van directeur-oss")
    terminal.veld("Wat blijft")
    terminal.typ(CTRL_C)
    assert "gestopt; er is niets overgenomen; de bladen zijn er nog" in terminal.einde(130)
    assert not (cyclus / "zelfanalyse").exists()
    terminal.start(*arguments)
    terminal.veld("Wat blijft")
    terminal.typ("3" + ENTER)
    terminal.veld("Ctrl-C stoppen")
    terminal.typ(" Samen." + CTRL_D)
    terminal.einde()
    (file,) = (cyclus / "zelfanalyse").iterdir()
    assert lees(file)["samenvatting"] == "Van de een.\n\nVan de ander. Samen."


# de gesprekken


def test_talks_are_planned_as_concepts_with_one_guide(cyclus: Path, geef: Geef) -> None:
    result = geef(
        *("interview", CYCLUS, "--plan", "--gesprek", "intern, teamleider sport, 2027-02-01"),
        *("--gesprek", "extern, bestuurslid, zwemvereniging"),
    )
    assert result.code == 0, result.err
    records = [lees(path) for path in sorted((cyclus / "interviews").iterdir())]
    assert [(item["invalshoek"], item["gesprekspartner"], item["stand"]) for item in records] == [
        ("extern", "bestuurslid, zwemvereniging", "concept"),
        ("intern", "teamleider sport", "concept"),
    ]
    assert [str(item.get("datum")) for item in records] == ["None", "2027-02-01"]
    guide = result.out
    assert guide.count("Hoe kreeg u met dit onderwerp te maken?") == 1
    assert "- **Datum:** maandag 1 februari 2027" in guide[guide.index("## Intern: teamleider sport") :]

    first, second = guide.split("## Extern")  # the day of that one is not known, so it comes last
    filled = vul_in(first, {"verslag": "Het stond in de krant."})
    filled += "## Extern" + vul_in(second, {"datum": "3 februari 2027", "verslag": "Zij wachten."})
    read = geef("interview", "--lees", bewaar(cyclus.parent, "gids.md", filled))
    assert read.code == 0, read.err
    records = [lees(path) for path in sorted((cyclus / "interviews").iterdir())]
    assert [item["verslag"] for item in records] == ["Zij wachten.", "Het stond in de krant."]
    assert len(records) == 2


def test_a_plan_without_talks_names_the_option(cyclus: Path, geef: Geef) -> None:
    refused = geef("interview", CYCLUS, "--plan")
    assert refused.code == 2
    assert "--gesprek" in refused.err
    wrong = geef("interview", CYCLUS, "--plan", "--gesprek", "binnen, teamleider")
    assert wrong.code == 2
    assert "intern, extern, elders" in wrong.err
    assert not (cyclus / "interviews").exists()


def test_at_a_terminal_the_talks_are_asked_one_by_one_and_kept_at_once(
    cyclus: Path, geef: Geef, maak_terminal: MaakTerminal
) -> None:
    from tests.terminal import CTRL_C

    terminal = maak_terminal(cyclus.parent)
    terminal.start("interview", CYCLUS, "--plan")
    terminal.kies("Het volgende gesprek", 2)
    terminal.regel("Gesprekspartner", "bestuurslid")
    terminal.regel("Datum", "3-2-2027")
    terminal.veld("Het volgende gesprek")
    terminal.typ(CTRL_C)
    terminal.einde(130)
    (file,) = (cyclus / "interviews").iterdir()
    assert lees(file)["gesprekspartner"] == "bestuurslid"
    terminal.start("interview", CYCLUS, "--plan")
    terminal.zegt("al gepland: extern, bestuurslid")
    terminal.kies("Het volgende gesprek")
    assert "# Gesprekken: Zwembad of niet" in terminal.einde()


def test_the_guide_can_be_made_again_without_planning_more(cyclus: Path, geef: Geef) -> None:
    geef("interview", CYCLUS, "--plan", "--gesprek", "intern, teamleider")
    again = geef("interview", CYCLUS, "--plan", "--naar", "gids.docx")
    assert again.out == "gids.docx\n"
    assert len(list((cyclus / "interviews").iterdir())) == 1


def test_a_text_of_a_user_is_no_markdown_on_a_sheet(groep: Path, geef: Geef) -> None:
    words = ["# Kop [x] *vet* <b>" if part == "Hoe houden we het gesprek open?" else part for part in NIEUW]
    geef(*words)
    assert "**De vraag:** \\# Kop \\[x\\] \\*vet\\* \\<b\\>" in blad(geef, "gespreksnotitie", CYCLUS)
