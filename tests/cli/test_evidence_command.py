"""`phaen evidence`: the sheet of a plan in the terminal, as text and as JSON."""

from __future__ import annotations

import hashlib
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
    assert "  [ครบ] แผนมีผลใช้บังคับในปีที่ประเมิน (อนุมาน ยังไม่ยืนยันกับคู่มือ)" in lines
    assert "  [ยังไม่ครบ] ปัญหาและอุปสรรค (อนุมาน ยังไม่ยืนยันกับคู่มือ)" in lines
    assert "    - แบบแสดงหลักฐานฉบับนี้: https://office.go.th/plan/lao/5999901/2567-2569/evidence/2568/" in lines


def test_an_item_without_report_has_no_text_to_copy(content: Path) -> None:
    (content / "plans" / f"{CODE}-{SLUG}" / "2567-2569" / "results" / "2567.yml").unlink()
    lines = evidence(content, "--year", "2568").output.splitlines()
    assert sum(line == "  ข้อความสำหรับแบบตอบ" for line in lines) == 1
    assert any(line.startswith("  ยังไม่มีผลของปีงบประมาณ 2567") for line in lines)


def test_the_command_says_what_the_page_says(content: Path) -> None:
    folder = content / "plans" / f"{CODE}-{SLUG}" / "2567-2569"
    (folder / "documents").mkdir()
    (folder / "documents" / "report.pdf").write_bytes(b"%PDF-1.7")
    stated = ", evidence: [{title: รายงานการอบรม, kind: รายงาน, date: 1 ต.ค. 2567, file: report.pdf}]}"
    results = folder / "results" / "2567.yml"
    results.write_text(results.read_text("utf-8").replace("people: ๓๐}", f"people: ๓๐{stated}"), "utf-8")
    plan = folder / "plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("budget_basis: per_year", "budget_basis: not_stated"), "utf-8")
    lines = evidence(content, "--year", "2568").output.splitlines()
    assert "  [ครบ] แผนมีผลใช้บังคับในปีที่ประเมิน (อนุมาน ยังไม่ยืนยันกับคู่มือ)" in lines
    assert any(line.startswith("      ในจำนวนนี้ เอกสารไม่ระบุว่าเป็นเงินต่อปี") for line in lines)
    assert any(line.startswith("  ข้อ o16 ") for line in lines)
    at = lines.index("  รายงานการอบรม (รายงาน 1 ตุลาคม 2567 8 ไบต์)")
    assert lines[at + 1].startswith("      ยังไม่เผยแพร่ไฟล์ เพราะยังไม่ได้ระบุว่าตรวจ")
    assert lines[at + 2] == f"      SHA-256 {hashlib.sha256(b'%PDF-1.7').hexdigest()} (คำนวณจากไฟล์)"
    assert "รายงานผลล่าสุด ข้อมูล ณ วันที่: 30 กันยายน 2567" in lines
    assert any(line.startswith("ไม่ได้ระบุ --site-url") for line in lines)


def test_a_list_of_projects_is_written_once(content: Path) -> None:
    lines = evidence(content, "--year", "2568").output.splitlines()
    lists = [index for index, line in enumerate(lines) if line.startswith("      ยังไม่ระบุ 1 โครงการ")]
    assert len(lists) > 2
    assert any("เช่นเดียวกับองค์ประกอบ" in lines[index] for index in lists)
    written = [lines[index + 1] for index in lists if "เช่นเดียวกับ" not in lines[index]]
    assert all(line.startswith("        - ") for line in written)


def test_a_website_without_a_menu_says_so(content: Path) -> None:
    lao = content / "plans" / f"{CODE}-{SLUG}" / "lao.yml"
    lao.write_text(f"{lao.read_text('utf-8')}\nwebsite: https://www.example.go.th\n", "utf-8")
    assert "ยังไม่ได้ระบุเมนูของเว็บไซต์หลัก" in evidence(content, "--year", "2568").output


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
