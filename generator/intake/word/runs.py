"""Extracts the visible text of a Word paragraph.

Ticks as symbols or in symbol fonts become `✓`; deleted and hidden text is left out, inserted text is kept. Other
content (pictures, drawn ticks, text boxes) is named in a remark, so that the cell does not look empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.intake.grids import NO_TICK, TICK
from generator.intake.symbol_fonts import UNKNOWN, is_symbol_font, sign_of
from generator.intake.word.numbering import Numbering, W

A_PICTURE = "รูปภาพหรือกล่องข้อความ"
A_SYMBOL = "สัญลักษณ์ที่ไม่รู้จัก"
STRUCK = "ข้อความที่ขีดฆ่า"
A_NOTE = "เชิงอรรถ"
A_FORMULA = "สมการ"
A_NESTED_TABLE = "ตารางซ้อนในช่อง"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr"}
)
_PICTURES = frozenset({"drawing", "pict", "object", "AlternateContent"})


class ParagraphText:
    """Collects the text of paragraphs and remarks on it."""

    def __init__(self, numbering: Numbering) -> None:
        """Take the automatic numbers of the document."""
        self._numbering = numbering
        self.odd: list[str] = []
        self.has_number = False
        self.has_input_field = False

    def text(self, paragraph: Element) -> str:
        """Return the text of a paragraph with its automatic number."""
        number = self._numbering.number(paragraph)
        body = "".join(self._parts(paragraph))
        self.has_number = self.has_number or bool(number)
        return f"{number} {body}" if number else body

    def _parts(self, element: Element) -> Iterator[str]:
        for child in element:
            name = child.tag.rpartition("}")[2]
            if name in _SKIPPED:
                continue
            if name == "r":
                yield from self._run(child)
            elif name == "sdt" and child.find(f"{W}sdtPr/{_W14}checkbox") is not None:
                checked = child.find(f"{W}sdtPr/{_W14}checkbox/{_W14}checked")
                yield TICK if checked is not None and checked.get(f"{_W14}val") in ("1", "true", "on") else NO_TICK
            elif name in _PICTURES:
                self.odd.append(A_PICTURE)
            elif name in ("oMath", "oMathPara"):
                self.odd.append(A_FORMULA)
            else:
                yield from self._parts(child)

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        if properties is not None and _is_on(properties, "vanish"):
            return
        font = _font(properties)
        if properties is not None and (_is_on(properties, "strike") or _is_on(properties, "dstrike")):
            self.odd.append(STRUCK)
        for child in run:
            name = child.tag.rpartition("}")[2]
            if name == "instrText" and "FILLIN" in (child.text or ""):
                self.has_input_field = True
            elif name == "t":
                text = child.text or ""
                yield "".join(self._symbol(ord(letter), font) for letter in text) if font else text
            elif name == "tab":
                yield " "
            elif name in ("br", "cr"):
                yield "\n"
            elif name in ("noBreakHyphen", "softHyphen"):
                yield "-" if name == "noBreakHyphen" else ""
            elif name == "sym":
                yield self._symbol(int(child.get(f"{W}char", "0"), 16), child.get(f"{W}font", "").lower())
            elif name == "fldChar" and (box := child.find(f"{W}ffData/{W}checkBox")) is not None:
                yield (
                    TICK
                    if _is_on(box, "checked") or (box.find(f"{W}checked") is None and _is_on(box, "default"))
                    else NO_TICK
                )
            elif name in ("footnoteReference", "endnoteReference"):
                self.odd.append(A_NOTE)
            elif name in _PICTURES:
                self.odd.append(A_PICTURE)

    def _symbol(self, letter: int, font: str) -> str:
        sign = sign_of(chr(letter), font)
        if sign == UNKNOWN:
            self.odd.append(A_SYMBOL)
        return sign


def _font(properties: Element | None) -> str:
    """Return the symbol font of a run; empty for other fonts."""
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    for name in ("ascii", "hAnsi"):
        font = fonts.get(f"{W}{name}", "").lower() if fonts is not None else ""
        if is_symbol_font(font):
            return font
    return ""


def _is_on(properties: Element, name: str) -> bool:
    found = properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off", "none")
