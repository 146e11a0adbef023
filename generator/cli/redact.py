"""`phaen redact`: removes leaked personal data from every version, release and cache, with a public declaration."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.cli.building_options import jobs_option
from generator.cli.site_options import site_option
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.findings import printable
from generator.history.redactions import LONGEST_REASON, Declaration
from generator.publishing.access import read_access
from generator.publishing.builder import Builder
from generator.publishing.builder_lock import locked
from generator.publishing.landing import one_at_a_time
from generator.publishing.push_findings import personal_findings
from generator.publishing.pushed_objects import open_push
from generator.publishing.redacted_commits import add_redacted
from generator.publishing.redacted_texts import pattern_of, read_texts
from generator.publishing.redaction import Redacted, Rewriter, Signer, Wanted, central_signer
from generator.publishing.redaction_cleanup import begin, build_and_end, drop_kept, drop_objects, is_unfinished
from generator.publishing.release_making import ReleaseMaker
from generator.publishing.site_dir import SiteDir, SiteSettings

_SHOWN = 20


@click.command(cls=ThaiCommand, name="redact")
@click.option("--texts", type=click.Path(path_type=Path), metavar="FILE", help="ไฟล์ข้อความที่ต้องปกปิด บรรทัดละหนึ่งข้อความ")
@click.option("--file", "files", multiple=True, metavar="PATH", help="ไฟล์ที่ต้องนำออกทั้งไฟล์ (ใส่ซ้ำได้)")
@click.option("--reason", metavar="TEXT", help="เหตุผล ซึ่งทุกคนอ่านได้ ห้ามมีข้อมูลที่ปกปิด")
@click.option("--key", type=click.Path(path_type=Path), metavar="FILE", help="กุญแจ SSH ของส่วนกลาง")
@click.option("--dry-run", is_flag=True, help="เพียงบอกว่าพบที่ใด ไม่เปลี่ยนสิ่งใด")
@jobs_option
@site_option
def command(
    site: SiteDir,
    texts: Path | None,
    files: tuple[str, ...],
    reason: str | None,
    key: Path | None,
    dry_run: bool,
    jobs: int | None,
) -> int:
    """ปกปิดข้อมูลส่วนบุคคลที่หลุดเข้ามา ออกจากทุกเวอร์ชัน

    รวมทั้งทุกรุ่นของเว็บไซต์และทุกสิ่งที่เก็บไว้ เฉพาะส่วนกลางสั่งได้ แก้ข้อมูลปัจจุบันให้ถูกก่อน แล้วจึงสั่ง

    ทุกเวอร์ชันตั้งแต่ที่ข้อมูลหลุดเข้ามาได้เลข commit ใหม่ มีลายมือชื่อของส่วนกลาง
    และบอกต่อสาธารณะว่าปกปิดเมื่อใด ของ อปท. ใด เพราะอะไร สำเนาที่ผู้อื่นคัดลอกไปแล้วเรียกคืนไม่ได้
    """
    settings = site.settings()
    wanted = _wanted(texts, files)
    if not dry_run:
        signer = _signer(settings, key)
        declaration_reason = _reason(reason, wanted)
    maker = ReleaseMaker(site, jobs=jobs)
    with locked(site.state / "builder.lock", wait=True), one_at_a_time(Path(settings.repository)):
        rewriter = Rewriter(open_push(Path(settings.repository), {}), wanted)
        found = rewriter.look()
        _tell(found)
        if dry_run or not (found.commits or is_unfinished(site)):
            return 0
        if found.commits:
            declaration = Declaration(tuple(sorted(found.codes)), maker.today().isoformat(), declaration_reason)
            rewriter.write(declaration, signer)
            begin(site, found.commits)
            add_redacted(Path(settings.repository), found.commits)
            rewriter.move_refs()
            click.echo(f"เขียนประวัติใหม่แล้ว {len(found.commits):,} เวอร์ชัน", err=True)
        drop_objects(Path(settings.repository))
        drop_kept(site, found.codes, time.time())
    build_and_end(site, Builder(site, maker, _say), lambda: time.sleep(1))
    click.echo("ปกปิดแล้วทุกเวอร์ชัน และเผยแพร่เว็บไซต์รุ่นใหม่แล้ว รุ่นก่อนหน้าถูกลบทั้งหมด")
    click.echo("แจ้งสำนักงานที่คัดลอกคลังข้อมูลไปให้คัดลอกใหม่ และให้ผู้ดูแลสำเนาสำรองลบสำเนาเก่า", err=True)
    return 0


def _say(line: str) -> None:
    click.echo(line, err=True)


def _wanted(texts: Path | None, files: tuple[str, ...]) -> Wanted:
    if not texts and not files:
        raise UsageError("ยังไม่ได้ระบุว่าจะปกปิดอะไร ใช้ --texts หรือ --file")
    listed = tuple(read_texts(texts)) if texts else ()
    return Wanted(listed, pattern_of(listed), frozenset(file.strip("/") for file in files))


def _signer(settings: SiteSettings, key: Path | None) -> Signer:
    if key is None or not key.is_file():
        raise UsageError("ยังไม่ได้ระบุ --key กุญแจ SSH ของส่วนกลาง หรือไม่พบไฟล์นั้น")
    if not settings.access:
        raise UsageError("เว็บไซต์นี้ไม่มีไฟล์สิทธิ์ ตั้งด้วย phaen hooks install --access")
    return central_signer(read_access(Path(settings.access)), key)


def _reason(reason: str | None, wanted: Wanted) -> str:
    text = " ".join((reason or "").split())
    if not text:
        raise UsageError("ยังไม่ได้เขียนเหตุผล ใช้ --reason เช่น --reason 'มีเลขประจำตัวประชาชนในแผน'")
    if len(text) > LONGEST_REASON or not text.isprintable():
        raise UsageError(f"เหตุผลต้องเป็นข้อความไม่เกิน {LONGEST_REASON} ตัวอักษร")
    if (wanted.pattern and wanted.pattern.search(text)) or list(personal_findings(text, "--reason", "เหตุผล", "")):
        raise UsageError("เหตุผลมีข้อมูลส่วนบุคคล ซึ่งทุกคนจะอ่านได้ ให้เขียนเพียงว่าเป็นข้อมูลชนิดใด")
    return text


def _tell(found: Redacted) -> None:
    if not found.commits:
        click.echo("ไม่พบในเวอร์ชันใด")
        return
    click.echo(f"พบใน {len(found.commits):,} เวอร์ชัน อปท. {', '.join(sorted(found.codes)) or 'ไม่มี'}")
    for path in sorted(found.files)[:_SHOWN]:
        click.echo(f"  {printable(path)}")
    if len(found.files) > _SHOWN:
        click.echo(f"  และอีก {len(found.files) - _SHOWN:,} ไฟล์")
    if found.texts_in_commits:
        click.echo(f"  ในข้อความหรือชื่อผู้เขียนของ {found.texts_in_commits:,} เวอร์ชัน")
    click.echo("ไม่ได้ค้นในไฟล์ PDF และภาพ ซึ่งนำออกได้ทั้งไฟล์ด้วย --file", err=True)
