"""One cyclus out of many: a clone without all content, of which git puts only a part in the folder."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checks.gebroken import herstel, vervang
from tests.conftest import REPOSITORY, Geef
from tests.depot import Depot, kloon_een_deel, leeg_depot, omgeving, ontbrekend

CYCLUS = "2027-zwembad"
ANDER = "2027-ander-07"
AANTAL = 30
LES = f"{ANDER}/wie-rekent"
DEEL = "niet in deze map (git sparse-checkout)"
ADVIES = f"{CYCLUS}/adviezen/directeur-sed-k3f9qa.toml"


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with thirty cycles in ``cycles``; one of them refers to lessons of others."""
    folder = tmp_path_factory.mktemp("bron")
    root = herstel(folder / "werk" / "cycles")
    (root / "lessen").mkdir()
    shutil.copy(root / CYCLUS / "lessen/wie-rekent.toml", root / "lessen/samen.toml")
    vervang(root / "lessen/samen.toml", 'zichtbaar = "openbaar"', 'zichtbaar = "groep"')
    for number in range(1, AANTAL):
        shutil.copytree(root / CYCLUS, root / f"2027-ander-{number:02}")
        vervang(root / f"2027-ander-{number:02}/lessen/wie-rekent.toml", '"openbaar"', '"groep"')
    vervang(
        root / CYCLUS / "lessen/wie-rekent.toml",
        "zichtbaar",
        f'herkomst = ["{LES}", "groep/samen"]\nzichtbaar',
    )
    vervang(root / "toestemming/directeur-sed.toml", '["alle"]', f'["alle", "{LES}"]')
    (folder / "werk" / "README.md").write_text("Een archief.\n", "utf-8")
    depot = Depot.begin(folder / "werk")
    leeg_depot(folder / "bron.git")
    depot.git("push", "-q", (folder / "bron.git").as_uri(), "main")
    return folder / "bron.git"


