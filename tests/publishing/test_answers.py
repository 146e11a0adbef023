"""What a pusher reads: a refusal lists what has to be mended, an acceptance what deserves a look."""

from __future__ import annotations

from generator.cli.receive import answer_lines
from generator.findings import Finding, Location, Severity

ERROR = Finding("TEST-001", Severity.ERROR, "ปีผิด", Location("a.yml", 1, 4), "แก้ปี")
WARNING = ERROR._replace(code="TEST-002", severity=Severity.WARNING, message="ไม่มีผู้รับผิดชอบ")


def answer(*findings: Finding) -> str:
    return "\n".join(answer_lines(list(findings), {"a.yml": "ปี: 2468\n"}))


def test_a_refusal_lists_errors_and_counts_the_rest() -> None:
    text = answer(ERROR, WARNING)
    assert "ปีผิด" in text
    assert "ไม่มีผู้รับผิดชอบ" not in text
    assert text.endswith("ผิดพลาด 1 ควรตรวจ 1 (แสดงเฉพาะข้อผิดพลาด ที่เหลือดูด้วย phaen check)")


def test_a_refusal_for_errors_alone_promises_no_more() -> None:
    assert answer(ERROR).endswith("ผิดพลาด 1")


def test_an_accepted_push_lists_what_deserves_a_look() -> None:
    text = answer(WARNING)
    assert "ไม่มีผู้รับผิดชอบ" in text
    assert text.endswith("ควรตรวจ 1 (รับได้ แต่ควรดู)")


def test_an_answer_of_many_lines_ends_in_their_count() -> None:
    many = [ERROR._replace(code=f"TEST-{number:03}") for number in range(100)]
    lines = answer(*many).split("\n")
    assert len(lines) < 55
    assert lines[50].startswith("… และอีก ")
