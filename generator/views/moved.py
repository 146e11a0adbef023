"""The page at an address that a page had under a former code of its LAO: it names the new address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page of an LAO that has another code now."""

    former_code: str
    code: str
    lao_name: str
    address: str
    """Of the page now."""
