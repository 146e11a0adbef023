"""Plain data that does not fit the records gives findings in the file's own terms, with line and column."""

from __future__ import annotations

import pytest

from generator.findings import Finding
from generator.model.guidelines import Guidelines
from generator.model.official import DocumentState
from generator.model.plan import Plan
from generator.reading.matrix_width import matrix_misfits
from generator.reading.records import read_record, read_records, unsaid
from generator.reading.rejected_values import UNNAMED
from generator.reading.yaml_text import YamlSource, parse_yaml

HEAD = "cycle: 2567-2569\nstate: draft\n"
QUOTES = "เครื่องหมายคำพูด"


def source_of(text: str) -> tuple[YamlSource, list[Finding]]:
    source, findings = parse_yaml(text, "plan.yml")
    assert source is not None
    return source, findings


def findings_of(text: str) -> list[Finding]:
    source, findings = source_of(HEAD + text)
    assert findings == []
    return read_record(source, Plan)[2]


@pytest.mark.parametrize(
    ("text", "code", "place", "message", "remedy"),
    [
        # A colon and a space in a text make it a mapping.
        ("objectives:\n  - ก: ข\n  - ค\n", "READ-005", (4, 5), "“ก: ข”", '"ก: ข"'),
        ("objectives:\n  - หมายเหตุ:\n", "READ-005", (4, 5), "“หมายเหตุ:”", '"หมายเหตุ:"'),
        ("objectives: [ก, ข: ค]\n", "READ-005", (3, 17), "“ข: ค”", '"ข: ค"'),
        ("title:\n  ก: ข\n", "READ-005", (4, 3), "“ก: ข”", '"ก: ข"'),
        ('objectives:\n  - โครงการ: "เก่ง"\n', "READ-005", (4, 5), "“โครงการ: เก่ง”", '"โครงการ: เก่ง"'),
        # Other shapes.
        ("objectives:\n  - ก: ข\n    ค: ง\n", "READ-004", (4, 5), "กลุ่มของหัวข้อ", QUOTES),
        ("objectives:\n  - ก: [ข]\n", "READ-004", (4, 5), "กลุ่มของหัวข้อ", QUOTES),
        ("title: {}\n", "READ-004", (3, 8), "กลุ่มของหัวข้อ", QUOTES),
        ("title: [LPA]\n", "READ-004", (3, 8), "รายการ", QUOTES),
        ("objectives:\n  - ก\n  -\n", "READ-004", (5, 4), "ว่าง", '""'),
        ("objectives: ก\n", "READ-004", (3, 13), "ที่ “objectives”", "เครื่องหมาย -"),
        ("approval: ก\n", "READ-004", (3, 11), "ที่ “approval”", "หัวข้อ"),
        ("quotations: [ก]\n", "READ-004", (3, 14), "ที่ “quotations” รายการที่ 1", "หัวข้อ"),
        ("submitted: [1 ก.ย. 2566]\n", "READ-003", (3, 12), "ค่าเดียว", "พ.ศ."),
        # Keys.
        ("titel: ก\n", "READ-002", (3, 1), "“titel”", "“title”"),
        ("values: [{id: v1}]\n", "READ-001", (3, 10), "ไม่มี “name”", "“name: ...”"),
        ("values:\n  - id: v1\n    name:\n", "READ-001", (5, 5), "“name” ว่างอยู่", "“name:”"),
    ],
)
def test_a_mismatch_is_reported_at_its_place_with_a_remedy(
    text: str, code: str, place: tuple[int, int], message: str, remedy: str
) -> None:
    (finding,) = findings_of(text)
    assert (finding.code, finding.location.line, finding.location.column) == (code, *place)
    assert message in finding.message
    assert remedy in finding.remedy


@pytest.mark.parametrize(
    "text", ["title: ก:ข\n", "title: 'ก: ข'\n", 'objectives: ["ก: ข", "[LPA]"]\n', "title:\n", "title: ''\n"]
)
def test_valid_data_gives_no_finding(text: str) -> None:
    assert findings_of(text) == []


