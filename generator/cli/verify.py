"""`phaen verify`: checks whether a site or a repository is as published. Works offline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from generator.cli.options import config_option, read_code, site_settings
from generator.cli.standing import find_config
from generator.cli.thai_help import ThaiCommand
from generator.cli.verification_text import verification_json, verification_text
from generator.errors import UsageError
from generator.history.integrity import Trace, TraceKind, Verification
from generator.history.manifests import (
    COMMIT_ID,
    ManifestError,
    RootManifest,
    SchemaError,
    lao_manifest_path,
    read_lao_manifest,
    read_root_manifest,
)
from generator.history.site_integrity import compare_files, compare_site, is_site, verify_site
from generator.publishing.site_dir import store_of
from generator.settings import Settings

_LARGEST = 100_000_000
"""Bytes of a saved manifest: fifty times a nation's."""


@click.command(cls=ThaiCommand, name="verify")
@click.argument("target", type=click.Path(path_type=Path), metavar="REPO|SITE")
@click.option(
    "--against", type=click.Path(path_type=Path), metavar="MANIFEST", help="manifest.json ที่บันทึกไว้ก่อน หรือรายการ commit"
)
@click.option("--allowed-signers", type=click.Path(path_type=Path), metavar="FILE", help="รายชื่อกุญแจ SSH ที่ลงลายมือชื่อได้")
@click.option("--rebuild", "code", metavar="CODE", help="ทำหน้าของ อปท. นี้ใหม่จากข้อมูล แล้วเทียบกับในเว็บไซต์")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="รูปแบบผลการตรวจ")
@config_option
@click.option("--content", type=click.Path(path_type=Path), metavar="DIR", help="โฟลเดอร์ข้อมูล สำหรับ --rebuild")
@click.option("--today", metavar="DATE", help="วันที่สร้างเว็บไซต์ สำหรับ --rebuild เช่น 2569-10-01 (ปี พ.ศ.)")
def command(
    target: Path,
    against: Path | None,
    allowed_signers: Path | None,
    code: str | None,
    form: str,
    config_file: Path | None,
    content: Path | None,
    today: str | None,
) -> int:
    """ตรวจว่าเว็บไซต์หรือคลังข้อมูลตรงกับที่เผยแพร่

    ไม่ใช้เครือข่าย เว็บไซต์: เทียบทุกไฟล์กับค่าแฮชในบัญชีไฟล์ คลังข้อมูล: ตรวจลายมือชื่อของทุกเวอร์ชัน และเทียบประวัติกับบัญชีไฟล์ที่บันทึกไว้ก่อน
    ส่งกลับเลข 1 เมื่อพบสิ่งที่ไม่ตรงกับที่เผยแพร่
    """
    if not target.is_dir():
        raise UsageError(f"ไม่พบโฟลเดอร์ {target}")
    if is_site(target):
        if allowed_signers:
            raise UsageError("--allowed-signers ใช้กับคลังข้อมูล git เท่านั้น เว็บไซต์ไม่มีลายมือชื่อ")
        found = verify_site(target, store_of(target))
        if against:
            found.add(_compared(target, against))
        if code:
            config = find_config(config_file)
            settings = replace(site_settings(config, content, (), today, None), only=())
            found.add(_rebuilt(target, read_code(code), config, settings))
    else:
        if code:
            raise UsageError("--rebuild ใช้กับเว็บไซต์เท่านั้น ให้ระบุโฟลเดอร์เว็บไซต์")
        found = _verified_repository(target, against, allowed_signers)
    click.echo(verification_json(found, target) if form == "json" else verification_text(found, target))
    return int(found.is_tampered)


def _compared(site: Path, against: Path) -> list[Trace]:
    earlier = read_against(against)
    if isinstance(earlier, RootManifest):
        return compare_site(site, earlier)
    raise UsageError(f"{against} เป็นรายการ commit ซึ่งเทียบได้กับคลังข้อมูล git เท่านั้น เว็บไซต์ให้เทียบกับ manifest.json ที่บันทึกไว้")


def _rebuilt(site: Path, code: str, config_file: Path, settings: Settings) -> list[Trace]:
    path = lao_manifest_path(code)
    try:
        manifest = read_lao_manifest((site / path).read_bytes())
    except FileNotFoundError as error:
        raise UsageError(f"เว็บไซต์นี้ไม่มี อปท. รหัส {code}") from error
    except ManifestError:
        return []  # already reported
    from generator.building.rebuilding import rebuild_lao  # late: imports everything that makes pages
    from generator.engine.mkdocs_engine import MkDocsEngine

    unit, made = rebuild_lao(settings, config_file, code, engine=MkDocsEngine())
    if unit.mark.content != manifest.content:
        return [Trace(TraceKind.CONTENT_DIFFERS, path, code, manifest.commit or "")]
    if unit.mark.commit != manifest.commit:
        return [Trace(TraceKind.HISTORY_DIFFERS, path, code, f"{manifest.commit} / {unit.mark.commit}")]
    return compare_files(site, code, made)


def read_against(file: Path) -> RootManifest | tuple[str, ...]:
    """Return a saved root manifest, or a list of commits, oldest first as in `git log --reverse --format=%H`.

    Raises UsageError for anything else.
    """
    if not file.is_file() or file.stat().st_size > _LARGEST:
        raise UsageError(f"ไม่พบไฟล์ {file} หรือไฟล์ใหญ่เกินไป")
    content = file.read_bytes()
    words = content.decode("utf-8", "replace").split()
    if words and all(map(COMMIT_ID.fullmatch, words)):
        return tuple(words)
    try:
        return read_root_manifest(content)
    except SchemaError as error:
        raise UsageError(f"{file} เขียนด้วยโปรแกรมรุ่นอื่น ({error})") from error
    except ManifestError as error:
        raise UsageError(f"{file} ไม่ใช่ manifest.json ของเว็บไซต์ และไม่ใช่รายการ commit") from error


def _verified_repository(folder: Path, against: Path | None, allowed_signers: Path | None) -> Verification:
    if allowed_signers and not allowed_signers.is_file():
        raise UsageError(f"ไม่พบไฟล์ {allowed_signers}")
    from generator.history.repository_integrity import verify_repository  # late: imports the readers

    return verify_repository(folder, read_against(against) if against else None, allowed_signers)
