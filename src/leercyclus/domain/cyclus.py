"""The cyclus itself: the question, who brings it, and when."""

from __future__ import annotations

from typing import Literal

from leercyclus.domain.record import RecordMetStand
from leercyclus.domain.veld import Datum, PersoonId, Proza, Regel, ThemaId, veld
from leercyclus.domain.voortgang import Fase

Verloop = Literal["loopt", "uitgesteld", "vervallen"]


class Cyclus(RecordMetStand):
    """One hard question on its way from question to lesson."""

    titel: Regel | None = veld(
        "Titel",
        "Waar de cyclus over gaat, in een paar woorden",
        vraag="Waar gaat het over, in een paar woorden?",
        verplicht=True,
    )
    vraag: Proza | None = veld(
        "Vraag",
        "De vraag die u bezighoudt en waarop u geen kant-en-klaar antwoord hebt",
        vraag="Welke vraag houdt u bezig, waarop u geen kant-en-klaar antwoord hebt?",
        verplicht=True,
    )
    waarom_nu: Proza | None = veld(
        "Waarom nu",
        "Wat deze vraag op dit moment dringend maakt",
        vraag="Wat maakt deze vraag op dit moment dringend?",
        verplicht=True,
    )
    thema: ThemaId | None = veld(
        "Thema",
        "Het thema; mag ook later blijken",
        vraag="Welk thema hoort erbij? Dat mag ook later blijken.",
    )
    soort_werk: Literal["reguliere productie", "veranderopgave"] | None = veld(
        "Soort werk",
        "Gaat het om werk dat zich herhaalt of om een verandering",
        vraag="Gaat het om werk dat zich herhaalt, of om een verandering?",
        verplicht=True,
    )
    vraagstellers: list[PersoonId] = veld(
        "Vraagstellers",
        "Wie de vraag inbrengt, gewoonlijk twee mensen",
        vraag="Wie brengen de vraag in? Gewoonlijk zijn dat twee mensen.",
        verplicht=True,
        optie="--vraagsteller",
        standaard=[],
    )
    adviseurs: list[PersoonId] = veld(
        "Adviseurs",
        "Wie van buiten de spiegel voorhoudt",
        vraag="Wie houdt van buiten de spiegel voor?",
        verplicht=True,
        optie="--adviseur",
        standaard=[],
    )
    deelnemers: list[PersoonId] = veld(
        "Deelnemers",
        "Wie er uitgenodigd zijn",
        verplicht=True,
        optie="--deelnemer",
        standaard=[],
        gevraagd=False,
    )
    intervisiedag: Datum | None = veld(
        "Intervisiedag",
        "De dag waarop u bij elkaar komt",
        vraag="Op welke dag komt u bij elkaar?",
        verplicht=True,
        optie="--dag",
    )
    verplaatst: list[Datum] | None = veld("Verplaatst", "Eerdere dagen", gevraagd=False)
    plaats: Regel | None = veld(
        "Plaats", "Waar u bij elkaar komt", vraag="Waar komt u bij elkaar?", verplicht=True
    )
    programma: Proza | None = veld("Programma", "Hoe de dag verloopt", gevraagd=False)
    verloop: Verloop = veld(
        "Verloop", "Of de cyclus loopt, uitgesteld of vervallen is", standaard="loopt", gevraagd=False
    )
    reden: Proza | None = veld("Reden", "Waarom het verloop anders is", gevraagd=False)
    overgeslagen: dict[Fase, Proza] | None = veld(
        "Overgeslagen", "Fasen die deze cyclus niet doet, met de reden", gevraagd=False
    )
