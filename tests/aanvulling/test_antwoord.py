"""What Tab offers, of each kind: all that the command takes, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from leercyclus.app import OPDRACHTEN
from leercyclus.checks.controle import VOORSCHRIFTEN
from leercyclus.domain.advies import Advies
from leercyclus.domain.cyclus import Cyclus
from leercyclus.domain.soorten import SOORTEN
from leercyclus.domain.veld import velden
from leercyclus.domain.voortgang import FASEN
from leercyclus.render.uitvoer import UITVOER
from leercyclus.store import ingebouwd
from leercyclus.store.uitleg import woorden
from leercyclus.store.werkmap import Werkmap
from tests.conftest import CYCLUS, GROEP, VOORBEELD, Geef

Biedt = Callable[[str], list[str]]
STROOMLIJN = "2017-stroomlijn"
MENSEN = ["directeur-oss", "directeur-venlo", "directeur-sed", "adviseur", "coordinator"]


@pytest.fixture
def zegt(geef: Geef, monkeypatch: pytest.MonkeyPatch) -> Biedt:
    """What is said to the script of a shell, a line each; never anything else, whatever the line is."""

    def say(line: str) -> list[str]:
        monkeypatch.setenv("_LEERCYCLUS_AANVULLING", line)
        result = geef()
        monkeypatch.delenv("_LEERCYCLUS_AANVULLING")
        assert (result.code, result.err) == (0, "")
        return result.out.splitlines()

    return say


@pytest.fixture
def biedt(zegt: Biedt) -> Biedt:
    """The words that are offered."""
    return lambda line: [said.partition("\t")[0] for said in zegt(line)]


@pytest.fixture
def voorbeeld(monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(VOORBEELD)
    return VOORBEELD


# what comes with the program


def test_every_command_is_offered_with_what_it_does(zegt: Biedt) -> None:
    assert zegt("leercyclus ") == [f"{name}\t{short}" for name, (_, short) in OPDRACHTEN.items()]


def test_the_program_has_options_too(biedt: Biedt) -> None:
    assert sorted(biedt("leercyclus -")) == ["--help", "--map", "--versie"]


@pytest.mark.parametrize("name", OPDRACHTEN)
def test_every_option_of_a_command_is_one_it_knows(
    geef: Geef, zegt: Biedt, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")  # so that no name of an option is broken over lines
    shown = "".join(geef(name, "--help").out.split())
    for said in zegt(f"leercyclus {name} -"):
        option, _, help = said.partition("\t")
        assert option in shown
        assert help


def test_an_option_that_may_be_given_once_is_offered_once(biedt: Biedt) -> None:
    assert "--json" not in biedt("leercyclus status --json -")
    assert "--door" in biedt("leercyclus zelfanalyse x --door y -")


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("advies x --soort ", velden(Advies)["soort"].opties),
        ("nieuw x --soort-werk ", velden(Cyclus)["soort_werk"].opties),
        ("lessen --fase ", FASEN),
        ("vraag x --sla-over ", FASEN),
        ("toon x --formaat ", ("tekst", "markdown", "json")),
        ("begin --map-voor ", ("coordinator", "deelnemers")),
        ("aanvulling ", ("bash", "zsh", "fish")),
        ("uitleg ", (*(word.woord for word in woorden()), *VOORSCHRIFTEN)),
        ("schema ", (*dict.fromkeys(kind.naam for kind in SOORTEN), *UITVOER)),
    ],
)
def test_a_choice_is_offered_as_it_is_declared(biedt: Biedt, line: str, choices: tuple[str, ...]) -> None:
    assert biedt(f"leercyclus {line}") == list(choices)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("leercyclus zelfanalyse --lees ", "\tbestanden"),
        ("leercyclus begin --lees=", "\tbestanden"),
        ("leercyclus intervisie --blad --naar x", "\tmappen"),
        ("leercyclus --map ", "\tmappen"),
        ("leercyclus begin ", "\tmappen"),
    ],
)
def test_files_and_folders_are_for_the_shell_to_find(zegt: Biedt, line: str, what: str) -> None:
    assert zegt(line) == [what]


@pytest.mark.parametrize("line", ["leercyclus nieuw ", "leercyclus vraag x --reden ", "leercyclus xyz "])
def test_nothing_is_offered_for_free_text(biedt: Biedt, line: str) -> None:
    assert biedt(line) == []


# what is in the leertraject


def test_every_cyclus_is_offered(voorbeeld: Path, biedt: Biedt) -> None:
    assert biedt("leercyclus status 20") == sorted(path.name for path in voorbeeld.glob("20*-*"))


def test_a_folder_that_is_no_cyclus_is_not_offered(cyclus: Path, biedt: Biedt) -> None:
    (cyclus.parent / "2027-foto").mkdir()
    assert biedt("leercyclus status ") == [CYCLUS]


@pytest.mark.parametrize(
    "line",
    [
        "status --voor",
        "zelfanalyse x --door",
        "advies x --van",
        "nieuw --vraagsteller",
        "nieuw --adviseur",
        "vraag x --deelnemer",
        "intervisie x --aanwezig",
        "intervisie x --zonder-advies",
        "verspreid x --aan",
        "opvolging x --actiehouder",
        "meenemen x --door",
        "deelnemer",
    ],
)
def test_everybody_is_offered_where_somebody_is_named(groep: Path, biedt: Biedt, line: str) -> None:
    assert biedt(f"leercyclus {line} ") == MENSEN


def test_somebody_who_was_named_is_not_offered_again(groep: Path, biedt: Biedt) -> None:
    assert biedt("leercyclus verspreid x --aan directeur-oss --aan dir") == [
        "directeur-venlo",
        "directeur-sed",
    ]


@pytest.mark.parametrize("line", ["terugkoppeling x --organisatie", "deelnemer x --organisatie"])
def test_every_organisation_is_offered_with_its_name(groep: Path, zegt: Biedt, line: str) -> None:
    offered = ["oss\tGemeente Oss", "venlo\tGemeente Venlo", "sed\tSED-organisatie"]
    assert zegt(f"leercyclus {line} ") == offered


def test_themes_are_those_of_the_library_and_of_the_group(groep: Path, zegt: Biedt) -> None:
    with (groep / "leertraject.toml").open("a", encoding="utf-8") as file:
        file.write('[[themas]]\nid = "bedrijfsvoering"\nnaam = "Bedrijfs\\nvoering"\n')
    offered = zegt("leercyclus status --thema ")
    assert offered[0] == "leren-te-leren\tLeren te leren"
    assert offered[-1] == "bedrijfsvoering\tBedrijfs voering"
    assert len(offered) == 4


def test_every_lesson_that_is_offered_can_be_read(voorbeeld: Path, geef: Geef, biedt: Biedt) -> None:
    offered = biedt("leercyclus lessen ")
    assert {item.id for item in ingebouwd.lessen()} < set(offered)
    assert any("/" in name for name in offered)
    for name in offered:
        assert geef("lessen", name, "--json").code == 0


def test_all_lessons_of_the_library_are_offered(voorbeeld: Path, geef: Geef, biedt: Biedt) -> None:
    known = Werkmap(voorbeeld).bibliotheek()
    assert set(biedt("leercyclus lessen ")) == {item.id if item.is_ingebouwd else item.naam for item in known}
    assert biedt("leercyclus les x --bevestigt ingebouwd/") == [
        item.naam for item in known if item.is_ingebouwd
    ]


def test_a_lesson_that_is_a_concept_or_not_an_id_is_not_offered(cyclus: Path, biedt: Biedt) -> None:
    folder = cyclus / "lessen"
    folder.mkdir()
    for name, stand in (("af", "definitief"), ("bijna", "concept"), ("a$(x)", "definitief")):
        (folder / f"{name}.toml").write_text(f'versie = 1\nstand = "{stand}"\n', "utf-8")
    (cyclus.parent / "lessen").mkdir()
    (cyclus.parent / "lessen" / "samen.toml").write_text("versie = 1\n", "utf-8")
    assert biedt("leercyclus lessen g") == ["gedeeld-leiderschap", "groep/samen"]
    assert biedt(f"leercyclus lessen {CYCLUS}") == [f"{CYCLUS}/af"]


def test_advices_are_those_of_the_cyclus_on_the_line(voorbeeld: Path, biedt: Biedt) -> None:
    there = sorted(path.stem for path in (voorbeeld / STROOMLIJN / "adviezen").iterdir())
    assert biedt(f"leercyclus opvolging {STROOMLIJN} ") == there
    assert biedt(f"leercyclus opvolging {STROOMLIJN} {there[0]} ") == there[1:]
    assert biedt(f"leercyclus opvolging --voornemen overweegt {STROOMLIJN} ") == there


@pytest.mark.parametrize("name", ["2017-is-er-niet", "..", "../cycles", f"../cycles/{STROOMLIJN}", "lessen"])
def test_nothing_is_offered_of_what_is_no_cyclus(voorbeeld: Path, biedt: Biedt, name: str) -> None:
    assert biedt(f"leercyclus opvolging {name} ") == []
    assert biedt(f"leercyclus toon {name} ") == []


@pytest.mark.parametrize(("command", "folder"), [("interview", "interviews"), ("les", "lessen")])
def test_a_command_offers_the_records_that_it_made(
    voorbeeld: Path, biedt: Biedt, command: str, folder: str
) -> None:
    there = sorted(path.stem for path in (voorbeeld / "2015-bezuinigingsdialoog" / folder).iterdir())
    assert biedt(f"leercyclus {command} 2015-bezuinigingsdialoog ") == there


def test_every_stuk_that_is_offered_can_be_read(voorbeeld: Path, geef: Geef, biedt: Biedt) -> None:
    offered = biedt(f"leercyclus toon {STROOMLIJN} ")
    assert {"cyclus", "intervisie", "interview", "interview/intern-67r3vy"} < set(offered)
    assert "les" not in offered  # there is none yet
    for name in offered:
        assert geef("toon", STROOMLIJN, name, "--formaat", "json").code == 0


# where to look


def test_another_folder_can_be_named(cyclus: Path, biedt: Biedt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cyclus.parent.parent)
    folder = cyclus.parent
    assert biedt("leercyclus status ") == []
    assert biedt(f"leercyclus --map {folder} status ") == [CYCLUS]
    assert biedt(f"leercyclus status --map={folder} ") == [CYCLUS]
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.setenv("USERPROFILE", str(folder.parent))
    assert biedt(f"leercyclus status --map ~/{folder.name} ") == [CYCLUS]
    monkeypatch.setenv("LEERCYCLUS_MAP", str(folder))
    assert biedt("leercyclus status ") == [CYCLUS]
    assert biedt("leercyclus --map /er/niet status ") == []


def test_without_a_leertraject_there_is_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, biedt: Biedt
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in ("status ", "status --voor ", "toon x ", "opvolging x ", "terugkoppeling x --organisatie "):
        assert biedt(f"leercyclus {line}") == []
    assert biedt("leercyclus lessen stap") == ["stap-terug"]


@pytest.mark.parametrize(
    "content",
    [
        b"[[deelnemers\n",
        b"\xff\xfe",
        b"deelnemers = 3\n",
        b"deelnemers = [1, [], {}, {id = 3}]\n",
        b"a = " + b"[" * 5000,
        b'deelnemers = [{id = "$(x)"}, {id = "Oss"}, {id = "a b"}, {id = "\\u001b"}]\n',
    ],
    ids=lambda content: repr(content[:20]),
)
def test_nobody_is_offered_from_a_file_that_is_broken(cyclus: Path, biedt: Biedt, content: bytes) -> None:
    (cyclus.parent / "leertraject.toml").write_bytes(content)
    assert biedt("leercyclus advies x --van ") == []
    assert biedt("leercyclus status ") == [CYCLUS]  # the folder is there all the same


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="wie alles mag, mag ook dit lezen")
def test_nothing_is_said_of_a_folder_that_may_not_be_read(cyclus: Path, biedt: Biedt) -> None:
    cyclus.chmod(0)
    try:
        assert biedt("leercyclus status ") == []
    finally:
        cyclus.chmod(0o755)


def test_a_loop_of_links_is_no_leertraject(tmp_path: Path, biedt: Biedt) -> None:
    (tmp_path / "leertraject.toml").symlink_to("leertraject.toml")
    assert biedt(f"leercyclus --map {tmp_path} status ") == []


def test_a_description_is_one_line_that_any_terminal_can_show(groep: Path, zegt: Biedt) -> None:
    text = GROEP.replace('"Gemeente Oss"', '"a\\u001b]0;x\\u0007\\tb\\nc\\u202e"')
    (groep / "leertraject.toml").write_text(text, "utf-8")
    assert zegt("leercyclus deelnemer x --organisatie o") == ["oss\ta␛]0;x␇ b c�"]


def test_a_word_is_never_anything_but_an_id_or_what_we_declared(voorbeeld: Path, biedt: Biedt) -> None:
    kinds = ("status ", "status --voor ", f"toon {STROOMLIJN} ", f"opvolging {STROOMLIJN} ", "lessen ")
    for line in kinds:
        for name in biedt(f"leercyclus {line}"):
            assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-/")


def test_the_line_is_only_read_when_there_are_no_arguments(
    geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_LEERCYCLUS_AANVULLING", "leercyclus ")
    assert "Gebruik: leercyclus" in geef("--help").out
