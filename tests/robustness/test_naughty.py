"""Texts that trip programs up: what goes in comes out the same, or is refused with the name of its option."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.document import Document
from leercyclus.domain.tekst import without_refused
from leercyclus.store.toml import edit, write
from leercyclus.store.toml.read import parse
from tests.conftest import CYCLUS, Geef, Result
from tests.robustness.conftest import helder

Lees = Callable[[], dict[tuple[str, ...], Result]]

TEKSTEN: tuple[str, ...] = (
    # looks like nothing, or like a value
    *("--", "0", "-0", "1e1000", "NaN", "inf", "null", "None", "true", "nil", "undefined", "[]", "{}"),
    *("2027-01-01", "2027-02-30", "12:00", "0x10", "0o7", "1_000", "1.000,50", "€ 5,-", "½", "٣", "Ⅷ", "²"),
    # quotes and backslashes
    *(
        "'",
        '"',
        "''",
        '""',
        "'''",
        '"""',
        "'''a'''",
        '"""a"""',
        "\\",
        "\\\\",
        "\\n",
        "\\u0041",
        "\\x41",
        "\\'",
    ),
    *(
        'eindigt op "',
        'eindigt op ""',
        'eindigt op """',
        "eindigt op \\",
        '"""\n"""',
        "'''\n'''",
        'a\n"',
        "a\n\\",
    ),
    *('a""""""b', "“klein”", "‘klein’", "«klein»", "`ls`", "it's", 'zei hij: "nee"', "a\\\nb", "a \\\n   b"),
    # looks like TOML, a comment, or a mark
    *(
        "[tabel]",
        "[[rij]]",
        "a = 1",
        "a.b.c = 1",
        "# geen commentaar",
        "#:schema ../x.json",
        "x # y",
        "= = =",
    ),
    *(
        "a = 1\n[b]\nc = 2",
        'tekst = """',
        "\nbegint leeg",
        "eindigt leeg\n",
        "\n\n\n",
        "a\n\n\nb",
        "  ingesprongen",
    ),
    *("stand = 'definitief'", "[blad advies x]", "[vraag tekst]", "[einde]", "[negeer]", "versie = 99"),
    # conflict markers as text
    *(
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> tak",
        "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> tak\nd",
        "||||||| basis",
    ),
    *("a\n=======\nb", "<<<<<<<", ">>>>>>>", "a\n======= \nb"),
    # markup and templates
    *(
        "[bold]vet[/bold]",
        "[/]",
        "[link=https://x]y[/link]",
        "[red]",
        ":smile:",
        "**vet**",
        "_schuin_",
        "# Kop",
    ),
    *("- punt\n- punt", "1. een\n2. twee", "| a | b |", "|---|---|", "> citaat", "```\ncode\n```", "![x](y)"),
    *(
        "[x](javascript:alert(1))",
        "<b>vet</b>",
        "<script>alert(1)</script>",
        "<!-- weg -->",
        "&lt;&amp;&#39;",
    ),
    *("<img src=x onerror=alert(1)>", "]]>", "<![CDATA[x]]>", "<?xml?>", "---\ntitel: x\n---", "~~~"),
    *(
        "{{7*7}}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{0}",
        "{x}",
        "{{}}",
        "}{",
        "%s",
        "%d%n",
        "%(x)s",
        "$x",
        "{",
    ),
    # shells, databases, formulas, paths
    *(
        "$(x)",
        "; rm -rf /",
        "| cat",
        "&& true",
        "> uit",
        "!!",
        "*",
        "?",
        "~",
        "$HOME",
        "%PATH%",
        "`x`",
        "a;b",
    ),
    *(
        "' OR 1=1 --",
        "Robert'); DROP TABLE x;--",
        "=1+1",
        "+1",
        "@SUM(A1)",
        "=cmd|'/c calc'!A1",
        '=HYPERLINK("x")',
    ),
    *(
        "../../etc/passwd",
        "C:\\Windows",
        "file:///etc/passwd",
        "CON",
        "NUL.toml",
        "/dev/null",
        "https://x/?a=b&c",
    ),
    # letters of everywhere
    *("é", "e\u0301", "ﬁ", "İıſß", "ǅ", "Ω", "日本語", "한국어", "ไทย", "हिन्दी", "Ελλάδα", "Кириллица", "፩"),
    *("שלום", "مرحبا بالعالم", "abc שלום def", "Z\u0351\u036b\u0343alg\u0322o", "a" + "\u0301" * 200, "Å"),
    *("🏊", "👩‍👩‍👧‍👦", "🇳🇱", "👍🏽", "❤️", "\U0001f9d1\u200d\U0001f4bb", "𝕳𝖊𝖙", "\U0010fffd", "ａｂｃ"),
    # white and invisible
    *(
        "a\tb",
        "\ta",
        "a\u00a0b",
        "a\u2003b",
        "a\u3000b",
        "a\u00adb",
        "a\u200cb",
        "a\u200db",
        "a\u2028b",
        "a\u2029b",
    ),
    *(
        "a\u200eb",
        "a\u061cb",
        "a\u180eb",
        "a\u2800b",
        "a\u115fb",
        "a\ufe0fb",
        "\ufffd",
    ),
    # long
    *(
        "w" * 3000,
        "woord " * 600,
        "a\n" * 500 + "a",
        "🏊" * 500,
        "é" * 2000,
        "'" * 300,
        '"' * 299,
        "\\" * 301,
    ),
)
#: Texts that a record refuses: the sign that is told.
GEWEIGERD = {
    **{f"a{chr(code)}b": f"U+{code:04X}" for code in (*range(9), 11, 12, *range(14, 32), 127, 0x85, 0x9B)},
    **{
        f"a{char}b": f"U+{ord(char):04X}"
        for char in "\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2069"
    },
    "\x1b]0;titel\x07": "U+001B",
    "a\U000e0041b": "U+E0041",
    "\x1b[2J": "U+001B",
    "de vlag van Engeland: \U0001f3f4\U000e0067\U000e0062\U000e007f": "U+E0067",
}


