"""Check that the yearly results report every project in full."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import listed
from generator.checks.items import ResultsItem
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.results import ResultStatus


@rule(
    "COMPLETE-024",
    Severity.WARNING,
    title="โครงการที่ไม่มีในรายงานผลประจำปี",
    why="รายงานผลสิบสองเดือนควรบอกผลของทุกโครงการที่กำหนดทำในปีนั้น แม้ยังไม่ได้ดำเนินการ",
    remedy="เพิ่มผลของโครงการในไฟล์ผลของปีนั้น ถ้าไม่ได้ทำ ให้ใช้สถานะ not_started หรือ cancelled พร้อมเหตุผล",
)
def unreported(item: ResultsItem) -> Iterator[Hit]:
    """A twelve-month report that omits projects due in the year."""
    if item.results.round != "12":
        return
    reported = {one.project for one in item.results.reported}
    known = {one.id for one in item.of.projects} | {one for entry in item.of.plan.amendments for one in entry.ids}
    if reported - known:
        return  # an entry of an unknown project, which reading reports, may be the missing one
    year = item.results.fiscal_year
    left = [one.name for one in item.of.projects if one.periods.runs_in(year) and one.id not in reported]
    if left:
        yield Hit(f"รายงานผลปี {year} ไม่มี {len(left)} โครงการที่กำหนดทำในปีนั้น ได้แก่ {listed(left)}", ("projects",))


@rule(
    "COMPLETE-025",
    Severity.WARNING,
    title="โครงการที่ทำแล้วแต่ไม่บอกผลหรือเงินที่ใช้",
    why="ผลของโครงการและเงินที่ใช้เป็นสิ่งที่ประชาชนและผู้ประเมินต้องการรู้มากที่สุด",
    remedy="เติม indicator_result และ spent ของโครงการ ถ้าไม่ได้ใช้เงิน ให้เขียน 0",
)
def done_without_result(item: ResultsItem) -> Iterator[Hit]:
    """A project reported as done without its result or the money spent."""
    names = {one.id: one.name for one in item.of.projects}
    for index, one in enumerate(item.results.projects):
        missing = ["ผลตามตัวชี้วัด"] * (not one.indicator_result) + ["เงินที่ใช้"] * (
            one.spent is None or not one.spent.printed
        )
        if one.status is ResultStatus.DONE and missing:
            yield Hit(
                f"โครงการ “{names.get(one.project, one.project)}” ดำเนินการแล้ว แต่ไม่บอก{'และ'.join(missing)}",
                ("projects", index),
            )
