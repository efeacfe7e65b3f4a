"""The records of one made cyclus, as data by path."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bench import woorden
from bench.groep import PEILDATUM, Groep
from bench.ontwerp import ROND, Ontwerp
from bench.verteller import Verteller
from bench.vragen import antwoorden
from leercyclus.domain.ids import slug
from leercyclus.domain.vingerafdruk import vingerafdruk

Stukken = dict[str, dict[str, Any]]
_ADVIEZEN = 3


class Cyclusmaker:
    """Writes one cyclus from the question to the fase it came to. ``eerder`` are lessons known by then."""

    def __init__(self, ontwerp: Ontwerp, groep: Groep, eerder: list[str], kans: Verteller) -> None:
        self.ontwerp, self.groep, self.eerder, self.kans = ontwerp, groep, eerder, kans
        self.een, self.ander = ontwerp.vraagstellers
        self.adviseur, self.coordinator = kans.choice(groep.adviseurs), kans.choice(groep.coordinatoren)
        others = [
            person for person in kans.sample(groep.deelnemers, 8) if person not in ontwerp.vraagstellers
        ]
        self.adviesgevers, self.toehoorder = others[:_ADVIEZEN], others[_ADVIEZEN]
        self.genodigden = [self.een, self.ander, *others[:5], self.adviseur, self.coordinator]
        self.thema = kans.choice(woorden.THEMAS)
        self.stukken: Stukken = {}

    def maak(self) -> Stukken:
        """All records there are by now."""
        self._vraag()
        for fase, step in (
            ("zelfanalyse", self._eerste_zelfanalyse),
            ("interviews", self._gesprekken),
            ("verspreiding", self._notitie),
            ("intervisie", self._verspreiding),
            ("opvolging", self._dag),
            ("lessen", self._opvolging),
        ):
            if self.ontwerp.kwam_tot(fase):
                step()
        if self.ontwerp.fase == ROND:
            self._les()
            self._extra()
        return self.stukken

    def _op(self, days: int) -> dt.date:
        """So many days from the day, not in a weekend, and not after the peildatum."""
        day = min(self.ontwerp.dag + dt.timedelta(days=days), PEILDATUM)
        return day - dt.timedelta(days=max(0, day.weekday() - 4))

    def _eigen(self, map: str, naam: str) -> str:
        """The path of a record that has an id of its own."""
        return f"{map}/{naam}-{self.kans.achtervoegsel()}.toml"

    def _vraag(self) -> None:
        is_definitief = self.ontwerp.fase != "vraag"
        self.stukken["cyclus.toml"] = {
            "versie": 1,
            "stand": "definitief" if is_definitief else "concept",
            "titel": self.ontwerp.titel,
            "vraag": self.kans.tekst("vraag"),
            **({"waarom_nu": self.kans.tekst("verhaal", "verhaal")} if is_definitief else {}),
            "thema": self.thema,
            "soort_werk": self.kans.choice(["reguliere productie", "veranderopgave"]),
            "vraagstellers": [self.een, self.ander],
            "adviseurs": [self.adviseur],
            "deelnemers": self.genodigden,
            "intervisiedag": self.ontwerp.dag,
            "plaats": f"{self.kans.choice(list(self.groep.organisaties.values()))}, het dorpshuis",
            "programma": "9.30 terugblik\n10.00 de spiegel\n13.30 in stilte schrijven\n14.00 de adviezen",
            "verloop": self.ontwerp.verloop,
            **({"reden": self.kans.tekst("verhaal")} if self.ontwerp.verloop != "loopt" else {}),
        }

    def _zelfanalyse(self, person: str, days: int) -> None:
        answers = antwoorden("zelfanalyse", "vraagsteller", self.kans, keuze=2)
        if self.eerder and self.kans.random() < 0.3:
            answers.append(
                {
                    "les": self.kans.choice(self.eerder),
                    "vraag": "vraag-1",
                    "gevraagd": self.kans.zin("vraag"),
                    "antwoord": self.kans.tekst("ik", "verhaal"),
                }
            )
        self.stukken[self._eigen("zelfanalyse", person)] = {
            "versie": 1,
            "stand": "definitief",
            "door": [person],
            "datum": self._op(days),
            "samenvatting": self.kans.tekst("verhaal", "ik", "ik"),
            "antwoorden": answers,
        }

    def _eerste_zelfanalyse(self) -> None:
        self._zelfanalyse(self.een, -72)

    def _gesprekken(self) -> None:
        self._zelfanalyse(self.ander, -68)
        self._interview("intern", woorden.INTERN, -52)
        self._interview("extern", woorden.EXTERN, -47)

    def _interview(self, side: str, people: tuple[str, ...], days: int) -> None:
        paragraphs = 2 if self.kans.random() < 0.4 else 1
        self.stukken[self._eigen("interviews", side)] = {
            "versie": 1,
            "stand": "definitief",
            "invalshoek": side,
            "gesprekspartner": self.kans.choice(people),
            "door": [self.adviseur],
            "datum": self._op(days),
            "verslag": self.kans.tekst("verhaal", "verhaal", alineas=paragraphs),
            "antwoorden": antwoorden("interviews", "adviseur", self.kans, keuze=2),
        }

    def _notitie(self) -> None:
        self._interview("elders", woorden.ELDERS, -40)
        self.stukken["gespreksnotitie.toml"] = {
            "versie": 1,
            "stand": "definitief",
            "door": [self.adviseur],
            "datum": self._op(-24),
            "spiegel": self.kans.tekst("spiegel", "spiegel", "verhaal", alineas=2),
            "beelden_intern": self.kans.tekst("verhaal", "verhaal"),
            "beelden_extern": self.kans.tekst("verhaal", "verhaal"),
            "ervaringen_elders": self.kans.tekst("ervaring", "ervaring"),
            "vragen_voor_de_dag": self.kans.tekst("vraag", alineas=2),
        }

    def _verspreiding(self) -> None:
        papers = [path for path in self.stukken if path.startswith(("zelfanalyse/", "gespreksnotitie"))]
        self.stukken[self._eigen("verspreiding", self.coordinator)] = {
            "versie": 1,
            "datum": self._op(-16),
            "door": [self.coordinator],
            "aan": self.genodigden,
            "stukken": [
                {"bestand": path, "vingerafdruk": vingerafdruk(self.stukken[path])} for path in papers
            ],
        }

    def _dag(self) -> None:
        self.stukken["intervisie.toml"] = {
            "versie": 1,
            "stand": "definitief",
            "datum": self.ontwerp.dag,
            "plaats": self.stukken["cyclus.toml"]["plaats"],
            "aanwezig": [
                *(self.een, self.ander, *self.adviesgevers),
                *(self.toehoorder, self.adviseur, self.coordinator),
            ],
            "zonder_advies": [self.toehoorder],
            "afspraken_vertrouwelijkheid": self.kans.tekst("afspraak", "afspraak"),
            "vraag_herzien": self.kans.tekst("vraag"),
            "terugblik": self.kans.tekst("uitkomst", "verhaal", "verhaal"),
            "antwoorden": antwoorden("intervisie", "vraagsteller", self.kans, keuze=2),
        }
        for person in self.adviesgevers:
            self._advies(person, "aanbod" if self.kans.random() < 0.1 else "aanbeveling")

    def _advies(self, person: str, kind: str) -> None:
        self.stukken[self._eigen("adviezen", person)] = {
            "versie": 1,
            "van": person,
            "datum": self.ontwerp.dag,
            "soort": kind,
            "tekst": self.kans.tekst("advies", "advies"),
            "kern": self.kans.zin("advies"),
            "eigen_ervaring": self.kans.tekst("ervaring"),
            "antwoorden": antwoorden("intervisie", "deelnemer", self.kans, keuze=self.kans.randrange(2)),
        }

    def _opvolging(self) -> None:
        advices = [
            path[len("adviezen/") : -len(".toml")] for path in self.stukken if path.startswith("adviezen/")
        ]
        until = self._op(90)
        is_due = self.ontwerp.dag + dt.timedelta(days=90) <= PEILDATUM
        self.stukken[self._eigen("opvolging", self.een)] = {
            "versie": 1,
            "adviezen": advices,
            "door": [self.een, self.ander],
            "datum": self._op(28),
            "voornemen": self.kans.choice(["neemt over", "neemt over", "overweegt", "neemt niet over"]),
            "waarom": self.kans.tekst("ik", "verhaal"),
            "actie": self.kans.tekst("advies"),
            "actiehouder": self.een,
            "uiterlijk": until,
            **(
                {"uitkomst": self.kans.tekst("uitkomst", "verhaal"), "uitkomst_datum": until}
                if is_due
                else {}
            ),
        }
        for board, person in zip(self.ontwerp.besturen, (self.een, self.ander), strict=False):
            self.stukken[f"terugkoppeling/{board}.toml"] = {
                "versie": 1,
                "datum": self._op(45),
                "door": [person],
                "bestuur": self.kans.choice(woorden.BESTUREN),
                "kern": self.kans.tekst("advies", "verhaal"),
                "reactie": self.kans.tekst("uitkomst"),
            }

    def _les(self) -> None:
        self.stukken[f"lessen/{slug(self.ontwerp.les)}.toml"] = {
            "versie": 1,
            "stand": "definitief",
            "thema": self.thema,
            "titel": self.ontwerp.les,
            "kern": self.kans.zin("advies"),
            "toelichting": self.kans.tekst("verhaal", alineas=2),
            "voorbeelden": [self.kans.tekst("ervaring", "verhaal")],
            "zichtbaar": "openbaar" if self.kans.random() < 0.2 else "groep",
            "herkomst": [self.kans.choice(["ingebouwd/stap-terug", "ingebouwd/veiligheid"])],
            "vragen": [
                {
                    "id": "vraag-1",
                    "fase": "zelfanalyse",
                    "rol": "vraagsteller",
                    "soort": "tekst",
                    "vraag": self.kans.zin("vraag"),
                    "waarom": self.kans.zin("verhaal"),
                }
            ],
        }

    def _extra(self) -> None:
        """What a cyclus can do without: what people take home, and then one more insight of somebody."""
        people = [*self.adviesgevers, self.een]
        for number in range(self.ontwerp.extra):
            if number >= len(people):
                self._advies(self.kans.choice(self.adviesgevers), "inzicht")
                continue
            self.stukken[f"meenemen/{people[number]}.toml"] = {
                "versie": 1,
                "datum": self._op(5),
                "wijze": self.kans.choice(["kopiëren", "aanvullen", "samen koken"]),
                "tekst": self.kans.tekst("ik", "advies"),
            }
