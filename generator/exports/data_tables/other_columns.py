"""Tables of the workbook only: all other values of the plan, and the dictionary of all columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook
from generator.exports.data_tables.plain_values import lines
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.record_content import flattened, record_content
from generator.model.description import keys_of
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import Plan
from generator.model.project import ProjectTable

_ROWS_OF_TABLES = {"projects": "projects", "idp": "rows"}
"""Parts of files with their own sheet."""


class Field(NamedTuple):
    """One value of a content file."""

    file: str
    path: str
    value: str


@cache
def _terms(model: type[BaseModel]) -> dict[str, str]:
    """Return the Thai term of every key of a record, by its path without list indexes."""
    return {key.path.replace("[]", ""): key.term for key in keys_of(model)}


_MODELS: dict[str, type[BaseModel]] = {"lao": Lao, "plan": Plan, "projects": ProjectTable, "idp": IdpTable}


def _fields(plan: PlanData) -> Iterator[Field]:
    records = {"lao": plan.lao, "plan": plan.plan, "projects": plan.files.projects, "idp": plan.files.idp}
    for file, record in records.items():
        if record is None:
            continue
        content = record_content(record, plan.plan.cycle)
        content.pop(_ROWS_OF_TABLES.get(file, ""), None)
        yield from (Field(file, path, value) for path, value in flattened(content) if value)


def _term(field: Field) -> str:
    """Return the Thai terms down to a value, with list positions: `ยุทธศาสตร์ของแผน 1 › กลยุทธ์ 2 › ชื่อ`."""
    terms, said, below = _terms(_MODELS[field.file]), [], ""
    for step in field.path.split("."):
        name, _, place = step.partition("[")
        below = f"{below}.{name}" if below else name
        term = terms.get(below, "" if name == "printed" else name)
        number = f"{int(place[:-1]) + 1}" if place else ""
        said.append(" ".join(filter(None, (term, number))))
    return " › ".join(filter(None, said))


_FieldColumn = DataColumn[Field]

FIELDS: DataTable[Field] = DataTable(
    "fields",
    "ข้อมูลอื่นของแผน",
    "หนึ่งแถวคือหนึ่งค่าในไฟล์ข้อมูลของแผนที่ไม่อยู่ในตารางอื่น ตามที่พิมพ์ในเอกสาร",
    (
        _FieldColumn(
            "field_id",
            "รหัสค่า",
            "ไฟล์และที่อยู่ของค่าในไฟล์",
            lambda row: f"{row.file}:{row.path}",
            in_workbook=InWorkbook.HIDDEN,
        ),
        _FieldColumn("term", "หัวข้อ", "ชื่อหัวข้อ ตามด้วยลำดับเมื่อมีหลายรายการ", _term, width=60),
        _FieldColumn("value", "ค่า", "ตามที่บันทึกไว้", lambda row: row.value, width=80),
    ),
    _fields,
)


class Described(NamedTuple):
    """A column of a table."""

    table: DataTable[Any]
    column: DataColumn[Any]


TYPES = {
    DataType.TEXT: "ข้อความ",
    DataType.WORD: "คำในรายการ",
    DataType.INTEGER: "จำนวนเต็ม",
    DataType.YEAR: "ปี",
    DataType.BAHT: "จำนวนเงิน",
    DataType.DATE: "วันที่ (ค.ศ.)",
    DataType.TRUTH: "true หรือ false",
}

_Column = DataColumn[Described]

DICTIONARY_COLUMNS: tuple[_Column, ...] = (
    _Column("column_id", "รหัสคอลัมน์", "ตารางและคอลัมน์", lambda row: f"{row.table.key}.{row.column.key}", width=34),
    _Column("table_name", "ตาราง", "ชื่อตาราง", lambda row: row.table.name, width=22),
    _Column("column_name", "คอลัมน์", "ชื่อคอลัมน์", lambda row: row.column.name, width=30),
    _Column("description", "คำอธิบาย", "คำอธิบายคอลัมน์", lambda row: row.column.description, width=70),
    _Column("type", "ชนิด", "ชนิดของค่า", lambda row: TYPES[row.column.type], width=16),
    _Column("unit", "หน่วย", "หน่วยของจำนวน", lambda row: row.column.unit, width=10),
    _Column(
        "choices",
        "ค่าที่เป็นไปได้",
        "ค่าในไฟล์ CSV และคำไทยในสมุดงาน บรรทัดละหนึ่งค่า",
        lambda row: lines(f"{value} = {word}" for value, word in row.column.choices),
        width=50,
    ),
)
