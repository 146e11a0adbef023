"""ACK: answers that match nothing."""

from __future__ import annotations

from generator.checks.retired import RetiredCode
from tests.checks.case import Case, Change

_END = "รายงานผลต่อนายกเทศมนตรี}"


GONE = RetiredCode("GONE-001", "ข้อที่เคยตรวจ", "0.2.0", "รวมไว้ในกฎอื่นแล้ว", ("DATE-001",))


def answer(words: str) -> list[Change]:
    """Return one answer of the LAO."""
    return [Change("plan", _END, f"{_END}\nacknowledged:\n  - {{{words}, reason: ตรวจแล้วตรงตามเอกสาร}}")]


CASES = [
    Case("ACK-001", answer("code: DATE-999"), "“DATE-999”", "DATE-999", silent=answer("code: DATE-001")),
    Case("ACK-001", answer("code: date-002"), "“date-002” หมายถึง “DATE-002” หรือไม่", silent=answer("code: DATE-002")),
    Case("ACK-001", answer("code: GONE-002"), "“GONE-002”", silent=answer("code: GONE-001"), retired=[GONE]),
    Case(
        "ACK-005",
        answer("code: GONE-001"),
        "“GONE-001” (ข้อที่เคยตรวจ) เลิกใช้ตั้งแต่รุ่น 0.2.0 ปัจจุบันใช้ DATE-001 แทน",
        "GONE-001",
        silent=answer("code: DATE-001"),
        retired=[GONE],
    ),
    Case("ACK-002", answer("code: READ-001"), "“READ-001”", "READ-001", silent=answer("code: DATE-002")),
    Case(
        "ACK-003",
        answer("code: DATE-017, ids: [s1t1-1, s1t1-9]"),
        "“s1t1-9”",
        "s1t1-9",
        silent=answer("code: DATE-017, ids: [s1t1-1, finance, idp-01, s2, s2t1, local-1, value-1]"),
    ),
    Case(
        "ACK-004",
        [Change("plan", _END, f'{_END}\nacknowledged:\n  - {{code: DATE-002, reason: "-"}}')],
        "มีแต่ “-”",
        "DATE-002",
        silent=answer("code: DATE-002"),
    ),
]
