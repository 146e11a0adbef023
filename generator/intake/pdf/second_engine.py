"""Letters of a page as read by PDFium: in its own order, with its own spaces, without invisible ones.

Text in an invisible mode, or under a picture that covers the page, comes from a scanner's OCR and is ignored.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from generator.intake.pdf.glyphs import Glyph

_INVISIBLE_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_WHOLE = 0.8
"""Least share of a page covered by a full-page picture."""
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class SeenPage:
    """What PDFium finds on a page."""

    glyphs: list[Glyph]
    """Visible ones, in PDFium's order; spaces have the position of the previous letter."""
    unseen: int
    """Number of invisible letters."""
    has_whole_picture: bool


def open_document(content: bytes) -> pdfium.PdfDocument:
    """Return an opened document."""
    return pdfium.PdfDocument(io.BytesIO(content))


def seen_page(document: pdfium.PdfDocument, index: int) -> SeenPage:
    """Return the letters of a page; the first page has index 0."""
    page = document[index]
    matrix = _matrix(page)
    top = _height(page)
    unseen_objects, has_picture = _unseen(page)
    text = page.get_textpage()
    found: list[Glyph] = []
    unseen = 0
    x, y = ctypes.c_double(), ctypes.c_double()
    at = (0.0, 0.0)
    for place in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, place))
        if letter.isspace() or raw.FPDFText_IsGenerated(text.raw, place) == 1:
            found.append(Glyph(" ", *at))
            continue
        owner = raw.FPDFText_GetTextObject(text.raw, place)
        if owner and ctypes.addressof(owner.contents) in unseen_objects:
            unseen += 1
            continue
        if not raw.FPDFText_GetCharOrigin(text.raw, place, ctypes.byref(x), ctypes.byref(y)):
            continue
        a, b, c, d, e, f = matrix
        at = (a * x.value + c * y.value + e, top - (b * x.value + d * y.value + f))
        found.append(Glyph(letter, *at))
    text.close()
    page.close()
    return SeenPage(found, unseen, has_picture)


def _matrix(page: pdfium.PdfPage) -> Matrix:
    """Return the matrix from page space to the rotated page, with its lower left corner at 0."""
    left, bottom, right, top = page.get_mediabox()
    return {
        0: (1.0, 0.0, 0.0, 1.0, -left, -bottom),
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }[page.get_rotation()]


def _unseen(page: pdfium.PdfPage) -> tuple[set[int], bool]:
    """Return the addresses of invisible text objects, and whether a picture covers the page."""
    left, bottom, right, top = page.get_mediabox()
    least = _WHOLE * abs((right - left) * (top - bottom))
    invisible: set[int] = set()
    drawn: list[int] = []
    covered: set[int] = set()
    has_picture = False
    for kind, own, level, area in _objects(page):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            address = ctypes.addressof(own.contents)
            drawn.append(address)
            if raw.FPDFTextObj_GetTextRenderMode(own) in _INVISIBLE_MODES:
                invisible.add(address)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE and level == 0 and area >= least:
            has_picture = True
            covered.update(drawn)
    return invisible | covered, has_picture


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[int, ctypes._Pointer[ctypes.Structure], int, float]]:
    """Yield kind, handle, depth and area of each object of a page, in drawing order."""
    for own in page.get_objects():
        area = 0.0
        if own.type == raw.FPDF_PAGEOBJ_IMAGE:
            sides = [ctypes.c_float() for _ in range(4)]
            if raw.FPDFPageObj_GetBounds(own.raw, *map(ctypes.byref, sides)):
                area = abs((sides[2].value - sides[0].value) * (sides[3].value - sides[1].value))
        yield own.type, own.raw, own.level, area


def _height(page: pdfium.PdfPage) -> float:
    """Return the height of the rotated page from its media box, as the first engine does."""
    left, bottom, right, top = page.get_mediabox()
    return float(right - left if page.get_rotation() in (90, 270) else top - bottom)
