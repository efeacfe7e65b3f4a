"""What each command does, one behaviour at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CYCLUS, Geef


def rij(geef: Geef, id: str = CYCLUS) -> dict[str, Any]:
    (row,) = (row for row in json.loads(geef("status", "--json").out)["cycli"] if row["id"] == id)
    return dict(row)


def goed(geef: Geef, *arguments: str, stdin: bytes = b"") -> str:
    result = geef(*arguments, stdin=stdin)
    assert result.code == 0, result.err
    return result.out


# begin en deelnemer


def test_begin_keeps_interviews_out_of_git_when_participants_get_the_folder(
    geef: Geef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".gitignore").write_text("eigen\n", "utf-8")
    result = geef("begin", "--naam", "Groep", "--map-voor", "deelnemers")
    assert (tmp_path / ".gitignore").read_text("utf-8") == "eigen\n.leercyclus/\n.*.tmp\n*/interviews/\n"
    assert (tmp_path / ".gitattributes").read_text("utf-8") == "*.toml text eol=lf\n"
    assert "interviews blijven buiten git" in result.err
    assert "git bewaart elke versie" in result.err


def test_begin_makes_a_folder_and_takes_over_a_whole_leertraject(
    geef: Geef, groep: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    goed(geef, "begin", "nieuw", "--lees", str(groep / "leertraject.toml"))
    monkeypatch.chdir(tmp_path / "nieuw")
    assert json.loads(geef("status", "--json").out)["leertraject"]["id"] == "leren-van-elkaar"


def test_a_list_of_people_is_taken_over_as_excel_writes_it(groep: Path, geef: Geef) -> None:
    rows = "\ufeffid;naam;organisatie;organisatie_naam;rol;vanaf\r\n"
    rows += "directeur-zwolle;Directeur Zwolle;zwolle;Gemeente Zwolle;deelnemer;2027-01-01\r\n"
    rows += ";Secretaris;;;gast;\r\n"
    goed(geef, "deelnemer", "--lees", "-", stdin=rows.encode())
    text = (groep / "leertraject.toml").read_text("utf-8")
    assert "# de naam van de eerste bijeenkomst" in text
    assert 'id = "zwolle"\nnaam = "Gemeente Zwolle"' in text
    assert 'id = "secretaris"\nnaam = "Secretaris"\nrol = "gast"' in text
    assert "vanaf = 2027-01-01" in text


def test_a_list_with_a_fault_changes_nothing(groep: Path, geef: Geef) -> None:
    before = (groep / "leertraject.toml").read_bytes()
    result = geef("deelnemer", "--lees", "-", stdin=b"id,naam,rol\na,A,gast\nb,B,baas\n")
    assert result.code == 3
    assert "-:3" in result.err
    assert (groep / "leertraject.toml").read_bytes() == before


def test_who_has_left_is_not_invited_any_more(groep: Path, geef: Geef) -> None:
    goed(geef, "deelnemer", "directeur-sed", "--tot", "2027-02-01")
    goed(
        *(geef, "nieuw", "Later", "--vraag", "v", "--waarom-nu", "w", "--vraagsteller", "directeur-oss"),
        *("--dag", "2027-03-01"),
    )
    text = (groep / "2027-later" / "cyclus.toml").read_text("utf-8")
    assert 'deelnemers = ["directeur-oss", "directeur-venlo", "adviseur", "coordinator"]' in text


# nieuw en vraag


def test_what_can_wait_makes_it_a_concept(groep: Path, geef: Geef) -> None:
    result = geef("nieuw", "Later", "--vraag", "v", "--waarom-nu", "w", "--vraagsteller", "directeur-oss")
    assert result.code == 0
    assert 'stand = "concept"' in (groep / "2027-later" / "cyclus.toml").read_text("utf-8")
    row = rij(geef, "2027-later")
    assert row["fasen"][0] == {
        "fase": "vraag",
        "stand": "concept",
        "gedaan": 5,
        "totaal": 9,
        "uiterlijk": None,
        "te_laat": False,
    }


def test_nieuw_shows_the_earlier_cycles_of_these_people(cyclus: Path, geef: Geef) -> None:
    result = geef("nieuw", "Later", "--vraag", "v", "--waarom-nu", "w", "--vraagsteller", "directeur-oss")
    assert f"{CYCLUS}  Zwembad of niet  (directeur-oss)" in result.err
    assert result.out == "2027-later/cyclus.toml\n"


def test_a_moved_day_is_kept_and_the_new_terms_are_told(cyclus: Path, geef: Geef) -> None:
    result = geef("vraag", CYCLUS, "--dag", "2027-05-20", "--reden", "De adviseur was ziek")
    assert "uiterlijk donderdag 18 maart 2027" in result.err
    text = (cyclus / "cyclus.toml").read_text("utf-8")
    assert "intervisiedag = 2027-05-20\nverplaatst = [2027-04-15]" in text
    assert 'stand = "definitief"' in text
    assert 'verloop = "loopt"\nreden = "De adviseur was ziek"' in text


def test_a_cyclus_that_is_put_off_is_never_late_and_runs_again_with_a_new_day(
    cyclus: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", "2027-04-01")
    assert any(fase["te_laat"] for fase in rij(geef)["fasen"])
    goed(geef, "vraag", CYCLUS, "--uitgesteld", "--reden", "Verkiezingen")
    row = rij(geef)
    assert row["verloop"] == "uitgesteld"
    assert not any(fase["te_laat"] for fase in row["fasen"])
    assert row["volgende_stap"]["wat"] == "Kies een nieuwe dag voor ‘Zwembad of niet’."
    goed(geef, "vraag", CYCLUS, "--dag", "2027-09-09")
    assert rij(geef)["verloop"] == "loopt"
    assert "reden" not in (cyclus / "cyclus.toml").read_text("utf-8")


def test_a_fase_is_skipped_with_its_reason(cyclus: Path, geef: Geef) -> None:
    goed(geef, "vraag", CYCLUS, "--sla-over", "interviews", "--reden", "Geen adviseur")
    assert rij(geef)["fasen"][2]["stand"] == "overgeslagen"
    assert '[overgeslagen]\ninterviews = "Geen adviseur"\n' in (cyclus / "cyclus.toml").read_text("utf-8")
    assert "reden =" not in (cyclus / "cyclus.toml").read_text("utf-8")


def test_a_dropped_cyclus_asks_nothing_more(cyclus: Path, geef: Geef) -> None:
    goed(geef, "vraag", CYCLUS, "--vervallen", "--reden", "De vraag verviel")
    assert rij(geef)["open_stappen"] == []
    assert "vervallen" in geef("status").out


# stukken versturen


def _notes(geef: Geef) -> None:
    for who in ("directeur-oss", "directeur-venlo"):
        goed(
            *(geef, "zelfanalyse", CYCLUS, "--door", who, "--samenvatting", "Kort", "--definitief"),
            *("--antwoord", "stap-terug/tijd=a", "--antwoord", "stap-terug/partners=b"),
            *("--antwoord", "veiligheid/eigen-rol=c"),
        )
    goed(
        *(geef, "gespreksnotitie", CYCLUS, "--spiegel", "S", "--beelden-intern", "I", "--definitief"),
        *("--beelden-extern", "E", "--ervaringen-elders", "A", "--vragen-voor-de-dag", "V"),
    )


def test_notes_that_are_concept_are_not_sent(cyclus: Path, geef: Geef) -> None:
    _notes(geef)
    goed(geef, "gespreksnotitie", CYCLUS, "--heropen")
    result = geef("verspreid", CYCLUS)
    assert result.code == 3
    assert "gespreksnotitie.toml is nog concept" in result.err
    assert not (cyclus / "verspreiding").exists()


def test_sending_goes_to_who_has_not_had_them_and_again_after_a_change(cyclus: Path, geef: Geef) -> None:
    _notes(geef)
    goed(geef, "verspreid", CYCLUS, "--aan", "directeur-sed")
    assert rij(geef)["fasen"][3]["gedaan"] == 1
    result = geef("verspreid", CYCLUS)
    assert "er is niets verstuurd" in result.err
    assert "directeur-sed" not in (cyclus.parent / result.out.strip()).read_text("utf-8")
    assert rij(geef)["fasen"][3]["stand"] == "klaar"
    assert "iedereen heeft de stukken" in geef("verspreid", CYCLUS).err

    goed(geef, "gespreksnotitie", CYCLUS, "--heropen", "--spiegel", "Scherper")
    goed(geef, "gespreksnotitie", CYCLUS, "--definitief")
    assert rij(geef)["fasen"][3]["gedaan"] == 0
    goed(geef, "verspreid", CYCLUS)
    assert rij(geef)["fasen"][3]["stand"] == "klaar"


# opvolging en terugblik


def _advies(geef: Geef, text: str) -> str:
    return Path(goed(geef, "advies", CYCLUS, "--van", "directeur-sed", "--tekst", text).strip()).stem


def test_an_advice_is_answered_once_and_its_outcome_added(cyclus: Path, geef: Geef) -> None:
    advice = Path(
        goed(geef, "advies", CYCLUS, "--van", "directeur-sed", "--tekst", "Begin klein").strip()
    ).stem
    file = goed(geef, "opvolging", CYCLUS, advice, "--voornemen", "neemt over", "--waarom", "Ja").strip()
    other = geef("opvolging", CYCLUS, advice, "--voornemen", "neemt niet over", "--waarom", "Toch niet")
    assert other.code == 5
    assert "--voornemen, --waarom" in other.err
    assert goed(geef, "opvolging", CYCLUS, advice, "--uitkomst", "Het werkte").strip() == file
    assert 'uitkomst = "Het werkte"' in (cyclus.parent / file).read_text("utf-8")


def test_the_day_opens_with_what_became_of_earlier_advices(cyclus: Path, geef: Geef) -> None:
    from leercyclus.commands.terugblik import regels
    from leercyclus.store.werkmap import Werkmap

    for text, outcome in (("Begin klein", "Het werkte"), ("Wacht even", "")):
        advice = Path(goed(geef, "advies", CYCLUS, "--van", "directeur-sed", "--tekst", text).strip()).stem
        extra = (
            ("--uitkomst", outcome)
            if outcome
            else ("--uiterlijk", "2027-06-01", "--actiehouder", "directeur-oss")
        )
        goed(
            *(geef, "opvolging", CYCLUS, advice, "--voornemen", "neemt over", "--waarom", "Ja"),
            *("--actie", text, *extra),
        )
    assert list(regels(Werkmap(cyclus.parent), "2027-later")) == [
        "Terugblik: 1 voornemen staat nog open, 1 met een uitkomst",
        "",
        f"○ {CYCLUS}: Wacht even (directeur-oss, uiterlijk 1 jun 2027)",
        f"✓ {CYCLUS}: Begin klein",
        "    Het werkte",
    ]


# lessen


def test_a_lesson_of_the_group_is_asked_everywhere(cyclus: Path, geef: Geef) -> None:
    goed(
        *(geef, "les", "groep", "--titel", "Zeg het eerst", "--kern", "Zeg eerst wat u liever wegliet."),
        *("--toelichting", "Dat hielp", "--thema", "leren-te-leren", "--definitief"),
    )
    data = json.loads(geef("lessen", "--json").out)
    (own,) = (les for les in data["lessen"] if les["herkomst"] == "groep")
    assert own["id"] == "zeg-het-eerst"
    assert goed(geef, "les", "groep", "--lijst").startswith("zeg-het-eerst ")
    assert own["vragen"][0]["id"] == "standaard"
    goed(
        geef,
        "zelfanalyse",
        CYCLUS,
        "--door",
        "directeur-oss",
        "--antwoord",
        "groep/zeg-het-eerst/standaard=Ja",
    )


def test_a_lesson_that_is_still_a_concept_is_not_asked(cyclus: Path, geef: Geef) -> None:
    goed(geef, "les", "groep", "--titel", "Zeg het eerst")
    assert "groep" not in geef("lessen").out


def test_lessons_can_be_read_without_a_leertraject(
    geef: Geef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "stap-terug" in geef("lessen", "--fase", "zelfanalyse").out
    assert geef("lessen", "stap-terug").code == 0


# overzicht


def test_status_filters(cyclus: Path, geef: Geef) -> None:
    def shown(*filters: str) -> int:
        return len(json.loads(geef("status", "--json", *filters).out)["cycli"])

    assert shown("--voor", "directeur-oss") == 1
    assert shown("--voor", "coordinator") == 0
    assert shown("--jaar", "2027") == 1
    assert shown("--jaar", "2026") == 0
    assert shown("--thema", "organisatieontwikkeling") == 0
    assert shown("--binnen", "30") == 0
    assert shown("--binnen", "60") == 1
    assert shown("--te-laat") == 0
    assert geef("status", CYCLUS, "--te-laat").code == 0


def test_nobody_is_skipped_when_it_comes_to_bringing_a_question(cyclus: Path, geef: Geef) -> None:
    assert "directeur-sed en directeur-oss" in geef().out


def test_peildatum_counts_as_today_until_the_environment_says_otherwise(
    cyclus: Path, geef: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = cyclus.parent / "leertraject.toml"
    file.write_text(
        file.read_text("utf-8").replace("versie = 1\n", "versie = 1\npeildatum = 2027-03-01\n"), "utf-8"
    )
    monkeypatch.delenv("LEERCYCLUS_VANDAAG")
    assert json.loads(geef("status", "--json").out)["vandaag"] == "2027-03-01"
    assert "(peildatum)" in geef("status").out
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", "2028-01-01")
    assert json.loads(geef("status", "--json").out)["vandaag"] == "2028-01-01"
    monkeypatch.setenv("LEERCYCLUS_VANDAAG", "ooit")
    assert geef("status").code == 2


def test_no_text_of_a_file_reaches_the_terminal_alive(cyclus: Path, geef: Geef) -> None:
    (cyclus / "adviezen").mkdir()
    (cyclus / "adviezen" / "a-abc123.toml").write_text(
        'van = "directeur-sed"\ntekst = "\\u001b]0;weg\\u0007 [bold]niet[/bold] :smile: \\u202e"\n', "utf-8"
    )
    (cyclus / "gespreksnotitie.toml").write_text('spiegel = "[/x] :smile: [bold]b"\n', "utf-8")
    for arguments in (("toon", CYCLUS), ("toon", CYCLUS, "--formaat", "markdown"), ("status", CYCLUS)):
        said = geef(*arguments).out
        assert not {"\x1b", "\x07", "\u202e"} & set(said)
    assert "[/x] :smile: [bold]b" in geef("toon", CYCLUS, "gespreksnotitie").out


# niets verloren, niets dubbel


def test_a_co_author_stays_when_one_of_them_goes_on(cyclus: Path, geef: Geef) -> None:
    both = ("--door", "directeur-oss", "--door", "directeur-venlo")
    file = goed(geef, "zelfanalyse", CYCLUS, *both, "--samenvatting", "Wij").strip()
    goed(geef, "zelfanalyse", CYCLUS, "--door", "directeur-oss", "--samenvatting", "Ik")
    text = (cyclus.parent / file).read_text("utf-8")
    assert 'door = ["directeur-oss", "directeur-venlo"]' in text
    assert 'samenvatting = "Ik"' in text


def test_the_outcome_of_one_advice_leaves_the_other_answered(cyclus: Path, geef: Geef) -> None:
    advices = [_advies(geef, text) for text in ("Begin klein", "Begin groot")]
    goed(geef, "opvolging", CYCLUS, *advices, "--voornemen", "overweegt", "--waarom", "Misschien")
    file = goed(geef, "opvolging", CYCLUS, advices[0], "--uitkomst", "Het werkte").strip()
    assert all(advice in (cyclus.parent / file).read_text("utf-8") for advice in advices)


def test_a_record_handed_over_twice_is_not_made_twice(cyclus: Path, geef: Geef) -> None:
    text = b'{"door": ["directeur-oss"], "stand": "concept", "samenvatting": "Eerst"}'
    file = cyclus.parent / goed(geef, "zelfanalyse", CYCLUS, "--lees", "-", stdin=text).strip()
    assert geef("zelfanalyse", CYCLUS, "--lees", "-", stdin=text).code == 5
    file.write_text(f"eigen = 1\n{file.read_text('utf-8')}", "utf-8")
    later = text.replace(b"Eerst", b"Later")
    goed(geef, "zelfanalyse", CYCLUS, "--lees", "-", "--vervang", stdin=later)
    assert [path.name for path in (cyclus / "zelfanalyse").iterdir()] == [file.name]
    assert file.read_text("utf-8").startswith("eigen = 1\nversie = 1\n")
    assert "Later" in file.read_text("utf-8")


def test_what_could_not_be_read_back_is_not_written(cyclus: Path, geef: Geef) -> None:
    before = sorted(cyclus.rglob("*"))
    big = b"x" * (5 * 1024 * 1024)
    assert geef("advies", CYCLUS, "--van", "directeur-sed", "--tekst", "-", stdin=big).code == 3
    newer = b'{"versie": 9, "door": ["directeur-oss"], "stand": "concept"}'
    assert geef("zelfanalyse", CYCLUS, "--lees", "-", stdin=newer).code == 3
    assert geef("zelfanalyse", CYCLUS, "--lees", "-", stdin=b'{"\\ud800": 1}').code == 3
    assert sorted(cyclus.rglob("*")) == before


def test_an_organisation_is_added_to_somebody_who_was_there(groep: Path, geef: Geef) -> None:
    (groep / "leertraject.toml").unlink()
    goed(geef, "begin", "--naam", "Groep")
    goed(geef, "deelnemer", "directeur-oss", "--naam", "Directeur Oss")
    goed(geef, "deelnemer", "directeur-oss", "--organisatie", "oss", "--organisatie-naam", "Gemeente Oss")
    text = (groep / "leertraject.toml").read_text("utf-8")
    assert 'organisatie = "oss"' in text
    assert 'naam = "Gemeente Oss"' in text


def test_a_hand_made_fault_is_told_and_not_written_over(cyclus: Path, geef: Geef) -> None:
    (cyclus / "zelfanalyse").mkdir()
    file = cyclus / "zelfanalyse" / "directeur-oss-abc123.toml"
    file.write_text('stand = "concept"\ndoor = ["directeur-oss"]\nantwoorden = "x"\n', "utf-8")
    answer = ("--antwoord", "stap-terug/tijd=Toen")
    result = geef("zelfanalyse", CYCLUS, "--door", "directeur-oss", *answer)
    assert result.code == 3
    assert "antwoorden" in result.err
    assert 'antwoorden = "x"' in file.read_text("utf-8")


def test_a_day_moved_while_put_off_is_kept(cyclus: Path, geef: Geef) -> None:
    goed(geef, "vraag", CYCLUS, "--uitgesteld", "--dag", "2027-08-01", "--reden", "Verkiezingen")
    text = (cyclus / "cyclus.toml").read_text("utf-8")
    assert "verplaatst = [2027-04-15]" in text
    assert 'verloop = "uitgesteld"' in text


def test_vervang_alone_opens_nothing(cyclus: Path, geef: Geef) -> None:
    _notes(geef)
    assert geef("gespreksnotitie", CYCLUS, "--vervang").code == 5
    assert 'stand = "definitief"' in (cyclus / "gespreksnotitie.toml").read_text("utf-8")


def test_a_term_beyond_the_calendar_is_no_limit(cyclus: Path, geef: Geef) -> None:
    assert geef("status", "--binnen", "99999999999").code == 0
    assert geef("status", "--thema", "sport").code == 4
