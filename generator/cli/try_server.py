"""`phaen try-server`: runs push publishing on this computer."""

from __future__ import annotations

import shutil
import signal
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import click

from generator.cli.options import config_option
from generator.cli.standing import find_config, find_content
from generator.cli.thai_help import ThaiCommand
from generator.demo.nation import prepare_folder
from generator.demo.offices import offices
from generator.demo.plans import lao_files
from generator.errors import UsageError
from generator.publishing.builder import Builder
from generator.publishing.loopback_web import serving
from generator.publishing.release_making import ReleaseMaker
from generator.publishing.trial_server import TrialOffice, TrialServer
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks

_SEED = 2567
_USERS = ("office-a", "office-b")


@click.command(cls=ThaiCommand, name="try-server")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8080, metavar="N", help="พอร์ตของเว็บไซต์ (ปกติ 8080, 0 = พอร์ตที่ว่าง)"
)
@click.option("--once", is_flag=True, help="จบเมื่อหน้าแรกเผยแพร่แล้ว ไม่เปิดเครื่องแม่ข่ายค้างไว้")
@config_option
def command(folder: Path, port: int, once: bool, config_file: Path | None) -> int:
    """ตั้งเครื่องแม่ข่ายทดลองลงโฟลเดอร์ใหม่ เพื่อลองส่งด้วย git push

    มีคลังข้อมูล อปท. สมมุติสองแห่งพร้อมกุญแจ โปรแกรมสร้างเว็บไซต์ และเว็บเซิร์ฟเวอร์ ทุกอย่างอยู่ในเครื่องนี้เท่านั้น หยุดด้วย Ctrl+C
    """
    started = time.perf_counter()
    config = find_config(config_file)
    server = TrialServer(folder)
    codes = [office.code for office in offices(2)]
    users = dict(zip(_USERS, codes, strict=True))
    click.echo("กำลังตั้งคลังข้อมูลและกุญแจ", err=True)
    with tempfile.TemporaryDirectory(prefix="phaen-") as work:
        content = _content(Path(work) / "content", find_content(None))
        server.set_up(content, users, config)
    builder = Builder(server.site, ReleaseMaker(server.site), lambda line: click.echo(line, err=True))
    with _ended_by_sigterm(), server.ssh() as ssh_port:
        clones = [server.clone(user, code, ssh_port) for user, code in users.items()]
        builder.run()
        with serving(server.site, port) as address:
            server.site.set_up(replace(server.site.settings(), preview_url=f"{address}preview/"))
            click.echo(f"หน้าแรกเผยแพร่แล้วที่ {address} ใช้เวลา {time.perf_counter() - started:.0f} วินาทีตั้งแต่สั่ง")
            _tell(clones, address, server)
            if once:
                return 0
            Thread(target=builder.follow, daemon=True).start()
            try:
                while True:
                    time.sleep(1)  # a signal that arrives just before a sleep acts only after it
            except KeyboardInterrupt:
                return 0


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """Treat SIGTERM like Ctrl+C during the block, so that the SSH server ends with the command."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _content(folder: Path, installed: Path) -> Path:
    """Write the content: frameworks and pages of the installation, and two made-up LAOs."""
    if not (installed / "frameworks").is_dir():
        raise UsageError(f"ไม่พบโฟลเดอร์ {installed / 'frameworks'} ให้สั่งในโฟลเดอร์หลักของโครงการ")
    prepare_folder(folder, installed / "frameworks")
    if (installed / "pages").is_dir():
        shutil.copytree(installed / "pages", folder / "pages")
    entries: Mapping[str, str] = read_frameworks(DiskTree(folder)).entry_ids() or {}
    for office in offices(2):
        for name, content in lao_files(office, _SEED, entries).items():
            place = folder / "plans" / f"{office.code}-{office.slug}" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, "utf-8", newline="\n")
    return folder


def _tell(clones: list[TrialOffice], address: str, server: TrialServer) -> None:
    first = clones[0]
    way = "ssh" if server.has_sshd else "สคริปต์แทน ssh เพราะเครื่องนี้ไม่มี sshd"
    click.echo(f"ลองส่งข้อมูลของ {first.code} (ทาง {way}):")
    click.echo(f"  cd {first.clone}")
    click.echo(f"  แก้ไฟล์ใน content/plans/{first.code}-*/ แล้วสั่ง")
    click.echo("  git commit -a -m 'แก้ข้อมูล'")
    click.echo("  git push")
    click.echo(f"ผลอยู่ที่ {address}lao/{first.code}/ ลองแก้ไฟล์ของ {clones[1].code} จากโฟลเดอร์เดียวกันดู ระบบจะไม่รับ")
    click.echo("หยุดด้วย Ctrl+C", err=True)
