"""`fold_for_comparison`, remembered: plans say the same short things over and over."""

from __future__ import annotations

from functools import lru_cache

from generator.thai.text import fold_for_comparison

_LONGEST_REMEMBERED = 200
"""Longer texts are folded anew each time: nobody shall fill the memory with them."""

_remembered = lru_cache(maxsize=4096)(fold_for_comparison)


def folded(text: str) -> str:
    """Return the form that is equal for strings that a person would call the same."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else fold_for_comparison(text)
