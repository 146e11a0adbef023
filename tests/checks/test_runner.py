"""The loop over the rules: what it promises whatever the rules are."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checks import runner
from generator.checks.items import ProjectItem
from generator.checks.rule import Hit
from generator.findings import Finding, Severity
from tests.checks.case import Change, findings_of

DEARER = Change("projects", "budget: ๓๐,๐๐๐", "budget: ๓๕,๐๐๐")
"""Strategy s1 then costs more than its row of the matrix: MONEY-005, at the row."""
END = "รายงานผลต่อนายกเทศมนตรี}"
NAMED = Change("plan", "พัฒนาอย่างน้อยปีละหนึ่งครั้ง", "พัฒนาอย่างน้อยปีละหนึ่งครั้ง โดยนายสมมุติ นามตัวอย่าง")


def answer(code: str, more: str = "") -> Change:
    return Change("plan", END, f"{END}\nacknowledged:\n  - {{code: {code}, reason: มติสภาให้เพิ่มภายหลัง{more}}}")


def of(code: str, findings: tuple[Finding, ...]) -> Finding:
    return next(one for one in findings if one.code == code)


@pytest.mark.parametrize("more", ["", ", ids: [s1]"])
def test_an_answer_stands_beside_the_warning_which_stays(more: str, tmp_path: Path) -> None:
    found = of("MONEY-005", findings_of(tmp_path, [DEARER, answer("MONEY-005", more)]))
    assert (found.answer, found.severity) == ("มติสภาให้เพิ่มภายหลัง", Severity.WARNING)


@pytest.mark.parametrize("other", [answer("MONEY-006"), answer("MONEY-005", ", ids: [s2]")])
def test_an_answer_to_another_finding_answers_nothing(other: Change, tmp_path: Path) -> None:
    assert of("MONEY-005", findings_of(tmp_path, [DEARER, other])).answer == ""


def test_no_answer_makes_an_error_publishable(tmp_path: Path) -> None:
    found = of("PDPA-004", findings_of(tmp_path, [NAMED, answer("PDPA-004")]))
    assert (found.answer, found.severity) == ("", Severity.ERROR)


def test_findings_come_by_file_and_line(tmp_path: Path) -> None:
    found = findings_of(tmp_path, [DEARER, NAMED, Change("lao", "name: ตัวอย่าง", "name: ตัวอย่าง....")])
    places = [(one.location.file, one.location.line) for one in found]
    assert len({file for file, _ in places}) > 1
    assert places == sorted(places)


def failing(severity: Severity, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one rule over projects fail in the middle of its work."""

    def fail(item: ProjectItem) -> Iterator[Hit]:
        yield Hit(f"ก่อน {item.project.id}")
        raise ZeroDivisionError

    rules = runner._RULES_OF
    broken = dataclasses.replace(rules[ProjectItem][0], code="TRIAL-001", severity=severity, find=fail)
    monkeypatch.setitem(rules, ProjectItem, [broken, *rules[ProjectItem]])


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_a_rule_that_fails_says_so_and_stops_nothing(
    severity: Severity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(severity, monkeypatch)
    found = findings_of(tmp_path, [DEARER])
    trial = [one for one in found if one.code == "TRIAL-001"]
    assert sum(one.message == runner.COULD_NOT_CHECK.format("ZeroDivisionError") for one in trial) == len(trial) / 2
    assert {one.severity for one in trial} == {severity}
    assert of("MONEY-005", found)
