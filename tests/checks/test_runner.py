"""Guarantees of the loop over the rules, for any rules."""

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
"""Makes strategy s1 cost more than its row of the matrix: MONEY-005, at the row."""
END = "รายงานผลต่อนายกเทศมนตรี}"
NAMED = Change("plan", "พัฒนาอย่างน้อยปีละหนึ่งครั้ง", "พัฒนาอย่างน้อยปีละหนึ่งครั้ง โดยนายสมมุติ นามตัวอย่าง")


def answer(code: str, more: str = "") -> Change:
    return Change("plan", END, f"{END}\nacknowledged:\n  - {{code: {code}, reason: มติสภาให้เพิ่มภายหลัง{more}}}")


def of(code: str, findings: tuple[Finding, ...]) -> Finding:
    return next(one for one in findings if one.code == code)


@pytest.mark.parametrize("more", ["", ", ids: [s1]"])
def test_answered_warning_stays_with_answer(more: str, tmp_path: Path) -> None:
    found = of("MONEY-005", findings_of(tmp_path, [DEARER, answer("MONEY-005", more)]))
    assert (found.answer, found.severity) == ("มติสภาให้เพิ่มภายหลัง", Severity.WARNING)


@pytest.mark.parametrize("other", [answer("MONEY-006"), answer("MONEY-005", ", ids: [s2]")])
def test_answer_to_another_finding_is_not_shown(other: Change, tmp_path: Path) -> None:
    assert of("MONEY-005", findings_of(tmp_path, [DEARER, other])).answer == ""


def test_error_cannot_be_answered(tmp_path: Path) -> None:
    found = of("PDPA-004", findings_of(tmp_path, [NAMED, answer("PDPA-004")]))
    assert (found.answer, found.severity) == ("", Severity.ERROR)


def test_findings_are_sorted_by_file_and_line(tmp_path: Path) -> None:
    found = findings_of(tmp_path, [DEARER, NAMED, Change("lao", "name: ตัวอย่าง", "name: ตัวอย่าง....")])
    places = [(one.location.file, one.location.line) for one in found]
    assert len({file for file, _ in places}) > 1
    assert places == sorted(places)


def quoting(*texts: str) -> Change:
    """Add quotations to the plan as evidence."""
    return Change(
        "plan", END, "\n".join([END, "quotations:", *(f'  - {{section: ๓.๑๑, text: "{one}"}}' for one in texts)])
    )


def text_findings(content: Path, *changes: Change) -> list[tuple[str, str, list[str]]]:
    """Return code, file and path of each text rule finding, with its other places."""
    return [
        (one.code, str(one.location.path[0]), [str(place.path[0]) for place in one.also])
        for one in findings_of(content, changes)
        if one.code.startswith("TEXT-")
    ]


FINANCE = "    responsible: {departments: [finance], printed: กองคลัง}\n  - id: s1t2-1"
SLIP_IN_PROJECT = Change("projects", "name: กิจกรรมเรียนรู้ผ่าน", "name: กิจกรรมปฎิบัติผ่าน")


def test_quotation_of_slip_is_no_second_finding(tmp_path: Path) -> None:
    quoted = quoting("กิจกรรมปฎิบัติ", "ตามกฏหมาย", "กฏหมาย")
    assert text_findings(tmp_path, SLIP_IN_PROJECT, quoted) == [
        ("TEXT-130", "quotations", ["quotations"]),
        ("TEXT-130", "projects", []),
    ]


def test_quotation_of_whole_text_is_no_place_of_slip(tmp_path: Path) -> None:
    duty = Change("plan", "จัดทำแผนพัฒนาบุคลากรให้ครบทุกตำแหน่ง", "ปฎิบัติตามแผน")
    before = Change("plan", "committee:\n", "quotations: [{section: ๑, text: ปฎิบัติตามแผน}]\ncommittee:\n")
    assert text_findings(tmp_path, duty, before) == [("TEXT-130", "committee", [])]


def test_personal_data_in_quotation_is_found(tmp_path: Path) -> None:
    named = "บุคลากรทุกคนได้รับการพัฒนาอย่างน้อยปีละหนึ่งครั้ง โดยนายสมมุติ นามตัวอย่าง"
    found = of("PDPA-004", findings_of(tmp_path, [NAMED, quoting(named)]))
    assert [place.path[0] for place in found.also] == ["quotations"]


