"""`phaen check`: read content as a build would, and print everything that is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click

from generator.cli.finding_text import counts_text, finding_record, findings_text, ordered, shown_path
from generator.cli.options import content_option
from generator.cli.progress import tracked
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.findings import Finding, has_errors
from generator.model.content import LaoFolder
from generator.reading.folders import LAO_FOLDER, find_lao_folders, find_symlinks
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao
from generator.thai.numerals import to_arabic

_CODE = re.compile(r"[0-9]{7}")


@dataclass(slots=True)
class _Targets:
    """What was asked for; nothing at all means everything."""

    codes: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    """Names of entries of plans/ that were named by their path, as findings name them."""
    everything: bool = False
    frameworks: bool = False


@click.command(cls=ThaiCommand, name="check")
@click.argument("targets", nargs=-1, metavar="[CODE|PATH ...]")
@content_option("content", "โฟลเดอร์ข้อมูล (ปกติคือ content)")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    help="รูปแบบผล: text สำหรับอ่าน json สำหรับโปรแกรม",
)
def command(targets: tuple[str, ...], content: Path, output: str) -> int:
    """ตรวจไฟล์ข้อมูล และบอกจุดที่ต้องแก้ พร้อมวิธีแก้

    ไม่ระบุอะไร ตรวจทั้งหมด หรือระบุรหัส อปท. โฟลเดอร์ หรือไฟล์ เช่น phaen check 5440502
    """
    wanted = _read_targets(targets, content)
    frameworks = read_frameworks(content)
    findings = list(frameworks.findings)
    laos: list[LaoFolder] = []
    if wanted.everything or wanted.codes or wanted.folders:
        folders, wrong_folders = find_lao_folders(content, () if wanted.everything else wanted.codes)
        findings += _of_targets(wrong_folders, wanted)
        if not (wanted.everything or wanted.codes):
            folders = {}
        framework_ids = frameworks.entry_ids()
        for code, paths in tracked(folders.items(), "กำลังตรวจ"):
            lao = read_lao(code, paths, content, framework_ids).folder
            laos.append(lao)
            findings += lao.findings
    if wanted.everything and (content / "pages").is_dir():
        findings += find_symlinks(content / "pages", content)
    _show(findings, laos, len(frameworks.documents), content, output)
    return int(has_errors(findings))


def _read_targets(targets: Iterable[str], content: Path) -> _Targets:
    wanted = _Targets()
    for target in targets:
        code = to_arabic(target)
        if _CODE.fullmatch(code):
            wanted.codes.append(code)
        else:
            _read_path(target, content, wanted)
    if not (wanted.codes or wanted.folders or wanted.frameworks):
        wanted.everything = True
    return wanted


def _read_path(target: str, content: Path, wanted: _Targets) -> None:
    candidates = (Path(target), content / target, content / "plans" / target)
    path = next((path for path in candidates if path.is_symlink() or path.exists()), None)
    if path is None:
        raise UsageError(f"ไม่พบ “{target[:100]}” ให้ระบุรหัส อปท. 7 หลัก หรือโฟลเดอร์หรือไฟล์ที่มีอยู่ใน {content}")
    # Without following a link in the last part: a link is what may be wrong.
    absolute = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    root = content.resolve()
    if not absolute.is_relative_to(root) and absolute.resolve() != root:
        raise UsageError(f"“{target[:100]}” ไม่ได้อยู่ในโฟลเดอร์ข้อมูล {shown_path(content)}")
    parts = absolute.relative_to(root).parts if absolute.is_relative_to(root) else ()
    if parts[:1] == ("frameworks",):
        wanted.frameworks = True
    elif len(parts) >= 2 and parts[0] == "plans":
        match = LAO_FOLDER.fullmatch(parts[1])
        if match:
            wanted.codes.append(match[1])
        else:
            wanted.folders.append(f"plans/{parts[1]}")
    else:
        wanted.everything = True


def _of_targets(wrong_folders: Iterable[Finding], wanted: _Targets) -> list[Finding]:
    """Leave out the misnamed folders of others when some LAOs were asked for."""
    return [finding for finding in wrong_folders if wanted.everything or finding.location.file in wanted.folders]


def _show(findings: list[Finding], laos: list[LaoFolder], documents: int, content: Path, output: str) -> None:
    if output == "json":
        records = [finding_record(finding, content) for finding in ordered(findings)]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    if findings:
        click.echo(findings_text(findings, content) + "\n")
    plans = sum(len(lao.plans) for lao in laos)
    scope = f"ตรวจ อปท. {len(laos):,} แห่ง แผน {plans:,} ฉบับ กรอบระดับชาติ {documents:,} ฉบับ"
    if has_errors(findings):
        click.echo(f"พบ {counts_text(findings)} ({scope})")
    elif findings:
        click.echo(f"ไม่พบข้อผิดพลาด แต่มี {counts_text(findings)} ({scope})")
    else:
        click.echo(f"ไม่พบข้อผิดพลาด ({scope})")
