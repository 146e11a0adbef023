"""Writes .docx files as offices make them, including details of Word's XML that common libraries lose."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
THAI_NUMBERS = (
    f"<w:numbering {_NS}>"
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>'
    '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(1, 60)
    )
    + "</w:numbering>"
)
WORD_TICK = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
FONT_TICK = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>'


def run(text: str) -> str:
    """Return a run; line breaks are manual ones."""
    parts = text.split("\n")
    return "<w:r>" + "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts) + "</w:r>"


def paragraph(*runs: str, number: int = 0) -> str:
    """Return a paragraph, with an automatic number of list `number` unless that is 0."""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{listed}</w:pPr>{''.join(runs)}</w:p>"


_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/>'
    "</w:sectPr>"
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = 14_000
"""Width of a table, in twentieths of a point."""


@dataclass(frozen=True)
class Tc:
    """One cell: its paragraphs as XML, the columns it spans, and whether it starts or continues a vertical merge."""

    body: str
    span: int = 1
    merge: str = ""
    is_controlled: bool = False


def tc(text: str = "", span: int = 1, merge: str = "") -> Tc:
    """Return a cell of plain text."""
    return Tc(paragraph(run(text) if text else ""), span, merge)


def table(rows: Iterable[Iterable[Tc]]) -> str:
    """Return a table with columns of equal width; Word states the width of each cell, and converters need it."""
    listed = [list(row) for row in rows]
    columns = max((sum(cell.span for cell in row) for row in listed), default=1)
    width = _TABLE // columns
    column = f'<w:gridCol w:w="{width}"/>'
    grid = f"<w:tblGrid>{column * columns}</w:tblGrid>"
    made = "".join(f"<w:tr>{''.join(_cell(cell, width) for cell in row)}</w:tr>" for row in listed)
    size = f'<w:tblW w:w="{width * columns}" w:type="dxa"/>'
    return f"<w:tbl><w:tblPr>{size}<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>{grid}{made}</w:tbl>"


def _cell(cell: Tc, width: int) -> str:
    size = f'<w:tcW w:w="{cell.span * width}" w:type="dxa"/>'
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.merge]
    made = f"<w:tc><w:tcPr>{size}{span}{merge}</w:tcPr>{cell.body}</w:tc>"
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{made}</w:sdtContent></w:sdt>" if cell.is_controlled else made


def docx(*blocks: str, numbering: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """Return a .docx file of blocks."""
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/word/numbering.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<?xml version="1.0"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" '
        'Target="numbering.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NS}><w:body>{''.join(blocks)}{_PAGE}</w:body></w:document>",
        "word/numbering.xml": numbering or f"<w:numbering {_NS}/>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
        for name, content in (more or {}).items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return out.getvalue()
