"""What somebody hands over with ``--lees``: a whole record (TOML or JSON), filled sheets, or a list."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.document import Document
from leercyclus.domain.errors import ContentError, NotFoundError
from leercyclus.domain.ids import Verwijzing, nearest
from leercyclus.domain.ingevuld import Ingevuldblad
from leercyclus.domain.soorten import Soort
from leercyclus.domain.verwijzingen import toets
from leercyclus.domain.voorschrift import Gebrek
from leercyclus.store import bladen, files
from leercyclus.store.toml.read import MAX_BYTES, check, parse

_BLADEN = (".md", ".docx")


#: What people send that is no sheet: how its bytes begin, what it is, and what to do.
_ANDERS = (
    (b"%PDF", "een pdf", "vraag het Word-bestand, of typ de antwoorden over"),
    (b"\xd0\xcf\x11\xe0", "een oud of beveiligd Word-bestand", "sla het op als gewoon .docx"),
    (b"{\\rtf", "een rtf-bestand", "sla het op als .docx"),
)


@dataclass(frozen=True)
class Aanlevering:
    """Something that was handed over: how to call it, its bytes, and whether it came with a whole folder."""

    naam: str
    raw: bytes
    uit_map: bool = False

    def blad(self) -> Ingevuldblad | None:
        """The filled sheet; None when this is none. ContentError when nobody can read it."""
        for start, what, advice in _ANDERS:
            if self.raw.startswith(start):
                raise ContentError(f"{self.naam} is {what}; dat kan niet ingelezen worden", tip=advice)
        is_word = bladen.is_word(self.raw)
        if self.uit_map and not is_word and b"[blad" not in self.raw:
            return None  # a note beside the sheets, in whatever encoding
        found = bladen.uit_word(self.raw, self.naam) if is_word else bladen.uit_markdown(self._text())
        if found.delen or found.fouten:
            return found
        if self.uit_map or not (is_word or self.naam.lower().endswith(".md")):
            return None
        raise ContentError(
            f"{self.naam} is geen blad: er staat geen code tussen haken op",
            tip="lees het blad in dat leercyclus maakte, met de codes er nog op",
        )

    def _text(self) -> str:
        try:
            return self.raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ContentError(
                f"{self.naam} is geen UTF-8",
                tip="sla het opnieuw op, met als codering UTF-8 (in Kladblok: Opslaan als, Codering)",
            ) from None

    def record(self, soort: Soort[Any], bekend: Mapping[Verwijzing, Collection[str]]) -> dict[str, Any]:
        """A record as plain data, checked against its kind. ContentError names every fault."""
        document = _parse(self.raw, self.naam)
        record, faults = toets(soort.model, document.data, bekend)
        if faults:
            raise ContentError(
                f"{self.naam} past niet bij {soort.benoemd}",
                details=[_line(document, fault) for fault in faults],
                tip="verbeter dit en geef de opdracht opnieuw; er is niets bewaard",
            )
        plain: dict[str, Any] = record.model_dump(exclude_unset=True, exclude_none=True)
        return plain


def lees_alle(sources: Iterable[str]) -> list[Aanlevering]:
    """Everything that was named; of a folder what can be a sheet. NotFoundError when that is nothing."""
    found: list[Aanlevering] = []
    for source in sources:
        if source == "-" or not Path(source).is_dir():
            found.append(lees(source))
            continue
        names = [path for path in sorted(Path(source).iterdir()) if path.suffix.lower() in _BLADEN]
        names = [path for path in names if not path.name.startswith(("~", ".")) and path.stat().st_size]
        if not names:
            raise NotFoundError(f"in de map {source} staat geen blad", tip="een blad is .md of .docx")
        found += [replace(lees(str(path)), uit_map=True) for path in names]
    return found


def lees(source: str) -> Aanlevering:
    """What lies at a path, or comes in when the path is ``-``.

    NotFoundError when there is no such file, ContentError when nothing comes in.
    """
    if source == "-":
        name, raw = "standaardinvoer", sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        name, raw = source, _file(Path(source))
    if len(raw) > MAX_BYTES:
        raise ContentError(f"{name} is groter dan {MAX_BYTES // 1024 // 1024} MiB")
    if not raw.strip():
        raise ContentError(f"{name} is leeg", tip="is het juiste bestand bewaard?")
    return Aanlevering(name, raw)


def _file(path: Path) -> bytes:
    try:
        return files.read(path, limit=MAX_BYTES)
    except FileNotFoundError:
        siblings = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
        close = nearest(path.name, siblings)
        raise NotFoundError(
            f"{path} bestaat niet", tip=f"bedoelde u {path.with_name(close[0])}?" if close else None
        ) from None
    except (files.NotAFileError, IsADirectoryError):
        raise ContentError(f"{path} is geen gewoon bestand") from None


def _parse(raw: bytes, name: str) -> Document:
    document = check(_parse_json(raw, name)) if _is_json(raw) else parse(raw, name)
    if isinstance(document, Bevinding):
        raise ContentError.van(document, None)
    return document


def _is_json(raw: bytes) -> bool:
    return raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _parse_json(raw: bytes, name: str) -> Document:
    try:
        data = json.loads(raw.decode("utf-8-sig"))
        json.dumps(data, ensure_ascii=False).encode("utf-8")  # half a character is no text
    except json.JSONDecodeError as error:
        raise ContentError(f"{name}:{error.lineno}:{error.colno}  dit is geen geldige JSON") from None
    except (UnicodeError, RecursionError, ValueError):
        raise ContentError(f"{name} is niet te lezen als JSON") from None
    return Document(name, "", data)


def _line(document: Document, fault: Gebrek) -> str:
    found = document.bevinding(fault)
    place = f"{found.regel}:{found.kolom}  " if document.text else ""
    tip = f" ({found.tip})" if found.tip else ""
    return f"{place}{found.zin}{tip}"


def lees_tabel(source: str, columns: Collection[str]) -> list[dict[str, str]]:
    """The rows of a CSV file (commas or semicolons) as Excel and others write it.

    ContentError when it is no UTF-8, has an unknown column, or no rows.
    """
    given = lees(source)
    name, raw = given.naam, given.raw
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError(f"{name} is geen UTF-8", tip="sla de lijst op als CSV UTF-8") from None
    head = text.split("\n", 1)[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    try:
        rows = list(
            csv.DictReader(io.StringIO(text), delimiter=delimiter, restkey="te veel", restval="", strict=True)
        )
    except csv.Error:
        raise ContentError(f"{name} is niet te lezen als CSV") from None
    unknown = [column for row in rows for column in row if column not in columns]
    if unknown or not rows:
        what = f"onbekende kolom '{unknown[0]}'" if unknown else "er staan geen rijen in"
        raise ContentError(f"{name}:1  {what}", tip=f"kolommen: {', '.join(sorted(columns))}")
    return rows
