"""What a sheet goes through on its way: mail, Word, other people's hands. Nothing gets lost unseen."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap

from tests.cli.test_bladen import bewaar, blad, in_word, kruis_aan, lees, through_libreoffice, vul_in
from tests.conftest import CYCLUS, Geef, inhoud

ZELFANALYSE = ("zelfanalyse", CYCLUS)
OSS = (*ZELFANALYSE, "--door", "directeur-oss")


def _nothing_was_kept(geef: Geef, folder: Path, command: str, sheet: str, *says: str) -> None:
    """Reading it stops with exit 3, names the sheet and writes nothing."""
    name = bewaar(folder, "a.md", sheet)
    before = inhoud(folder)
    result = geef(command, "--lees", name)
    assert result.code == 3, result.err
    for text in ("a.md", *says):
        assert text in result.err
    assert inhoud(folder) == before


# codes


def test_a_part_without_its_code_is_not_read_as_that_of_another(cyclus: Path, geef: Geef) -> None:
    sheet = vul_in(blad(geef, *ZELFANALYSE), {"samenvatting": "Van de een."})
    (second,) = (line for line in sheet.splitlines() if line.startswith("[blad ") and "venlo" in line)
    spoilt = sheet.replace(f"{second}\n", "")
    _nothing_was_kept(
        geef, cyclus.parent, "zelfanalyse", spoilt, "staat er twee keer", "[vraag stap-terug/tijd]"
    )


def test_a_sheet_without_the_code_at_its_head_says_so(cyclus: Path, geef: Geef) -> None:
    sheet = vul_in(blad(geef, *OSS), {"samenvatting": "Kort."})
    (mark,) = (line for line in sheet.splitlines() if line.startswith("[blad "))
    _nothing_was_kept(geef, cyclus.parent, "zelfanalyse", sheet.replace(mark, ""), "begint met [blad")


@pytest.mark.parametrize("width", [20, 40])
def test_codes_that_a_mail_program_broke_are_still_read(cyclus: Path, geef: Geef, width: int) -> None:
    sheet = vul_in(blad(geef, *OSS), {"verhaal-van-de-regio/samen-doorgemaakt": "Een storm."})
    lines: list[str] = []
    for line in sheet.splitlines():
        if line.startswith("[") and len(line) > width and " " in line:
            at = line.rindex(" ", 0, width) if " " in line[:width] else line.index(" ")
            lines += [line[:at], line[at + 1 :]]
        else:
            lines.append(line)
    quoted = "\n".join(f"> {line}" for line in lines)
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", quoted))
    assert result.code == 0, result.err
    assert lees(cyclus.parent / result.out.strip())["antwoorden"][0]["antwoord"] == "Een storm."


def test_a_code_that_is_not_closed_is_told(cyclus: Path, geef: Geef) -> None:
    sheet = vul_in(blad(geef, *OSS), {"samenvatting": "Kort."})
    spoilt = sheet.replace("[vraag samenvatting]", "[vraag samenvatting")
    _nothing_was_kept(geef, cyclus.parent, "zelfanalyse", spoilt, "is niet compleet")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace("directeur-oss]", "directeur-venlo]"),
        lambda line: line.replace(" directeur-oss]", " ../../x]"),
        lambda line: line.replace(" directeur-oss]", "]"),
    ],
    ids=["van een ander", "geen naam", "zonder naam"],
)
def test_a_code_that_names_somebody_else_than_the_record_is_refused(
    cyclus: Path, geef: Geef, spoil: Callable[[str], str]
) -> None:
    assert geef(*OSS, "--samenvatting", "Van mij.").code == 0
    sheet = vul_in(blad(geef, *OSS), {"stap-terug/tijd": "Toen."})
    (mark,) = (line for line in sheet.splitlines() if line.startswith("[blad "))
    assert spoil(mark) != mark
    _nothing_was_kept(geef, cyclus.parent, "zelfanalyse", sheet.replace(mark, spoil(mark)), "de code [blad ")


def test_what_people_put_between_brackets_is_part_of_the_answer(cyclus: Path, geef: Geef) -> None:
    said = "[zie bijlage 3]\n[x] hier geen vakje\n\\[vraag samenvatting]"
    sheet = vul_in(blad(geef, *OSS), {"stap-terug/tijd": said})
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    path = cyclus.parent / result.out.strip()
    kept = "[zie bijlage 3]\n[x] hier geen vakje\n[vraag samenvatting]"
    assert lees(path)["antwoorden"][0]["antwoord"] == kept
    again = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "b.md", blad(geef, *OSS)))
    assert "niets nieuws op: b.md" in again.err


def test_what_stands_after_the_end_is_no_answer_and_is_told(cyclus: Path, geef: Geef) -> None:
    sheet = vul_in(blad(geef, *OSS), {"samenvatting": "Kort."}) + "\nMet vriendelijke groet\n"
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    assert lees(cyclus.parent / result.out.strip())["samenvatting"] == "Kort."
    assert "naast de vakken en is niet gelezen:\n  Met vriendelijke groet\n" in result.err


def test_a_note_beside_a_table_is_not_lost(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, *OSS)
    row = "|  |  |  |  |"
    _nothing_was_kept(
        *(geef, cyclus.parent, "zelfanalyse", sheet.replace(row, "| school |  |  |  | let op |", 1)),
        *("‘let op’ staat naast de tabel", "Welke partijen zijn bij deze vraag nodig?"),
    )


# wie en wat


def test_two_prints_of_a_card_make_one_advice_and_their_difference_is_told(cyclus: Path, geef: Geef) -> None:
    for name in ("a.md", "b.md"):
        bewaar(cyclus.parent, name, vul_in(blad(geef, "advies", CYCLUS), {"tekst": f"Advies {name}."}))
    result = geef("advies", "--lees", "a.md", "--lees", "b.md")
    assert result.code == 5
    assert "a.md: Advies a.md." in result.err
    assert "b.md: Advies b.md." in result.err
    assert not (cyclus / "adviezen").exists()


def test_a_sheet_for_another_command_is_named_and_the_rest_is_taken(cyclus: Path, geef: Geef) -> None:
    mine = vul_in(blad(geef, *OSS), {"samenvatting": "Kort."})
    card = vul_in(blad(geef, "advies", CYCLUS), {"tekst": "Begin klein."})
    bewaar(cyclus.parent, "a.md", f"{mine}\n{card}")
    result = geef("zelfanalyse", "--lees", "a.md")
    assert result.code == 0, result.err
    assert (
        "op a.md staat ook een blad voor: advies; lees het in met: leercyclus advies --lees a.md"
        in result.err
    )
    assert not (cyclus / "adviezen").exists()
    assert geef("advies", "--lees", "a.md").code == 0
    assert len(list((cyclus / "adviezen").iterdir())) == 1


def test_a_talk_gets_the_day_that_stands_on_its_sheet(cyclus: Path, geef: Geef) -> None:
    sheet = kruis_aan(blad(geef, "interview", CYCLUS), "intern")
    sheet = vul_in(sheet, {"gesprekspartner": "teamleider", "verslag": "Zij wachten."})
    first = geef("interview", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    assert first.code == 0, first.err
    assert "datum" not in lees(cyclus.parent / first.out.strip())
    assert "nog in te vullen: datum" in first.err
    dated = vul_in(sheet, {"datum": "woensdag 3 februari 2027"})
    again = geef("interview", "--lees", bewaar(cyclus.parent, "b.md", dated))
    assert again.out == first.out
    assert str(lees(cyclus.parent / again.out.strip())["datum"]) == "2027-02-03"


def test_lessons_from_sheets_are_told_apart_by_their_title(cyclus: Path, geef: Geef) -> None:
    empty = blad(geef, "les", CYCLUS)
    for name, title in (("a.md", "Wie rekent"), ("b.md", "Wie besluit")):
        bewaar(cyclus.parent, name, vul_in(empty, {"titel": title, "kern": f"{title}, telt."}))
    result = geef("les", "--lees", "a.md", "--lees", "b.md")
    assert result.code == 0, result.err
    assert sorted(path.name for path in (cyclus / "lessen").iterdir()) == [
        "wie-besluit.toml",
        "wie-rekent.toml",
    ]
    assert "niets nieuws" in geef("les", "--lees", "a.md").err


# bestanden


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"%PDF-1.7 ...", "een pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud of beveiligd Word-bestand"),
        (b"{\\rtf1 tekst}", "een rtf-bestand"),
        ("[blad advies 2027-x]\ncafé".encode("cp1252"), "geen UTF-8"),
        (b"# Notities\n\nGeen blad.\n", "geen code tussen haken"),
    ],
    ids=["pdf", "doc", "rtf", "cp1252", "notities"],
)
def test_a_file_that_is_no_sheet_is_told_what_it_is(cyclus: Path, geef: Geef, raw: bytes, says: str) -> None:
    (cyclus.parent / "a.md").write_bytes(raw)
    result = geef("advies", CYCLUS, "--lees", "a.md")
    assert result.code == 3
    assert f"a.md is {says}" in result.err.replace("a.md is geen blad: er staat ", "a.md is ")


def test_in_a_folder_of_sheets_other_notes_are_passed_over(cyclus: Path, geef: Geef) -> None:
    folder = cyclus.parent / "in"
    folder.mkdir()
    bewaar(folder, "kaart.md", vul_in(blad(geef, "advies", CYCLUS), {"tekst": "Begin klein."}))
    bewaar(folder, "notities.md", "# Verslag van de dag\n")
    bewaar(folder, "~$kaart.docx", "slot van Word")
    bewaar(folder, "lijst.csv", "a,b\n")
    result = geef("advies", "--lees", "in")
    assert result.code == 0, result.err
    assert "in/notities.md is geen blad en is overgeslagen" in result.err
    assert geef("advies", "--lees", str(cyclus)).code == 4


@pytest.mark.parametrize("formats", [(), ("docx",), ("odt", "docx")], ids=["Word", "LibreOffice", "als odt"])
def test_the_sheet_of_the_day_comes_back_with_its_cards(
    cyclus: Path, geef: Geef, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    path = tmp_path / "dag.docx"
    assert geef("intervisie", CYCLUS, "--blad", "--naar", str(path)).code == 0
    said = {"afspraken_vertrouwelijkheid": "Het blijft hier.", "tekst": "Begin klein.\nEn nu."}
    in_word(path, said, ticks=("Directeur SED (directeur-sed)", "inzicht"))
    saved = through_libreoffice(path, *formats) if formats else path
    result = geef("intervisie", "--lees", str(saved))
    assert result.code == 0, result.err
    day = lees(cyclus / "intervisie.toml")
    assert (day["aanwezig"], day["afspraken_vertrouwelijkheid"]) == (["directeur-sed"], "Het blijft hier.")
    (advice,) = (cyclus / "adviezen").iterdir()
    kept = lees(advice)
    assert (kept["van"], kept["soort"], kept["tekst"]) == ("directeur-sed", "inzicht", "Begin klein.\nEn nu.")


def test_a_text_box_in_word_is_not_read_and_that_is_told(cyclus: Path, geef: Geef, tmp_path: Path) -> None:
    path = tmp_path / "blad.docx"
    geef("gespreksnotitie", CYCLUS, "--blad", "--naar", str(path))
    document = docx.Document(str(path))
    text = "<w:txbxContent><w:p><w:r><w:t>Hier.</w:t></w:r></w:p></w:txbxContent>"
    names = f'xmlns:w="{nsmap["w"]}" xmlns:v="urn:schemas-microsoft-com:vml"'
    box = f"<w:r {names}><w:pict><v:textbox>{text}</v:textbox></w:pict></w:r>"
    document.paragraphs[0]._p.append(parse_xml(box))
    document.tables[0].cell(0, 0).text = "Dit is de spiegel."
    document.save(str(path))
    result = geef("gespreksnotitie", "--lees", str(path))
    assert result.code == 0, result.err
    assert "let op: " in result.err
    assert "tekst in een tekstvak wordt niet gelezen" in result.err
    assert lees(cyclus / "gespreksnotitie.toml")["spiegel"] == "Dit is de spiegel."


def test_a_document_of_very_many_paragraphs_is_refused_before_it_is_read(
    cyclus: Path, geef: Geef, tmp_path: Path
) -> None:
    good = tmp_path / "blad.docx"
    geef("gespreksnotitie", CYCLUS, "--blad", "--naar", str(good))
    path = tmp_path / "groot.docx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            raw = old.read(item)
            if item.filename == "word/document.xml":
                raw = raw.replace(b"<w:sectPr", b"<w:p/>" * 1_500_000 + b"<w:sectPr", 1)
            new.writestr(item, raw)
    result = geef("gespreksnotitie", "--lees", str(path))
    assert result.code == 3
    assert "uitgepakt te groot" in result.err


# samen met opties


def test_options_go_on_a_sheet_and_with_one(cyclus: Path, geef: Geef) -> None:
    extra = ("--samenvatting", "Kort.", "--antwoord", "stap-terug/tijd=Toen.")
    sheet = blad(geef, *OSS, *extra)
    assert "Uw antwoord:\n\nToen." in sheet
    assert "Uw antwoord:\n\nKort." in sheet
    assert "Uw antwoord:\n\n4 januari" not in sheet  # what is known beforehand is no answer yet
    name = bewaar(cyclus.parent, "a.md", vul_in(blad(geef, *OSS), {"veiligheid/eigen-rol": "Ik zweeg."}))
    made = geef("zelfanalyse", "--lees", name, "--antwoord", "stap-terug/partners=Zij weten het.")
    assert made.code == 0, made.err
    path = cyclus.parent / made.out.strip()
    assert {row["vraag"] for row in lees(path)["antwoorden"]} == {"partners", "eigen-rol"}
    again = geef("zelfanalyse", "--lees", name, *extra, "--definitief")
    assert again.code == 0, again.err
    assert lees(path)["stand"] == "definitief"
    assert lees(path)["samenvatting"] == "Kort."
    assert "niets nieuws op: a.md" in geef("zelfanalyse", "--lees", name, "--definitief").err


def test_rows_below_the_same_head_are_all_kept(cyclus: Path, geef: Geef) -> None:
    for name, said in (("a.md", "krap"), ("b.md", "ruim")):
        sheet = blad(geef, *OSS).replace("| in de agenda |  |  |", f"| in de agenda | {said} |  |")
        bewaar(cyclus.parent, name, sheet)
    assert geef("zelfanalyse", "--lees", "a.md").code == 0
    (path,) = (cyclus / "zelfanalyse").iterdir()
    both = path.read_text("utf-8").replace(
        "rijen = [\n", 'rijen = [\n    { ruimte = "in de agenda", "hoe het nu is" = "ruim" },\n'
    )
    path.write_text(both, "utf-8")
    (answer,) = lees(path)["antwoorden"]
    assert len(answer["rijen"]) == 2
    sheet = blad(geef, *OSS)
    assert "| in de agenda | ruim |  |\n| in de agenda | krap |  |" in sheet
    assert "niets nieuws op: c.md" in geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "c.md", sheet)).err


# wat tekstverwerkers en mensen ermee doen


def test_signs_that_word_keeps_apart_are_read(cyclus: Path, geef: Geef, tmp_path: Path) -> None:
    path = tmp_path / "blad.docx"
    geef("gespreksnotitie", CYCLUS, "--blad", "--naar", str(path))
    document = docx.Document(str(path))
    names = f'xmlns:w="{nsmap["w"]}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    smile = (
        f"<w:r {names}><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>👍</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    date = f"<w:fldSimple {names}><w:r><w:t>12 maart 2027</w:t></w:r></w:fldSimple>"
    paragraph = document.tables[0].cell(0, 0).paragraphs[0]
    paragraph.text = "Besluit op "
    paragraph._p.append(parse_xml(date))
    paragraph._p.append(parse_xml(smile))
    document.save(str(path))
    assert geef("gespreksnotitie", "--lees", str(path)).code == 0
    assert lees(cyclus / "gespreksnotitie.toml")["spiegel"] == "Besluit op 12 maart 2027👍"


@pytest.mark.parametrize("label", ["Uw antwoord :", "UW ANTWOORD", "**Uw antwoord\u00a0:**", "Uw antwoord"])
def test_a_label_that_a_word_processor_changed_is_no_answer(cyclus: Path, geef: Geef, label: str) -> None:
    sheet = vul_in(blad(geef, *OSS), {"samenvatting": "Kort."}).replace("Uw antwoord:", label)
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    assert result.code == 0, result.err
    assert "1 antwoord overgenomen" in result.err


@pytest.mark.parametrize(
    ("heads", "says"),
    [
        ("| partner | belang | ambitie | inzet |", "niet ‘partner’"),
        ("| partij | partij | ambitie | inzet |", "niet ‘partij’"),
        ("| Partij | **belang** | AMBITIE | inzet |", ""),
    ],
)
def test_names_of_columns_that_do_not_hold_are_told(cyclus: Path, geef: Geef, heads: str, says: str) -> None:
    sheet = blad(geef, *OSS).replace("|  |  |  |  |", "| school | rust |  | geld |", 1)
    sheet = sheet.replace("| partij | belang | ambitie | inzet |", heads)
    if says:
        _nothing_was_kept(
            geef, cyclus.parent, "zelfanalyse", sheet, "de tabel heeft de kolommen partij", says
        )
        return
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    (answer,) = lees(cyclus.parent / result.out.strip())["antwoorden"]
    assert answer["rijen"] == [{"partij": "school", "belang": "rust", "inzet": "geld"}]


def test_a_table_that_became_lines_is_no_answer_of_who_wrote_nothing(cyclus: Path, geef: Geef) -> None:
    sheet = re.sub(r"^\|(.*)\|$", lambda row: row[1].replace("|", "\n"), blad(geef, *OSS), flags=re.MULTILINE)
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet.replace(" --- ", "")))
    assert result.code == 0, result.err
    assert "niets nieuws op: a.md" in result.err


def test_a_remark_beside_a_box_that_was_not_ticked_keeps_its_choice(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, *OSS).replace("- [ ] een andere rol", "- [ ] een andere rol <--- deze")
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    (answer,) = lees(cyclus.parent / result.out.strip())["antwoorden"]
    assert answer["antwoord"] == "een andere rol <--- deze"


def test_what_was_printed_is_not_told_as_unread_and_the_rest_is_told_whole(cyclus: Path, geef: Geef) -> None:
    guide = geef("interview", CYCLUS, "--plan", "--gesprek", "intern, teamleider").out
    day = blad(geef, "intervisie", CYCLUS)
    for command, sheet in (("interview", guide), ("intervisie", day)):
        result = geef(command, "--lees", bewaar(cyclus.parent, "a.md", sheet))
        assert result.code == 0, result.err
        assert "niet gelezen" not in result.err
    remark = "Heel belangrijk: zij stapt volgende maand op. " * 5
    noted = guide.replace("### Met wie\n", f"### Met wie\n\n{remark}\n")
    result = geef("interview", "--lees", bewaar(cyclus.parent, "a.md", noted))
    assert f"naast de vakken en is niet gelezen:\n  {remark.strip()}\n" in result.err


def test_a_sheet_for_a_new_cyclus_or_a_lesson_is_read_again_without_harm(groep: Path, geef: Geef) -> None:
    answers = {"titel": "Zwembad of niet", "intervisiedag": "15 april 2027", "vraag": "Hoe?"}
    sheet = vul_in(blad(geef, "nieuw"), {**answers, "waarom_nu": "In mei besluit de raad."})
    sheet = kruis_aan(sheet, "Directeur Oss (directeur-oss)")
    assert geef("nieuw", "--lees", bewaar(groep, "n.md", sheet)).code == 0
    assert "niets nieuws op: n.md" in geef("nieuw", "--lees", "n.md").err
    refused = geef("nieuw", "--lees", bewaar(groep, "m.md", sheet.replace("Hoe?", "Hoe dan?")))
    assert refused.code == 5
    assert "m.md: Hoe dan?" in refused.err

    les = vul_in(blad(geef, "les", CYCLUS), {"titel": "Wie rekent", "kern": "Cijfers."})
    assert geef("les", "--lees", bewaar(groep, "l.md", les)).code == 0
    renamed = geef("les", "--lees", bewaar(groep, "k.md", les.replace("Wie rekent", "Wie rekent!")))
    assert renamed.code == 5
    assert "k.md: Wie rekent!" in renamed.err


def test_a_day_that_is_none_is_no_part_of_a_role(cyclus: Path, geef: Geef) -> None:
    for text in ("intern, teamleider, 12 maart", "intern, teamleider, 2027-13-01"):
        result = geef("interview", CYCLUS, "--plan", "--gesprek", text)
        assert result.code == 2
        assert "is geen datum" in result.err
    assert geef("interview", CYCLUS, "--plan", "--gesprek", "extern, wethouder, 2e loco").code == 0
    (file,) = (cyclus / "interviews").iterdir()
    assert lees(file)["gesprekspartner"] == "wethouder, 2e loco"


def test_a_tick_behind_the_words_is_a_choice(cyclus: Path, geef: Geef) -> None:
    sheet = blad(geef, *OSS).replace("- [ ] een andere rol", "- [ ] een andere rol x")
    result = geef("zelfanalyse", "--lees", bewaar(cyclus.parent, "a.md", sheet))
    (answer,) = lees(cyclus.parent / result.out.strip())["antwoorden"]
    assert answer["keuze"] == "een andere rol"


def test_a_question_of_more_paragraphs_is_no_text_beside_the_rooms(cyclus: Path, geef: Geef) -> None:
    assert geef("vraag", CYCLUS, "--vraag", "Hoe nu?\n\nEn dan?").code == 0
    for command in ("zelfanalyse", "intervisie"):
        result = geef(command, "--lees", bewaar(cyclus.parent, "a.md", blad(geef, command, CYCLUS)))
        assert "niet gelezen" not in result.err


@pytest.mark.parametrize(("name", "warns"), [("../a.md", False), ("a.md", True), (f"{CYCLUS}/a.md", True)])
def test_only_a_sheet_within_the_leertraject_is_warned_of(
    cyclus: Path, geef: Geef, name: str, warns: bool
) -> None:
    result = geef(*OSS, "--blad", "--naar", name)
    assert result.code == 0
    assert ("ligt in het leertraject" in result.err) is warns
