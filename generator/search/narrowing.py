"""Filters and sort orders of a search."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.search.sections import Part, SearchedLao, Section

BUDGETS: tuple[tuple[str, int, int | None], ...] = (
    ("0-10000", 0, 10_000),
    ("10000-50000", 10_001, 50_000),
    ("50000-100000", 50_001, 100_000),
    ("100000-500000", 100_001, 500_000),
    ("500000-", 500_001, None),
)
"""Ranges of a project's money: name in addresses, minimum and maximum in whole baht."""


class Order(StrEnum):
    """Sort orders."""

    BEST = "best"
    MOST_MONEY = "most"
    LEAST_MONEY = "least"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filters of a search; None means any."""

    province: str | None = None
    type: str | None = None
    lao: str | None = None
    """Seven-digit code."""
    part: Part | None = None
    year: str | None = None
    department: str | None = None
    strategy: str | None = None
    competency: str | None = None
    budget: str | None = None
    """Name of one of BUDGETS."""

    def allows(self, lao: SearchedLao, section: Section) -> bool:
        """Return whether a section passes the filters."""
        return all(
            wanted is None or wanted in values
            for facet, values in values_of(lao, section).items()
            for wanted in (getattr(self, facet),)
        )


def values_of(lao: SearchedLao, section: Section) -> dict[str, tuple[str, ...]]:
    """Return the filter values of a section, per facet."""
    return {
        "province": (lao.province,),
        "type": (lao.type,),
        "lao": (lao.code,),
        "part": (section.part,),
        "year": tuple(map(str, section.years)),
        "department": section.departments,
        "strategy": (section.strategy,) if section.strategy else (),
        "competency": section.competencies,
        "budget": tuple(name for name, least, most in BUDGETS if _is_between(section.baht, least, most)),
    }


def _is_between(baht: Decimal | None, least: int, most: int | None) -> bool:
    return baht is not None and least <= baht and (most is None or baht < most + 1)
