"""What a group chose not to hear of, each with a reason, and whether that choice holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.gelezen import Groepsmap
from leercyclus.domain.ids import suggestion
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.voorschrift import Voorschrift

ZONDER_EFFECT = Voorschrift(
    code="LC090",
    ernst="waarschuwing",
    titel="er wordt iets genegeerd dat er niet is",
    melding="er is niets gevonden met deze code; deze regel kan weg",
    waarom="Een regel die niets meer doet, verbergt later ongemerkt iets nieuws.",
    herstel="Haal de regel weg uit [negeer] in leertraject.toml.",
    bestand="leertraject.toml",
    fout='[negeer]\nLC024 = "onze voorzitter schreef mee"\n\n[termijnen]',
    goed="[termijnen]",
    negeerbaar=False,
)
KAN_NIET = Voorschrift(
    code="LC091",
    titel="dit kan niet genegeerd worden",
    melding="{wat}",
    waarom="Wat niet te lezen is of in vertrouwen gezegd werd, mag niet uit beeld raken. En zonder reden weet over "
    "een jaar niemand meer waarom.",
    herstel="Verhelp de bevinding zelf, verbeter de code, of schrijf de reden erbij.",
    bestand="leertraject.toml",
    fout='[negeer]\nLC001 = "komt later"\n\n[termijnen]',
    goed="[termijnen]",
    negeerbaar=False,
)
VOORSCHRIFTEN = (ZONDER_EFFECT, KAN_NIET)


def genegeerd(naast: Groepsmap, voorschriften: Mapping[str, Voorschrift]) -> frozenset[str]:
    """The codes that are ignored: known, allowed, and with a reason."""
    return frozenset(
        code for code, reden in _keuzes(naast).items() if not _bezwaar(code, reden, voorschriften)
    )


def over_negeren(
    naast: Groepsmap, voorschriften: Mapping[str, Voorschrift], gevonden: Collection[str]
) -> Iterator[Bevinding]:
    """What is wrong with the choices themselves; ``gevonden`` are the codes that were found."""
    if naast.groep is None:
        return
    for code, reden in _keuzes(naast).items():
        if objection := _bezwaar(code, reden, voorschriften):
            meant = None if code in voorschriften else suggestion(code, voorschriften)
            fault = KAN_NIET.gebrek("negeer", code, wat=objection, tip=meant, sleutel=True)
            yield naast.groep.document.bevinding(fault)
        elif code not in gevonden:
            yield naast.groep.document.bevinding(ZONDER_EFFECT.gebrek("negeer", code, sleutel=True))


def _keuzes(naast: Groepsmap) -> Mapping[str, str]:
    return (naast.groep.record.negeer if naast.groep else None) or {}


def _bezwaar(code: str, reden: str, voorschriften: Mapping[str, Voorschrift]) -> str | None:
    if code not in voorschriften:
        return f"er is geen code '{code}'"
    if not voorschriften[code].negeerbaar:
        return f"'{code}' kan niet genegeerd worden"
    return None if is_gevuld(reden) else "hier ontbreekt de reden"
