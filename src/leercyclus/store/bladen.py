"""Filled sheets, read as lines and tables: Markdown, or what Word and LibreOffice made of a document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from leercyclus.domain.blad import is_code
from leercyclus.domain.errors import ContentError, MissingExtraError
from leercyclus.domain.ingevuld import Ingevuldblad, Inhoud, Tabel, ontleed
from leercyclus.domain.tekst import without_refused

#: What may come out of a document when it is unpacked, and the text in it, in bytes.
_LARGEST, _LARGEST_TEXT = 64 * 1024 * 1024, 8 * 1024 * 1024
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-{3,}:?")
_QUOTE = re.compile(r"^(?:> ?)+")


def is_word(raw: bytes) -> bool:
    """Whether these are the bytes of a Word document."""
    return raw.startswith(b"PK\x03\x04")


def uit_markdown(text: str) -> Ingevuldblad:
    """A sheet in Markdown; what a mail program quoted is taken out of its quotes."""
    lines = without_refused(text)[0].split("\n")
    depth = max((_depth(line) for line in lines if is_code(line)), default=0)
    unquote = re.compile(rf"^(?:> ?){{0,{depth}}}")
    return ontleed(_met_tabellen([unquote.sub("", line) for line in lines]))


def _depth(line: str) -> int:
    """How often a line was quoted."""
    quote = _QUOTE.match(line)
    return quote[0].count(">") if quote else 0


def _met_tabellen(lines: list[str]) -> Iterator[Inhoud]:
    """The lines, with those of a table together."""
    table: list[str] = []
    for line in (*lines, None):
        if line is not None and _cells(line) is not None:
            table.append(line)
            continue
        rows = [row for row in map(_cells, table) if row and not all(_RULE.fullmatch(cell) for cell in row)]
        if rows:
            yield Tabel(rows, table)
        else:
            yield from table
        table = []
        if line is not None:
            yield line


def _cells(line: str) -> list[str] | None:
    """The cells of a row of a table; None for any other line."""
    stripped = line.strip()
    if not (stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1):
        return None
    parts = _CELL.split(stripped)[1:-1]
    return [part.strip().replace("\\|", "|").replace("\\\\", "\\") for part in parts]


# Word


def uit_word(raw: bytes, name: str) -> Ingevuldblad:
    """A sheet as a Word document: its paragraphs and tables, with what was tracked as inserted.

    MissingExtraError without python-docx; ContentError when it is no document, or unpacks too large.
    """
    import zipfile  # here: only Word needs it

    try:
        import docx
    except ImportError:
        raise MissingExtraError("Word", "word") from None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            sizes = {item.filename: item.file_size for item in package.infolist()}
        is_small = sum(sizes.values()) <= _LARGEST and sizes.get("word/document.xml", 0) <= _LARGEST_TEXT
        body = docx.Document(io.BytesIO(raw)).element.find("./{*}body") if is_small else None
    except Exception:  # python-docx, lxml and zipfile raise many kinds for a broken package
        raise ContentError(f"{name} is niet te lezen als Word-document", tip="sla het op als .docx") from None
    if not is_small:
        raise ContentError(f"{name} is uitgepakt te groot")
    if body is None:
        raise ContentError(f"{name} is niet te lezen als Word-document", tip="sla het op als .docx")
    found = ontleed(_contents(body))
    if body.find(".//{*}txbxContent") is not None:
        found.let_op.append("tekst in een tekstvak wordt niet gelezen")
    return found


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


#: What may stand around a paragraph, a row, a cell or a run without changing what it says.
_AROUND = {
    *("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink"),
    *("fldSimple", "dir", "bdo", "oMath", "oMathPara", "AlternateContent", "Fallback"),
}


def _inside(parent: Any) -> Iterator[Any]:
    """The elements in it, also those with something around them."""
    for element in parent:
        if _tag(element) in _AROUND:
            yield from _inside(element)
        else:
            yield element


def _contents(parent: Any) -> Iterator[Inhoud]:
    """Paragraphs as lines and tables as rows; a table of one column is a box around its contents."""
    for element in _inside(parent):
        if _tag(element) == "p":
            yield from _line(element).split("\n")
        elif _tag(element) == "tbl":
            yield from _table(element)


def _table(element: Any) -> Iterator[Inhoud]:
    rows = [
        [cell for cell in _inside(row) if _tag(cell) == "tc"] for row in _inside(element) if _tag(row) == "tr"
    ]
    if all(len(row) == 1 for row in rows):
        for (cell,) in rows:
            yield from _contents(cell)
    else:
        cells = [[text for cell in row for text in _cell(cell)] for row in rows]
        yield Tabel(cells, [" | ".join(row) for row in cells])


def _cell(cell: Any) -> Iterator[str]:
    """The text of a cell, and an empty one for every other column that it lies over."""
    lines = (item if isinstance(item, str) else " ".join(item.regels) for item in _contents(cell))
    yield " ".join(" ".join(lines).split())
    span = cell.find("./{*}tcPr/{*}gridSpan")
    value = "".join(span.attrib.values()) if span is not None else "1"
    yield from [""] * (min(int(value), 64) - 1 if value.isdecimal() else 0)


def _line(paragraph: Any) -> str:
    """The text of a paragraph; a point of a list keeps a sign for it."""
    text, _ = without_refused("".join(_runs(paragraph)))
    is_point = paragraph.find("./{*}pPr/{*}numPr") is not None
    return f"- {text}" if is_point and text.strip() else text


#: What stands in a run for a sign.
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: Signs of the font Wingdings, which Word puts in the place of ``-->`` and the like.
_WINGDINGS = {"F0E0": "→", "F0DF": "←", "F0F3": "↔", "F0E8": "→", "F0A7": "▪", "F04A": "☺", "F04C": "☹"}


def _runs(parent: Any) -> Iterator[str]:
    """The text of the runs; not what was struck or moved away, nor what a drawing holds."""
    for run in _inside(parent):
        for part in _inside(run) if _tag(run) == "r" else ():
            tag = _tag(part)
            if tag == "t":
                yield part.text or ""
            elif tag == "sym":
                code = next((item for key, item in part.attrib.items() if key.endswith("}char")), "")
                yield _WINGDINGS.get(code.upper(), "\ufffd")
            else:
                yield _SIGNS.get(tag, "")
