"""Values that YAML does not parse as text although their text is clear: read as written."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.findings import Severity
from generator.reading.yaml_text.advice import Advice, Explanation
from generator.reading.yaml_text.lines import SourceText

_PLAIN_KEY = re.compile(r"[^\"'\s]+")


def as_written(source: SourceText, line: int, said: Advice) -> Explanation:
    """Explain a value on line `line` (from 0), and read it whole as text if it ends on its line.

    A warning then, as nothing is lost. After a trailing comment or a quoted key it is uncertain: an error.
    """
    entry, blanked = source.entry(line), source.without_value(line)
    is_item = entry.key is None and source.is_item(line)
    if blanked is None or " #" in entry.value or not (is_item or _PLAIN_KEY.fullmatch(entry.key or "")):
        return Explanation([said], blanked)
    warning = replace(said, message=f"{said.message} จึงอ่านค่านี้ทั้งหมดเป็นข้อความ", severity=Severity.WARNING)
    return Explanation([warning], blanked, known_values=((line, entry.key or "", entry.value),))
