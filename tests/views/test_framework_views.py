"""The national documents: validity, contradictions, and the plans that use each entry."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.facts.framework_users import find_framework_users
from generator.facts.states import Validity
from generator.facts.summary import LaoSummary
from generator.findings import Finding, Location, Severity
from generator.model.content import Frameworks
from generator.views.frameworks import (
    SHOWN_USERS,
    FrameworkGroupView,
    framework_group_view,
    framework_view,
    frameworks_index_view,
)
from tests.views.one_plan import row
from tests.views.some_laos import TODAY, framework, plan_folder, summary

DATES: list[dict[str, Any]] = [
    {"label": "วันประชุม", "printed": "๓๑ กรกฎาคม ๒๕๖๑", "date": "๓๑ กรกฎาคม ๒๕๖๑"},
    {"label": "วันประกาศท้ายประกาศ", "printed": "ประกาศ ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๑", "date": "๑ ตุลาคม ๒๕๖๑"},
    {"label": "วันประกาศตามหนังสือ", "printed": "ลงวันที่ ๑๖ ตุลาคม ๒๕๖๑", "date": "๑๖ ตุลาคม ๒๕๖๑"},
]


def group_view(*summaries: LaoSummary, **group: Any) -> FrameworkGroupView:
    document = framework(group)
    return framework_group_view(document, document.groups[0], find_framework_users(summaries), TODAY)


@pytest.mark.parametrize(
    ("day", "changes", "state"),
    [
        ((2022, 12, 31), {}, Validity.IN_FORCE),
        ((2023, 1, 1), {}, Validity.EXPIRED),
        ((2017, 12, 31), {}, Validity.NOT_YET_IN_FORCE),
        ((2023, 1, 1), {"valid_from": None}, Validity.EXPIRED),
        ((2022, 1, 1), {"valid_from": None}, Validity.NOT_STATED),
        ((2022, 1, 1), {"valid_to": None}, Validity.NOT_STATED),
    ],
)
def test_validity_follows_from_the_dates_alone(
    day: tuple[int, int, int], changes: dict[str, Any], state: Validity
) -> None:
    assert framework_view(framework(**changes), datetime.date(*day)).validity.state is state


def test_conflicting_days_in_a_note_are_shown_side_by_side() -> None:
    note = {"printed": "๑ ตุลาคม พ.ศ. ๒๕๖๑ / ๑๖ ตุลาคม ๒๕๖๑", "note": "วันประกาศขัดกัน"}
    view = framework_view(framework(dates=DATES, notes=[note]), TODAY)
    assert [[date.label for date in conflict.dates] for conflict in view.date_conflicts] == [
        ["วันประกาศท้ายประกาศ", "วันประกาศตามหนังสือ"]
    ]
    assert view.dates == framework(dates=DATES).document.dates


@pytest.mark.parametrize("printed", ["๑ ตุลาคม ๒๕๖๑", "๑ ตุลาคม ๒๕๖๑ / ๒ ตุลาคม ๒๕๖๑", "คุ่มค่า / คุ้มค่า"])
def test_a_note_about_anything_else_is_no_conflict_of_dates(printed: str) -> None:
    view = framework_view(framework(dates=DATES, notes=[{"printed": printed, "note": "อื่น"}]), TODAY)
    assert view.date_conflicts == ()


def test_letters_with_conflicting_numbers_are_shown_side_by_side() -> None:
    letters = [{"number": "มท ๑/ว ๖๓๐๕"}, {"number": "มท ๑/ว ๒๓๐๕"}, {"number": "กบ ๒"}]
    note = {"printed": "มท ๑/ว ๖๓๐๕ / มท ๑/ว 2305", "note": "เลขที่ไม่ตรงกัน"}
    view = framework_view(framework(letters=letters, notes=[note]), TODAY)
    assert [[letter.number for letter in conflict.letters] for conflict in view.letter_conflicts] == [
        ["มท ๑/ว ๖๓๐๕", "มท ๑/ว ๒๓๐๕"]
    ]


def test_every_entry_has_its_own_or_an_inherited_source() -> None:
    below = [{"id": "b", "name": "ข", "section": "ข้อ ๒"}, {"id": "c", "name": "ค"}]
    entry = group_view(entries=[{"id": "a", "name": "ก", "entries": below}]).entries[0]
    assert [(one.anchor, one.section, one.has_own_section) for one in (entry, *entry.entries)] == [
        ("e-a", "ข้อ ๑๐", False),
        ("e-b", "ข้อ ๒", True),
        ("e-c", "ข้อ ๑๐", False),
    ]


def test_plans_are_listed_at_the_entry_they_name() -> None:
    view = group_view(summary(plan_folder()))
    first, second = view.entries
    assert first.users and [line.address for line in first.users.lines] == ["/lao/5440599/2567-2569/"]
    assert second.users is None
    assert view.has_users


def test_naming_a_whole_kind_uses_only_its_group() -> None:
    user = summary(plan_folder(competencies=[]))
    assert group_view(user).users
    assert group_view(user, id="competencies-line").users is None
    assert not group_view(user, id="competencies-line").has_users


def test_an_lao_with_two_plans_is_one_lao() -> None:
    skills = {"rows": [row(skills=[])]}
    view = group_view(summary(plan_folder("2564-2566", idp=skills), plan_folder(idp=skills)))
    users = view.entries[0].users
    assert users and (users.laos, users.plans) == (1, 2)


def test_a_long_list_of_plans_is_truncated_and_counted() -> None:
    count = SHOWN_USERS + 5
    view = group_view(*(summary(plan_folder(), code=str(5440500 + number)) for number in range(count)))
    users = view.entries[0].users
    assert users and (users.laos, users.plans, len(users.lines)) == (count, count, SHOWN_USERS)


def test_the_index_lists_unreadable_documents() -> None:
    error = Finding("YAML-001", Severity.ERROR, "อ่านไม่ได้", Location("frameworks/broken/document.yml", 1), "แก้")
    warning = error._replace(severity=Severity.WARNING, location=Location("frameworks/other/document.yml"))
    of_read = error._replace(location=Location("frameworks/strategy-2561-2565/link"))
    view = frameworks_index_view(Frameworks((framework(),), (error, warning, of_read)), TODAY)
    assert [line.address for line in view.documents] == ["/frameworks/strategy-2561-2565/"]
    assert [(one.folder, one.errors) for one in view.unreadable] == [("frameworks/broken", (error,))]
