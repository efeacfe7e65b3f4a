"""A whole cyclus from begin to closed, without a prompt, on real files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import CYCLUS, NIEUW, Geef, Result

_DOOR = {
    "oss": ("--door", "directeur-oss"),
    "venlo": ("--door", "directeur-venlo"),
}
_ANTWOORDEN = (
    *("--antwoord", "stap-terug/tijd=Het begon met een lekkend dak."),
    *("--antwoord", "stap-terug/partners=De vereniging leest er iets anders in."),
    *("--antwoord", "veiligheid/eigen-rol=Ik vertelde het de raad te laat."),
)


class _Rondgang:
    """Gives commands and adds a comment by hand to whatever they make."""

    def __init__(self, geef: Geef, root: Path) -> None:
        self.geef, self.root = geef, root
        self.comments: dict[str, str] = {}

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Result:
        result = self.geef(*arguments, stdin=stdin)
        assert result.code == 0, (arguments, result.err)
        for line in result.out.splitlines():
            if line.endswith(".toml") and line not in self.comments:
                self._comment(line)
        return result

    def _comment(self, path: str) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        first, rest = text.split("\n", 1)
        self.comments[path] = f"# met de hand bij {path}"
        eigen = 'eigen_sleutel = "blijft staan"\n' if "leertraject" not in path else ""
        file.write_text(f"{self.comments[path]}\n{first} # versie\n{eigen}{rest}", encoding="utf-8")

    def gedaan(self) -> dict[str, tuple[str, int, int]]:
        data = json.loads(self.geef("status", "--json").out)
        return {
            fase["fase"]: (fase["stand"], fase["gedaan"], fase["totaal"])
            for fase in data["cycli"][0]["fasen"]
        }


@pytest.fixture
def rondgang(geef: Geef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Rondgang:
    monkeypatch.chdir(tmp_path)
    return _Rondgang(geef, tmp_path)


def _begin(rondgang: _Rondgang) -> None:
    rondgang("begin", "--naam", "Leren van elkaar", "--organisatie", "Gemeente Oss")
    rondgang("deelnemer", "directeur-oss", "--naam", "Directeur Oss", "--organisatie", "oss")
    for place in ("venlo", "sed"):
        rondgang(
            *("deelnemer", f"directeur-{place}", "--naam", f"Directeur {place.title()}"),
            *("--organisatie", place, "--organisatie-naam", f"Gemeente {place.title()}"),
        )
    rondgang("deelnemer", "adviseur", "--naam", "Adviseur", "--rol", "adviseur")
    rondgang("deelnemer", "coordinator", "--naam", "Coördinator", "--rol", "coordinator")


def _prepare(rondgang: _Rondgang) -> None:
    for writer in _DOOR.values():
        rondgang("zelfanalyse", CYCLUS, *writer, "--samenvatting", "Wij zwegen te lang.")
        rondgang("zelfanalyse", CYCLUS, *writer, *_ANTWOORDEN, "--definitief")
    for side in ("intern", "extern", "elders"):
        rondgang(
            *("interview", CYCLUS, "--invalshoek", side, "--gesprekspartner", "teamleider sport"),
            *("--verslag", "-", "--definitief"),
            stdin=b"Zij hoorde het\nuit de krant.\n",
        )
    rondgang("gespreksnotitie", CYCLUS, "--spiegel", "U vraagt om vertrouwen en geeft het niet.")
    rondgang(
        *("gespreksnotitie", CYCLUS, "--beelden-intern", "Onrust", "--beelden-extern", "Wantrouwen"),
        *("--ervaringen-elders", "Elders hielp een open begroting"),
        *("--vragen-voor-de-dag", "Wat durft u te laten zien?", "--definitief"),
    )
    rondgang("verspreid", CYCLUS, "--datum", "2027-03-25")


def _hold_the_day(rondgang: _Rondgang) -> list[str]:
    rondgang(
        *("intervisie", CYCLUS, "--aanwezig", "directeur-oss", "--aanwezig", "directeur-venlo"),
        *("--aanwezig", "directeur-sed", "--aanwezig", "adviseur"),
        *("--afspraken-vertrouwelijkheid", "Wat hier gezegd is, blijft hier."),
        *("--vraag-herzien", "Wie mag het besluit nog veranderen?", "--terugblik", "De eerste keer."),
        "--definitief",
    )
    result = rondgang(
        *("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Laat de vereniging rekenen."),
        *("--kern", "Reken samen."),
    )
    return [Path(line).stem for line in result.out.splitlines()]


def test_a_cyclus_from_begin_to_closed(rondgang: _Rondgang) -> None:
    _begin(rondgang)
    made = rondgang(*NIEUW)
    assert made.out == f"{CYCLUS}/cyclus.toml\n"
    _prepare(rondgang)
    (advice,) = _hold_the_day(rondgang)
    rondgang(
        *("opvolging", CYCLUS, advice, "--voornemen", "neemt over", "--waarom", "Zij kennen het gebouw"),
        *("--actie", "Samen rekenen", "--actiehouder", "directeur-oss", "--uiterlijk", "2027-06-01"),
    )
    rondgang(
        "opvolging", CYCLUS, advice, "--uitkomst", "De begroting ligt open", "--uitkomst-datum", "2027-09-01"
    )
    for place in ("oss", "venlo"):
        rondgang(
            *("terugkoppeling", CYCLUS, "--organisatie", place, "--bestuur", "college"),
            *("--kern", "Wij gaan samen rekenen"),
        )
    rondgang(
        "meenemen", CYCLUS, "--door", "directeur-sed", "--wijze", "aanvullen", "--tekst", "De open begroting"
    )
    rondgang(
        *("les", CYCLUS, "--titel", "Wie rekent, besluit mee", "--kern", "Cijfers delen is macht delen."),
        *("--toelichting", "Toen de begroting open lag, veranderde het gesprek.", "--definitief"),
    )

    assert {fase: stand for fase, (stand, _, _) in rondgang.gedaan().items()} == dict.fromkeys(
        ("vraag", "zelfanalyse", "interviews", "verspreiding", "intervisie", "opvolging", "lessen"), "klaar"
    )
    status = json.loads(rondgang.geef("status", "--json").out)
    assert status["cycli"][0]["afgerond"] is True
    assert status["cycli"][0]["volgende_stap"] is None
    assert status["problemen"] == []


def test_comments_and_unknown_keys_survive_every_command(rondgang: _Rondgang) -> None:
    test_a_cyclus_from_begin_to_closed(rondgang)
    assert len(rondgang.comments) == 16
    for path, comment in rondgang.comments.items():
        text = (rondgang.root / path).read_text("utf-8")
        assert text.startswith(f"{comment}\nversie = 1 # versie\n"), path
        assert "leertraject" in path or 'eigen_sleutel = "blijft staan"' in text, path


def test_a_multi_line_text_is_kept_as_typed(rondgang: _Rondgang) -> None:
    _begin(rondgang)
    rondgang(*NIEUW)
    result = rondgang(
        *("interview", CYCLUS, "--invalshoek", "intern", "--gesprekspartner", "teamleider"),
        *("--verslag", "-"),
        stdin=b"Eerste regel.\n\n  - een punt\n",
    )
    text = (rondgang.root / result.out.strip()).read_text("utf-8")
    assert 'verslag = """\nEerste regel.\n\n  - een punt"""' in text


def test_an_own_lesson_is_asked_in_a_later_cyclus(rondgang: _Rondgang) -> None:
    test_a_cyclus_from_begin_to_closed(rondgang)
    rondgang(*(part.replace("Zwembad of niet", "Vervolg") for part in NIEUW))
    question = f"{CYCLUS}/wie-rekent-besluit-mee/standaard"
    rondgang(
        *("zelfanalyse", "2027-vervolg", "--door", "directeur-oss"),
        *("--antwoord", f"{question}=Wij deelden de cijfers weer niet."),
    )
    (file,) = (rondgang.root / "2027-vervolg" / "zelfanalyse").iterdir()
    assert "Cijfers delen is macht delen." in file.read_text("utf-8")


def test_a_confirmed_lesson_closes_the_last_fase(cyclus: Path, geef: Geef) -> None:
    result = geef(
        *("les", CYCLUS, "--bevestigt", "lef-en-geduld", "--toelichting", "Ook hier."), "--definitief"
    )
    assert result.code == 0, result.err
    text = (cyclus.parent / result.out.strip()).read_text("utf-8")
    assert 'herkomst = ["ingebouwd/lef-en-geduld"]' in text
    status = json.loads(geef("status", "--json").out)
    assert status["cycli"][0]["fasen"][-1]["stand"] == "klaar"
