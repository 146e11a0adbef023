"""The tables that only a year's report has: quarters, problems with suggestions, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from generator.model.results import ResultStatus
from generator.thai.dates import BE_MINUS_CE, FiscalYear
from generator.thai.text import fold_for_comparison
from generator.views.table_cells import (
    NOT_REPORTED,
    count,
    day,
    empty,
    figure,
    lines,
    numbered,
    phrase,
    small,
    text,
    words,
    year,
)
from generator.views.tables import Cell, CellKind, Column, Form, Look, Row, Table, head
from generator.words import interface

if TYPE_CHECKING:
    from generator.views.year_report import ResultLine

_SHOWN = (ResultStatus.DONE, ResultStatus.IN_PROGRESS, ResultStatus.NOT_STARTED, ResultStatus.CANCELLED)


class QuarterProgress(NamedTuple):
    """The projects planned in one quarter, and their statuses on the day of the report."""

    number: int
    """From 1 (October to December) to 4; 0 for projects without a stated quarter."""
    planned: int
    statuses: tuple[str, ...]
    """Per project a `ResultStatus`, or `not_reported`."""


def quarters_table(
    fiscal_year: FiscalYear, quarters: Iterable[QuarterProgress], *, is_reported: bool, name: str = "quarters"
) -> Table:
    """Return the planned projects of each quarter and their progress."""
    return Table(
        name,
        phrase("แผนและผล จำแนกตามไตรมาสที่แผนกำหนด ปีงบประมาณ พ.ศ. {}", year(fiscal_year)),
        (
            head("ไตรมาส"),
            Column("ตามแผน", "โครงการ", Look.NUMBER),
            *(Column(interface.RESULT_STATUS[one], look=Look.NUMBER) for one in _SHOWN),
            Column("ยังไม่รายงาน", look=Look.NUMBER),
        ),
        tuple(_quarter(fiscal_year, one, is_reported=is_reported) for one in quarters),
        note=words(
            "โครงการที่กำหนดไว้หลายไตรมาสนับทุกไตรมาส สถานะเป็นของทั้งโครงการ ณ วันที่ของรายงาน ไม่ใช่ของไตรมาสนั้นเพียงไตรมาสเดียว"
        ),
    )


def _quarter(fiscal_year: FiscalYear, one: QuarterProgress, *, is_reported: bool) -> Row:
    if one.number:
        starts = fiscal_year.quarter_range(one.number)[0].year + BE_MINUS_CE
        months = interface.QUARTER_MONTHS[one.number]
        named = lines(phrase("ไตรมาส {}", figure(one.number)), phrase(f"{months} {{}}", figure(starts)))
    else:
        named = empty("เอกสารไม่ระบุไตรมาส")
    if not is_reported:
        return Row((named, count(one.planned), empty(interface.NOT_REPORTED)))
    counts = (count(one.statuses.count(str(status))) for status in _SHOWN)
    return Row((named, count(one.planned), *counts, count(one.statuses.count("not_reported"))))


def has_no_problems(line: ResultLine) -> bool:
    """Return whether a project states that it has neither problems nor suggestions."""
    return all(one is not None and fold_for_comparison(one) == "ไม่มี" for one in (line.problems, line.suggestions))


def problems_table(name: str, fiscal_year: FiscalYear, reported: Iterable[ResultLine]) -> Table:
    """Return problems and suggestions of the projects that state any; `has_no_problems` tells which state none."""
    return Table(
        f"{name}-problems",
        phrase("ปัญหา อุปสรรค และข้อเสนอแนะ ปีงบประมาณ พ.ศ. {}", year(fiscal_year)),
        (
            head("โครงการหรือกิจกรรม"),
            Column("ปัญหาและอุปสรรค", look=Look.SENTENCES),
            Column("ข้อเสนอแนะ", look=Look.SENTENCES),
        ),
        tuple(
            Row((_named(line), text(line.problems, NOT_REPORTED), text(line.suggestions, NOT_REPORTED)))
            for line in reported
            if (line.problems or line.suggestions) and not has_no_problems(line)
        ),
    )


def evidence_table(name: str, fiscal_year: FiscalYear, reported: Iterable[ResultLine]) -> Table:
    """Return the evidence of each project."""
    return Table(
        f"{name}-evidence",
        phrase("หลักฐานของผลการดำเนินงาน ปีงบประมาณ พ.ศ. {}", year(fiscal_year)),
        (
            head("หลักฐาน"),
            Column("โครงการหรือกิจกรรม"),
            Column("ชนิด"),
            Column("วันที่"),
            Column("ขนาด", "ไบต์", Look.NUMBER),
            Column("รหัสตรวจสอบไฟล์ (SHA-256)", label="รหัสตรวจสอบไฟล์"),
        ),
        tuple(
            Row(
                (
                    lines(
                        text(one.title, address=one.address)._replace(saved_as=one.saved_as),
                        text(one.file) if one.file else None if one.address else small("ไม่ระบุที่อยู่ของไฟล์"),
                        small(one.why_absent) if one.why_absent else None,
                    ),
                    _named(line),
                    text(one.kind),
                    day(one.day, empty("ไม่ระบุ")),
                    count(one.size, empty("ไม่ระบุ")),
                    Cell(CellKind.CODE, one.sha256) if one.sha256 else empty("ไม่ระบุ"),
                )
            )
            for line in reported
            for one in line.evidence
        ),
        form=Form.CARDS,
    )


def _named(line: ResultLine) -> Cell:
    return numbered(line.number, line.name, line.address)
