"""The plan's own period: three fiscal years, the same in every heading and sentence that states it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.dates.claims import is_the_cycle, wrong_in_heading, wrong_in_sentence
from generator.checks.items import PlanItem
from generator.checks.master_plan import PERIOD_CLAUSE
from generator.checks.plan_texts import PlacedText, headings, sentences
from generator.checks.printed_years import PrintedSpan, spans, wrong_three_years
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.thai.text import quoted

MEND_YEARS = (
    "ตรวจกับเอกสารต้นฉบับ ถ้าคัดลอกผิด ให้แก้ข้อมูลและแจ้งไว้ใน corrections: ถ้าเอกสารพิมพ์ไว้อย่างนั้น "
    "ให้แก้ในการปรับปรุงแผนครั้งต่อไป (amendments:) หรือชี้แจงใน acknowledged:"
)
"""Remedy for years that are not the plan's."""


@rule(
    "DATE-012",
    Severity.WARNING,
    title="รอบแผนไม่ใช่ 3 ปีงบประมาณ",
    why="แผนพัฒนาบุคลากรจัดทำคราวละ 3 ปี รอบที่ยาวต่างไปจะไม่ต่อกับรอบของแผนแม่บท และเทียบกับแผนอื่นไม่ได้",
    remedy="ตรวจปีแรกและปีสุดท้ายกับชื่อแผน ถ้าบันทึกผิด ให้แก้ cycle: และชื่อโฟลเดอร์ ถ้าแผนพิมพ์ไว้อย่างนั้นจริง ให้ชี้แจงใน acknowledged:",
    clause=PERIOD_CLAUSE,
)
def not_three_years(item: PlanItem) -> Iterator[Hit]:
    """A period of other than three fiscal years; if the title contradicts its own years, DATE-020 reports it."""
    cycle, title = item.plan.cycle, item.plan.title
    if cycle.length != 3 and not (title and wrong_three_years(title)):
        yield Hit(f"รอบแผน {cycle.slug} ยาว {cycle.length} ปีงบประมาณ ไม่ใช่ 3 ปี", ("cycle",))


@rule(
    "DATE-013",
    Severity.WARNING,
    title="ปีในชื่อหรือหัวข้อของแผนไม่ตรงกับรอบแผน",
    why="ปีที่ต่างกันในฉบับเดียวทำให้ไม่แน่ว่าส่วนนั้นเป็นของแผนรอบใด มักเกิดจากปีของแผนรอบก่อนที่ยังไม่ได้แก้",
    remedy=MEND_YEARS,
    clause=PERIOD_CLAUSE,
)
def heading_of_other_years(item: PlanItem) -> Iterator[Hit]:
    """A title, cover or committee heading with other years: one finding per place."""
    for heading in headings(item):
        for span in wrong_in_heading(heading.text, item.plan.cycle):
            yield _hit(item, heading, span)


@rule(
    "DATE-014",
    Severity.WARNING,
    title="ข้อความในแผนกล่าวถึงช่วงปีของแผนที่ไม่ตรงกับรอบแผน",
    why="ผู้อ่านต้องแน่ใจว่าเนื้อความเป็นของแผนฉบับนี้ ปีที่ต่างไปมักติดมาจากแผนรอบก่อนหรือจากแบบเอกสาร",
    remedy=f"{MEND_YEARS} ถ้าข้อความหมายถึงแผนอื่น ให้ชี้แจงไว้เช่นกัน",
    clause=PERIOD_CLAUSE,
)
def sentence_of_other_years(item: PlanItem) -> Iterator[Hit]:
    """Sentences that give this plan other years; an excerpt of a reported heading or table is not reported again."""
    cycle = item.plan.cycle
    for sentence in sentences(item):
        for span in wrong_in_sentence(sentence.text, cycle):
            if sentence.path[0] != "quotations" or (span.first, span.last) not in _known_years(item):
                yield _hit(item, sentence, span)


def _known_years(item: PlanItem) -> set[tuple[int, int]]:
    """Return the years that DATE-013 and DATE-015 report in headings and the IDP table."""
    known_years = {
        (span.first, span.last)
        for heading in headings(item)
        for span in wrong_in_heading(heading.text, item.plan.cycle)
    }
    if item.files.idp and (years := item.files.idp.fiscal_years):
        known_years.add((years[0].be, years[-1].be))
    return known_years


def _hit(item: PlanItem, placed_text: PlacedText, span: PrintedSpan) -> Hit:
    cycle, title = item.plan.cycle, item.plan.title or ""
    in_title = (
        ""
        if placed_text.path == ("title",)
        else next((one.printed for one in spans(title) if is_the_cycle(one, cycle)), "")
    )
    own = f"ชื่อแผนพิมพ์ {quoted(in_title)}" if in_title else f"รอบแผนคือ {cycle.slug}"
    return Hit(
        f"{placed_text.what}พิมพ์ปี {quoted(span.printed)} แต่{own}",
        placed_text.path,
        file=placed_text.file,
        snippet=span.printed,
    )
