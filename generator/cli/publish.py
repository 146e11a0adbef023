"""`phaen publish`: builds pushes and lets them go live."""

from __future__ import annotations

import click

from generator.cli.building_options import jobs_option
from generator.cli.site_options import site_option
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.findings import printable_lines
from generator.publishing.builder import Builder
from generator.publishing.release_making import ReleaseMaker
from generator.publishing.site_dir import SiteDir


@click.command(cls=ThaiCommand, name="publish")
@click.option("--queued", is_flag=True, help="ทำเฉพาะเมื่อมีรายการรออยู่ และไม่ยกเลิกการย้อนรุ่น (hook ใช้แบบนี้)")
@click.option("--follow", is_flag=True, help="ทำงานต่อเนื่อง เผยแพร่ทุกครั้งที่มีการส่ง และเมื่อขึ้นวันใหม่ หยุดด้วย Ctrl+C")
@jobs_option
@site_option
def command(site: SiteDir, queued: bool, follow: bool, jobs: int | None) -> int:
    """สร้างเว็บไซต์จากข้อมูลที่รับไว้แล้วเผยแพร่

    ถ้าสร้างหรือตรวจไม่ผ่าน เว็บไซต์เดิมยังอยู่ครบ สั่งเองโดยไม่มีตัวเลือก จะยกเลิกการย้อนรุ่นด้วย
    """
    if queued and follow:
        raise UsageError("--queued และ --follow ใช้พร้อมกันไม่ได้")

    def say(line: str) -> None:
        click.echo(printable_lines(line), err=True)

    builder = Builder(site, ReleaseMaker(site, jobs=jobs), say)
    if follow:
        builder.follow()
    elif not builder.run(by_hand=not queued):
        say("มีโปรแกรมสร้างเว็บไซต์ทำงานอยู่แล้ว โปรแกรมนั้นจะทำรายการนี้ให้")
    return 0
