"""What amendments changed, item by item: for the document page and for each changed thing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.model.cells import PrintedCell
from generator.model.lao import Lao
from generator.model.official import AmendedItem, Amendment
from generator.model.plan import Plan


@dataclass(frozen=True, slots=True)
class ThingAmended:
    """What one amendment did to one thing."""

    number: str
    """Number of the amendment, as printed."""
    effective_date: PrintedCell[datetime.date] | None
    reason: str
    items: tuple[AmendedItem, ...]
    """What was changed, before and after; none if the amendment only names the thing."""
    address: str
    """The amendment, on the document page."""

    @property
    def takes_out(self) -> bool:
        """Whether the amendment removed the thing from the plan."""
        return any(item.what == "removed" for item in self.items)


def amended_things(lao: Lao, plan: Plan) -> dict[str, tuple[ThingAmended, ...]]:
    """Return what the amendments of a plan did to each thing, by its id, in order of amendment."""
    page = addresses.plan_part(lao.code, plan.cycle, "document")
    found: dict[str, list[ThingAmended]] = {}
    for index, amendment in enumerate(plan.amendments):
        items = items_by_id(amendment)
        for identifier in amendment.touched:
            one = ThingAmended(
                number=amendment.number,
                effective_date=amendment.effective_date,
                reason=amendment.reason,
                items=items.get(identifier, ()),
                address=f"{page}#{addresses.amendment_anchor(index)}",
            )
            found.setdefault(identifier, []).append(one)
    return {identifier: tuple(changes) for identifier, changes in found.items()}


def items_by_id(amendment: Amendment) -> Mapping[str, tuple[AmendedItem, ...]]:
    """Return the changed items of an amendment, by the id of the thing."""
    found: dict[str, list[AmendedItem]] = {}
    for item in amendment.items:
        found.setdefault(item.id, []).append(item)
    return {identifier: tuple(items) for identifier, items in found.items()}


def former_name(changes: Iterable[ThingAmended]) -> str | None:
    """Return the name that amendments give to a thing that the plan no longer has, or None."""
    named = [item for one in changes for item in one.items if item.what in ("removed", "added", "name")]
    texts = [item.after if item.what != "removed" and item.after else item.before for item in named]
    return next((text for text in reversed(texts) if text and text.strip()), None)
