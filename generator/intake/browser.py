"""Reviews office files inside a browser: names and bytes in, the workbook or a Thai error message out.

Runs the code of `phaen import` without a content folder, so a plan already on this site is not read.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.errors import UsageError
from generator.findings import printable
from generator.intake.office_limits import LARGEST, OfficeKind, kind_of_office_file
from generator.intake.reviewing import review_documents
from generator.reading.content_tree import DiskTree
from generator.reading.lao_codes import as_lao_code
from generator.thai.years import Cycle


class BrowserReview(NamedTuple):
    """Result for the page: a workbook with summary lines, or an error message."""

    book: bytes
    """The review workbook; empty on error."""
    lines: tuple[str, ...]
    """Summary of what was read."""
    problem: str
    """Why there is no workbook, in Thai; empty on success."""


def review_in_browser(files: Iterable[tuple[str, bytes]], whose: str = "") -> BrowserReview:
    """Return the review of files given by name and bytes; `whose` is `CODE/CYCLE`, or empty if unknown."""
    try:
        target = _whose(whose) if whose.strip() else None
        documents = [(printable(name), bytes(content)) for name, content in files]
        if too_large := next((name for name, content in documents if len(content) > LARGEST), ""):
            raise UsageError(f"“{too_large}” ใหญ่เกิน {LARGEST // 1_000_000} ล้านไบต์ ให้ลบรูปภาพออกหรือแบ่งไฟล์ก่อน")
        for name, content in documents:
            if kind_of_office_file(name, content) is OfficeKind.PDF:  # PDF engines need subprocesses
                raise UsageError(
                    f"“{name}” เป็น PDF ซึ่งอ่านในเบราว์เซอร์ไม่ได้ ให้ใช้ไฟล์ Word หรือ Excel ต้นฉบับ หรือคำสั่ง phaen import ในเครื่อง"
                )
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "plans").mkdir()
            review = review_documents(documents, DiskTree(Path(folder)), target, {})
    except UsageError as error:
        return BrowserReview(b"", (), printable(str(error)))
    return BrowserReview(review.book, tuple(map(printable, review.summary)), "")


def _whose(text: str) -> tuple[str, Cycle]:
    code, _, cycle = text.partition("/")
    known = as_lao_code(code)
    if known is None:
        raise UsageError("รหัส อปท. ต้องเป็นตัวเลข 7 หลัก เช่น 5440502")
    try:
        return known, Cycle.parse(cycle)
    except ValueError as error:
        raise UsageError(f"รอบแผนเขียนเป็นปีแรกและปีสุดท้าย เช่น 2570-2572 ({error})") from error
