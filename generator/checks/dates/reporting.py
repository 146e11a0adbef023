"""The day of reported figures, compared with their year and round."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.checks.items import ResultsItem
from generator.checks.printed_years import thai_day
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.results import YearResults

_REMEDY = "ตรวจวันที่กับรายงานต้นฉบับ แล้วแก้ as_of: round: หรือ fiscal_year: ให้ตรงกัน"


@rule(
    "DATE-018",
    Severity.WARNING,
    title="วันที่ของผลการดำเนินงานไม่อยู่ในช่วงที่รายงาน",
    why="ผลที่ลงวันที่ก่อนเริ่มปีงบประมาณ หรือผลรอบ 6 เดือนที่ลงวันที่หลังสิ้นปี ย่อมมีวันที่ ปี หรือรอบผิดไปอย่างหนึ่ง",
    remedy=_REMEDY,
)
def figures_of_another_time(item: ResultsItem) -> Iterator[Hit]:
    """Figures dated before their year begins, or half-year figures dated after it ends."""
    results = item.results
    year, shown = results.fiscal_year, thai_day(results.as_of)
    if results.as_of < year.first_day:
        yield Hit(
            f"ผลปีงบประมาณ {year} เป็นข้อมูล ณ วันที่ {shown} ก่อนปีงบประมาณนั้นเริ่มในวันที่ {thai_day(year.first_day)}", ("as_of",)
        )
    elif results.round == "6" and year.last_day < results.as_of <= item.of.reference.today:
        yield Hit(
            f"ผลรอบ 6 เดือนของปีงบประมาณ {year} เป็นข้อมูล ณ วันที่ {shown} หลังสิ้นปีงบประมาณ คือ {thai_day(year.last_day)}",
            ("as_of",),
        )


@rule(
    "DATE-019",
    Severity.NOTICE,
    title="ผลการดำเนินงานเป็นข้อมูลก่อนสิ้นรอบที่รายงาน",
    why="ข้อมูลที่เก็บก่อนสิ้นรอบอาจยังไม่ครบ เช่น เงินที่เบิกจ่ายในวันท้าย ๆ ผู้อ่านควรทราบก่อนนำไปเทียบ",
    remedy="ถ้ามีข้อมูล ณ วันสิ้นรอบแล้ว ให้ปรับตัวเลขและ as_of: ถ้าเป็นข้อมูลสุดท้ายตามรายงาน ให้ชี้แจงใน acknowledged:",
)
def figures_before_the_round_ends(item: ResultsItem) -> Iterator[Hit]:
    """Figures dated before the end of their round: 31 March for six months, 30 September for twelve."""
    results, end = item.results, round_end(item.results)
    if results.fiscal_year.first_day <= results.as_of < end:
        yield Hit(
            f"ผลรอบ {results.round} เดือนของปีงบประมาณ {results.fiscal_year} เป็นข้อมูล ณ วันที่ {thai_day(results.as_of)} "
            f"ก่อนสิ้นรอบในวันที่ {thai_day(end)}",
            ("as_of",),
        )


def round_end(results: YearResults) -> datetime.date:
    """Return the last day of the reported round."""
    year = results.fiscal_year
    return year.last_day if results.round == "12" else year.quarter_range(2)[1]
