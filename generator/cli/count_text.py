"""The last lines of `phaen check`, `build` and `pages`: counts of findings, and why `--strict` failed."""

from __future__ import annotations

from collections import Counter

from generator.building.found import Counts, FoundCounts, by_severity
from generator.findings import Severity
from generator.words.findings import SEVERITY

_MOST_CODES = 10
"""Most codes named as the reason of a failure; the table above the summary has them all."""


def severities_text(sums: Counter[Severity]) -> str:
    """Return `ผิดพลาด 1 ควรตรวจ 2`, without zero counts; empty for none."""
    return " ".join(f"{word} {sums[severity]:,}" for severity, word in SEVERITY.items() if sums[severity])


def found_text(found: FoundCounts) -> str:
    """Return the sentence on the counts, with national documents counted separately."""
    sums = by_severity(found.of_laos())
    counts = severities_text(sums) + (f" (อปท. ตอบแล้ว {found.answered:,})" if found.answered else "")
    converted = found.converted()
    apart = f" นับแยก: ตัวพิมพ์ที่เสียจากการแปลงไฟล์ {converted:,} ซึ่งไม่ใช่ของ อปท." if converted else ""
    if sums[Severity.ERROR]:
        return f"พบ {counts}{apart}"
    of_laos = "ในข้อมูลของ อปท." if by_severity(found.of_frameworks)[Severity.ERROR] else ""
    return f"ไม่พบข้อผิดพลาด{of_laos}" + (f" แต่มี {counts}" if counts else "") + apart


def frameworks_text(found: FoundCounts) -> str:
    """Return the sentence on national documents; empty without findings in them."""
    counts = severities_text(by_severity(found.of_frameworks))
    return f"กรอบระดับชาติ: {counts} ซึ่งผู้ดูแลเว็บไซต์เป็นผู้แก้ ไม่ใช่ อปท." if counts else ""


def strict_text(failing: Counts, remedy: str) -> str:
    """Return why `--strict` fails without errors; empty if it does not."""
    if not failing:
        return ""
    by_code: Counter[str] = Counter()
    for (_, code), number in failing.items():
        by_code[code] += number
    shown = sorted(by_code.items(), key=lambda one: (-one[1], one[0]))
    named = ", ".join(f"{code} {number:,} รายการ" for code, number in shown[:_MOST_CODES])
    rest = f" และอีก {len(shown) - _MOST_CODES:,} ข้อตรวจ" if len(shown) > _MOST_CODES else ""
    return (
        f"ไม่ผ่านเพราะใช้ --strict: มี “ควรตรวจ” ที่ยังไม่ได้ตอบ {sum(by_code.values()):,} รายการ ได้แก่ {named}{rest}\n{remedy}"
    )
