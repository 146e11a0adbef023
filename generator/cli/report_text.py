"""What came of a build, as a few Thai lines."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.building.build import Report
from generator.building.found import FoundCounts
from generator.cli.count_text import found_text, frameworks_text
from generator.cli.finding_places import FindingFiles, shown_path
from generator.cli.finding_text import findings_text
from generator.findings import Severity, has_errors

_SHOWN_ERRORS = 20


def announce(what: str) -> None:
    """Tell whoever is watching that something long has begun."""
    if sys.stderr.isatty():
        click.echo(f"{what} ...", err=True)


def show_report(
    report: Report,
    out: Path,
    content: Path,
    *,
    seconds: float,
    found: FoundCounts,
    laos: int,
    plans: int,
    unreadable: int,
) -> int:
    """Print the errors with their places, then the summary, in which `found` is told as `phaen check` tells it.

    `seconds` is how long all of it took; of the plans, so many are `unreadable`. Returns the exit code.
    """
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    if errors:
        click.echo(findings_text(errors[:_SHOWN_ERRORS], FindingFiles(content)) + "\n")
        if len(errors) > _SHOWN_ERRORS:
            click.echo(f"และข้อผิดพลาดอีก {len(errors) - _SHOWN_ERRORS:,} รายการ ดูทั้งหมดด้วยคำสั่ง phaen check\n")
    counts = [f"{report.pages:,} หน้า", f"อปท. {laos:,} แห่ง", f"แผน {plans:,} ฉบับ"]
    counts += [f"(อ่านไม่ได้ {unreadable:,} ฉบับ)"] if unreadable else []
    click.echo(f"เขียนลง {shown_path(out)} แล้ว: {' '.join(counts)} ใช้เวลา {seconds:.1f} วินาที")
    if report.warnings:
        click.echo(f"คำเตือนของ MkDocs {len(report.warnings):,} รายการ (ดูข้างต้น)")
    click.echo(found_text(found))
    if apart := frameworks_text(found):
        click.echo(apart)
    if errors:
        click.echo("ข้อผิดพลาดต้องแก้ก่อนเผยแพร่ หน้าที่อ่านข้อมูลไม่ได้บอกไว้เช่นนั้น ส่วนหน้าอื่นสร้างครบ")
    return int(has_errors(errors))
