"""Forgetting somebody: where a name stands, and what comes in its place.

Who is in the group has an id, from which ids of records are made (``directeur-oss-k3f9qa``), and a
name; who is not has a name only. Everywhere they get the same in their place, so that records go
on referring to each other and what was closed stays closed.
"""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from leercyclus.domain.document import Document
from leercyclus.domain.ids import is_id, slug
from leercyclus.domain.leertraject import Deelnemer, RolInGroep
from leercyclus.domain.positions import Path, line_and_column
from leercyclus.domain.tekst import plain
from leercyclus.domain.veld import Veld, velden

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

    ``namen`` are found whatever the capitals and the white space between words. ``vervang`` comes in
    the place of a name.
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

        ``ids`` are those of all people and records. A name that is no more than a role is left in texts.
        """
        if persoon is None:
            name = slug(naam)
            return cls({}, (naam,), vervang, frozenset({name} if "-" in name else ()))
        tails = {
            id: neutraal + id.removeprefix(persoon.id)
            for id in ids
            if id.startswith(persoon.id) and _TAIL.fullmatch(id.removeprefix(persoon.id))
        }
        name = persoon.naam or ""
        is_role = plain(name) in ("", *typing.get_args(RolInGroep))
        return cls({persoon.id: neutraal, **tails}, () if is_role else (name,), vervang)

    # what comes in the place of it

    def in_tekst(self, text: str) -> str:
        """The text with something else in the place of the name, and of ids that are no ordinary word."""
        return self._pattern.sub(lambda found: self._instead(found[0]), text)

    def in_pad(self, pad: str) -> str:
        """The same for the name of a file or folder, of which every part can be an id."""
        return "/".join(self._deel_van_pad(part) for part in pad.split("/"))

    def in_stuk(self, data: Mapping[str, Any], model: type[BaseModel] | None) -> dict[str, Any]:
        """The data of a record without the name; of the one in the group no more than is needed stays.

        What can be chosen from is never a name, though it may be the same word.
        """
        changed = self._tabel(data, model)
        people = changed.get("deelnemers")
        if isinstance(people, list):
            changed["deelnemers"] = [self._persoon(row) for row in people]
        return changed

    # where it stands

    def plekken(self, text: str) -> list[Plek]:
        """Where it stands in any text, in order."""
        return [_plek(text, found.start()) for found in self._pattern.finditer(text)]

    def plekken_in_stuk(self, document: Document, model: type[BaseModel] | None) -> list[Plek]:
        """Where it stands in a record: in values, also those written with escapes, and beside them."""
        text, spans = document.text, document.spans
        places: set[int] = set()
        inside: list[tuple[int, int]] = []
        for path, value, field in _waarden(document.data, model):
            span = spans[path]
            inside.append((span.start, span.end))
            if self._waarde(value, field) != value:
                within = self._pattern.finditer(text, span.start, span.end)
                places.update([match.start() for match in within] or [span.start])
        beside = (match.start() for match in self._pattern.finditer(text))
        places.update(at for at in beside if not any(start <= at < end for start, end in inside))
        return [_plek(text, at) for at in sorted(places)]

    def staat_in_pad(self, pad: str) -> bool:
        """Whether a file or a folder on the way to it is called so."""
        return self.in_pad(pad) != pad

    def heet_zo(self, naam: str) -> bool:
        """Whether somebody is called so, or the name is part of what somebody is called."""
        return naam in self.ids or self._pattern.search(naam) is not None

    @property
    def woorden(self) -> list[str]:
        """What git can look for: each name, and the id; the other ids begin with that."""
        return [*self.namen, *(id if "-" in id else f'"{id}"' for id in list(self.ids)[:1])]

    def _tabel(self, data: Mapping[str, Any], model: type[BaseModel] | None) -> dict[str, Any]:
        fields = velden(model) if model else {}
        return {
            name if name in fields else self.in_tekst(name): self._waarde(value, fields.get(name))
            for name, value in data.items()
        }

    def _waarde(self, value: Any, field: Veld | None) -> Any:
        match value:
            case str() if not (field and field.opties):
                return self.ids.get(value) or self.in_tekst(value)
            case dict():
                return self._tabel(value, field.deel if field else None)
            case list():
                return [self._waarde(item, field) for item in value]
        return value

    def _persoon(self, row: Any) -> Any:
        if not (isinstance(row, dict) and row.get("id") in self.ids.values()):
            return row
        return {key: value for key, value in row.items() if key in _BLIJFT} | {"naam": self.vervang}

    def _deel_van_pad(self, part: str) -> str:
        stem, dot, rest = part.partition(".")
        return self.ids[stem] + dot + rest if stem in self.ids else self.in_tekst(part)

    def _instead(self, found: str) -> str:
        if found in self.ids:
            return self.ids[found]
        return slug(self.vervang) if is_id(found) and found in self.slugs else self.vervang

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {unicodedata.normalize(form, name) for name in self.namen for form in ("NFC", "NFD")}
        names = [r"\s+".join(map(re.escape, form.split())) for form in forms]
        parts = [
            *(rf"(?<!\w)(?<!\w-){re.escape(id)}(?!\w)(?!-\w)" for id in self.ids if "-" in id),
            *(rf"(?<!\w)(?<!\w-)(?i:{name})(?!\w)(?!-\w)" for name in names),
            *(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" for name in self.slugs),
        ]
        return re.compile("|".join(sorted(parts, key=len, reverse=True)) or r"(?!)")


def _plek(text: str, at: int) -> Plek:
    line, column = line_and_column(text, at)
    return Plek(line, column, text[at - column + 1 :].split("\n", 1)[0])


def _waarden(
    item: Any, model: type[BaseModel] | None, field: Veld | None = None, path: Path = ()
) -> Iterator[tuple[Path, Any, Veld | None]]:
    """Every single value in the data of a record, with its path and its field."""
    match item:
        case dict():
            fields = velden(model) if model else {}
            for name, value in item.items():
                inner = fields.get(name)
                yield from _waarden(value, inner.deel if inner else None, inner, (*path, name))
        case list():
            for row, value in enumerate(item):
                yield from _waarden(value, field.deel if field else None, field, (*path, row))
        case _:
            yield path, item, field
