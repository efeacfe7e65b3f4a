"""Bad input: a clear Dutch error, the promised exit code, and nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, GROEP, NIEUW, VOORBEELD, Geef, inhoud_zonder_index


def _with(option: str, value: str) -> tuple[str, ...]:
    at = NIEUW.index(option)
    return (*NIEUW[: at + 1], value, *NIEUW[at + 2 :])


_ADVIES = ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein")
_CASES: list[tuple[tuple[str, ...], int, str]] = [
    (("nieuw",), 2, "--vraagsteller"),
    (_with("--dag", "15 april"), 2, "--dag"),
    (_with("--dag", "2027-02-30"), 2, "--dag"),
    (_with("--dag", "1700000000"), 2, "--dag"),
    (_with("--thema", "onbekend"), 4, "--thema"),
    (_with("--vraagsteller", "directeur-os"), 4, "'directeur-oss'"),
    (_with("--adviseur", "../adviseur"), 2, "--adviseur"),
    (_with("--soort-werk", "groot"), 2, "--soort-werk"),
    (("nieuw", "🏊🏊", *NIEUW[2:]), 2, "--id"),
    ((*NIEUW, "--id", "../buiten"), 2, "--id"),
    ((*NIEUW, "--id", "lessen"), 2, "--id"),
    ((*NIEUW, "--id", "con"), 2, "--id"),
    (NIEUW, 5, CYCLUS),
    (("zelfanalyse", CYCLUS), 2, "--door"),
    (("zelfanalyse", CYCLUS, "--door", "directeur-oss", "--antwoord", "tijd"), 2, "--antwoord"),
    (("zelfanalyse", CYCLUS, "--door", "directeur-oss", "--antwoord", "stap-terug/tjd=x"), 4, "tijd"),
    (("zelfanalyse", CYCLUS, "--door", "directeur-oss", "--datum", "morgen"), 2, "--datum"),
    (("zelfanalyse", "2027-zwembad", "--door", "directeur-oss"), 4, CYCLUS),
    (("zelfanalyse", "../2027", "--door", "directeur-oss"), 4, "../2027"),
    (("interview", CYCLUS), 2, "--invalshoek"),
    (("interview", CYCLUS, "--invalshoek", "binnen"), 2, "--invalshoek"),
    (("interview", CYCLUS, "intern-abc123", "--verslag", "x"), 4, "intern-abc123"),
    (("gespreksnotitie", CYCLUS), 2, "--spiegel"),
    (("verspreid", CYCLUS), 3, "zelfanalyse"),
    (("intervisie", CYCLUS), 2, "--aanwezig"),
    (("intervisie", CYCLUS, "--aanwezig", "niemand"), 4, "--aanwezig"),
    (("advies", CYCLUS), 2, "--van"),
    (("advies", CYCLUS, "--van", "directeur-sed"), 2, "--tekst"),
    ((*_ADVIES, "--soort", "mening"), 2, "aanbeveling"),
    ((*_ADVIES, "--soort", "half\udcff"), 2, "is geen tekst in UTF-8"),
    ((*_ADVIES, "--kern", "twee\nregels"), 2, "--kern"),
    (("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "bel\x07"), 2, "--tekst"),
    (("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "-"), 2, "--tekst"),
    (("advies", CYCLUS, "--van", "-", "--tekst", "-"), 2, "standaardinvoer"),
    (("advies", "--van", "directeur-sed", "--tekst", "x"), 2, "CYCLUS"),
    (("opvolging", CYCLUS), 2, "ADVIEZEN"),
    (("opvolging", CYCLUS, "directeur-sed-abc123", "--voornemen", "overweegt"), 4, "directeur-sed-abc123"),
    (("terugkoppeling", CYCLUS), 2, "--organisatie"),
    (("terugkoppeling", CYCLUS, "--organisatie", "os", "--kern", "x"), 4, "oss"),
    (("terugkoppeling", CYCLUS, "--organisatie", "oss", "--kern", "x"), 2, "--bestuur"),
    (("meenemen", CYCLUS, "--wijze", "aanvullen"), 2, "--door"),
    (("meenemen", CYCLUS, "--door", "directeur-x", "--tekst", "x"), 4, "--door"),
    (("meenemen", CYCLUS, "--door", "directeur-oss", "--wijze", "bakken"), 2, "--wijze"),
    (("les", CYCLUS), 2, "--titel"),
    (("les", CYCLUS, "--bevestigt", "stap-vooruit"), 4, "--bevestigt"),
    (("les", CYCLUS, "--titel", "!!!"), 2, "ID"),
    (("vraag", CYCLUS, "--uitgesteld"), 2, "--reden"),
    (("vraag", CYCLUS, "--sla-over", "lunch", "--reden", "x"), 2, "--sla-over"),
    (("vraag", CYCLUS, "--uitgesteld", "--vervallen", "--reden", "x"), 2, "--uitgesteld"),
    (("vraag", CYCLUS, "--dag", "gisteren"), 2, "--dag"),
    (("verder", CYCLUS), 2, "leercyclus zelfanalyse"),
    (("deelnemer",), 2, "ID"),
    (("deelnemer", "Directeur X", "--naam", "X"), 2, "id"),
    (("deelnemer", "directeur-x"), 2, "--naam"),
    (("deelnemer", "directeur-x", "--naam", "X", "--organisatie", "os"), 4, "oss"),
    (("deelnemer", "directeur-oss", "--tot", "volgend jaar"), 2, "--tot"),
    (("begin", "--naam", "Nog een"), 5, "leertraject.toml"),
    (("begin", "nieuwe-map"), 2, "--naam"),
    (("begin", "nieuwe-map", "--naam", "🏊"), 2, "--naam"),
    (("begin", "nieuwe-map", "--naam", "X", "--map-voor", "iedereen"), 2, "--map-voor"),
    (("status", "2028-niets"), 4, "2028-niets"),
    (("status", "--voor", "directeur-os"), 4, "directeur-oss"),
    (("status", "--jaar", "volgend"), 2, "--jaar"),
    (("toon", CYCLUS, "gespreknotitie"), 4, "gespreknotitie"),
    (("toon", CYCLUS, "--formaat", "pdf"), 2, "--formaat"),
    (("lessen", "stap-vooruit"), 4, "stap-terug"),
    (("lessen", "--fase", "lunch"), 2, "--fase"),
    (("lessen", "--thema", "sport"), 4, "--thema"),
    (("uitleg", "zelfanalise"), 4, "zelfanalyse"),
    (("zelfanalyze",), 2, "zelfanalyse"),
    (("status", "--jsn"), 2, "--json"),
    (("status", "--map", "nergens"), 4, "nergens"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "names"),
    _CASES,
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else None,
)
def test_an_error_is_clear_and_writes_nothing(
    cyclus: Path, geef: Geef, arguments: tuple[str, ...], code: int, names: str
) -> None:
    before = inhoud_zonder_index(cyclus.parent)
    result = geef(*arguments)
    assert result.code == code, result.err
    assert names in result.err
    assert result.err.startswith("fout: ") or "\nfout: " in result.err
    assert result.out == ""
    assert inhoud_zonder_index(cyclus.parent) == before


_LEES: list[tuple[str, str, int, str]] = [
    ("advies", "", 3, "leeg"),
    ("advies", "van = ", 3, "1:7"),
    ("advies", "{", 3, "JSON"),
    ("advies", '{"van": "directeur-sed", "tekst": 5}', 3, "tekst"),
    ("advies", 'invalshoek = "intern"\ngesprekspartner = "teamleider"\n', 3, "invalshoek"),
    ("advies", 'van = "directeur-sed"\ntexst = "Begin klein"\n', 3, "'tekst'"),
    ("advies", 'van = "directeur-sed"\n', 3, "--tekst"),
    ("advies", 'van = "niemand"\ntekst = "Begin klein"\n', 3, "niemand"),
    ("advies", 'van = "directeur-sed"\ntekst = "x"\ndatum = 2027-01-01T10:00:00\n', 3, "datum"),
    ("advies", 'versie = 9\nvan = "directeur-sed"\ntekst = "x"\n', 3, "versie 9"),
    (
        "zelfanalyse",
        'door = ["directeur-oss"]\nsamenvatting = "Kort"\ndatum = 2027-01-01\n',
        3,
        "stap-terug/tijd",
    ),
    ("gespreksnotitie", 'spiegel = "x"\n', 3, "--beelden-intern"),
    ("interview", '<<<<<<< HEAD\ninvalshoek = "intern"\n', 3, "git"),
]


@pytest.mark.parametrize(("soort", "text", "code", "names"), _LEES)
def test_a_record_that_does_not_hold_is_refused(
    cyclus: Path, geef: Geef, soort: str, text: str, code: int, names: str
) -> None:
    before = inhoud_zonder_index(cyclus.parent)
    result = geef(soort, CYCLUS, "--lees", "-", stdin=text.encode())
    assert result.code == code, result.err
    assert names in result.err
    assert inhoud_zonder_index(cyclus.parent) == before


def test_lees_of_a_file_that_is_not_there_names_the_nearest(cyclus: Path, geef: Geef) -> None:
    (cyclus.parent / "advies.toml").write_text('van = "directeur-sed"\n', "utf-8")
    result = geef("advies", CYCLUS, "--lees", "adves.toml")
    assert result.code == 4
    assert "advies.toml" in result.err


def test_lees_takes_json_and_toml_alike(cyclus: Path, geef: Geef) -> None:
    data = {"van": "directeur-sed", "tekst": "Begin klein", "datum": "2027-04-15"}
    from_json = geef("advies", CYCLUS, "--lees", "-", stdin=json.dumps(data).encode())
    toml = 'van = "directeur-sed"\ntekst = "Begin klein"\ndatum = 2027-04-15\n'
    from_toml = geef("advies", CYCLUS, "--lees", "-", stdin=toml.encode())
    files = [cyclus.parent / result.out.strip() for result in (from_json, from_toml)]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert b'soort = "aanbeveling"' in files[0].read_bytes()


def test_an_existing_record_is_replaced_only_with_vervang(cyclus: Path, geef: Geef) -> None:
    text = b'stand = "concept"\nspiegel = "Eerste"\n'
    assert geef("gespreksnotitie", CYCLUS, "--lees", "-", stdin=text).code == 0
    again = text.replace(b"Eerste", b"Tweede")
    refused = geef("gespreksnotitie", CYCLUS, "--lees", "-", stdin=again)
    assert refused.code == 5
    assert "--vervang" in refused.err
    assert b"Eerste" in (cyclus / "gespreksnotitie.toml").read_bytes()
    assert geef("gespreksnotitie", CYCLUS, "--lees", "-", "--vervang", stdin=again).code == 0
    assert b"Tweede" in (cyclus / "gespreksnotitie.toml").read_bytes()


def test_a_definitief_record_changes_only_after_heropen(cyclus: Path, geef: Geef) -> None:
    full = (
        *("gespreksnotitie", CYCLUS, "--spiegel", "S", "--beelden-intern", "I", "--beelden-extern", "E"),
        *("--ervaringen-elders", "A", "--vragen-voor-de-dag", "V", "--definitief"),
    )
    assert geef(*full).code == 0
    refused = geef("gespreksnotitie", CYCLUS, "--spiegel", "Anders")
    assert refused.code == 5
    assert "--heropen" in refused.err
    assert geef("gespreksnotitie", CYCLUS, "--heropen", "--spiegel", "Anders").code == 0
    text = (cyclus / "gespreksnotitie.toml").read_text("utf-8")
    assert 'stand = "concept"' in text
    assert 'spiegel = "Anders"' in text


def test_one_or_three_vraagstellers_is_a_warning(groep: Path, geef: Geef) -> None:
    at = NIEUW.index("--vraagsteller")
    result = geef(*NIEUW[:at], *NIEUW[at + 2 :])
    assert result.code == 0
    assert "let op: gewoonlijk brengen twee mensen een vraag in; nu 1" in result.err
    twice = geef(*(part.replace("directeur-venlo", "directeur-oss") for part in NIEUW), "--id", "dubbel")
    assert twice.code == 0
    assert "let op: dezelfde vraagsteller staat er twee keer" in twice.err


def test_the_example_is_not_written_in(geef: Geef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(VOORBEELD.parent)
    before = inhoud_zonder_index(VOORBEELD)
    result = geef("advies", "2017-stroomlijn", "--van", "directeur-sed", "--tekst", "x")
    assert result.code == 5
    assert "leercyclus begin" in result.err
    assert inhoud_zonder_index(VOORBEELD) == before


def test_an_empty_folder_names_begin(geef: Geef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = geef("status")
    assert result.code == 4
    assert "leercyclus begin" in result.err
    welcome = geef()
    assert welcome.code == 0
    assert "leercyclus begin" in welcome.out


def test_a_leertraject_without_cycles_names_nieuw(groep: Path, geef: Geef) -> None:
    for arguments in ((), ("status",)):
        result = geef(*arguments)
        assert result.code == 0
        assert "leercyclus nieuw" in result.out


def test_a_broken_file_hides_nothing_else(cyclus: Path, geef: Geef) -> None:
    geef("zelfanalyse", CYCLUS, "--door", "directeur-oss", "--samenvatting", "x")
    (cyclus / "interviews").mkdir()
    (cyclus / "interviews" / "intern-abc123.toml").write_text("invalshoek = intern\n", "utf-8")
    (cyclus / "interviews" / "extern-abc123.toml").write_bytes(b'gesprekspartner = "caf\xe9"\n')
    data = json.loads(geef("status", "--json").out)
    assert [(item["code"], item["bestand"], item["regel"], item["kolom"]) for item in data["problemen"]] == [
        ("LC002", f"{CYCLUS}/interviews/extern-abc123.toml", 1, 23),
        ("LC001", f"{CYCLUS}/interviews/intern-abc123.toml", 1, 14),
    ]
    stands = {fase["fase"]: fase["stand"] for fase in data["cycli"][0]["fasen"]}
    assert stands["zelfanalyse"] == "concept"
    assert stands["interviews"] == "onleesbaar"
    table = geef("status")
    assert table.code == 0
    assert "2 bestanden zijn niet te lezen" in table.out


def test_a_broken_leertraject_still_shows_the_cycles(cyclus: Path, geef: Geef) -> None:
    (cyclus.parent / "leertraject.toml").write_text(GROEP + "[kapot\n", "utf-8")
    result = geef("status")
    assert result.code == 0
    assert CYCLUS in result.out
    assert "leertraject.toml" in result.out
    refused = geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "x")
    assert refused.code == 3
    assert "leertraject.toml" in refused.err


def test_a_broken_record_is_mended_before_it_is_changed(cyclus: Path, geef: Geef) -> None:
    (cyclus / "gespreksnotitie.toml").write_text("spiegel = \n", "utf-8")
    result = geef("gespreksnotitie", CYCLUS, "--spiegel", "Nieuw")
    assert result.code == 3
    assert f"{CYCLUS}/gespreksnotitie.toml:1:11" in result.err
    assert (cyclus / "gespreksnotitie.toml").read_text("utf-8") == "spiegel = \n"


def test_a_broken_value_costs_only_that_value(cyclus: Path, geef: Geef) -> None:
    file = cyclus / "cyclus.toml"
    file.write_text(file.read_text("utf-8").replace("2027-04-15", '"half april"'), "utf-8")
    (row,) = json.loads(geef("status", "--json").out)["cycli"]
    assert row["titel"] == "Zwembad of niet"
    assert row["intervisiedag"] is None


@pytest.mark.skipif(os.name == "nt", reason="head is er niet op Windows")
def test_a_closed_pipe_ends_quietly(cyclus: Path) -> None:
    command = f'"{sys.executable}" -m leercyclus lessen | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=cyclus.parent, check=False)
    assert done.stdout.splitlines() == ["Leren te leren"]
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="alleen Linux heeft /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("arguments", [["--versie"], ["lessen"]])
def test_an_output_that_takes_nothing_is_told(groep: Path, arguments: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "leercyclus", *arguments],
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 6
    assert "de schijf is vol" in done.stderr
    assert "Traceback" not in done.stderr
    assert "ignored" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="op Windows sluit een shell zo niets")
@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        ("<&-", "status", 0),
        (">&-", "status", 0),
        ("2>&-", f"advies {CYCLUS}", 2),
        ("<&-", "begin --naam x", 5),
    ],
)
def test_a_stream_that_was_closed_is_no_crash(cyclus: Path, closed: str, arguments: str, code: int) -> None:
    command = f'"{sys.executable}" -m leercyclus {arguments} {closed}'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=cyclus.parent, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "deed iets verkeerd" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (("--tekst", "-"), b"caf\xe9", "--tekst: wat binnenkwam is geen UTF-8"),
        (("--tekst", "-"), b"", "--tekst: er kwam niets binnen"),
        (("--tekst", "a\u200bb"), b"", "--tekst: "),
        (
            ("--tekst", "a", "--antwoord", "lef-en-geduld/uw-balans=4: a\u202eb"),
            b"",
            "--antwoord lef-en-geduld",
        ),
        (
            ("--tekst", "a", "--antwoord", "feedback/eigen-ervaring=a\u200bb"),
            b"",
            "--antwoord feedback/eigen",
        ),
    ],
)
def test_a_text_that_a_record_refuses_is_told_with_its_option(
    cyclus: Path, geef: Geef, arguments: tuple[str, ...], stdin: bytes, says: str
) -> None:
    result = geef("advies", CYCLUS, "--van", "directeur-sed", *arguments, stdin=stdin)
    assert result.code == 2
    assert says in result.err
    assert not (cyclus / "adviezen").exists()
