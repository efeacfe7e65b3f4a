"""Somebody is forgotten: everywhere, at once, and cycles that were closed stay closed."""

from __future__ import annotations

import json
import shutil
import tomllib
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.conftest import VOORBEELD, Geef, MaakTerminal
from tests.depot import Depot

NAAM = "Petra van der Zwemmer"
ADVIES = "2027-zwembad/adviezen/directeur-sed-k3f9qa.toml"


def _alles(root: Path) -> str:
    """Every name of a file and everything in it."""
    paths = [path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]
    return "\n".join(f"{path.relative_to(root)}\n{path.read_text('utf-8')}" for path in paths)


def _schrijf(root: Path, text: str) -> Path:
    path = root / ADVIES
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    return path


def test_a_participant_is_nowhere_any_more_and_everything_still_fits(root: Path, geef: Geef) -> None:
    before = json.loads(geef("status", "--json").out)["cycli"]
    result = geef("vergeet", "directeur-oss")
    assert result.code == 0, result.err
    left = _alles(root)
    assert "directeur-oss" not in left
    assert "Directeur Oss" not in left
    assert geef("controleer", "--streng").out == ""  # also the fingerprints of what was sent
    after = json.loads(geef("status", "--json").out)["cycli"]
    assert [[fase["stand"] for fase in cyclus["fasen"]] for cyclus in after] == [
        [fase["stand"] for fase in cyclus["fasen"]] for cyclus in before
    ]


def test_of_the_person_in_the_group_no_more_stays_than_is_needed(root: Path, geef: Geef) -> None:
    path = root / "leertraject.toml"
    person = 'id = "directeur-oss"\n'
    text = path.read_text("utf-8").replace(person, f'{person}e_mail = "p@oss.nl"\nprofiel = "twintig jaar"\n')
    path.write_text(text, "utf-8")
    geef("vergeet", "directeur-oss", "--vervang", "een directeur")
    now = path.read_text("utf-8")
    assert "p@oss.nl" not in now
    assert "twintig jaar" not in now
    assert 'naam = "een directeur"' in now


