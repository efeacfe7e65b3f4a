"""Words on the command line that nobody would choose: each command answers, and writes nothing elsewhere."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, REPOSITORY, Geef, inhoud_zonder_index
from tests.robustness.conftest import helder, proces

_LIJST = REPOSITORY / "src" / "leercyclus" / "aanvulling" / "opdrachten.json"
OPDRACHTEN = json.loads(_LIJST.read_text("utf-8"))["opdrachten"]

#: Words that are no id and no path to anything.
VREEMD = (
    "../x",
    "../../../../../../etc/passwd",
    "/etc",
    "~",
    "CON",
    "nul",
    "a b",
    "",
    " ",
    ".",
    "..",
    "a\u202eb",
    "a\u200bb",
    "a\nb",
    "\x1b[31mrood",
    "a" * 300,
    "a" * 5000,
    "caf\u00e9",
    "cafe\u0301",
    CYCLUS.upper(),
    f"{CYCLUS}/",
    f"./{CYCLUS}",
    f"{CYCLUS}/cyclus.toml",
    "a/b/c",
    "2027-zwembad-of-nie\u0442",
    "\U0001f3ca",
    "%s{0}{x}",
    "[bold]x[/bold]",
    "[/]",
    "x\udcff",
    "-",
    "\ufeffx",
    "1e9999",
    "9" * 400,
    "0001-01-01",
    "9999-12-31",
    "\u0661\u0662\u0663\u0664-01-01",
)
#: Commands that take words instead of an id, and what makes them write elsewhere than meant.
_PADEN = {"--naar", "--map", "--lees"}


def _regels(name: str) -> Iterator[list[str]]:
    """Command lines with a strange word in each place where this command takes one."""
    takes = OPDRACHTEN[name]
    start = [name] if name else []
    cyclus = [CYCLUS] if takes["argumenten"] and takes["argumenten"][0]["waarde"] == "cyclus" else []
    for word in VREEMD:
        for before in range(max(1, len(takes["argumenten"]))):
            yield [*start, *cyclus[:before], *([CYCLUS] * (before - len(cyclus))), "--", word]
    options = [option for option, said in takes["opties"].items() if "waarde" in said]
    for number, option in enumerate(options):
        for word in VREEMD[number % 8 :: 8]:
            if option not in _PADEN:
                yield [*start, *cyclus, f"{option}={word}"]


@pytest.mark.parametrize("name", OPDRACHTEN)
def test_every_command_answers_to_strange_words(cyclus: Path, geef: Geef, name: str) -> None:
    root = cyclus.parent
    before = inhoud_zonder_index(root.parent)
    for arguments in _regels(name):
        result = helder(geef(*arguments))
        now = inhoud_zonder_index(root.parent)
        assert result.code == 0 or now == before, arguments
        before = now
        assert all(path.startswith("leertraject/") for path in now), arguments
        assert "\x1b" not in result.err, arguments
        assert len(result.err) < 12_000, arguments


#: A word in the place of an id: the code that says that it is none, or that it names nothing.
IDS: tuple[tuple[str, ...], ...] = (
    ("status", "{}"),
    ("toon", "{}"),
    ("toon", CYCLUS, "{}"),
    ("verder", "{}"),
    ("vraag", "{}", "--dag", "2027-05-01"),
    ("zelfanalyse", "{}", "--door", "directeur-oss"),
    ("zelfanalyse", CYCLUS, "--door", "{}"),
    ("interview", "{}", "--invalshoek", "intern"),
    ("interview", CYCLUS, "{}"),
    ("gespreksnotitie", "{}", "--spiegel", "x"),
    ("verspreid", "{}"),
    ("intervisie", "{}", "--aanwezig", "directeur-oss"),
    ("intervisie", CYCLUS, "--aanwezig", "{}"),
    ("advies", "{}", "--van", "directeur-sed", "--tekst", "x"),
    ("advies", CYCLUS, "--van", "{}", "--tekst", "x"),
    ("advies", "{}", "--lijst"),
    ("opvolging", "{}", "x"),
    ("opvolging", CYCLUS, "{}"),
    ("terugkoppeling", CYCLUS, "--organisatie", "{}", "--kern", "x"),
    ("meenemen", CYCLUS, "--door", "{}", "--wijze", "aanvullen"),
    ("les", "{}", "--titel", "x"),
    ("les", CYCLUS, "{}", "--titel", "Een titel"),
    ("les", "groep", "{}", "--titel", "Een titel"),
    ("les", CYCLUS, "--bevestigt", "{}"),
    ("les", CYCLUS, "--titel", "x", "--thema", "{}"),
    ("lessen", "{}"),
    ("lessen", "--thema", "{}"),
    ("status", "--thema", "{}"),
    ("status", "--voor", "{}"),
    ("controleer", "{}"),
    ("uitleg", "{}"),
    ("schema", "{}"),
    ("deelnemer", "{}", "--naam", "x"),
    ("deelnemer", "directeur-oss", "--organisatie", "{}"),
    ("nieuw", "Titel", "--vraag", "x", "--waarom-nu", "x", "--vraagsteller", "{}"),
    (
        *("nieuw", "Titel", "--vraag", "x", "--waarom-nu", "x", "--vraagsteller", "directeur-oss"),
        *("--id", "{}"),
    ),
)
GEEN_ID = tuple(
    word
    for word in (
        "../x",
        "/nergens",
        "~",
        "CON",
        "a b",
        "a\u202eb",
        "a" * 300,
        "cafe\u0301",
        "caf\u00e9",
        "X\udcff",
    )
)


@pytest.mark.parametrize("line", IDS, ids=" ".join)
def test_a_word_that_is_no_id_is_refused_with_2_or_4(cyclus: Path, geef: Geef, line: tuple[str, ...]) -> None:
    before = inhoud_zonder_index(cyclus.parent.parent)
    for word in GEEN_ID:
        result = helder(geef(*(word if part == "{}" else part for part in line)))
        assert result.code in {2, 4}, (word, result)
        assert result.out == ""
        assert result.err.startswith("fout: ")
        assert len(result.err) < 1000
    assert inhoud_zonder_index(cyclus.parent.parent) == before


def test_a_title_or_a_text_may_be_anything(cyclus: Path, geef: Geef) -> None:
    for word in ("--", "-x", "--help", "-", "a=b", "@bestand"):
        if word != "-":
            result = helder(geef("advies", CYCLUS, "--van", "directeur-sed", f"--tekst={word}"))
            assert result.code == 0, result.err
    said = [
        item["inhoud"]["tekst"]
        for item in json.loads(geef("toon", CYCLUS, "advies", "--formaat", "json").out)["stukken"]
    ]
    assert sorted(said) == sorted(["--", "-x", "--help", "a=b", "@bestand"])


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--",), 0, ""),
        (("--", "status"), 0, ""),
        (("status", "--"), 0, ""),
        (("status", "--", "-x"), 4, "-x"),
        (("toon", "--", "--formaat"), 4, "--formaat"),
        (("advies", CYCLUS, "--van", "--tekst", "x"), 2, "te veel: x"),
        (("advies", CYCLUS, "--van"), 2, "--van"),
        (("status", "--jaar"), 2, "--jaar"),
        (("status", "-x"), 2, "-x"),
        (("status", "--json=ja"), 2, "--json"),
        (("status", "--j"), 2, "--j"),
        (("status", "a", "b"), 2, "b"),
        (("-x",), 2, "-x"),
        (("",), 2, ""),
        (("status", ""), 4, "''"),
        (("toon", ""), 4, "''"),
        (("--map", "", "status"), 4, "--map"),
        (("--map", "../nergens", "status"), 4, "nergens"),
        (("--map", "leertraject.toml", "status"), 4, "leertraject.toml"),
        (("--map", "x" * 5000, "status"), 4, "--map"),
        (("status", "--jaar", "1.5"), 2, "--jaar: '1.5' is geen geheel getal"),
        (("status", "--jaar", ""), 2, "--jaar: '' is geen geheel getal"),
        (("status", "--jaar", "9" * 5000), 2, "--jaar"),
        (("status", "--jaar", "-1"), 0, ""),
        (("status", "--binnen", "-3"), 2, "--binnen: -3"),
        (("status", "--binnen", "twee"), 2, "--binnen: 'twee' is geen geheel getal"),
        (("status", "--binnen", "9" * 100), 0, ""),
        (("advies", CYCLUS, "--lees", "x" * 5000), 6, "te lang"),
        (("controleer", "x" * 5000), 4, "xxx"),
        (("begin", "x" * 5000, "--naam", "x"), 6, "te lang"),
        (("schema", "--naar", "x" * 5000), 6, "te lang"),
        (("advies", CYCLUS, "--blad", "--naar", "x" * 5000 + ".md"), 6, "te lang"),
    ],
    ids=lambda value: " ".join(value)[:50] if isinstance(value, tuple) else None,
)
def test_what_looks_like_an_option_or_is_none(
    cyclus: Path, geef: Geef, arguments: tuple[str, ...], code: int, says: str
) -> None:
    result = helder(geef(*arguments))
    assert result.code == code, result
    assert says in result.err
    assert len(result.err) < 12_000


@pytest.mark.skipif(os.name == "nt", reason="op Windows is een argument altijd tekst")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([b"\xff"], 2),
        ([b"status", b"\xff"], 2),
        ([b"status", b"--voor", b"\xff"], 2),
        ([b"status", b"--thema", b"\xff"], 2),
        ([b"status", b"--jaar", b"\xff"], 2),
        ([b"status", b"--map", b"\xff"], 2),
        ([b"toon", CYCLUS.encode(), b"\xff"], 2),
        ([b"lessen", b"\xff"], 2),
        ([b"uitleg", b"\xff"], 2),
        ([b"controleer", b"\xff"], 2),
        ([b"schema", b"\xff"], 2),
        ([b"begin", b"nieuw", b"--naam", b"caf\xe9"], 2),
        ([b"begin", b"nieuw", b"--naam", b"x", b"--organisatie", b"caf\xe9"], 2),
        ([b"deelnemer", b"directeur-x", b"--naam", b"caf\xe9"], 2),
        ([b"deelnemer", b"\xff", b"--naam", b"x"], 2),
        ([b"deelnemer", b"directeur-x", b"--naam", b"x", b"--organisatie", b"\xff"], 2),
        ([b"deelnemer", b"x-y", b"--naam", b"x", b"--organisatie", b"z", b"--organisatie-naam", b"\xff"], 2),
        ([b"nieuw", b"caf\xe9"], 2),
        ([b"nieuw", b"x", b"--vraag", b"caf\xe9"], 2),
        ([b"vraag", CYCLUS.encode(), b"--uitgesteld", b"--reden", b"caf\xe9"], 2),
        ([b"vraag", CYCLUS.encode(), b"--sla-over", b"\xff", b"--reden", b"x"], 2),
        (
            [
                b"zelfanalyse",
                CYCLUS.encode(),
                b"--door",
                b"directeur-oss",
                b"--antwoord",
                b"stap-terug/tijd=\xff",
            ],
            2,
        ),
        ([b"interview", CYCLUS.encode(), b"\xff"], 2),
        ([b"interview", CYCLUS.encode(), b"--plan", b"--gesprek", b"intern,\xff"], 2),
        ([b"advies", b"\xff", b"--van", b"directeur-sed", b"--tekst", b"x"], 2),
        ([b"advies", CYCLUS.encode(), b"--van", b"\xff", b"--tekst", b"x"], 2),
        ([b"advies", CYCLUS.encode(), b"--van", b"directeur-sed", b"--tekst", b"caf\xe9"], 2),
        ([b"advies", CYCLUS.encode(), b"--lees", b"\xff"], 2),
        ([b"les", CYCLUS.encode(), b"\xff", b"--titel", b"x"], 2),
        ([b"les", CYCLUS.encode(), b"--titel", b"caf\xe9"], 2),
        ([b"les", CYCLUS.encode(), b"--titel", b"x", b"--reflectievraag", b"caf\xe9"], 2),
        ([b"les", CYCLUS.encode(), b"--bevestigt", b"\xff"], 2),
        ([b"opvolging", CYCLUS.encode(), b"\xff"], 2),
        ([b"aanvulling", b"\xff"], 2),
    ],
    ids=lambda value: b" ".join(value).decode("ascii", "replace") if isinstance(value, list) else None,
)
def test_an_argument_that_is_no_text_is_refused(
    cyclus: Path, geef: Geef, arguments: list[bytes], code: int
) -> None:
    before = inhoud_zonder_index(cyclus.parent.parent)
    result = helder(geef(*map(os.fsdecode, arguments)))
    assert result.code == code, result
    assert result.err.startswith("fout: ")
    assert inhoud_zonder_index(cyclus.parent.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="op Windows is een argument altijd tekst")
@pytest.mark.parametrize("language", ["C", "C.UTF-8", "nl_NL.ISO-8859-1"])
def test_a_process_gets_bytes_that_are_no_text(cyclus: Path, language: str) -> None:
    for arguments in (
        [b"status", b"\xff"],
        [b"advies", CYCLUS.encode(), b"--van", b"x", b"--tekst", b"\xff"],
    ):
        done = proces(*arguments, cwd=cyclus.parent, omgeving={"LC_ALL": language})
        assert done.returncode in {2, 4}
        assert done.stderr.decode("utf-8").startswith("fout: ")


@pytest.mark.skipif(os.name == "nt", reason="op Windows is een naam altijd tekst")
def test_a_folder_whose_name_is_no_text_can_be_worked_in(cyclus: Path) -> None:
    root = cyclus.parent.parent / os.fsdecode(b"caf\xe9")
    try:
        cyclus.parent.rename(root)
    except OSError:
        pytest.skip("dit bestandssysteem kent alleen namen die tekst zijn")
    for arguments in (
        ["controleer", "--formaat", "sarif"],
        ["advies", CYCLUS, "--van", "directeur-sed", "--tekst", "x"],
        ["--map", str(root), "status", "--json"],
    ):
        for folder in (root, root.parent):
            given = arguments if folder == root or "--map" in arguments else ["--map", str(root), *arguments]
            done = proces(*map(os.fsencode, given), cwd=folder)
            assert done.returncode == 0, done.stderr
            done.stdout.decode("utf-8")
