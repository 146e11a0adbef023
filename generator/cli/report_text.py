"""Prints the result of a build in a few Thai lines."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.building.build_report import BuildReport
from generator.cli.count_text import found_text, frameworks_text
from generator.cli.finding_files import FindingFiles, shown_path
from generator.cli.finding_text import findings_text
from generator.findings import Severity, has_errors, printable

_SHOWN_ERRORS = 20
_NAMED = 10
"""Most LAOs named in a message about many."""


def announce(what: str) -> None:
    """Print, on a terminal only, that long work has begun."""
    if sys.stderr.isatty():
        click.echo(f"{what} ...", err=True)


def show_report(
    report: BuildReport,
    out: Path,
    content: Path,
    *,
    seconds: float,
) -> int:
    """Print the errors with locations, then the summary, with counts as in `phaen check`.

    `seconds` is the total time. Returns the exit code.
    """
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    if errors:
        click.echo(findings_text(errors[:_SHOWN_ERRORS], FindingFiles(content)) + "\n")
        if len(errors) > _SHOWN_ERRORS:
            click.echo(f"และข้อผิดพลาดอีก {len(errors) - _SHOWN_ERRORS:,} รายการ ดูทั้งหมดด้วยคำสั่ง phaen check\n")
    counts = [f"{report.pages:,} หน้า", f"อปท. {report.laos:,} แห่ง", f"แผน {report.plans:,} ฉบับ"]
    counts += [f"(อ่านไม่ได้ {report.unreadable:,} ฉบับ)"] if report.unreadable else []
    click.echo(f"เขียนลง {shown_path(out)} แล้ว: {' '.join(counts)} ใช้เวลา {seconds:.1f} วินาที")
    if report.warnings:
        click.echo(f"คำเตือนของ MkDocs {len(report.warnings):,} รายการ")
        for warning in report.warnings:
            click.echo(f"  {printable(warning)}")
    click.echo(found_text(report.found))
    if apart := frameworks_text(report.found):
        click.echo(apart)
    if errors:
        click.echo("ข้อผิดพลาดต้องแก้ก่อนเผยแพร่ หน้าที่อ่านข้อมูลไม่ได้บอกไว้เช่นนั้น ส่วนหน้าอื่นสร้างครบ")
    for code, reason in report.failed:
        click.echo(f"ทำหน้าของ อปท. {code} ไม่สำเร็จเพราะโปรแกรมขัดข้อง ({printable(reason)}) โปรดแจ้งผู้พัฒนา หน้าอื่นสร้างครบ")
    if report.lacking:
        named = ", ".join(report.lacking[:_NAMED]) + (" ..." if len(report.lacking) > _NAMED else "")
        click.echo(
            f"ทำไฟล์ดาวน์โหลด (PDF หรือ Excel) ของ อปท. {len(report.lacking):,} แห่งไม่สำเร็จเพราะโปรแกรมขัดข้อง ({named}) "
            "หน้าเว็บสร้างครบ คำสั่งครั้งต่อไปจะลองทำอีก โปรดแจ้งผู้พัฒนา"
        )
    if report.spoilt:
        click.echo(f"ผลที่เก็บไว้ของ อปท. {report.spoilt:,} แห่งเสียหาย จึงทำใหม่แล้ว")
    if report.not_kept:
        click.echo(f"เก็บผลไว้ใน {report.not_kept} ไม่ได้ (ดิสก์เต็มหรือไม่มีสิทธิ์เขียน) เว็บไซต์สร้างครบ แต่ครั้งต่อไปจะช้าเท่าเดิม")
    return int(has_errors(errors) or bool(report.failed or report.lacking))


def show_stages(report: BuildReport) -> None:
    """Print the time of each stage, and how much came from the cache."""
    kept = report.laos - report.made
    click.echo(f"ทำใหม่ {report.made:,} อปท. ใช้ผลที่เก็บไว้ {kept:,} อปท.", err=True)
    stages = "  ".join(f"{stage} {seconds:.1f}" for stage, seconds in report.seconds.items())
    click.echo(f"เวลาแต่ละขั้น (วินาที): {stages}", err=True)