@pytest.fixture
def deel(bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Depot:
    """A clone with one cyclus in its folder, and what lies beside the cycles; also the working directory."""
    return _deel(bron, tmp_path, monkeypatch, CYCLUS, "lessen", "toestemming", "suggesties")


@pytest.fixture
def kaal(bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Depot:
    """The same with nothing but that one cyclus."""
    return _deel(bron, tmp_path, monkeypatch, CYCLUS)


def _deel(bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *mappen: str) -> Depot:
    depot = kloon_een_deel(bron, tmp_path / "deel", *(f"cycles/{map}" for map in mappen))
    (depot.map / "cycles").chmod(0o700)
    monkeypatch.chdir(depot.map)
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", "2027-10-01")
    return depot


def test_status_works_on_what_is_there_and_says_what_is_not(deel: Depot, geef: Geef) -> None:
    done = geef("status")
    assert (done.code, "1 cyclus" in done.out) == (0, True)
    assert done.err == (
        f"dit is een deel van het leertraject: 29 cycli staan {DEEL}; "
        "haal een map erbij met: git sparse-checkout add cycles/MAP\n"
    )
    as_json = geef("status", "--json")
    assert [cycle["id"] for cycle in json.loads(as_json.out)["cycli"]] == [CYCLUS]
    assert as_json.err == done.err


def test_leercyclus_alone_says_it_too_and_leaves_out_whose_turn_it_is(deel: Depot, geef: Geef) -> None:
    done = geef()
    assert "29 cycli" in done.err
    assert "aan de beurt" not in done.out.lower()


def test_folders_beside_the_cycles_are_named(kaal: Depot, geef: Geef) -> None:
    assert f"29 cycli en de mappen lessen, suggesties en toestemming staan {DEEL}" in geef("status").err


def test_where_no_cyclus_is_here_it_is_not_said_that_there_is_none(kaal: Depot, geef: Geef) -> None:
    kaal.git("sparse-checkout", "set", "cycles/lessen")
    assert geef("status").out == "in deze map staat geen cyclus\n"
    assert geef().out == "in deze map staat geen cyclus\n"
    assert "30 cycli" in geef("status").err


@pytest.mark.parametrize(
    "command",
    [
        ("status", ANDER),
        ("toon", ANDER),
        ("advies", ANDER, "--van", "directeur-sed", "--tekst", "Begin klein"),
        ("les", ANDER, "--titel", "Samen"),
        ("vraag", ANDER, "--dag", "2027-12-01"),
        ("controleer", ANDER),
        ("controleer", f"cycles/{ANDER}"),
        ("controleer", f"cycles/{ANDER}/cyclus.toml"),
    ],
    ids=" ".join,
)
def test_a_cyclus_that_is_elsewhere_is_told_with_how_to_get_it(
    deel: Depot, geef: Geef, command: tuple[str, ...]
) -> None:
    done = geef(*command)
    assert done.code == 4
    assert f"de cyclus '{ANDER}' is er wel, maar staat {DEEL}" in done.err
    words = done.err.rpartition("met: git ")[2].split()
    deel.git(*words)
    assert geef("status", ANDER).code == 0


@pytest.mark.parametrize("place", ["cycles", f"cycles/{CYCLUS}", ".."])
def test_the_command_that_gets_it_works_where_it_is_read(
    deel: Depot, geef: Geef, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(place)
    root = deel.map / "cycles"
    done = geef("status", ANDER, "--map", str(root))
    command = done.err.rpartition("met: ")[2].split()
    assert Depot(Path.cwd()).run(*command).returncode == 0
    assert geef("status", ANDER, "--map", str(root)).code == 0


def test_a_cyclus_that_somebody_took_away_here_is_not_elsewhere(deel: Depot, geef: Geef) -> None:
    shutil.rmtree(deel.map / "cycles" / CYCLUS)
    done = geef("status", CYCLUS)
    assert (done.code, f"er is geen cyclus '{CYCLUS}'" in done.err) == (4, True)
    deel.git("sparse-checkout", "set", "cycles")
    shutil.rmtree(deel.map / "cycles" / ANDER)
    assert geef("status").err == ""


def test_a_cyclus_that_is_nowhere_is_still_no_cyclus(deel: Depot, geef: Geef) -> None:
    done = geef("status", "2027-zwembat")
    assert (done.code, done.err) == (
        4,
        "fout: er is geen cyclus '2027-zwembat'\ntip:  bedoelde u '2027-zwembad'?\n",
    )


@pytest.mark.parametrize("shape", ["tekst", "json", "github", "sarif"])
@pytest.mark.parametrize("beside", [(), ("cycles/lessen", "cycles/toestemming")], ids=["kaal", "met-ernaast"])
def test_controleer_finds_nothing_wrong_for_not_being_here(
    kaal: Depot, geef: Geef, shape: str, beside: tuple[str, ...]
) -> None:
    if beside:
        kaal.git("sparse-checkout", "add", *beside)
    done = geef("controleer", "--formaat", shape)
    assert (done.code, "wie-rekent" in done.out) == (0, False)
    assert "29 cycli" in done.err


def test_controleer_still_finds_what_is_wrong(deel: Depot, geef: Geef) -> None:
    vervang(deel.map / "cycles" / CYCLUS / "lessen/wie-rekent.toml", LES, f"{ANDER}/wie-rekende")
    done = geef("controleer")
    assert done.code == 1
    assert f"'{ANDER}/wie-rekende'" in done.out


def test_a_lesson_of_a_cyclus_that_was_taken_away_here_is_missed(deel: Depot, geef: Geef) -> None:
    deel.git("sparse-checkout", "add", f"cycles/{ANDER}")
    assert geef("controleer").code == 0
    (deel.map / "cycles" / LES.replace("/", "/lessen/")).with_suffix(".toml").unlink()
    assert f"'{LES}'" in geef("controleer").out


def test_without_the_consents_no_lesson_is_public(deel: Depot, geef: Geef) -> None:
    lesson = ("lessen", "--voor", "openbaar", "--json")
    assert "Wie rekent, besluit mee" in geef(*lesson).out
    deel.git("sparse-checkout", "set", f"cycles/{CYCLUS}")
    assert "Wie rekent, besluit mee" not in geef(*lesson).out
    assert "Wie rekent, besluit mee" not in geef("toon", CYCLUS, "--voor", "openbaar").out
    assert "LC041" not in geef("controleer").out
    deel.git("sparse-checkout", "add", "cycles/toestemming")
    (deel.map / "cycles/toestemming/directeur-sed.toml").unlink()
    assert "LC041" in geef("controleer").out


def test_a_lesson_that_is_elsewhere_is_told(kaal: Depot, geef: Geef) -> None:
    for command in (("lessen", LES), ("les", CYCLUS, "--bevestigt", LES, "--toelichting", "Ook hier.")):
        done = geef(*command)
        assert done.code == 4
        assert f"git sparse-checkout add cycles/{ANDER}\n" in done.err
    assert "add cycles/lessen\n" in geef("lessen", "groep/samen").err


def test_nothing_new_takes_a_name_that_git_has(kaal: Depot, geef: Geef) -> None:
    new = ("--vraag", "Hoe?", "--waarom-nu", "Nu", "--vraagsteller", "directeur-oss")
    done = geef("nieuw", "Ander", "--id", ANDER, *new)
    assert (done.code, f"de cyclus '{ANDER}' is er wel" in done.err) == (5, True)
    assert geef("nieuw", "Ander", "--id", "2027-anders", *new).code == 0
    done = geef("les", "groep", "--titel", "Samen")
    assert (done.code, "de les 'groep/samen' is er wel" in done.err) == (5, True)
    assert geef("les", "groep", "--titel", "Anders").code == 0


def test_who_looks_back_is_not_told_that_it_is_the_first_time(kaal: Depot, geef: Geef) -> None:
    new = ("--vraag", "Hoe?", "--waarom-nu", "Nu", "--vraagsteller", "directeur-oss")
    assert geef("nieuw", "Anders", "--id", "2027-anders", *new).code == 0
    kaal.git("sparse-checkout", "set", "cycles/lessen")
    said = ("--aanwezig", "directeur-oss", "--afspraken-vertrouwelijkheid", "Hier.")
    assert geef("intervisie", "2027-anders", *said).code == 0
    assert "eerste keer" not in (kaal.map / "cycles/2027-anders/intervisie.toml").read_text("utf-8")


@pytest.mark.parametrize("extra", [(), ("--toon",)])
def test_nobody_is_forgotten_in_a_part(deel: Depot, geef: Geef, extra: tuple[str, ...]) -> None:
    done = geef("vergeet", "directeur-oss", *extra)
    assert done.code == 5
    assert done.err.endswith("tip:  haal eerst alles erbij met: git sparse-checkout disable\n")
    deel.git("sparse-checkout", "disable")
    assert geef("vergeet", "directeur-oss", *extra).code == 0


def test_when_all_is_here_nothing_is_said(deel: Depot, geef: Geef) -> None:
    deel.git("sparse-checkout", "disable")
    assert geef("status").err == ""
    deel.git("sparse-checkout", "set", "cycles")
    assert geef("status").err == ""


def test_the_hook_looks_at_what_is_here_and_fetches_nothing(deel: Depot) -> None:
    before = ontbrekend(deel)
    deel.leercyclus("haak")
    vervang(deel.map / "cycles" / ADVIES, "tekst = ", "texst = ")
    deel.git("add", "-A")
    done = deel.git("commit", "-q", "-m", "een wijziging", mag_mislukken=True)
    assert "onbekende sleutel 'texst'" in done.stdout + done.stderr
    assert "29 cycli" in done.stderr
    vervang(deel.map / "cycles" / ADVIES, "texst = ", "tekst = ")
    assert (
        deel.leercyclus("advies", CYCLUS, "--van", "directeur-venlo", "--tekst", "Begin klein").returncode
        == 0
    )
    deel.git("add", "-A")
    deel.git("commit", "-q", "-m", "een advies")
    assert ontbrekend(deel) == before


def test_what_a_commit_breaks_in_what_is_here_is_found(deel: Depot) -> None:
    deel.git("rm", "-q", "cycles/lessen/samen.toml")
    done = deel.leercyclus("controleer", "--klaargezet")
    assert (done.returncode, "'groep/samen'" in done.stdout) == (1, True)
    deel.git("reset", "-q", "--hard")
    deel.git("rm", "-q", "-r", "--sparse", "--cached", f"cycles/{ANDER}")
    done = deel.leercyclus("controleer", "--klaargezet")
    assert (done.returncode, f"'{LES}'" in done.stdout) == (1, True)


def test_another_working_tree_of_the_repository_has_a_part_of_its_own(
    deel: Depot, geef: Geef, tmp_path: Path
) -> None:
    deel.git("worktree", "add", "-q", str(tmp_path / "naast"))
    Depot(tmp_path / "naast").git("sparse-checkout", "set", f"cycles/{ANDER}")
    there = ("--map", str(tmp_path / "naast/cycles"))
    assert geef("status", ANDER, *there).code == 0
    assert geef("status", CYCLUS, *there).code == 4


def test_a_part_of_a_cyclus_is_not_taken_for_the_whole(deel: Depot, geef: Geef) -> None:
    deel.git("sparse-checkout", "set", f"cycles/{CYCLUS}/lessen", "cycles/toestemming", "cycles/lessen")
    done = geef("controleer")
    assert (done.code, "LC012" in done.out) == (0, False)
    assert "een deel van 1 cyclus" in done.err
    stands = json.loads(geef("status", CYCLUS, "--json").out)["cycli"][0]["fasen"]
    assert "onleesbaar" in {fase["stand"] for fase in stands}
    assert "Wie rekent, besluit mee" not in geef("lessen", "--voor", "openbaar", "--json").out


def test_patterns_of_ones_own_are_understood(deel: Depot, geef: Geef) -> None:
    deel.git("sparse-checkout", "set", "--no-cone", "/cycles/leertraject.toml", "lessen/", "toestemming/")
    done = geef("controleer")
    assert done.code == 0, done.out
    assert "delen van 30 cycli" in done.err


@pytest.mark.parametrize("path", ["leertraject.toml", f"{CYCLUS}/cyclus.toml"])
def test_when_git_cannot_tell_that_is_said(
    deel: Depot, geef: Geef, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str
) -> None:
    assert geef("controleer").code == 0
    monkeypatch.setenv("PATH", str(tmp_path))  # there is no git in it
    done = geef("controleer", f"cycles/{path}")
    assert done.code == 0
    assert "dit is een deel van het leertraject: wat git verder heeft staat niet in deze map" in done.err
    new = ("--vraag", "Hoe?", "--waarom-nu", "Nu", "--vraagsteller", "directeur-oss")
    assert geef("nieuw", "Anders", *new).code == 5
    assert geef("status", ANDER).code == 4


def test_the_page_in_docs_shows_what_really_happens(bron: Path, tmp_path: Path) -> None:
    if shutil.which("bash") is None or os.name == "nt":
        pytest.skip("de sessie op deze bladzijde is er een van een shell")
    page = (REPOSITORY / "docs" / "archief.md").read_text("utf-8")
    shown = "".join(re.findall(r"```console\n(.*?)```", page, re.DOTALL))
    ours = Path(shutil.copytree(bron, tmp_path / "bron.git"))  # something is pushed to it
    commands = [line[2:] for line in shown.splitlines() if line.startswith("$ ")]
    script = "".join(f"echo {shlex.quote(f'$ {command}')}\n{command}\n" for command in commands)
    elsewhere = {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": f"url.{ours.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://example.org/archief.git",
        "GIT_CONFIG_KEY_1": "protocol.file.allow",
        "GIT_CONFIG_VALUE_1": "always",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    done = subprocess.run(
        ["bash", "-c", f"umask 077\n{script}"],
        cwd=tmp_path,
        env=omgeving() | elsewhere,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.stdout == shown


def test_a_whole_leertraject_costs_a_look_at_a_file(root: Path) -> None:
    """No program is started, and what starts programs is not loaded."""
    Depot.begin(root)
    code = "from leercyclus.cli import main; main(['status', '--json']); import sys; print(*sys.modules)"
    loaded = Depot(root).run(sys.executable, "-c", code).stdout.split()
    assert "leercyclus.store.deel" in loaded
    assert "leercyclus.store.git" not in loaded
