"""One difference between two versions of a plan: thing, field, and values before and after.

`plan_diff.py` finds differences; terminal, pages, JSON and Atom print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class PlanChangeKind(StrEnum):
    """Kind of a change."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """A project moved to another strategy or tactic, an IDP row to another department."""
    RENAMED = "renamed"
    BUDGET_RAISED = "budget_raised"
    BUDGET_LOWERED = "budget_lowered"
    BUDGET_CHANGED = "budget_changed"
    """Money changed, but neither to more nor to less: an amount became words, or its basis changed."""
    PERIOD_MOVED = "period_moved"
    RESPONSIBLE_CHANGED = "responsible_changed"
    REWORDED = "reworded"
    """Other words in a text, or in a cell with the same meaning; `words/reworded.py` highlights them."""
    OFFICIAL_CHANGED = "official_changed"
    """State, approval, announcement, dates and other official data."""
    CHANGED = "changed"
    """Any other value."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One difference between two versions of a plan."""

    kind: PlanChangeKind
    part: str
    """File of the plan without extension: `plan`, `projects`, `idp`, `results/2568`, `narrative`."""
    thing: str
    """Thai word for the kind of thing: โครงการ, ตำแหน่ง, กลยุทธ์, แผน ..."""
    id: str
    """Id of the thing, as amendments name it; empty if the part has only one, or things have no ids."""
    name: str
    """Name of the thing as printed, in the later version if in both; empty if it has none."""
    field: str
    """Path of the field in the model, such as `targets.quantity`; empty for ADDED and REMOVED.

    It starts at the thing if the thing has an id, else at the file.
    """
    label: str
    """Thai name of the field, or of the thing for ADDED and REMOVED."""
    before: str | None
    """The earlier printed text; None if there was none."""
    after: str | None
    """The later printed text; None if there is none."""
    difference_baht: Decimal | None = None
    """Difference in baht, negative for less; None if unknown."""
    is_material: bool = False
    """Whether it needs an amendment once the plan is approved (master plan, section 19)."""
    before_baht: Decimal | None = None
    """The earlier amount stated as one sum, in baht; None without one."""
    after_baht: Decimal | None = None
    """The later amount stated as one sum, in baht; None without one."""
