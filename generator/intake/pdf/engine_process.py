"""Runs the PDF engines in a subprocess with limits, and reports errors in Thai.

The file is passed through a pipe; the process has an empty folder, none of the officer's settings, and a timeout.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from pydantic import ValidationError

from generator.errors import UsageError
from generator.intake.pdf.page_layout import PAGES, LaidPage

SECONDS = 120
_MOST_ANSWER = 400_000_000
_REFUSED = 3
_NEEDED = ("pdfplumber", "pypdfium2")
_TEMPLATE = "หรือกรอกในสมุดงานจาก phaen template โดยดู PDF ประกอบ"
REASONS = {
    "damaged": f"เสียหาย เปิดไม่ได้ ให้พิมพ์เป็น PDF ใหม่จากโปรแกรมเดิม {_TEMPLATE}",
    "password": "มีรหัสผ่าน ให้บันทึกโดยไม่ใส่รหัสผ่านก่อน",
    "locked": "ห้ามคัดลอกข้อความ ให้ผู้จัดทำบันทึกใหม่โดยไม่ตั้งข้อห้ามนี้ หรือใช้ไฟล์ Word หรือ Excel ต้นฉบับ",
    "program": "มีคำสั่งให้โปรแกรมทำงานฝังอยู่ (JavaScript) จึงไม่เปิด ให้พิมพ์เป็น PDF ใหม่จากโปรแกรมเดิม",
    "files": "มีไฟล์อื่นแนบอยู่ข้างใน จึงไม่เปิด ให้นำไฟล์แนบออก หรือพิมพ์เป็น PDF ใหม่จากโปรแกรมเดิม",
    "xfa": "เป็นแบบฟอร์มของ Adobe (XFA) ซึ่งข้อความไม่อยู่บนหน้า ให้พิมพ์เป็น PDF ใหม่จากโปรแกรมเดิม",
    "pages": "มีหน้ามากเกิน 400 หน้า ให้แยกเฉพาะหน้าของแผน",
    "objects": "มีส่วนประกอบมากผิดปกติ จึงไม่เปิด ให้พิมพ์เป็น PDF ใหม่จากโปรแกรมเดิม",
    "letters": "มีข้อความมากผิดปกติ จึงไม่เปิด ให้แยกเฉพาะหน้าของแผน",
    "lines": "มีเส้นในหน้าเดียวมากผิดปกติ จึงไม่เปิด ให้พิมพ์เป็น PDF ใหม่จากโปรแกรมเดิม",
    "no-pages": "ไม่มีหน้าใดเลย ให้ขอไฟล์ใหม่",
}
"""Messages for refused PDFs, by the reason that the engine process returns."""


def pages_of_pdf(name: str, content: bytes, seconds: int = SECONDS) -> list[LaidPage]:
    """Return the pages found by the engines; UsageError if they are not installed, refuse the file, or time out."""
    if not sys.executable or any(find_spec(one) is None for one in _NEEDED):
        raise UsageError(f"“{name}” เป็น PDF ซึ่งต้องติดตั้งส่วนเสริมก่อน ด้วยคำสั่ง pip install 'phaen[pdf]' {_TEMPLATE}")
    command = [sys.executable, "-P", "-s", "-m", "generator.intake.pdf.engine_main", str(seconds)]
    with tempfile.TemporaryDirectory(prefix="phaen-pdf-", ignore_cleanup_errors=True) as folder:
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": folder,
            "TMPDIR": folder,
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(Path(__file__).parents[3]),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        if "SYSTEMROOT" in os.environ:  # without it, Windows processes have no sockets or random numbers
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        try:
            done = subprocess.run(  # noqa: S603  # this Python, our own module
                command, input=content, capture_output=True, cwd=folder, env=environment, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise UsageError(f"อ่าน “{name}” ไม่เสร็จใน {seconds} วินาที ให้แยกเฉพาะหน้าของแผน {_TEMPLATE}") from error
    if done.returncode == _REFUSED and (said := REASONS.get(done.stdout.decode("ascii", "replace"))):
        raise UsageError(f"“{name}” {said}")
    if done.returncode or len(done.stdout) > _MOST_ANSWER:
        raise UsageError(f"“{name}” ใช้หน่วยความจำหรือเวลามากผิดปกติ จึงอ่านไม่ได้ ให้พิมพ์เป็น PDF ใหม่ {_TEMPLATE}")
    try:
        return PAGES.validate_json(done.stdout)
    except ValidationError as error:
        raise UsageError(f"“{name}” {REASONS['damaged']}") from error
