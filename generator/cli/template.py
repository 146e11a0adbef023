"""`phaen template`: writes the workbook of a plan for Excel, blank or filled from content/."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.finding_files import shown_path
from generator.cli.office_files import write_whole
from generator.cli.options import content_option, read_code
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle


@click.command(cls=ThaiCommand, name="template")
@click.argument("code", metavar="CODE")
@content_option
@click.option("--cycle", "cycle_text", metavar="CYCLE", help="รอบแผน เช่น 2570-2572 (ปกติคือแผนล่าสุด)")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FILE", help="ไฟล์ .xlsx ที่จะสร้าง")
def command(code: str, content: Path, cycle_text: str | None, out: Path) -> None:
    """สร้างสมุดงาน Excel ของแผน ให้กรอกหรือแก้ แล้วนำกลับเข้าด้วย phaen import

    \b
    แผนที่มีอยู่:  phaen template 5440502 --out แผน.xlsx
    แบบเปล่า:     phaen template 5440502 --cycle 2570-2572 --out แผนใหม่.xlsx
    """
    from generator.intake.template_books import filled_content, template_book

    try:
        cycle = Cycle.parse(cycle_text) if cycle_text else None
    except ValueError as error:
        raise UsageError(f"--cycle: {error}") from error
    plan = filled_content(DiskTree(content), read_code(code), cycle)
    write_whole(out, template_book(plan))
    click.echo(f"สร้าง {shown_path(out)} ของ {plan.code} รอบ {plan.cycle} แล้ว")
    click.echo(f"กรอกหรือแก้ใน Excel หรือ LibreOffice แล้วสั่ง phaen check {shown_path(out)}")
