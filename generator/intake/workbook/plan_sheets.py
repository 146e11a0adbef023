"""The sheets of the workbook: the list of a content file that each shows, and its columns.

Lists only values worth a column. All others go to the last sheet by path, so that future fields are not lost.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.intake.workbook.cell_codecs import (
    Codec,
    Inline,
    Items,
    Lines,
    OneRow,
    ReferenceCodec,
    ReferenceList,
    Rows,
    Text,
    Uses,
    Word,
    Wordings,
)
from generator.model.money import BudgetBasis
from generator.model.official import DocumentState
from generator.words import interface
from generator.words.parts import NARRATIVE

_TEXT = Text()
_NARROW, _NAME, _WIDE = 8, 26, 44
PLAN_SHEET, OTHER_SHEET = "แผน", "อื่น ๆ"
"""Sheets of single values, and of values without a row or column of their own."""
YES_NO = {"yes": "ใช่", "no": "ไม่ใช่"}


@dataclass(frozen=True)
class SheetColumn:
    """One column of a list."""

    path: str
    """Keys inside a record, separated by dots; `*` at the end expands to each index of a list."""
    heading: str
    width: int = 14
    codec: Codec = _TEXT
    by_year: bool = False
    """Whether to add a column per year."""


@dataclass(frozen=True)
class ListSheet:
    """One sheet with a list of records."""

    key: str
    """Permanent: identifies the sheet to programs."""
    name: str
    file: str
    """`lao`, `plan`, `projects`, `idp` or `narrative`."""
    path: tuple[str, ...]
    """Keys to the list; `*` between for a list in each record of another list."""
    columns: tuple[SheetColumn, ...]
    blank_rows: int = 10
    """Number of blank rows added at the end."""
    parent: str = ""
    """For a list in each record of another list: the kind of that record."""


_NUMBER = SheetColumn("number", "ที่", _NARROW)
_NAMED = SheetColumn("name", "ชื่อตามที่พิมพ์", _WIDE)
_WORDED = SheetColumn("wordings", "ถ้อยคำในส่วนอื่นของเอกสาร ([ส่วน] ข้อความ บรรทัดละหนึ่งแห่ง)", _WIDE, Wordings())

LIST_SHEETS = (
    ListSheet(
        "departments",
        "ส่วนราชการ",
        "lao",
        ("departments",),
        (
            SheetColumn("name", "ชื่อส่วนราชการ", _WIDE),
            SheetColumn("aliases", "ชื่อเรียกอื่นในเอกสาร (บรรทัดละชื่อ)", _WIDE, Lines()),
            SheetColumn("covers_all", "หมายถึงทุกส่วนราชการ", 14, Word(YES_NO)),
        ),
    ),
    ListSheet("local_strategies", "ยุทธศาสตร์ท้องถิ่น", "plan", ("local_strategies",), (_NUMBER, _NAMED, _WORDED)),
    ListSheet("values", "ค่านิยม", "plan", ("values",), (_NUMBER, _NAMED, _WORDED)),
    ListSheet(
        "alignment",
        "ความสอดคล้อง",
        "plan",
        ("alignment", "rows"),
        (
            SheetColumn("local_strategy", "ยุทธศาสตร์การพัฒนาท้องถิ่น", _WIDE, ReferenceCodec("local_strategy")),
            SheetColumn("values", "ค่านิยม (บรรทัดละข้อ)", _WIDE, ReferenceList("value")),
            SheetColumn("printed", "ข้อความในช่อง ถ้าไม่ใช่ค่านิยม", _NAME),
        ),
    ),
    ListSheet(
        "strategies",
        "ยุทธศาสตร์",
        "plan",
        ("strategies",),
        (_NUMBER, _NAMED, SheetColumn("values", "ค่านิยมที่สอดคล้อง (บรรทัดละข้อ)", _WIDE, ReferenceList("value")), _WORDED),
    ),
    ListSheet(
        "tactics",
        "กลยุทธ์",
        "plan",
        ("strategies", "*", "tactics"),
        (_NUMBER, _NAMED, _WORDED),
        parent="strategy",
    ),
    ListSheet(
        "projects",
        "โครงการ",
        "projects",
        ("projects",),
        (
            SheetColumn("strategy", "ยุทธศาสตร์", _NAME, ReferenceCodec("strategy")),
            SheetColumn("tactic", "กลยุทธ์", _NAME, ReferenceCodec("tactic")),
            _NUMBER,
            SheetColumn("name", "โครงการ/กิจกรรม", _WIDE),
            SheetColumn("objective", "วัตถุประสงค์", _NAME),
            SheetColumn("indicator", "ตัวชี้วัด", _NAME),
            SheetColumn("targets.quantity", "เป้าหมายเชิงปริมาณ", _NAME),
            SheetColumn("targets.quality", "เป้าหมายเชิงคุณภาพ", _NAME),
            SheetColumn("targets.benefit", "เป้าหมายเชิงประโยชน์", _NAME),
            SheetColumn("targets", "เป้าหมายที่ไม่แยกด้าน", _NAME),
            SheetColumn("budget", "งบประมาณ", by_year=True),
            SheetColumn("periods", "ระยะเวลา", by_year=True),
            SheetColumn("responsible.departments", "ส่วนราชการที่รับผิดชอบ (บรรทัดละชื่อ)", 20, ReferenceList("department")),
            SheetColumn("responsible.printed", "ช่องผู้รับผิดชอบตามที่พิมพ์", 20),
            SheetColumn("place", "สถานที่ดำเนินการ", 20),
            SheetColumn("expected_result", "ผลที่คาดว่าจะได้รับ", _NAME),
            SheetColumn("note", "หมายเหตุของผู้บันทึก", _NAME),
        ),
        40,
    ),
    ListSheet(
        "matrix",
        "งบประมาณส่วนราชการ",
        "plan",
        ("budget_matrix", "rows"),
        (
            SheetColumn("strategy", "ยุทธศาสตร์", _WIDE, ReferenceCodec("strategy")),
            SheetColumn("amounts.*", "ส่วนราชการที่"),
            SheetColumn("stated_total", "ยอดรวมตามเอกสาร"),
        ),
    ),
    ListSheet(
        "matrix_columns",
        "หัวตารางงบประมาณ",
        "plan",
        ("budget_matrix", "columns"),
        (
            SheetColumn("department", "ส่วนราชการ", _NAME, ReferenceCodec("department")),
            SheetColumn("printed", "หัวคอลัมน์ตามที่พิมพ์", _NAME),
        ),
    ),
    ListSheet(
        "idp",
        "แผนรายบุคคล (IDP)",
        "idp",
        ("rows",),
        (
            SheetColumn("department", "ส่วนราชการ", 20, ReferenceCodec("department")),
            SheetColumn("staff_category", "ประเภทบุคลากร", 18),
            SheetColumn("position", "ตำแหน่ง (ไม่ใส่ชื่อบุคคล)", _NAME),
            SheetColumn("skills", "ทักษะที่ต้องพัฒนา (บรรทัดละข้อ ขึ้นต้นด้วยเลขและวงเล็บ)", _WIDE, Items()),
            SheetColumn("goals", "เป้าหมายการพัฒนา (บรรทัดละข้อ)", _WIDE, Items()),
            SheetColumn("methods", "วิธีการพัฒนา (เลขหรือถ้อยคำ คั่นด้วย ,)", 20, Uses()),
            SheetColumn("years", "ปีที่ทำเครื่องหมาย (คั่นด้วย ,)", 20, Inline()),
            SheetColumn("note", "หมายเหตุของผู้บันทึก", _NAME),
        ),
        40,
    ),
    ListSheet("idp_methods", "วิธีการ IDP", "idp", ("methods",), (_NUMBER, SheetColumn("name", "ชื่อวิธี", _WIDE)), 10),
    ListSheet(
        "members",
        "คณะกรรมการ",
        "plan",
        ("committee", "members"),
        (
            _NUMBER,
            SheetColumn("position", "ตำแหน่ง (ไม่ใส่ชื่อบุคคล)", _WIDE),
            SheetColumn("role", "หน้าที่ในคณะกรรมการ", _NAME),
        ),
    ),
    ListSheet(
        "duties",
        "หน้าที่คณะกรรมการ",
        "plan",
        ("committee", "duties"),
        (_NUMBER, SheetColumn("text", "หน้าที่ (สรุป)", 70)),
    ),
    ListSheet(
        "survey",
        "สำรวจความต้องการ",
        "plan",
        ("survey", "rows"),
        (
            SheetColumn("department", "ส่วนราชการ", _NAME, ReferenceCodec("department")),
            SheetColumn("printed", "หัวแถวตามที่พิมพ์", _NAME),
            SheetColumn("cells.*", "ด้านที่", 18),
        ),
    ),
    ListSheet(
        "request_steps",
        "ขั้นตอนขอฝึกอบรม",
        "plan",
        ("request_steps", "steps"),
        (_NUMBER, SheetColumn("text", "ขั้นตอน", 70)),
    ),
    ListSheet(
        "other_tables",
        "ตารางอื่น",
        "plan",
        ("other_tables",),
        (
            SheetColumn("section", "ส่วนของเอกสาร", 14),
            SheetColumn("title", "ชื่อตารางตามที่พิมพ์", _NAME),
            SheetColumn("columns", "หัวคอลัมน์ (คั่นด้วย |)", _WIDE, OneRow()),
            SheetColumn("rows", "แถว (บรรทัดละแถว ช่องคั่นด้วย |)", 90, Rows()),
            SheetColumn("note", "หมายเหตุของผู้บันทึก", _NAME),
        ),
        5,
    ),
    ListSheet(
        "narrative",
        "ข้อความ",
        "narrative",
        ("sections",),
        (
            SheetColumn("id", "หัวข้อ", _NAME, Word(NARRATIVE)),
            SheetColumn("source", "ส่วนของเอกสาร", 14),
            SheetColumn("is_summary", "เป็นบทสรุปของผู้บันทึก", 12, Word(YES_NO)),
            SheetColumn("text", "เนื้อความ", 100),
        ),
    ),
)


@dataclass(frozen=True)
class SingleField:
    """A value that a plan has once, with its own row on the sheet of the plan."""

    file: str
    path: tuple[str, ...]
    codec: Codec = _TEXT


_STATES = Word({str(one): word for one, word in interface.DOCUMENT_STATE.items() if one is not DocumentState.UNREAD})
_BASES = Word({str(one): interface.BUDGET_BASIS[one] for one in BudgetBasis})

SINGLE_FIELDS = (
    *(SingleField("lao", (key,)) for key in ("code", "type", "name", "district", "province", "website")),
    SingleField("plan", ("cycle",)),
    SingleField("plan", ("title",)),
    SingleField("plan", ("state",), _STATES),
    SingleField("plan", ("submitted",)),
    *(SingleField("plan", ("approval", key)) for key in ("committee", "meeting", "date")),
    *(SingleField("plan", ("announcement", key)) for key in ("title", "date", "effective_date")),
    SingleField("plan", ("announcement", "signatory", "position")),
    *(SingleField("plan", ("appointment_order", key)) for key in ("number", "date", "title")),
    *(SingleField("plan", ("cover", key)) for key in ("unit", "office", "phone")),
    *(SingleField("plan", (key,), Lines()) for key in ("rationale", "objectives", "targets")),
    SingleField("plan", ("budget_basis",), _BASES),
    *(SingleField("plan", ("alignment", key)) for key in ("section", "title")),
    *(SingleField("plan", ("budget_matrix", key)) for key in ("section", "title")),
    SingleField("plan", ("budget_matrix", "basis"), _BASES),
    SingleField("plan", ("budget_matrix", "stated_column_totals"), Lines()),
    SingleField("plan", ("budget_matrix", "stated_grand_total")),
    *(SingleField("plan", ("survey", key)) for key in ("section", "title")),
    SingleField("plan", ("survey", "columns"), Lines()),
    *(SingleField("plan", ("request_steps", key)) for key in ("section", "title")),
    *(SingleField("plan", ("committee", key)) for key in ("section", "title", "years_printed")),
    *(SingleField("plan", ("monitoring", key)) for key in ("section", "title", "summary")),
    *(SingleField("projects", (key,)) for key in ("section", "title")),
    *(SingleField("idp", (key,)) for key in ("section", "title")),
    SingleField("idp", ("years",), Inline()),
)
