"""Finds words of YAML files in a text for an officer who works in a workbook."""

from __future__ import annotations

import re

_STAY = re.compile(
    r"“[^”]*”"  # a quotation
    r"|ไฟล์ (?:lao|plan|projects|idp)\.yml หลังนำเข้า|ไฟล์ของแผนหลังนำเข้า"  # where a value without a cell is edited
    r"|phaen [a-z]+(?: --[a-z]+)*"
    r"|รหัส [a-z]+-[0-9]+"  # the id of a national document's entry
    r"|\.go\.th|https?://|javascript:"
)
_WORD = re.compile(r"(?<![A-Za-z])[a-z_]{2,}|[A-Za-z]+\.yml|\"\"|บรรทัดที่|ทั้งบรรทัด|[:#] ?ใน|(?:ใน|จาก)ไฟล์")


def words_of_files(text: str) -> list[str]:
    """Return keys, file names and signs of YAML in a text, except in what it quotes."""
    return _WORD.findall(_STAY.sub("", text))
