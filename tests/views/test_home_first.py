"""The top of the home page: example searches, and why no plan is in force."""

from __future__ import annotations

import datetime
from urllib.parse import quote

import pytest

from generator.facts.summary import LaoSummary
from generator.model.content import Frameworks
from generator.views.home import home_view
from generator.views.home_first import NoneInForce, search_examples
from tests.views.one_plan import project
from tests.views.some_laos import TODAY, framework, plan_folder, summary

NOTHING = Frameworks(())


def words(*summaries: LaoSummary, frameworks: Frameworks = NOTHING) -> list[str]:
    return [example.words for example in search_examples(summaries, frameworks)]


def why(*summaries: LaoSummary, today: datetime.date = TODAY) -> NoneInForce | None:
    return home_view(summaries, NOTHING, today).none_in_force


def test_examples_are_an_lao_with_a_plan_and_its_project() -> None:
    found = words(summary(name="ไม่มีแผน"), summary(plan_folder(), name="มีแผน"))
    assert found[0].endswith("มีแผน")
    assert len(found) == 2


def test_the_shortest_title_of_a_plan_is_the_example() -> None:
    projects = [project(id=id, name=name) for id, name in (("a", "ก" * 41), ("b", "ข" * 40), ("c", "ค" * 41))]
    assert words(summary(plan_folder(projects=projects)))[1] == "ข" * 40


def test_drafts_give_only_a_name_as_example() -> None:
    assert len(words(summary(plan_folder(state="draft")))) == 1


def test_without_laos_there_is_no_example() -> None:
    assert words() == []


def test_an_example_leads_to_the_search_page() -> None:
    example = search_examples([summary(plan_folder())], NOTHING)[1]
    assert example.address == f"/search/?q={quote(example.words)}"


def test_with_a_plan_in_force_there_is_no_reason() -> None:
    assert why(summary(plan_folder())) is None


@pytest.mark.parametrize(
    ("state", "today", "expected"),
    [
        ("announced", datetime.date(2026, 10, 1), NoneInForce(1, datetime.date(2026, 9, 30), 0, 0)),
        ("announced", datetime.date(2023, 1, 1), NoneInForce(0, None, 1, 0)),
        ("approved", TODAY, NoneInForce(0, None, 0, 1)),
        ("draft", TODAY, NoneInForce(0, None, 0, 0)),
    ],
)
def test_without_a_plan_in_force_there_is_a_reason(state: str, today: datetime.date, expected: NoneInForce) -> None:
    assert why(summary(plan_folder(state=state), today=today), today=today) == expected


def test_the_example_term_is_named_in_a_plan() -> None:
    named = summary(plan_folder(projects=[project(competencies=["core-2"])]))
    entries = [{"id": "core-9", "name": "ไม่มีแผนใดใช้"}, {"id": "core-2", "name": "บริการเป็นเลิศ"}]
    assert words(named, frameworks=Frameworks((framework({"entries": entries}),)))[-1] == "บริการเป็นเลิศ"
