"""An evidence sheet as a workbook for officers, to keep, print, or copy into the form of the assessment.

Its rows are those of the page; the same sheet gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from generator import addresses
from generator.exports.book_style import HEADING, LINE, WRAPPED, row_height
from generator.exports.csv_file import is_risky
from generator.exports.pdf_frame import publishable
from generator.facts.ita_evidence import EvidenceCount, EvidenceReason, assessment_years
from generator.findings import Finding
from generator.model.assessment import AssessmentItem, AssessmentYear, RelatedItem
from generator.views.document_lines import DocumentLine
from generator.views.evidence_sheet import EvidenceSheetView, SheetItem, evidence_sheet_view
from generator.views.evidence_tables import NAMED, ShownElement
from generator.views.plan_context import PlanContext
from generator.words import interface

_LONGEST = 32_000
"""Most characters of a cell; spreadsheets allow 32,767."""
_LONGEST_URL = 2_000
"""Most characters of a link; Excel allows 2,079."""
_URL = re.compile(r"https?://\S+")
_LINK: Mapping[str, Any] = {"font_color": "#1F4E79", "underline": 1}
_A4 = 9


def evidence_workbooks(contexts: Iterable[PlanContext], found: Iterable[Finding]) -> dict[str, bytes]:
    """Return the workbook of each sheet of an LAO's plans by path below the site; none for years without known items.

    `found` are all findings of the LAO's data: possible personal data is left out of files.
    """
    found = tuple(found)
    return {
        addresses.evidence_book(context.lao.code, context.plan.cycle, one.fiscal_year)[1:]: evidence_workbook(
            evidence_sheet_view(publishable(context, found), one.fiscal_year)
        )
        for context in contexts
        for one in context.assessments
        if one.fiscal_year in assessment_years(context.plan.cycle)
    }


class _Sheet(NamedTuple):
    name: str
    columns: tuple[tuple[str, int], ...]
    """Heading and width of each, in characters."""
    rows: tuple[tuple[str, ...], ...]
    """Cells that are absolute URLs become links."""


def evidence_workbook(view: EvidenceSheetView) -> bytes:
    """Return the sheet of one plan and assessment year as XLSX."""
    file = io.BytesIO()
    # A copy: XlsxWriter modifies its argument.
    book = Workbook(file, {"in_memory": True, "default_format_properties": dict(WRAPPED)})
    book.set_properties(
        {
            "title": f"แบบแสดงหลักฐาน ITA ปี {view.fiscal_year} {view.lao_name}",
            "author": view.lao_name,
            # Workbooks need a creation date: the first day of the assessed year, so that the same sheet gives the same
            # bytes.
            "created": datetime.datetime.combine(view.fiscal_year.first_day, datetime.time()),
        }
    )
    heading = book.add_format({**WRAPPED, **HEADING})
    looks = _Looks(
        heading,
        book.add_format(dict(WRAPPED)),
        book.add_format({**WRAPPED, "quote_prefix": True}),
        book.add_format({**WRAPPED, **_LINK}),
    )
    for sheet in (
        _about(view),
        _items(view),
        _elements(view),
        _pages(view),
        _texts(view),
        _related(view),
        _files(view),
    ):
        if sheet.rows:
            _write(book, sheet, looks)
    book.close()
    return file.getvalue()


class _Looks(NamedTuple):
    heading: Format
    text: Format
    risky: Format
    """If an officer edits such a cell it would become a formula; the prefix keeps it a text."""
    link: Format


def _write(book: Workbook, sheet: _Sheet, looks: _Looks) -> None:
    page = book.add_worksheet(sheet.name)
    for place, (name, width) in enumerate(sheet.columns):
        page.set_column(place, place, width)
        page.write_string(0, place, name, looks.heading)
    for row, values in enumerate(sheet.rows, start=1):
        page.set_row(row, row_height((value, width) for value, (_, width) in zip(values, sheet.columns, strict=True)))
        for place, value in enumerate(values):
            if _URL.fullmatch(value) and len(value) <= _LONGEST_URL:
                page.write_url(row, place, value, looks.link, value)
            else:
                page.write_string(row, place, value[:_LONGEST], looks.risky if is_risky(value) else looks.text)
    page.set_row(0, LINE)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)


def _about(view: EvidenceSheetView) -> _Sheet:
    district = f"อำเภอ{view.district} " if view.district else ""
    rows = [
        ("อปท.", view.lao_name),
        ("ที่ตั้ง", f"{district}จังหวัด{view.province}"),
        ("แผน", f"แผนพัฒนาบุคลากร ๓ ปี {view.cycle.slug}"),
        ("ปีที่ประเมิน", str(view.fiscal_year)),
        *((("สรุป", _summary(view.counts)),) if view.counts else ()),
        *((("ที่มาของรายการ", _source(view.assessment)),) if view.assessment else ()),
        ("ที่อยู่ของแบบนี้", view.submitted),
        ("ที่อยู่ของแผน", view.plan_submitted),
        ("เส้นทางจากเว็บไซต์หลัก", _path(view)),
        ("ข้อมูลที่เผยแพร่เมื่อ", view.saved.isoformat() if view.saved else "ยังไม่ได้บันทึกเข้าระบบ"),
        *((("รุ่นที่บันทึก", view.commit),) if view.commit else ()),
        ("รายงานผลล่าสุด ข้อมูล ณ วันที่", view.reported.isoformat() if view.reported else interface.NOT_REPORTED),
        ("บัญชีไฟล์ของ อปท. พร้อมค่าแฮช", view.whole(view.manifest_address)),
        ("ควรทราบ", interface.EVIDENCE_NOTICE),
        *((("ผู้บันทึกข้อมูล", _entered(view)),) if view.by_third_party else ()),
        *((("สถานะ", interface.EVIDENCE_DRAFT),) if view.is_draft else ()),
        *((("ที่อยู่", interface.EVIDENCE_NO_SITE_URL),) if not view.knows_site else ()),
    ]
    return _Sheet("เกี่ยวกับแบบนี้", (("รายการ", 30), ("ค่า", 90)), tuple(rows))


def _summary(counts: EvidenceCount) -> str:
    parts = [interface.EVIDENCE_MET_OF.format(counts.met, counts.asked)]
    parts += [f"ยังไม่ครบ {counts.not_met}"] if counts.not_met else []
    parts += [f"บอกไม่ได้ {counts.cannot_tell}"] if counts.cannot_tell else []
    return " ".join(parts)


def _source(rests_on: AssessmentYear | AssessmentItem | RelatedItem) -> str:
    return f"{rests_on.source} ({interface.CONFIDENCE[rests_on.confidence]})"


def _path(view: EvidenceSheetView) -> str:
    if not view.website:
        return interface.EVIDENCE_NO_WEBSITE
    steps = [f"เปิดเว็บไซต์ {view.website}", *(f"เลือก “{label}”" for label in view.menu), f"เปิดหน้านี้ {view.submitted}"]
    lines = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    return "\n".join([*lines, *([] if view.menu else [interface.EVIDENCE_NO_PATH])])


def _entered(view: EvidenceSheetView) -> str:
    part = " และเป็นบางส่วนของเอกสาร" if view.is_partial else ""
    return f"{interface.ENTERED_BY['third_party']}{part}"


def _items(view: EvidenceSheetView) -> _Sheet:
    columns = (("ข้อ", 8), ("ชื่อข้อ", 34), ("ปีที่ดู", 10), (interface.EVIDENCE_PART_SHOWN, 40))
    more = ((interface.EVIDENCE_ALSO_NEEDED, 50), ("ที่มาของรายการ", 50))
    rows = tuple(
        (
            item.number,
            item.name,
            str(fact.fiscal_year),
            item.evidences,
            "\n".join(item.also_needed),
            _source(item),
        )
        for fact in (one.fact for one in view.items)
        for item in (fact.item,)
    )
    return _Sheet("ข้อ", (*columns, *more), rows)


def _pages(view: EvidenceSheetView) -> _Sheet:
    rows = tuple((item.fact.item.number, one.name, one.submitted) for item in view.items for one in item.pages)
    return _Sheet("ที่อยู่ที่ส่ง", (("ข้อ", 8), ("หน้า", 40), (interface.EVIDENCE_PERMANENT, 100)), rows)


def _related(view: EvidenceSheetView) -> _Sheet:
    rows = tuple((one.number, one.name, _source(one)) for one in view.related)
    return _Sheet("ข้ออื่นด้านบุคคล", (("ข้อ", 8), ("ชื่อข้อที่ต้องใช้เอกสารอื่น", 50), ("ที่มาของรายการ", 80)), rows)


def _elements(view: EvidenceSheetView) -> _Sheet:
    columns = (("ข้อ", 8), ("ชื่อข้อ", 34), ("ปีที่ดู", 10), ("องค์ประกอบ", 40), ("ผล", 16), ("เหตุผล", 50))
    more = (("ความน่าเชื่อถือของรายการ", 24), ("ดูที่", 20), ("ที่อยู่", 60))
    return _Sheet("องค์ประกอบ", (*columns, *more), tuple(row for item in view.items for row in _rows(view, item)))


def _rows(view: EvidenceSheetView, item: SheetItem) -> Iterator[tuple[str, ...]]:
    fact = item.fact
    for shown in item.shown:
        element = shown.fact.element
        yield (
            fact.item.number,
            fact.item.name,
            str(fact.fiscal_year),
            element.name,
            interface.ELEMENT_STATE[shown.fact.state],
            _reason(shown),
            interface.CONFIDENCE_BRIEFLY[element.confidence],
            shown.place,
            view.whole(shown.address),
        )


def _reason(shown: ShownElement) -> str:
    fact = shown.fact
    said = interface.EVIDENCE_REASON[fact.reason]
    if fact.reason is not EvidenceReason.PROJECTS:
        return said
    parts = [said.format(fact.done, fact.of)]
    if fact.without_basis:
        parts.append(interface.EVIDENCE_WITHOUT_BASIS.format(fact.without_basis))
    parts += _named(interface.EVIDENCE_LACKING, shown.lacking)
    parts += _named(interface.EVIDENCE_DOUBTFUL, shown.doubtful)
    return "\n".join(parts)


def _named(word: str, projects: Sequence[tuple[str, str]]) -> Iterable[str]:
    if projects:
        yield f"{word} {len(projects)} โครงการ"
        yield from (f"- {name}" for name, _ in projects[:NAMED])
    if len(projects) > NAMED:
        yield f"และอีก {len(projects) - NAMED} โครงการ"


def _texts(view: EvidenceSheetView) -> _Sheet:
    rows = tuple((item.fact.item.number, item.fact.item.name, item.copied or item.not_yet) for item in view.items)
    return _Sheet("ข้อความลงแบบ", (("ข้อ", 8), ("ชื่อข้อ", 40), ("ข้อความสำหรับคัดลอก", 100)), rows)


def _files(view: EvidenceSheetView) -> _Sheet:
    return _Sheet(
        "เอกสารแนบ",
        (
            ("เอกสาร", 40),
            ("ชนิด", 24),
            ("วันที่", 14),
            ("ขนาด (ไบต์)", 14),
            ("ที่อยู่", 60),
            ("ค่าแฮช SHA-256", 70),
            ("ที่มาของค่าแฮช", 24),
            ("ไฟล์ที่ไม่เผยแพร่", 40),
        ),
        tuple(map(partial(_file, view), view.files)),
    )


def _file(view: EvidenceSheetView, one: DocumentLine) -> tuple[str, ...]:
    hashed = interface.HASH_COMPUTED if one.is_computed else interface.HASH_STATED
    return (
        one.title,
        one.kind,
        one.day.isoformat() if one.day else "",
        "" if one.size is None else str(one.size),
        view.whole(one.address or ""),
        one.sha256 or "",
        hashed if one.sha256 else "",
        one.why_absent,
    )
