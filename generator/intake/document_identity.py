"""Whose plan a document is, by its title lines: reports another cycle, another LAO, or two plans in one file.

Only title lines count, and the office on a line of its own below a title, as on a cover: a plan's text may name other
cycles and offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.doubts import Doubt
from generator.intake.grids import OfficeDocument, OfficeParagraph
from generator.intake.plan_builder import PlanBuilder
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

_TITLE = re.compile(r"^\s*(?:ร่าง|ประกาศ\S*\s*เรื่อง)?\s*แผนพัฒนา(?:บุคลากร|พนักงาน)")
_SPAN = re.compile(r"(?P<first>2[45][0-9]{2})\s*(?:[-–—]|ถึง)\s*(?:พ\.?ศ\.?\s*)?(?P<last>2[45][0-9]{2})")
_OFFICE = re.compile(
    r"(?:เทศบาล(?:นคร|เมือง|ตำบล)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|(?<![ก-๎])(?:อบ[ตจ]|ท[ตมน])\.)[ \t]*(?P<name>[ก-๎]{2,40})"
)
_BELOW_TITLE = 5
"""Lines below a title among which a cover names the office."""
_ROWS_ABOVE = 8
"""Rows of a sheet that may hold its title."""
_LONGEST = 160


def document_doubts(document: OfficeDocument, builder: PlanBuilder) -> Iterator[Doubt]:
    """Yield a doubt per title statement that points to another plan."""
    spans: dict[str, str] = {}
    offices: dict[str, str] = {}
    below = _BELOW_TITLE
    for text, source in _lines(document):
        is_title = bool(_TITLE.match(text))
        below = 0 if is_title else below + 1
        if is_title:
            for one in _SPAN.finditer(to_arabic(text)):
                spans.setdefault(f"{one['first']}-{one['last']}", source)
        for office in _OFFICE.finditer(text):
            if is_title or (below <= _BELOW_TITLE and office.start() == 0):
                offices.setdefault(office["name"], source)
    cycle = builder.content.cycle
    if len(spans) > 1:
        said = ", ".join(f"{span} ({source})" for span, source in spans.items())
        yield Doubt("INTAKE-013", f"พบชื่อแผนของ {len(spans)} รอบ: {said}", document.name)
    elif cycle and spans and cycle not in spans:
        (span,) = spans
        yield Doubt("INTAKE-013", f"ชื่อแผนในเอกสารเป็นรอบ {span} แต่กำลังอ่านเข้ารอบ {cycle}", spans[span])
    names = list(_known_names(builder))
    for name, source in offices.items():
        if names and not any(known in _plain(name) or _plain(name) in known for known in names):
            yield Doubt("INTAKE-013", f"ชื่อแผนในเอกสารเป็นของ “{name}” ซึ่งไม่ใช่ชื่อของ อปท. นี้", source)


def _lines(document: OfficeDocument) -> Iterator[tuple[str, str]]:
    """Yield short paragraphs, and short cells in the first rows of tables, with their places."""
    for block in document.blocks:
        cells = [block] if isinstance(block, OfficeParagraph) else [one for one in block.cells if one.row < _ROWS_ABOVE]
        for one in cells:
            if len(one.text) <= _LONGEST:
                yield from ((line.strip(), one.source) for line in one.text.split("\n") if line.strip())


def _known_names(builder: PlanBuilder) -> Iterator[str]:
    lao = builder.content.of("lao")
    variants = [one.get("printed") for one in lao.get("name_variants", ()) if isinstance(one, dict)]
    yield from (_plain(name) for name in (lao.get("name"), *variants) if isinstance(name, str) and name)


def _plain(text: str) -> str:
    return fold_for_comparison(text).replace(" ", "")