def test_somebody_with_an_id_that_holds_the_other_is_left_alone(
    geef: Geef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived = shutil.ignore_patterns(".leercyclus")
    root = Path(shutil.copytree(VOORBEELD, tmp_path / "groep", ignore=derived))
    monkeypatch.chdir(root)
    other = _alles(root).count("adjunct-directeur-oss")
    assert geef("vergeet", "directeur-oss", "--oefenen").code == 0
    assert _alles(root).count("adjunct-directeur-oss") == other > 5
    assert "Adjunct-directeur Oss" in _alles(root)


@pytest.mark.parametrize("wie", ["coordinator", "adviseur"])
def test_an_id_that_is_also_a_role_is_told_apart(root: Path, geef: Geef, wie: str) -> None:
    _schrijf(root, f'eigen_ervaring = "Vraag het de {wie}." # de {wie}\n')
    result = geef("vergeet", wie)
    assert result.code == 0, result.err
    assert geef("controleer", "--streng").out == ""
    people = tomllib.loads((root / "leertraject.toml").read_text("utf-8"))["deelnemers"]
    assert wie not in {person["id"] for person in people}
    assert wie in {person.get("rol") for person in people}
    assert f'"Vraag het de {wie}." # de {wie}' in (root / ADVIES).read_text("utf-8")


@pytest.mark.parametrize(
    "written",
    [NAAM, NAAM.upper(), "Petra van der\nZwemmer", "Petra  van der Zwemmer", "Petra van der Zwemmer’s zoon"],
)
def test_a_name_is_found_however_it_is_written(root: Path, geef: Geef, written: str) -> None:
    _schrijf(root, f'eigen_ervaring = """\nWij belden {written}."""\n')
    assert geef("vergeet", NAAM).code == 0
    assert "zwemmer" not in _alles(root).lower().replace("zwemmer’s", "")
    assert "Wij belden iemand" in _alles(root)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_with_an_accent_is_found_in_both_its_forms(
    root: Path, geef: Geef, form: Literal["NFC", "NFD"]
) -> None:
    name = unicodedata.normalize(form, "Renée Zwemmer")
    _schrijf(root, f'eigen_ervaring = "Wij belden {name}."\n')
    assert geef("vergeet", "Renée Zwemmer").code == 0
    assert "Wij belden iemand." in _alles(root)


def test_a_name_in_a_comment_in_an_escape_and_in_a_broken_file_goes_too(root: Path, geef: Geef) -> None:
    _schrijf(root, f'# gesproken met {NAAM}\neigen_ervaring = "Ren\\u00e9 Zwemmer"\n')
    broken = root / "2027-zwembad/lessen/kapot.toml"
    broken.write_text(f"= {NAAM}\n", "utf-8")
    assert geef("vergeet", NAAM).code == geef("vergeet", "René Zwemmer").code == 0
    assert "Zwemmer" not in _alles(root)
    assert 'eigen_ervaring = "iemand"' in (root / ADVIES).read_text("utf-8")
    assert broken.read_text("utf-8") == "= iemand\n"


def test_a_name_in_the_title_goes_from_the_folder_too(groep: Path, geef: Geef) -> None:
    geef("nieuw", f"Vertrek {NAAM}", "--vraag", "x", "--waarom-nu", "x", "--vraagsteller", "directeur-oss")
    assert (groep / "2027-vertrek-petra-van-der-zwemmer").is_dir()
    assert geef("vergeet", NAAM).code == 0
    assert (groep / "2027-vertrek-iemand" / "cyclus.toml").is_file()
    assert "zwemmer" not in _alles(groep).lower()


def test_what_is_being_typed_goes_too(root: Path, geef: Geef) -> None:
    draft = root / ".leercyclus/klad/2027-zwembad--advies--directeur-oss.abc123.toml"
    draft.parent.mkdir(parents=True)
    draft.write_text(f'[punten]\ntekst = "vraag {NAAM}"\n', "utf-8")
    geef("vergeet", NAAM)
    geef("vergeet", "directeur-oss")
    assert "zwemmer" not in _alles(root).lower()
    assert "directeur-oss" not in _alles(root)


def test_what_was_remembered_to_be_quick_goes_too(root: Path, geef: Geef) -> None:
    for command in ("status", "controleer"):
        geef(command)
    indexes = list((root / ".leercyclus").glob("*.index"))
    assert any(b"directeur-sed" in path.read_bytes() for path in indexes)
    assert geef("vergeet", "directeur-sed").code == 0
    assert not any(b"directeur-sed" in content for content in _alles_bytes(root).values())


def test_looking_changes_nothing_and_names_every_place(root: Path, geef: Geef) -> None:
    _schrijf(root, f'eigen_ervaring = "Wij belden {NAAM}."\n')
    (root / "leesmij.md").write_text(f"Van {NAAM}\n", "utf-8")
    (root / "2027-zwembad/bijlagen").mkdir(exist_ok=True)
    (root / "2027-zwembad/bijlagen/plan.docx").write_bytes(b"PK\x03\x04\0")
    before = _alles_bytes(root)
    result = geef("vergeet", NAAM, "--toon")
    lines = len((root / ADVIES).read_text("utf-8").splitlines())
    assert f"{ADVIES}:{lines}:30  " in result.out
    assert "leesmij.md:1:5  Van Petra" in result.out
    assert "wijzig die zelf:\n  leesmij.md" in result.err
    assert "niet doorzocht:\n  2027-zwembad/bijlagen/plan.docx" in result.err
    assert _alles_bytes(root) == before


def _alles_bytes(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_report_does_not_hold_the_name(root: Path, geef: Geef, tmp_path: Path) -> None:
    report = tmp_path / "verslag.md"
    result = geef("vergeet", "directeur-oss", "--naar", str(report))
    assert result.out.splitlines()[-1] == str(report)
    said = report.read_text("utf-8")
    assert "directeur-oss" not in said
    assert "Directeur Oss" not in said
    assert "- leertraject.toml, regel" in said


def test_what_git_still_holds_is_told(root: Path) -> None:
    depot = Depot.begin(root)
    _schrijf(root, f'eigen_ervaring = "Wij belden {NAAM}."\n')
    depot.git("commit", "-q", "-a", "-m", "meer")
    done = depot.leercyclus("vergeet", NAAM)
    assert done.returncode == 0, done.stderr
    assert "de geschiedenis van git houdt de naam in 1 commit\n" in done.stderr
    again = depot.leercyclus("vergeet", "coordinator")
    assert (
        "bij 2 commits staat de naam als schrijver in git; ook dat verandert alleen git filter-repo"
        in again.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("Niemand Bijzonder",), 4, "'Niemand Bijzonder' staat nergens in dit leertraject"),
        (("oss",), 2, "'oss' is een organisatie, thema, cyclus of les"),
        (("regionale-samenwerking",), 2, "is een organisatie, thema, cyclus of les"),
        (("2027-zwembad",), 2, "is een organisatie, thema, cyclus of les"),
        (("wie-rekent",), 2, "is een organisatie, thema, cyclus of les"),
        (("ab",), 2, "'ab' is te kort om te zoeken"),
        (("directeur-oss", "--vervang", 'een "naam"'), 2, "--vervang: gebruik gewone woorden"),
    ],
)
def test_what_cannot_be_forgotten_is_told(
    root: Path, geef: Geef, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = _alles_bytes(root)
    result = geef("vergeet", *arguments)
    assert result.code == code
    assert said in result.err
    assert _alles_bytes(root) == before


def test_another_person_whose_id_begins_the_same_is_left_alone(root: Path, geef: Geef) -> None:
    geef("deelnemer", "directeur-oss-midden", "--naam", "Directeur Oss-Midden", "--organisatie", "oss")
    consent = root / "toestemming" / "directeur-oss-midden.toml"
    shutil.copy(root / "toestemming" / "directeur-oss.toml", consent)
    assert geef("vergeet", "directeur-oss").code == 0
    assert consent.is_file()
    assert 'id = "directeur-oss-midden"\nnaam = "Directeur Oss-Midden"' in _alles(root)


def test_a_successor_with_the_same_function_stays(root: Path, geef: Geef) -> None:
    geef("deelnemer", "opvolger-oss", "--naam", "Directeur Oss", "--organisatie", "oss")
    result = geef("vergeet", "Directeur Oss")
    assert (result.code, "geef de id: directeur-oss of opvolger-oss" in result.err) == (2, True)
    assert geef("vergeet", "directeur-oss").code == 0
    assert 'id = "opvolger-oss"\nnaam = "Directeur Oss"' in _alles(root)


def test_an_id_of_something_else_is_nobodys_name(root: Path, geef: Geef) -> None:
    geef("deelnemer", "venlo", "--naam", "Els de Zwemmer", "--organisatie", "venlo")
    assert geef("vergeet", "els  de zwemmer").code == 0
    assert geef("controleer", "--streng").out == ""
    organisations = tomllib.loads((root / "leertraject.toml").read_text("utf-8"))["organisaties"]
    assert "venlo" in {item["id"] for item in organisations}
    assert (root / "2027-zwembad/terugkoppeling/venlo.toml").is_file()


@pytest.mark.parametrize("vervang", ["../../buiten", "a/b", "x" * 61, "...", NAAM.lower(), f"{NAAM} jr"])
def test_what_comes_in_its_place_is_a_few_ordinary_words(root: Path, geef: Geef, vervang: str) -> None:
    _schrijf(root, f'eigen_ervaring = "{NAAM}"\n')
    before = _alles_bytes(root)
    result = geef("vergeet", NAAM, "--vervang", vervang)
    assert (result.code, "--vervang" in result.err) == (2, True)
    assert _alles_bytes(root) == before


def test_a_report_that_cannot_be_written_is_told_first(root: Path, geef: Geef, tmp_path: Path) -> None:
    (tmp_path / "verslag.md").write_text("eerder", "utf-8")
    before = _alles_bytes(root)
    result = geef("vergeet", "directeur-oss", "--naar", str(tmp_path / "verslag.md"))
    assert (result.code, "er is niets gewijzigd" in result.err) == (5, True)
    assert _alles_bytes(root) == before


@pytest.mark.parametrize("kapot", ["stukken = 5", "stukken = [{ vingerafdruk = [1] }]", "= kapot"])
def test_a_half_wrong_record_elsewhere_is_no_hindrance(root: Path, geef: Geef, kapot: str) -> None:
    (root / "2027-zwembad/verspreiding/anders-abc123.toml").write_text(f"{kapot}\n", "utf-8")
    assert geef("vergeet", "directeur-oss").code == 0


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("_Petra van der Zwemmer_ zei", "_iemand_ zei"),
        ("de Petra van der Zwemmer-aanpak", "de iemand-aanpak"),
        ("Petra van der Zwemmer-Bos", "Petra van der Zwemmer-Bos"),
    ],
)
def test_a_name_is_told_from_a_longer_one(root: Path, geef: Geef, written: str, left: str) -> None:
    _schrijf(root, f'eigen_ervaring = "{written} en {NAAM}"\n')
    assert geef("vergeet", NAAM).code == 0
    assert f'"{left} en iemand"' in (root / ADVIES).read_text("utf-8")


