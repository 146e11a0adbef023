"""Find printed years that claim to be this plan's period but are not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.checks.printed_years import PrintedSpan, fiscal_years, spans, wrong_three_years
from generator.thai.dates import Cycle

_FARTHEST = 140
"""Longest distance in characters from the name of a plan to its years."""
_AFTER = 60
"""Characters after the years that may contain a word for another cycle."""
_NAME = re.compile("แผน|ยุทธศาสตร์|นโยบาย")
_THIS_PLAN = re.compile(
    "แผน ?(?:การ)?พัฒนา ?(?:บุคลากร|พนักงาน|ข้าราชการ|ลูกจ้าง|บุคคล|รายบุคคล|ทรัพยากร)|แผน ?(?:พัฒนา ?)?(?:[3๓] ?|สาม)ปี"
)
_OTHER_PLAN = re.compile(
    "แผน ?(?:อัตรากำลัง|แม่บท|ปฏิบัติ|ปฏิรูป|ยุทธศาสตร์|ดำเนินงาน|การดำเนินงาน|รัฐบาล|ดิจิทัล|(?:การ)?บริหาร)"
    "|แผน ?(?:การ)?พัฒนา ?(?:ท้องถิ่น|เทศบาล|ตำบล|อบต|อบจ|จังหวัด|อำเภอ|เศรษฐกิจ|องค์การ|ดิจิทัล)"
    "|ยุทธศาสตร์ ?(?:ชาติ|การบริหาร|(?:การ)?พัฒนา ?(?:ท้องถิ่น|เทศบาล|ตำบล|อบต|อบจ|จังหวัด|องค์การ|ประเทศ))|นโยบาย"
)
_ANOTHER_CYCLE = re.compile("ก่อน|เดิม|ที่ผ่านมา|ที่แล้ว|ถัดไป|ต่อไป(?!นี้)|ใหม่|สิ้นสุด|ครบกำหนด|หมดอายุ|ยกเลิก|ต่อเนื่องจาก|ต่อจาก")


def is_the_cycle(span: PrintedSpan, cycle: Cycle) -> bool:
    """Return whether printed years are the plan's own."""
    return (span.first, span.last) == (cycle.first.be, cycle.last.be)


def wrong_in_heading(text: str, cycle: Cycle) -> list[PrintedSpan]:
    """Return the years in a heading that are not the plan's: a heading is about this plan unless it names another.

    A single fiscal year of the cycle is correct.
    """
    found = [span for span in spans(text) if not is_the_cycle(span, cycle)]
    found += [year for year in fiscal_years(text) if not cycle.first.be <= year.first <= cycle.last.be]
    if not found or wrong_three_years(text):
        return []
    return _each_once(span for span in found if not _OTHER_PLAN.match(_named_before(text, span.start)))


def wrong_in_sentence(text: str, cycle: Cycle) -> list[PrintedSpan]:
    """Return the years that a sentence gives as this plan's and that are not.

    A sentence may be about anything: a span counts only right after the name of such a plan, and without a word for the
    cycle before or after.
    """
    found = [span for span in spans(text) if not is_the_cycle(span, cycle)]
    if not found or wrong_three_years(text):
        return []
    own = (span for span in found if _THIS_PLAN.match(_named_before(text, span.start)))
    return _each_once(span for span in own if not _of_another_cycle(text, span))


def _each_once(found: Iterable[PrintedSpan]) -> list[PrintedSpan]:
    """Return the first span of each pair of years."""
    by_years: dict[tuple[int, int], PrintedSpan] = {}
    for span in found:
        by_years.setdefault((span.first, span.last), span)
    return list(by_years.values())


def _of_another_cycle(text: str, span: PrintedSpan) -> bool:
    around = text[max(span.start - _FARTHEST, 0) : span.start + len(span.printed) + _AFTER]
    return bool(_ANOTHER_CYCLE.search(around))


def _named_before(text: str, start: int) -> str:
    """Return the text from the last plan, strategy or policy named before a position up to that position."""
    before = text[max(start - _FARTHEST, 0) : start]
    places = [match.start() for match in _NAME.finditer(before)]
    return before[places[-1] :] if places else ""
