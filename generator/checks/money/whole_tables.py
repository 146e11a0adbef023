"""Whether a table was received in full: sums of a part prove nothing, and what is missing may be in the other parts."""

from __future__ import annotations

from generator.checks.items import PlanItem


def is_whole(item: PlanItem, *sections: str | None) -> bool:
    """Return whether the sections with these money tables were received.

    The plan's statement about its budget topic comes first, then the list of received sections.
    """
    if not item.is_partial:
        return True
    said = [topic.coverage for topic in item.plan.topics if topic.topic == "budget"]
    received = {section for source in item.plan.sources for section in source.sections}
    return said == ["full"] if said else set(sections) <= received


def matrix_is_whole(item: PlanItem) -> bool:
    """Return whether the whole matrix was received."""
    matrix = item.plan.budget_matrix
    return matrix is not None and is_whole(item, matrix.section)


def projects_are_whole(item: PlanItem) -> bool:
    """Return whether the whole table of projects was received."""
    table = item.files.projects
    return table is not None and "projects.yml" not in item.files.unread and is_whole(item, table.section)
