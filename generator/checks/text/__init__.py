"""How text is typed: marks out of order, digits mixed, residue of other programs, words doubled, cells cut off.

These rules also run on national documents and on any draft, line by line (`phaen check --text`). They suggest the
repaired text and never rewrite.
"""

from __future__ import annotations

from generator.checks.text import cells, converted, digits, loops, marks, misspellings, residue, short_words, words

__all__ = ["cells", "converted", "digits", "loops", "marks", "misspellings", "residue", "short_words", "words"]
