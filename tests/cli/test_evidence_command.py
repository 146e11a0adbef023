"""`phaen evidence`: the sheet of a plan in the terminal, as text and as JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building_blocks import CODE, PUBLISHED, SLUG, make_lao


@pytest.fixture
def content(tmp_path: Path) -> Path:
    make_lao(tmp_path / "content")
    shutil.copytree(PUBLISHED / "frameworks" / "ita", tmp_path / "content" / "frameworks" / "ita")
    return tmp_path / "content"


def evidence(content: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["evidence", CODE, "--content", str(content), *arguments])


def test_each_element_has_its_state_and_its_reason(content: Path) -> None:
    lines = evidence(content, "--year", "๒๕๖๘", "--site-url", "https://office.go.th/plan").output.splitlines()
    assert lines[0] == "หลักฐาน ITA ปี 2568 เทศบาลตำบลตัวอย่าง แผน 2567-2569"
    assert "  [ครบ] แผนมีผลใช้บังคับในปีที่ประเมิน" in lines
    assert "  [ยังไม่ครบ] ปัญหาและอุปสรรค" in lines
    assert "    - แบบแสดงหลักฐานฉบับนี้: https://office.go.th/plan/lao/5999901/2567-2569/evidence/2568/" in lines


def test_an_item_without_report_has_no_text_to_copy(content: Path) -> None:
    (content / "plans" / f"{CODE}-{SLUG}" / "2567-2569" / "results" / "2567.yml").unlink()
    lines = evidence(content, "--year", "2568").output.splitlines()
    assert sum(line == "  ข้อความสำหรับแบบตอบ" for line in lines) == 1
    assert any(line.startswith("  ยังไม่มีผลของปีงบประมาณ 2567") for line in lines)


def test_json_has_the_same_content(content: Path) -> None:
    (sheet,) = json.loads(evidence(content, "--year", "2568", "--format", "json").output)
    assert [item["number"] for item in sheet["items"]] == ["o14", "o15"]
    states = {one["id"]: one["state"] for item in sheet["items"] for one in item["elements"]}
    assert (states["in-force"], states["problems"]) == ("met", "not_met")
    assert sheet["address"] == "/lao/5999901/2567-2569/evidence/2568/"


def test_a_year_with_unknown_items_says_so(content: Path) -> None:
    assert "ยังไม่มีรายการข้อของการประเมินปีนี้" in evidence(content, "--year", "2570").output


@pytest.mark.parametrize(
    "arguments", [("--year", "2560"), ("--year", "ปีหน้า"), ("--year", "2568", "--site-url", "office")]
)
def test_wrong_use_has_exit_code_2(arguments: tuple[str, ...], content: Path) -> None:
    assert evidence(content, *arguments).exit_code == 2