_PER_KEER = 30


@pytest.mark.parametrize("start", range(0, len(TEKSTEN), _PER_KEER))
def test_what_goes_in_comes_out_the_same(cyclus: Path, geef: Geef, lees_overal: Lees, start: int) -> None:
    texts = [text for text in TEKSTEN[start : start + _PER_KEER] if text.strip()]
    expected = {}
    for text, other in zip(texts[::2], [*texts[1::2], "x"], strict=False):
        given = (f"--tekst={text}", f"--eigen-ervaring={other}")
        result = helder(geef("advies", CYCLUS, "--van", "directeur-sed", *given))
        assert result.code == 0, (ascii(text), result.err)
        expected[Path(result.out.strip()).stem] = (without_refused(text)[0], without_refused(other)[0])
    shown = json.loads(helder(geef("toon", CYCLUS, "advies", "--formaat", "json")).out)["stukken"]
    came_back = {item["id"]: (item["inhoud"]["tekst"], item["inhoud"]["eigen_ervaring"]) for item in shown}
    assert came_back == expected
    for id, said in expected.items():
        data = tomllib.loads((cyclus / "adviezen" / f"{id}.toml").read_bytes().decode("utf-8"))
        assert (data["tekst"], data["eigen_ervaring"]) == said
    everywhere = lees_overal()
    found = json.loads(everywhere["controleer", "--formaat", "json"].out)["bevindingen"]
    assert [item for item in found if "/adviezen/" in item["bestand"] and item["code"] < "LC012"] == []
    assert json.loads(everywhere["status", "--json"].out)["problemen"] == []
    assert all("\x1b" not in result.out for result in everywhere.values())


def test_a_text_of_another_survives_a_change_beside_it(cyclus: Path) -> None:
    for text in TEKSTEN:
        before = write.dumps(
            {"tekst": text, "datum": dt.date(2027, 1, 2), "rijen": [{"a": text}, {"b": text}]}
        )
        wanted = tomllib.loads(before) | {"kern": text, "soort": "vraag"}
        wanted["rijen"] = [{"a": text, "c": "x"}, {"b": "y"}]
        after = edit.edit(before, wanted)
        assert tomllib.loads(after) == wanted
        assert isinstance(parse(after.encode("utf-8"), "x.toml"), Document)


