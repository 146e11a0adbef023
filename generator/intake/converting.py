"""Converts old formats with LibreOffice, if installed: a subprocess with its own profile and a time limit.

The bytes go into an empty folder under a fixed name; LibreOffice gets no path of the officer's. Macros stay off.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from generator.errors import UsageError

SECONDS = 60
_NAMES = ("soffice", "libreoffice")


def office_program() -> str | None:
    """Return the path of LibreOffice, or None if it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def converted(name: str, content: bytes, ending: str, wanted: str = "docx", seconds: int = SECONDS) -> bytes:
    """Return a file in another format; UsageError if LibreOffice is missing, fails or times out."""
    program = office_program()
    if program is None:
        raise UsageError(f"“{name}” เป็นไฟล์แบบ .{ending} ซึ่งต้องใช้ LibreOffice ช่วยแปลง ให้ติดตั้ง หรือบันทึกเป็น .{wanted} ก่อน")
    with tempfile.TemporaryDirectory(prefix="phaen-office-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        (work / f"in.{ending}").write_bytes(content)
        command = [
            program,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            wanted,
            "--outdir",
            str(work / "out"),
            str(work / f"in.{ending}"),
        ]
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "LANG": "C.UTF-8", "TMPDIR": folder}
        with subprocess.Popen(  # noqa: S603  # the program found above, our own arguments
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired as error:
                os.killpg(process.pid, signal.SIGKILL)
                raise UsageError(
                    f"LibreOffice แปลง “{name}” ไม่เสร็จใน {seconds} วินาที ให้เปิดแล้วบันทึกเป็น .{wanted}"
                ) from error
        out = work / "out" / f"in.{wanted}"
        if not out.is_file():
            raise UsageError(
                f"LibreOffice แปลง “{name}” ไม่ได้ ไฟล์อาจเสียหาย มีรหัสผ่าน "
                f"หรือเครื่องนี้ไม่มี LibreOffice Writer ให้เปิดแล้วบันทึกเป็น .{wanted}"
            )
        return out.read_bytes()
