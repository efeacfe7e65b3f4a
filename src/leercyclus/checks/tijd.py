"""Rules about days, terms and what was agreed about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from leercyclus.checks.toets import Kader, Treffer, op, per_cyclus, per_stuk
from leercyclus.domain.cyclusfeiten import cyclus_feiten, groep_feiten, notities
from leercyclus.domain.datum import lang, shift, voluit
from leercyclus.domain.fasen import progress
from leercyclus.domain.gelezen import CyclusMap, Gelezen
from leercyclus.domain.soorten import CYCLUS, INTERVISIE, OPVOLGING, VERSPREIDING
from leercyclus.domain.veld import is_gevuld
from leercyclus.domain.verspreiding import Verspreiding
from leercyclus.domain.voorschrift import Voorschrift

_CYCLUS = "2027-zwembad/cyclus.toml"
_VERSPREIDING = "2027-zwembad/verspreiding/coordinator-sj7f50.toml"


def _verzonden(cyclus: CyclusMap) -> list[Gelezen[Verspreiding]]:
    """The sendings of which the day is known, the first one first."""
    sent = [stuk for stuk in cyclus.van(VERSPREIDING) if stuk.record.datum]
    return sorted(sent, key=lambda stuk: (stuk.record.datum or dt.date.min, stuk.id))


def _eerste_keer(cyclus: CyclusMap) -> Iterator[tuple[Gelezen[Verspreiding], dt.date]]:
    """The sendings that brought somebody the first papers, and their day."""
    got: set[str] = set()
    for stuk in _verzonden(cyclus):
        if stuk.record.datum and not got.issuperset(stuk.record.aan):
            yield stuk, stuk.record.datum
        got.update(stuk.record.aan)


@per_cyclus(
    Voorschrift(
        code="LC030",
        ernst="waarschuwing",
        titel="de dag was er al toen de stukken weggingen",
        melding="de stukken gingen op {datum} weg, en de intervisiedag was {dag}",
        waarom="Wie de stukken niet kon lezen, kan niet adviseren. Ze tellen daarom niet als verstuurd.",
        herstel="Verbeter de datum als die niet klopt. Anders legt u vast waarom: leercyclus vraag CYCLUS --sla-over verspreiding.",
        bestand=_VERSPREIDING,
        fout="datum = 2027-04-15",
        goed="datum = 2027-03-25",
    )
)
def verzonden_voor_de_dag(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    day = cyclus.cyclus.intervisiedag
    for stuk, date in _eerste_keer(cyclus):
        if day and date >= day and "verspreiding" not in (cyclus.cyclus.overgeslagen or {}):
            yield op(stuk, "datum", datum=voluit(date), dag=voluit(day))


@per_cyclus(
    Voorschrift(
        code="LC031",
        ernst="waarschuwing",
        titel="de stukken gingen later weg dan afgesproken",
        melding="de stukken gingen op {datum} weg; de termijn was {termijn}",
        waarom="Deelnemers hebben twee tot drie weken nodig om beide stukken te lezen en er een nacht over te slapen.",
        herstel="Hier is niets meer aan te doen. Plan de volgende keer ruimer, of pas [termijnen] in leertraject.toml aan.",
        bestand=_VERSPREIDING,
        fout="datum = 2027-04-09",
        goed="datum = 2027-03-25",
    )
)
def verzonden_binnen_de_termijn(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    day = cyclus.cyclus.intervisiedag
    deadline = shift(day, kader.groep.termijnen.verspreiding) if day else None
    for stuk, date in _eerste_keer(cyclus):
        if day and deadline and deadline < date < day:
            yield op(stuk, "datum", datum=voluit(date), termijn=voluit(deadline))


@per_cyclus(
    Voorschrift(
        code="LC032",
        ernst="waarschuwing",
        titel="een stuk is gewijzigd nadat het verstuurd was",
        melding="'{bestand}' is gewijzigd nadat het op {datum} verstuurd werd",
        waarom="De deelnemers lazen iets anders dan er nu staat. Voor de dag moet het dan opnieuw rond.",
        herstel="Stuur het opnieuw en leg dat vast met leercyclus verspreid CYCLUS, of zet de oude tekst terug.",
        bestand="2027-zwembad/gespreksnotitie.toml",
        fout='spiegel = "U vraagt om vertrouwen."',
        goed='spiegel = "U vraagt om vertrouwen en houdt de cijfers dicht."',
    )
)
def verzonden_zoals_het_is(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    """What each recipient got last is what the note says now."""
    now, sent = notities(cyclus), {stuk.id: stuk for stuk in _verzonden(cyclus)}
    last = {
        (person, paper.bestand): (stuk.id, row)
        for stuk in sent.values()
        for row, paper in enumerate(stuk.record.stukken)
        for person in stuk.record.aan
    }
    for id, row in dict.fromkeys(last.values()):
        stuk = sent[id]
        paper = stuk.record.stukken[row]
        if now.get(paper.bestand, paper.vingerafdruk) != paper.vingerafdruk and stuk.record.datum:
            yield op(stuk, "stukken", row, bestand=paper.bestand, datum=voluit(stuk.record.datum))


@per_cyclus(
    Voorschrift(
        code="LC033",
        ernst="waarschuwing",
        titel="een verstuurd stuk is er niet meer",
        melding="'{bestand}' is verstuurd, maar ligt niet in deze cyclus",
        waarom="Wat de deelnemers lazen, is niet meer na te lezen.",
        herstel="Haal het stuk terug uit git, of verbeter het pad.",
        bestand=_VERSPREIDING,
        fout='bestand = "gesprek.toml"',
        goed='bestand = "gespreksnotitie.toml"',
    )
)
def verzonden_stuk_is_er(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    there = {stuk.soort.bestand(stuk.id) for stuk in cyclus.records}
    unreadable = {problem.bestand.removeprefix(f"{cyclus.id}/") for problem in cyclus.problemen}
    for stuk in cyclus.van(VERSPREIDING):
        for row, paper in enumerate(stuk.record.stukken):
            if paper.bestand not in there | unreadable and not paper.bestand.startswith("bijlagen/"):
                yield op(stuk, "stukken", row, "bestand", bestand=paper.bestand)


@per_cyclus(
    Voorschrift(
        code="LC034",
        ernst="waarschuwing",
        titel="de dag is op een andere datum vastgelegd",
        melding="volgens cyclus.toml was de dag op {dag}",
        waarom="Alle termijnen worden geteld vanaf de dag in cyclus.toml. Klopt die niet, dan kloppen ze allemaal niet.",
        herstel="Verbeter de datum hier, of verplaats de dag met: leercyclus vraag CYCLUS --dag JJJJ-MM-DD.",
        bestand="2027-zwembad/intervisie.toml",
        fout="datum = 2027-04-16",
        goed="datum = 2027-04-15",
    )
)
def dag_op_de_dag(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    day, held = cyclus.cyclus.intervisiedag, cyclus.een(INTERVISIE)
    if held and day and held.record.datum and held.record.datum != day:
        yield op(held, "datum", dag=voluit(day))


@per_cyclus(
    Voorschrift(
        code="LC035",
        ernst="waarschuwing",
        titel="een fase is ongemerkt overgeslagen",
        melding="de dag is geweest, maar de fase {fase} is niet af en niet overgeslagen",
        waarom="Wie later leest, weet niet of iets vergeten is of bewust niet gedaan. Uit beide valt te leren.",
        herstel="Maak de fase alsnog af, of leg vast waarom niet met --sla-over en --reden.",
        bestand="2027-zwembad/zelfanalyse/directeur-oss-t4m8qz.toml",
        fout='stand = "concept"',
        goed='stand = "definitief"',
    )
)
def fase_voor_de_dag_af(cyclus: CyclusMap, kader: Kader) -> Iterator[Treffer]:
    stuk, held = cyclus.een(CYCLUS), cyclus.een(INTERVISIE)
    if not (stuk and held and held.record.is_definitief):
        return
    day = cyclus.cyclus.intervisiedag
    after = (day and shift(day, 1)) or dt.date.max
    facts = cyclus_feiten(cyclus, groep_feiten(kader.groep, after))
    for phase in progress(facts, after).fasen:
        if phase.fase == "intervisie":
            return
        if phase.stand in ("open", "concept"):
            command = f"leercyclus vraag {cyclus.id} --sla-over {phase.fase} --reden …"
            yield op(stuk, fase=phase.fase, tip=f"leg vast waarom met: {command}")


@per_stuk(
    Voorschrift(
        code="LC036",
        ernst="waarschuwing",
        titel="er staat niet bij waarom",
        melding="hier staat geen reden bij",
        waarom="Waarom een cyclus werd uitgesteld, verviel of een fase oversloeg, is zelf iets om van te leren.",
        herstel="Schrijf de reden erbij, al is het één zin.",
        bestand=_CYCLUS,
        fout='verloop = "uitgesteld"',
        goed='verloop = "loopt"',
    )
)
def met_reden(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    if stuk.soort is CYCLUS:
        if stuk.record.verloop != "loopt" and not is_gevuld(stuk.record.reden):
            yield op(stuk, "verloop")
        for fase, reden in (stuk.record.overgeslagen or {}).items():
            if not is_gevuld(reden):
                yield op(stuk, "overgeslagen", fase)


@per_stuk(
    Voorschrift(
        code="LC037",
        ernst="waarschuwing",
        titel="een actie is over haar datum heen",
        melding="de actie zou {dag} klaar zijn; er staat nog niet wat ervan werd",
        waarom="De groep leert het meest van wat er van een advies geworden is, ook als het anders liep.",
        herstel="Schrijf op wat ervan werd met: leercyclus opvolging CYCLUS. Duurt het langer, verzet dan uiterlijk.",
        bestand="2027-zwembad/opvolging/directeur-oss-zxgwmt.toml",
        fout='uitkomst = ""',
        goed='uitkomst = "Samen gerekend; het besluit bleef staan, het gesprek niet."',
    )
)
def actie_met_uitkomst(stuk: Gelezen[Any], kader: Kader) -> Iterator[Treffer]:
    if stuk.soort is OPVOLGING and stuk.record.wacht_op_uitkomst and is_gevuld(stuk.record.actie):
        day = stuk.record.uiterlijk
        if day and day < kader.vandaag:
            yield op(stuk, "uiterlijk", dag=lang(day))


TOETSEN = (
    *(verzonden_voor_de_dag, verzonden_binnen_de_termijn, verzonden_zoals_het_is, verzonden_stuk_is_er),
    *(dag_op_de_dag, fase_voor_de_dag_af, met_reden, actie_met_uitkomst),
)
