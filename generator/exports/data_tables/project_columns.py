"""The table `projects`: one row per project or activity, in document order."""

from __future__ import annotations

from generator import addresses
from generator.exports.data_tables.data_table import DataTable, DataType, InWorkbook, choices
from generator.exports.data_tables.plain_values import arabic, differing, joined, lines, printed_money
from generator.exports.data_tables.project_row import ProjectRow, project_rows
from generator.exports.data_tables.project_year_columns import ProjectColumn, other_years, year_columns
from generator.model.money import BudgetBasis, BudgetState
from generator.words import interface, open_data

BASES = choices({basis: interface.BUDGET_BASIS[basis] for basis in BudgetBasis})
STATES = choices({**interface.BUDGET_STATE, BudgetState.UNIT: "ระบุเป็นจำนวนต่อหน่วย ไม่ใช่ของทั้งโครงการ"})
_LONG, _NAME = 40, 24

PROJECTS: DataTable[ProjectRow] = DataTable(
    "projects",
    "โครงการ",
    "หนึ่งแถวคือหนึ่งโครงการหรือกิจกรรม เรียงตามเอกสาร ยอดเงินบวกกันได้เฉพาะแถวที่ฐานของจำนวนเงินเหมือนกัน",
    (
        ProjectColumn(
            "project_id",
            "รหัสโครงการ",
            "รหัสถาวร ไม่ใช้ซ้ำ",
            lambda row: row.project.id,
            in_workbook=InWorkbook.HIDDEN,
        ),
        ProjectColumn("order", "ลำดับ", "ลำดับในเอกสาร เริ่มที่ 1", lambda row: row.order, DataType.INTEGER, width=7),
        ProjectColumn(
            "strategy_id",
            "รหัสยุทธศาสตร์",
            "รหัสยุทธศาสตร์ที่โครงการอยู่",
            lambda row: row.project.strategy,
            in_workbook=InWorkbook.HIDDEN,
        ),
        ProjectColumn(
            "strategy_number",
            "ยุทธศาสตร์ที่",
            "เลขยุทธศาสตร์เป็นเลขอารบิก",
            lambda row: arabic(row.strategy.number) if row.strategy else None,
        ),
        ProjectColumn(
            "strategy",
            "ยุทธศาสตร์",
            "ชื่อยุทธศาสตร์ตามเอกสาร",
            lambda row: row.strategy.name if row.strategy else None,
            width=_NAME,
        ),
        ProjectColumn(
            "tactic_id",
            "รหัสกลยุทธ์",
            "รหัสกลยุทธ์ที่โครงการอยู่",
            lambda row: row.project.tactic,
            in_workbook=InWorkbook.HIDDEN,
        ),
        ProjectColumn(
            "tactic_number",
            "กลยุทธ์ที่",
            "เลขกลยุทธ์เป็นเลขอารบิก",
            lambda row: arabic(row.tactic.number) if row.tactic else None,
        ),
        ProjectColumn(
            "tactic", "กลยุทธ์", "ชื่อกลยุทธ์ตามเอกสาร", lambda row: row.tactic.name if row.tactic else None, width=_NAME
        ),
        ProjectColumn("number", "ที่", "เลขลำดับที่พิมพ์ เป็นเลขอารบิก", lambda row: arabic(row.project.number), width=7),
        ProjectColumn(
            "number_printed",
            "ที่ตามเอกสาร",
            "เลขลำดับตามที่พิมพ์ เมื่อต่างจากช่องก่อนหน้า",
            lambda row: differing(row.project.number, arabic(row.project.number)),
            width=8,
        ),
        ProjectColumn("name", "โครงการหรือกิจกรรม", "ชื่อตามเอกสาร", lambda row: row.project.name, width=_LONG),
        ProjectColumn(
            "objective",
            "วัตถุประสงค์",
            "ตามเอกสาร ว่างเมื่อตารางของเอกสารไม่มีคอลัมน์นี้",
            lambda row: row.project.objective,
            width=_NAME,
        ),
        ProjectColumn("indicator", "ตัวชี้วัด", "ตามเอกสาร", lambda row: row.project.indicator, width=_NAME),
        ProjectColumn("target_quantity", "เป้าหมายเชิงปริมาณ", "ตามเอกสาร", lambda row: row.targets.quantity, width=_NAME),
        ProjectColumn("target_quality", "เป้าหมายเชิงคุณภาพ", "ตามเอกสาร", lambda row: row.targets.quality, width=_NAME),
        ProjectColumn("target_benefit", "เป้าหมายเชิงประโยชน์", "ตามเอกสาร", lambda row: row.targets.benefit, width=_NAME),
        ProjectColumn(
            "target_printed",
            "เป้าหมายที่ไม่แยกด้าน",
            "ข้อความตามเอกสาร เมื่อไม่แยกเป็นสามด้าน",
            lambda row: row.targets.printed,
            width=_NAME,
        ),
        ProjectColumn(
            "expected_result",
            "ผลที่คาดว่าจะได้รับ",
            "ตามเอกสาร ว่างเมื่อตารางของเอกสารไม่มีคอลัมน์นี้",
            lambda row: row.project.expected_result,
            width=_NAME,
        ),
        ProjectColumn(
            "place",
            "สถานที่ดำเนินการ",
            "ตามเอกสาร ว่างเมื่อตารางของเอกสารไม่มีคอลัมน์นี้",
            lambda row: row.project.place,
            width=_NAME,
        ),
        ProjectColumn(
            "budget_state",
            "สถานะงบประมาณ",
            "เอกสารกล่าวถึงเงินอย่างไร มีจำนวนเงินเฉพาะค่า amount",
            lambda row: str(row.project.budget.state),
            DataType.WORD,
            choices=STATES,
            width=18,
        ),
        ProjectColumn(
            "budget_baht",
            "งบประมาณ",
            "จำนวนเงินที่ระบุ หรือผลรวมของปีที่ระบุ ว่างเมื่อเอกสารไม่ระบุเป็นจำนวนเงิน ไม่ใช่ศูนย์",
            lambda row: row.project.budget.total_baht,
            DataType.BAHT,
            "บาท",
        ),
        ProjectColumn(
            "budget_basis",
            "ฐานของจำนวนเงิน",
            interface.BASIS_MEANS,
            lambda row: row.basis,
            DataType.WORD,
            choices=BASES,
            width=22,
        ),
        ProjectColumn(
            "budget_printed",
            "งบประมาณตามเอกสาร",
            "ข้อความในช่องงบประมาณตามที่พิมพ์ เมื่อต่างจากตัวเลขในช่องงบประมาณ",
            lambda row: printed_money(row.project.budget.cell),
            width=18,
        ),
        ProjectColumn(
            "budget_doubt",
            "เหตุที่ตีความเงินไม่ได้",
            open_data.WHY_NOT_MONEY,
            lambda row: lines(cell.doubt for cell in row.project.budget.cells),
            width=18,
        ),
        *year_columns(1),
        *year_columns(2),
        *year_columns(3),
        ProjectColumn(
            "other_years",
            "ปีอื่นและหลายปีรวมกัน",
            "สิ่งที่เอกสารระบุของปีอื่น ของหลายปีรวมกัน หรือใต้หัวคอลัมน์ที่ไม่ใช่ปี บรรทัดละหนึ่งช่อง",
            other_years,
            width=18,
        ),
        ProjectColumn(
            "period_printed",
            "ระยะเวลาตามเอกสาร",
            "ข้อความเดียวของทั้งโครงการ ตามที่พิมพ์",
            lambda row: row.project.periods.printed,
            width=18,
        ),
        ProjectColumn(
            "department_ids",
            "รหัสส่วนราชการ",
            "รหัสส่วนราชการที่รับผิดชอบ คั่นด้วย ;",
            lambda row: joined(row.responsible.departments),
            in_workbook=InWorkbook.HIDDEN,
        ),
        ProjectColumn(
            "departments",
            "ผู้รับผิดชอบ",
            "ชื่อส่วนราชการที่รับผิดชอบ คั่นด้วย ; ว่างเมื่อช่องในเอกสารไม่ได้ระบุส่วนราชการ",
            lambda row: row.departments,
            width=18,
        ),
        ProjectColumn(
            "responsible_printed",
            "ผู้รับผิดชอบตามเอกสาร",
            "ข้อความในช่องตามที่พิมพ์ เมื่อต่างจากช่องก่อนหน้า",
            lambda row: differing(row.responsible.printed, row.departments),
            width=18,
        ),
        ProjectColumn(
            "curriculum_ids",
            "หลักสูตร",
            "รหัสในกรอบระดับชาติ เฉพาะที่เอกสารระบุ คั่นด้วย ;",
            lambda row: joined(row.project.curricula),
        ),
        ProjectColumn(
            "method_ids",
            "วิธีการพัฒนา",
            "รหัสในกรอบระดับชาติ เฉพาะที่เอกสารระบุ คั่นด้วย ;",
            lambda row: joined(row.project.methods),
        ),
        ProjectColumn(
            "target_group_ids",
            "กลุ่มเป้าหมาย",
            "รหัสในกรอบระดับชาติ เฉพาะที่เอกสารระบุ คั่นด้วย ;",
            lambda row: joined(row.project.target_groups),
        ),
        ProjectColumn(
            "competency_ids",
            "สมรรถนะ",
            "รหัสในกรอบระดับชาติ เฉพาะที่เอกสารระบุ คั่นด้วย ;",
            lambda row: joined(row.project.competencies),
        ),
        ProjectColumn(
            "assessments",
            "ป้ายการประเมิน",
            "การประเมินที่เอกสารพิมพ์ไว้ข้างโครงการ เช่น LPA บรรทัดละหนึ่งรายการ",
            lambda row: lines(" ".join(filter(None, (tag.scheme, tag.item))) for tag in row.project.evidence),
            width=_NAME,
        ),
        ProjectColumn(
            "assessments_printed",
            "ป้ายการประเมินตามเอกสาร",
            "ข้อความตามที่พิมพ์ บรรทัดละหนึ่งรายการ",
            lambda row: lines(tag.printed for tag in row.project.evidence),
            width=_NAME,
        ),
        ProjectColumn("note", "หมายเหตุของผู้บันทึก", "ไม่ใช่ข้อความของเอกสาร", lambda row: row.project.note, width=_NAME),
        ProjectColumn("source_section", "ส่วนของเอกสาร", open_data.SECTION_OF_TABLE, lambda row: row.section),
        ProjectColumn(
            "page",
            "หน้าในเว็บไซต์",
            "ที่อยู่ของโครงการ ต่อจากที่อยู่ของเว็บไซต์",
            lambda row: addresses.project(row.plan.lao.code, row.plan.plan.cycle, row.project.id),
            in_workbook=InWorkbook.LEFT_OUT,
        ),
    ),
    project_rows,
)
