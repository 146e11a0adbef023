"""Importing a reviewed workbook: changes are shown, comments and other files are kept, open doubts block it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building_blocks import CODE, CYCLE, SLUG, make_lao, make_site
from tests.intake.some_books import cell_of, typed

INTO = f"{CODE}/{CYCLE}"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = make_site(tmp_path)
    make_lao(found, projects=("    note: หมายเหตุเดิม\n", "    note: หมายเหตุเดิม # ดูหน้า ๑๒\n"))
    monkeypatch.chdir(tmp_path)
    return found


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def a_template(*changes: tuple[str, str, str | None]) -> str:
    assert run("template", CODE, "--out", "plan.xlsx").exit_code == 0
    book = Path("plan.xlsx").read_bytes()
    typed_in = [(sheet, cell_of(book, sheet, key, 3), value) for sheet, key, value in changes]
    Path("plan.xlsx").write_bytes(typed(book, *typed_in))
    return "plan.xlsx"


def codes_of(output: str, beside: str = "-") -> list[str]:
    found = (one for one in json.loads(output) if beside not in one["file"])
    return sorted(one["code"] for one in found if not one["code"].startswith("YAML"))


def projects_file(content: Path) -> str:
    return (content / "plans" / f"{CODE}-{SLUG}" / CYCLE / "projects.yml").read_text("utf-8")


def test_unchanged_workbook_changes_nothing(content: Path) -> None:
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    result = run("import", a_template(), "--into", INTO)
    assert (result.exit_code, "ไม่มีสิ่งใดต้องเปลี่ยน" in result.output) == (0, True)
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before


def test_blank_workbook_is_refused_but_facts_of_its_lao_are_imported(content: Path) -> None:
    assert run("template", CODE, "--cycle", "2573-2575", "--out", "blank.xlsx").exit_code == 0
    result = run("import", "blank.xlsx", "--into", f"{CODE}/2573-2575")
    assert (result.exit_code, "ยังไม่มีข้อมูลของแผน" in result.output) == (2, True)
    assert not (content / "plans" / f"{CODE}-{SLUG}" / "2573-2575").exists()
    book = Path("blank.xlsx").read_bytes()
    Path("blank.xlsx").write_bytes(typed(book, ("แผน", "C8", "https://tambon.example")))  # the LAO's website
    assert run("import", "blank.xlsx", "--into", f"{CODE}/2573-2575").exit_code == 0


def test_one_changed_cell_changes_one_line_and_keeps_comments(content: Path) -> None:
    before = projects_file(content).splitlines()
    result = run("import", a_template(("โครงการ", "budget", "๑๒,๐๐๐")), "--into", INTO)
    after = projects_file(content).splitlines()
    assert result.exit_code == 0, result.output
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        ("    budget: ๑๐,๐๐๐", "    budget: ๑๒,๐๐๐")
    ]
    assert "+    budget: ๑๒,๐๐๐" in result.output


def test_cleared_cell_removes_the_value(content: Path) -> None:
    run("import", a_template(("โครงการ", "indicator", None)), "--into", INTO)
    assert "indicator" not in projects_file(content)
    assert "# ดูหน้า ๑๒" in projects_file(content)


def test_dry_run_writes_nothing(content: Path) -> None:
    before = projects_file(content)
    assert run("import", a_template(("โครงการ", "budget", "๑")), "--into", INTO, "--dry-run").exit_code == 0
    assert projects_file(content) == before


@pytest.mark.parametrize("into", ["5440502/2567-2569", f"{CODE}/2570-2572"])
def test_plan_of_another_lao_or_cycle_is_refused(into: str, content: Path) -> None:
    result = run("import", a_template(), "--into", into)
    assert (result.exit_code, "ไม่นำเข้า" in result.output) == (2, True)


def test_open_doubts_block_the_import_and_accepted_ones_become_notes(content: Path) -> None:
    book = a_template(("โครงการ", "budget", "=1+1"))
    refused = run("import", book, "--into", INTO)
    assert (refused.exit_code, "ยังมีสิ่งที่ต้องดู 1 แห่ง" in refused.output) == (2, True)
    accepted = run("import", book, "--into", INTO, "--accept-doubts")
    assert accepted.exit_code == 0, accepted.output
    assert "หมายเหตุเดิม ค่าที่โปรแกรมตารางอาจเปลี่ยนไปจากที่พิมพ์" in projects_file(content)


@pytest.mark.parametrize("more", [(), ("--accept-doubts",), ("--dry-run",)], ids=str)
def test_personal_data_stops_the_import_naming_only_its_cell(more: tuple[str, ...], content: Path) -> None:
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    book = a_template(("โครงการ", "note", "ประสาน นายสมชาย ใจดี โทร 081-234-5678"))
    cell = cell_of(Path(book).read_bytes(), "โครงการ", "note", 3)
    result = run("import", book, "--into", INTO, *more)
    assert (result.exit_code, f"โครงการ!{cell}  PDPA-" in result.output) == (2, True), result.output
    assert [one for one in ("สมชาย", "ใจดี", "5678") if one in result.output] == []
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before


def test_personal_data_beside_the_columns_is_neither_shown_nor_noted(content: Path) -> None:
    book = a_template()
    Path(book).write_bytes(typed(Path(book).read_bytes(), ("โครงการ", "Z3", "ประสาน นายสมชาย ใจดี โทร 081-234-5678")))
    refused = run("import", book, "--into", INTO)
    assert (refused.exit_code, "โครงการ!Z3" in refused.output) == (2, True)
    accepted = run("import", book, "--into", INTO, "--accept-doubts")
    assert accepted.exit_code == 0, accepted.output
    written = "".join(file.read_text("utf-8") for file in content.rglob("*.yml"))
    assert "ข้อความในช่องที่ไม่มีที่ไป" in written
    assert [one for one in ("สมชาย", "ใจดี", "5678") if one in refused.output + accepted.output + written] == []


def test_unreadable_result_is_not_written(content: Path) -> None:
    before = projects_file(content)
    result = run("import", a_template(("โครงการ", "tactic", "กลยุทธ์ที่ไม่มี")), "--into", INTO)
    assert (result.exit_code, projects_file(content)) == (2, before)


def test_findings_are_reported_at_their_cells(content: Path) -> None:
    result = run("check", a_template(("โครงการ", "budget", "หนึ่งหมื่น")), "--annotate", "answer.xlsx", "--format", "json")
    assert '"cell": "โครงการ!' in result.output
    assert Path("answer.xlsx").is_file()


def test_workbook_has_the_findings_of_its_files(content: Path) -> None:
    of_files = run("check", CODE, "--format", "json").output
    of_book = run("check", a_template(), "--format", "json").output
    assert codes_of(of_book) == codes_of(of_files, beside="results")


def test_blank_template_becomes_a_new_plan(content: Path) -> None:
    assert run("template", CODE, "--cycle", "2570-2572", "--out", "new.xlsx").exit_code == 0
    book = Path("new.xlsx").read_bytes()
    Path("new.xlsx").write_bytes(typed(book, ("โครงการ", cell_of(book, "โครงการ", "name", 3), "โครงการแรก")))
    result = run("import", "new.xlsx", "--into", f"{CODE}/2570-2572")
    assert result.exit_code == 0, result.output
    written = content / "plans" / f"{CODE}-{SLUG}" / "2570-2572" / "projects.yml"
    assert written.read_text("utf-8") == "projects:\n  - id: p-1\n    name: โครงการแรก\n"


def test_published_data_file_is_refused_for_import(content: Path) -> None:
    from generator.exports.workbook import workbook
    from tests.exports.some_plans import real_plan

    Path("plan.xlsx").write_bytes(workbook(real_plan()))
    assert "phaen template" in run("import", "plan.xlsx", "--into", INTO).output
