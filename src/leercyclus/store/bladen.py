"""Filled sheets, read as lines and tables: Markdown, or what Word and LibreOffice made of a document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from leercyclus.domain.errors import ContentError, MissingExtraError
from leercyclus.domain.ingevuld import Inhoud, Tabel
from leercyclus.domain.tekst import without_refused

#: What unpacked may come out of a document, in bytes.
_LARGEST = 64 * 1024 * 1024
_CELL = re.compile(r"(?<!\\)\|")
#: An answer by mail: what was sent stands behind these signs, the answers below it.
_QUOTE = re.compile(r"^(?:> ?)+")
_QUOTED_MARK = re.compile(r"^(?:> ?)+\[[a-z0-9_/ -]+\]")
_RULE = re.compile(r":?-{3,}:?")


def is_word(raw: bytes) -> bool:
    """Whether these are the bytes of a Word document."""
    return raw.startswith(b"PK\x03\x04")


def uit_markdown(text: str) -> list[Inhoud]:
    """The lines and tables of a sheet in Markdown; what a mail program quoted is taken out of it."""
    lines = without_refused(text)[0].split("\n")
    if any(_QUOTED_MARK.match(line) for line in lines):
        lines = [_QUOTE.sub("", line) for line in lines]
    found: list[Inhoud] = []
    for line in lines:
        cells = _cells(line)
        if cells is None:
            found.append(line)
        elif found and isinstance(found[-1], list):
            found[-1].append(cells)
        else:
            found.append([cells])
    return [_without_rule(item) if isinstance(item, list) else item for item in found]


def _cells(line: str) -> list[str] | None:
    """The cells of a row of a table; None for any other line."""
    stripped = line.strip()
    if not (stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1):
        return None
    parts = _CELL.split(stripped)[1:-1]
    return [part.strip().replace("\\|", "|").replace("\\\\", "\\") for part in parts]


def _without_rule(rows: Tabel) -> Tabel:
    """A table without the line below its head."""
    return [row for row in rows if not all(_RULE.fullmatch(cell) for cell in row)]


# Word


def uit_word(raw: bytes, name: str) -> list[Inhoud]:
    """The paragraphs and tables of a document, with what was tracked as inserted.

    MissingExtraError without python-docx; ContentError when it is no document, or unpacks too large.
    """
    import zipfile  # here: only Word needs it

    try:
        import docx
    except ImportError:
        raise MissingExtraError from None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            size = sum(item.file_size for item in package.infolist())
        body = docx.Document(io.BytesIO(raw)).element.body if size <= _LARGEST else None
    except Exception:  # python-docx, lxml and zipfile raise many kinds for a broken package
        raise ContentError(f"{name} is niet te lezen als Word-document", tip="sla het op als .docx") from None
    if body is None:
        raise ContentError(f"{name} is uitgepakt te groot")
    return list(_contents(body))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


#: What may stand around a paragraph or a run without changing what it says.
_AROUND = {"sdt", "sdtContent", "ins", "smartTag", "customXml", "hyperlink"}


def _contents(parent: Any) -> Iterator[Inhoud]:
    """Paragraphs as lines and tables as rows; a table of one cell is a box around its contents."""
    for element in parent:
        tag = _tag(element)
        if tag == "p":
            yield from _line(element).split("\n")
        elif tag == "tbl":
            rows = [[cell for cell in row if _tag(cell) == "tc"] for row in element if _tag(row) == "tr"]
            if [len(row) for row in rows] == [1]:
                yield from _contents(rows[0][0])
            else:
                yield [[_cell(cell) for cell in row] for row in rows]
        elif tag in _AROUND:
            yield from _contents(element)


def _cell(cell: Any) -> str:
    lines = [item for item in _contents(cell) if isinstance(item, str)]
    return " ".join(" ".join(lines).split())


def _line(paragraph: Any) -> str:
    """The text of a paragraph; a point of a list keeps a sign for it."""
    text, _ = without_refused("".join(_runs(paragraph)))
    is_point = paragraph.find("./{*}pPr/{*}numPr") is not None
    return f"- {text}" if is_point and text.strip() else text


#: What stands in a run for a sign.
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _runs(parent: Any) -> Iterator[str]:
    """The text of the runs; not what was struck or moved away, nor what a drawing holds."""
    for element in parent:
        tag = _tag(element)
        if tag == "r" or tag in _AROUND:
            yield from _runs(element)
        elif tag == "t":
            yield element.text or ""
        elif _tag(parent) == "r":
            yield _SIGNS.get(tag, "")
