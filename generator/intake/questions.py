"""Questions to the officer about the meaning of unknown columns, and the words to answer with.

An answer is a line of a mapping: kind of table, heading, role. It works for every office that uses the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from generator.intake.grids import Grid
from generator.intake.table_headings import IGNORED, LONGEST_HEADING, folded_heading

Mappings = Mapping[str, Mapping[str, str]]
"""Kind of table -> heading -> role."""

_EXAMPLES = 3
OTHER, COLUMN = "other", "column"
KEEP_TABLE = "เก็บตารางนี้ไว้ตามที่พิมพ์"
LEAVE_OUT = "ไม่ใช้คอลัมน์นี้"
KINDS = {
    "projects": "โครงการ",
    "idp": "แผนรายบุคคล",
    "matrix": "งบประมาณส่วนราชการ",
    "committee": "คณะกรรมการ",
    "alignment": "ความสอดคล้อง",
    "survey": "สำรวจความต้องการ",
    "request_steps": "ขั้นตอนขอฝึกอบรม",
    "evaluation": "แบบประเมิน",
}
"""Kinds of tables that an officer may choose, with their labels."""
ROLES: dict[str, dict[str, str]] = {
    "projects": {
        "number": "ลำดับที่",
        "name": "ชื่อโครงการหรือกิจกรรม",
        "objective": "วัตถุประสงค์",
        "indicator": "ตัวชี้วัด",
        "targets": "เป้าหมาย",
        "budget": "งบประมาณ",
        "periods": "ระยะเวลา",
        "responsible": "ผู้รับผิดชอบ",
        "place": "สถานที่ดำเนินการ",
        "expected_result": "ผลที่คาดว่าจะได้รับ",
        "strategy": "ยุทธศาสตร์",
        "tactic": "กลยุทธ์",
    },
    "idp": {
        "number": "ลำดับที่",
        "position": "ตำแหน่ง",
        "department": "ส่วนราชการ",
        "skills": "ทักษะที่ต้องพัฒนา",
        "goals": "เป้าหมายการพัฒนา",
        "methods": "วิธีการพัฒนา",
        "method": "ชื่อวิธีการพัฒนาหนึ่งวิธี",
        "years": "ช่วงเวลาหรือปี",
        "_person": "ชื่อบุคคล (ตัดออก)",
    },
    "matrix": {
        "strategy": "ยุทธศาสตร์",
        "tactics": "กลยุทธ์",
        "amounts": "งบประมาณของส่วนราชการ",
        "total": "ยอดรวม",
    },
    "committee": {
        "number": "ลำดับที่",
        "position": "ตำแหน่ง",
        "role": "หน้าที่ในคณะกรรมการ",
        "_person": "ชื่อบุคคล (ตัดออก)",
    },
    "alignment": {"local_strategy": "ยุทธศาสตร์การพัฒนาท้องถิ่น", "values": "ค่านิยม"},
    "survey": {"number": "ลำดับที่", "department": "ส่วนราชการ", "area": "ด้านที่สำรวจหนึ่งด้าน"},
    "request_steps": {"number": "ลำดับที่", "text": "ขั้นตอน"},
    "evaluation": {
        "number": "ลำดับที่",
        "name": "สมรรถนะหรือรายการที่ประเมิน",
        "_description": "คำอธิบาย (เก็บไว้ท้ายสมุดงาน)",
        "_level": "ระดับหรือคะแนน (เก็บไว้ท้ายสมุดงาน)",
    },
}
"""Roles of the columns of each kind, with their labels."""


@dataclass(frozen=True)
class Question:
    """An unknown column."""

    kind: str
    """Kind of its table; empty if unknown."""
    head: str
    """The heading as printed, on one line."""
    source: str
    """The table, `แผน.docx ตารางที่ 4`."""
    examples: tuple[str, ...] = ()
    """The first texts below the heading."""


def answer_words(kind: str) -> list[str]:
    """Return the possible answers for a column of a kind of table; those of all kinds if it is unknown."""
    if kind:
        return [*ROLES[kind].values(), LEAVE_OUT]
    return [KEEP_TABLE, LEAVE_OUT, *(f"{KINDS[one]}: {word}" for one in KINDS for word in ROLES[one].values())]


def mapping_of(answers: Iterable[tuple[Question, str]]) -> dict[str, dict[str, str]]:
    """Return the mapping that the answers state; raise ValueError for an unknown answer.

    If any column of a table is answered with "keep as printed", the whole table is kept. A left-out column of an
    unknown table is left out of the kind given by its other columns; without any, the table is left out.
    """
    asked = list(answers)
    kept = {question.source for question, answer in asked if answer == KEEP_TABLE and not question.kind}
    kinds: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for question, answer in asked:
        if question.source in kept and not question.kind:
            found.setdefault(OTHER, {})[question.head] = COLUMN
        elif answer and answer != LEAVE_OUT:
            kind, role = _meant(question.kind, answer)
            kinds.setdefault(question.source, kind)
            found.setdefault(kind, {})[question.head] = role
    for question, answer in asked:
        if answer == LEAVE_OUT and (question.kind or question.source not in kept):
            kind = question.kind or kinds.get(question.source, OTHER)
            found.setdefault(kind, {}).setdefault(question.head, IGNORED)
    return found


def folded_mapping(mapping: Mappings) -> dict[str, dict[str, str]]:
    """Return a mapping with folded headings."""
    return {kind: {folded_heading(head): role for head, role in heads.items()} for kind, heads in mapping.items()}


def _meant(kind: str, answer: str) -> tuple[str, str]:
    for one in [kind] if kind else KINDS:
        begins = "" if kind else f"{KINDS[one]}: "
        for role, word in ROLES[one].items():
            if answer == f"{begins}{word}":
                return one, role
    raise ValueError(answer)


def questions_about(grid: Grid) -> Iterator[Question]:
    """Yield a question per column of an unknown table; the first row with several texts is the heading."""
    for row in range(grid.height):
        own = [cell for cell in grid.row(row) if cell.row == row and cell.text.strip()]
        if len(own) > 1:
            heads = {cell.line: cell for cell in own if len(cell.text) <= LONGEST_HEADING}
            yield from (
                Question("", head, grid.source, texts_below(grid, row + cell.rows, cell.column))
                for head, cell in heads.items()
            )
            return


def texts_below(grid: Grid, first: int, column: int) -> tuple[str, ...]:
    """Return the first texts of a column."""
    cells = (grid.at(row, column) for row in range(first, grid.height))
    return tuple(
        islice(dict.fromkeys(cell.line for cell in cells if cell is not None and cell.text.strip()), _EXAMPLES)
    )
