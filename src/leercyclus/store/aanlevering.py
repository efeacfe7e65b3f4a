"""What somebody hands over with ``--lees``: a whole record (TOML or JSON), filled sheets, or a list."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leercyclus.domain.bevinding import ONGELDIGE_WAARDE, Bevinding
from leercyclus.domain.controle import Gebrek, onbekende_sleutels, to_record
from leercyclus.domain.errors import ContentError, NotFoundError
from leercyclus.domain.ids import nearest
from leercyclus.domain.ingevuld import Ingevuld, ontleed
from leercyclus.domain.soorten import Soort
from leercyclus.store import bladen, files
from leercyclus.store.toml.read import MAX_BYTES, Document, check, parse
from leercyclus.store.werkmap import finding

_BLADEN = (".md", ".docx")


@dataclass(frozen=True)
class Aanlevering:
    """Something that was handed over: how to call it, and its bytes."""

    naam: str
    raw: bytes

    def bladdelen(self) -> list[Ingevuld]:
        """The parts of a filled sheet; none when this is no sheet.

        ContentError for a Word document without a mark of ours.
        """
        if bladen.is_word(self.raw):
            parts = ontleed(bladen.uit_word(self.raw, self.naam))
            if not parts:
                raise ContentError(
                    f"in {self.naam} staat geen code tussen haken van een blad",
                    tip="maak een blad met --blad, en laat de codes erin staan",
                )
            return parts
        text = self.raw.decode("utf-8-sig", "replace")
        return ontleed(bladen.uit_markdown(text))

    def record(self, soort: Soort[Any]) -> dict[str, Any]:
        """A record as plain data, checked against its kind. ContentError names every fault."""
        document = _parse(self.raw, self.naam)
        record, wrong = to_record(soort.model, document.data)
        faults = [*wrong, *onbekende_sleutels(record)]
        if faults:
            raise ContentError(
                f"{self.naam} past niet bij {soort.benoemd}",
                details=[_line(document, fault) for fault in faults],
                tip="verbeter dit en geef de opdracht opnieuw; er is niets bewaard",
            )
        plain: dict[str, Any] = record.model_dump(exclude_unset=True, exclude_none=True)
        return plain


def lees_alle(sources: Iterable[str]) -> list[Aanlevering]:
    """Everything that was named; of a folder the sheets in it."""
    found = []
    for source in sources:
        if source != "-" and Path(source).is_dir():
            names = sorted(path for path in Path(source).iterdir() if path.suffix.lower() in _BLADEN)
            if not names:
                raise NotFoundError(f"in de map {source} staat geen blad", tip="een blad is .md of .docx")
            found += [lees(str(path)) for path in names if not path.name.startswith(("~", "."))]
        else:
            found.append(lees(source))
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
        raise ContentError(f"{name} is leeg", tip="geef een heel stuk mee, als TOML of JSON")
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
    found = finding(document, fault)
    place = f"{found.regel}:{found.kolom}  " if document.text else ""
    key = f"{found.sleutel}: " if found.code == ONGELDIGE_WAARDE else ""
    tip = f" ({found.tip})" if found.tip else ""
    return f"{place}{key}{found.melding}{tip}"


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
        rows = list(csv.DictReader(io.StringIO(text), delimiter=delimiter, restkey="te veel", restval=""))
    except csv.Error:
        raise ContentError(f"{name} is niet te lezen als CSV") from None
    unknown = [column for row in rows for column in row if column not in columns]
    if unknown or not rows:
        what = f"onbekende kolom '{unknown[0]}'" if unknown else "er staan geen rijen in"
        raise ContentError(f"{name}:1  {what}", tip=f"kolommen: {', '.join(sorted(columns))}")
    return rows
