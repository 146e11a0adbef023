"""The table `staff`: number of people trained, one row per position type and round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.data_tables.report_columns import printed_count, report_columns, report_key
from generator.model.results import StaffTrained, YearResults
from generator.words import open_data


class StaffRow(NamedTuple):
    """Number of people of one position type trained in a year."""

    plan: PlanData
    report: YearResults
    order: int
    staff: StaffTrained


_Column = DataColumn[StaffRow]


def _rows(plan: PlanData) -> Iterator[StaffRow]:
    for report in plan.files.results:
        for order, staff in enumerate(report.staff, start=1):
            yield StaffRow(plan, report, order, staff)


STAFF: DataTable[StaffRow] = DataTable(
    "staff",
    "ผู้ได้รับการพัฒนา",
    "หนึ่งแถวคือหนึ่งประเภทตำแหน่งในหนึ่งรอบรายงาน",
    (
        _Column(
            "staff_id",
            "รหัสแถว",
            "ปี รอบ และลำดับ",
            lambda row: f"{report_key(row.report)}/{row.order}",
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column("order", "ลำดับ", "ลำดับในรายงาน เริ่มที่ 1", lambda row: row.order, DataType.INTEGER, width=7),
        *report_columns(StaffRow),
        _Column("position_type", "ประเภทตำแหน่ง", "ตามรายงาน", lambda row: row.staff.position_type, width=28),
        _Column(
            "total_people",
            "จำนวนทั้งหมด",
            "จำนวนบุคลากรประเภทนี้",
            lambda row: row.staff.total_people,
            DataType.INTEGER,
            "คน",
        ),
        _Column(
            "total_printed",
            "จำนวนทั้งหมดตามรายงาน",
            open_data.AS_REPORTED,
            lambda row: printed_count(row.staff.total),
        ),
        _Column(
            "trained_people",
            "ได้รับการพัฒนา",
            "จำนวนที่ได้รับการพัฒนาในปีที่รายงาน",
            lambda row: row.staff.trained_people,
            DataType.INTEGER,
            "คน",
        ),
        _Column(
            "trained_printed",
            "ได้รับการพัฒนาตามรายงาน",
            open_data.AS_REPORTED,
            lambda row: printed_count(row.staff.trained),
        ),
    ),
    _rows,
)
