"""The cyclus itself: the question, who brings it, and when."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.kring import Kring
from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import Datum, PersoonId, Proza, Regel, ThemaId, veld
from leercyclus.domain.voortgang import Fase

Verloop = Literal["loopt", "uitgesteld", "vervallen"]


class Cyclus(RecordMetStand):
    """One hard question on its way from question to lesson."""

    titel: Regel | None = veld(
        "Titel",
        "Waar de cyclus over gaat, in een paar woorden",
        kring=Kring.BESTUUR,
        vraag="Waar gaat het over, in een paar woorden?",
        verplicht=True,
    )
    vraag: Proza | None = veld(
        "Vraag",
        "De vraag die u bezighoudt en waarop u geen kant-en-klaar antwoord hebt",
        kring=Kring.BESTUUR,
        vraag="Welke vraag houdt u bezig, waarop u geen kant-en-klaar antwoord hebt?",
        verplicht=True,
    )
    waarom_nu: Proza | None = veld(
        "Waarom nu",
        "Wat deze vraag op dit moment dringend maakt",
        kring=Kring.GROEP,
        vraag="Wat maakt deze vraag op dit moment dringend?",
        verplicht=True,
    )
    thema: ThemaId | None = veld(
        "Thema",
        "Het thema; mag ook later blijken",
        kring=Kring.BESTUUR,
        vraag="Welk thema hoort erbij? Dat mag ook later blijken.",
    )
    soort_werk: Literal["reguliere productie", "veranderopgave"] | None = veld(
        "Soort werk",
        "Gaat het om werk dat zich herhaalt of om een verandering",
        kring=Kring.BESTUUR,
        vraag="Gaat het om werk dat zich herhaalt, of om een verandering?",
        verplicht=True,
    )
    vraagstellers: list[PersoonId] = veld(
        "Vraagstellers",
        "Wie de vraag inbrengt, gewoonlijk twee mensen",
        kring=Kring.BESTUUR,
        vraag="Wie brengen de vraag in? Gewoonlijk zijn dat twee mensen.",
        verplicht=True,
        optie="--vraagsteller",
        standaard=[],
    )
    adviseurs: list[PersoonId] = veld(
        "Adviseurs",
        "Wie van buiten de spiegel voorhoudt",
        kring=Kring.GROEP,
        vraag="Wie houdt van buiten de spiegel voor?",
        verplicht=True,
        optie="--adviseur",
        standaard=[],
    )
    deelnemers: list[PersoonId] = veld(
        "Deelnemers",
        "Wie er uitgenodigd zijn",
        kring=Kring.GROEP,
        verplicht=True,
        optie="--deelnemer",
        standaard=[],
        gevraagd=False,
    )
    intervisiedag: Datum | None = veld(
        "Intervisiedag",
        "De dag waarop u bij elkaar komt",
        kring=Kring.BESTUUR,
        vraag="Op welke dag komt u bij elkaar?",
        verplicht=True,
        optie="--dag",
    )
    verplaatst: list[Datum] | None = veld("Verplaatst", "Eerdere dagen", kring=Kring.GROEP, gevraagd=False)
    plaats: Regel | None = veld(
        "Plaats", "Waar u bij elkaar komt", kring=Kring.GROEP, vraag="Waar komt u bij elkaar?", verplicht=True
    )
    programma: Proza | None = veld("Programma", "Hoe de dag verloopt", kring=Kring.GROEP, gevraagd=False)
    verloop: Verloop = veld(
        "Verloop",
        "Of de cyclus loopt, uitgesteld of vervallen is",
        kring=Kring.BESTUUR,
        standaard="loopt",
        gevraagd=False,
    )
    reden: Proza | None = veld("Reden", "Waarom het verloop anders is", kring=Kring.GROEP, gevraagd=False)
    overgeslagen: dict[Fase, Proza] | None = veld(
        "Overgeslagen", "Fasen die deze cyclus niet doet, met de reden", kring=Kring.GROEP, gevraagd=False
    )