def test_what_people_see_is_the_text_and_nothing_is_done_with_it(cyclus: Path, geef: Geef) -> None:
    for text in (
        "[bold]x[/bold]",
        "{{7*7}}",
        "%s{0}",
        "$(x)",
        ":smile:",
        "=1+1",
        "&lt;b&gt;",
        "[/]",
        "\\u0041",
    ):
        made = helder(geef("advies", CYCLUS, "--van", "directeur-sed", f"--tekst={text}", f"--kern={text}"))
        id = Path(made.out.strip()).stem
        assert text in helder(geef("toon", CYCLUS, id)).out
        assert text in helder(geef("status", CYCLUS)).out
        (cyclus / "adviezen" / f"{id}.toml").unlink()


@pytest.mark.parametrize("text", GEWEIGERD, ids=ascii)
def test_a_sign_that_is_refused_is_named_with_its_option(cyclus: Path, geef: Geef, text: str) -> None:
    result = helder(geef("advies", CYCLUS, "--van", "directeur-sed", f"--tekst={text}"))
    assert result.code == 2
    assert "--tekst" in result.err
    assert GEWEIGERD[text] in result.err
    assert not (cyclus / "adviezen").exists()
    other = helder(geef("vraag", CYCLUS, "--uitgesteld", f"--reden={text}"))
    assert other.code == 2
    assert "--reden" in other.err


@pytest.mark.parametrize("text", list(GEWEIGERD)[::3], ids=ascii)
def test_a_sign_that_is_refused_is_a_finding_in_a_file(cyclus: Path, lees_overal: Lees, text: str) -> None:
    (cyclus / "adviezen").mkdir()
    escaped = "".join(f"\\U{ord(char):08X}" for char in text)
    (cyclus / "adviezen" / "directeur-sed-abc123.toml").write_text(
        f'van = "directeur-sed"\ndatum = 2027-01-02\ntekst = "{escaped}"\n', "utf-8"
    )
    given = lees_overal()
    found = json.loads(given["controleer", "--formaat", "json"].out)["bevindingen"]
    mine = [item for item in found if "/adviezen/" in item["bestand"]]
    assert [(item["code"], item["regel"], item["kolom"]) for item in mine] == [("LC011", 3, 9)]
    assert GEWEIGERD[text] in mine[0]["melding"]
    sign = next(char for char in text if f"U+{ord(char):04X}" == GEWEIGERD[text])
    assert all(sign not in given[way].out for way in (("toon", CYCLUS), ("status", CYCLUS), ("controleer",)))


