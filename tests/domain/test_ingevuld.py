"""From what people write on a sheet to values."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leercyclus.domain import blad, vak
from leercyclus.domain.blad import Bladblok, Merk
from leercyclus.domain.opvolging import Opvolging
from leercyclus.domain.punt import Punt, Veldpunt
from leercyclus.domain.toestemming import Toestemming
from leercyclus.domain.vak import Vak
from leercyclus.domain.veld import Invoer, velden
from leercyclus.domain.vraagkeuze import GesteldeVraag
from leercyclus.domain.vraagpunt import vraagpunten
from leercyclus.render.blad.markdown import als_markdown
from leercyclus.render.blad.word import als_word
from leercyclus.store import ingebouwd
from leercyclus.store.bladen import uit_markdown, uit_word

_ALLE = [GesteldeVraag(les, question) for les in ingebouwd.lessen() for question in les.vragen]
PUNTEN: dict[str, Punt] = {punt.code: punt for punt in vraagpunten(_ALLE, ingebouwd.gespreksdelen())}
PUNTEN |= {
    "uiterlijk": Veldpunt.van(velden(Opvolging)["uiterlijk"]),
    "actiehouder": Veldpunt.van(
        velden(Opvolging)["actiehouder"], {"directeur-oss": "Directeur Oss", "adviseur": ""}
    ),
    "door": Veldpunt.van(velden(Opvolging)["door"], {"directeur-oss": "Directeur Oss", "adviseur": ""}),
    "naam_noemen": Veldpunt.van(velden(Toestemming)["naam_noemen"]),
    "wijze": Veldpunt.van(velden(Toestemming)["wijze"]),
}
ROL, BALANS = "calimero/positie", "lef-en-geduld/balans"
PARTIJEN, SOORTEN = "coalitie/partijen", "ruimte/vier-soorten"
_KRAP = {"ruimte": "bij anderen", "hoe het nu is": "krap"}


def gelezen(punt: Punt, below: str) -> Any:
    """The value of one question on a sheet, with this below its words."""
    sheet = ["[blad advies 2027-x a]", blad.vraagcode(punt), punt.vraag, "", below, "", blad.EINDE]
    (part,) = uit_markdown("\n".join(sheet)).delen
    return vak.waarde(punt, Vak.van(punt, part.vakken[punt.code]).antwoord)


@pytest.mark.parametrize(
    ("code", "written", "value"),
    [
        ("stap-terug/tijd", "", None),
        ("stap-terug/tijd", "\n\n  Ja.\n\nNee.  \n", "  Ja.\n\nNee."),
        ("wijze", "per\nmail ", "per mail"),
        ("uiterlijk", "12 mrt 2027", dt.date(2027, 3, 12)),
        ("naam_noemen", "- [x] ja\n- [ ] nee", True),
        ("naam_noemen", "nee", False),
        ("actiehouder", "- [ ] Directeur Oss (directeur-oss)\n- [x] adviseur", "adviseur"),
        ("actiehouder", "directeur-oss", "directeur-oss"),
        ("actiehouder", "- [ ] Directeur Oss (directeur-oss)\n- [ ] adviseur", None),
        ("door", "☒ Directeur Oss (directeur-oss)\n☑ adviseur", ["directeur-oss", "adviseur"]),
        (ROL, "☐ een andere rol\nx wij nemen zelf het voortouw", {"keuze": "wij nemen zelf het voortouw"}),
        (ROL, "[X] Een andere rol\nSoms.", {"keuze": "een andere rol", "antwoord": "Soms."}),
        (ROL, "geen van deze", {"antwoord": "geen van deze"}),
        (BALANS, "( ) 1 = geduld\n(x) 2\n( ) 3", {"score": 2}),
        (BALANS, "4", {"score": 4}),
        (BALANS, "v 5 = lef\nWaarom dit cijfer, in één zin?\nNu.", {"score": 5, "antwoord": "Nu."}),
        (PARTIJEN, "| inzet | partij |\n| --- | --- |\n| a | b |\n|  |  |", [{"inzet": "a", "partij": "b"}]),
        (PARTIJEN, "| a | b |", [{"partij": "a", "belang": "b"}]),
        (PARTIJEN, "de school", [{"partij": "de school"}]),
        (SOORTEN, "| in de agenda |  |  |\n| bij anderen | krap |  |", [_KRAP]),
    ],
)
def test_what_was_written_is_understood(code: str, written: str, value: Any) -> None:
    assert gelezen(PUNTEN[code], f"{blad.ANTWOORD}\n{written}") == value
    assert gelezen(PUNTEN[code], written) == value


@pytest.mark.parametrize(
    ("code", "written", "says"),
    [
        ("uiterlijk", "gauw", "'gauw' is geen datum"),
        ("actiehouder", "[x] adviseur\n[x] directeur-oss", "er zijn er 2 aangekruist"),
        ("door", "[x] adviseur\n[x] iemand anders", "‘[x] iemand anders’ staat er niet bij"),
    ],
)
def test_what_does_not_fit_is_said(code: str, written: str, says: str) -> None:
    with pytest.raises(ValueError, match="^" + says.replace("[", r"\[")):
        gelezen(PUNTEN[code], f"{blad.ANTWOORD}\n{written}")


_ID = st.from_regex(r"[a-z0-9][a-z0-9-]{0,10}", fullmatch=True)


@given(
    st.builds(
        Merk,
        st.sampled_from(["advies", "cyclus"]),
        st.just("") | _ID,
        st.just("") | _ID,
        st.lists(_ID, max_size=2).map(tuple),
    )
)
def test_a_mark_is_read_back_as_it_was_printed(merk: Merk) -> None:
    for line in (str(merk), f"  {merk} ", f"**{merk}**", str(merk).replace("-", "\u2011", 1)):
        assert Merk.uit(line) == merk


@pytest.mark.parametrize(
    "line", ["[x]", "[bijlage 3]", "zie [advies 2027-x]", "[advies]", "", "[en/of] iets"]
)
def test_what_people_write_between_brackets_is_no_mark(line: str) -> None:
    assert Merk.uit(line) is None
    assert blad.code_in(line) is None
    assert not blad.is_code(line)


@given(st.lists(st.text(alphabet="abc #>-*[]|\\_`", max_size=12), max_size=5))
def test_any_prose_comes_back_as_it_was_typed(lines: list[str]) -> None:
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    said = gelezen(PUNTEN["stap-terug/tijd"], f"{blad.ANTWOORD}\n\n{text}")
    assert said == (text.rstrip() if text.strip() else None)


@given(st.data())
def test_every_value_that_a_sheet_shows_is_read_back(data: st.DataObject) -> None:
    """What stands on a sheet beforehand comes back the same when nobody touches it."""
    punt = data.draw(st.sampled_from(sorted(PUNTEN.values(), key=lambda item: item.code)))
    value = data.draw(_waarde(punt))
    label = Bladblok("label", blad.ANTWOORD)
    assert gelezen(punt, als_markdown([label, *blad.antwoordvak(punt, value)])) == value


@given(st.data())
@settings(max_examples=40)
def test_every_value_that_a_document_shows_is_read_back(data: st.DataObject) -> None:
    """The same in Word, for a sheet with all questions at once."""
    values = {punt.code: data.draw(_waarde(punt)) for punt in PUNTEN.values()}
    blocks = [Bladblok("merk", "[blad advies 2027-x a]")]
    for punt in PUNTEN.values():
        blocks += [
            Bladblok("merk", blad.vraagcode(punt)),
            Bladblok("vraag", punt.vraag, "1"),
            Bladblok("label", blad.ANTWOORD),
            *blad.antwoordvak(punt, values[punt.code]),
        ]
    (part,) = uit_word(als_word([*blocks, Bladblok("merk", blad.EINDE)], "Blad"), "blad.docx").delen
    for punt in PUNTEN.values():
        assert vak.waarde(punt, Vak.van(punt, part.vakken[punt.code]).antwoord) == values[punt.code]


def _waarde(punt: Punt) -> st.SearchStrategy[Any]:
    words = (
        st.text(alphabet="abc éë‘’", min_size=1, max_size=20)
        .map(lambda text: " ".join(text.split()))
        .filter(bool)
    )
    match punt.invoer:
        case Invoer.LIJST:
            first, *others = punt.kolommen
            heads = st.sampled_from(punt.rijkoppen) if punt.rijkoppen else words
            row = st.builds(lambda head, cell: {first: head, others[0]: cell}, heads, words)
            rows = st.lists(row, min_size=1, max_size=3)
            return rows.map(lambda found: sorted(found, key=lambda item: _plaats(punt, item[first])))
        case Invoer.KEUZE if punt.zin:
            return st.builds(
                lambda name, said: {"keuze": name, "antwoord": said},
                st.sampled_from(list(punt.opties)),
                words,
            )
        case Invoer.SCHAAL:
            return st.builds(lambda score, said: {"score": score, "antwoord": said}, st.integers(1, 5), words)
        case Invoer.KEUZE if punt.meervoud:
            return st.just(list(punt.opties))
        case Invoer.KEUZE:
            return st.sampled_from(list(punt.opties))
        case Invoer.JA_NEE:
            return st.booleans()
        case Invoer.DATUM:
            return st.dates(dt.date(1000, 1, 1))
        case _:
            return words


def _plaats(punt: Punt, head: str) -> int:
    return punt.rijkoppen.index(head) if punt.rijkoppen else 0
