"""`phaen rollback`: makes an earlier release live at once."""

from __future__ import annotations

import click

from generator.cli.site_options import site_option
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.publishing.release_folders import roll_back
from generator.publishing.site_dir import SiteDir


@click.command(cls=ThaiCommand, name="rollback")
@click.argument("steps", type=click.IntRange(1, 10_000), required=False, metavar="[N]")
@click.option("--to", metavar="ID", help="รุ่นที่ต้องการ ตาม phaen releases")
@click.option("--forward", is_flag=True, help="ไปรุ่นที่ใหม่กว่า N รุ่น")
@site_option
def command(site: SiteDir, steps: int | None, to: str | None, forward: bool) -> int:
    """ให้เว็บไซต์กลับไปเป็นรุ่นก่อนหน้า N รุ่น (ปกติ 1) ทันที

    ข้อมูลในคลังไม่เปลี่ยน สิ่งที่ส่งเข้ามาหลังจากนี้รับและสร้างไว้ แต่ยังไม่เผยแพร่ จนกว่าจะสั่ง phaen publish
    """
    if to and (steps or forward):
        raise UsageError("--to ใช้กับ N และ --forward ไม่ได้")
    site.settings()
    was, now = roll_back(site, -(steps or 1) if forward else steps or 1, to)
    click.echo(f"เปลี่ยนจาก {was} เป็น {now} แล้ว")
    click.echo("รุ่นใหม่จะยังไม่เผยแพร่ จนกว่าจะสั่ง phaen publish", err=True)
    return 0
