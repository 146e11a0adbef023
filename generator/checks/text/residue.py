"""Leftovers of other programs in copied text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.passages import is_quotation
from generator.checks.rule import Hit, text_rule
from generator.checks.text.repair import is_first, is_remark
from generator.findings import Severity
from generator.thai.text import quoted

_WHY = "ข้อความของโปรแกรมปะปนกับเนื้อหา ผู้อ่านเห็นเครื่องหมายที่ไม่มีในเอกสาร"
_REMEDY = "ลบเครื่องหมายที่ตกค้างออก ให้เหลือเฉพาะข้อความตามเอกสาร"
_REMEDY_OF_QUOTATION = (
    "เครื่องหมายนี้เกิดจากการแปลงเอกสาร ให้คงข้อความที่คัดไว้เป็นหลักฐานตามเดิม และตรวจกับเอกสารต้นฉบับว่าข้อความจริงเป็นอย่างไร"
)
_TAGS = (
    "a|abbr|address|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col"
    "|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form"
    "|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|menu"
    "|meta|meter|nav|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script"
    "|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th"
    "|thead|time|title|tr|track|tt|u|ul|var|video|wbr"
)
"""All elements of HTML, obsolete ones included."""


@text_rule(
    "TEXT-113",
    Severity.NOTICE,
    pattern=rf"</?(?i:{_TAGS})(?:\s[^<>\n\0]{{0,200}})?/?>|&(?:nbsp|amp|lt|gt|quot|#[0-9]{{1,6}});",
    fires="<p>พัฒนาบุคลากร</p>",
    silent="จำนวน < 5 คน และ > 2 คน",
    title="เครื่องหมาย HTML ที่ตกค้าง",
    why=_WHY,
    remedy=_REMEDY,
    of_conversion=True,
)
def html(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """An HTML tag or character reference; only the first in a passage."""
    if not is_remark(passage) and is_first(match):
        name, *attributes = match[0].split(maxsplit=1)
        shown = f"{name} …>" if attributes else name
        yield _left_behind(passage, f"มีเครื่องหมาย HTML {quoted(shown)} ตกค้างในข้อความ", match[0])


@text_rule(
    "TEXT-114",
    Severity.NOTICE,
    pattern=r"\[bookmark: [^\]\n\0]{0,80}\]|\bHYPERLINK \"|Error! (?:Bookmark|Reference)|\b_(?:Toc|Hlk|Ref)[0-9]{5,}",
    fires="ข้อ ๑ [bookmark: _Hlk99999999]",
    silent="ข้อ ๑ [ภาคผนวก]",
    title="เครื่องหมายของโปรแกรมพิมพ์เอกสารที่ตกค้าง",
    why=_WHY,
    remedy=_REMEDY,
    of_conversion=True,
)
def word(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Bookmarks, fields and error messages of a word processor."""
    if not is_remark(passage):
        yield _left_behind(passage, f"มีเครื่องหมาย {quoted(match[0])} ของโปรแกรมพิมพ์เอกสารตกค้าง", match[0])


@text_rule(
    "TEXT-115",
    Severity.NOTICE,
    pattern=r"(?<=[^\s|\0-])\s*\|\s*(?=[^\s|\0-])|\|\s*-{3,}",
    fires="ร้อยละ ๘๐ | ร้อยละ ๙๐",
    silent="ร้อยละ ๘๐ และร้อยละ ๙๐",
    title="เส้นแบ่งตารางที่ปนอยู่ในข้อความ",
    why="ข้อความของหลายช่องอาจรวมอยู่ในช่องเดียว",
    remedy="แยกข้อความของแต่ละช่องให้อยู่ในช่องของตัวเอง แล้วลบเครื่องหมาย | ออก",
)
def pipe(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """The bar that separates cells, inside a value; in a draft it may separate table cells."""
    if passage.is_value and not is_remark(passage) and is_first(match):
        yield _left_behind(passage, f"มีเส้นแบ่งตาราง | อยู่ใน {quoted(passage.text)}", "|")


def _left_behind(passage: Passage, message: str, snippet: str) -> Hit:
    """Return the hit; in an excerpt nothing should be deleted, as it is evidence."""
    return Hit(message, snippet=snippet, remedy=_REMEDY_OF_QUOTATION if is_quotation(passage.path) else "")
