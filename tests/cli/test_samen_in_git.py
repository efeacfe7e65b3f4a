"""Five people on five branches: what each adds merges in any order; what two change is explained."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.gebroken import herstel, vervang
from tests.depot import Depot

CYCLUS = "2027-zwembad"
ZELFANALYSE = f"{CYCLUS}/zelfanalyse/directeur-oss-t4m8qz.toml"

#: What each of five people does on a branch of their own: commands, all in the same cyclus and group.
WERK: dict[str, tuple[tuple[str, ...], ...]] = {
    "oss": (
        ("advies", CYCLUS, "--van", "directeur-oss", "--tekst", "Begin bij de school."),
        ("opvolging", CYCLUS, "directeur-sed-k3f9qa", "--door", "directeur-oss",
         "--voornemen", "overweegt", "--waarom", "Eerst rekenen."),
    ),
    "venlo": (
        ("advies", CYCLUS, "--van", "directeur-venlo", "--tekst", "Vraag het de zwemmers."),
        ("opvolging", CYCLUS, "directeur-sed-k3f9qa", "--door", "directeur-venlo",
         "--voornemen", "neemt over", "--waarom", "Zij weten het."),
    ),
    "sed": (
        ("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Wacht een jaar."),
        ("les", CYCLUS, "--titel", "Wachten is kiezen", "--kern", "Ook wachten kost iets.", "--toelichting",
         "Het dak lekte door.", "--reflectievraag", "Wat kost wachten?", "--definitief"),
    ),
    "adviseur": (
        ("interview", CYCLUS, "--invalshoek", "elders", "--gesprekspartner", "directeur van een zwembad",
         "--door", "adviseur", "--verslag", "Zij rekenden open.", "--definitief"),
    ),
    "coordinator": (
        ("nieuw", "Wie betaalt de brug", "--vraag", "Wie betaalt?", "--waarom-nu", "Hij zakt.",
         "--vraagsteller", "directeur-venlo", "--vraagsteller", "directeur-oss", "--dag", "2028-04-15"),
        ("terugkoppeling", CYCLUS, "--organisatie", "sed", "--bestuur", "college", "--kern", "Wachten mag.",
         "--door", "directeur-sed"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def takken(tmp_path_factory: pytest.TempPathFactory) -> Depot:
    """A repository with a branch of each of the five."""
    root = herstel(tmp_path_factory.mktemp("samen") / "leertraject")
    (root / CYCLUS / "opvolging/directeur-oss-zxgwmt.toml").unlink()  # nobody answered yet
    depot = Depot.begin(root)
    for tak, work in WERK.items():
        depot.git("switch", "-q", "-c", tak, "main")
        for command in work:
            done = depot.leercyclus(*command)
            assert done.returncode == 0, done.stderr
        depot.git("add", "-A")
        depot.git("commit", "-q", "-m", tak)
    return depot


@pytest.mark.parametrize(
    "order", list(itertools.permutations(WERK))[::17], ids=lambda order: "-".join(name[0] for name in order)
)
def test_what_five_people_add_merges_in_any_order(takken: Depot, order: tuple[str, ...]) -> None:
    takken.git("switch", "-q", "-C", "samen", "main")
    for tak in order:
        takken.git("merge", "-q", "--no-edit", tak)
    done = takken.leercyclus("controleer")
    assert (done.returncode, done.stdout) == (0, "")
    cycles = json.loads(takken.leercyclus("status", "--json").stdout)["cycli"]
    assert [cycle["id"] for cycle in cycles] == [CYCLUS, "2028-wie-betaalt-de-brug"]


def _op_een_tak(depot: Depot, tak: str, change: Callable[[], None]) -> None:
    depot.git("switch", "-q", "-c", tak, "main")
    change()
    depot.git("add", "-A")
    depot.git("commit", "-q", "-m", tak)


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot.begin(herstel(tmp_path / "leertraject"))


def test_both_vraagstellers_write_their_own_zelfanalyse_at_once(depot: Depot) -> None:
    for person in ("oss", "venlo"):
        path = next(depot.map.glob(f"{CYCLUS}/zelfanalyse/directeur-{person}-*.toml"))
        _op_een_tak(depot, person, lambda path=path: vervang(path, "Wij ", "Wij allen "))  # type: ignore[misc]
    depot.git("merge", "-q", "--no-edit", "oss")
    assert depot.git("status", "--porcelain").stdout == ""
    for person in ("oss", "venlo"):
        path = next(depot.map.glob(f"{CYCLUS}/zelfanalyse/directeur-{person}-*.toml"))
        assert "Wij allen" in path.read_text("utf-8")


@pytest.fixture
def botsing(depot: Depot) -> Depot:
    """Two people changed the same answer."""
    path = depot.map / ZELFANALYSE
    _op_een_tak(
        depot, "een", lambda: vervang(path, "Met een lekkend dak.", '""\nHet dak lekte.\nAl jaren.""')
    )
    _op_een_tak(depot, "twee", lambda: vervang(path, "Met een lekkend dak.", "Met een motie."))
    assert depot.git("merge", "-q", "een", mag_mislukken=True).returncode == 1
    return depot


UITLEG = (
    f"{ZELFANALYSE}:11:1  antwoorden[1].antwoord: hier staan twee versies van de zelfanalyse "
    "directeur-oss-t4m8qz: die van 'HEAD' en die van 'een'"
)


def test_a_collision_is_explained_by_controleer(botsing: Depot) -> None:
    done = botsing.leercyclus("controleer")
    assert done.returncode == 1
    assert f"fout: {UITLEG} [LC003]\n      lees regel 11 tot " in done.stdout
    assert "git add" in done.stdout


def test_a_collision_is_explained_by_status(botsing: Depot) -> None:
    said = " ".join(botsing.leercyclus("status", CYCLUS).stdout.split())
    assert " ".join(UITLEG.split()) in said


def test_a_collision_within_a_text_of_more_lines_is_found(depot: Depot) -> None:
    path = depot.map / CYCLUS / "zelfanalyse/directeur-venlo-bn2w6k.toml"
    _op_een_tak(depot, "een", lambda: vervang(path, "En lieten die niet meekijken", "En zwegen"))
    _op_een_tak(depot, "twee", lambda: vervang(path, "En lieten die niet meekijken", "En keken weg"))
    assert depot.git("merge", "-q", "een", mag_mislukken=True).returncode == 1
    said = depot.leercyclus("controleer").stdout
    assert "zelfanalyse/directeur-venlo-bn2w6k.toml:7:1  samenvatting: hier staan twee versies" in said


def test_a_collision_is_over_when_one_version_is_left(botsing: Depot) -> None:
    botsing.git("checkout", "-q", "--theirs", ZELFANALYSE)
    botsing.git("add", "-A")
    botsing.git("commit", "-q", "--no-edit")
    assert "LC003" not in botsing.leercyclus("controleer").stdout
