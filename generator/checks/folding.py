"""`fold_for_comparison` with a cache: plans repeat the same short texts."""

from __future__ import annotations

from functools import lru_cache

from generator.thai.text import fold_for_comparison

_LONGEST_REMEMBERED = 200
"""Longer texts are not cached, so hostile input cannot fill the memory."""

_remembered = lru_cache(maxsize=4096)(fold_for_comparison)


def folded(text: str) -> str:
    """Return a form that is equal for strings that a person would consider the same."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else fold_for_comparison(text)
