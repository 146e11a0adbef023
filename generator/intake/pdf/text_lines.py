"""Groups the letters of a cell, or of a page outside its tables, into lines, and compares both engines' readings.

In: letters of both engines. Out: lines as the first engine reads them, with remarks.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.intake.grids import TICK
from generator.intake.pdf.first_engine import Box
from generator.intake.pdf.glyphs import UNMAPPED, Glyph, folded
from generator.intake.pdf.page_layout import (
    ENGINES_DIFFER,
    LOST_TICK,
    ONE_ENGINE,
    OUT_OF_ORDER,
    STRUCK_OUT,
    UNKNOWN_LETTER,
    TextLine,
)
from generator.intake.symbol_fonts import UNKNOWN, sign_of
from generator.thai.characters import INVISIBLE, OLD_GLYPHS
from generator.thai.dictionary import MARKS

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_MARK = re.compile(f"[{MARKS}]+")
_BEGINS_NO_WORD = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_LOST_TICK = re.compile(r"ü(?=[\s(]|$)")
"""What programs without Wingdings print for a tick typed in it; no Thai word contains that letter."""
_NEW_LINE = 0.5
"""Multiple of the letter size: least baseline distance of another line."""
_EDGE = 0.5
"""In points: a space that starts less than this before a letter belongs after it."""
_GAP = 0.15
"""Multiple of the letter size: least gap that may be a space."""
_TAB = 1.0
"""Multiple of the letter size: least gap of a tab, which no engine reads."""
_BACK = 1.5
"""Multiple of the letter size: a letter this far left of the previous one is out of order."""
_STRIKE = (0.1, 0.6)
"""Multiples of the letter size: range above the baseline in which a line strikes through."""


def cell_lines(
    first: Sequence[Glyph], second: Sequence[Glyph], bars: Sequence[Box]
) -> tuple[list[TextLine], list[str]]:
    """Return the lines of a cell, and remarks."""
    odd: list[str] = []
    first, has_filled = _filled(first, second)
    other = _text(second)
    if folded(_text(first)) != folded(other):
        # Files may draw letters of one font before those of another: also try the order on the page.
        placed = _by_place(first)
        first = placed if folded(_text(placed)) == folded(other) else first
    one = _text(first)
    if folded(one) != folded(other):
        odd.append(ENGINES_DIFFER)
    elif has_filled:
        odd.append(ONE_ENGINE)
    kept = unstruck(first, bars)
    if len(kept) < len(first):
        odd.append(STRUCK_OUT)
    lines = lines_of(kept, _blanks(second) if one == other and len(kept) == len(first) else None)
    for line in lines:
        if _LOST_TICK.match(line.text):
            line.text = _LOST_TICK.sub(TICK, line.text)
            odd.append(LOST_TICK)
    odd += [said for line in lines for said in line.odd]
    return _in_order(lines, odd), list(dict.fromkeys(odd))


def _filled(first: Sequence[Glyph], second: Sequence[Glyph]) -> tuple[Sequence[Glyph], bool]:
    """Return letters with those known only to the second engine filled in, if everything around them is read alike."""
    unknown = [glyph for glyph in first if glyph.text.startswith(UNMAPPED)]
    if not unknown:
        return first, False
    parts = ("(.)" if one.text.startswith(UNMAPPED) else re.escape(one.text) for one in first if not one.is_blank)
    match = re.fullmatch("".join(parts), _text(second), re.DOTALL)
    if match is None:
        return first, False
    letters = iter(match.groups())
    return [replace(one, text=next(letters)) if one.text.startswith(UNMAPPED) else one for one in first], True


def _by_place(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return letters by line from left to right; a mark stays after the letter that precedes it in the file."""
    clusters: list[list[Glyph]] = []
    for glyph in glyphs:
        if clusters and _MARK.fullmatch(glyph.text):
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    lines: list[tuple[float, list[list[Glyph]]]] = []
    for cluster in clusters:
        own = cluster[0]
        near = (one for y, one in lines if abs(own.y - y) <= _NEW_LINE * max(own.size, 1.0))
        line = next(near, None)
        if line is None:
            lines.append((own.y, [cluster]))
        else:
            line.append(cluster)
    lines.sort(key=lambda one: one[0])
    return [glyph for _, line in lines for cluster in sorted(line, key=lambda one: one[0].x) for glyph in cluster]


def unstruck(glyphs: Sequence[Glyph], bars: Sequence[Box]) -> list[Glyph]:
    """Return the letters without those struck through."""
    if not bars:
        return list(glyphs)
    bases = [_base_of(place, glyphs) for place in range(len(glyphs))]
    return [
        glyph for glyph, base in zip(glyphs, bases, strict=True) if glyph.is_blank or not _is_struck(glyphs[base], bars)
    ]


def _base_of(index: int, glyphs: Sequence[Glyph]) -> int:
    """Return the index of a mark's base letter: the previous one, or the next if the run starts with the mark."""
    own = glyphs[index]
    if not _MARK.fullmatch(own.text):
        return index
    before = index
    while before and glyphs[before - 1].run == own.run:
        before -= 1
        if not glyphs[before].is_blank and not _MARK.fullmatch(glyphs[before].text):
            return before
    after = index
    while after + 1 < len(glyphs) and glyphs[after + 1].run == own.run:
        after += 1
        if not glyphs[after].is_blank and not _MARK.fullmatch(glyphs[after].text):
            return after
    return index


