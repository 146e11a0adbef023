"""Splits lines outside tables into running heads with page numbers, and paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.intake.pdf.line_joining import separator
from generator.intake.pdf.page_layout import LaidPage, TextLine

_MARGIN = 0.12
"""Share of the page height at top and bottom that may contain running heads."""
_DIGITS = re.compile("[0-9๐-๙]+")
_PAGE_NUMBER = re.compile(r"(?:หน้า(?:ที่)?)?[\s\-–(]*[0-9๐-๙]{1,3}(?:\s*/\s*[0-9๐-๙]{1,3})?[\s\-–)]*")
_LEAST_PAGES = 3
_INDENT = 12.0
_WIDER = 1.5
"""Multiple of the usual line pitch that separates paragraphs."""


@dataclass(frozen=True)
class PlacedLine:
    """A line with its page."""

    page: LaidPage
    line: TextLine


@dataclass
class LaidParagraph:
    """A paragraph under construction."""

    page: int
    text: str
    is_doubtful: bool


def running_lines(pages: Sequence[LaidPage]) -> tuple[set[int], list[PlacedLine]]:
    """Return the identity of every line that pages repeat in their margins, and the first of each kind."""
    alike: dict[tuple[str, int], list[PlacedLine]] = defaultdict(list)
    found: set[int] = set()
    kinds: list[PlacedLine] = []
    for page in pages:
        for line in page.lines:
            if _MARGIN * page.height < line.baseline < (1 - _MARGIN) * page.height:
                continue
            text = " ".join(line.text.split())
            if _PAGE_NUMBER.fullmatch(text):
                found.add(id(line))
            else:
                alike[(_DIGITS.sub("#", text), round(line.baseline / 3))].append(PlacedLine(page, line))
    for lines in alike.values():
        if len({one.page.number for one in lines}) >= max(_LEAST_PAGES, len(pages) / 2):
            found |= {id(one.line) for one in lines}
            kinds.append(lines[0])
    return found, kinds


def paragraphs(lines: Sequence[PlacedLine]) -> Iterator[LaidParagraph]:
    """Yield the paragraphs in the lines between two tables."""
    if not lines:
        return
    left = min(one.line.left for one in lines)
    right = max(one.line.right for one in lines)
    pitch = _usual_pitch(lines)
    own = LaidParagraph(lines[0].page.number, lines[0].line.text.rstrip(), lines[0].line.is_doubtful)
    for before, after in itertools.pairwise(lines):
        between = separator(before.line, after.line, right - before.line.right)
        if between == "\n" or _is_apart(before, after, left, pitch):
            yield own
            own = LaidParagraph(after.page.number, "", False)
            between = ""
        own.text += between + after.line.text.strip()
        own.is_doubtful = own.is_doubtful or after.line.is_doubtful
    yield own


def _usual_pitch(lines: Iterable[PlacedLine]) -> float:
    listed = list(lines)
    steps = sorted(
        after.line.baseline - before.line.baseline
        for before, after in itertools.pairwise(listed)
        if before.page is after.page and after.line.baseline > before.line.baseline + 1
    )
    return steps[len(steps) // 4] if steps else 0.0


def _is_apart(before: PlacedLine, after: PlacedLine, left: float, pitch: float) -> bool:
    """Return whether a line starts a paragraph, by its position."""
    if after.line.left > left + _INDENT and after.line.left > before.line.left + _INDENT:
        return True
    step = after.line.baseline - before.line.baseline
    is_wide = step <= 0 or (pitch > 0 and step > _WIDER * pitch)
    return before.page is after.page and is_wide
