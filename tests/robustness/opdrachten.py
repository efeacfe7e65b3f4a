"""Every command line that writes, and a leertraject in which each of them can be given."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from leercyclus.cli import main
from tests.conftest import CYCLUS, GROEP, NIEUW

TWEEDE = "2027-tweede"
_OSS = ("--door", "directeur-oss")
_DEFINITIEF = (
    *("--spiegel", "U vraagt vertrouwen.", "--beelden-intern", "Onrust", "--beelden-extern", "Wantrouwen"),
    *("--ervaringen-elders", "Een open begroting", "--vragen-voor-de-dag", "Wat durft u?", "--definitief"),
)
_LES = ("--kern", "Cijfers delen is macht delen.", "--toelichting", "Toen veranderde het gesprek.")

#: By a name for the test. ``ADVIES`` and ``INTERVIEW`` stand for the ids that the program made up.
OPDRACHTEN: dict[str, tuple[str, ...]] = {
    "begin": ("begin", "anders", "--naam", "Anders", "--organisatie", "Gemeente Oss"),
    "begin-voor-allen": ("begin", "anders", "--naam", "Anders", "--map-voor", "deelnemers"),
    "deelnemer": ("deelnemer", "gast", "--naam", "Gast", "--rol", "gast"),
    "nieuw": (*NIEUW, "--id", "2028-vervolg"),
    "vraag": ("vraag", CYCLUS, "--dag", "2027-05-20", "--reden", "De adviseur was ziek"),
    "vraag-heropen": ("vraag", CYCLUS, "--heropen"),
    "zelfanalyse": ("zelfanalyse", TWEEDE, *_OSS, "--samenvatting", "Wij zwegen."),
    "zelfanalyse-heropen": ("zelfanalyse", CYCLUS, *_OSS, "--heropen", "--samenvatting", "Toch niet."),
    "interview": ("interview", CYCLUS, "--invalshoek", "extern", "--gesprekspartner", "bestuurslid"),
    "interview-verslag": ("interview", CYCLUS, "INTERVIEW", "--verslag", "Zij wist het.", "--definitief"),
    "interview-plan": (
        *("interview", TWEEDE, "--plan", "--naar", "leidraad.md"),
        *("--gesprek", "intern, teamleider sport", "--gesprek", "extern, bestuurslid"),
    ),
    "gespreksnotitie": ("gespreksnotitie", TWEEDE, "--spiegel", "U vraagt vertrouwen."),
    "gespreksnotitie-definitief": ("gespreksnotitie", TWEEDE, *_DEFINITIEF),
    "verspreid": ("verspreid", CYCLUS, "--datum", "2027-03-25"),
    "intervisie": (
        *("intervisie", CYCLUS, "--aanwezig", "directeur-oss", "--aanwezig", "directeur-sed"),
        *("--afspraken-vertrouwelijkheid", "Dit blijft hier.", "--vraag-herzien", "Wie mag nog mee?"),
        *("--terugblik", "De eerste keer.", "--definitief"),
    ),
    "advies": ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein"),
    "opvolging": ("opvolging", CYCLUS, "ADVIES", "--voornemen", "neemt over", "--waarom", "Zij kennen het"),
    "terugkoppeling": (
        *("terugkoppeling", CYCLUS, "--organisatie", "oss", "--bestuur", "college"),
        *("--kern", "Wij gaan samen rekenen"),
    ),
    "meenemen": (
        *("meenemen", CYCLUS, "--door", "directeur-sed", "--wijze", "aanvullen"),
        *("--tekst", "De open begroting"),
    ),
    "les": ("les", CYCLUS, "--titel", "Wie rekent, besluit mee", *_LES, "--definitief"),
    "les-van-de-groep": ("les", "groep", "--titel", "Wie rekent, besluit mee", *_LES),
    "les-bevestigt": ("les", CYCLUS, "--bevestigt", "lef-en-geduld", "--toelichting", "Ook hier."),
    "exporteer": ("exporteer", "--voor", "groep", "--formaat", "jsonl", "--naar", "uit.jsonl"),
    "haak": ("haak",),
    "schema": ("schema", "--naar", "schema"),
}
#: These write more than one file.
MEER = {"begin", "begin-voor-allen", "interview-plan", "schema"}


def geef(*command: str) -> tuple[int, str]:
    """Give a command in the working directory; its exit code and output."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = main(command)
    return code, out.getvalue()


def maak_leertraject(folder: Path) -> None:
    """A cyclus that has come up to the day, and one that is new, in a git folder."""
    folder.mkdir()
    (folder / "leertraject.toml").write_text(GROEP, "utf-8")
    subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True)
    said = ("--invalshoek", "intern", "--gesprekspartner", "teamleider")
    with contextlib.chdir(folder):
        for command in (
            NIEUW,
            (*NIEUW, "--id", TWEEDE),
            ("zelfanalyse", CYCLUS, *_OSS, "--samenvatting", "Wij zwegen te lang."),
            ("zelfanalyse", CYCLUS, *_OSS, *_ANTWOORDEN, "--definitief"),
            ("gespreksnotitie", CYCLUS, *_DEFINITIEF),
            ("interview", CYCLUS, *said),
            ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Laat de vereniging rekenen."),
        ):
            assert geef(*command)[0] == 0, command


_ANTWOORDEN = (
    *("--antwoord", "stap-terug/tijd=Het begon met een lekkend dak."),
    *("--antwoord", "stap-terug/partners=De vereniging leest er iets anders in."),
    *("--antwoord", "veiligheid/eigen-rol=Ik vertelde het de raad te laat."),
)


def opdracht(name: str, folder: Path) -> tuple[str, ...]:
    """The words of a command line, with the ids that are in this folder."""
    ids = {
        word: next((folder / CYCLUS / place).glob("*.toml")).stem
        for word, place in (("ADVIES", "adviezen"), ("INTERVIEW", "interviews"))
    }
    return tuple(ids.get(word, word) for word in OPDRACHTEN[name])


def bevindingen(folder: Path) -> Sequence[tuple[str, str]]:
    """The code and file of everything that ``controleer`` finds."""
    with contextlib.chdir(folder):
        code, said = geef("controleer", "--formaat", "json")
    assert code in (0, 1), code
    return [(item["code"], item["bestand"]) for item in json.loads(said)["bevindingen"]]
