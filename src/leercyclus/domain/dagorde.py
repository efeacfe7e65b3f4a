"""How an intervisiedag runs, for a group that has made no programme of its own.

The order is that of docs/bladen.md: looking back first, everybody's own advice on paper before
the group talks, the vraagstellers last.
"""

from __future__ import annotations

DAGORDE: tuple[tuple[str, str], ...] = (
    ("Terugblik", "Wat werd er van de adviezen van de vorige keer? Begin met wat nog openstaat."),
    ("Vertrouwelijkheid", "Spreek af wat binnen de groep blijft, en schrijf het op."),
    (
        "De vraag",
        "De vraagstellers vertellen wat hen bezighoudt. De adviseur vertelt wat opviel in de gesprekken.",
    ),
    ("Begrijpen", "Stel vragen om het te begrijpen. Adviezen komen later."),
    ("De vraag opnieuw", "Hoe luidt de vraag nu u er samen over sprak? Schrijf haar op."),
    ("Ieder op papier", "Iedereen schrijft een eigen advies op de kaart, zonder overleg."),
    ("Adviesronde", "Ieder leest het eigen advies voor. De vraagstellers luisteren en vragen door."),
    ("De vraagstellers", "Zij vertellen wat hen te denken geeft, en wat zij hierna gaan doen."),
    ("Meenemen", "Ieder noemt één ding voor de eigen organisatie."),
    ("Afsluiten", "Spreek af wie het bestuur wat vertelt, en wanneer u elkaar weer ziet."),
)
