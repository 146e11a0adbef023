"""Placeholder until the branch `diff` is merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.history.plan_change import PlanChange


class WordPiece(NamedTuple):
    """A piece."""

    text: str
    mark: str


def sentence(change: PlanChange, digits: str) -> str:
    """Return."""
    return f"{change.thing} {change.name} {change.label} {change.before} {change.after}"


def summary(changes: Sequence[PlanChange]) -> str:
    """Return."""
    return f"{len(changes)}"


def word_pieces(before: str, after: str) -> tuple[WordPiece, ...]:
    """Return."""
    return (WordPiece(before, "removed"), WordPiece(after, "added"))
