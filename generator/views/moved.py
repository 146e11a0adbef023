"""The page at the old address of an LAO whose code changed: links to the new address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page of an LAO whose code changed."""

    former_code: str
    code: str
    lao_name: str
    address: str
    """Current address of the page."""
