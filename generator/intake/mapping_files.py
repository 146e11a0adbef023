"""Reads the meaning of a form's headings from a mapping file or a review workbook's answers; writes mapping files.

A mapping works for every office that uses the form: provinces share templates.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.drafting.yaml_writer import yaml_text
from generator.errors import UsageError
from generator.intake.office_limits import read_office_file
from generator.intake.our_books import read_cells
from generator.intake.overlay_tree import OverlayTree
from generator.intake.questions import Mappings, folded_mapping
from generator.intake.table_headings import IGNORED, NEEDED, folded_heading, heading_words
from generator.intake.workbook.book_reader import ReadBook, read_book
from generator.intake.workbook.question_sheet import answered
from generator.reading.content_tree import DiskTree
from generator.reading.yaml_text import read_yaml

_OFFICE = (b"PK", bytes.fromhex("d0cf11e0"))


def read_mapping(file: Path) -> dict[str, dict[str, str]]:
    """Return the role of each heading of a form, by kind of table.

    ```
    projects: {ชื่อหลักสูตร: name, วงเงิน (บาท): budget}
    ```
    From a review workbook, returns its answers. Raises UsageError for a wrong structure, an unknown kind or role, and a
    workbook without answers.
    """
    content = read_office_file(file)
    if content.startswith(_OFFICE):
        found = answered(read_cells(file.name, content))
        if not found:
            raise UsageError(f"“{file.name}” ยังไม่มีคำตอบ ให้เลือกความหมายในแผ่น “ถามความหมายคอลัมน์” แล้วบันทึก")
        return found
    source, wrong = read_yaml(OverlayTree(DiskTree(Path()), {"mapping.yml": content}), "mapping.yml")
    stated: Any = source.data if source else None
    if wrong:
        raise UsageError(f"อ่านไฟล์จับคู่ {file.name} ไม่ได้: {wrong[0].message} {wrong[0].remedy}")
    if not isinstance(stated, dict):
        raise UsageError(f"ไฟล์จับคู่ {file.name} ต้องเป็นกลุ่มของ “ชนิดตาราง: {{หัวคอลัมน์: ความหมาย}}”")
    found = {}
    for kind, heads in stated.items():
        if kind not in NEEDED or not isinstance(heads, dict):
            raise UsageError(f"ไฟล์จับคู่ {file.name}: ชนิดตารางที่ใช้ได้คือ {', '.join(NEEDED)}")
        roles = [*heading_words()[kind], IGNORED]
        for head, role in heads.items():
            if role not in roles:
                raise UsageError(f"ไฟล์จับคู่ {file.name}: {kind} มีความหมาย {', '.join(roles)} ไม่มี “{str(role)[:40]}”")
            found.setdefault(kind, {})[str(head)] = role
    return found


def read_earlier_book(file: Path) -> ReadBook | None:
    """Return the content of an earlier review workbook; None for a mapping file, which contains no plan."""
    content = read_office_file(file)
    if not content.startswith(_OFFICE):
        return None
    return read_book(read_cells(file.name, content), needs_identity=False)


def missing_answers(file: Path, mapping: Mappings) -> str:
    """Return the lines of a mapping that a mapping file lacks or answers otherwise; empty if it has all."""
    try:
        known = folded_mapping(read_mapping(file))
    except UsageError:  # another YAML file
        known = {}
    missing = {
        kind: {head: role for head, role in heads.items() if known.get(kind, {}).get(folded_heading(head)) != role}
        for kind, heads in mapping.items()
    }
    return mapping_text({kind: heads for kind, heads in missing.items() if heads})


def mapping_text(mapping: Mappings) -> str:
    """Return the text of a mapping file; empty without answers."""
    if not mapping:
        return ""
    return yaml_text({kind: dict(heads) for kind, heads in mapping.items()})