def test_a_name_that_is_a_word_or_a_key_too_stays_where_it_is_that(root: Path, geef: Geef) -> None:
    _schrijf(root, 'kern = "Kort."\neigen_ervaring = "De kern kwam van Kern."\n')
    assert geef("vergeet", "Kern", "--vervang", "een ander").code == 0
    assert '"De kern kwam van een ander."' in (root / ADVIES).read_text("utf-8")
    assert '\nkern = "Kort."\n' in (root / ADVIES).read_text("utf-8")
    assert geef("controleer", "--streng").out == ""


def test_what_links_elsewhere_is_told(root: Path, geef: Geef, tmp_path: Path) -> None:
    _schrijf(root, f'eigen_ervaring = "{NAAM}"\n')
    (root / "koppeling").symlink_to(tmp_path, target_is_directory=True)
    assert "niet doorzocht:\n  koppeling" in geef("vergeet", NAAM, "--toon").err


def test_a_message_in_git_is_told(root: Path) -> None:
    depot = Depot.begin(root)
    depot.git("commit", "-q", "--allow-empty", "-m", f"verslag van {NAAM}")
    _schrijf(root, f'eigen_ervaring = "{NAAM}"\n')
    assert "houdt de naam in 1 commit\n" in depot.leercyclus("vergeet", NAAM).stderr


def test_who_is_forgotten_is_past_no_term(root: Path, geef: Geef) -> None:
    path = root / "leertraject.toml"
    text = path.read_text("utf-8").replace("interview = 3650", "deelnemer = 0")
    name = 'naam = "Directeur Venlo"'
    path.write_text(text.replace(name, f"{name}\ntot = 2027-06-01"), "utf-8")
    assert geef("bewaartermijn").out != ""
    geef("vergeet", "directeur-venlo")
    assert geef("bewaartermijn").out == ""


def test_an_example_keeps_its_names(geef: Geef) -> None:
    result = geef("vergeet", "directeur-oss", "--map", str(VOORBEELD))
    assert (result.code, "voorbeeld" in result.err) == (5, True)


def test_at_a_terminal_it_is_asked_first(root: Path, maak_terminal: MaakTerminal) -> None:
    before = _alles_bytes(root)
    terminal = maak_terminal(root)
    terminal.start("vergeet", "directeur-oss", LEERCYCLUS_EENVOUDIG="1")
    terminal.zegt("Overal vervangen?")
    terminal.typ("n\r")
    assert "er is niets gewijzigd" in terminal.einde()
    assert {path: raw for path, raw in _alles_bytes(root).items() if ".leercyclus" not in path} == before
