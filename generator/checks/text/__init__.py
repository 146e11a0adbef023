"""Typing errors: marks out of order, mixed digits, residue of other programs, doubled words, cut-off cells.

These rules also run on national documents and on any draft, line by line (`phaen check --text`). They suggest repairs
and never rewrite.
"""

from __future__ import annotations

from generator.checks.text import cells, converted, digits, loops, marks, misspellings, residue, short_words, words

__all__ = ["cells", "converted", "digits", "loops", "marks", "misspellings", "residue", "short_words", "words"]
