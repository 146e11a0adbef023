"""Every field of the model is compared: another value in any field of any file is one change."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from generator.history.plan_change import PlanChangeKind
from generator.history.plan_diff import plan_changes
from tests.history.filled_records import FILES, FILLED, Place, filled, is_key, places, plan_of, with_value

MATERIAL = {
    "plan": """
        targets strategies.id strategies.name strategies.tactics.id strategies.tactics.name budget_basis
        budget_matrix.basis budget_matrix.columns.department budget_matrix.columns.printed budget_matrix.rows.strategy
        budget_matrix.rows.amounts budget_matrix.rows.stated_total budget_matrix.stated_column_totals
        budget_matrix.stated_grand_total curricula.ref curricula.kind curricula.name methods.ref methods.kind
        methods.name target_groups.ref target_groups.kind target_groups.name competencies.ref competencies.kind
        competencies.name
    """,
    "projects": """
        projects.id projects.strategy projects.tactic projects.name projects.indicator projects.targets.quantity
        projects.targets.quality projects.targets.benefit projects.targets.printed projects.budget projects.periods
        projects.responsible.departments projects.responsible.printed projects.curricula projects.methods
        projects.target_groups projects.competencies projects.objective projects.place projects.expected_result
    """,
    "idp": """
        years methods.number methods.name methods.ref rows.id rows.department rows.staff_category rows.position
        rows.skills.text rows.skills.competencies rows.goals.text rows.methods.number rows.methods.printed rows.years
    """,
    "results/2567": "",
}
"""Fields covered by section 19 of the master plan: not results, documents, evidence, remarks, numbers and sections."""
FILE_NAMES = {"fiscal_year"}
"""Another year means another results file."""


def fields(*, required: bool = True) -> Iterator[Any]:
    for part, model in FILES.items():
        for place in places(model):
            if ".".join(place.path) not in FILE_NAMES and (required or not place.is_required):
                yield pytest.param(part, place, id=f"{part}:{'.'.join(place.path)}")


@pytest.mark.parametrize(("part", "place"), list(fields()))
def test_another_value_is_one_change(part: str, place: Place) -> None:
    changes = plan_changes(FILLED, plan_of(part, with_value(filled(FILES[part]), place.path, place.other)))
    if is_key(place.field):
        official = PlanChangeKind.OFFICIAL_CHANGED
        kinds = [PlanChangeKind.ADDED, PlanChangeKind.REMOVED] if place.path[0] != "amendments" else [official] * 2
        assert [change.kind for change in changes] == kinds
    else:
        assert len(changes) == 1, changes
        assert changes[0].label
        assert changes[0].part == part
        assert changes[0].before != changes[0].after


@pytest.mark.parametrize(("part", "place"), list(fields(required=False)))
def test_a_removed_value_is_one_change_and_adding_it_mirrors_that(part: str, place: Place) -> None:
    without = plan_of(part, with_value(filled(FILES[part]), place.path, None))
    gone, come = plan_changes(FILLED, without), plan_changes(without, FILLED)
    assert len(gone) == len(come) == 1, gone
    assert (gone[0].before, gone[0].after) == (come[0].after, come[0].before)


def test_a_plan_is_equal_to_itself() -> None:
    assert plan_changes(FILLED, copy.deepcopy(FILLED)) == ()


@pytest.mark.parametrize("part", list(FILES))
def test_material_fields_are_those_of_section_19(part: str) -> None:
    found = set()
    for place in places(FILES[part]):
        after = plan_of(part, with_value(filled(FILES[part]), place.path, place.other))
        if any(change.is_material for change in plan_changes(FILLED, after)):
            found.add(".".join(place.path))
    assert found == set(MATERIAL[part].split()), "FieldMark.MATERIAL in generator/model/ and MATERIAL above differ"
