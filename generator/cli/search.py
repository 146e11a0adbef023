"""`phaen search`: what the site's search box finds, in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.building.indexing import index_content
from generator.cli.options import content_option
from generator.cli.thai_help import ThaiCommand
from generator.findings import printable
from generator.search.finder import SHOWN, Finder, Found, Kind, Match
from generator.settings import Settings, resolve_today

KIND_WORDS = {
    Kind.LAO: "อปท.",
    Kind.PROVINCE: "จังหวัด",
    Kind.PROJECT: "โครงการ",
    Kind.FRAMEWORK: "กรอบระดับชาติ",
    Kind.PAGE: "หน้าเว็บไซต์",
}


@click.command(cls=ThaiCommand, name="search")
@click.argument("query", metavar="TEXT")
@content_option("content", "โฟลเดอร์ข้อมูล (ปกติคือ content)")
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
@click.option("--limit", type=click.IntRange(1, 1000), default=SHOWN, metavar="N", help="จำนวนผลสูงสุด")
def command(query: str, content: Path, output: str, limit: int) -> int:
    """ค้นชื่อ อปท. จังหวัด โครงการ กรอบระดับชาติ และหน้าเว็บไซต์

    พิมพ์บางส่วนของชื่อก็พบ เลขไทยกับเลขอารบิกถือว่าเหมือนกัน และใช้คำย่อได้ เช่น phaen search "ทต.โพนทอง"
    """
    index = index_content(Settings(content=content, today=resolve_today(None)))
    found = Finder(index.items()).find(query, limit)
    if output == "json":
        click.echo(json.dumps([_record(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(query, found)))
    return 0


def _record(one: Found) -> dict[str, str]:
    item = one.item
    return {
        "kind": item.kind.value,
        "title": item.title,
        "address": item.address,
        "excerpt": item.detail,
        "match": one.match.value,
    }


def _lines(query: str, found: list[Found]) -> list[str]:
    shown = printable(query[:60])
    if not found:
        return [f"ไม่พบ “{shown}” ลองพิมพ์บางส่วนของชื่อ หรือตรวจตัวสะกด"]
    similar = found[0].match is Match.SIMILAR
    head = f"ไม่พบ “{shown}” ชื่อที่ใกล้เคียง" if similar else f"พบ {len(found):,} รายการ"
    lines = [head]
    for one in found:
        detail = f" ({printable(one.item.detail)})" if one.item.detail else ""
        lines += [f"  {KIND_WORDS[one.item.kind]}  {printable(one.item.title)}{detail}", f"    {one.item.address}"]
    return lines
