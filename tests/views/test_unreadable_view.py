"""The page in place of unreadable data: errors for the officer, in order of place, truncated if too many."""

from __future__ import annotations

from generator.findings import Finding, Location, Severity
from generator.views.unreadable import SHOWN_ERRORS, unreadable_view
from tests.views.some_laos import ERROR, read_lao, unreadable_plan


def error(file: str, line: int) -> Finding:
    return ERROR._replace(location=Location(file, line, 1))


def test_each_error_is_listed_once_in_order_of_place() -> None:
    findings = [error("b.yml", 1), error("a.yml", 10), error("a.yml", 9), error("a.yml", 9)]
    view = unreadable_view(read_lao(), None, findings)
    assert [(str(one.location), view.error_count) for one in view.errors] == [
        ("a.yml:9:1", 3),
        ("a.yml:10:1", 3),
        ("b.yml:1:1", 3),
    ]


def test_warnings_are_not_listed() -> None:
    view = unreadable_view(read_lao(), None, [ERROR._replace(severity=Severity.WARNING)])
    assert (view.errors, view.error_count) == ((), 0)


def test_too_many_errors_are_truncated_and_counted() -> None:
    view = unreadable_view(read_lao(), None, [error("a.yml", line) for line in range(1, SHOWN_ERRORS + 6)])
    assert (len(view.errors), view.error_count) == (SHOWN_ERRORS, SHOWN_ERRORS + 5)


def test_a_plan_links_to_its_lao_and_an_lao_has_no_link() -> None:
    plan = unreadable_plan()
    of_plan = unreadable_view(read_lao(plan), plan, plan.findings)
    assert (of_plan.lao_name, of_plan.lao_address) == ("องค์การบริหารส่วนตำบลตัวอย่าง", "/lao/5440599/")
    of_lao = unreadable_view(read_lao(readable=False), None, (ERROR,))
    assert (of_lao.lao_name, of_lao.cycle, of_lao.lao_address) == ("5440599-example", None, None)


def test_personal_data_is_not_repeated() -> None:
    view = unreadable_view(read_lao(), None, [ERROR._replace(code="PDPA-001", message="นายตัวอย่าง ตัวอย่าง")])
    assert "ตัวอย่าง" not in view.errors[0].message
