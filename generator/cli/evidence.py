"""`phaen evidence`: prints the evidence of an LAO's plan for one year of the transparency assessment (ITA)."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.cli.options import content_option, read_code
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.exports.evidence_json import evidence_record
from generator.facts.ita_evidence import assessment_years
from generator.facts.legal_state import legal_state
from generator.findings import printable
from generator.history.history_index import read_history_of
from generator.history.revisions import NO_HISTORY, plan_histories
from generator.model.assessment import AssessmentItem, AssessmentYear, RelatedItem
from generator.model.plan import PlanFolder
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from generator.reading.former_codes import codes_had
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao
from generator.settings import read_site_url, resolve_today
from generator.thai.dates import FiscalYear, format_thai_date
from generator.views.evidence_sheet import EvidenceSheetView, SheetItem, evidence_sheet_view
from generator.views.evidence_tables import NAMED
from generator.views.plan_context import PlanContext
from generator.words import evidence as words
from generator.words.interface import ENTERED_BY, HASH_COMPUTED, HASH_STATED, NOT_REPORTED


@click.command(cls=ThaiCommand, name="evidence")
@click.argument("code", metavar="CODE")
@click.option("--year", "year_text", metavar="YYYY", required=True, help="ปีที่ประเมิน (พ.ศ.) เช่น 2568")
@content_option
@click.option("--site-url", metavar="URL", help="ที่อยู่ของเว็บไซต์ เพื่อให้ได้ที่อยู่เต็มสำหรับแบบตอบ")
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
def command(code: str, year_text: str, content: Path, site_url: str | None, output: str) -> None:
    """แสดงหลักฐานของแผนสำหรับการประเมิน ITA ปีหนึ่ง

    บอกทีละองค์ประกอบว่าข้อมูลของแผนครบหรือไม่ พร้อมที่อยู่และข้อความสำหรับแบบตอบ เหมือนหน้าแบบแสดงหลักฐานของเว็บไซต์
    """
    code = read_code(code)
    try:
        year = FiscalYear.parse(year_text)
    except ValueError as error:
        raise UsageError(f"--year: {error}") from error
    sheets = list(_sheets(code, year, content, read_site_url(site_url) if site_url else ""))
    if not sheets:
        raise UsageError(f"ไม่มีแผนของ {code} ในข้อมูลนี้ที่ใช้เป็นหลักฐานของปี {year} ได้")
    if output == "json":
        records = [evidence_record(code, sheet) for sheet in sheets]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for sheet in sheets:
        for line in _lines(sheet):
            click.echo(printable(line))
        click.echo()


def _sheets(code: str, year: FiscalYear, content: Path, site_url: str) -> Iterator[EvidenceSheetView]:
    """Yield the sheet of every plan for the year, newest plan first; raise UsageError if there is no such LAO."""
    tree = DiskTree(content)
    folders, _ = find_lao_folders(tree, (code,))
    frameworks = read_frameworks(tree)
    ids = frameworks.entry_ids()
    read = read_lao(code, folders[code], tree, ids)
    lao = read.lao_folder.lao
    if lao is None:
        raise UsageError(f"อ่าน lao.yml ของ {code} ไม่ได้ ให้ตรวจด้วยคำสั่ง phaen check {code}")
    codes = codes_had(code, tree)
    histories = plan_histories(read, read_history_of(content, codes), codes, ids)
    today = resolve_today(None)
    for plan in reversed(read.lao_folder.plans):
        if isinstance(plan, PlanFolder) and year in assessment_years(plan.plan.cycle):
            context = PlanContext(
                lao,
                plan,
                read,
                legal_state(plan.plan, today),
                history=histories.get(plan.plan.cycle.slug, NO_HISTORY),
                assessments=frameworks.assessments,
                site_url=site_url,
            )
            yield evidence_sheet_view(context, year)


def _lines(sheet: EvidenceSheetView) -> Iterator[str]:
    yield f"หลักฐาน ITA ปี {sheet.fiscal_year} {sheet.lao_name} แผน {sheet.cycle.slug}"
    if sheet.is_draft:
        yield words.DRAFT
    if sheet.by_third_party:
        yield f"{ENTERED_BY['third_party']}{' และเป็นบางส่วนของเอกสาร' if sheet.is_partial else ''}"
    if sheet.counts is None or sheet.assessment is None:
        yield words.UNKNOWN_YEAR
        yield f"ที่อยู่ของแบบแสดงหลักฐาน: {sheet.submitted}"
    else:
        yield words.MET_OF.format(sheet.counts.met, sheet.counts.asked)
        yield words.NOT_A_VERDICT
        yield f"ที่มาของรายการ: {_source(sheet.assessment)}"
    for item in sheet.items:
        yield ""
        yield from _item_lines(sheet, item)
    yield from _related_lines(sheet)
    yield from _file_lines(sheet)
    yield ""
    yield f"ข้อมูล ณ วันที่: {_day(sheet.saved) if sheet.saved else 'ยังไม่ได้บันทึกเข้าระบบ จึงไม่ทราบวันที่'}"
    yield f"รายงานผลล่าสุด ข้อมูล ณ วันที่: {_day(sheet.reported) if sheet.reported else NOT_REPORTED}"
    if not sheet.website:
        yield words.NO_WEBSITE
    elif not sheet.menu:
        yield words.NO_PATH
    if not sheet.knows_site:
        yield words.NO_SITE_URL_COMMAND


def _source(rests_on: AssessmentYear | AssessmentItem | RelatedItem) -> str:
    return f"{rests_on.source} ({words.CONFIDENCE[rests_on.confidence]})"


def _day(day: datetime.date) -> str:
    return format_thai_date(day, "arabic")


def _item_lines(sheet: EvidenceSheetView, one: SheetItem) -> Iterator[str]:
    item = one.fact.item
    yield f"ข้อ {item.number} {item.name} (ปีงบประมาณ {one.fact.fiscal_year})"
    yield f"  ที่มาของรายการ: {_source(item)}"
    yield f"  {words.PART_SHOWN}: {item.evidences}"
    for needed in item.also_needed:
        yield f"  ต้องมีเอกสารอื่นด้วย: {needed}"
    named: dict[tuple[str, tuple[str, ...]], str] = {}
    for shown in one.shown:
        fact = shown.fact
        confidence = words.CONFIDENCE_BRIEFLY[fact.element.confidence]
        yield f"  [{words.ELEMENT_STATE[fact.state]}] {fact.element.name} ({confidence})"
        yield f"      {words.REASON[fact.reason].format(fact.done, fact.of)}"
        if fact.without_basis:
            yield f"      {words.WITHOUT_BASIS.format(fact.without_basis)}"
        for word, ids, projects in (
            (words.LACKING, fact.lacking, shown.lacking),
            (words.DOUBTFUL, fact.doubtful, shown.doubtful),
        ):
            if projects:
                same = named.setdefault((word, ids), fact.element.name)
                yield from _projects(word, [name for name, _ in projects], "" if same == fact.element.name else same)
        if shown.address:
            yield f"      ดูที่ {shown.place}: {sheet.whole(shown.address)}"
    if one.copied:
        yield "  ข้อความสำหรับแบบตอบ"
        yield from (f"    {line}" for line in one.copied.split("\n"))
    else:
        yield f"  {one.not_yet}"


def _projects(word: str, names: Sequence[str], same_as: str) -> Iterator[str]:
    """Yield the projects below an element, one a line; `same_as` is an element above with the same projects."""
    yield f"      {word} {len(names)} โครงการ{f' เช่นเดียวกับองค์ประกอบ “{same_as}”' if same_as else ''}"
    if not same_as:
        yield from (f"        - {' '.join(name.split())}" for name in names[:NAMED])
    if not same_as and len(names) > NAMED:
        yield f"        และอีก {len(names) - NAMED} โครงการ"


def _related_lines(sheet: EvidenceSheetView) -> Iterator[str]:
    if sheet.related:
        yield ""
        yield words.RELATED
        yield from (f"  ข้อ {one.number} {one.name}: {_source(one)}" for one in sheet.related)


def _file_lines(sheet: EvidenceSheetView) -> Iterator[str]:
    yield ""
    if not sheet.files:
        yield words.NO_DOCUMENTS
        return
    yield "เอกสารแนบและหลักฐาน"
    for one in sheet.files:
        size = f"{one.size:,} ไบต์" if one.size is not None else ""
        facts = filter(None, (one.kind, _day(one.day) if one.day else "", size))
        yield f"  {' '.join(one.title.split())} ({' '.join(facts)})"
        if one.address:
            yield f"      {sheet.whole(one.address)}"
        if one.why_absent:
            yield f"      {one.why_absent}"
        if one.sha256:
            yield f"      SHA-256 {one.sha256} ({HASH_COMPUTED if one.is_computed else HASH_STATED})"
