"""leercyclus deelnemer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import as_command
from leercyclus.commands.opnemen.groepslijst import Groepslijst, Rij
from leercyclus.commands.opnemen.opdracht import parameter
from leercyclus.commands.opnemen.opties import losse_tekst, parameters, waarden
from leercyclus.domain.aanbod import Aanbod
from leercyclus.domain.errors import ContentError, UsageError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.ids import Verwijzing, is_id, slug
from leercyclus.domain.leertraject import Deelnemer
from leercyclus.domain.punt import Veldpunt
from leercyclus.domain.veld import Invoer, velden
from leercyclus.gesprek.begeleiding import Begeleiding
from leercyclus.gesprek.gesprek import Gesprek
from leercyclus.gesprek.zeggen import zeg
from leercyclus.store import schrijven
from leercyclus.store.aanlevering import lees_tabel


def _deelnemer(omgeving: Omgeving, **given: Any) -> int:
    """Mensen staan in het leertraject met hun functie, niet met hun naam. Is iemand er al, dan
    wijzigt u wat u opgeeft; met --tot laat u iemand vertrekken.

    Een nieuwe organisatie komt erbij met --organisatie-naam. --lees neemt een CSV-lijst over
    met de kolommen id, naam, organisatie, organisatie_naam, rol, vanaf, tot en e_mail.

    Voorbeeld: leercyclus deelnemer directeur-oss --naam "Directeur Oss" --organisatie oss
    """
    omgeving.voor_schrijven()
    omgeving.voor_vragen("")
    source, organisation_name = (
        given.pop("lees"),
        losse_tekst("--organisatie-naam", given.pop("organisatie_naam")),
    )
    data = Groepslijst(_leertraject(omgeving))
    if source is not None:
        for number, row in enumerate(lees_tabel(source, [*velden(Deelnemer), "organisatie_naam"]), 2):
            data.zet(_row_values(row, f"{source}:{number}"), row.get("organisatie_naam"))
    else:
        if omgeving.mag_vragen and not any(value for name, value in given.items() if name != "id"):
            given, organisation_name = _ask(given["id"], data)
        given["id"] = given["id"] or _made_up(given)
        if organisation_name and not given.get("organisatie"):
            raise UsageError(
                "--organisatie-naam hoort bij --organisatie", tip="geef ook de korte naam, zoals oss"
            )
        data.zet(waarden(Deelnemer, given), organisation_name)
    saved = schrijven.change(omgeving.werkmap, data.gelezen, data.wijziging())
    print(omgeving.toon_pad(saved.bestand))
    for line in data.meldingen:
        zeg(line)
    return 0


def _leertraject(omgeving: Omgeving) -> Gelezen[Any]:
    found = omgeving.werkmap.groep()
    assert isinstance(found, Gelezen)  # voor_schrijven has seen to it
    return found


def _made_up(values: Mapping[str, Any]) -> str:
    id = slug(values.get("naam") or "")
    if not is_id(id):
        raise UsageError("ID ontbreekt: wie voegt u toe of wijzigt u")
    return id


def _ask(id: str | None, data: Groepslijst) -> tuple[Rij, str | None]:
    """The values for one person, and the name of an organisation that is new."""
    talk, fields, name = Gesprek(), velden(Deelnemer), None
    values: Rij = {}
    if not id:
        values["naam"] = talk.regel("Functie, zoals Directeur Oss", nodig=True)
    while not id or not is_id(id):
        id = talk.regel("Korte naam ervan, voor de bestanden", begin=slug(values.get("naam", "")), nodig=True)
        if not is_id(id):
            talk.zeg("gebruik kleine letters, cijfers en streepjes, zoals directeur-oss")
    values["id"] = id
    now = next((row for row in data.mensen if row.get("id") == id), {})
    for field in fields.values():
        if not field.gevraagd or field.naam in values or field.invoer is Invoer.SAMENGESTELD:
            continue
        options = data.organisatienamen if field.verwijst_naar else {}
        default = now.get(field.naam) or Deelnemer.model_fields[field.naam].default
        if field.verwijst_naar is Verwijzing.ORGANISATIE:
            value, name = _ask_organisation(talk, options, default)
        else:
            punt = Veldpunt.van(field, options)
            talk.zeg()
            talk.zeg(punt.vraag, stijl="vraag")
            value = talk.vraag(punt, default, Begeleiding(nodig=punt.verplicht))
        if value is not None:
            values[field.naam] = value
    return values, name


_NEW = "nieuw"


def _ask_organisation(
    talk: Gesprek, known: Mapping[str, str], default: str | None
) -> tuple[str | None, str | None]:
    """One of the organisations, or the short and full name of a new one."""
    talk.zeg()
    talk.zeg("Waar werkt deze persoon? Leeg is: bij geen van deze.", stijl="vraag")
    chosen = talk.kies(
        "Organisatie", {**known, _NEW: "een organisatie die er nog niet is"}, standaard=default
    )
    if chosen != _NEW:
        return chosen, None
    name = ""
    while not slug(name):
        name = talk.regel("Volledige naam van de organisatie", nodig=True)
    return slug(name.removeprefix("Gemeente ")), name


def _row_values(row: Mapping[str, str], where: str) -> Rij:
    filled = {key: value.strip() for key, value in row.items() if value and value.strip()}
    filled.pop("organisatie_naam", None)
    values: Rij = dict(filled)
    if "kenmerken" in filled:
        values["kenmerken"] = [part.strip() for part in filled["kenmerken"].split("|")]
    try:
        values["id"] = values.get("id") or _made_up(values)
        return waarden(Deelnemer, values)
    except UsageError as error:
        raise ContentError(
            f"{where}  {error.message.removeprefix('--')}", tip="er is niets bewaard"
        ) from None


_ID = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="Korte naam van de functie, zoals directeur-oss", show_default=False),
    Verwijzing.PERSOON,
]
_LEES = Annotated[
    str | None,
    typer.Option("--lees", metavar="BESTAND", help="Neem een CSV-lijst over; - is de standaardinvoer"),
    Aanbod.BESTAND,
]
_NAAM = Annotated[
    str | None,
    typer.Option(
        "--organisatie-naam", metavar="TEKST", help="De volledige naam van een organisatie die er nog niet is"
    ),
]
deelnemer = as_command(
    _deelnemer,
    [
        parameter("id", _ID),
        *parameters(Deelnemer, ("id",)),
        parameter("organisatie_naam", _NAAM),
        parameter("lees", _LEES),
    ],
    ("map", "geen_invoer", "oefenen"),
)
