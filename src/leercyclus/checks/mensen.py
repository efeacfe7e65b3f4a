"""Rules about who does what."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from leercyclus.checks.toets import Kader, Treffer, op, per_cyclus, per_stuk
from leercyclus.domain.datum import voluit
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.ids import Verwijzing
from leercyclus.domain.soorten import ADVIES, CYCLUS, INTERVISIE, OPVOLGING, ZELFANALYSE
from leercyclus.domain.voorschrift import Voorschrift

_CYCLUS = "2027-zwembad/cyclus.toml"


@per_cyclus(
    Voorschrift(
        code="LC020",
        ernst="waarschuwing",
        titel="een cyclus heeft gewoonlijk twee vraagstellers",
        melding="er staat hier {aantal}; gewoonlijk brengen twee mensen de vraag in",
        waarom="Met twee brengt niemand de vraag alleen in, en blijft er tijd over voor ieders verhaal.",
        herstel="Vraag iemand erbij, of splits de vraag. Is het zo bedoeld, zet deze code dan met een reden in [negeer].",
        bestand=_CYCLUS,
        fout='vraagstellers = ["directeur-oss"]',
        goed='vraagstellers = ["directeur-oss", "directeur-venlo"]',
    )
)
def twee_vraagstellers(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    stuk = cyclus.een(CYCLUS)
    count = len(set(stuk.record.vraagstellers)) if stuk else 0
    if stuk and count not in (0, 2):
        said = "één vraagsteller" if count == 1 else f"een lijst van {count} vraagstellers"
        yield op(stuk, "vraagstellers", aantal=said)


@per_cyclus(
    Voorschrift(
        code="LC021",
        titel="de adviseur is ook vraagsteller",
        melding="'{wie}' brengt deze vraag ook in, en kan dan niet van buiten de spiegel voorhouden",
        waarom="De adviseur kijkt van buiten. Wie de vraag zelf inbrengt, kan zichzelf geen spiegel voorhouden.",
        herstel="Vraag een andere adviseur, of een andere vraagsteller.",
        bestand=_CYCLUS,
        fout='adviseurs = ["directeur-oss"]',
        goed='adviseurs = ["adviseur"]',
    )
)
def adviseur_van_buiten(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    stuk = cyclus.een(CYCLUS)
    if stuk:
        for row, person in enumerate(stuk.record.adviseurs):
            if person in stuk.record.vraagstellers:
                yield op(stuk, "adviseurs", row, wie=person)


@per_cyclus(
    Voorschrift(
        code="LC022",
        ernst="waarschuwing",
        titel="iemand was op de dag niet in de groep",
        melding="'{wie}' hoort op {dag} niet bij de groep",
        waarom="Wie nog niet begonnen of al vertrokken is, hoort niet te horen wat er in vertrouwen gezegd wordt.",
        herstel="Haal deze persoon van de lijst, of verbeter vanaf en tot in leertraject.toml.",
        bestand="leertraject.toml",
        fout='id = "directeur-sed"\ntot = 2027-03-01',
        goed='id = "directeur-sed"\ntot = 2027-12-31',
    )
)
def actief_op_de_dag(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    day, around = cyclus.een(CYCLUS), cyclus.een(INTERVISIE)
    for stuk, fields, date in (
        (day, ("vraagstellers", "adviseurs", "deelnemers"), day.record.intervisiedag if day else None),
        (around, ("aanwezig",), around.record.datum if around else None),
    ):
        if stuk is None or date is None:
            continue
        for field in fields:
            for row, id in enumerate(getattr(stuk.record, field)):
                person = kader.mensen.get(id)
                if person and not person.is_actief(date):
                    yield op(stuk, field, row, wie=id, dag=voluit(date))


@per_stuk(
    Voorschrift(
        code="LC023",
        titel="dezelfde persoon staat er twee keer",
        melding="'{wie}' staat hier twee keer",
        waarom="Wie twee keer geteld wordt, lijkt een ander. Bij de vraagstellers ontbreekt dan vaak de tweede.",
        herstel="Haal de dubbele naam weg, of vul in wie er bedoeld was.",
        bestand=_CYCLUS,
        fout='vraagstellers = ["directeur-oss", "directeur-oss"]',
        goed='vraagstellers = ["directeur-oss", "directeur-venlo"]',
    )
)
def niemand_dubbel(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    for field in stuk.soort.velden.values():
        if field.meervoud and field.verwijst_naar is Verwijzing.PERSOON:
            people: list[str] = getattr(stuk.record, field.naam) or []
            for row, person in enumerate(people):
                if person in people[:row]:
                    yield op(stuk, field.naam, row, wie=person)


def _anderen(stuk: Gelezen[Any], field: str, allowed: Collection[str]) -> Iterator[Treffer]:
    """Those in a list who are not among the people it is for."""
    for row, person in enumerate(getattr(stuk.record, field)):
        if person not in allowed:
            yield op(stuk, field, row, wie=person)


@per_cyclus(
    Voorschrift(
        code="LC024",
        ernst="waarschuwing",
        titel="een zelfanalyse is van iemand die de vraag niet inbrengt",
        melding="'{wie}' is in deze cyclus geen vraagsteller",
        waarom="De zelfanalyse is van wie de vraag inbrengt. Deze telt niet mee voor de voortgang.",
        herstel="Verbeter door, of zet deze persoon bij de vraagstellers in cyclus.toml.",
        bestand="2027-zwembad/zelfanalyse/directeur-oss-t4m8qz.toml",
        fout='door = ["directeur-sed"]',
        goed='door = ["directeur-oss"]',
    )
)
def zelfanalyse_van_vraagsteller(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    if cyclus.een(CYCLUS):
        for stuk in cyclus.van(ZELFANALYSE):
            yield from _anderen(stuk, "door", cyclus.cyclus.vraagstellers)


@per_cyclus(
    Voorschrift(
        code="LC025",
        ernst="waarschuwing",
        titel="een antwoord op een advies is van iemand die de vraag niet inbracht",
        melding="'{wie}' is in deze cyclus geen vraagsteller",
        waarom="Alleen wie de vraag inbracht, zegt wat er met een advies gebeurt. Een ander kan dat niet beloven.",
        herstel="Verbeter door. Nam iemand de taak over, zet die persoon dan bij de vraagstellers.",
        bestand="2027-zwembad/opvolging/directeur-oss-zxgwmt.toml",
        fout='door = ["directeur-sed"]',
        goed='door = ["directeur-oss"]',
    )
)
def opvolging_van_vraagsteller(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    if cyclus.een(CYCLUS):
        for stuk in cyclus.van(OPVOLGING):
            yield from _anderen(stuk, "door", cyclus.cyclus.vraagstellers)


@per_cyclus(
    Voorschrift(
        code="LC026",
        titel="een advies is van iemand die er niet was",
        melding="'{wie}' staat niet bij de aanwezigen in intervisie.toml",
        waarom="Een advies krijgt u van wie beide stukken las en erbij was. Of de lijst van aanwezigen klopt niet.",
        herstel="Zet deze persoon bij aanwezig in intervisie.toml, of verbeter van in het advies.",
        bestand="2027-zwembad/intervisie.toml",
        fout='aanwezig = ["directeur-oss", "directeur-venlo", "adviseur"]',
        goed='aanwezig = ["directeur-oss", "directeur-venlo", "directeur-sed", "adviseur"]',
    )
)
def advies_van_aanwezige(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    day = cyclus.een(INTERVISIE)
    if day and day.record.aanwezig:
        for stuk in cyclus.van(ADVIES):
            person = stuk.record.van
            if person and person in kader.mensen and person not in day.record.aanwezig:
                yield op(stuk, "van", wie=person)


TOETSEN = (
    *(twee_vraagstellers, adviseur_van_buiten, actief_op_de_dag, niemand_dubbel),
    *(zelfanalyse_van_vraagsteller, opvolging_van_vraagsteller, advies_van_aanwezige),
)
