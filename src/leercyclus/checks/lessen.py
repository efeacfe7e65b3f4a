"""Rules about lessons: that they come back as a question, and who may read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from leercyclus.checks.toets import Kader, Treffer, op, per_cyclus, per_groep, per_stuk
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Groepsmap
from leercyclus.domain.les import Les
from leercyclus.domain.openbaarheid import Instemming, Openbaarmaking
from leercyclus.domain.soorten import GROEPSLES, LES
from leercyclus.domain.tekst import opsomming
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


@per_cyclus(
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
def openbaar_met_toestemming(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    if any(_is_openbaar(les) for les in cyclus.van(LES)):
        yield from _zonder_toestemming(kader.instemming, kader.instemming.in_cyclus(cyclus))


@per_groep(openbaar_met_toestemming.voorschrift)
def groepsles_met_toestemming(naast: Groepsmap, kader: Kader) -> Iterator[Treffer]:
    yield from _zonder_toestemming(kader.instemming, kader.instemming.in_groep(naast.van(GROEPSLES)))


def _is_openbaar(les: Gelezen[Les]) -> bool:
    return les.record.zichtbaar == "openbaar"


def _zonder_toestemming(instemming: Instemming, found: Iterable[Openbaarmaking]) -> Iterator[Treffer]:
    """Not judged when consents may lie elsewhere."""
    for item in found if instemming.volledig else ():
        if item.nooit_gegeven:
            yield op(item.les, "zichtbaar", wie=opsomming(list(item.nooit_gegeven)))


@per_cyclus(
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
def openbaar_zonder_intrekking(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    if any(_is_openbaar(les) for les in cyclus.van(LES)):
        yield from _na_intrekking(kader.instemming.in_cyclus(cyclus))


@per_groep(openbaar_zonder_intrekking.voorschrift)
def groepsles_zonder_intrekking(naast: Groepsmap, kader: Kader) -> Iterator[Treffer]:
    yield from _na_intrekking(kader.instemming.in_groep(naast.van(GROEPSLES)))


def _na_intrekking(found: Iterable[Openbaarmaking]) -> Iterator[Treffer]:
    for item in found:
        if item.ingetrokken:
            yield op(item.les, "zichtbaar", wie=opsomming(list(item.ingetrokken)))


TOETSEN = (
    *(les_met_vraag, vraag_met_opties),
    *(openbaar_met_toestemming, groepsles_met_toestemming),
    *(openbaar_zonder_intrekking, groepsles_zonder_intrekking),
)
