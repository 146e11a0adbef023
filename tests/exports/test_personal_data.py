"""Possible personal data in any field is left out of all files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.exports.data_tables.personal_data import WITHHELD
from generator.exports.plan_files import plan_files, workbook_files
from tests.building_blocks import Change, make_lao
from tests.exports.some_plans import read_and_checked, valid_plan


def everything(content: Path, **changes: Change) -> str:
    """Return the text of all files of the changed plan."""
    read, found = read_and_checked(content, make_lao(content, **changes))
    files = plan_files(read.lao_folder, found) | workbook_files(read.lao_folder, found)
    packed = (zipfile.ZipFile(io.BytesIO(data)) for path, data in files.items() if path.endswith(".xlsx"))
    parts = [one.read(name) for one in packed for name in one.namelist()]
    parts += [data for path, data in files.items() if not path.endswith(".xlsx")]
    return b"\n".join(parts).decode("utf-8")


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
def test_personal_data_is_replaced_in_every_file(file: str, change: tuple[str, str], gone: str, tmp_path: Path) -> None:
    text = everything(tmp_path, **{file: change})
    assert gone not in text
    assert WITHHELD in text


def test_a_plan_without_personal_data_is_unchanged(tmp_path: Path) -> None:
    assert valid_plan(tmp_path).withheld == 0
    assert WITHHELD not in everything(tmp_path / "again")


def test_files_state_the_number_of_replacements(tmp_path: Path) -> None:
    assert valid_plan(tmp_path, projects=("note: หมายเหตุเดิม", "note: ติดต่อ ๐๘๑-๒๓๔-๕๖๗๘")).withheld == 1
