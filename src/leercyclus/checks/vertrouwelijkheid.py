"""Rules about what was said in safety."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from leercyclus.checks.toets import Kader, Treffer, op, per_cyclus, per_groep, per_stuk
from leercyclus.domain.bewaartermijn import Verlopen, verlopen_mensen, verlopen_stukken
from leercyclus.domain.datum import voluit
from leercyclus.domain.gelezen import CyclusMap, Gelezen, Groepsmap
from leercyclus.domain.soorten import INTERVIEW
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.voorschrift import Voorschrift

_INTERVIEW = "2027-zwembad/interviews/extern-gzh6m5.toml"

_CAPITAL = r"[A-ZÀ-Ý][a-zà-ÿ]+"
#: What Dutch surnames have between first name and surname.
_BETWEEN = r"(?:\s(?:van|de|der|den|het|ter|ten|te|in|’t|'t|el|al|op))*"
_NAME = re.compile(rf"\b({_CAPITAL}){_BETWEEN}\s{_CAPITAL}\b")
_INITIALS = re.compile(rf"\b(?:[A-Z]\.\s?)+{_BETWEEN}\s?{_CAPITAL}\b")
_TITLE = re.compile(
    rf"\b(?:dhr|mevr|mw|mevrouw|meneer|(?:de )?heer)\.?\s(?:[a-z’']+\s)*(?:[A-Z]\.\s?)*{_CAPITAL}", re.I
)
#: How the name of a role or a body ends: what starts so is no first name.
_ROLE = re.compile(
    r"(?:leider|lid|hoofd|manager|directeur|voorzitter|wethouder|burgemeester|secretaris|griffier|adviseur"
    r"|ambtenaar|medewerker|bewoner|inwoner|ondernemer|coördinator|bestuurder|raad|directie|team|gemeente"
    r"|stichting|vereniging|provincie|regio|waterschap|eigenaar|ouder|planner|controller|arts|docent|rector"
    r"|gedeputeerde|commissaris|minister|college|afdeling|huis|school|dienst|groep|bestuur|partij|stad|dorp)$",
    re.IGNORECASE,
)


def is_naam(text: str) -> bool:
    """Whether a text seems to name a person rather than a role. A guess: it is a warning, never more."""
    if _INITIALS.search(text) or _TITLE.search(text):
        return True
    return any(not _ROLE.search(match[1]) for match in _NAME.finditer(text))


@per_stuk(
    Voorschrift(
        code="LC050",
        ernst="waarschuwing",
        titel="hier lijkt een naam te staan",
        melding="hier lijkt een naam te staan; noem de functie of rol",
        waarom="Wie met de adviseur sprak, moet dat vrij kunnen doen. Git bewaart een naam ook als u hem later weghaalt.",
        herstel="Schrijf de functie of rol, zoals: bestuurslid van de zwemvereniging.",
        bestand=_INTERVIEW,
        fout='gesprekspartner = "mevrouw De Zwemmer"',
        goed='gesprekspartner = "bestuurslid van de zwemvereniging"',
    )
)
def rol_in_plaats_van_naam(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    if stuk.soort is INTERVIEW and is_naam(stuk.record.gesprekspartner or ""):
        yield op(stuk, "gesprekspartner")


@per_stuk(
    Voorschrift(
        code="LC051",
        titel="een verslag dat bij de adviseur zou blijven",
        melding="dit verslag zou bij de adviseur blijven, maar de tekst staat hier",
        waarom="Met verslag_bij is afgesproken dat alleen de adviseur de tekst heeft. Hier leest ieder die de map heeft mee.",
        herstel="Haal de tekst weg. Is het bestand al gedeeld, dan houdt git de oude versie: overleg met de adviseur.",
        bestand=_INTERVIEW,
        fout='verslag = "Hij wil meerekenen."\nverslag_bij = "adviseur"',
        goed='verslag_bij = "adviseur"',
        negeerbaar=False,
    )
)
def verslag_bij_de_adviseur(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    if stuk.soort is INTERVIEW and stuk.record.verslag_bij == "adviseur" and is_gevuld(stuk.record.verslag):
        yield op(stuk, "verslag")


@per_groep(
    Voorschrift(
        code="LC052",
        ernst="waarschuwing",
        titel="iedereen op deze computer kan meelezen",
        melding="iedereen met een account op deze computer kan dit leertraject lezen",
        waarom="Wat in vertrouwen gezegd is, hoort niet open te staan voor wie toevallig ook op deze computer werkt.",
        herstel="Neem anderen het recht op de map af, met: chmod o= MAP. Of zet haar in een map die van u alleen is.",
        bestand="leertraject.toml",
        fout="# de map is leesbaar voor iedereen",
        goed="# de map is alleen leesbaar voor u en uw groep",
    )
)
def niet_voor_iedereen_leesbaar(naast: Groepsmap, kader: Kader) -> Iterator[Treffer]:
    if kader.leesbaar_voor_iedereen and naast.groep and not kader.groep.voorbeeld:
        yield op(naast.groep)


@per_cyclus(
    Voorschrift(
        code="LC053",
        ernst="waarschuwing",
        titel="langer bewaard dan afgesproken",
        melding="dit zou tot {dag} bewaard worden, en staat er nog",
        waarom="De groep sprak in [bewaren] af hoe lang elk soort stuk blijft. Wie vrij sprak, rekent daarop.",
        herstel="Bekijk alles wat weg mag met: leercyclus bewaartermijn. Of verleng de termijn in leertraject.toml.",
        bestand="leertraject.toml",
        fout="[bewaren]\ninterview = 30",
        goed="[bewaren]\ninterview = 3650",
    )
)
def niet_langer_dan_afgesproken(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    terms = kader.groep.bewaren
    if terms.model_fields_set:
        yield from _te_lang(
            verlopen_stukken(terms, cyclus.records, kader.vandaag, cyclus.cyclus.intervisiedag)
        )


@per_groep(niet_langer_dan_afgesproken.voorschrift)
def naast_cycli_niet_langer(naast: Groepsmap, kader: Kader) -> Iterator[Treffer]:
    if naast.groep:
        yield from _te_lang(verlopen_mensen(naast.groep, kader.vandaag))
        yield from _te_lang(verlopen_stukken(kader.groep.bewaren, naast.stukken, kader.vandaag))


def _te_lang(found: Iterable[Verlopen]) -> Iterator[Treffer]:
    for item in found:
        yield op(item.stuk, *item.pad, dag=voluit(item.dag))


TOETSEN = (
    rol_in_plaats_van_naam,
    verslag_bij_de_adviseur,
    niet_voor_iedereen_leesbaar,
    niet_langer_dan_afgesproken,
    naast_cycli_niet_langer,
)
