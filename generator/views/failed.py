"""The page in place of an LAO for which the program itself failed: blames nobody, shows no data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FailedView:
    """An LAO for which the program failed."""

    code: str
    """The only fact known for certain."""
