"""Files of which the content is no good: one finding with its line, and the rest is read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leercyclus.domain.soorten import LEERTRAJECT, SOORTEN
from tests.conftest import CYCLUS, GROEP, Geef, Result
from tests.robustness.conftest import helder, proces

Lees = Callable[[], dict[tuple[str, ...], Result]]
MIB = 1024 * 1024
ADVIES = 'van = "directeur-sed"\ndatum = 2027-01-02\ntekst = "Begin klein"\n'


def bevindingen(geef: Geef, bestand: str) -> list[dict[str, Any]]:
    """What ``controleer`` says of one file."""
    found = json.loads(helder(geef("controleer", "--formaat", "json")).out)["bevindingen"]
    return [item for item in found if item["bestand"] == bestand]


#: What stands in the file, the code, the line, and a word of the message.
ONLEESBAAR: dict[str, tuple[bytes, str, int, str]] = {
    "latin-1": ('versie = 1\ntekst = "café"\n'.encode("latin-1"), "LC002", 2, "UTF-8"),
    "windows-1252": ('tekst = "“klein”"\n'.encode("cp1252"), "LC002", 1, "UTF-8"),
    "utf-16 with a mark": (ADVIES.encode("utf-16"), "LC002", 1, "UTF-8"),
    "utf-16 big endian with a mark": (b"\xfe\xff" + ADVIES.encode("utf-16-be"), "LC002", 1, "UTF-8"),
    "utf-16 without a mark": (ADVIES.encode("utf-16-le"), "LC002", 1, "UTF-8"),
    "utf-16 big endian without a mark": (ADVIES.encode("utf-16-be"), "LC002", 1, "UTF-8"),
    "utf-32": (ADVIES.encode("utf-32"), "LC002", 1, "UTF-8"),
    "a surrogate as bytes": (b'versie = 1\ntekst = "\xed\xa0\x80"\n', "LC002", 2, "UTF-8"),
    "an overlong byte": (b'tekst = "\xc0\xaf"\n', "LC002", 1, "UTF-8"),
    "cut off within a letter": (b'versie = 1\ntekst = "caf\xc3', "LC002", 2, "UTF-8"),
    "two byte order marks": (b"\xef\xbb\xbf\xef\xbb\xbfversie = 1\n", "LC001", 1, ""),
    "a null in a text": (b'versie = 1\ntekst = "a\x00b"\n', "LC001", 2, "teken"),
    "only nulls": (b"\x00" * 4096, "LC001", 1, ""),
    "a null after the last line": (b"versie = 1\n\x00", "LC001", 2, ""),
    "a lone carriage return": (b'versie = 1\rtekst = "a"\r', "LC001", 1, ""),
    "a lone carriage return in a comment": (b"versie = 1\n# a\rb\n", "LC001", 2, "teken"),
    "an escape sign in a text": (b'tekst = "\x1b[31mrood"\n', "LC001", 1, "teken"),
    "a bell in a comment": (b"versie = 1\n# \x07\n", "LC001", 2, "teken"),
    "a delete sign in a text": (b'versie = 1\ntekst = "a\x7f"\n', "LC001", 2, "teken"),
    "a program": (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8, "LC002", 2, "UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "LC002", 1, "UTF-8"),
    "a decimal of 5000 digits": (b"versie = 1\nbedrag = " + b"9" * 5000 + b"\n", "LC001", 2, "getal"),
    "a negative of 5000 digits": (b"versie = 1\n\nbedrag = -" + b"9" * 5000 + b"\n", "LC001", 3, "getal"),
    "a hexadecimal of 5000 digits": (b"versie = 1\nbedrag = 0x" + b"f" * 5000 + b"\n", "LC001", 2, "getal"),
    "an octal of 6000 digits": (b"bedrag = 0o" + b"7" * 6000 + b"\n", "LC001", 1, "getal"),
    "a binary of 20000 digits": (b"bedrag = 0b" + b"1" * 20000 + b"\n", "LC001", 1, "getal"),
    "a huge number in a list": (b"versie = 1\nx = [\n1,\n0x" + b"f" * 5000 + b"]\n", "LC001", 4, "getal"),
    "a huge number after a note": (b"x = [ # een\n" + b"9" * 5000 + b"]\n", "LC001", 2, "getal"),
    "a date that is none": (b"versie = 1\ndatum = 2027-02-30\n", "LC001", 2, "datum"),
    "the year nought": (b"datum = 0000-01-01\n", "LC001", 1, "datum"),
    "a month too many": (b"versie = 1\ndatum = 2027-13-01\n", "LC001", 2, "regel"),
    "the same key twice": (b'tekst = "a"\ntekst = "b"\n', "LC001", 2, "staat er al"),
    "the same key twice in a row": (b"x = {a = 1, a = 2}\n", "LC001", 1, "staat er al"),
    "the same table twice": (b"[a]\n[b]\n[a]\n", "LC001", 3, "staat er al"),
    "a table over a value": (b"a = 1\n[a]\n", "LC001", 2, "staat er al"),
    "a dotted key over a value": (b"a = 1\na.b = 2\n", "LC001", 2, "staat er al"),
    "a dotted key into a table": (b"[a.b]\nc = 1\n[a]\nb.d = 2\n", "LC001", 4, "staat er al"),
    "a key in a closed table": (b"a = {b = 1}\na.c = 2\n", "LC001", 2, "ligt al vast"),
    "500 brackets": (b"versie = 1\nx = " + b"[" * 500 + b"]" * 500 + b"\n", "LC005", 2, "dieper"),
    "100000 brackets": (b"versie = 1\nx = " + b"[" * 100_000 + b"\n", "LC005", 2, "dieper"),
    "100000 inline tables": (b"versie = 1\nx = " + b"{a=" * 100_000 + b"\n", "LC005", 2, "dieper"),
    "60 inline tables": (b"versie = 1\nx = " + b"{a=" * 60 + b"1" + b"}" * 60 + b"\n", "LC005", 2, "dieper"),
    "13 lists in each other": (b"versie = 1\n\nx = " + b"[" * 13 + b"]" * 13 + b"\n", "LC005", 3, "dieper"),
    "a key of 13 parts": (b"versie = 1\n" + b".".join([b"a"] * 13) + b" = 1\n", "LC005", 2, "dieper"),
    "a table of 13 parts": (b"versie = 1\n[" + b".".join([b"a"] * 13) + b"]\n", "LC005", 2, "dieper"),
    "a quoted key of 5000 parts": (
        b'versie = 1\n"' + b'" . "'.join([b"a.b"] * 5000) + b'" = 1\n',
        "LC005",
        2,
        "dieper",
    ),
    "a key of two million parts": (
        b"versie = 1\n" + b".".join([b"a"] * 2_000_000) + b" = 1\n",
        "LC005",
        2,
        "dieper",
    ),
    "a table of two million parts": (
        b"versie = 1\n[" + b".".join([b"a"] * 2_000_000) + b"]\n",
        "LC005",
        2,
        "dieper",
    ),
    "an inline key of a million parts": (
        b"versie = 1\nx = { " + b" . ".join([b"a"] * 1_000_000) + b" = 1 }\n",
        "LC005",
        2,
        "dieper",
    ),
    "one word of four million letters": (b"a" * (4 * MIB - 10), "LC001", 1, "="),
    "a text without an end": (b'versie = 1\ntekst = "' + b'\\"' * (MIB // 2), "LC001", 2, "sluitend"),
    "a long text without an end": (b'tekst = """' + b'\\"""' * (MIB // 4), "LC001", 1, "sluitend"),
    "a million keys": (b"".join(b"a%d=1\n" % n for n in range(400_000)), "LC005", 20_001, "waarden"),
    "a million values in a list": (
        b"versie = 1\nx = [" + b"1,\n" * 1_000_000 + b"]\n",
        "LC005",
        19_999,
        "waarden",
    ),
    "a million rows": (b"[[antwoorden]]\n" * 200_000, "LC005", 20_001, "waarden"),
    "a newer version": (b"versie = 2\n", "LC004", 1, "versie 2"),
    "conflict marks in a text": (
        b'tekst = """\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> tak\n"""\n',
        "LC003",
        2,
        "twee versies",
    ),
}


@pytest.mark.parametrize("name", ONLEESBAAR)
def test_a_file_that_cannot_be_read_is_one_finding_with_its_line(cyclus: Path, geef: Geef, name: str) -> None:
    raw, code, line, word = ONLEESBAAR[name]
    file = cyclus / "adviezen" / "directeur-sed-abc123.toml"
    file.parent.mkdir()
    file.write_bytes(raw)
    (found,) = bevindingen(geef, f"{CYCLUS}/adviezen/{file.name}")
    assert (found["code"], found["regel"]) == (code, line), found
    assert word in found["melding"]
    status = json.loads(helder(geef("status", "--json")).out)
    assert [item["code"] for item in status["problemen"]] == [code]
    assert [item["titel"] for item in status["cycli"]] == ["Zwembad of niet"]
    if len(raw) < MIB:
        refused = helder(geef("advies", CYCLUS, "--lees", str(file)))
        assert refused.code == 3
        assert file.name in refused.err
    assert file.read_bytes() == raw


#: What stands in the file, and the findings (code, line) that it gives; the rest of it counts.
LEESBAAR: dict[str, tuple[bytes, list[tuple[str, int]]]] = {
    "a byte order mark": (b"\xef\xbb\xbf" + ADVIES.encode(), []),
    "lines as on Windows": (ADVIES.replace("\n", "\r\n").encode(), []),
    "both": (b"\xef\xbb\xbf" + ADVIES.replace("\n", "\r\n").encode(), []),
    "lines of both kinds": (ADVIES.replace("\n", "\r\n", 1).encode(), []),
    "no end to the last line": (ADVIES.rstrip("\n").encode(), []),
    "an empty file": (b"", [("LC014", 1)] * 3),
    "only a byte order mark": (b"\xef\xbb\xbf", [("LC014", 1)] * 3),
    "only spaces": (b"  \n\t\n", [("LC014", 1)] * 3),
    "only a comment": (b"# later", [("LC014", 1)] * 3),
    "a text of a date with a time": (
        ADVIES.replace("2027-01-02", "2027-01-02T10:00:00").encode(),
        [("LC010", 2)],
    ),
    "a moment elsewhere": (
        ADVIES.replace("2027-01-02", "2027-01-02T10:00:00.5-23:59").encode(),
        [("LC010", 2)],
    ),
    "a time": (ADVIES.replace("2027-01-02", "10:00:00").encode(), [("LC010", 2)]),
    "a number for a date": (ADVIES.replace("2027-01-02", "20270102").encode(), [("LC010", 2)]),
    "no number": (f"{ADVIES}soort = nan\n".encode(), [("LC010", 4)]),
    "infinity": (f"{ADVIES}soort = -inf\n".encode(), [("LC010", 4)]),
    "a date for a choice": (f"{ADVIES}soort = 2027-01-01\n".encode(), [("LC010", 4)]),
    "a number of 90 digits": (f"{ADVIES}soort = {'9' * 90}\n".encode(), [("LC010", 4)]),
    "a table for a text": (f"{ADVIES}[kern]\na = 1\n".encode(), [("LC010", 4)]),
    "an unknown number": (f"{ADVIES}bedrag = {'9' * 90}\n".encode(), [("LC012", 4)]),
    "an unknown hexadecimal": (f"{ADVIES}bedrag = 0xffff\n".encode(), [("LC012", 4)]),
    "unknown infinities": (f"{ADVIES}x = inf\ny = nan\n".encode(), [("LC012", 4), ("LC012", 5)]),
    "a key of 200 digits": (f"{ADVIES}{'9' * 200} = 1\n".encode(), [("LC012", 4)]),
    "a fraction of 200 digits": (f"{ADVIES}x = 0.{'9' * 200}\n".encode(), [("LC012", 4)]),
    "an unknown moment": (f"{ADVIES}x = 0001-01-01T00:00:00+23:59\n".encode(), [("LC012", 4)]),
    "an empty key": (f'{ADVIES}"" = 1\n'.encode(), [("LC012", 4)]),
    "a key of a thousand letters": (f"{ADVIES}{'a' * 1000} = 1\n".encode(), [("LC012", 4)]),
    "a key with an escape sign": (f'{ADVIES}"\\u001b[31m" = 1\n'.encode(), [("LC012", 4)]),
    "a key with braces": (f'{ADVIES}"{{0}}{{x}}%s" = 1\n'.encode(), [("LC012", 4)]),
    "an escaped control character": (
        ADVIES.replace("klein", "\\u0007klein").encode(),
        [("LC011", 3)],
    ),
    "an escaped null": (ADVIES.replace("klein", "\\u0000klein").encode(), [("LC011", 3)]),
    "a text of braces for a choice": (f'{ADVIES}soort = "{{0}}"\n'.encode(), [("LC010", 4)]),
    "a choice of 100000 letters": (
        f'{ADVIES}soort = "{"a" * 100_000}"\n'.encode(),
        [("LC010", 4)],
    ),
    "a version that is a text": (f'versie = "1"\n{ADVIES}'.encode(), [("LC010", 1)]),
    "a version that is infinite": (f"versie = inf\n{ADVIES}".encode(), [("LC010", 1)]),
    "a text of 200 KiB": (ADVIES.replace("klein", "klein " * (MIB // 30)).encode(), []),
    "300 dots in a text": (ADVIES.replace("klein", "a." * 300 + "b = 1").encode(), []),
    "300 dots in a longer text": (
        ADVIES.replace('"Begin klein"', '"""\n' + "a." * 300 + 'b = 1\n["""').encode(),
        [],
    ),
    "300 dots in a comment": (f"{ADVIES}# {'a.' * 300}b = {'[' * 200}\n".encode(), []),
    "300 dots in a literal text": (ADVIES.replace('"Begin klein"', f"'{'a.' * 300}b [[[['").encode(), []),
}


@pytest.mark.parametrize("name", LEESBAAR)
def test_what_does_not_fit_costs_no_more_than_itself(
    cyclus: Path, lees_overal: Lees, geef: Geef, name: str
) -> None:
    raw, expected = LEESBAAR[name]
    file = cyclus / "adviezen" / "directeur-sed-abc123.toml"
    file.parent.mkdir()
    file.write_bytes(raw)
    given = lees_overal()
    found = json.loads(given["controleer", "--formaat", "json"].out)["bevindingen"]
    mine = [(item["code"], item["regel"]) for item in found if item["bestand"].endswith(file.name)]
    assert sorted(mine) == sorted(expected), found
    assert json.loads(given["status", "--json"].out)["problemen"] == []
    assert all(len(item["melding"]) < 300 for item in found if item["code"] != "LC012")
    assert file.read_bytes() == raw


def test_a_file_of_100_mib_is_refused_in_constant_memory(cyclus: Path) -> None:
    pytest.importorskip("resource", reason="Windows meet geen geheugen op deze manier")
    (cyclus / "adviezen").mkdir()
    with (cyclus / "adviezen" / "directeur-sed-abc123.toml").open("wb") as file:
        file.truncate(100 * MIB)
    measure = (
        "import resource, sys; from leercyclus.cli import main; code = main(['status', '--json']);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(code)"
    )

    def peak() -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", measure], cwd=cyclus.parent, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        used = int(done.stderr.split()[-1])
        return used // 1024 if sys.platform == "darwin" else used, done.stdout

    with_it, out = peak()
    assert [(item["code"], item["regel"]) for item in json.loads(out)["problemen"]] == [("LC005", 1)]
    (cyclus / "adviezen" / "directeur-sed-abc123.toml").unlink()
    without, _ = peak()
    assert with_it - without < 16 * 1024, "KiB"


def test_a_file_just_within_the_limit_is_read_and_one_byte_more_is_not(cyclus: Path, geef: Geef) -> None:
    (cyclus / "adviezen").mkdir()
    file = cyclus / "adviezen" / "directeur-sed-abc123.toml"
    filler = 4 * MIB - len(ADVIES) - len("# \n")
    for more, expected in ((0, []), (1, ["LC005"])):
        file.write_text(ADVIES + f"# {'x' * (filler + more)}\n", "utf-8")
        assert [item["code"] for item in bevindingen(geef, f"{CYCLUS}/adviezen/{file.name}")] == expected


@pytest.mark.parametrize(
    "name", ["latin-1", "100000 brackets", "a hexadecimal of 5000 digits", "a million keys"]
)
def test_a_group_that_cannot_be_read_still_shows_its_cycles(
    cyclus: Path, lees_overal: Lees, name: str
) -> None:
    raw, code, line, _ = ONLEESBAAR[name]
    (cyclus.parent / "leertraject.toml").write_bytes(raw)
    status = json.loads(lees_overal()["status", "--json"].out)
    assert [(item["code"], item["regel"]) for item in status["problemen"]] == [(code, line)]
    assert [item["titel"] for item in status["cycli"]] == ["Zwembad of niet"]


#: JSON that is handed over with --lees.
JSON: dict[str, bytes] = {
    "deep": b'{"a":' * 100_000,
    "deep lists": b'{"van": ' + b"[" * 100_000,
    "13 lists": b'{"van": ' + b"[" * 13 + b"]" * 13 + b"}",
    "a huge number": b'{"van": ' + b"9" * 5000 + b"}",
    "no number": b'{"van": "directeur-sed", "tekst": NaN}',
    "infinity": b'{"van": "directeur-sed", "tekst": "x", "soort": -Infinity}',
    "1e999": b'{"van": "directeur-sed", "tekst": 1e999}',
    "half a character": b'{"van": "directeur-sed", "tekst": "\\ud800"}',
    "a list": b'{"van": ["directeur-sed"], "tekst": "x"}',
    "cut off": b'{"van": "directeur-sed"',
    "two of them": b"{} {}",
    "a null": b'{"van": "directeur-sed", "tekst": "a\x00b"}',
    "a key with a null": b'{"van": "directeur-sed", "\\u0000": 1, "tekst": "x"}',
    "a number as a version": b'{"versie": 1.5, "van": "directeur-sed", "tekst": "x"}',
    "utf-16": '{"van": "directeur-sed"}'.encode("utf-16"),
    "half a million keys": b'{"van": "directeur-sed", '
    + b",".join(b'"a%d":1' % n for n in range(300_000))
    + b"}",
    "a million values": b'{"van": "directeur-sed", "tekst": [' + b"1," * 1_000_000 + b"1]}",
}


@pytest.mark.parametrize("name", JSON)
def test_json_that_does_not_hold_is_refused(cyclus: Path, geef: Geef, name: str) -> None:
    result = helder(geef("advies", CYCLUS, "--lees", "-", stdin=JSON[name]))
    assert result.code == 3
    assert "standaardinvoer" in result.err
    assert len(result.err) < 5000
    assert not (cyclus / "adviezen").exists()


#: Lists of people that are handed over with --lees.
CSV: dict[str, bytes] = {
    "a null": b"id,naam\ndirecteur-x,a\x00b\n",
    "latin-1": "id,naam\ndirecteur-x,Coördinator\n".encode("latin-1"),
    "an open quote": b'id,naam\ndirecteur-x,"open\n',
    "a field of a million letters": b"id,naam\ndirecteur-x," + b"a" * 1_000_000 + b"\n",
    "too many fields": b"id,naam\ndirecteur-x,a,b,c\n",
    "no head": b"directeur-x,a\n",
    "a path as id": b"id,naam\n../x,a\n",
    "an escape sign": b"id,naam\ndirecteur-x,\x1b[31mrood\n",
    "an id twice and one that is none": b"id,naam\ndirecteur-x,a\ndirecteur x,b\n",
    "only a head": b"id,naam\n",
}


@pytest.mark.parametrize("name", CSV)
def test_a_list_of_people_that_does_not_hold_changes_nothing(groep: Path, geef: Geef, name: str) -> None:
    (groep / "mensen.csv").write_bytes(CSV[name])
    before = (groep / "leertraject.toml").read_bytes()
    result = helder(geef("deelnemer", "--lees", "mensen.csv"))
    assert result.code in {2, 3}, result.out
    assert "mensen.csv" in result.err
    assert (groep / "leertraject.toml").read_bytes() == before


#: Sheets that are handed over with --lees.
BLADEN: dict[str, bytes] = {
    "an empty zip": b"PK\x05\x06" + b"\x00" * 18,
    "a broken zip": b"PK\x03\x04" + b"\x00" * 400,
    "a pdf": b"%PDF-1.7\n",
    "nulls": b"\x00" * 500,
    "a code that is none": b"[blad]\n[vraag ]\n",
    "a code of somebody elses making": b"[blad advies ../../etc passwd]\n[vraag tekst]\nx\n[einde]\n",
    "a code with an escape sign": b"[blad advies \x1b[31m x]\n[vraag tekst]\nx\n[einde]\n",
    "a hundred thousand quotes": b"> " * 100_000 + b"[blad advies x]\n",
    "a hundred thousand bars": b"|" * 100_000 + b"\n[blad advies x]\n",
}


@pytest.mark.parametrize("name", BLADEN)
def test_a_sheet_that_does_not_hold_is_refused(cyclus: Path, geef: Geef, name: str) -> None:
    (cyclus.parent / "blad.md").write_bytes(BLADEN[name])
    result = helder(geef("advies", CYCLUS, "--lees", "blad.md"))
    assert result.code in {3, 4}, result.out
    assert not (cyclus / "adviezen").exists()


def test_a_file_that_is_hard_to_parse_is_answered_soon(cyclus: Path) -> None:
    (cyclus / "adviezen").mkdir()
    for name, item in ONLEESBAAR.items():
        if "million" in name:
            (cyclus / "adviezen" / f"directeur-sed-{name.replace(' ', '-')}.toml").write_bytes(item[0])
    done = proces("status", "--json", cwd=cyclus.parent)  # gives up after a minute
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["problemen"]) > 5


#: Values that no key of a record expects, or not everywhere.
VERKEERD = (
    "5",
    "nan",
    "2027-01-01T10:00:00Z",
    "0001-01-01",
    '""',
    '"{0}{x}%s[bold]"',
    "[]",
    '[1, "a", [2]]',
    "{ a = { b = 1 } }",
    '[{ id = 5, les = 5, vraag = [], fase = {}, antwoord = 1, bestand = 2 }, { id = "x" }, 3]',
    '[{ les = "stap-terug", vraag = "tijd", score = 9, keuze = "", rijen = [{}, { a = 1 }] }]',
    '["directeur-oss", "directeur-oss", "niemand"]',
)
_VASTLEGGEN: tuple[tuple[str, ...], ...] = (
    ("deelnemer", "directeur-x", "--naam", "X", "--organisatie", "os"),
    ("nieuw", "Titel", "--vraag", "x", "--waarom-nu", "x", "--vraagsteller", "directeur-oss"),
    ("vraag", CYCLUS, "--dag", "2027-05-01"),
    ("zelfanalyse", CYCLUS, "--door", "directeur-oss", "--samenvatting", "x"),
    ("interview", CYCLUS, "--invalshoek", "intern"),
    ("interview", CYCLUS, "x-1", "--verslag", "x"),
    ("gespreksnotitie", CYCLUS, "--spiegel", "x"),
    ("verspreid", CYCLUS),
    ("intervisie", CYCLUS, "--aanwezig", "directeur-oss"),
    ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "x"),
    ("opvolging", CYCLUS, "x-1", "--voornemen", "overweegt", "--waarom", "x"),
    ("terugkoppeling", CYCLUS, "--organisatie", "oss", "--kern", "x", "--bestuur", "raad"),
    ("meenemen", CYCLUS, "--door", "directeur-oss", "--wijze", "aanvullen", "--tekst", "x"),
    ("les", CYCLUS, "--titel", "x"),
    ("les", CYCLUS, "--bevestigt", "stap-terug"),
    ("zelfanalyse", CYCLUS, "--blad"),
    ("interview", CYCLUS, "--plan", "--blad"),
    ("verder", CYCLUS),
    ("status", "--voor", "directeur-oss"),
    ("status", "--te-laat", "--jaar", "2027"),
)


@pytest.mark.parametrize("value", VERKEERD)
def test_a_value_of_a_wrong_kind_in_every_key_stops_nothing(
    cyclus: Path, geef: Geef, lees_overal: Lees, value: str
) -> None:
    for kind in SOORTEN:
        if kind is LEERTRAJECT:
            continue
        path = cyclus.parent / kind.bestand_in(CYCLUS if kind.in_cyclus else "", "x-1")
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"{key} = {value}\n" for key in kind.velden if key != "versie"), "utf-8")
    lees_overal()
    for arguments in _VASTLEGGEN:
        helder(geef(*arguments))
    row = "".join(f"{key} = {value}\n" for key in ("id", "naam", "organisatie", "rol", "vanaf", "tot"))
    lists = "".join(f"\n[[{key}]]\n{row}" for key in ("deelnemers", "organisaties", "themas"))
    keys = "".join(f"{key} = {value}\n" for key in LEERTRAJECT.velden if key not in ("versie", "voorbeeld"))
    for group in (GROEP + lists, keys):
        (cyclus.parent / "leertraject.toml").write_text(group, "utf-8")
        for arguments in (("status", "--json"), ("controleer",), *_VASTLEGGEN[:4]):
            helder(geef(*arguments))
