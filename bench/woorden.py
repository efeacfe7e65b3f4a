"""The words of which the made leertrajecten consist. Made up: nobody said or wrote any of this.

A sentence is a template: ``{wie}`` becomes one of the words in ``WOORDEN["wie"]``, and so on. Words
that can stand in one place have the same number and an article of their own, so that any combination
is a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Halves of place names that do not exist.
VOORVOEGSELS = ("Linder", "Hazel", "Elzen", "Molen", "Berken", "Wilgen", "Vloed", "Duin", "Rijs", "Kranen")
ACHTERVOEGSELS = ("meer", "veld", "dijk", "broek", "horst", "laar", "hoven", "gaard")
#: A kind of organisation, and what one is called.
ORGANISATIES = (
    ("gemeente", "Gemeente {}"),
    ("waterschap", "Waterschap {}"),
    ("omgevingsdienst", "Omgevingsdienst {}"),
    ("gemeente", "Gemeente {}"),
    ("veiligheidsregio", "Veiligheidsregio {}"),
    ("ambtelijke fusie", "Werkorganisatie {}"),
    ("gemeenschappelijke regeling", "Gemeenschappelijke regeling {}"),
)
FUNCTIES = ("directeur", "adjunct-directeur", "concerndirecteur")
THEMAS = ("leren-te-leren", "organisatieontwikkeling", "regionale-samenwerking")
KENMERKEN = ("jonge fusie", "drie besturen", "dorpen", "centrumstad", "krimp", "groei", "losse netwerken")
INTERN = ("teamleider", "controller", "beleidsmedewerker", "griffier", "bestuurssecretaris", "jurist")
EXTERN = (
    "bestuurslid van een sportvereniging",
    "directeur van een zorginstelling",
    "bewoner van een van de dorpen",
    "teamleider van een woningcorporatie",
    "ondernemer uit de binnenstad",
)
ELDERS = (
    "oud-projectleider van een proef in een andere regio",
    "directeur van een organisatie die dit eerder deed",
    "programmamanager bij een provincie",
)
BESTUREN = ("college van burgemeester en wethouders", "dagelijks bestuur", "algemeen bestuur", "stuurgroep")

WOORDEN: Mapping[str, tuple[str, ...]] = {
    "wie": (
        *("de wethouder", "de griffier", "de controller", "de teamleider", "de raad", "het college"),
        *("de gebiedsmanager", "het projectteam", "de ondernemingsraad", "de afdeling financiën"),
        *("de directie", "het dagelijks bestuur", "de programmamanager", "de dorpsraad", "de balie"),
        *("de omgevingsdienst", "de woningcorporatie", "de wijkverpleegkundige", "de buurgemeente"),
    ),
    "wat": (
        *("de begroting", "het plan voor de jeugdhulp", "de nieuwe omgevingsvisie", "het zaaksysteem"),
        *("de samenvoeging van de teams", "het afvalbeleid", "de bezuiniging", "het vergunningenproces"),
        *("de verhuizing van de werkplaats", "het plan voor de dijk", "de regeling voor de mantelzorg"),
        *("het onderhoud van de wegen", "de opvang van nieuwkomers", "het gebiedsprogramma"),
        *("de verdeling van de taken", "het wijkbudget", "de aanbesteding van het vervoer"),
    ),
    "wanneer": (
        *("vlak voor de zomer", "na de verkiezingen", "in de eerste maand", "toen het al vastlag"),
        *("pas op het laatste moment", "bij de tweede ronde", "halverwege het jaar", "op de gang"),
        *("tijdens de heidag", "in het voorjaar", "na een half jaar", "voor de eerste keer"),
    ),
    "waar": (
        *("aan de vergadertafel", "in de wijk", "op de werkvloer", "in het dorpshuis", "in de raadszaal"),
        *("bij de koffie", "in het regio-overleg", "aan de balie", "op het gemeentehuis", "in de werkplaats"),
    ),
    "hoe": (
        *("zonder dat iemand het hardop zei", "met de beste bedoelingen", "sneller dan wij dachten"),
        *("omdat niemand het durfde te vragen", "en dat viel tegen", "en daar bleef het bij"),
        *("met meer steun dan verwacht", "tot ieders verrassing", "en dat kostte vertrouwen"),
    ),
    "doe": (
        *("nodig {wie} uit", "leg {wat} een maand stil", "vraag {wie} om het eerste woord"),
        *("schrijf op wat u niet weet", "ga een dag mee {waar}", "begin met het kleinste deel"),
        *("maak één mens verantwoordelijk", "zeg eerlijk wat er niet kan", "reken {wat} samen door"),
    ),
    "onderwerp": (
        *("Jeugdhulp dichter bij huis", "Een nieuw zaaksysteem", "Minder regels aan de balie"),
        *("Samen één werkplaats", "Wonen in de kern", "De dijk en het dorp", "Zorg voor mantelzorgers"),
        *("Vergunningen op tijd", "Vuurwerk en feest", "Groen onderhoud door bewoners", "Werken in de wijk"),
        *("Een raad op afstand", "Dienstverlening na de fusie", "Vervoer op maat", "Afval apart"),
        *("Opvang met draagvlak", "Geld voor de buurt", "Een dak boven de sport", "Schoon water samen"),
        *("Van afdeling naar opgave", "Jong personeel houden", "De agenda van de regio"),
    ),
}

#: Sentences for each kind of text.
ZINNEN: Mapping[str, tuple[str, ...]] = {
    "verhaal": (
        "{wie} hoorde {wanneer} dat {wat} anders zou lopen, {hoe}.",
        "Toen {wat} ter sprake kwam, keek iedereen naar {wie}.",
        "Wij spraken {wanneer} met {wie}, maar vroegen niet door.",
        "Het begon {waar}, met een vraag van {wie} over {wat}.",
        "{wie} wilde vooral rust, en {wie} vooral tempo.",
        "Over {wat} waren {wie} en {wie} het {wanneer} eens, {hoe}.",
        "Er lag een besluit over {wat}, alleen wist {wie} daar niets van.",
        "Daarna ging het werk aan {wat} gewoon door, {hoe}.",
        "{wanneer} bleek dat {wie} er heel anders naar keek.",
        "Wie {waar} rondvraagt, hoort een ander verhaal dan van {wie}.",
        "Dat lieten wij liggen, omdat {wat} meer aandacht vroeg.",
        "{wie} zei toen dat {wat} nooit de bedoeling was geweest.",
    ),
    "ik": (
        "Ik heb {wie} te lang laten wachten op een antwoord over {wat}.",
        "Ik wist {wanneer} al dat {wat} zou schuiven, en ik zei het niet.",
        "Mijn eerste gedachte was dat {wie} het wel zou oplossen.",
        "Ik stelde {waar} een vraag waarop ik het antwoord al had.",
        "Achteraf had ik {wie} moeten bellen voordat {wat} naar buiten ging.",
        "Ik verdedigde {wat}, terwijl ik zelf twijfelde.",
        "Voor mij ging het om {wat}, voor {wie} om het gezicht.",
        "Ik heb er {wanneer} met niemand over gesproken, {hoe}.",
    ),
    "spiegel": (
        "U noemt {wat} een gezamenlijk besluit, en {wie} herkent dat niet.",
        "U vraagt om vertrouwen van {wie} en houdt {wat} zelf in de hand.",
        "Wie u {waar} hoort, denkt dat het over {wat} gaat. Het gaat over tempo.",
        "Van {wie} hoorde ik dat u vooral komt als er iets mis is.",
        "U beschrijft {wie} als tegenstander; die vraagt al een jaar om een gesprek.",
        "Beiden wacht u op {wie}, en {wie} wacht op u.",
        "Het woord {waar} is: eerst zien. Dat is geen onwil.",
        "U hebt {wat} beschermd, ook tegen wie had kunnen helpen.",
    ),
    "advies": (
        "{doe}, nog voordat {wat} naar {wie} gaat.",
        "{doe}, en kom er {wanneer} op terug.",
        "Ik zou {wie} laten vertellen wat {wat} in de praktijk doet.",
        "Laat {wat} een keer door {wie} uitleggen, {waar}.",
        "Maak het kleiner: kies één straat, één team of één maand.",
        "Vraag niet of {wie} meedoet, vraag wat {wie} nodig heeft.",
        "{doe}. Dan weet u binnen een maand of {wat} werkt.",
        "Wacht niet op {wie}; {doe}.",
    ),
    "ervaring": (
        "Bij ons liep {wat} vast omdat {wie} het {wanneer} pas hoorde.",
        "Wij deden het eerst zonder {wie}, {hoe}.",
        "Ik heb dat zelf {wanneer} geprobeerd met {wat}, {hoe}.",
        "Pas toen {wie} {waar} mee kwam kijken, kwam er beweging in.",
    ),
    "afspraak": (
        "Wat {waar} gezegd is, blijft onder ons.",
        "Over {wie} vertellen wij buiten deze groep niets na.",
        "Ieder vertelt het eigen bestuur over {wat}, zonder te zeggen wie wat zei.",
    ),
    "uitkomst": (
        "{wie} zat er {wanneer} voor het eerst bij, {hoe}.",
        "Het kostte tijd, en {wat} is er beter van geworden.",
        "Het is er nog niet van gekomen, omdat {wat} voorging.",
        "Er is {waar} een proef gedaan, {hoe}.",
    ),
    "vraag": (
        "Hoe zorgen wij dat {wie} meedenkt over {wat} voordat het vastligt?",
        "Wat is er nodig om {wat} aan {wie} over te laten zonder weg te kijken?",
        "Hoe praten wij {waar} over {wat} als {wie} het liever niet hoort?",
        "Wie beslist er over {wat} als {wie} en {wie} het oneens zijn?",
        "Hoe houden wij {wat} gaande als {wie} een andere kant op wil?",
    ),
    "les": (
        "Vraag {wie} mee voordat {wat} vastligt",
        "Laat {wie} eerst kijken {waar}",
        "Wie rekent aan {wat}, besluit mee",
        "Zeg {wanneer} wat er niet kan",
        "Begin klein met {wat}",
        "Geef {wie} een stem over {wat}",
    ),
}
