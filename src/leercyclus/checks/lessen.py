"""Rules about lessons: that they come back as a question, and who may read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from leercyclus.checks.toets import Kader, Treffer, op, per_groep, per_stuk
from leercyclus.domain.bibliotheek import GROEP
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Inhoud
from leercyclus.domain.les import Les
from leercyclus.domain.soorten import GROEPSLES, INTERVISIE, LES, TOESTEMMING
from leercyclus.domain.tekst import opsomming
from leercyclus.domain.toestemming import ALLE, Toestemming
from leercyclus.domain.voorschrift import Voorschrift

_LES = "2027-zwembad/lessen/wie-rekent.toml"


@per_stuk(
    Voorschrift(
        code="LC040",
        ernst="waarschuwing",
        titel="een les zonder vraag",
        melding="deze les heeft geen vraag voor wie na u komt",
        waarom="Een les komt terug als vraag in een volgende cyclus. Zonder eigen vraag stelt leercyclus een algemene.",
        herstel="Voeg een vraag toe met: leercyclus les CYCLUS LES --reflectievraag.",
        bestand=_LES,
        fout="vragen = []",
        goed='[[vragen]]\nid = "meerekenen"\nvraag = "Wie rekent er bij u mee?"\nsoort = "tekst"',
    )
)
def les_met_vraag(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    record = stuk.record
    if isinstance(record, Les) and record.is_definitief and not record.vragen and not record.herkomst:
        yield op(stuk)


@per_stuk(
    Voorschrift(
        code="LC043",
        ernst="waarschuwing",
        titel="een vraag mist waaruit gekozen wordt",
        melding="deze vraag is een {soort} zonder {wat}, en wordt als gewone tekst gesteld",
        waarom="Een keuze heeft mogelijkheden nodig, en een lijst kolommen.",
        herstel='Vul opties of kolommen in, of maak er soort = "tekst" van.',
        bestand=_LES,
        fout='soort = "keuze"',
        goed='soort = "tekst"',
    )
)
def vraag_met_opties(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    if isinstance(stuk.record, Les):
        for row, vraag in enumerate(stuk.record.vragen):
            if vraag.vorm != vraag.soort:
                lacks = "opties" if vraag.soort == "keuze" else "kolommen"
                yield op(stuk, "vragen", row, "soort", soort=vraag.soort, wat=lacks)


def _openbaar(inhoud: Inhoud, kader: Kader) -> Iterator[tuple[Gelezen[Les], str, list[str]]]:
    """Every public lesson with its full name and those whose story it tells."""
    for les in inhoud.van(GROEPSLES):
        yield les, f"{GROEP}/{les.id}", kader.groep.met_rol("deelnemer", kader.vandaag)
    for cyclus in inhoud.cycli:
        for les in cyclus.van(LES):
            yield les, f"{cyclus.id}/{les.id}", _betrokkenen(cyclus, kader)


def _betrokkenen(cyclus: CyclusMap, kader: Kader) -> list[str]:
    """Who brought the question and who spoke on the day; not those who help from outside."""
    day = cyclus.een(INTERVISIE)
    around = day.record.aanwezig if day and day.record.aanwezig else cyclus.cyclus.deelnemers
    people = dict.fromkeys([*cyclus.cyclus.vraagstellers, *around])
    members = {person.id for person in kader.groep.deelnemers if person.rol == "deelnemer"}
    return [person for person in people if person in members]


def _gaf(toestemming: Toestemming, naam: str) -> bool:
    return ALLE in toestemming.lessen or naam in toestemming.lessen


def _zonder(
    inhoud: Inhoud, kader: Kader, *, ingetrokken: bool
) -> Iterator[tuple[Gelezen[Les], Iterable[str]]]:
    """Public lessons with the people who never consented, or who withdrew."""
    consent = {stuk.id: stuk.record for stuk in inhoud.van(TOESTEMMING)}
    given = {id for id, item in consent.items() if not item.is_ingetrokken(kader.vandaag)}
    for les, naam, people in _openbaar(inhoud, kader):
        if not (les.record.is_definitief and les.record.zichtbaar == "openbaar"):
            continue
        agreed = {person for person in people if person in consent and _gaf(consent[person], naam)}
        lacking = agreed - given if ingetrokken else set(people) - agreed
        if lacking:
            yield les, [person for person in people if person in lacking]


@per_groep(
    Voorschrift(
        code="LC041",
        titel="een openbare les zonder toestemming",
        melding="deze les is openbaar, maar nog zonder toestemming van {wie}",
        waarom="Een les vertelt het verhaal van wie erbij waren. Zij beslissen zelf of dat buiten de groep gelezen wordt.",
        herstel='Vraag toestemming en leg die vast in de map toestemming, of zet zichtbaar op "groep".',
        bestand="toestemming/directeur-sed.toml",
        fout='lessen = ["ingebouwd/veiligheid"]',
        goed='lessen = ["alle"]',
        negeerbaar=False,
    )
)
def openbaar_met_toestemming(inhoud: Inhoud, kader: Kader) -> Iterator[Treffer]:
    for les, people in _zonder(inhoud, kader, ingetrokken=False):
        yield op(les, "zichtbaar", wie=opsomming(list(people)))


@per_groep(
    Voorschrift(
        code="LC042",
        titel="een openbare les waarvoor iemand de toestemming introk",
        melding="deze les is openbaar, maar {wie} trok de toestemming in",
        waarom="Wie eerst ja zei, mag later nee zeggen. Vanaf dat moment hoort de les weer alleen bij de groep.",
        herstel='Zet zichtbaar op "groep". Wat al verspreid is, haalt u daarmee niet terug: spreek erover met wie het betreft.',
        bestand="toestemming/directeur-sed.toml",
        fout="naam_noemen = false\ningetrokken = 2027-09-01",
        goed="naam_noemen = false",
        negeerbaar=False,
    )
)
def openbaar_zonder_intrekking(inhoud: Inhoud, kader: Kader) -> Iterator[Treffer]:
    for les, people in _zonder(inhoud, kader, ingetrokken=True):
        yield op(les, "zichtbaar", wie=opsomming(list(people)))


TOETSEN = (les_met_vraag, vraag_met_opties, openbaar_met_toestemming, openbaar_zonder_intrekking)
