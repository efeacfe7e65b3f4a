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
from leercyclus.domain.ids import Verwijzing, is_id, slug
from leercyclus.domain.leertraject import RolInGroep
from leercyclus.domain.positions import Path, line_and_column
from leercyclus.domain.soorten import TERUGKOPPELING, soort_van
from leercyclus.domain.tekst import plain
from leercyclus.domain.veld import Veld, velden
from leercyclus.domain.vindplaats import Plek

#: What is said where a name stood, unless the user says otherwise.
IEMAND = "iemand"
#: The tail of an id that the program made up: see ``made_up_id``.
_TAIL = re.compile(r"-[a-z0-9]{6}")
_VERGETEN = re.compile(rf"{IEMAND}-[0-9a-f]{{6}}")
#: What stays of somebody who is forgotten: without these a cyclus that was closed would open again.
_BLIJFT = {"id", "naam", "organisatie", "rol", "vanaf", "tot"}


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
        cls,
        id: str | None,
        naam: str,
        *,
        neutraal: str,
        vervang: str,
        mensen: Collection[str],
        stukken: Collection[str],
    ) -> Vergeting:
        """Somebody with an id, which becomes ``neutraal``, or with a name only; either may be empty.

        ``mensen`` and ``stukken`` are the ids of all people and records. A name that is no more than a
        role is left in texts.
        """
        names = () if plain(naam) in ("", *typing.get_args(RolInGroep)) else (" ".join(naam.split()),)
        slugs = {slug(name) for name in names if "-" in slug(name)}
        slugs = {name for name in slugs if not any(name in other for other in mensen)}
        if not id:
            return cls({}, names, vervang, frozenset(slugs))
        tails = {
            record: neutraal + record.removeprefix(id)
            for record in stukken
            if record.startswith(id) and _TAIL.fullmatch(record.removeprefix(id)) and record not in mensen
        }
        return cls({id: neutraal, **tails}, names, vervang, frozenset(slugs))

    # what comes in the place of it

    def in_tekst(self, text: str) -> str:
        """The text with something else in the place of the name, and of ids that are no ordinary word."""
        return self._pattern.sub(lambda found: self._instead(found[0]), text)

    def in_pad(self, pad: str) -> str:
        """The same for the name of a file or folder, of which every part can be an id."""
        *folders, name = pad.split("/")
        stem, dot, rest = name.partition(".")
        found = soort_van(pad)
        if found is None or found[0] is not TERUGKOPPELING:  # that is called after an organisation
            stem = "--".join(map(self._in_id, stem.split("--")))
        return "/".join([*map(self._in_id, folders), stem + dot + self._in_id(rest)])

    def zonder_commentaar(self, document: Document) -> str:
        """The text of a record with something else in the place of the name in its comments."""
        text = document.text
        for at, end in reversed(list(self._beside(document))):
            text = text[:at] + self._instead(text[at:end]) + text[end:]
        return text

    def in_stuk(self, data: Mapping[str, Any], model: type[BaseModel] | None) -> dict[str, Any]:
        """The data of a record without the name; of the one in the group no more than is needed stays.

        What can be chosen from is never a name, though it may be the same word.
        """
        changed = self._tabel(data, model)
        people, before = changed.get("deelnemers"), data.get("deelnemers")
        if isinstance(people, list) and isinstance(before, list):
            changed["deelnemers"] = [self._persoon(*rows) for rows in zip(before, people, strict=True)]
        return changed

    # where it stands

    def plekken(self, text: str) -> list[Plek]:
        """Where it stands in any text, in order."""
        return [_plek(text, found.start()) for found in self._pattern.finditer(text)]

    def plekken_in_stuk(self, document: Document, model: type[BaseModel] | None) -> list[Plek]:
        """Where it stands in a record: in values, also those written with escapes, and beside them."""
        text, spans = document.text, document.spans
        places = {at for at, _ in self._beside(document)}
        for path, value, field in _waarden(document.data, model):
            span = spans[path]
            if self._waarde(value, field) != value:
                within = self._pattern.finditer(text, span.start, span.end)
                places.update([match.start() for match in within] or [span.start])
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
            case str():
                return self._tekst(value, field)
            case dict():
                return self._tabel(value, field.deel if field else None)
            case list():
                return [self._waarde(item, field) for item in value]
        return value

    def _tekst(self, value: str, field: Veld | None) -> str:
        """A text by what may stand in its field: an id of something else is nobody's name."""
        if field is None:
            return self.ids.get(value) or self.in_tekst(value)
        if field.opties:
            return value
        if field.verwijst_naar is Verwijzing.LES:
            return self.in_pad(value)
        if field.is_id:
            is_person = field.verwijst_naar in (Verwijzing.PERSOON, Verwijzing.ADVIES)
            return self.ids.get(value, value) if is_person else value
        return self.in_tekst(value)

    def _persoon(self, before: Any, after: Any) -> Any:
        """A row of people: the one who is forgotten is no more than is needed, others keep their name."""
        if not (isinstance(before, dict) and isinstance(after, dict)):
            return after
        if before.get("id") in self.ids:
            kept = {key: value for key, value in after.items() if key in _BLIJFT}
            return kept | {"id": self.ids[before["id"]], "naam": self.vervang}
        return {**after, **{key: before[key] for key in ("id", "naam") if key in before}}

    def _beside(self, document: Document) -> list[tuple[int, int]]:
        """Where it stands beside keys and values: in comments. From and to, in order."""
        spans = document.spans
        taken = [(span.key_start, span.key_end) for span in spans.values()]
        taken += [(spans[path].start, spans[path].end) for path, _, _ in _waarden(document.data, None)]
        found = (match.span() for match in self._pattern.finditer(document.text))
        return [(at, end) for at, end in found if not any(start <= at < stop for start, stop in taken)]

    def _in_id(self, part: str) -> str:
        """An id or a part of a path: what comes in the place of a name is an id too."""
        if part in self.ids:
            return self.ids[part]
        return self._pattern.sub(lambda found: self.ids.get(found[0]) or slug(self.vervang) or IEMAND, part)

    def _instead(self, found: str) -> str:
        if found in self.ids:
            return self.ids[found]
        return slug(self.vervang) or IEMAND if is_id(found) and found in self.slugs else self.vervang

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {unicodedata.normalize(form, name) for name in self.namen for form in ("NFC", "NFD")}
        parts = [
            *(rf"(?<!\w)(?<!\w-){re.escape(id)}(?!\w)(?!-\w)" for id in self.ids if "-" in id),
            *map(_naampatroon, forms),
            *(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" for name in self.slugs),
        ]
        return re.compile("|".join(sorted(parts, key=len, reverse=True)) or r"(?!)")


def is_vergeten(id: str) -> bool:
    """Whether this is the id of somebody who was forgotten."""
    return _VERGETEN.fullmatch(id) is not None


def is_zelfde_naam(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals, white space and how accents are written."""
    return _kaal(one) == _kaal(other)


def _kaal(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _naampatroon(name: str) -> str:
    """A name of several words, whatever the capitals; a single word, which may be any word, as it is.

    ``Adjunct-directeur Oss`` and ``Jan de Vries-Bos`` name others; ``Jan de Vries-aanpak`` does not.
    """
    words = name.split()
    text = r"(?:\s+(?:#\s*)?)".join(map(re.escape, words))
    return rf"(?<![^\W_])(?<!\w-){f'(?i:{text})' if len(words) > 1 else text}(?![^\W_])(?!-[A-ZÀ-Ý])"


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