def test_excerpt_may_be_cut_and_keeps_residue(tmp_path: Path) -> None:
    changes = [quoting("ความเร่งด่วนของที่", "(รุ่นที่ ๑", "<p>สมรรถนะหลัก", "| ๑๗. การสั่งสม | ๑๘. การควบคุม |")]
    found = [one for one in findings_of(tmp_path, changes) if one.code.startswith("TEXT-")]
    assert [one.code for one in found] == ["TEXT-113", "TEXT-115"]
    assert all("ให้คงข้อความที่คัดไว้" in one.remedy for one in found)


def test_remedy_for_residue_in_value_is_deletion(tmp_path: Path) -> None:
    changed = Change("projects", "name: กิจกรรมเรียนรู้ผ่าน", "name: <p>กิจกรรมเรียนรู้ผ่าน")
    assert "ลบเครื่องหมาย" in of("TEXT-113", findings_of(tmp_path, [changed, quoting("<p>สมรรถนะ")])).remedy


def test_assessment_note_as_department_is_one_finding(tmp_path: Path) -> None:
    cell = "printed: (LPA ด้านที่ ๒"
    row = f"    responsible: {{departments: [], {cell}}}\n    evidence: [{{scheme: LPA, {cell}}}]\n  - id: s1t2-1"
    note = Change("projects", FINANCE, row)
    codes = [one.code for one in findings_of(tmp_path, [note]) if one.code in {"COMPLETE-014", "TEXT-118"}]
    assert codes == ["COMPLETE-014"]


def test_department_with_open_bracket_is_found(tmp_path: Path) -> None:
    cut = Change("projects", FINANCE, FINANCE.replace("กองคลัง", "กองคลัง (งานพัสดุ"))
    assert text_findings(tmp_path, cut) == [("TEXT-118", "projects", [])]


def test_method_misspelt_in_two_rows_is_one_finding(tmp_path: Path) -> None:
    use = "{number: ๑, printed: ฝึกรอบรม}"
    rows = [
        Change("idp", "methods: [๑, ๒]", f"methods: [{use}, ๒]"),
        Change("idp", "methods: [๑]", f"methods: [{use}]"),
    ]
    found = [one for one in findings_of(tmp_path, rows) if one.code in {"TEXT-130", "NUMBER-009"}]
    assert [(one.code, one.suggestion, len(one.also)) for one in found] == [("TEXT-130", "ฝึกอบรม", 1)]


def failing(severity: Severity, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace one project rule by one that fails after its first hit."""

    def fail(item: ProjectItem) -> Iterator[Hit]:
        yield Hit(f"ก่อน {item.project.id}")
        raise ZeroDivisionError

    rules = runner._RULES_OF
    broken = dataclasses.replace(rules[ProjectItem][0], code="TRIAL-001", severity=severity, find=fail)
    monkeypatch.setitem(rules, ProjectItem, [broken, *rules[ProjectItem]])


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_failing_rule_becomes_finding_and_others_run(
    severity: Severity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(severity, monkeypatch)
    found = findings_of(tmp_path, [DEARER])
    trial = [one for one in found if one.code == "TRIAL-001"]
    assert sum(one.message == runner.COULD_NOT_CHECK.format("ZeroDivisionError") for one in trial) == len(trial) / 2
    assert {one.severity for one in trial} == {severity}
    assert of("MONEY-005", found)


@pytest.mark.parametrize(
    "line", ["# ผู้บันทึก นายสมมุติ นามตัวอย่าง\n", "website: https://example.go.th  # ถามนายสมมุติ นามตัวอย่าง\n"]
)
def test_person_in_comment_is_found(line: str, tmp_path: Path) -> None:
    found = findings_of(tmp_path, [Change("lao", "province: มหา", f"{line}province: มหา")])
    named = [one for one in found if one.code == "PDPA-004"]
    assert len(named) == 1
    where = (tmp_path / named[0].location.file).read_text("utf-8").split("\n")[named[0].location.line - 1]
    assert where[named[0].location.column - 1 :].startswith("นายส")
