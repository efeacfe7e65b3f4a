"""What can stand where a record belongs and is none: told with its place, never followed or awaited."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leercyclus.domain.soorten import ADVIES
from leercyclus.store.boom import Schijf
from leercyclus.store.werkmap import Werkmap
from tests.conftest import CYCLUS, Geef, Result, inhoud
from tests.robustness.conftest import helder, proces

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows kent geen pijpen en rechten als hier")
Lees = Callable[[], dict[tuple[str, ...], Result]]
GEHEIM = 'van = "directeur-sed"\ndatum = 2027-01-02\ntekst = "GEHEIM"\n'


def _link_out(path: Path) -> None:
    outside = path.parents[2].parent / "elders.toml"
    outside.write_text(GEHEIM, "utf-8")
    path.symlink_to(outside)


def _link_within(path: Path) -> None:
    (path.parent / ".verborgen.toml").write_text(GEHEIM, "utf-8")
    path.symlink_to(".verborgen.toml")


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is short
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


SOORTEN: dict[str, Callable[[Path], object]] = {
    "a link out of the tree": _link_out,
    "a link within the tree": _link_within,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nergens.toml"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to a folder": lambda path: path.symlink_to("/"),
    "a pipe": lambda path: os.mkfifo(path),
    "a socket": _socket,
    "a folder": lambda path: path.mkdir(),
    "a full folder": lambda path: (path / "diep").mkdir(parents=True),
}
PLEKKEN = ("adviezen/directeur-sed-abc123.toml", "gespreksnotitie.toml", "cyclus.toml")


@pytest.mark.parametrize("plek", PLEKKEN)
@pytest.mark.parametrize("soort", SOORTEN)
def test_what_is_no_file_is_a_finding_and_is_not_followed(
    cyclus: Path, lees_overal: Lees, soort: str, plek: str
) -> None:
    path = cyclus / plek
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    SOORTEN[soort](path)
    given = lees_overal()
    for command in (("status", "--json"), ("controleer", "--formaat", "json")):
        data = json.loads(given[command].out)
        found = {item["bestand"]: item["code"] for item in data.get("problemen", data.get("bevindingen"))}
        assert found.get(f"{CYCLUS}/{plek}") == "LC006", found
    assert given["controleer",].code == 1
    assert all("GEHEIM" not in result.out + result.err for result in given.values())


@pytest.mark.parametrize("soort", SOORTEN)
def test_nothing_is_written_through_what_is_no_file(cyclus: Path, geef: Geef, soort: str) -> None:
    path = cyclus / "gespreksnotitie.toml"
    SOORTEN[soort](path)
    before = inhoud(cyclus.parent.parent)
    result = helder(geef("gespreksnotitie", CYCLUS, "--spiegel", "x"))
    assert result.code in {3, 5, 6}, result.err
    assert "gespreksnotitie.toml" in result.err
    assert inhoud(cyclus.parent.parent) == before


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_group_that_is_no_file_is_told(cyclus: Path, geef: Geef, soort: str) -> None:
    path = cyclus.parent / "leertraject.toml"
    path.unlink()
    if soort == "a link out of the tree":
        path.symlink_to(_elsewhere(cyclus.parent.parent))
    else:
        SOORTEN[soort](path)
    for arguments in (("status",), ("controleer",), ("toon", CYCLUS), ("nieuw", "Titel", "--vraag", "x")):
        result = helder(geef(*arguments))
        assert result.code in {0, 1, 3, 4}, result.err
        assert "GEHEIM" not in result.out
        assert "leertraject" in result.out + result.err or result.code == 0


def _elsewhere(folder: Path) -> Path:
    path = folder / "ander-leertraject.toml"
    path.write_text('naam = "GEHEIM"\n', "utf-8")
    return path


@pytest.mark.parametrize("soort", SOORTEN)
def test_what_is_handed_over_and_is_no_file_is_refused(cyclus: Path, geef: Geef, soort: str) -> None:
    if "folder" in soort:
        pytest.skip("van een map worden de bladen gelezen")
    path = cyclus.parent / "lessen" / "advies.toml"
    path.parent.mkdir()
    SOORTEN[soort](path)
    for arguments in (("advies", CYCLUS, "--lees"), ("deelnemer", "--lees"), ("begin", "nieuw", "--lees")):
        result = helder(geef(*arguments, "lessen/advies.toml"))
        assert result.code in {3, 4, 6}, result.err
        assert "advies.toml" in result.err


def test_a_folder_of_a_cyclus_that_is_a_link_is_not_followed_and_told(
    cyclus: Path, geef: Geef, lees_overal: Lees
) -> None:
    elsewhere = cyclus.parent.parent / "elders"
    cyclus.rename(elsewhere)
    cyclus.symlink_to(elsewhere)
    status = json.loads(helder(geef("status", "--json")).out)
    assert status["cycli"] == []
    findings = json.loads(helder(geef("controleer", "--formaat", "json")).out)["bevindingen"]
    assert [(item["code"], item["bestand"]) for item in findings] == [("LC006", CYCLUS)]
    for arguments in (("status", CYCLUS), ("toon", CYCLUS), ("advies", CYCLUS, "--van", "directeur-sed")):
        assert helder(geef(*arguments)).code == 4


@pytest.mark.parametrize("map", ["adviezen", "interviews"])
def test_a_folder_of_records_that_is_a_link_is_not_followed_and_told(
    cyclus: Path, geef: Geef, lees_overal: Lees, map: str
) -> None:
    elsewhere = cyclus.parent.parent / "elders"
    elsewhere.mkdir()
    (elsewhere / "directeur-sed-abc123.toml").write_text(GEHEIM, "utf-8")
    (cyclus / map).symlink_to(elsewhere)
    given = lees_overal()
    assert all("GEHEIM" not in result.out for result in given.values())
    findings = json.loads(given["controleer", "--formaat", "json"].out)["bevindingen"]
    assert ("LC006", f"{CYCLUS}/{map}") in [(item["code"], item["bestand"]) for item in findings]
    refused = helder(
        geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "x", "--datum", "2027-01-02")
    )
    if map == "adviezen":
        assert refused.code in {3, 5, 6}
        assert sorted(path.name for path in elsewhere.iterdir()) == ["directeur-sed-abc123.toml"]


def test_lessons_of_the_group_in_a_folder_that_is_a_link_are_told(cyclus: Path, geef: Geef) -> None:
    elsewhere = cyclus.parent.parent / "elders"
    elsewhere.mkdir()
    (cyclus.parent / "lessen").symlink_to(elsewhere)
    findings = json.loads(helder(geef("controleer", "--formaat", "json")).out)["bevindingen"]
    assert [(item["code"], item["bestand"]) for item in findings] == [("LC006", "lessen")]


def test_folders_in_each_other_without_end_are_left_alone(cyclus: Path, lees_overal: Lees) -> None:
    (cyclus / "rond").symlink_to(cyclus)
    (cyclus / "bijlagen").mkdir()
    (cyclus / "bijlagen" / "rond").symlink_to(cyclus.parent)
    deep = cyclus / "notities"
    for _ in range(200):
        deep = deep / "a"
    deep.mkdir(parents=True)
    given = lees_overal()
    findings = json.loads(given["controleer", "--formaat", "json"].out)["bevindingen"]
    assert [(item["code"], item["bestand"]) for item in findings] == [("LC006", f"{CYCLUS}/rond")]


class Vluchtig(Schijf):
    """A disk on which a file goes away between looking and reading, as when git changes branch."""

    def __init__(self, root: Path, weg: str) -> None:
        super().__init__(root)
        self.weg = root / weg

    def namen(self, map: str = "") -> Any:
        found = super().namen(map)
        if self.weg.parent == self.root / map:
            self.weg.unlink(missing_ok=True)
        return found


def test_a_file_that_goes_away_while_reading_is_a_finding(cyclus: Path) -> None:
    (cyclus / "adviezen").mkdir()
    file = cyclus / "adviezen" / "directeur-sed-abc123.toml"
    file.write_text(GEHEIM, "utf-8")
    disk = Vluchtig(cyclus.parent, f"{CYCLUS}/adviezen/{file.name}")
    folder = Werkmap(cyclus.parent, disk).cyclus(CYCLUS)
    assert not file.exists()
    assert folder.van(ADVIES) == []
    assert [(item.code, item.bestand) for item in folder.problemen] == [
        ("LC006", f"{CYCLUS}/adviezen/{file.name}")
    ]


def test_a_file_that_may_not_be_read_is_a_finding(cyclus: Path, zonder_voorrecht: Geef) -> None:
    (cyclus / "gespreksnotitie.toml").write_text('spiegel = "x"\n', "utf-8")
    (cyclus / "gespreksnotitie.toml").chmod(0)
    result = helder(zonder_voorrecht("status", "--json"))
    assert result.code == 0, result.err
    (problem,) = json.loads(result.out)["problemen"]
    assert (problem["code"], problem["bestand"]) == ("LC006", f"{CYCLUS}/gespreksnotitie.toml")
    assert "gelezen" in problem["melding"]
    assert helder(zonder_voorrecht("controleer")).code == 1
    refused = helder(zonder_voorrecht("gespreksnotitie", CYCLUS, "--spiegel", "y"))
    assert refused.code in {3, 6}
    assert "gespreksnotitie.toml" in refused.err


@pytest.mark.parametrize("map", ["", "adviezen"])
def test_a_folder_that_may_not_be_read_hides_nothing_else(
    cyclus: Path, zonder_voorrecht: Geef, map: str
) -> None:
    (cyclus / "adviezen").mkdir()
    (cyclus / "adviezen" / "directeur-sed-abc123.toml").write_text(GEHEIM, "utf-8")
    other = cyclus.parent / "2028-ander"
    other.mkdir()
    (other / "cyclus.toml").write_text('titel = "Ander"\nstand = "concept"\n', "utf-8")
    (cyclus / map).chmod(0)
    try:
        status = helder(zonder_voorrecht("status", "--json"))
        checked = helder(zonder_voorrecht("controleer", "--formaat", "json"))
    finally:
        (cyclus / map).chmod(0o755)
    assert status.code == 0, status.err
    data = json.loads(status.out)
    assert "Ander" in [item["titel"] for item in data["cycli"]]
    place = f"{CYCLUS}/{map}".rstrip("/")
    assert ("LC006", place) in [(item["code"], item["bestand"]) for item in data["problemen"]]
    assert checked.code == 1, checked.err
    found = json.loads(checked.out)["bevindingen"]
    assert ("LC006", place) in [(item["code"], item["bestand"]) for item in found]


def test_names_that_are_no_text_are_told(cyclus: Path) -> None:
    (cyclus / "adviezen").mkdir()
    try:
        (cyclus / "adviezen" / os.fsdecode(b"caf\xe9.toml")).write_text(GEHEIM, "utf-8")
        (cyclus.parent / os.fsdecode(b"2028-\xff")).mkdir()
        (cyclus.parent / os.fsdecode(b"2028-\xff") / "cyclus.toml").write_text("", "utf-8")
    except OSError:
        pytest.skip("dit bestandssysteem kent alleen namen die tekst zijn")
    for arguments in (["status", "--json"], ["controleer", "--formaat", "json"], ["controleer"], []):
        done = proces(*arguments, cwd=cyclus.parent)
        assert done.returncode in {0, 1}, done.stderr
        assert b"deed iets verkeerd" not in done.stderr
        if "--json" in arguments or "json" in arguments:
            data = json.loads(done.stdout.decode("utf-8"))
            codes = [item["code"] for item in data.get("problemen", data.get("bevindingen"))]
            assert codes.count("LC007") == 2


@pytest.mark.parametrize("name", [".gitignore", ".gitattributes"])
@pytest.mark.parametrize(
    "raw",
    [b"caf\xe9\n", b"a\r\nb\r\n", b"\xff\xfea\x00", b"a\x00"],
    ids=["latin", "windows", "utf-16", "null"],
)
def test_begin_keeps_what_stood_in_the_files_of_git(
    tmp_path: Path, geef: Geef, name: str, raw: bytes
) -> None:
    folder = tmp_path / "groep"
    folder.mkdir()
    (folder / name).write_bytes(raw)
    result = helder(geef("begin", str(folder), "--naam", "Groep"))
    assert result.code == 0, result.err
    assert (folder / name).read_bytes().startswith(raw.rstrip(b"\n"))


@pytest.mark.parametrize("soort", ["a link to itself", "a link to nothing", "a pipe", "a folder"])
@pytest.mark.parametrize("name", [".gitignore", ".leercyclus", "adviezen"])
def test_what_stands_in_the_way_of_writing_is_told(cyclus: Path, geef: Geef, soort: str, name: str) -> None:
    path = cyclus / name if name == "adviezen" else cyclus.parent / name
    if name == "adviezen" and soort == "a folder":
        pytest.skip("daar hoort een map")
    SOORTEN[soort](path)
    result = helder(geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "x"))
    assert result.code in {0, 5, 6}, result.err
    assert result.code == 0 or "adviezen" in result.err
    begun = helder(geef("begin", str(cyclus.parent / "lessen" / "x"), "--naam", "Groep"))
    assert begun.code == 0


@pytest.mark.parametrize("soort", ["a link to itself", "a pipe", "a folder", "a link out of the tree"])
def test_a_file_of_git_that_is_no_file_is_told_when_a_group_begins(
    tmp_path: Path, geef: Geef, soort: str
) -> None:
    folder = tmp_path / "a" / "b" / "groep"
    folder.mkdir(parents=True)
    SOORTEN[soort](folder / ".gitignore")
    result = helder(geef("begin", str(folder), "--naam", "Groep"))
    assert result.code in {5, 6}, result.err
    assert ".gitignore" in result.err
    assert not (folder / "leertraject.toml").exists()


@pytest.mark.parametrize(("map", "arguments"), [("2027-zwembad-of-niet/lessen", CYCLUS), ("lessen", "groep")])
def test_a_list_names_what_cannot_be_read_and_does_not_say_that_there_is_nothing(
    cyclus: Path, geef: Geef, map: str, arguments: str
) -> None:
    folder = cyclus.parent / map
    folder.mkdir()
    (folder / "wie-rekent.toml").write_text("titel = \n", "utf-8")
    shown = helder(geef("les", arguments, "--lijst"))
    assert f"{map}/wie-rekent.toml:1:9" in shown.err
    assert "nog geen" not in shown.err
    data = json.loads(helder(geef("les", arguments, "--lijst", "--json")).out)
    assert [item["bestand"] for item in data["problemen"]] == [f"{map}/wie-rekent.toml"]
    other = helder(geef("advies", CYCLUS, "--lijst"))
    assert "er is nog geen advies" in other.err
    assert "wie-rekent" not in other.err
