"""The rules of the file format, which are found while reading; those of the work are in ``checks``."""

from __future__ import annotations

from leercyclus.domain.voorschrift import Voorschrift

ONLEESBAAR = Voorschrift(
    code="LC001",
    titel="dit bestand is geen geldige TOML",
    melding="{wat}",
    waarom="Van dit bestand is niets te lezen, dus telt alles wat erin staat niet mee.",
    herstel="Ga naar de regel die genoemd wordt. Vaak ontbreekt daar of vlak ervoor een aanhalingsteken, "
    "een ] of een =.",
    bestand="2027-zwembad/intervisie.toml",
    fout='plaats = "Enkhuizen',
    goed='plaats = "Enkhuizen"',
    negeerbaar=False,
)
CODERING = Voorschrift(
    code="LC002",
    titel="dit bestand is geen UTF-8",
    melding="dit bestand is geen UTF-8",
    waarom="Letters als é en ï zijn op een andere manier opgeslagen, en komen dan verminkt over.",
    herstel="Open het bestand in uw editor en sla het op als UTF-8 (in Kladblok: Opslaan als, Codering).",
    bestand="2027-zwembad/gespreksnotitie.toml",
    fout='beelden_intern = "Een team vol idee\\xebn."',
    goed='beelden_intern = "Een team vol ideeën."',
    negeerbaar=False,
)
CONFLICT = Voorschrift(
    code="LC003",
    titel="git kon twee versies niet samenvoegen",
    melding="hier staan twee versies van {wat}: die van '{ene}' en die van '{andere}'{meer}",
    waarom="Twee mensen wijzigden dezelfde regels. Git zet beide versies in het bestand en laat de keus aan u. "
    "De bovenste is die van de tak waarop u was (git noemt die HEAD), de onderste is die erbij kwam. Zolang "
    "ze er allebei staan, is het stuk niet te lezen.",
    herstel="Lees beide versies, zo nodig met de ander erbij. Laat staan wat blijft, haal de regels weg die met "
    "<<<<<<<, ======= en >>>>>>> beginnen, sla op, en geef git add met het bestand.",
    bestand="2027-zwembad/zelfanalyse/directeur-oss-t4m8qz.toml",
    fout='<<<<<<< HEAD\nsamenvatting = "Wij vroegen te laat wat de vereniging wilde."\n=======\n'
    'samenvatting = "Wij vroegen niets."\n>>>>>>> tak-venlo',
    goed='samenvatting = "Wij vroegen te laat wat de vereniging wilde."',
    negeerbaar=False,
)
NIEUWERE_VERSIE = Voorschrift(
    code="LC004",
    titel="dit bestand is van een nieuwere leercyclus",
    melding="dit bestand heeft versie {versie}; deze leercyclus kent versie {bekend}",
    waarom="Wat een nieuwere leercyclus schreef, kan iets anders betekenen dan u denkt. Daarom wordt het niet "
    "gelezen en niet gewijzigd.",
    herstel="Werk leercyclus op deze computer bij.",
    bestand="2027-zwembad/intervisie.toml",
    fout="versie = 2",
    goed="versie = 1",
    negeerbaar=False,
)
TE_GROOT = Voorschrift(
    code="LC005",
    titel="dit bestand is te groot of te diep",
    melding="dit bestand is {wat}",
    waarom="Een stuk is tekst van één mens. Wat groter is, kwam er meestal per ongeluk in en maakt alles traag.",
    herstel="Zet bijlagen in de map bijlagen, en houd in het stuk de tekst.",
    fout="2027-zwembad/gespreksnotitie.toml, 5 MiB",
    goed="2027-zwembad/gespreksnotitie.toml, 2 KiB",
    negeerbaar=False,
)
GEEN_BESTAND = Voorschrift(
    code="LC006",
    titel="dit is geen gewoon bestand",
    melding="{wat}",
    waarom="Een koppeling kan naar buiten uw map wijzen, en een map of apparaat is geen stuk. Leercyclus volgt "
    "zulke paden niet.",
    herstel="Zet het bestand zelf op deze plek, of haal weg wat er staat.",
    fout="2027-zwembad/intervisie.toml -> /elders/intervisie.toml",
    goed="2027-zwembad/intervisie.toml",
    negeerbaar=False,
)
ONGELDIGE_NAAM = Voorschrift(
    code="LC007",
    titel="deze naam kan geen id zijn",
    melding="{wat}, maar de naam kan geen id zijn",
    waarom="De naam van een map of bestand is zijn id. Alleen kleine letters, cijfers en streepjes werken op "
    "elke computer en in elke opdracht hetzelfde.",
    herstel="Geef het een andere naam, met git mv als git het al kent.",
    fout="2027-zwembad/adviezen/Directeur SED.toml",
    goed="2027-zwembad/adviezen/directeur-sed-k3f9qa.toml",
    negeerbaar=False,
)
VERDWAALD = Voorschrift(
    code="LC008",
    titel="dit stuk ligt op een plek waar niemand het leest",
    melding="dit bestand ligt op een plek waar geen stuk hoort; het wordt niet gelezen",
    waarom="Elke soort stuk heeft een eigen map. Wat ergens anders ligt, telt niet mee, en dat ziet u nergens.",
    herstel="Verplaats het naar de map van zijn soort, zoals adviezen of interviews. Hoort het bij geen soort, "
    "zet het dan in bijlagen.",
    fout="2027-zwembad/advies/directeur-sed-k3f9qa.toml",
    goed="2027-zwembad/adviezen/directeur-sed-k3f9qa.toml",
)
VALT_SAMEN = Voorschrift(
    code="LC009",
    titel="twee namen die op een andere computer dezelfde zijn",
    melding="op een Mac of onder Windows is dit dezelfde naam als '{andere}'",
    waarom="Namen die alleen in hoofdletters of in de vorm van een letter verschillen, vallen elders samen. "
    "Git schrijft daar het ene bestand over het andere.",
    herstel="Geef een van de twee een andere naam, of haal weg wat dubbel is.",
    fout="2027-zwembad/lessen/Wie-Rekent.toml",
    goed="2027-zwembad/lessen/wie-rekent.toml",
    negeerbaar=False,
)
ONGELDIGE_WAARDE = Voorschrift(
    code="LC010",
    titel="deze waarde past hier niet",
    melding="{wat}",
    waarom="Deze ene waarde telt niet mee. De rest van het stuk wel.",
    herstel="Schrijf wat de melding vraagt: een datum als 2027-03-12, een keuze uit de genoemde woorden, of "
    "tekst tussen aanhalingstekens.",
    bestand="2027-zwembad/adviezen/directeur-sed-k3f9qa.toml",
    fout='soort = "tip"',
    goed='soort = "aanbeveling"',
)
GEWEIGERD_TEKEN = Voorschrift(
    code="LC011",
    titel="hier staat een teken dat niet mag",
    melding="er staat een onzichtbaar of besturingsteken in (U+{teken})",
    waarom="Zulke tekens kunnen een tekst anders tonen dan hij is, of iets doen met het scherm van wie hem leest. "
    "Ze komen vaak mee met plakken.",
    herstel="Haal het teken weg; typ het woord eromheen zo nodig opnieuw.",
    bestand="2027-zwembad/intervisie.toml",
    fout='terugblik = "Het geld kwam er, de\\u202E uren niet."',
    goed='terugblik = "Het geld kwam er, de uren niet."',
)
ONBEKENDE_SLEUTEL = Voorschrift(
    code="LC012",
    titel="onbekende sleutel",
    melding="onbekende sleutel '{naam}'",
    waarom="Leercyclus leest deze sleutel niet. Meestal is het een tikfout, en dan lijkt het of u niets invulde.",
    herstel="Verbeter de naam, of haal de sleutel weg. Leercyclus doet dat nooit zelf.",
    bestand="2027-zwembad/adviezen/directeur-sed-k3f9qa.toml",
    fout='texst = "Laat de vereniging meerekenen."',
    goed='tekst = "Laat de vereniging meerekenen."',
)
ONBEKENDE_VERWIJZING = Voorschrift(
    code="LC013",
    titel="dit verwijst naar niets",
    melding="er is geen {soort} '{id}'",
    waarom="Wie of wat hier bedoeld is, telt niet mee: een persoon krijgt geen stap, een advies geen antwoord.",
    herstel="Verbeter de id. Is het iemand nieuws, voeg die dan toe met: leercyclus deelnemer.",
    bestand="2027-zwembad/adviezen/directeur-sed-k3f9qa.toml",
    fout='van = "directeur-set"',
    goed='van = "directeur-sed"',
)
ONVOLLEDIG = Voorschrift(
    code="LC014",
    titel="een definitief stuk is niet compleet",
    melding="{wat}",
    waarom="Op een definitief stuk rekenen anderen. Wat erin ontbreekt, missen zij.",
    herstel="Vul het aan, of maak het weer concept met --heropen.",
    bestand="2027-zwembad/gespreksnotitie.toml",
    fout='spiegel = ""',
    goed='spiegel = "U vraagt om vertrouwen en houdt de cijfers dicht."',
)
ZWERVEND = Voorschrift(
    code="LC015",
    ernst="waarschuwing",
    titel="dit bestand is geen stuk",
    melding="dit bestand is geen stuk; leercyclus doet er niets mee",
    waarom="Wat in de map van een cyclus ligt, gaat mee naar ieder die de map heeft. Vaak is het een kopie of "
    "een probeersel.",
    herstel="Zet het in bijlagen, of haal het weg.",
    fout="2027-zwembad/notities van maandag.docx",
    goed="2027-zwembad/bijlagen/begroting.csv",
)
DUBBEL = Voorschrift(
    code="LC016",
    titel="dezelfde id komt twee keer voor",
    melding="'{id}' staat er al, bij {eerste}",
    waarom="Een id wijst één mens, organisatie, thema of vraag aan. Staan er twee, dan telt maar één.",
    herstel="Geef een van de twee een andere id, of voeg ze samen.",
    bestand="leertraject.toml",
    fout='[[themas]]\nid = "regionale-samenwerking"\nnaam = "Samen"\n\n[[themas]]\nid = "regionale-samenwerking"',
    goed='[[themas]]\nid = "regionale-samenwerking"',
)
ZONDER_CYCLUS = Voorschrift(
    code="LC017",
    titel="deze map heeft stukken, maar geen cyclus.toml",
    melding="hier liggen stukken van een cyclus, maar cyclus.toml ontbreekt",
    waarom="Zonder cyclus.toml is er geen vraag, geen dag en geen vraagsteller. Niemand krijgt een volgende stap.",
    herstel="Haal cyclus.toml terug uit git, of maak de cyclus opnieuw met: leercyclus nieuw --id.",
    fout="2027-zwembad/ zonder cyclus.toml",
    goed="2027-zwembad/cyclus.toml",
)
LEESREGELS = (
    *(ONLEESBAAR, CODERING, CONFLICT, NIEUWERE_VERSIE, TE_GROOT, GEEN_BESTAND, ONGELDIGE_NAAM),
    *(VERDWAALD, VALT_SAMEN, ONGELDIGE_WAARDE, GEWEIGERD_TEKEN, ONBEKENDE_SLEUTEL),
    *(ONBEKENDE_VERWIJZING, ONVOLLEDIG, ZWERVEND, DUBBEL, ZONDER_CYCLUS),
)
