"""`phaen search`: the site's search in the terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from generator.building.indexing import index_content
from generator.cli.options import content_option
from generator.cli.progress_bar import watched
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.findings import printable
from generator.model.lao import LAO_TYPES
from generator.search.finder import SHOWN, Finder, ResultKind
from generator.search.full_text import FullText
from generator.search.merged_results import SearchResult, SearchResults, answer
from generator.search.narrowing import BUDGETS, Narrowing, Order, values_of
from generator.search.sections import Part, SearchedLao
from generator.settings import Settings, resolve_today
from generator.thai.numerals import format_baht, to_arabic
from generator.thai.text import closest, quoted

KIND_WORDS: dict[str, str] = {
    ResultKind.LAO: "อปท.",
    ResultKind.PROVINCE: "จังหวัด",
    ResultKind.PROJECT: "โครงการ",
    ResultKind.WORD: "ความหมายของคำ",
    ResultKind.FRAMEWORK: "กรอบระดับชาติ",
    ResultKind.PAGE: "หน้าเว็บไซต์",
    Part.POSITION: "ตำแหน่งใน IDP",
    Part.STRATEGY: "ยุทธศาสตร์",
    Part.DOCUMENT: "เนื้อหาของแผน",
    Part.RESULTS: "ผลการดำเนินงาน",
    Part.GUIDELINES: "แนวทาง",
    Part.IDENTITY: "ข้อมูล อปท.",
    Part.YEAR: "ปีงบประมาณ",
    Part.EVIDENCE: "หลักฐาน ITA",
    Part.FILES: "ไฟล์ดาวน์โหลด",
}
_FACET_WORDS = {
    "province": "จังหวัด",
    "lao": "รหัส อปท.",
    "year": "ปีงบประมาณ",
    "department": "ส่วนราชการ",
    "strategy": "ยุทธศาสตร์",
    "competency": "สมรรถนะ",
}
_BUDGET_NAMES = [name for name, _, _ in BUDGETS]


@click.command(cls=ThaiCommand, name="search")
@click.argument("query", metavar="TEXT")
@content_option
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
@click.option("--limit", type=click.IntRange(1, 1000), default=SHOWN, metavar="N", help="จำนวนผลสูงสุด")
@click.option("--province", metavar="NAME", help="เฉพาะแผนในจังหวัดนี้")
@click.option("--type", "lao_type", type=click.Choice(sorted(set(LAO_TYPES.values()))), help="เฉพาะแผนของ อปท. ประเภทนี้")
@click.option("--lao", metavar="CODE", help="เฉพาะแผนของ อปท. รหัสนี้")
@click.option("--part", type=click.Choice([part.value for part in Part]), help="เฉพาะส่วนนี้ของแผน")
@click.option("--year", metavar="YEAR", help="เฉพาะปีงบประมาณนี้ เช่น 2568")
@click.option("--department", metavar="NAME", help="เฉพาะส่วนราชการนี้ เช่น กองคลัง")
@click.option("--strategy", metavar="NAME", help="เฉพาะยุทธศาสตร์นี้ ตามชื่อในแผน")
@click.option("--competency", metavar="NAME", help="เฉพาะสมรรถนะนี้")
@click.option("--budget", type=click.Choice(_BUDGET_NAMES), help="เฉพาะโครงการที่ใช้เงินในช่วงนี้ (บาท)")
@click.option(
    "--sort",
    type=click.Choice([order.value for order in Order]),
    default=Order.BEST.value,
    help="ตรงที่สุดก่อน หรือเรียงตามเงินมากหรือน้อย",
)
def command(
    query: str, content: Path, output: str, limit: int, sort: str, lao_type: str | None, **facets: str | None
) -> int:
    """ค้นชื่อ อปท. โครงการ และข้อความในแผน

    ค้นชื่อจังหวัด กรอบระดับชาติ และหน้าเว็บไซต์ด้วย พิมพ์บางส่วนก็พบ เลขไทยกับเลขอารบิกถือว่าเหมือนกัน
    และใช้คำย่อได้ เช่น phaen search "ทต.โพนทอง"
    """
    narrowing = _narrowing(lao_type, facets)
    index = index_content(Settings(content=content, today=resolve_today(None)), watched("กำลังอ่านข้อมูล"))
    _refuse_unknown(narrowing, index.laos)
    finder, full_text = Finder(index.finder.items()), FullText(index.laos)
    found = answer(finder, full_text, query, limit, narrowing, Order(sort))
    if output == "json":
        click.echo(json.dumps([_record(one) for one in found.shown], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found)))
    return 0


def _narrowing(lao_type: str | None, facets: dict[str, str | None]) -> Narrowing:
    part, year, lao, province = (facets.pop(name) for name in ("part", "year", "lao", "province"))
    return Narrowing(
        type=lao_type,
        part=Part(part) if part else None,
        year=to_arabic(year) if year else None,
        lao=to_arabic(lao) if lao else None,
        province=province.removeprefix("จังหวัด") if province else None,
        **facets,
    )


def _refuse_unknown(narrowing: Narrowing, laos: Sequence[SearchedLao]) -> None:
    """Raise UsageError for a filter value that no plan has, as it is probably mistyped."""
    for facet, words in _FACET_WORDS.items():
        wanted = getattr(narrowing, facet)
        known = {value for lao in laos for section in lao.sections for value in values_of(lao, section)[facet]}
        if wanted is not None and wanted not in known:
            near = closest(wanted, sorted(known)) or next((one for one in sorted(known) if wanted in one), None)
            hint = f" อาจหมายถึง {quoted(near)}" if near else ""
            raise UsageError(f"ไม่มี{words} {quoted(wanted)} ในแผนที่ค้นได้{hint}")


def _record(one: SearchResult) -> dict[str, str]:
    record = {"kind": one.kind, "title": one.title, "address": one.address, "excerpt": one.excerpt, "match": one.match}
    record |= {"lao": one.lao} if one.lao else {}
    return record | ({"baht": str(one.baht)} if one.baht is not None else {})


def _lines(found: SearchResults) -> list[str]:
    lines = [printable(found.said)]
    for one in found.shown:
        baht = f"{format_baht(one.baht, 'arabic')} บาท" if one.baht is not None else None
        detail = " · ".join(printable(text) for text in (one.lao, baht, one.excerpt) if text)
        lines += [f"  {KIND_WORDS[one.kind]}  {printable(one.title)}", f"    {one.address}"]
        lines += [f"    {detail}"] if detail else []
    return lines
