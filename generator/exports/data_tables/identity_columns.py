"""The columns that identify the plan of a row, last in CSV and national files, which are read by column name.

The workbook shows them once, on the sheet of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook, Row, choices
from generator.exports.data_tables.plain_values import be, ce
from generator.exports.data_tables.plan_data import PlanData
from generator.model.lao import LAO_TYPES
from generator.words import interface

_PlanColumn = DataColumn[PlanData]
_OUT = InWorkbook.LEFT_OUT
FICTION = (("no", "ข้อมูลจริง"), ("all", "สมมุติทั้งหมด"), ("content", "ชื่อจริง เนื้อหาสมมุติ"))

IDENTITY: tuple[_PlanColumn, ...] = (
    _PlanColumn(
        "lao_code",
        "รหัส อปท.",
        "รหัส 7 หลักของกรมส่งเสริมการปกครองท้องถิ่น ใช้ระบุตัว อปท. เพราะชื่อซ้ำกันได้",
        lambda plan: plan.lao.code,
        in_workbook=_OUT,
    ),
    _PlanColumn(
        "lao_type",
        "ประเภท อปท.",
        "ประเภทตามทะเบียน ดูจากรหัสไม่ได้",
        lambda plan: plan.lao.type,
        DataType.WORD,
        choices=tuple((name, name) for name in dict.fromkeys(LAO_TYPES.values())),
        in_workbook=_OUT,
    ),
    _PlanColumn("lao_name", "ชื่อ อปท.", "ชื่อเต็มพร้อมประเภท", lambda plan: plan.lao.full_name, in_workbook=_OUT),
    _PlanColumn("district", "อำเภอ", "ไม่มีคำว่าอำเภอ", lambda plan: plan.lao.district, in_workbook=_OUT),
    _PlanColumn("province", "จังหวัด", "ไม่มีคำว่าจังหวัด", lambda plan: plan.lao.province, in_workbook=_OUT),
    _PlanColumn("cycle", "รอบแผน", "ปีงบประมาณแรกและปีสุดท้าย (พ.ศ.)", lambda plan: plan.plan.cycle.slug, in_workbook=_OUT),
    _PlanColumn(
        "cycle_first_year_be",
        "ปีงบประมาณแรก (พ.ศ.)",
        "ปีงบประมาณแรกของรอบแผน",
        lambda plan: be(plan.plan.cycle.first),
        DataType.YEAR,
        in_workbook=_OUT,
    ),
    _PlanColumn(
        "cycle_last_year_be",
        "ปีงบประมาณสุดท้าย (พ.ศ.)",
        "ปีงบประมาณสุดท้ายของรอบแผน",
        lambda plan: be(plan.plan.cycle.last),
        DataType.YEAR,
        in_workbook=_OUT,
    ),
    _PlanColumn(
        "cycle_first_year_ce",
        "ปีงบประมาณแรก (ค.ศ.)",
        "ปีปฏิทินสากลที่ปีงบประมาณแรกสิ้นสุด",
        lambda plan: ce(plan.plan.cycle.first),
        DataType.YEAR,
        in_workbook=_OUT,
    ),
    _PlanColumn(
        "cycle_last_year_ce",
        "ปีงบประมาณสุดท้าย (ค.ศ.)",
        "ปีปฏิทินสากลที่ปีงบประมาณสุดท้ายสิ้นสุด",
        lambda plan: ce(plan.plan.cycle.last),
        DataType.YEAR,
        in_workbook=_OUT,
    ),
    _PlanColumn(
        "document_state",
        "สถานะเอกสาร",
        "แผนที่ยังไม่เห็นชอบเป็นร่าง ไม่ควรนำไปรวมกับแผนอื่น",
        lambda plan: str(plan.plan.state),
        DataType.WORD,
        choices=choices(interface.DOCUMENT_STATE),
        in_workbook=_OUT,
    ),
    _PlanColumn(
        "is_draft",
        "เป็นร่าง",
        "true เมื่อแผนยังไม่ได้รับความเห็นชอบหรือไม่ทราบสถานะ",
        lambda plan: plan.plan.is_draft,
        DataType.TRUTH,
        in_workbook=_OUT,
    ),
    _PlanColumn(
        "fictional",
        "ข้อมูลสมมุติ",
        "no คือข้อมูลจริง ค่าอื่นคือข้อมูลที่แต่งขึ้นเพื่อทดลองระบบ",
        lambda plan: str(plan.fiction),
        DataType.WORD,
        choices=FICTION,
        in_workbook=_OUT,
    ),
)


def identified_columns(table: DataTable[Any]) -> tuple[DataColumn[Any], ...]:
    """Return the columns of a table in CSV and national files."""
    return (*table.columns, *IDENTITY)


def identified_rows(table: DataTable[Any], plan: PlanData) -> Iterator[Row]:
    """Yield the rows of a plan; values are in the order of `identified_columns`."""
    identity = tuple(column.value(plan) for column in IDENTITY)
    for row in table.rows(plan):
        yield row + identity
