"""Whose plan documents are, by their title lines: reports another cycle, another LAO, or two plans.

Only title lines count, and the office on a line of its own below a title, as on a cover: a plan's text may name other
cycles and offices.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.intake.doubts import Doubt
from generator.intake.grids import Grid, GridCell, OfficeDocument, OfficeParagraph
from generator.intake.plan_builder import PlanBuilder
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

_TITLE = re.compile(r"^\s*(?:ร่าง|ประกาศ\S*\s*เรื่อง)?\s*แผนพัฒนา(?:บุคลากร|พนักงาน)")
_SPAN = re.compile(r"(?P<first>2[45][0-9]{2})\s*(?:[-–—]|ถึง)\s*(?:พ\.?ศ\.?\s*)?(?P<last>2[45][0-9]{2})")
_OFFICE = re.compile(
    r"(?:เทศบาล(?:นคร|เมือง|ตำบล)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|(?<![ก-๎.])(?:อบ[ตจ]|ท[ตมน])\.)[ \t]*(?P<name>[ก-๎]{2,40})"
)
_BELOW_TITLE = 5
"""Lines below a title among which a cover names the office."""
_ROWS_ABOVE = 8
"""Rows of a sheet that may hold its title; below them, a title is alone in its row."""
_LONGEST = 160
_TOGETHER = "อ่านรวมเป็นแผนเดียว ไม่ได้ตัดส่วนใดออก"


def identity_doubts(documents: Sequence[OfficeDocument], builder: PlanBuilder) -> Iterator[Doubt]:
    """Yield a doubt per title statement that points to another plan; `documents` were read as one plan."""
    spans: dict[str, str] = {}
    offices: dict[str, str] = {}
    for document in documents:
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
    yield from _other_cycles(spans, builder.content.cycle)
    yield from _other_offices(offices, list(_known_names(builder)))


def _other_cycles(spans: dict[str, str], cycle: str) -> Iterator[Doubt]:
    if len(spans) > 1:
        said = ", ".join(f"{span} ({source})" for span, source in spans.items())
        other = next((source for span, source in spans.items() if cycle and span != cycle), list(spans.values())[1])
        yield Doubt("INTAKE-013", f"พบชื่อแผนของ {len(spans)} รอบ: {said} {_TOGETHER}", other)
    elif cycle and spans and cycle not in spans:
        (span,) = spans
        yield Doubt("INTAKE-013", f"ชื่อแผนในเอกสารเป็นรอบ {span} แต่กำลังอ่านเข้ารอบ {cycle}", spans[span])


def _other_offices(offices: dict[str, str], known: list[str]) -> Iterator[Doubt]:
    """Yield a doubt per office that is not the LAO; without known names, the first office is taken for it."""
    names = known or [_plain(name) for name in list(offices)[:1]]
    is_own = {name: any(one in _plain(name) or _plain(name) in one for one in names) for name in offices}
    own = next((name for name in offices if is_own[name]), "")
    for name, source in offices.items():
        if is_own[name]:
            continue
        if own:
            said = f"พบชื่อแผนของสอง อปท.: “{own}” ({offices[own]}) และ “{name}” ({source}) {_TOGETHER}"
        else:
            said = f"ชื่อแผนในเอกสารเป็นของ “{name}” ซึ่งไม่ใช่ชื่อของ อปท. นี้"
        yield Doubt("INTAKE-013", said, source)


def _lines(document: OfficeDocument) -> Iterator[tuple[str, str]]:
    """Yield short paragraphs, and short cells that are in the first rows of tables or alone in a row, with places."""
    for block in document.blocks:
        cells: Sequence[OfficeParagraph | GridCell] = [block] if isinstance(block, OfficeParagraph) else _titles(block)
        for one in cells:
            if len(one.text) <= _LONGEST:
                yield from ((line.strip(), one.source) for line in one.text.split("\n") if line.strip())


def _titles(grid: Grid) -> list[GridCell]:
    in_row = Counter(cell.row for cell in grid.cells if cell.text.strip())
    return [cell for cell in grid.cells if cell.row < _ROWS_ABOVE or in_row[cell.row] == 1]


def _known_names(builder: PlanBuilder) -> Iterator[str]:
    lao = builder.content.of("lao")
    variants = [one.get("printed") for one in lao.get("name_variants", ()) if isinstance(one, dict)]
    yield from (_plain(name) for name in (lao.get("name"), *variants) if isinstance(name, str) and name)


def _plain(text: str) -> str:
    return fold_for_comparison(text).replace(" ", "")
