"""`phaen receive`: the hooks of the repository that officers push to, and the forced command of their SSH keys."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click

from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.findings import Finding, Severity
from generator.publishing.access import Access, read_access, read_landing_access
from generator.publishing.pushed_objects import open_push
from generator.publishing.pushed_refs import Update, read_updates
from generator.publishing.pushing_user import git_service, pushing_user
from generator.words import commands

_MOST_LINES = 50
"""Most lines of a response: lines that scroll away are not read."""


@click.command(cls=ThaiCommand, name="receive")
@click.option(
    "--access",
    "access_file",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help=commands.ACCESS,
)
@click.option("--after", is_flag=True, help="หลังรับแล้ว (post-receive): เพิ่มลงใน main และเข้าคิวสร้างเว็บไซต์")
@click.option("--queue", type=click.Path(path_type=Path), metavar="DIR", help="โฟลเดอร์คิวสร้างเว็บไซต์ สำหรับ --after")
@click.option(
    "--ssh",
    nargs=2,
    type=str,
    metavar="USER REPO",
    help="คำสั่งบังคับ (forced command) ของกุญแจ SSH ใน authorized_keys เมื่อไม่ใช้ gitolite",
)
@click.option("--today", metavar="DATE", help=commands.TODAY)
def command(access_file: Path, after: bool, queue: Path | None, ssh: tuple[str, str] | None, today: str | None) -> int:
    """ตรวจสิ่งที่ส่งด้วย git push ก่อนรับ (hook ของคลังข้อมูล)

    อ่านรายการจาก git ทางอินพุต ตรวจจากคลังข้อมูลโดยตรง ไม่นำไฟล์ออกมาก่อนผ่าน ไม่ผ่านส่งกลับเลข 1 และไม่มีสิ่งใดเปลี่ยน
    """
    if ssh:
        return _serve(read_access(access_file), *ssh)
    lines = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    try:
        updates = read_updates(lines.split("\n")[:-1])
    except ValueError as error:
        raise UsageError("คำสั่งนี้ใช้เป็น pre-receive หรือ post-receive ของ git ซึ่งส่งรายการมาทางอินพุต") from error
    if after:
        return _land(read_landing_access(access_file), updates, queue)
    return _judge(read_access(access_file), updates, today)


def _judge(access: Access, updates: list[Update], today: str | None) -> int:
    from generator.publishing.gate import judge  # late: landing needs no readers
    from generator.settings import resolve_today

    user = pushing_user(access, os.environ)
    verdict = judge(open_push(Path()), access, user, updates, os.environ, resolve_today(today))
    for line in answer_lines(verdict.findings, verdict.texts):
        click.echo(line, err=True)
    if verdict.is_accepted:
        click.echo("ตรวจผ่าน รับไว้แล้ว", err=True)
        return 0
    click.echo("ไม่รับการส่งครั้งนี้ ข้อมูลบนเซิร์ฟเวอร์ไม่เปลี่ยน แก้ตามข้างต้นแล้วส่งใหม่", err=True)
    return 1


def _land(access: Access, updates: list[Update], queue: Path | None) -> int:
    from generator.publishing.landing import LandingError, land
    from generator.publishing.queue import AcceptedPush, moment, put_push

    objects = open_push(Path(), {})
    code = 0
    for update in updates:
        if not update.new:  # only drafts may be deleted
            if queue:
                put_push(queue, AcceptedPush(update.ref, update.old, (), moment(time.time())))
            click.echo("ลบร่างแล้ว ตัวอย่างของร่างนี้จะถูกลบด้วย", err=True)
            continue
        commit = update.new
        if not update.is_draft:
            try:
                commit = land(objects, access, update.ref, update.new)
            except LandingError as error:
                click.echo(f"รับ {update.ref} ไว้แล้ว แต่ยังไม่ได้เผยแพร่: {error} โปรดแจ้งผู้ดูแลระบบ", err=True)
                code = 1
                continue
        codes = (update.code,) if update.code else ()
        if queue:
            put_push(queue, AcceptedPush(update.ref, commit, codes, moment(time.time())))
        where = "ร่างสำหรับดูตัวอย่าง" if update.is_draft else "main"
        click.echo(f"เพิ่มลงใน {where} แล้ว ({commit[:12]}){' รอสร้างเว็บไซต์' if queue else ''}", err=True)
        if update.is_draft and queue and (address := _preview(queue.resolve().parent, update.code, commit)):
            click.echo(f"อีกสักครู่ดูตัวอย่างได้ที่ {address} ผู้ที่รู้ที่อยู่นี้เท่านั้นที่เปิดได้", err=True)
    return code


def _preview(folder: Path, code: str, commit: str) -> str:
    """Return the address of a draft's preview; empty if the queue belongs to no site."""
    from generator.publishing.preview_addresses import preview_address
    from generator.publishing.site_dir import SiteDir

    site = SiteDir(folder)
    try:
        return preview_address(site, code, commit)
    except UsageError:
        return ""


def _serve(access: Access, name: str, repository: str) -> int:
    """Replace this process by git for the client of a key; the client's environment is dropped."""
    user = access.user(name)
    if user is None:
        raise UsageError(f"กุญแจนี้เป็นของผู้ใช้ “{name}” ซึ่งไม่มีในไฟล์สิทธิ์")
    words = git_service(os.environ.get("SSH_ORIGINAL_COMMAND", ""), Path(repository).resolve(), user)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GL_", "PHAEN_"))}
    kept |= {"PHAEN_USER": user.name}
    if protocol := os.environ.get("GIT_PROTOCOL"):
        kept["GIT_PROTOCOL"] = protocol
    os.execvpe(words[0], words, kept)  # noqa: S606  # no shell; words are ours


def answer_lines(findings: list[Finding], texts: dict[str, str]) -> list[str]:
    """Return the lines for the client: as `phaen check` prints them, gravest first, the rest as counts.

    A refusal lists errors only: what has to be mended must not stand above pages of what may stay.
    """
    if not findings:
        return []
    from generator.cli.finding_files import FindingFiles  # late: most pushes have no findings
    from generator.cli.finding_text import counts_text, text_blocks

    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    shown = errors or findings
    listed = dict.fromkeys((finding.location.file for finding in shown), "")
    blocks = "\n\n".join(text_blocks(shown, FindingFiles(Path(), listed | texts)))
    lines = blocks.split("\n")
    if len(lines) > _MOST_LINES:
        more = len(lines) - _MOST_LINES
        lines = [*lines[:_MOST_LINES], f"… และอีก {more:,} บรรทัด ดูทั้งหมดด้วย phaen check ในเครื่องของท่าน"]
    remark = " (รับได้ แต่ควรดู)"
    if errors:
        remark = " (แสดงเฉพาะข้อผิดพลาด ที่เหลือดูด้วย phaen check)" if len(errors) < len(findings) else ""
    return [*lines, "", f"{counts_text(findings)}{remark}"]
