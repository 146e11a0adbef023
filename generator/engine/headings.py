"""Ids of headings that keep Thai letters. The mkdocs.yml of every site names this module, so it keeps its path."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_IN_IDS = re.compile(r"[^\w\s-]")
_SPACES = re.compile(r"[\s_]+")


@lru_cache(maxsize=1024)  # most headings are those of the templates
def heading_id(text: str, separator: str) -> str:
    """Return an id that keeps Thai letters with their vowels and tone marks.

    Python-Markdown's own function drops non-ASCII characters: a Thai page would have `_1`, `_2`, `_3`. Marks such as
    `่` are not word characters to a regular expression and would be lost, hence the check of the Unicode category.
    """
    kept = "".join(
        character if unicodedata.category(character).startswith("M") else _NOT_IN_IDS.sub("", character)
        for character in unicodedata.normalize("NFC", text)
    )
    return _SPACES.sub(separator, kept.strip()).lower()
