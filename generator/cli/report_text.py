"""What came of a build, as a few Thai lines."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.building.build import Report
from generator.cli.finding_text import counts_text, findings_text, shown_path
from generator.findings import Severity, has_errors

_SHOWN_ERRORS = 20


def announce(what: str) -> None:
    """Tell whoever is watching that something long has begun."""
    if sys.stderr.isatty():
        click.echo(f"{what} ...", err=True)


def show_report(report: Report, out: Path, content: Path, *, laos: int | None = None, plans: int | None = None) -> int:
    """Print the summary, then the errors with their places; return the exit code."""
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    if errors:
        click.echo(findings_text(errors[:_SHOWN_ERRORS], content) + "\n")
        if len(errors) > _SHOWN_ERRORS:
            click.echo(f"และข้อผิดพลาดอีก {len(errors) - _SHOWN_ERRORS:,} รายการ ดูทั้งหมดด้วยคำสั่ง phaen check\n")
    counts = [f"{report.pages:,} หน้า"]
    counts += [f"อปท. {laos:,} แห่ง"] if laos is not None else []
    counts += [f"แผน {plans:,} ฉบับ"] if plans is not None else []
    click.echo(f"เขียนลง {shown_path(out)} แล้ว: {' '.join(counts)} ใช้เวลา {report.seconds:.1f} วินาที")
    if report.warnings:
        click.echo(f"คำเตือนของ MkDocs {len(report.warnings):,} รายการ (ดูข้างต้น)")
    if report.findings:
        click.echo(f"ข้อมูลมี {counts_text(report.findings)}")
    else:
        click.echo("ไม่พบข้อผิดพลาดในข้อมูล")
    if errors:
        click.echo("หน้าของข้อมูลที่ผิดพลาดบอกไว้ว่าอ่านข้อมูลไม่ได้ ส่วนหน้าอื่นสร้างครบ")
    return int(has_errors(errors))
