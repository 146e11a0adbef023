"""Classify a position by its name: above all departments, or head of one. Names in, bool out. No rules."""

from __future__ import annotations

import re

from generator.checks.memos import folded

_CHIEF = re.compile("(?:รอง)?ปลัด|นักบริหารงานท้องถิ่น")
_HEAD = re.compile(
    r"(?:ผู้อำนวยการ|ผอ\.)(?!โรงเรียน|สถานศึกษา|ศูนย์|โรงพยาบาล|รพ|วิทยาลัย)"
    r"|(?:หัวหน้า|หน\.)(?:สำนัก|ส่วน|กอง|หน่วย)|นักบริหารงาน|อำนวยการท้องถิ่น"
)


def is_chief(position: str) -> bool:
    """Return whether it is the chief administrator or a deputy, who rank above all departments."""
    return bool(_CHIEF.match(folded(position)))


def is_head(position: str) -> bool:
    """Return whether it may be the head of a department; a deputy's name contains the same words."""
    return bool(_HEAD.search(folded(position)))
