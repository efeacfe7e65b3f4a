"""Git checks what is staged before a commit, through our own hook or the pre-commit framework."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checks.gebroken import breek, herstel, vervang
from tests.conftest import REPOSITORY
from tests.depot import Depot, omgeving

ADVIES = "2027-zwembad/adviezen/directeur-sed-k3f9qa.toml"


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    depot = Depot.begin(herstel(tmp_path / "een map" / "leertraject"))
    done = depot.leercyclus("haak")
    assert (done.returncode, done.stdout) == (0, ".git/hooks/pre-commit\n")
    return depot


def commit(depot: Depot) -> subprocess.CompletedProcess[str]:
    return depot.git("commit", "-q", "-m", "een wijziging", mag_mislukken=True)


def test_a_commit_with_an_error_does_not_go_through(depot: Depot) -> None:
    breek(depot.map, "LC012")
    depot.git("add", "-A")
    done = commit(depot)
    assert done.returncode == 1
    assert f"{ADVIES}:5:1  onbekende sleutel 'texst'" in done.stdout + done.stderr
    vervang(depot.map / ADVIES, 'texst = "Laat', 'tekst = "Wij zeggen: laat')
    depot.git("add", "-A")
    assert commit(depot).returncode == 0


def test_what_is_staged_counts_and_not_what_is_in_the_folder(depot: Depot) -> None:
    breek(depot.map, "LC012")
    depot.git("add", "-A")
    vervang(depot.map / ADVIES, "texst", "tekst")  # mended, but not staged
    assert commit(depot).returncode == 1
    depot.git("add", "-A")
    vervang(depot.map / ADVIES, "meerekenen", "mee rekenen")
    depot.git("add", "-A")
    breek(depot.map, "LC001")  # broken, but not staged
    assert commit(depot).returncode == 0


def test_an_error_of_somebody_else_stops_nobody(depot: Depot) -> None:
    breek(depot.map, "LC001")
    depot.git("add", "-A")
    depot.git("commit", "-q", "--no-verify", "-m", "kapot")
    vervang(depot.map / "suggesties/raad-oss-f7dk2p.toml", "tegen", "voor")
    depot.git("add", "-A")
    assert commit(depot).returncode == 0


def test_what_a_change_breaks_elsewhere_is_told(depot: Depot) -> None:
    depot.git("rm", "-q", ADVIES)
    done = commit(depot)
    assert done.returncode == 1
    assert "er is geen advies 'directeur-sed-k3f9qa'" in done.stdout + done.stderr


def test_an_error_in_the_first_commit_is_found(tmp_path: Path) -> None:
    root = herstel(tmp_path / "leertraject")
    breek(root, "LC012")
    depot = Depot(root)
    depot.git("init", "-q")
    depot.leercyclus("haak")
    depot.git("add", "-A")
    assert commit(depot).returncode == 1


def test_a_leertraject_in_a_folder_of_a_repository_is_checked(tmp_path: Path) -> None:
    herstel(tmp_path / "groep" / "cycles")
    depot = Depot.begin(tmp_path / "groep")
    depot.leercyclus("haak")
    breek(depot.map / "cycles", "LC012")
    depot.git("commit", "-q", "-a", "-m", "x", mag_mislukken=True)
    assert depot.git("status", "--porcelain").stdout == f" M cycles/{ADVIES}\n"


def test_putting_it_again_changes_nothing(depot: Depot) -> None:
    hook = depot.map / ".git/hooks/pre-commit"
    before = hook.read_bytes()
    done = depot.leercyclus("haak")
    assert (done.returncode, done.stderr) == (0, "de haak stond er al\n")
    assert hook.read_bytes() == before


def test_it_can_be_taken_away_twice(depot: Depot) -> None:
    assert depot.leercyclus("haak", "--verwijder").stderr == "de haak is weg\n"
    assert not (depot.map / ".git/hooks/pre-commit").exists()
    assert depot.leercyclus("haak", "--verwijder").stderr == "er was geen haak van leercyclus\n"


def test_a_foreign_hook_stays(tmp_path: Path) -> None:
    depot = Depot.begin(herstel(tmp_path / "leertraject"))
    hook = depot.map / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    done = depot.leercyclus("haak")
    assert done.returncode == 5
    assert "leercyclus controleer --klaargezet || exit 1" in done.stderr
    assert depot.leercyclus("haak", "--verwijder").returncode == 0
    assert hook.read_text("utf-8") == "#!/bin/sh\nexit 0\n"


def test_outside_git_it_says_so(tmp_path: Path) -> None:
    done = Depot(herstel(tmp_path / "leertraject")).leercyclus("haak")
    assert done.returncode == 4
    assert "hier is geen git-map" in done.stderr


def test_a_file_of_the_repository_is_not_run_by_the_hook(depot: Depot) -> None:
    (depot.map / "typer.py").write_text("import os; os._exit(99)", "utf-8")
    vervang(depot.map / ADVIES, "meerekenen", "mee rekenen")
    depot.git("add", ADVIES)
    assert commit(depot).returncode == 0


def test_the_framework_runs_the_check(tmp_path: Path) -> None:
    source = Depot(tmp_path / "bron")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / name).is_file():
            (source.map / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, source.map / name)
    Depot.begin(source.map)
    commit_id = source.git("rev-parse", "HEAD").stdout.strip()

    group = Depot.begin(herstel(tmp_path / "groep"))
    (group.map / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {source.map}\n  rev: {commit_id}\n  hooks:\n  - id: leercyclus\n", "utf-8"
    )
    group.git("add", "-A")
    env = omgeving() | {
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "PIP_CONSTRAINT": str(REPOSITORY / "constraints.txt"),
    }

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments]
        return subprocess.run(command, cwd=group.map, env=env, capture_output=True, text=True)

    done = run("--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    breek(group.map, "LC012")
    group.git("add", "-A")
    done = run()
    assert done.returncode == 1
    assert f"{ADVIES}:5:1  onbekende sleutel 'texst'" in done.stdout
