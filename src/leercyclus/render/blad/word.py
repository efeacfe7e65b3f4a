"""A sheet as a Word document: A4, boxes to write in, boxes to tick. Needs the extra ``word``."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence

import docx
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from leercyclus.domain.blad import Bladblok
from leercyclus.domain.tekst import without_refused_visibly

_ACCENT, _QUIET, _CODE = "1F6F78", "505050", "808080"
_EDGE_CM, _LINE_CM = 0.3, 0.6  # of the box for an answer
#: What a record may hold, and a document may not.
_NO_XML = re.compile("[\ufffe\uffff]")
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_CHECKBOX = """
<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="{w14}">
  <w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/>
    <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
    <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>
  <w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>
    <w:t>{sign}</w:t></w:r></w:sdtContent>
</w:sdt>"""


def als_word(blokken: Iterable[Bladblok], titel: str) -> bytes:
    """The sheet as the bytes of a ``.docx``."""
    document = docx.Document()
    _set_up(document, titel)
    page = _Pagina(document)
    for block in blokken:
        page.zet(block)
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def _set_up(document: Document, titel: str) -> None:
    """A4, Dutch for the spelling check, and nothing about who or what made it."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Title", 20), ("Heading 1", 15), ("Heading 2", 13)):
        font = document.styles[name].font
        font.size, font.color.rgb, font.name = Pt(size), RGBColor.from_string(_ACCENT), "Calibri"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(4)
    language = document.styles.element.find(f".//{qn('w:lang')}")
    for key in ("w:val", "w:eastAsia"):
        language.set(qn(key), "nl-NL")
    properties = document.core_properties
    properties.title, properties.language = _xml(" ".join(titel.split())), "nl-NL"
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = dt.datetime(2000, 1, 1)


class _Pagina:
    """Puts one piece after another."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._op_nieuwe_pagina = False

    def zet(self, block: Bladblok) -> None:
        text = _xml(block.tekst)
        match block.vorm:
            case "titel":
                self.document.add_heading(text, 0)
            case "kop":
                self.document.add_heading(text, 1)
            case "tussenkop":
                self._keep(self.document.add_heading(text, 2))
            case "vraag":
                self._keep(self._regel(f"{block.label}. {text}", bold=True))
            case "gegeven":
                self._gegeven(block)
            case "punt":
                self.document.add_paragraph(text, style="List Bullet")
            case "merk":
                self._merk(text)
            case "toelichting":
                self._keep(self._regel(text, klein=True))
            case "pagina":
                self._op_nieuwe_pagina = True
            case "vakje":
                self._vakje(text, ticked=block.aan)
            case "tabel":
                self._tabel(block.rijen)
            case "ruimte":
                self._ruimte(text, block.regels)
            case "tekst" | "label" | "zin":
                self._keep(self._regel(text, klein=block.vorm != "tekst"))

    def _regel(self, text: str, *, bold: bool = False, klein: bool = False) -> Paragraph:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold = bold
        if klein:
            run.font.size, run.font.color.rgb = Pt(9.5), RGBColor.from_string(_QUIET)
        return paragraph

    def _merk(self, text: str) -> None:
        """Small: it is for the program, not for who reads."""
        paragraph = self._regel(text, klein=True)
        font = paragraph.runs[0].font
        font.size, font.color.rgb = Pt(7), RGBColor.from_string(_CODE)
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(12), Pt(0)
        paragraph.paragraph_format.page_break_before = self._op_nieuwe_pagina
        self._op_nieuwe_pagina = False
        self._keep(paragraph)

    def _keep(self, paragraph: Paragraph) -> None:
        """On one page with what follows."""
        paragraph.paragraph_format.keep_with_next = True

    def _gegeven(self, block: Bladblok) -> None:
        paragraph = self._regel(f"{_xml(block.label)}: ", bold=True)
        paragraph.add_run(_xml(block.tekst))

    # answers

    def _vakje(self, label: str, *, ticked: bool) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        self._keep(paragraph)
        sign = "☒" if ticked else "☐"
        paragraph._p.append(parse_xml(_CHECKBOX.format(w14=_W14, on=int(ticked), sign=sign)))
        paragraph.add_run(f" {label}")

    def _ruimte(self, text: str, regels: int) -> None:
        """A box to write in, with what is there already; it grows with what is typed."""
        table = self.document.add_table(rows=1, cols=1, style="Table Grid")
        table.rows[0].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        table.rows[0].height = Cm(_EDGE_CM + _LINE_CM * regels)
        first, *others = text.split("\n")
        cell = table.cell(0, 0)
        cell.paragraphs[0].add_run(first)
        for line in others:
            cell.add_paragraph(line)

    def _tabel(self, rows: Sequence[Sequence[str]]) -> None:
        table = self.document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for number, cells in enumerate(rows):
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.paragraphs[0].add_run(_xml(text)).bold = number == 0


def _xml(text: str) -> str:
    """The text as it is, but for signs that a record or a document cannot hold."""
    return _NO_XML.sub("\ufffd", without_refused_visibly(text))
