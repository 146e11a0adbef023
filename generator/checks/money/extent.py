"""Whether a table was received whole: sums of a part say nothing, and what is not here may stand in the rest."""

from __future__ import annotations

from generator.checks.items import PlanItem


def is_whole(item: PlanItem, *sections: str | None) -> bool:
    """Say whether the sections that hold these tables of money lie within what was received.

    What the plan says of its budget topic counts first; then the list of sections received.
    """
    if not item.is_partial:
        return True
    said = [topic.coverage for topic in item.plan.topics if topic.topic == "budget"]
    received = {section for source in item.plan.sources for section in source.sections}
    return said == ["full"] if said else set(sections) <= received


def matrix_is_whole(item: PlanItem) -> bool:
    """Say whether all of the matrix was received."""
    matrix = item.plan.budget_matrix
    return matrix is not None and is_whole(item, matrix.section)


def projects_are_whole(item: PlanItem) -> bool:
    """Say whether the whole table of projects was received."""
    table = item.files.projects
    return table is not None and "projects.yml" not in item.files.unread and is_whole(item, table.section)
