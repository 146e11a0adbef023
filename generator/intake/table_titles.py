"""Finds what entitles a table: the numbered heading above it, and its caption, `ตารางที่ ๑ ...`.

In: the paragraphs and tables of a document in order. Out: which paragraphs lead to a table, and its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.intake.grids import Grid, OfficeParagraph
from generator.thai.numerals import to_arabic

_NUMBER = r"[0-9๐-๙]{1,2}"
_DOTTED = re.compile(rf"\s*(?P<section>{_NUMBER}(?:\.{_NUMBER})+)\.?\s+(?P<title>\S.{{5,250}})", re.DOTALL)
"""A heading whose number alone shows that it is one."""
_NUMBERED = re.compile(
    rf"\s*(?:(?:บทที่|ส่วนที่)\s*)?(?P<section>{_NUMBER}(?:\.{_NUMBER})*)\.?\s+(?P<title>[^\s0-9๐-๙].{{5,250}})", re.DOTALL
)
"""A heading or an item of a list."""
_CAPTION = re.compile(rf"ตาราง\s?(?:ที่)?\s*{_NUMBER}(?:\s*[.\-–/]\s*{_NUMBER})*(?P<title>(?:[\s:.)].{{0,250}})?)")
_BESIDE = re.compile(r"\([^()]{1,40}\)")
"""A line between caption and table: `(หน่วย : บาท)`."""
_CONTINUED = re.compile(r"\(?ต่อ\)?$")
_LONGEST = 160
"""Most characters of a title on the line below `ตารางที่ ๑`."""


class Lead(StrEnum):
    """What a paragraph above a table is."""

    HEADING = "heading"
    CAPTION = "caption"


@dataclass(frozen=True)
class TableTitle:
    """What is printed above a table."""

    section: str = ""
    heading: str = ""
    caption: str = ""

    @property
    def title(self) -> str:
        """The title of the table: its caption, else the heading."""
        return self.caption or self.heading

    @property
    def said(self) -> str:
        """All words above the table."""
        return f"{self.heading} {self.caption}".strip()

    def headed(self, paragraph: OfficeParagraph) -> TableTitle:
        """Return the title below another heading; a paragraph without a number changes nothing."""
        match = _DOTTED.fullmatch(paragraph.text.strip()) or _NUMBERED.fullmatch(paragraph.text.strip())
        return TableTitle(match["section"], " ".join(match["title"].split())) if match else self

    def captioned(self, paragraph: OfficeParagraph) -> TableTitle:
        """Return the title with a further line of its caption."""
        line = _line(paragraph)
        is_new = not self.caption or bool(_CAPTION.fullmatch(line))
        return TableTitle(self.section, self.heading, line if is_new else f"{self.caption} {line}")

    def is_continued(self, before: str) -> bool:
        """Return whether the caption says that the table continues the one with the caption `before`."""
        return self.caption == before or bool(_CONTINUED.search(self.caption))


def is_heading(paragraph: OfficeParagraph) -> bool:
    """Return whether a paragraph is a heading by its number alone."""
    return bool(_DOTTED.fullmatch(paragraph.text.strip()))


def leads(blocks: Sequence[Grid | OfficeParagraph]) -> dict[int, Lead]:
    """Return what the paragraphs directly above tables are, by their index; other paragraphs are prose."""
    found: dict[int, Lead] = {}
    for at, block in enumerate(blocks):
        place = at - 1
        while isinstance(block, Grid) and place >= 0:
            above = blocks[place]
            if not isinstance(above, OfficeParagraph):
                break
            if _is_caption(blocks, place):
                found[place] = Lead.CAPTION
            elif not _BESIDE.fullmatch(_line(above)):
                if _NUMBERED.fullmatch(above.text.strip()) and not _is_item(blocks, place):
                    found[place] = Lead.HEADING
                break
            place -= 1
    return found


def _is_caption(blocks: Sequence[Grid | OfficeParagraph], place: int) -> bool:
    """Return whether a paragraph is a caption, or its second line below a bare `ตารางที่ ๑`."""
    above, before = blocks[place], blocks[place - 1] if place else None
    if not isinstance(above, OfficeParagraph):
        return False
    if _CAPTION.fullmatch(_line(above)):
        return True
    bare = _CAPTION.fullmatch(_line(before)) if isinstance(before, OfficeParagraph) else None
    is_short = len(_line(above)) <= _LONGEST and not _BESIDE.fullmatch(_line(above))
    return bare is not None and not bare["title"].strip(" :.)") and is_short


def _is_item(blocks: Sequence[Grid | OfficeParagraph], place: int) -> bool:
    """Return whether a numbered paragraph follows the one with the number before: an item of a list."""
    above, before = blocks[place], blocks[place - 1] if place else None
    if not isinstance(above, OfficeParagraph) or not isinstance(before, OfficeParagraph):
        return False
    own, other = (_NUMBERED.fullmatch(one.text.strip()) for one in (above, before))
    return own is not None and other is not None and is_next(other["section"], own["section"])


def is_next(number: str, following: str) -> bool:
    """Return whether a number follows another at the same level: `๑.๒` after `๑.๑`."""
    one, other = ([int(part) for part in to_arabic(text).split(".")] for text in (number, following))
    return one[:-1] == other[:-1] and other[-1] == one[-1] + 1


def _line(paragraph: OfficeParagraph) -> str:
    return " ".join(paragraph.text.split())
