"""`phaen new`: a folder without errors, or a refusal that changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building_blocks import CODE, CYCLE, make_lao

REGISTRY = (
    "\ufeffdla_code,type_th,name_th,province_code,district_name_th\r\n"
    "5449901,เทศบาลตำบล,ตัวอย่างหนึ่ง,44,ตัวอย่าง\r\n"
    "6449902,อบต.,ตัวอย่างสอง,44,ตัวอย่าง\r\n"
)
DAY = ("--today", "2567-06-01")


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content" / "plans").mkdir(parents=True)
    (tmp_path / "laos.csv").write_bytes(REGISTRY.encode())
    monkeypatch.chdir(tmp_path)


def phaen(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def new(*arguments: str) -> Result:
    return phaen("new", *arguments, *DAY)


def everything() -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in Path().rglob("*") if file.is_file()}


def test_a_new_lao_from_the_registry_has_no_errors() -> None:
    result = new("5449901", "--registry", "laos.csv")
    assert result.exit_code == 0, result.output
    folder = Path("content/plans/5449901-tua-yang-nueng")
    assert f"สร้าง {folder} แล้ว" in result.stdout
    assert "phaen check 5449901" in result.stdout and "ยังไม่ทราบ" not in result.stdout
    assert sorted(str(file.relative_to(folder)) for file in folder.rglob("*.*")) == [
        f"{CYCLE}/idp.yml",
        f"{CYCLE}/plan.yml",
        f"{CYCLE}/projects.yml",
        "lao.yml",
    ]
    lao = (folder / "lao.yml").read_text("utf-8")
    for line in ("code: 5449901", "type: เทศบาลตำบล", "name: ตัวอย่างหนึ่ง", "district: ตัวอย่าง", "province: มหาสารคาม"):
        assert f"\n{line}\n" in lao
    result = phaen("check")
    assert result.exit_code == 0
    assert re.search(r"^ไม่พบข้อผิดพลาด.* \(ตรวจ อปท. 1 แห่ง แผน 1 ฉบับ", result.stdout, re.MULTILINE)


def test_without_a_registry_missing_facts_are_named() -> None:
    result = new("๕๙๙๙๙๐๑")
    assert result.exit_code == 0
    assert Path("content/plans/5999901-lao").is_dir()
    assert "ยังไม่ทราบ ให้ตรวจและแก้ใน lao.yml: ประเภท (เดาจากรหัส), ชื่อ, อำเภอ, จังหวัด" in result.stdout
    assert phaen("check").exit_code == 0


def test_options_override_the_registry() -> None:
    options = ("--name", "ชื่ออื่น", "--type", "อบต.", "--district", "อื่น", "--province", "จ.มหาสารคาม", "--slug", "my-slug")
    assert new("5449901", "--registry", "laos.csv", *options).exit_code == 0
    lao = Path("content/plans/5449901-my-slug/lao.yml").read_text("utf-8")
    assert "\nname: ชื่ออื่น\n" in lao and "\ntype: อบต.\n" in lao and "\nprovince: มหาสารคาม\n" in lao


def test_the_first_lao_needs_no_plans_folder() -> None:
    Path("content/plans").rmdir()
    assert new(CODE).exit_code == 0
    assert phaen("check").exit_code == 0


def test_a_cycle_can_be_added_and_rolled_over() -> None:
    make_lao(Path("content"))
    assert new(CODE, "--cycle", "๒๕๗๓-๒๕๗๕").exit_code == 0
    result = new(CODE, "--cycle", "2570-2572", "--from", CYCLE)
    assert result.exit_code == 0, result.output
    for said in ("ยกโครงสร้างจากรอบ 2567-2569", "ไม่ได้ยกมา: ", "มติเห็นชอบ (approval)", "ให้ใส่งบประมาณ"):
        assert said in result.stdout
    assert "แผน 3 ฉบับ" in phaen("check", CODE).stdout
    assert phaen("check", CODE).exit_code == 0


def test_a_roll_over_with_budget_advises_to_check_it() -> None:
    make_lao(Path("content"))
    result = new(CODE, "--cycle", "2570-2572", "--from", CYCLE, "--keep-budget")
    assert "ให้ตรวจจำนวนเงินที่ยกมาจากแผนเดิมทุกแถว" in result.stdout
    assert "budget: ๑๐,๐๐๐\n" in Path(f"content/plans/{CODE}-tua-yang/2570-2572/projects.yml").read_text("utf-8")
    assert phaen("check", CODE).exit_code == 0


def test_departments_needed_by_a_new_cycle_are_added() -> None:
    lao = "code: 5449901\ntype: เทศบาลตำบล\nname: ตัวอย่าง\nprovince: มหาสารคาม  # ตามทะเบียน\n"
    folder = Path("content/plans/5449901-tua-yang")
    folder.mkdir()
    (folder / "lao.yml").write_text(lao, "utf-8")
    result = new("5449901", "--cycle", CYCLE)
    assert "เพิ่มหัวข้อ departments" in result.stdout
    text = (folder / "lao.yml").read_text("utf-8")
    assert text.startswith(lao) and "\ndepartments:\n  - id: clerk-office\n" in text
    assert phaen("check").exit_code == 0


@pytest.mark.parametrize(("cycle", "length"), [("2570-2573", 4), ("2570-2570", 1)])
def test_a_cycle_of_unusual_length_is_made_with_a_warning(cycle: str, length: int) -> None:
    make_lao(Path("content"))
    for arguments in ((CODE, "--cycle", cycle, "--from", CYCLE), ("5449901", "--cycle", cycle)):
        result = new(*arguments)
        assert result.exit_code == 0
        assert f"คำเตือน: รอบ {cycle} ยาว {length} ปี" in result.stderr
    assert "คำเตือน" not in new("6449902").stderr
    assert phaen("check").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("123",), "ต้องเป็นตัวเลข 7 หลัก"),
        (("../5999901",), "ต้องเป็นตัวเลข 7 หลัก"),
        (("0544050",), "หลักแรกต้องเป็น 2 ถึง 9"),
        (("5449909", "--registry", "laos.csv"), "อาจหมายถึง 5449901 (เทศบาลตำบล ตัวอย่างหนึ่ง"),
        (("5449909", "--registry", "laos.csv", "--name", "ตัวอย่างสอง"), "อาจหมายถึง 6449902"),
        (("5449901", "--registry", "none.csv"), "ไม่พบไฟล์ทะเบียน none.csv"),
        (("5449901", "--registry", "content"), "ไม่พบไฟล์ทะเบียน content"),
        (("5449901", "--slug", "../../out"), "--slug “../../out” ใช้ไม่ได้"),
        (("5449901", "--slug", ""), "--slug “” ใช้ไม่ได้"),
        (("5449901", "--type", "เทศบาล"), "ไม่มีประเภท อปท."),
        (("5449901", "--province", "เชียงใหม"), "หมายถึง “เชียงใหม่” หรือไม่"),
        (("5449901", "--province", "เชียงใหม่"), "เป็นรหัสของจังหวัดมหาสารคาม"),
        (("5449901", "--keep-budget"), "--keep-budget ใช้คู่กับ --from"),
        (("5449901", "--cycle", "2570"), "--cycle: อ่านรอบแผน"),
        (("5449901", "--cycle", "../../x-y"), "--cycle: อ่านปี"),
        (("5449901", "--cycle", "2572-2570"), "--cycle: รอบแผน 2572-2570 เรียงปีกลับกัน"),
        (("5449901", "--cycle", "2024-2026"), "คริสต์ศักราช"),
        (("5449901", "--from", CYCLE), "--from ต้องใช้คู่กับ --cycle"),
        (("5449901", "--cycle", "2570-2572", "--from", CYCLE), "ยังไม่มีโฟลเดอร์ของรหัส อปท. 5449901"),
        (("5449901", "--content", "nothing"), "ไม่พบโฟลเดอร์ nothing"),
        ((CODE,), "หากจะเพิ่มรอบแผน ให้ระบุ --cycle"),
        ((CODE, "--cycle", CYCLE), "คำสั่งนี้ไม่เขียนทับ"),
        ((CODE, "--cycle", "2570-2572", "--name", "ใหม่"), "แก้ได้ใน lao.yml"),
        ((CODE, "--cycle", "2570-2572", "--from", "2564-2566"), "ไม่มีรอบแผน 2564-2566"),
        ((CODE, "--cycle", "2570-2572", "--from", "x"), "--from: อ่านรอบแผน"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_refusal_changes_nothing(arguments: tuple[str, ...], said: str) -> None:
    make_lao(Path("content"))
    before = everything()
    result = new(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output and "ขออภัย" not in result.output
    assert everything() == before


def test_an_lao_with_errors_is_refused() -> None:
    make_lao(Path("content"), lao=("code: 5999901", "code: 5999909"))
    result = new(CODE, "--cycle", "2570-2572")
    assert result.exit_code == 2
    assert f"phaen check {CODE}" in result.stderr
    make_lao(Path("content"), slug="twice")
    assert "มีมากกว่าหนึ่งโฟลเดอร์" in new(CODE, "--cycle", "2570-2572").stderr


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/b\\c", "C:\\x", "\x1b[2J", "ชื่อ\nใหม่: y", "\u202etxt", "ก" * 2000, "<b>"]
)
def test_a_hostile_name_writes_nothing_outside_the_folder(name: str) -> None:
    before = set(Path().iterdir())
    result = new(CODE, "--name", name)
    assert result.exit_code in (0, 2)
    assert "Traceback" not in result.output and "ขออภัย" not in result.output and "\x1b" not in result.output
    assert set(Path().iterdir()) == before
    assert all(folder.name.startswith(f"{CODE}-") for folder in Path("content/plans").iterdir())
    assert len(list(Path("content").iterdir())) == 1
    assert phaen("check").exit_code == 0


def test_a_skeleton_of_results_lists_every_project_of_the_year_without_values() -> None:
    folder = make_lao(Path("content"), results=None)
    assert new(CODE, "--results", "2567", "--round", "6").exit_code == 0
    assert new(CODE, "--results", "๒๕๖๗", "--round", "12").exit_code == 0
    made = sorted((folder / CYCLE / "results").iterdir())
    assert [file.name for file in made] == ["2567-12.yml", "2567.yml"]
    assert "\n  - project: s1t1-1\n" in made[0].read_text("utf-8")
    assert phaen("check", CODE).exit_code == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--results", "2567", "--round", "12"),
        ("--results", "2575", "--round", "12"),
        ("--results", "2568"),
        ("--results", "ปีนี้", "--round", "6"),
        ("--results", "2568", "--round", "6", "--name", "อื่น"),
    ],
)
def test_refused_results_change_nothing(options: tuple[str, ...]) -> None:
    make_lao(Path("content"))
    before = everything()
    assert new(CODE, *options).exit_code == 2
    assert everything() == before
