"""`phaen fix`: applies safe repairs, shows the changed lines, and keeps the old file as a backup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.thai_help import ThaiCommand
from generator.drafting.repairing import ENCODING, Repaired, repair
from generator.drafting.rewriting import read_bytes, rewrite
from generator.errors import UsageError
from generator.findings import printable

_YAML = (".yml", ".yaml")
_AROUND = 2
"""Unchanged lines shown around a changed one."""
_LONGEST = 400
"""Most characters shown per line."""


@click.command(cls=ThaiCommand, name="fix")
@click.argument("files", nargs=-1, required=True, metavar="FILE ...")
@click.option("--text", "words", is_flag=True, help="ซ่อมคำไทยที่เสียจากการแปลงไฟล์ด้วย เฉพาะคำที่พจนานุกรมบอกได้แน่ชัด")
@click.option("--dry-run", is_flag=True, help="แสดงอย่างเดียว ไม่เขียนไฟล์")
def command(files: tuple[str, ...], words: bool, dry_run: bool) -> int:
    """แก้ตัวพิมพ์ที่แก้ได้แน่นอน และแสดงสิ่งที่แก้

    แก้เฉพาะสิ่งที่แก้แล้วข้อความที่เห็นไม่เปลี่ยน ทีละบรรทัด

    \b
    แท็บที่ย่อหน้า วรรคพิเศษ อักขระที่มองไม่เห็น รหัสตัวอักษร (TIS-620, UTF-16)
    สระอำที่แตกเป็นสองตัว ลำดับวรรณยุกต์ สระซ้ำ และการขึ้นบรรทัดแบบ Windows

    ไฟล์เดิมเก็บไว้ข้างกัน ชื่อลงท้ายด้วย .phaen-bak
    """
    refused: list[str] = []
    for name in dict.fromkeys(files):
        try:
            _fix(Path(name), words=words, dry_run=dry_run)
        except UsageError as error:
            refused.append(f"“{printable(name[:200])}” {error}")
    if refused:
        raise UsageError("\n".join(refused))
    return 0


def _fix(file: Path, *, words: bool, dry_run: bool) -> None:
    content = read_bytes(file)
    repaired = repair(content, is_yaml=file.suffix.lower() in _YAML, words=words)
    shown = printable(str(file))
    if not repaired.is_changed:
        click.echo(f"{shown}: ไม่มีสิ่งที่ต้องแก้")
        return
    for line in _difference(repaired, shown):
        click.echo(line)
    click.echo(f"{shown}: {'จะแก้' if dry_run else 'แก้'} {_summary(repaired)}")
    if not dry_run:
        backup = rewrite(file, content, repaired.after.encode("utf-8"))
        click.echo(f"  ไฟล์เดิมเก็บไว้ที่ {printable(backup.name)}")


def _summary(repaired: Repaired) -> str:
    """Return the kinds of repairs with their counts, the encoding without one."""
    parts = [
        f"{name} จาก {repaired.encoding} เป็น UTF-8" if name == ENCODING else f"{name} {count:,} แห่ง"
        for name, count in repaired.done.items()
    ]
    return " · ".join(parts)


def _difference(repaired: Repaired, name: str) -> Iterator[str]:
    """Yield a unified diff; repairs keep the number of lines, so lines pair up."""
    old, new = repaired.before.split("\n"), repaired.after.split("\n")
    changed = [at for at, (before, after) in enumerate(zip(old, new, strict=True)) if before != after]
    if not changed:
        return
    yield click.style(f"--- {name} (เดิม)", bold=True)
    yield click.style(f"+++ {name} (แก้แล้ว)", bold=True)
    for start, end in _hunks(changed, len(old)):
        yield click.style(f"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@", fg="cyan")
        removed: list[str] = []
        added: list[str] = []
        for at in range(start, end):
            if old[at] == new[at]:
                yield from (*removed, *added, f" {_line(old[at])}")
                removed, added = [], []
            else:
                removed.append(click.style(f"-{_line(old[at])}", fg="red"))
                added.append(click.style(f"+{_line(new[at])}", fg="green"))
        yield from (*removed, *added)


def _hunks(changed: list[int], length: int) -> Iterator[tuple[int, int]]:
    start = end = -1
    for at in changed:
        if start >= 0 and at - _AROUND <= end:
            end = min(at + _AROUND + 1, length)
            continue
        if start >= 0:
            yield start, end
        start, end = max(0, at - _AROUND), min(at + _AROUND + 1, length)
    yield start, end


def _line(text: str) -> str:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return printable(shown.replace("\t", "→"))
