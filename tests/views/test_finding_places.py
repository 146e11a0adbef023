"""Every value of a plan has a page and a place on it, to which findings link."""

from __future__ import annotations

import pytest

from generator.findings import Location
from generator.model.framework import FrameworkDocument
from generator.model.lao import Lao
from generator.model.plan import NarrativeSection, Plan
from generator.views.finding_places import (
    OF_FRAMEWORK,
    OF_LAO,
    OF_PLAN,
    PagePlace,
    place_in_framework,
    place_in_lao,
    place_in_plan,
)
from generator.words import interface
from tests.views.one_plan import RESULTS, one_plan
from tests.views.some_laos import GUIDELINES, framework, read_lao

FOLDER = "plans/6990101-example/2567-2569"
TEXT = "## rationale\nก\n\n## idp\nข\n```\n## other\n```\nค"


def place(file: str, *path: str | int, line: int = 1) -> PagePlace:
    prose = [NarrativeSection(one, None, False, "ก") for one in ("rationale", "idp")]
    files = one_plan(narrative=prose, results=[RESULTS]).files
    texts = {f"{FOLDER}/narrative.md": TEXT}
    return place_in_plan(files, FOLDER, texts, Location(f"{FOLDER}/{file}", line, 1, path))


@pytest.mark.parametrize(
    ("file", "path", "part", "anchor"),
    [
        ("projects.yml", ("projects", 0, "budget"), "projects", "p-p1"),
        ("projects.yml", ("projects",), "projects", "table"),
        ("projects.yml", ("projects", 99), "projects", "table"),
        ("idp.yml", ("rows", 0, "skills", 0), "idp", "i-idp-1"),
        ("idp.yml", ("methods", 1), "idp", "matrix"),
        ("plan.yml", ("budget_matrix", "rows", 0), "strategy", "budget"),
        ("plan.yml", ("strategies", 0, "name"), "strategy", "s-s1"),
        ("plan.yml", ("strategies", 0, "tactics", 0, "name"), "strategy", "t-s1t1"),
        ("plan.yml", ("committee", "members", 3), "document", "committee"),
        ("plan.yml", ("evaluation_forms", 0), "monitoring", "evaluation"),
        ("plan.yml", ("budget_basis",), "projects", "table"),
        ("plan.yml", (), "overview", ""),
        ("results/2567.yml", ("projects", 0), "monitoring", "results-2567"),
        ("documents/แผน.pdf", (), "document", "documents"),
    ],
)
def test_a_value_has_its_place(file: str, path: tuple[str | int, ...], part: str, anchor: str) -> None:
    found = place(file, *path)
    assert (found.part, found.anchor) == (part, anchor)


@pytest.mark.parametrize(
    ("file", "path"), [("projects.yml", ("projects",)), ("idp.yml", ("rows", 0)), ("plan.yml", ("budget_basis",))]
)
def test_without_a_table_the_place_is_the_page(file: str, path: tuple[str | int, ...]) -> None:
    files = one_plan(has_projects=False, has_idp=False).files
    assert not place_in_plan(files, FOLDER, {}, Location(f"{FOLDER}/{file}", 1, 1, path)).anchor


def test_a_named_thing_is_called_by_its_name() -> None:
    assert place("projects.yml", "projects", 0).name == "๑ อบรมงานสารบรรณ"
    assert place("idp.yml", "rows", 0).name == "นิติกร"
    assert place("plan.yml", "committee").name is None


@pytest.mark.parametrize(("line", "anchor"), [(1, "n-rationale"), (2, "n-rationale"), (5, "n-idp"), (9, "n-idp")])
def test_a_line_of_prose_belongs_to_the_heading_above_it(line: int, anchor: str) -> None:
    assert place("narrative.md", line, line=line).anchor == anchor


def test_every_key_of_a_plan_has_its_place_and_its_word() -> None:
    assert OF_PLAN.keys() == Plan.model_fields.keys()
    places = [*OF_PLAN.values(), *OF_LAO.values(), *OF_FRAMEWORK.values()]
    assert {one.kind for one in places} <= interface.FINDING_PLACE.keys()
    assert OF_LAO.keys() <= Lao.model_fields.keys()
    assert OF_FRAMEWORK.keys() <= FrameworkDocument.model_fields.keys()


def test_findings_outside_plans_are_on_the_laos_page() -> None:
    folder = read_lao(guidelines=[GUIDELINES]).lao_folder
    places = [
        place_in_lao(folder, Location(f"{folder.path}/{file}", 1, 1, path))
        for file, path in (
            ("lao.yml", ("name",)),
            ("lao.yml", ("departments", 2)),
            ("guidelines.yml", (0, "title")),
            ("guidelines.yml", ()),
        )
    ]
    assert [one.anchor for one in places] == ["identity", "departments", "g-section-12", "guidelines"]


def test_a_national_document_has_its_page_and_one_per_list() -> None:
    document = framework()
    places = [
        place_in_framework(document, Location(f"{document.path}/{file}", 1, 1, path))
        for file, path in (
            ("document.yml", ("title",)),
            ("document.yml", ("dates", 0)),
            ("competencies-core.yml", ("entries", 1, "name")),
            ("competencies-core.yml", ("title",)),
        )
    ]
    assert [(one.part, one.anchor) for one in places] == [
        ("framework", ""),
        ("framework", "dates"),
        ("competencies-core", "e-core-2"),
        ("competencies-core", ""),
    ]
