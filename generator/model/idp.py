"""Individual development plans by position: `idp.yml`. Rows are positions, never persons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import ValidatorFunctionWrapHandler, WrapValidator, model_validator

from generator.model.base import (
    LONGEST_CACHED,
    DepartmentRef,
    FrameworkRef,
    Identifier,
    Number,
    Printed,
    Record,
    Remark,
    Section,
    YearCell,
    problem,
)
from generator.model.roles import FieldMark
from generator.thai.dates import FiscalYear
from generator.thai.numerals import number_key
from generator.thai.text import fold_for_comparison


class IdpMethod(Record):
    """วิธีการพัฒนาในคำอธิบายตาราง: one entry of the IDP table's own legend."""

    number: Annotated[Number | None, FieldMark.MATERIAL] = None
    """หมายเลข: as printed; none if the table heads its columns with names alone."""
    name: Annotated[Printed, FieldMark.MATERIAL]
    """ชื่อวิธี: as printed."""
    ref: Annotated[FrameworkRef | None, FieldMark.MATERIAL] = None
    """วิธีในกรอบระดับชาติ: id, if the document states it."""

    @property
    def key(self) -> str:
        """Key of a method within the legend: the number, or the name if no number is printed."""
        return legend_number(self.number) if self.number else fold_for_comparison(self.name)


class IdpSkill(Record):
    """ทักษะที่ต้องพัฒนา: one item of the skill cell."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    text: Printed | None = None
    """ข้อความ: as printed; none if only a number is printed."""
    competencies: tuple[FrameworkRef, ...] = ()
    """สมรรถนะ: ids, or core, executive, line for a whole group; stated ones only."""


class IdpGoal(Record):
    """เป้าหมายการพัฒนา: one item of the goal cell."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    text: Printed
    """ข้อความ: as printed."""


class IdpMethodUse(Record):
    """วิธีการพัฒนาที่เลือก: one method of a row."""

    number: Annotated[Number | None, FieldMark.MATERIAL] = None
    """หมายเลข: as printed; none if the row names the method in words."""
    printed: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """ข้อความในแถว: as printed, if it differs from the legend's wording for that number, or no number is printed."""

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if self.number is None and self.printed is None:
            raise problem("ไม่บอกว่าเป็นวิธีใด", "เขียนหมายเลขที่ number: หรือข้อความของวิธีที่ printed:")
        return self


_WORDS = re.compile("[ก-ฮa-zA-Z][^ก-ฮa-zA-Z0-9๐-๙]*[ก-ฮa-zA-Z]")
"""Two adjacent letters make a word; a number is a numeral, or one letter."""


def legend_number(number: str) -> str:
    """Return a method's number without the dot or brackets around it: `๑.`, `(๑)`."""
    key = number_key(number)
    return key.strip(".() ") or key


def use_key(use: IdpMethodUse, keys: Mapping[str, str]) -> str:
    """Return the key of the legend's method that a row uses; `keys` are the table's `method_keys`.

    Words that are not in the legend are their own key.
    """
    own = legend_number(use.number) if use.number else fold_for_comparison(use.printed or "")
    return keys.get(own, own)


def reads_as_words(text: str) -> bool:
    """Return whether a use written as plain text names its method in words, not by a number."""
    return bool(_WORDS.search(text))


# Cached: nearly every position uses the same methods by number, and records are immutable.
@lru_cache(maxsize=1024)
def _bare_number(number: str) -> IdpMethodUse:
    return IdpMethodUse(number=number)


def _method_use(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    """Read a use written as a number, as words, or as a mapping."""
    if isinstance(value, str) and reads_as_words(value):
        return validate({"printed": value})
    if isinstance(value, str) and len(value) <= LONGEST_CACHED:
        return _bare_number(value)
    return validate({"number": value} if isinstance(value, str) else value)


class IdpRow(Record):
    """แผนพัฒนาของหนึ่งตำแหน่ง: one position of the IDP table."""

    id: Identifier
    """รหัสแถว: never reused."""
    department: DepartmentRef | None = None
    """ส่วนราชการ: its id; none if the document prints no heading."""
    staff_category: Printed | None = None
    """ประเภทบุคลากร: heading as printed; none if none is printed."""
    position: Printed
    """ตำแหน่ง: as printed."""
    skills: tuple[IdpSkill, ...] = ()
    """ทักษะที่ต้องพัฒนา: in printed order."""
    goals: tuple[IdpGoal, ...] = ()
    """เป้าหมายการพัฒนา: in printed order."""
    methods: tuple[Annotated[IdpMethodUse, WrapValidator(_method_use)], ...] = ()
    """วิธีการพัฒนา: in printed order."""
    years: tuple[YearCell, ...] = ()
    """ปีงบประมาณที่ทำเครื่องหมาย: columns ticked."""
    note: Remark | None = None
    """หมายเหตุ: remark of the person who entered the data."""

    @property
    def fiscal_years(self) -> tuple[FiscalYear, ...]:
        """The ticked years, if certain."""
        return tuple(cell.meaning for cell in self.years if cell.meaning is not None)


class IdpTable(Record):
    """ตารางแผนพัฒนารายบุคคล (IDP): all positions of a plan."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    years: Annotated[tuple[YearCell, ...], FieldMark.MATERIAL] = ()
    """ปีงบประมาณในหัวตาราง: as printed, even if they differ from the cycle's."""
    methods: Annotated[tuple[IdpMethod, ...], FieldMark.MATERIAL] = ()
    """คำอธิบายวิธีการพัฒนา: the table's own legend."""
    rows: Annotated[tuple[IdpRow, ...], FieldMark.MATERIAL] = ()
    """ตำแหน่ง: in printed order."""

    @property
    def method_keys(self) -> dict[str, str]:
        """Keys of the legend's methods, by number and by name."""
        names = {fold_for_comparison(method.name): method.key for method in reversed(self.methods)}
        return names | {method.key: method.key for method in self.methods}

    @property
    def fiscal_years(self) -> tuple[FiscalYear, ...]:
        """The years of the heading, if certain."""
        return tuple(cell.meaning for cell in self.years if cell.meaning is not None)
