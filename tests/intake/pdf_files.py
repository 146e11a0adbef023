"""Writes small text PDFs letter by letter: texts, tables with lines, pictures, and forbidden content."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import fontpkg_sarabun
import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

WIDTH, HEIGHT = 842, 595
FONT = fontpkg_sarabun.ROOT / "files" / "Sarabun-Regular.ttf"
_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u200b")
SIZE = 10
LETTER = 5.0
"""Width of a letter; marks have none."""


def width_of(text: str) -> float:
    """Return the width of a text in points."""
    return LETTER * sum(letter not in _MARKS for letter in text)


@dataclass
class Sheet:
    """One page; y counts from its top."""

    parts: list[str] = field(default_factory=list)
    has_picture: bool = False
    letters: dict[str, int] = field(default_factory=dict)

    def text(self, x: float, y: float, said: str, *, mode: int = 0, actual: str = "") -> Sheet:
        """Write a text on a baseline; `mode` 3 is invisible, `actual` is the text stated by `/ActualText`."""
        codes = "".join(f"{self.letters.setdefault(letter, len(self.letters) + 1):04x}" for letter in said)
        shown = f"BT /F1 {SIZE} Tf {mode} Tr 1 0 0 1 {x} {HEIGHT - y} Tm <{codes}> Tj ET"
        if actual:
            hexed = (b"\xfe\xff" + actual.encode("utf-16-be")).hex()
            shown = f"/Span <</ActualText <{hexed}>>> BDC {shown} EMC"
        self.parts.append(shown)
        return self

    def line(self, x: float, y: float, x_end: float, y_end: float) -> Sheet:
        """Draw a line."""
        self.parts.append(f"0.5 w {x} {HEIGHT - y} m {x_end} {HEIGHT - y_end} l S")
        return self

    def picture(self) -> Sheet:
        """Draw a picture over the whole page."""
        self.parts.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im1 Do Q")
        self.has_picture = True
        return self

    def table(self, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]], *, tall: int = 0) -> float:
        """Draw a table and return the y of its end: texts are wrapped, a row with one text spans the table."""
        left, pitch = 40.0, 14.0
        columns = [left + sum(widths[:count]) for count in range(len(widths) + 1)]
        self.line(columns[0], top, columns[-1], top)
        for row in rows:
            edges = [left, left + sum(widths)] if len(row) == 1 else columns
            wrapped = [wrap(text, end - start - 8) for text, (start, end) in zip(row, pairwise(edges), strict=True)]
            height = pitch * max([*map(len, wrapped), tall, 1]) + 5
            for edge, lines in zip(edges, wrapped, strict=False):
                for count, said in enumerate(lines, start=1):
                    self.text(edge + 4, top + pitch * count, said)
            for edge in edges:
                self.line(edge, top, edge, top + height)
            top += height
            self.line(edges[0], top, edges[-1], top)
        return top


def wrap(text: str, width: float) -> list[str]:
    """Return the lines of a text, wrapped at spaces and line breaks; a space at the end of a line is kept."""
    found: list[str] = []
    for part in text.split("\n") if text else []:
        line = ""
        for word in part.split(" "):
            if line and width_of(line + word) > width:
                found.append(line)
                line = ""
            line += f"{word} "
        found.append(line.rstrip())
    return found


def pdf(*sheets: Sheet, change: Callable[[pikepdf.Pdf], None] | None = None, **saving: object) -> bytes:
    """Return a PDF of pages; `change` adds forbidden content."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for sheet in sheets:
            resources = Dictionary(Font=Dictionary(F1=_font(made, sheet.letters)))
            if sheet.has_picture:
                resources.XObject = Dictionary(Im1=_picture(made))
            page = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, WIDTH, HEIGHT]),
                Resources=resources,
                Contents=made.make_stream("\n".join(sheet.parts).encode()),
            )
            made.pages.append(pikepdf.Page(made.make_indirect(page)))
        if change:
            change(made)
        made.save(out, **saving)
    return out.getvalue()


def _font(made: pikepdf.Pdf, letters: dict[str, int]) -> pikepdf.Object:
    widths = Array(
        [item for letter, code in letters.items() for item in (code, Array([0 if letter in _MARKS else 500]))]
    )
    listed = [f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in letters.items()]
    blocks = [listed[start : start + 100] for start in range(0, len(listed), 100)]
    mapped = "\n".join(f"{len(one)} beginbfchar\n" + "\n".join(one) + "\nendbfchar" for one in blocks)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{mapped}\nendcmap end end"
    )
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/Drawn"),
        Flags=4,
        FontBBox=Array([0, -300, 1000, 1000]),
        ItalicAngle=0,
        Ascent=900,
        Descent=-300,
        CapHeight=700,
        StemV=80,
        FontFile2=made.make_stream(FONT.read_bytes()),
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/Drawn"),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        CIDToGIDMap=made.make_stream(b"".join(_glyph(one).to_bytes(2, "big") for one in ["", *letters])),
        FontDescriptor=made.make_indirect(descriptor),
        DW=500,
        W=widths,
    )
    return made.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/Drawn"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([made.make_indirect(inner)]),
            ToUnicode=made.make_stream(cmap.encode()),
        )
    )


def _glyph(letter: str) -> int:
    """Return the glyph of a letter; PDFium omits letters without a glyph, so use any glyph rather than none."""
    cmap, order = _drawn()
    return order[cmap.get(ord(letter), "kokai") if letter else "kokai"]


@cache
def _drawn() -> tuple[dict[int, str], dict[str, int]]:
    with TTFont(FONT) as font:
        cmap = font.getBestCmap()
        return cmap, font.getReverseGlyphMap() | {"kokai": font.getGlyphID(cmap[ord("ก")])}


def _picture(made: pikepdf.Pdf) -> pikepdf.Object:
    picture = made.make_stream(bytes(16 * 16))
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    picture.Width = picture.Height = 16
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    return picture
