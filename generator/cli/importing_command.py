"""`phaen import`: reads Word, Excel and PDF files into a workbook for review, and a reviewed workbook into content/."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from generator.cli.finding_files import FindingFiles, shown_path
from generator.cli.finding_text import findings_text
from generator.cli.office_files import write_whole
from generator.cli.options import content_option, read_code
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.findings import has_errors, printable
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle

_MOST_LINES = 200
"""Most lines of a diff shown."""
_MAPPING_FILES = (".yml", ".yaml")


@click.command(cls=ThaiCommand, name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE ...", type=click.Path(path_type=Path))
@content_option
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="สมุดงานสำหรับตรวจทานที่จะสร้าง (.xlsx)")
@click.option(
    "--for", "whose", metavar="CODE/CYCLE", help="ใช้คู่กับ --out: รหัส อปท. และรอบแผนของเอกสาร เช่น 5440502/2570-2572"
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="ใช้คู่กับ --out: ความหมายของคอลัมน์ในตารางแบบอื่น เป็นไฟล์จับคู่ หรือสมุดงานตรวจทานที่ตอบแล้ว",
)
@click.option(
    "--save-mapping",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="เขียนคำตอบในสมุดงานตรวจทานเป็นไฟล์จับคู่ ให้ อปท. อื่นใช้",
)
@click.option("--into", metavar="CODE/CYCLE", help="นำสมุดงานที่ตรวจทานแล้วเข้าแผนนี้ เช่น 5440502/2570-2572")
@click.option("--accept-doubts", is_flag=True, help="ใช้คู่กับ --into: นำเข้าทั้งที่ยังมีสิ่งที่ต้องดู และจดไว้เป็นหมายเหตุ")
@click.option("--dry-run", is_flag=True, help="ใช้คู่กับ --into: แสดงสิ่งที่จะเปลี่ยน ไม่เขียนไฟล์")
def command(
    files: tuple[Path, ...],
    content: Path,
    out: Path | None,
    whose: str | None,
    mapping: Path | None,
    save_mapping: Path | None,
    into: str | None,
    accept_doubts: bool,
    dry_run: bool,
) -> int:
    """นำแผนจากไฟล์ Word, Excel หรือ PDF เข้าเป็นข้อมูล โดยตรวจทานในสมุดงานก่อน

    \b
    ๑ อ่านเอกสาร:  phaen import แผน.docx --for 5440502/2570-2572 --out ตรวจทาน.xlsx
    ๒ ตรวจ:        phaen check ตรวจทาน.xlsx --annotate คำตอบ.xlsx
    ๓ นำเข้า:       phaen import ตรวจทาน.xlsx --into 5440502/2570-2572

    \b
    ถ้าแผ่น “ถามความหมายคอลัมน์” มีคำถาม ให้ตอบ แล้วทำข้อ ๑ ใหม่ด้วย --mapping ตรวจทาน.xlsx
    คำตอบเดียวกันใช้กับ อปท. อื่น:  phaen import ตรวจทาน.xlsx --save-mapping แบบจังหวัด.yml

    PDF ต้องมีข้อความ (ไม่ใช่ภาพสแกน) และติดตั้งส่วนเสริมก่อน: pip install "phaen[pdf]"

    ชื่อบุคคลในเอกสารไม่เข้ามาในสมุดงาน และไม่แสดงในข้อความใด
    """
    if sum(one is not None for one in (out, into, save_mapping)) != 1:
        raise UsageError(
            "ระบุอย่างใดอย่างหนึ่ง: --out เพื่อสร้างสมุดงานสำหรับตรวจทาน --into เพื่อนำสมุดงานเข้า หรือ --save-mapping เพื่อเขียนไฟล์จับคู่"
        )
    if out is not None:
        if accept_doubts or dry_run:
            raise UsageError("--accept-doubts และ --dry-run ใช้คู่กับ --into เท่านั้น")
        return _review(files, content, out, whose, mapping)
    if whose or mapping:
        raise UsageError("--for และ --mapping ใช้คู่กับ --out เท่านั้น")
    if len(files) != 1:
        raise UsageError("--into และ --save-mapping ใช้กับสมุดงานครั้งละหนึ่งไฟล์")
    if save_mapping is not None:
        if accept_doubts or dry_run:
            raise UsageError("--accept-doubts และ --dry-run ใช้คู่กับ --into เท่านั้น")
        return _save_mapping(files[0], save_mapping)
    code, cycle = _whose("--into", str(into))
    return _into(files[0], content, code, cycle, accept_doubts=accept_doubts, dry_run=dry_run)


def _whose(option: str, text: str) -> tuple[str, Cycle]:
    code, _, cycle = text.partition("/")
    try:
        return read_code(code), Cycle.parse(cycle)
    except ValueError as error:
        raise UsageError(f"{option}: เขียนรหัส อปท. ทับด้วยรอบแผน เช่น 5440502/2570-2572 ({error})") from error


def _review(files: tuple[Path, ...], content: Path, out: Path, whose: str | None, mapping: Path | None) -> int:
    from generator.intake.reviewing import review_files

    target = _whose("--for", whose) if whose else None
    review = review_files(files, DiskTree(content), target, mapping)
    write_whole(out, review.book)
    for line in review.summary:
        click.echo(printable(line))
    click.echo(f"สร้าง {shown_path(out)} แล้ว ตรวจทานใน Excel หรือ LibreOffice แล้วสั่ง phaen check {shown_path(out)}")
    return 0


def _save_mapping(file: Path, out: Path) -> int:
    from generator.intake.mapping_files import mapping_text, missing_answers, read_mapping

    mapping = read_mapping(file)
    if out.is_file() and not out.is_symlink() and out.suffix.lower() in _MAPPING_FILES:
        if missing := missing_answers(out, mapping):
            raise UsageError(
                f"มี {shown_path(out)} อยู่แล้ว จึงไม่เขียนทับ ให้ระบุชื่ออื่น หรือแก้ไฟล์เดิมให้มีบรรทัดเหล่านี้ แล้วใช้ไฟล์เดิม\n{missing}"
            )
        click.echo(f"{shown_path(out)} มีคำตอบเหล่านี้ครบแล้ว จึงไม่ได้เปลี่ยน")
        return 0
    write_whole(out, mapping_text(mapping).encode(), _MAPPING_FILES)
    count = sum(map(len, mapping.values()))
    click.echo(f"เขียน {shown_path(out)} แล้ว {count:,} คอลัมน์ ใช้ด้วย phaen import เอกสาร --mapping {shown_path(out)}")
    return 0


def _into(file: Path, content: Path, code: str, cycle: Cycle, *, accept_doubts: bool, dry_run: bool) -> int:
    from generator.intake.importing import plan_import, write_import
    from generator.intake.our_books import read_our_book

    planned = plan_import(read_our_book(file), DiskTree(content), code, cycle.slug, accept_doubts=accept_doubts)
    if not planned.new:
        click.echo("สมุดงานตรงกับข้อมูลที่มีอยู่แล้ว ไม่มีสิ่งใดต้องเปลี่ยน")
        return 0
    lines = list(planned.diff())
    for line in islice(lines, _MOST_LINES):
        click.echo(printable(line))
    if len(lines) > _MOST_LINES:
        click.echo(f"… และอีก {len(lines) - _MOST_LINES:,} บรรทัด")
    added = sum(line.startswith("+") and not line.startswith("+++") for line in lines)
    removed = sum(line.startswith("-") and not line.startswith("---") for line in lines)
    click.echo(f"เปลี่ยน {len(planned.new):,} ไฟล์ เพิ่ม {added:,} บรรทัด ตัด {removed:,} บรรทัด")
    if planned.kept_ids:
        click.echo(f"มีในแผนเดิมแต่ไม่มีในสมุดงาน จึงคงไว้: {', '.join(planned.kept_ids)}")
    if planned.findings:
        texts = {path: text for path, text in planned.new.items() if has_errors(planned.findings)}
        click.echo(findings_text(planned.findings, FindingFiles(content, texts)))
    if dry_run:
        click.echo("ยังไม่ได้เขียนไฟล์ (--dry-run)")
        return int(has_errors(planned.findings))
    write_import(planned, content)
    for path in planned.new:
        click.echo(f"เขียน {shown_path(content / path)}")
    click.echo(f"ขั้นต่อไป: phaen check {code} แล้ว phaen serve --only {code}")
    return 0
