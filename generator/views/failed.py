"""The page in the place of an LAO for which the program itself failed: it accuses nobody, and shows nothing of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FailedView:
    """An LAO for which the program failed."""

    code: str
    """The only thing that is known for certain."""
