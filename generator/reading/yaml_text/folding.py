"""A text of several lines as the parser folded it in; the same without blanks that no Thai text has, out.

YAML puts a blank for a line break. Between two Thai letters there is none in Thai prose: the lines are joined, and what
cannot be told for certain, because both lines end in whole words, is returned so that it can be said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.thai.line_breaks import is_between_thai, is_inside_word

_ENDS_NUMBER = re.compile("[0-9๐-๙][,.]?$")
_BEGINS_NUMBER = re.compile("[0-9๐-๙]")
_TAIL = 24
"""So many characters on each side of a break are looked for in the folded text."""


@dataclass(frozen=True, slots=True)
class Seam:
    """A line break of which nobody knows whether a blank was meant."""

    line: int
    """The line (from 0) that ends there."""
    before: str
    after: str
    joined: bool
    """It was joined without a blank; False inside a number, where the blank stays."""


def unfold(value: str, lines: list[str], first: int, style: str | None) -> tuple[str, list[Seam]]:
    """Return a folded text with its Thai lines joined, and the seams that are not certain.

    `lines` are those of the file that the text was written on, without key and quotes, from line `first` on. In a `|`
    text the breaks are the author's own: only words that they cut are joined.
    """
    glue = "\n" if style == "|" else " "
    parts: list[str] = []
    seams: list[Seam] = []
    done = cursor = 0
    for number, (line, following) in enumerate(pairwise(lines), start=first):
        before, after = line.lstrip(" \t"), following.strip(" \t\r\n")
        if not before or not after:
            continue
        thai = is_between_thai(before, after)  # a blank at the end of the line in the file was meant
        if not thai and not (_ENDS_NUMBER.search(before) and _BEGINS_NUMBER.match(after)):
            continue
        wanted = before[-_TAIL:] + glue + after[:_TAIL]
        place = value.find(wanted, cursor, cursor + len(line) + len(following) + _TAIL)
        if place < 0:  # the parser folded it otherwise: an escape, a deeper line
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