def test_a_file_with_the_wrong_shape_gives_no_record() -> None:
    source, _ = source_of("- ก\n")
    (finding,) = read_record(source, Plan)[2]
    assert (finding.code, finding.location.line) == ("READ-004", 1)
    source, _ = source_of("ก: ข\n")
    records, (finding,) = read_records(source, Guidelines)
    assert (records, finding.code) == ((), "READ-004")


def test_one_cause_has_one_finding() -> None:
    source, said = source_of(f"{HEAD}values:\n  - id: v1\n    name: &a ก\n  - id: v2\n    name: *a\n  - id: v3\n")
    assert [finding.code for finding in said] == ["YAML-006", "YAML-007"]
    _, _, found = read_record(source, Plan)
    assert [(finding.code, finding.location.line) for finding in found] == [("READ-001", 7), ("READ-001", 8)]
    assert [finding.location.line for finding in unsaid(found, said)] == [8]


def test_a_too_short_matrix_row_is_reported_at_its_line() -> None:
    source, _ = source_of(
        f"{HEAD}budget_matrix:\n  columns: [{{department: a, printed: ก}}, {{department: b, printed: ข}}]\n"
        '  rows:\n    - {strategy: s1, amounts: ["๑", "๒"]}\n    - {strategy: s2, amounts: ["๓"]}\n'
    )
    plan, _, _ = read_record(source, Plan)
    assert plan is not None
    [found] = matrix_misfits(plan, source)
    assert (found.code, found.location.line) == ("READ-003", 7)
    assert "แถวที่ 2" in found.message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("objectives: ก\n", ("ก",)),
        ("objectives:\n  - ก: ข\n  - ค\n", ("ก: ข", "ค")),
        ("objectives: [[LPA], ค]\n", ("LPA", "ค")),
    ],
)
def test_a_text_in_the_wrong_shape_is_shown_as_text(text: str, shown: tuple[str, ...]) -> None:
    plan, _, findings = read_record(source_of(HEAD + text)[0], Plan)
    assert plan is not None
    assert (plan.objectives, len(findings)) == (shown, 1)


def test_an_unreadable_record_does_not_affect_others() -> None:
    text = "acknowledged:\n  - {code: A, reason: ก, date: วันนี้}\n  - {reason: ข}\n  - {code: C, reason: ค}\n"
    plan, source, findings = read_record(source_of(HEAD + text)[0], Plan)
    assert plan is not None
    assert [(answer.code, answer.date) for answer in plan.acknowledged] == [("A", None), ("C", None)]
    assert [finding.location.line for finding in findings] == [4, 5]
    assert source.location(("acknowledged", 1)).line == 6, "places move along with their records"


def test_a_record_without_a_name_is_shown_as_unnamed() -> None:
    plan, _, _ = read_record(source_of(f"{HEAD}values:\n  - {{id: v1}}\n  - {{name: ก}}\n")[0], Plan)
    assert plan is not None
    assert [(value.id, value.name) for value in plan.values] == [("v1", UNNAMED), ("unnamed-2", "ก")]


@pytest.mark.parametrize("text", ["state: draft\n", "cycle: ปีหน้า\nstate: draft\n"])
def test_a_plan_without_cycle_gives_no_record(text: str) -> None:
    assert read_record(source_of(text)[0], Plan)[0] is None


def test_an_unreadable_state_becomes_unread() -> None:
    plan, _, _ = read_record(source_of("cycle: 2567-2569\nstate: done\n")[0], Plan)
    assert plan is not None
    assert plan.state is DocumentState.UNREAD


def test_a_thai_key_gets_the_english_key_as_suggestion() -> None:
    [finding] = findings_of("หลักการและเหตุผล: [ก]\n")
    assert "“rationale:”" in finding.remedy


def test_an_unknown_key_without_value_is_reported_too() -> None:
    [finding] = findings_of("titel:\n")
    assert (finding.code, finding.location.line) == ("READ-002", 3)
