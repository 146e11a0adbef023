"""What came of a build, as a few Thai lines."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from generator.building.build import Report
from generator.cli.finding_places import FindingFiles, shown_path
from generator.cli.finding_text import WORDS, findings_text
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
    found: Counter[tuple[Severity, str]],
    laos: int | None = None,
    plans: int | None = None,
) -> int:
    """Print the errors with their places, then the summary; `found` counts the others, which stand on the pages.

    `seconds` is how long all of it took. Returns the exit code.
    """
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    if errors:
        click.echo(findings_text(errors[:_SHOWN_ERRORS], FindingFiles(content)) + "\n")
        if len(errors) > _SHOWN_ERRORS:
            click.echo(f"และข้อผิดพลาดอีก {len(errors) - _SHOWN_ERRORS:,} รายการ ดูทั้งหมดด้วยคำสั่ง phaen check\n")
    counts = [f"{report.pages:,} หน้า"]
    counts += [f"อปท. {laos:,} แห่ง"] if laos is not None else []
    counts += [f"แผน {plans:,} ฉบับ"] if plans is not None else []
    click.echo(f"เขียนลง {shown_path(out)} แล้ว: {' '.join(counts)} ใช้เวลา {seconds:.1f} วินาที")
    if report.warnings:
        click.echo(f"คำเตือนของ MkDocs {len(report.warnings):,} รายการ (ดูข้างต้น)")
    totals: Counter[Severity] = Counter()
    for (severity, _), number in found.items():
        totals[severity] += number
    counted = " ".join(f"{word} {totals[severity]:,}" for severity, word in WORDS.items() if totals[severity])
    if errors:
        click.echo(f"ข้อมูลมี {counted}")
    else:
        click.echo("ไม่พบข้อผิดพลาดในข้อมูล" + (f" มี {counted} แสดงไว้ในหน้าที่เกี่ยวข้อง" if counted else ""))
    if errors:
        click.echo("ข้อผิดพลาดต้องแก้ก่อนเผยแพร่ หน้าที่อ่านข้อมูลไม่ได้บอกไว้เช่นนั้น ส่วนหน้าอื่นสร้างครบ")
    return int(has_errors(errors))
