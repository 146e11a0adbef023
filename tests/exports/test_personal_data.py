"""Possible personal data in any field is left out of all files of all outputs, new ones included."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.building.outputs import pdf
from generator.building.outputs.kinds import ALL
from generator.building.outputs.work import LaoWork
from generator.exports.data_tables.personal_data import WITHHELD
from generator.model.content import Frameworks
from tests.building_blocks import Change, make_lao
from tests.exports.some_plans import read_and_checked, valid_plan

ELSEWHERE = {
    "pages": "shows what is printed; the rules report it, and the gate refuses it",
    "sections": "the text of the pages",
    "summary": "the same, for national pages",
    "documents": "attached files as they are",
}
"""Outputs that are not looked through here, and why."""


def everything(content: Path, monkeypatch: pytest.MonkeyPatch, **changes: Change) -> dict[str, str]:
    """Return the text of all files of the changed plan, by output."""
    monkeypatch.setattr(pdf, "set_pdf", lambda data: json.dumps(data, ensure_ascii=False).encode())
    read, found = read_and_checked(content, make_lao(content, **changes))
    today = datetime.date(2026, 11, 28)
    work = LaoWork(read.lao_folder.code, read, found, Frameworks(()), today, "arabic", "https://example.org/")
    return {
        output.name: b"\n".join(
            part for path, data in output.make(work).items() for part in _parts(path, data)
        ).decode()
        for output in ALL
        if output.name not in ELSEWHERE
    }


def _parts(path: str, data: bytes) -> Iterator[bytes]:
    """Yield the files in a workbook, and the content of any other file."""
    if path.endswith(".xlsx"):
        book = zipfile.ZipFile(io.BytesIO(data))
        yield from map(book.read, book.namelist())
    else:
        yield gzip.decompress(data) if path.endswith(".gz") else data


CASES = {
    "a name in a project": ("projects", ("name: โครงการฝึกอบรม", "name: โครงการของนายสมมุติ นามตัวอย่าง"), "นามตัวอย่าง"),
    "a phone number in a note": ("projects", ("note: หมายเหตุเดิม", "note: ติดต่อ ๐๘๑-๒๓๔-๕๖๗๘"), "๒๓๔-๕๖๗๘"),
    "a card in a cell of money": (
        "projects",
        ("budget: ๑๐,๐๐๐", "budget: เลขประจำตัวประชาชน ๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘"),
        "๑๐๑๗-๐๐๒๓๐",
    ),
    "an address of mail in the plan": ("plan", ("reason: คัดผิด", "reason: somchai@example.com"), "somchai@"),
}


@pytest.mark.parametrize(("file", "change", "gone"), CASES.values(), ids=CASES)
def test_personal_data_is_replaced_in_every_file(
    file: str, change: tuple[str, str], gone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = everything(tmp_path, monkeypatch, **{file: change})
    assert [name for name, text in texts.items() if gone in text] == []
    assert {"data", "workbooks"} <= {name for name, text in texts.items() if WITHHELD in text}


def test_a_plan_without_personal_data_is_unchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert valid_plan(tmp_path).withheld == 0
    texts = everything(tmp_path / "again", monkeypatch)
    assert [name for name, text in texts.items() if WITHHELD in text] == []


def test_files_state_the_number_of_replacements(tmp_path: Path) -> None:
    assert valid_plan(tmp_path, projects=("note: หมายเหตุเดิม", "note: ติดต่อ ๐๘๑-๒๓๔-๕๖๗๘")).withheld == 1
