"""Writing workbooks: nothing that an officer may have edited is overwritten, and messages name the given path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building_blocks import CODE
from tests.intake.office_commands import call
from tests.intake.some_books import typed
from tests.intake.word_files import docx, table, tc

pytestmark = pytest.mark.usefixtures("content")
DOCUMENT = docx(table([[tc("ที่"), tc("โครงการ"), tc("งบประมาณ")], [tc("๑"), tc("โครงการอบรม"), tc("๑๐,๐๐๐")]]))

COMMANDS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "import": lambda out: ("import", "แผน.docx", "--out", out),
    "template": lambda out: ("template", CODE, "--out", out),
    "check": lambda out: ("check", "plan.xlsx", "--annotate", out),
}


@pytest.fixture(autouse=True)
def inputs(content: Path) -> None:
    """Write what the commands read."""
    Path("แผน.docx").write_bytes(DOCUMENT)
    assert call("template", CODE, "--out", "plan.xlsx").exit_code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_edited_workbook_is_not_overwritten(name: str) -> None:
    assert call(*COMMANDS[name]("out.xlsx")).exit_code == 0
    edited = typed(Path("out.xlsx").read_bytes(), ("โครงการ", "F3", "งานแก้ของเจ้าหน้าที่"))
    Path("out.xlsx").write_bytes(edited)
    result = call(*COMMANDS[name]("out.xlsx"))
    assert (result.exit_code, "มี out.xlsx อยู่แล้ว" in result.output, "ชื่ออื่น" in result.output) == (2, True, True)
    assert Path("out.xlsx").read_bytes() == edited


@pytest.mark.parametrize("name", COMMANDS)
def test_same_command_again_is_accepted(name: str) -> None:
    assert [call(*COMMANDS[name]("out.xlsx")).exit_code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("name", COMMANDS)
def test_missing_folder_is_named_as_given(name: str) -> None:
    result = call(*COMMANDS[name]("nowhere/out.xlsx"))
    assert (result.exit_code, "nowhere/out.xlsx" in result.output, ".phaen-book" in result.output) == (2, True, False)


@pytest.mark.parametrize("out", ["plan.xlsx", "./plan.xlsx", "../{}/plan.xlsx", "same.xlsx"])
def test_checked_workbook_is_not_its_own_annotated_copy(out: str) -> None:
    Path("same.xlsx").hardlink_to("plan.xlsx")
    before = Path("plan.xlsx").read_bytes()
    result = call("check", "plan.xlsx", "--annotate", out.format(Path.cwd().name))
    assert (result.exit_code, "คือสมุดงานที่สั่งให้ตรวจ" in result.output) == (2, True)
    assert Path("plan.xlsx").read_bytes() == before
