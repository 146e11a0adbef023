"""Finds the changed words of a text: two texts in, pieces out that are the same, removed or added.

Words are split by pythainlp's newmm, only where the texts differ. Imported late: loading its words takes a second.
"""

from __future__ import annotations

import os
import re
from enum import StrEnum
from typing import NamedTuple

from generator.history.cosmetic import cosmetic_key
from generator.history.sequence_match import match_sequences

_LONGEST_CUT = 60_000
"""Characters; a longer difference is split at spaces only."""
_LONGEST_RUN = 1_000
"""Most characters of Thai without a space that are split at once."""
_CONTEXT = 40
"""Most characters to extend a difference, if no space comes earlier."""
_STEP = 4_096
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_PARTS = re.compile(rf"\s+|[{_THAI}]+|[0-9\u0e50-\u0e59][0-9\u0e50-\u0e59,.]*|\w+|.", re.DOTALL)
_SPACES = re.compile(r"\s+|\S+")


class PieceMark(StrEnum):
    """Change of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class RewordedPiece(NamedTuple):
    """A piece of text."""

    text: str
    mark: PieceMark


def word_pieces(before: str, after: str) -> tuple[RewordedPiece, ...]:
    """Return both texts as one: shared, removed and added pieces, word by word.

    The shared and added pieces make up the later text. Cosmetic differences count as the same.
    """
    start, end = _common_ends(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    pieces = [
        RewordedPiece(after[:start], PieceMark.SAME),
        *_compared(old, new),
        RewordedPiece(after[len(after) - end :], PieceMark.SAME),
    ]
    merged: list[RewordedPiece] = []
    for piece in pieces:
        if merged and merged[-1].mark is piece.mark:
            merged[-1] = RewordedPiece(merged[-1].text + piece.text, piece.mark)
        elif piece.text:
            merged.append(piece)
    return tuple(merged)


def _compared(old: str, new: str) -> list[RewordedPiece]:
    words, others = _words(old), _words(new)
    pieces = []
    for stretch in match_sequences(_keys(words), _keys(others)):
        removed = "".join(words[stretch.before.start : stretch.before.stop])
        added = "".join(others[stretch.after.start : stretch.after.stop])
        if stretch.is_same:
            pieces.append(RewordedPiece(added, PieceMark.SAME))
        else:
            pieces += [
                RewordedPiece(text, mark)
                for text, mark in ((removed, PieceMark.REMOVED), (added, PieceMark.ADDED))
                if text
            ]
    return pieces


def _keys(words: list[str]) -> list[str]:
    keys = {word: cosmetic_key(word) or " " for word in set(words)}
    return [keys[word] for word in words]


def _words(text: str) -> list[str]:
    if len(text) > _LONGEST_CUT:
        return _SPACES.findall(text)
    words: list[str] = []
    for part in _PARTS.findall(text):
        if re.match(f"[{_THAI}]", part):
            for start in range(0, len(part), _LONGEST_RUN):
                words += _thai_words(part[start : start + _LONGEST_RUN])
        else:
            words.append(part)
    return words


def _thai_words(text: str) -> list[str]:
    # Without this, the import creates a folder in the home folder, and fails if that is read-only.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.tokenize.newmm import segment

    return segment(text)


def _common_ends(before: str, after: str) -> tuple[int, int]:
    """Return how many characters both texts share at their start and end, back to the last space or some words."""
    shorter = min(len(before), len(after))
    start = _shared(before, after, shorter)
    if start == len(before) == len(after):
        return start, 0
    end = _shared(before[::-1], after[::-1], shorter - start)
    return _back_to_space(after, start), _back_to_space(after[::-1], end)


def _shared(one: str, other: str, most: int) -> int:
    """Return how many characters two texts share at their start; in steps, as comparing slices is fast."""
    at = 0
    while at < most and one[at : at + _STEP] == other[at : at + _STEP] and at + _STEP <= most:
        at += _STEP
    while at < most and one[at] == other[at]:
        at += 1
    return at


def _back_to_space(text: str, at: int) -> int:
    first = max(0, at - _CONTEXT)
    space = max((place for place in range(first, at) if text[place].isspace()), default=first - 1)
    return space + 1
