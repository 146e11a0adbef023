"""Makes the Thai text of Typst's PDFs searchable by mapping every glyph to its own letter.

For a syllable such as ที่, Typst maps each glyph to the whole syllable and adds the true text (ActualText).
Readers that ignore ActualText, or find a mark that Typst placed separately, copy ขึ้ขึ้น for ขึ้น
(krilla 411, typst 4225). Here each glyph is mapped to its own letter, by its outline in the font, and ActualText is
removed, except for syllables with sara am: it is drawn as two glyphs, one of them that of sara aa.

Readers also use glyph positions. Chromium treats a mark slightly above its line as a line of its own, and drops a space
that is drawn separately: such marks are moved onto their line, such spaces joined to the word.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Hashable, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import fontpkg_sarabun
import pikepdf
from fontTools import agl
from fontTools.ttLib import TTFont

_FONTS = fontpkg_sarabun.ROOT / "files"
_SARA_AM = b"0E33"
_BESIDE = re.compile(rb"/Span<</ActualText<FEFF([0-9A-F]+)>>>BDC(.*?)\nEMC", re.DOTALL)
_SAID = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> def\n"
    "/CMapName /Letters def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_FIRST = 0x20
_USUAL = "-–—"
"""Of several identical-looking dashes, those that people type."""
_NAMED = {"yoYingthai": "ญ", "doChadathai": "ฎ", "toPatakthai": "ฏ", "thoThanthai": "ฐ", "loChulathai": "ฬ"}
"""Glyph names of letter forms in Sarabun."""
_LINE = re.compile(rb"q 1 0 0 -1 (\S+) (\S+) cm")
_HAIR = 0.35
"""Points by which a mark over a vowel may be above its line."""
_NEXT = b" 0 Tr/"
"""Begins each text of a line, before font, size and position."""
_BLANK = re.compile(rb"(f\d+ \S+ Tf) 1 0 0 -1 \S+ \S+ Tm\(((?:\\.[0-7]{0,2}|[^\\()]){2})\)Tj(.*)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MOST_AT_ONCE = 100
"""Entries per block (PDF 32000-1, 9.7.6.2)."""


class Outline(NamedTuple):
    """Identifies a glyph in a subset font, where glyph numbers differ."""

    advance: int
    drawn: Hashable


def with_letters(pdf: bytes) -> bytes:
    """Return the PDF with glyphs mapped to letters. Same bytes in, same bytes out."""
    with pikepdf.open(BytesIO(pdf)) as document:
        blanks: dict[tuple[int, int], bytes | None] = {}
        for page in document.pages:
            of_page = {}
            for name, font in page.Resources.get("/Font", {}).items():
                if font.objgen not in blanks:
                    blanks[font.objgen] = _name_glyphs(font)
                of_page[name[1:].encode("ascii")] = blanks[font.objgen]
            _write(page.Contents, _readable(page.Contents.read_bytes(), of_page))
        made = BytesIO()
        # Unchanged streams keep their compression.
        document.save(made, deterministic_id=True, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return made.getvalue()


def _write(stream: Any, content: bytes) -> None:
    stream.write(zlib.compress(content), filter=pikepdf.Name.FlateDecode)


def _readable(content: bytes, blanks: Mapping[bytes, bytes | None]) -> bytes:
    """Return a page's content stream with readable text; `blanks` are the codes of spaces by font name."""
    pieces = _on_lines(_BESIDE.sub(_kept, content)).split(_NEXT)
    made = pieces[:1]
    for piece in pieces[1:]:
        alone = _BLANK.fullmatch(piece)
        before = made[-1]
        if alone and before.startswith(alone[1]) and _unescaped(alone[2]) == blanks.get(alone[1].split()[0]):
            if before.endswith(b"]TJ"):
                made[-1] = b"%b(%b)]TJ%b" % (before[:-3], alone[2], alone[3])
                continue
            if before.endswith(b")Tj"):
                made[-1] = b"%b%b)Tj%b" % (before[:-3], alone[2], alone[3])
                continue
        made.append(piece)
    return _NEXT.join(made)


