"""`phaen import-page`: the program that /import/ runs in the browser, into a folder; the one command that downloads."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from generator.cli.finding_files import shown_path
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError

_PATIENCE = 600


@click.command(cls=ThaiCommand, name="import-page")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="โฟลเดอร์สำหรับโปรแกรมอ่านไฟล์ในเบราว์เซอร์"
)
@click.option(
    "--archives",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="โฟลเดอร์ที่มีไฟล์ที่ต้องใช้อยู่แล้ว ไม่ดาวน์โหลด",
)
def command(out: Path, archives: Path | None) -> int:
    """เตรียมโปรแกรมอ่านไฟล์ในเบราว์เซอร์ สำหรับหน้า /import/

    \b
    เตรียม:   phaen import-page --out import-program
    เปิดใช้:   เขียน import_program: import-program ใต้ phaen: ใน mkdocs.yml แล้วสั่ง phaen build

    ดาวน์โหลด Pyodide ด้วย npm และ pydantic-core ด้วย pip รุ่นที่กำหนดไว้ และตรวจค่า sha256 ก่อนใช้
    """
    from generator.intake.browser_bundle import write_bundle

    with tempfile.TemporaryDirectory() as folder:
        if archives is None:
            archives = Path(folder)
            _download(archives)
        size = write_bundle(out, archives)
    click.echo(f"เขียนโปรแกรมลงใน {shown_path(out)} แล้ว {size / 1_000_000:.1f} ล้านไบต์")
    click.echo(f"เปิดใช้โดยเขียน import_program: {shown_path(out)} ใต้ phaen: ใน mkdocs.yml แล้วสั่ง phaen build")
    return 0


def _download(folder: Path) -> None:
    from generator.intake.browser_bundle import PLATFORM, PYDANTIC_CORE, PYODIDE

    npm = shutil.which("npm")
    if npm is None:
        raise UsageError("ต้องใช้ npm เพื่อดาวน์โหลด Pyodide ให้ติดตั้ง Node.js หรือวางไฟล์เองแล้วใช้ --archives")
    _run([npm, "pack", "--silent", f"pyodide@{PYODIDE}"], folder, "Pyodide")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    wanted = [f"--{option}={value}" for option, value in PLATFORM.items()]
    _run([*pip, "--only-binary=:all:", *wanted, f"pydantic_core=={PYDANTIC_CORE}"], folder, "pydantic-core")


def _run(command: list[str], folder: Path, what: str) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, timeout=_PATIENCE, capture_output=True)  # noqa: S603  # programs found above, arguments of ours
    except (subprocess.SubprocessError, OSError) as error:
        said = getattr(error, "stderr", b"") or b""
        last = said.decode("utf-8", "replace").strip().splitlines()[-1:] or [type(error).__name__]
        raise UsageError(f"ดาวน์โหลด {what} ไม่ได้ ({last[0][:200]}) ตรวจการเชื่อมต่อ แล้วสั่งใหม่") from error
