"""Removes the spaces that YAML folding puts into Thai text.

YAML replaces a line break by a space. Thai prose has no space between words, so lines that meet between two Thai
letters are joined; if both lines end in whole words the intent is unclear, and the break is returned for a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.thai.line_breaks import is_between_thai, is_inside_word

_ENDS_NUMBER = re.compile("[0-9๐-๙][,.]?$")
_BEGINS_NUMBER = re.compile("[0-9๐-๙]")
_TAIL = 24
"""Characters on each side of a break to find it by in the folded text."""


@dataclass(frozen=True, slots=True)
class Seam:
    """A line break for which the intended space is uncertain."""

    line: int
    """The line (from 0) that ends at the break."""
    before: str
    after: str
    joined: bool
    """Joined without a space; False inside a number, where the space stays."""


def unfold(value: str, lines: list[str], first: int, style: str | None) -> tuple[str, list[Seam]]:
    """Return a folded text with its Thai lines joined, and the uncertain breaks.

    `lines` are the file's lines of the text, without key and quotes, from line `first` on. In a `|` text the breaks are
    the author's own: only words cut by them are joined.
    """
    glue = "\n" if style == "|" else " "
    parts: list[str] = []
    seams: list[Seam] = []
    done = cursor = 0
    for number, (line, following) in enumerate(pairwise(lines), start=first):
        before, after = line.lstrip(" \t"), following.strip(" \t\r\n")
        if not before or not after:
            continue
        thai = is_between_thai(before, after)  # a space at the end of the line in the file was typed
        if not thai and not (_ENDS_NUMBER.search(before) and _BEGINS_NUMBER.match(after)):
            continue
        wanted = before[-_TAIL:] + glue + after[:_TAIL]
        place = value.find(wanted, cursor, cursor + len(line) + len(following) + _TAIL)
        if place < 0:  # the parser folded it differently: an escape, a deeper line
            continue
        cursor = place + len(before[-_TAIL:])
        inside = thai and is_inside_word(before, after)
        if style == "|" and not inside:
            continue
        if thai:
            parts.append(value[done:cursor])
            done = cursor + len(glue)
        if not inside:
            seams.append(Seam(number, before, after, thai))
    return "".join([*parts, value[done:]]), seams
