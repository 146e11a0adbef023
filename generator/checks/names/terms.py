"""Check that a term given in another language too has one Thai name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import PlanItem
from generator.checks.memos import folded
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.thai.text import normalise, quoted

_TERM = re.compile(
    "(?<![A-Za-z])(?P<words>[A-Za-z]{1,30}(?: {1,3}[A-Za-z]{1,30}){1,5})"
    " {0,3}[:=,(–-] {0,3}(?P<short>[A-Z]{2,6})(?![A-Za-z])"
)
"""`Knowledge Management : KM`: words and their initials, which explain a term and do not name a program."""
_BREAK = re.compile(r"ฯลฯ|[(),;/:“”\"]")
_SAME_END = 8
"""Letters that two Thai names of one term must share at the end; words before them may say what is done with it."""
_LONGEST = 60


@rule(
    "NAME-031",
    Severity.NOTICE,
    title="คำภาษาอังกฤษเดียวกันในชื่อโครงการมีชื่อไทยต่างกัน",
    why="คำอธิบายภาษาอังกฤษเดียวกันแสดงว่าเป็นเรื่องเดียวกัน ชื่อไทยที่ต่างกันทำให้ไม่แน่ใจว่าโครงการเหล่านั้นทำเรื่องเดียวกันหรือไม่",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ "
    "และใช้ชื่อไทยเดียวกันในการปรับปรุงแผนครั้งต่อไป",
)
def term_with_other_thai_names(item: PlanItem) -> Iterator[Hit]:
    """Projects that explain several Thai names by one English term and its initials; once per term."""
    places: dict[str, list[tuple[str, str, Path]]] = {}
    for index, project in enumerate(item.projects):
        for term in _TERM.finditer(project.name):
            words = term["words"].casefold().split()
            name = _thai_name_before(project.name, term.start())
            if name and "".join(word[0] for word in words) == term["short"].casefold():
                places.setdefault(" ".join(words), []).append((name, term[0], ("projects", index, "name")))
    for found in places.values():
        names: dict[str, str] = {}
        for name, _, _ in found:
            names.setdefault(folded(name)[-_SAME_END:], name)
        if len(names) > 1:
            shown = " ".join(quoted(name[-_LONGEST:]) for name in names.values())
            paths = list(dict.fromkeys(path for _, _, path in found))
            yield Hit(
                f"{len(paths)} โครงการมีคำ {quoted(found[0][1])} ต่อจากชื่อไทยต่างกัน: {shown}",
                paths[0],
                "projects.yml",
                also=tuple(paths[1:]),
            )


def _thai_name_before(text: str, end: int) -> str:
    """Return the text right before a term: from the last break on, without the bracket that contains the term."""
    before = text[max(0, end - 4 * _LONGEST) : end].rstrip(" (")
    start = max((found.end() for found in _BREAK.finditer(before)), default=0)
    return normalise(before[start:])
