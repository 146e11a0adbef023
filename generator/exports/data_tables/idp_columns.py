"""The table `idp`: one row per position of the IDP table, in document order. Positions, never persons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import addresses
from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook
from generator.exports.data_tables.plain_values import arabic, ce, differing, joined, lines
from generator.exports.data_tables.plan_data import PlanData
from generator.model.idp import IdpRow, IdpTable, use_key
from generator.words import open_data


class PositionRow(NamedTuple):
    """A row of the IDP table with its plan."""

    plan: PlanData
    order: int
    table: IdpTable
    position: IdpRow

    @property
    def years_be(self) -> str | None:
        """The ticked years, if certain."""
        return joined(str(year) for year in self.position.fiscal_years)

    @property
    def methods(self) -> str | None:
        """Names of the methods, as printed in the row or in the table's legend."""
        keys = self.table.method_keys
        legend = {method.key: method.name for method in self.table.methods}
        return joined(use.printed or legend.get(use_key(use, keys)) for use in self.position.methods)


_Column = DataColumn[PositionRow]


def _numbered(number: str | None, text: str | None) -> str:
    return " ".join(filter(None, (f"{arabic(number)}." if number else "", text)))


def _rows(plan: PlanData) -> Iterator[PositionRow]:
    table = plan.files.idp
    if table:
        yield from (PositionRow(plan, order, table, row) for order, row in enumerate(table.rows, start=1))


def _competencies(row: PositionRow) -> str | None:
    return lines(
        _numbered(skill.number, joined(skill.competencies)) for skill in row.position.skills if skill.competencies
    )


IDP: DataTable[PositionRow] = DataTable(
    "idp",
    "IDP",
    "หนึ่งแถวคือหนึ่งตำแหน่งในตารางแผนพัฒนารายบุคคล เรียงตามเอกสาร แถวเป็นตำแหน่ง ไม่ใช่บุคคล",
    (
        _Column("idp_id", "รหัสแถว", "รหัสถาวร ไม่ใช้ซ้ำ", lambda row: row.position.id, in_workbook=InWorkbook.HIDDEN),
        _Column("order", "ลำดับ", "ลำดับในเอกสาร เริ่มที่ 1", lambda row: row.order, DataType.INTEGER, width=7),
        _Column(
            "department_id",
            "รหัสส่วนราชการ",
            "รหัสส่วนราชการ",
            lambda row: row.position.department,
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column(
            "department",
            "ส่วนราชการ",
            "ว่างเมื่อเอกสารไม่พิมพ์หัวข้อส่วนราชการไว้เหนือแถว",
            lambda row: row.plan.department_name(row.position.department) if row.position.department else None,
            width=22,
        ),
        _Column("staff_category", "ประเภทบุคลากร", "หัวข้อตามเอกสาร", lambda row: row.position.staff_category, width=18),
        _Column("position", "ตำแหน่ง", "ตามเอกสาร", lambda row: row.position.position, width=28),
        _Column(
            "skills",
            "ทักษะที่ต้องพัฒนา",
            "บรรทัดละหนึ่งข้อ ขึ้นต้นด้วยเลขข้อเป็นเลขอารบิกเมื่อเอกสารพิมพ์เลข",
            lambda row: lines(_numbered(skill.number, skill.text) for skill in row.position.skills),
            width=40,
        ),
        _Column(
            "competency_ids",
            "สมรรถนะ",
            "รหัสหรือกลุ่มสมรรถนะ (core, executive, line) ที่เอกสารระบุ บรรทัดละหนึ่งข้อของทักษะ คั่นด้วย ;",
            _competencies,
            width=18,
        ),
        _Column(
            "goals",
            "เป้าหมายการพัฒนา",
            "บรรทัดละหนึ่งข้อ ขึ้นต้นด้วยเลขข้อเป็นเลขอารบิกเมื่อเอกสารพิมพ์เลข",
            lambda row: lines(_numbered(goal.number, goal.text) for goal in row.position.goals),
            width=40,
        ),
        _Column(
            "method_numbers",
            "วิธีการพัฒนาที่",
            "เลขวิธีที่ทำเครื่องหมาย เป็นเลขอารบิก คั่นด้วย ;",
            lambda row: joined(arabic(use.number) for use in row.position.methods if use.number),
            width=18,
        ),
        _Column(
            "methods",
            "วิธีการพัฒนา",
            "ชื่อวิธีตามคำอธิบายตาราง หรือตามที่พิมพ์ในแถว คั่นด้วย ;",
            lambda row: row.methods,
            width=32,
        ),
        _Column(
            "years_be",
            "ปีงบประมาณ (พ.ศ.)",
            "ปีที่ทำเครื่องหมาย คั่นด้วย ; ตามหัวตารางของเอกสาร แม้ไม่ใช่ปีของรอบแผน",
            lambda row: row.years_be,
            width=18,
        ),
        _Column(
            "years_ce",
            "ปีงบประมาณ (ค.ศ.)",
            open_data.COMMON_ERA,
            lambda row: joined(str(ce(year)) for year in row.position.fiscal_years),
            width=18,
        ),
        _Column(
            "years_printed",
            "ปีตามเอกสาร",
            "ปีตามที่พิมพ์ เมื่อต่างจากช่องปี พ.ศ.",
            lambda row: differing(joined(cell.printed for cell in row.position.years), row.years_be),
            width=18,
        ),
        _Column("note", "หมายเหตุของผู้บันทึก", "ไม่ใช่ข้อความของเอกสาร", lambda row: row.position.note, width=24),
        _Column("source_section", "ส่วนของเอกสาร", open_data.SECTION_OF_TABLE, lambda row: row.table.section),
        _Column(
            "page",
            "หน้าในเว็บไซต์",
            "ที่อยู่ของตำแหน่ง ต่อจากที่อยู่ของเว็บไซต์",
            lambda row: (
                f"{addresses.plan_part(row.plan.lao.code, row.plan.plan.cycle, 'idp')}"
                f"#{addresses.idp_anchor(row.position.id)}"
            ),
            in_workbook=InWorkbook.LEFT_OUT,
        ),
    ),
    _rows,
)
