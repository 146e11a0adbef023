"""One difference between two versions of a plan, as a record: what of which thing, before and after.

`plan_diff.py` finds them; terminal, pages, JSON and Atom print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class PlanChangeKind(StrEnum):
    """What happened to a thing of a plan."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """A project went to another strategy or tactic, an IDP row to another department."""
    RENAMED = "renamed"
    BUDGET_RAISED = "budget_raised"
    BUDGET_LOWERED = "budget_lowered"
    BUDGET_CHANGED = "budget_changed"
    """Money changed in a way that is neither more nor less: an amount became words, or the basis another one."""
    PERIOD_MOVED = "period_moved"
    RESPONSIBLE_CHANGED = "responsible_changed"
    REWORDED = "reworded"
    """A text has other words, or a cell says the same with other words; `words/reworded.py` marks them."""
    OFFICIAL_CHANGED = "official_changed"
    """State, approval, announcement, dates and other official data."""
    CHANGED = "changed"
    """Any other value."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One difference between two versions of a plan."""

    kind: PlanChangeKind
    part: str
    """File of the plan without its ending: `plan`, `projects`, `idp`, `results/2568`, `narrative`."""
    thing: str
    """Thai word for what changed: โครงการ, ตำแหน่ง, กลยุทธ์, แผน ..."""
    id: str
    """Id of the thing, as amendments name it; empty where the part has only one, and where things have no ids."""
    name: str
    """Name of the thing as printed, of the later version where it has both; empty where it has none."""
    field: str
    """Path of the field in the model, such as `targets.quantity`; empty for ADDED and REMOVED.

    It begins at the thing where the thing has an id of its own, and at the file where it has none.
    """
    label: str
    """Thai name of the field; of the thing for ADDED and REMOVED."""
    before: str | None
    """What was printed; None for what was not there."""
    after: str | None
    """What is printed now; None for what is there no more."""
    difference_baht: Decimal | None = None
    """How much more money, in baht; negative for less; None where nobody can tell."""
    is_material: bool = False
    """Whether the master plan (section 19) demands an amendment for it once the plan is approved."""
    before_baht: Decimal | None = None
    """The amount that was stated as one sum, in baht; None where none was."""
    after_baht: Decimal | None = None
    """The amount that is stated now as one sum, in baht; None where none is."""
