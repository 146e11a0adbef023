"""`phaen hooks install`: sets up a bare repository to publish pushes, or prints what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from generator.cli.options import config_option
from generator.cli.standing import find_config
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.publishing.push_hooks import install, wrong_with
from generator.publishing.site_dir import SiteDir, SiteSettings
from generator.settings import read_site_url
from generator.words import commands


@click.command(cls=ThaiCommand, name="hooks")
@click.argument("action", type=click.Choice(["install"]), metavar="install")
@click.argument("repository", type=click.Path(path_type=Path), metavar="BARE_REPO")
@click.option("--site", type=click.Path(path_type=Path), required=True, metavar="DIR", help="โฟลเดอร์เว็บไซต์")
@click.option("--access", type=click.Path(path_type=Path), metavar="FILE", help=commands.ACCESS)
@click.option("--site-url", metavar="URL", help="ที่อยู่ของเว็บไซต์ เช่น https://plans.example.go.th/")
@click.option("--preview-url", metavar="URL", help="ที่อยู่ของตัวอย่างร่าง เช่น https://plans.example.go.th/preview/")
@click.option(
    "--builder",
    type=click.Choice(["hook", "service"]),
    default="hook",
    help="hook: เริ่มสร้างเมื่อมีการส่ง  service: ให้บริการ phaen publish --follow ทำ",
)
@click.option("--check", is_flag=True, help="ไม่เปลี่ยนสิ่งใด เพียงบอกว่าสิ่งใดผิด")
@config_option
def command(
    action: str,  # noqa: ARG001  # only one value
    repository: Path,
    site: Path,
    access: Path | None,
    site_url: str | None,
    preview_url: str | None,
    builder: str,
    check: bool,
    config_file: Path | None,
) -> int:
    """ตั้งให้คลังข้อมูลรับ git push แล้วเผยแพร่เอง ทำซ้ำได้

    ตั้ง hook และค่าของคลังข้อมูล และโฟลเดอร์เว็บไซต์ โปรแกรมและการตั้งค่าที่ใช้สร้างเป็นของเครื่องนี้เสมอ ไม่ใช่ที่ส่งเข้ามา
    """
    place = SiteDir(site.resolve())
    if check:
        found = list(wrong_with(repository.resolve(), place))
        for line in found:
            click.echo(line)
        click.echo(
            "เรียบร้อย" if not found else f"พบ {len(found)} เรื่อง แก้ด้วย phaen hooks install (ไม่ใส่ --check)", err=True
        )
        return 1 if found else 0
    if access is None:
        raise UsageError("ยังไม่ได้ระบุ --access ไฟล์ที่บอกว่าใครส่งข้อมูลของ อปท. ใดได้")
    old = place.settings() if (place.root / "site.json").is_file() else None
    stated = SiteSettings(str(repository.resolve()), str(find_config(config_file).resolve()), str(access.resolve()))
    settings = replace(old, repository=stated.repository, config=stated.config, access=stated.access) if old else stated
    if site_url:
        settings = replace(settings, site_url=read_site_url(site_url))
    if preview_url:
        settings = replace(settings, preview_url=read_site_url(preview_url))
    install(repository.resolve(), place, settings, builds=builder == "hook")
    click.echo(f"ตั้ง {repository} ให้เผยแพร่ลง {place.root} แล้ว เว็บเซิร์ฟเวอร์ให้ชี้ไปที่ {place.current}")
    return 0
