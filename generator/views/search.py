"""The search page without scripts: other ways to find something."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses


@dataclass(frozen=True, slots=True)
class SearchView:
    """Links for readers who cannot search."""

    home_address: str
    frameworks_address: str


def search_view() -> SearchView:
    """Return the page; results are found in the browser."""
    return SearchView(f"{addresses.HOME}#find", addresses.FRAMEWORKS)