def lines_of(
    glyphs: Iterable[Glyph], blanks: frozenset[int] | None = None, *, has_tabs: bool = False
) -> list[TextLine]:
    """Return the lines of letters; `blanks` lists the letters before which the second engine sees a space.

    With tabs, a gap as wide as a letter is also a space; if struck letters were left out, the gap may be theirs.
    """
    found: list[tuple[TextLine, list[Glyph]]] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if before is None or _is_new_line(before, glyph, found[-1][0]):
            found.append((TextLine("", glyph.left, glyph.left, glyph.y, glyph.size), []))
        found[-1][1].append(glyph)
        before = glyph
    count = 0
    for line, own in found:
        count = _fill(line, own, blanks, count, has_tabs=has_tabs)
    return [line for line, _ in found if line.text.strip()]


def _fill(line: TextLine, own: Sequence[Glyph], blanks: frozenset[int] | None, count: int, *, has_tabs: bool) -> int:
    """Write the letters of a line; return the number of letters up to its end.

    Files often write the spaces of a line before its letters: they are placed by position.
    """
    spaces = sorted(glyph.x for glyph in own if glyph.is_blank and glyph.text and _INVISIBLE.sub("", glyph.text))
    letters = [glyph for glyph in own if not glyph.is_blank]
    before: Glyph | None = None
    for glyph in letters:
        if before is not None and glyph.is_upright and glyph.x < before.x - _BACK * glyph.size:
            line.odd.append(OUT_OF_ORDER)
        stands_before = 0
        while stands_before < len(spaces) and spaces[stands_before] < glyph.x - _EDGE:
            stands_before += 1
        is_seen_by_both = before and _is_gap(before, glyph) and blanks is not None and count in blanks
        if stands_before or is_seen_by_both or (before and has_tabs and _is_gap(before, glyph, _TAB)):
            _add(line, " ", before.right if before else glyph.left)
            del spaces[:stands_before]
        _add(line, _letters(glyph, line), glyph.right)
        line.left = min(line.left, glyph.left) if before else glyph.left
        line.right = max(line.right, glyph.right)
        line.size = max(line.size, glyph.size)
        count += len(glyph.text)
        before = glyph
    if spaces and before is not None:
        _add(line, " ", before.right)
    if not all(glyph.is_upright for glyph in letters):
        line.ends.clear()
    return count


def doubtful_lines(lines: Sequence[TextLine], second: Sequence[Glyph]) -> None:
    """Set `is_doubtful` on lines outside tables that the second engine reads differently."""
    if folded("".join(line.text for line in lines)) == folded(_text(second)):
        return
    for line in lines:
        reach = _NEW_LINE * line.size
        own = [one for one in second if abs(one.y - line.baseline) < reach]
        if folded(line.text) not in folded(_text(own)):
            line.is_doubtful = True


def _text(glyphs: Iterable[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs if not glyph.is_blank)


def _blanks(glyphs: Iterable[Glyph]) -> frozenset[int]:
    """Return the letter counts at which a space follows."""
    count = 0
    found = set()
    for glyph in glyphs:
        if glyph.is_blank:
            found.add(count)
        else:
            count += len(glyph.text)
    return frozenset(found)


def _is_new_line(before: Glyph, glyph: Glyph, line: TextLine) -> bool:
    if before.is_upright != glyph.is_upright:
        return True
    if not glyph.is_upright:
        return abs(glyph.x - before.x) > _NEW_LINE * max(glyph.size, 1.0)
    return abs(glyph.y - line.baseline) > _NEW_LINE * max(glyph.size, line.size, 1.0)


def _is_gap(before: Glyph, glyph: Glyph, least: float = _GAP) -> bool:
    is_wide = glyph.left - before.right > least * glyph.size
    return is_wide and glyph.is_upright and not _BEGINS_NO_WORD.match(glyph.text)


def _add(line: TextLine, text: str, end: float) -> None:
    line.text += text
    line.ends += [end] * len(text)


def _letters(glyph: Glyph, line: TextLine) -> str:
    """Return the letters of a glyph; symbol fonts as the signs shown, with a remark for unknown ones."""
    if glyph.text.startswith(UNMAPPED):
        letters = UNKNOWN
    else:
        seen = _INVISIBLE.sub("", glyph.text.translate(OLD_GLYPHS))
        signs = (sign_of(one, glyph.font) for one in seen)
        letters = "".join(one if one.isprintable() else UNKNOWN for one in signs)
    if UNKNOWN in letters:
        line.odd.append(UNKNOWN_LETTER)
    return letters


def _is_struck(glyph: Glyph, bars: Iterable[Box]) -> bool:
    low, high = glyph.y - _STRIKE[1] * glyph.size, glyph.y - _STRIKE[0] * glyph.size
    middle = (glyph.left + glyph.right) / 2
    return any(left <= middle <= right and low < (top + bottom) / 2 < high for left, top, right, bottom in bars)


def _in_order(lines: list[TextLine], odd: list[str]) -> list[TextLine]:
    """Return lines from top to bottom, with a remark if the file has another order."""
    if any(after.baseline < line.baseline - 1 for line, after in itertools.pairwise(lines) if line.ends):
        odd.append(OUT_OF_ORDER)
        return sorted(lines, key=lambda line: line.baseline)
    return lines
