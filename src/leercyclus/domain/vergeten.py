"""Forgetting somebody: where a name stands, and what comes in its place.

Who is in the group has an id, from which ids of records are made (``directeur-oss-k3f9qa``), and a
name; who is not has a name only. Everywhere they get the same in their place, so that records go
on referring to each other and what was closed stays closed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from leercyclus.domain.ids import is_id, slug
from leercyclus.domain.leertraject import Deelnemer

#: What is said where a name stood, unless the user says otherwise.
IEMAND = "iemand"
#: The tail of an id that the program made up: see ``made_up_id``.
_TAIL = re.compile(r"-[a-z0-9]{6}")
#: What stays of somebody who is forgotten: without these a cyclus that was closed would open again.
_BLIJFT = {"id", "naam", "organisatie", "rol", "vanaf", "tot"}


@dataclass(frozen=True)
class Plek:
    """A place in a text where the name stands; lines and columns count from 1."""

    regel: int
    kolom: int
    tekst: str


@dataclass(frozen=True)
class Vindplaats:
    """A file in which the name stands, or that is called after it (then ``plekken`` may be empty)."""

    bestand: str
    plekken: tuple[Plek, ...]


@dataclass(frozen=True)
class Gevonden:
    """All places in a leertraject.

    ``stukken`` are files of leercyclus, in which the name can be replaced; ``zelf`` are others in
    which it stands; ``ongezien`` could not be looked into.
    """

    stukken: tuple[Vindplaats, ...]
    zelf: tuple[Vindplaats, ...]
    ongezien: tuple[str, ...]

    @property
    def aantal(self) -> int:
        """How often the name stands in files of leercyclus, names of files counted once."""
        return sum(max(1, len(item.plekken)) for item in self.stukken)


@dataclass(frozen=True)
class InGit:
    """What the history of the repository still holds: numbers of commits."""

    versies: int
    geschreven_door: int


@dataclass(frozen=True)
class Vergeting:
    """Who is forgotten. ``ids`` are theirs and those made of it, each with what it becomes.

    ``namen`` are found whatever the capitals and the white space between words, ids exactly.
    ``vervang`` comes in the place of a name.
    """

    ids: Mapping[str, str]
    namen: tuple[str, ...]
    vervang: str
    #: How a name of several words stands in the id of a cyclus or a lesson; a single word is too
    #: often part of another.
    slugs: frozenset[str] = frozenset()

    @classmethod
    def van(
        cls, persoon: Deelnemer | None, naam: str, *, neutraal: str, vervang: str, ids: Collection[str]
    ) -> Vergeting:
        """Somebody in the group, who gets the id ``neutraal``; or, where ``persoon`` is None, a name.

        ``ids`` are those of all people and records.
        """
        if persoon is None:
            name = slug(naam)
            return cls({}, (naam,), vervang, frozenset({name} if "-" in name else ()))
        tails = {
            id: neutraal + id.removeprefix(persoon.id)
            for id in ids
            if id.startswith(persoon.id) and _TAIL.fullmatch(id.removeprefix(persoon.id))
        }
        return cls({persoon.id: neutraal, **tails}, (persoon.naam,) if persoon.naam else (), vervang)

    def in_tekst(self, text: str) -> str:
        """The text with something else in the place of the name."""
        return self._pattern.sub(lambda found: self._instead(found[0]), text)

    def in_waarde(self, value: Any) -> Any:
        """The same for every text in a value, keys included."""
        match value:
            case str():
                return self.in_tekst(value)
            case dict():
                return {self.in_tekst(key): self.in_waarde(item) for key, item in value.items()}
            case list():
                return [self.in_waarde(item) for item in value]
        return value

    def in_stuk(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The data of a record without the name; of the one in the group no more than is needed stays."""
        changed: dict[str, Any] = self.in_waarde(dict(data))
        people = changed.get("deelnemers")
        if isinstance(people, list):
            changed["deelnemers"] = [self._persoon(row) for row in people]
        return changed

    def plekken(self, text: str) -> Iterator[Plek]:
        """Where the name stands, in order."""
        for found in self._pattern.finditer(text):
            start = text.rfind("\n", 0, found.start()) + 1
            line = text[start:].split("\n", 1)[0]
            yield Plek(text.count("\n", 0, start) + 1, found.start() - start + 1, line.strip())

    def staat_in(self, text: str) -> bool:
        """Whether the name stands in it."""
        return self._pattern.search(text) is not None

    @property
    def woorden(self) -> list[str]:
        """What git can look for: each name, and the id; the other ids begin with that."""
        return [*self.namen, *list(self.ids)[:1]]

    def _persoon(self, row: Any) -> Any:
        if not (isinstance(row, dict) and row.get("id") in self.ids.values()):
            return row
        return {key: value for key, value in row.items() if key in _BLIJFT} | {"naam": self.vervang}

    def _instead(self, found: str) -> str:
        if found in self.ids:
            return self.ids[found]
        return slug(self.vervang) if is_id(found) and found in self.slugs else self.vervang

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {unicodedata.normalize(form, name) for name in self.namen for form in ("NFC", "NFD")}
        names = [r"\s+".join(map(re.escape, form.split())) for form in forms]
        parts = [
            *(rf"(?<!\w)(?<!\w-){re.escape(id)}(?!\w)(?!-\w)" for id in self.ids),
            *(rf"(?<!\w)(?<!\w-)(?i:{name})(?!\w)(?!-\w)" for name in names),
            *(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" for name in self.slugs),
        ]
        return re.compile("|".join(sorted(parts, key=len, reverse=True)))