#: Documents that are TOML, with what they say.
GELDIG: tuple[tuple[str, object], ...] = (
    ("", {}),
    ("\n", {}),
    ("# alleen dit", {}),
    ("a=1", {"a": 1}),
    ("a = 1 # b", {"a": 1}),
    ("\ta\t=\t1\t", {"a": 1}),
    ("a = 1\r\nb = 2\r\n", {"a": 1, "b": 2}),
    ('"a b" = 1', {"a b": 1}),
    ("'a b' = 1", {"a b": 1}),
    ('"" = 1', {"": 1}),
    ("1 = 1", {"1": 1}),
    ("1.2 = 3", {"1": {"2": 3}}),
    ('a."b.c".d = 1', {"a": {"b.c": {"d": 1}}}),
    ("a . b = 1", {"a": {"b": 1}}),
    ("[a]\n[a.b]\n[c]", {"a": {"b": {}}, "c": {}}),
    ("[a.b]\n[a]", {"a": {"b": {}}}),
    ("[ a . b ]", {"a": {"b": {}}}),
    ("[[a]]\n[[a]]\nb = 1", {"a": [{}, {"b": 1}]}),
    ("[[a]]\n[a.b]\n[[a.c]]", {"a": [{"b": {}, "c": [{}]}]}),
    ("a = [1, 2, ]", {"a": [1, 2]}),
    ("a = [\n# een\n1, # twee\n]", {"a": [1]}),
    ("a = [[], [[]]]", {"a": [[], [[]]]}),
    ('a = [1, "b", {}]', {"a": [1, "b", {}]}),
    ("a = {}", {"a": {}}),
    ("a = { b = 1, c.d = 2 }", {"a": {"b": 1, "c": {"d": 2}}}),
    ('a = "\\b\\t\\n\\f\\r\\"\\\\"', {"a": '\b\t\n\f\r"\\'}),
    ('a = "\\u00e9\\U0001F3CA"', {"a": "é🏊"}),
    ("a = 'c:\\x'", {"a": "c:\\x"}),
    ('a = """\nb"""', {"a": "b"}),
    ('a = """b\\\n   c"""', {"a": "bc"}),
    ('a = """"b""""', {"a": '"b"'}),
    ("a = '''\n'b\n'''", {"a": "'b\n"}),
    ("a = '''''b'''''", {"a": "''b''"}),
    ("a = +1\nb = -0\nc = 1_0", {"a": 1, "b": 0, "c": 10}),
    ("a = 0xdead_beef\nb = 0o17\nc = 0b1", {"a": 0xDEADBEEF, "b": 15, "c": 1}),
    ("a = 1.5\nb = 1e3\nc = -1E-2", {"a": 1.5, "b": 1000.0, "c": -0.01}),
    ("a = inf\nb = -inf", {"a": float("inf"), "b": -float("inf")}),
    ("a = 9223372036854775807", {"a": 9223372036854775807}),
    ("a = 2027-01-01", {"a": dt.date(2027, 1, 1)}),
    ("a = 2027-01-01 10:00:00", {"a": dt.datetime(2027, 1, 1, 10)}),
    ("a = 10:00:00.5", {"a": dt.time(10, 0, 0, 500_000)}),
    ("a = true\nb = false", {"a": True, "b": False}),
    ("inf = 1\ntrue = 2", {"inf": 1, "true": 2}),
    ('a = "[b]"\nc = "# d"', {"a": "[b]", "c": "# d"}),
    ("a = " + "[" * 11 + "]" * 11, None),
)
#: Documents that are none, and where that shows.
ONGELDIG: tuple[tuple[str, int], ...] = (
    ("a", 1),
    ("a =", 1),
    ("= 1", 1),
    ("a = 1 b = 2", 1),
    ("a b = 1", 1),
    ("\na = b", 2),
    ("a = 01", 1),
    ("a = 1__0", 1),
    ("a = 1.", 1),
    ("a = .5", 1),
    ("a = 0X1", 1),
    ("a = True", 1),
    ("a = nil", 1),
    ("a = 2027-1-1", 1),
    ("a = 24:00:00", 1),
    ("a = 2027-01-01T25:00:00", 1),
    ('a = "b', 1),
    ("a = 'b", 1),
    ('a = "b\nc"', 1),
    ('a = "\\x41"', 1),
    ('a = "\\ud800"', 1),
    ('a = "\\U00110000"', 1),
    ("a = [1", 1),
    ("a = [1 2]", 1),
    ("a = [,]", 1),
    ("a = { b = 1", 1),
    ("a = { b = 1, }", 1),
    ("a = {\nb = 1 }", 1),
    ("[a", 1),
    ("[a]]", 1),
    ("[[a]", 1),
    ("[]", 1),
    ("[a..b]", 1),
    ("[a] b = 1", 1),
    ("a..b = 1", 1),
    ("a = 1\na = 2", 2),
    ("a = 1\n[a]", 2),
    ("[a]\n[a]", 2),
    ("[[a]]\n[a]", 2),
    ("[a]\n[[a]]", 2),
    ("a = []\n[[a]]", 2),
    ("a.b = 1\n[a]", 2),
    ("a = {}\n[a.b]", 2),
    ("é = 1", 1),
    ("a = 1\n\x00", 2),
    ("a\n= 1", 1),
    ("a = 1 \x0b", 1),
    ("{ a = 1 }", 1),
    ('"""a""" = 1', 1),
)


@pytest.mark.parametrize(("text", "data"), GELDIG, ids=ascii)
def test_toml_is_read_with_the_place_of_every_key(text: str, data: object) -> None:
    found = parse(text.encode("utf-8"), "x.toml")
    assert isinstance(found, Document)
    assert data is None or found.data == data
    assert set(found.data) <= {path[0] for path in found.spans}
    changed = edit.edit(found.text, {**found.data, "nieuw": "x"})
    assert tomllib.loads(changed) == {**found.data, "nieuw": "x"}


@pytest.mark.parametrize(("text", "line"), ONGELDIG, ids=ascii)
def test_what_is_no_toml_is_told_in_dutch_with_its_line(text: str, line: int) -> None:
    found = parse(text.encode("utf-8"), "x.toml")
    assert isinstance(found, Bevinding)
    assert (found.code, found.regel) == ("LC001", line)
    assert "dit is geen geldige TOML" not in found.melding, "there is a message for every fault"
