"""`phaen check`: reads content as a build does, runs the rules and prints the findings."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.building.checking import Checked, check_content
from generator.building.found import Counts, FoundCounts
from generator.checks.items import CheckBasis
from generator.checks.runner import check_text
from generator.cli.check_targets import read_targets
from generator.cli.count_text import found_text, frameworks_text, strict_text
from generator.cli.finding_explained import explanation
from generator.cli.finding_files import FindingFiles, shown_path
from generator.cli.finding_text import counts_text, rules_text, text_blocks
from generator.cli.loose_texts import read_text
from generator.cli.office_files import is_workbook, refuse_own_input, write_whole
from generator.cli.options import content_option
from generator.cli.progress_bar import watched
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.findings import Finding, Severity, has_errors
from generator.model.lao import RegisteredLao
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.registry import read_registry
from generator.settings import resolve_today
from generator.words import commands

FORMATS = ("text", "json", "github", "sarif")
_FOR_PROGRAMS = ("json", "sarif")
"""Formats whose output is only the findings."""
_MEND = "ให้แก้ตามวิธีแก้ข้างต้น"
_MEND_OR_ANSWER = f"{_MEND} หรือชี้แจงใน acknowledged: ของ plan.yml"


@click.command(cls=ThaiCommand, name="check")
@click.argument("targets", nargs=-1, metavar="[CODE|PATH ...]")
@content_option
@click.option(
    "--format",
    "output",
    type=click.Choice(FORMATS),
    default="text",
    metavar="|".join(FORMATS),
    help="รูปแบบผล: text สำหรับอ่าน json สำหรับโปรแกรม github สำหรับ GitHub Actions sarif สำหรับโปรแกรมตรวจอื่น",
)
@click.option("--strict", is_flag=True, help="ถือว่า “ควรตรวจ” ที่ อปท. ยังไม่ได้ตอบ เป็นข้อผิดพลาดด้วย (ส่งกลับเลข 1)")
@click.option("--all", "every", is_flag=True, help="แสดงทุกแห่งที่พบ ไม่ย่อ")
@click.option("--explain", metavar="CODE", help="อธิบายข้อตรวจ เช่น YAML-021 หรือทั้งหมวด เช่น YAML")
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="FILE",
    help="ตรวจตัวพิมพ์ และชื่อ ปี ลำดับ ตาราง ของไฟล์ข้อความใด ๆ (ใช้ซ้ำได้ - คือข้อความที่ส่งเข้ามา)",
)
@click.option(
    "--registry",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="ทะเบียน อปท. (CSV) สำหรับเทียบรหัส ชื่อ อำเภอ และจังหวัด",
)
@click.option("--today", metavar="DATE", help=commands.TODAY)
@click.option(
    "--annotate",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="เมื่อตรวจสมุดงาน: เขียนสมุดงานใหม่ที่มีสิ่งที่พบอยู่ในช่อง (.xlsx)",
)
def command(
    targets: tuple[str, ...],
    content: Path,
    output: str,
    strict: bool,
    every: bool,
    explain: str | None,
    texts: tuple[str, ...],
    registry: Path | None,
    today: str | None,
    annotate: Path | None,
) -> int:
    """ตรวจไฟล์ข้อมูล และบอกจุดที่ต้องแก้ พร้อมวิธีแก้

    ไม่ระบุอะไร ตรวจทั้งหมด หรือระบุรหัส อปท. โฟลเดอร์ ไฟล์ หรือสมุดงาน เช่น phaen check 5440502
    """
    if explain is not None:
        click.echo(explanation(explain))
        return 0
    if texts:
        if targets:
            raise UsageError("--text ใช้ตรวจไฟล์ข้อความโดยลำพัง ให้สั่งตรวจรหัส อปท. หรือโฟลเดอร์อีกครั้งหนึ่ง")
        others = read_registry(registry) if registry else {}
        return _check_texts(texts, output, strict, every, content, resolve_today(today), others)
    if any(map(is_workbook, targets)):
        if len(targets) > 1:
            raise UsageError("ตรวจสมุดงานได้ครั้งละหนึ่งไฟล์")
        return _check_workbook(Path(targets[0]), content, output, strict, every, today, annotate)
    if annotate:
        raise UsageError("--annotate ใช้เมื่อตรวจสมุดงาน เช่น phaen check ตรวจทาน.xlsx --annotate คำตอบ.xlsx")
    known = read_registry(registry) if registry else None
    scope = read_targets(targets, content)
    checked = check_content(content, resolve_today(today), scope, registry=known, watch=watched("กำลังตรวจ"))
    found = FoundCounts()
    found.add(checked.findings)
    _show(checked.findings, FindingFiles(content), output, every)
    _tell_of_counts(found, output, _scope(checked))
    # National documents have no officer to answer warnings: they count only if checked alone.
    alone = scope.frameworks and not scope.everything and not checked.laos
    failing = (
        Counter({one: n for one, n in found.of_frameworks.items() if one[0] is Severity.WARNING})
        if alone
        else found.open_warnings
    )
    return _end(checked.findings, failing if strict else Counter(), output, _MEND if alone else _MEND_OR_ANSWER)


def _check_workbook(
    file: Path, content: Path, output: str, strict: bool, every: bool, today: str | None, annotate: Path | None
) -> int:
    """Check a workbook and print its findings; with `--annotate`, write a copy with findings at the cells."""
    # Late: importing the workbook code takes a quarter of a second.
    from generator.intake.our_books import read_our_book
    from generator.intake.template_books import answer_book
    from generator.intake.workbook_check import check_book

    if annotate:
        refuse_own_input(annotate, file)
    book = read_our_book(file)
    checked = check_book(str(file), book, DiskTree(content), resolve_today(today))
    findings = list(checked.findings)
    _show(findings, FindingFiles(content, {str(file): ""}), output, every)
    found = FoundCounts()
    found.add(findings)
    _tell_of_counts(found, output, f"ตรวจสมุดงาน {book.content.code} รอบ {book.content.cycle}")
    if annotate:
        write_whole(annotate, answer_book(book, checked.notes))
        click.echo(f"สร้าง {shown_path(annotate)} แล้ว", err=output in _FOR_PROGRAMS)
    return _end(findings, found.open_warnings if strict else Counter(), output, _MEND)


def _check_texts(
    names: Sequence[str],
    output: str,
    strict: bool,
    every: bool,
    content: Path,
    today: datetime.date,
    registry: dict[str, RegisteredLao],
) -> int:
    """Check all readable texts, then fail if one is unreadable."""
    # Late: what reads tables takes a fifth of a second to load.
    from generator.intake.plain_text.text_check import check_text_plan

    read: dict[str, str] = {}
    refused: list[UsageError] = []
    for name in dict.fromkeys(names):
        try:
            read[name] = read_text(name)
        except UsageError as error:
            refused.append(error)
    reference = _reference(content, today, registry)
    findings = [
        finding
        for name, text in read.items()
        for finding in sorted([*check_text(name, text), *check_text_plan(name, text, reference)], key=_place)
    ]
    if read:
        _show(findings, FindingFiles(Path(), read), output, every)
    found = FoundCounts(apart=False)
    found.add(findings)
    if read:
        _tell_of_counts(found, output, f"ตรวจข้อความ {len(read):,} ไฟล์")
    code = _end(findings, found.open_warnings if strict else Counter(), output, _MEND)
    if refused:
        raise UsageError("\n".join(map(str, refused))) from refused[0]
    return code


def _reference(content: Path, today: datetime.date, registry: dict[str, RegisteredLao]) -> CheckBasis:
    """Return what a text is compared with: the national documents, if there is a content folder."""
    frameworks = read_frameworks(DiskTree(content)).documents if content.is_dir() else ()
    return CheckBasis(frameworks, today, registry)


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.location.line, finding.location.column, finding.code, finding.message


def _end(findings: list[Finding], failing: Counts, output: str, remedy: str) -> int:
    """Return the exit code; print last why `--strict` failed, except in formats for programs."""
    if has_errors(findings):
        return 1
    if failing:
        click.echo(strict_text(failing, remedy), err=output in _FOR_PROGRAMS)
    return int(bool(failing))


def _scope(checked: Checked) -> str:
    scope = f"ตรวจ อปท. {checked.laos:,} แห่ง แผน {checked.plans:,} ฉบับ กรอบระดับชาติ {checked.frameworks:,} ฉบับ"
    if checked.elsewhere:
        scope += f" ไม่ได้แสดง {counts_text(checked.elsewhere)} ในไฟล์อื่นของ อปท. เดียวกัน"
    if not checked.unreadable:
        return scope
    return f"{scope} อ่านแผนไม่ได้ {checked.unreadable:,} ฉบับ จึงยังไม่ได้ตรวจข้ออื่นของแผนนั้น แก้แล้วสั่งตรวจอีกครั้ง"


def _show(findings: list[Finding], files: FindingFiles, output: str, every: bool) -> None:
    for part in _parts(findings, files, output, every):
        click.echo(part)
    if output == "text" and (table := rules_text(findings)):
        click.echo(table + "\n")


def _tell_of_counts(found: FoundCounts, output: str, scope: str) -> None:
    if output in _FOR_PROGRAMS:
        return
    click.echo(f"{found_text(found)} ({scope})")
    if apart := frameworks_text(found):
        click.echo(apart)


def _parts(findings: list[Finding], files: FindingFiles, output: str, every: bool) -> Iterator[str]:
    # Late: each is needed for one format only.
    if output == "json":
        from generator.cli.finding_records import findings_json

        return findings_json(findings, files)
    if output == "sarif":
        from generator.cli.finding_sarif import findings_sarif

        return findings_sarif(findings, files)
    if output == "github":
        from generator.cli.finding_github import findings_github

        return findings_github(findings, files)
    return (block + "\n" for block in text_blocks(findings, files, every=every))