def _on_lines(content: bytes) -> bytes:
    last = b"0"

    def on_line(match: re.Match[bytes]) -> bytes:
        nonlocal last
        if abs(float(match[2]) - float(last)) >= _HAIR:
            last = match[2]
        return b"q 1 0 0 -1 %b %b cm" % (match[1], last)

    return _LINE.sub(on_line, content)


def _unescaped(text: bytes) -> bytes:
    """Return the bytes of an escaped PDF string (PDF 32000-1, 7.3.4.2)."""
    return _ESCAPED.sub(lambda one: bytes([int(one[1], 8)]) if one[1].isdigit() else _SHORT.get(one[1], one[1]), text)


def _kept(match: re.Match[bytes]) -> bytes:
    return match[0] if _SARA_AM in match[1] else match[2]


def _name_glyphs(font: Any) -> bytes | None:
    """Rewrite the glyph-to-letter map of a font, and return the code of its space.

    Fonts other than ours are unchanged.
    """
    name = str(font.BaseFont).partition("+")[2]
    file = _FONTS / f"{name}.ttf"
    if not file.is_file():
        return None
    letters = _letters(file)
    embedded = TTFont(BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()), lazy=True)
    outlines = list(enumerate(_outlines(embedded)))
    before = {int(code, 16): letter.decode("ascii") for code, letter in _SAID.findall(font.ToUnicode.read_bytes())}
    found = {
        number: letters[outline].encode("utf-16-be").hex().upper() if outline in letters else before.get(number)
        for number, outline in outlines
        if number
    }
    lines = [f"<{number:04X}> <{letter}>" for number, letter in found.items() if letter]
    blocks = [lines[at : at + _MOST_AT_ONCE] for at in range(0, len(lines), _MOST_AT_ONCE)]
    said = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    _write(font.ToUnicode, (_HEAD + said + _FOOT).encode("ascii"))
    return next((number.to_bytes(2, "big") for number, outline in outlines if letters.get(outline) == " "), None)


@lru_cache(maxsize=8)
def _letters(file: Path) -> dict[Outline, str]:
    """Return the letters of a font by outline; of identical outlines, the first in Unicode."""
    with TTFont(file, lazy=True) as font:
        by_name: dict[str, str] = {}
        for code, name in sorted(font.getBestCmap().items(), reverse=True):
            by_name[name] = chr(code) if code >= _FIRST else ""
        found: dict[Outline, str] = {}
        outlines = list(_outlines(font))
        order = enumerate(font.getGlyphOrder())
        named = [(_letter(name, by_name), outlines[at]) for at, name in order]
        for letter, outline in sorted(named, key=lambda one: (one[0] not in _USUAL, one[0]), reverse=True):
            if letter:
                found[outline] = letter
    return found


def _letter(name: str, by_name: dict[str, str]) -> str:
    """Return the letter of a glyph: from the font's map, from the glyph that it is a form of, or from its name."""
    stem = name.partition(".")[0]
    return by_name.get(name) or by_name.get(stem) or agl.toUnicode(name) or _NAMED.get(stem, "")


def _outlines(font: TTFont) -> list[Outline]:
    glyphs, widths = font["glyf"], font["hmtx"]
    return [Outline(widths[name][0], _drawn(glyphs, name)) for name in font.getGlyphOrder()]


def _drawn(glyphs: Any, name: str) -> Hashable:
    """Return the shape of a glyph: its bytes; for composites, whose component numbers vary, its points."""
    content: bytes = glyphs.glyphs[name].data if hasattr(glyphs.glyphs[name], "data") else b""
    if content[:1] and content[0] < 0x80:
        return content.rstrip(b"\0")
    return tuple(map(tuple, glyphs[name].getCoordinates(glyphs)[0]))
