"""Typing errors: marks out of order, mixed digits, residue of other programs, doubled words, cut-off cells.

These rules also run on national documents and on any draft, line by line (`phaen check --text`). They suggest repairs
and never rewrite.
"""

from __future__ import annotations

from generator.checks.text import (
    converted,
    cut_off_cells,
    digits,
    loops,
    marks,
    misspellings,
    residue,
    short_words,
    wrong_words,
)

__all__ = [
    "converted",
    "cut_off_cells",
    "digits",
    "loops",
    "marks",
    "misspellings",
    "residue",
    "short_words",
    "wrong_words",
]
