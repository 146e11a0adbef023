"""Title, announcement, resolution, order, stamp and committee of a text: paragraphs in, values of plan.yml out.

Only text in the usual official wording is taken; everything else stays running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.checks.printed_years import day_in, spans
from generator.intake.grids import Grid, OfficeDocument, OfficeParagraph
from generator.intake.kinds.committee_rows import CommitteeRows
from generator.intake.plain_text.text_grids import place_of
from generator.intake.plain_text.text_identity import TITLE_LINES
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace
from generator.thai.dates import BE_MINUS_CE

_DATE = r"[0-9๐-๙]{1,2} {0,2}(?:เดือน {0,2})?[ก-ฮ][ก-๎.]{2,12} {0,2}(?:พ\. ?ศ\.? ?)?[2๒][4-6๔-๖][0-9๐-๙]{2}(?![0-9๐-๙])"
_TITLE = re.compile("(?:ร่าง ?)?แผน(?:การ)?พัฒนา ?(?:บุคลากร|พนักงาน|ข้าราชการ)")
_ANNOUNCED = re.compile(f"ประกาศ ?ณ ?วันที่ ?(?P<date>{_DATE})")
_EFFECTIVE = re.compile(f"(?:มีผล|บังคับใช้|ใช้บังคับ)[ก-๎ ]{{0,16}}ตั้งแต่ ?(?:วันที่)? ?(?P<date>{_DATE})")
_RESOLVED = re.compile(
    rf"(?P<committee>คณะกรรมการ(?:พนักงาน|ข้าราชการ)[ก-๎ ]{{0,60}}?จังหวัด[ก-๎]{{2,30}}) {{0,2}}(?:ในการประชุม)?"
    rf"ครั้งที่ {{0,2}}(?P<meeting>[0-9๐-๙]{{1,3}} ?/ ?[0-9๐-๙]{{4}}) {{0,2}}เมื่อวันที่ {{0,2}}(?P<date>{_DATE})"
)
_ORDERED = re.compile(
    rf"คำสั่ง[ก-๎. ]{{2,60}}? ?ที่ {{0,2}}(?P<number>[0-9๐-๙]{{1,4}} ?/ ?[0-9๐-๙]{{4}})"
    rf"(?: {{0,2}}เรื่อง {{0,2}}(?P<title>[^\n]{{4,160}}?))?"
    rf" {{0,2}}(?:ลง|สั่ง ?ณ ?)วันที่ {{0,2}}(?P<date>{_DATE})"
)
_STAMPED = re.compile(r"(?P<label>วัน ?/ ?เดือน ?/ ?ปี) {0,3}(?P<date>[0-9๐-๙]{1,2} ?/ ?[0-9๐-๙]{1,2} ?/ ?[0-9๐-๙]{2,4})")
_SEAT = re.compile("(?:รอง)?ประธาน(?:คณะ)?(?:กรรมการ)?|(?:คณะ)?กรรมการ(?:และ(?:ผู้ช่วย)?เลขานุการ)?|(?:ผู้ช่วย)?เลขานุการ")
_COMMITTEE = re.compile("คณะกรรมการ")
_SEATS = (HeadedColumn("number", ""), HeadedColumn("position", ""), HeadedColumn("role", ""))
_FEWEST_SEATS = 3
_LONGEST_TITLE = 160
_ABOVE = 3
"""Number of paragraphs above the seats in which to look for their heading."""
_APPROVED = 240
"""Number of characters after a resolution in which to look for the approval."""


def read_official(document: OfficeDocument, builder: PlanBuilder) -> list[OfficeParagraph]:
    """Add official values to the plan, and return the paragraphs used for them.

    A committee table without a heading is removed from the document.
    """
    plan = builder.content.files["plan"]
    taken = _title(document, plan, builder)
    for block in list(document.blocks):
        if isinstance(block, Grid):
            taken += _committee(document, block, builder)
        else:
            for path, value in _values(block.text, plan):
                plan.setdefault(path, value)
                builder.origins.setdefault(ContentPlace("plan", (path,)), block.source)
    return taken


def _title(document: OfficeDocument, plan: dict[str, Any], builder: PlanBuilder) -> list[OfficeParagraph]:
    """Read the title, and its years if they are on a separate line below."""
    first = [
        one
        for one in document.blocks
        if isinstance(one, OfficeParagraph)
        and place_of(one.source)[0] <= TITLE_LINES
        and len(one.text) <= _LONGEST_TITLE
    ]
    for place, one in enumerate(first):
        if not _TITLE.match(one.text):
            continue
        parts = [one]
        if not spans(one.text):
            parts += [below for below in first[place + 1 : place + 5] if spans(below.text)][:1]
        plan["title"] = " ".join(part.text for part in parts)
        builder.origins[ContentPlace("plan", ("title",))] = parts[-1].source
        return parts
    return []


def _values(text: str, plan: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the values stated in a paragraph, by their key in plan.yml."""
    announced, effective = _ANNOUNCED.match(text), _EFFECTIVE.search(text)
    if announced or (effective and "ประกาศ" in text):
        known = plan.get("announcement", {})
        plan["announcement"] = known | ({"date": announced["date"]} if announced and "date" not in known else {})
        if effective and "effective_date" not in known:
            plan["announcement"]["effective_date"] = effective["date"]
        yield "announcement", plan["announcement"]
    resolved = _RESOLVED.search(text)
    if resolved and "เห็นชอบ" in text[resolved.end() : resolved.end() + _APPROVED]:
        yield "approval", {key: resolved[key] for key in ("committee", "meeting", "date")}
    if ordered := _ORDERED.search(text):
        order = {key: ordered[key] for key in ("number", "date", "title") if ordered[key]}
        if _COMMITTEE.search(order.get("title", text)):
            yield "appointment_order", order
    if stamped := _STAMPED.match(text):
        day = day_in(stamped["date"])
        stated = {"date": f"{day.year + BE_MINUS_CE}-{day:%m-%d}"} if day else {}
        yield "drafting_stamps", [{"label": stamped["label"], "printed": stamped["date"]} | stated]


def _committee(document: OfficeDocument, grid: Grid, builder: PlanBuilder) -> list[OfficeParagraph]:
    """Read rows of number, position and seat without a column heading, and return the paragraphs of their title."""
    plan = builder.content.files["plan"]
    rows = [[cell for cell in grid.row(row) if not cell.is_blank] for row in range(grid.height)]
    if len(rows) < _FEWEST_SEATS or "committee" in plan:
        return []
    if grid.width != len(_SEATS) or not all(len(row) == len(_SEATS) and _SEAT.fullmatch(row[-1].line) for row in rows):
        return []
    reader = CommitteeRows(builder)
    for row in range(grid.height):
        reader.read(grid, row, _SEATS)
    place = document.blocks.index(grid)
    above = [one for one in document.blocks[max(0, place - _ABOVE) : place] if isinstance(one, OfficeParagraph)]
    begins = next((at for at, one in enumerate(above) if _COMMITTEE.search(one.text[:_LONGEST_TITLE])), len(above))
    heading = [one for one in above[begins:] if len(one.text) <= _LONGEST_TITLE]
    document.blocks.remove(grid)
    if heading:
        plan["committee"]["title"] = " ".join(one.text for one in heading)
        builder.origins[ContentPlace("plan", ("committee", "title"))] = heading[0].source
    return heading
