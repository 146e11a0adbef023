"""`phaen check`: what is checked, how findings are shown, and the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.finding_files import ordered
from generator.cli.finding_text import display_width
from generator.findings import Finding, Location, Severity
from tests.building_blocks import CODE, CYCLE, PUBLISHED, ROOT, make_lao

OTHER = "5999902"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Findings of reading only, unless a test is about the rules, which have findings on the valid LAO."""
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    if "rules" not in request.fixturenames:
        monkeypatch.setattr("generator.building.checking.check_lao", lambda *_: ())


@pytest.fixture
def rules() -> None:
    """Enable the rules as well."""


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_valid_content_has_no_findings() -> None:
    make_lao(Path("content"))
    result = check()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "ไม่พบข้อผิดพลาด (ตรวจ อปท. 1 แห่ง แผน 1 ฉบับ กรอบระดับชาติ 0 ฉบับ)\n"


@pytest.mark.usefixtures("rules")
def test_the_published_content_has_no_errors_and_many_findings() -> None:
    result = check("--content", str(PUBLISHED))
    assert result.exit_code == 0, result.stdout
    assert "ไม่พบข้อผิดพลาด แต่มี ควรตรวจ" in result.stdout
    assert "ควรตรวจ MONEY-004  " in result.stdout
    assert check("--content", str(PUBLISHED), "--strict").exit_code == 1


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize("code", ["3340102", "5440502", "6750306"])
def test_a_real_lao_has_no_errors(code: str) -> None:
    result = check("--content", str(ROOT / "content"), code)
    assert result.exit_code == 0, result.stdout


@pytest.mark.usefixtures("rules")
def test_findings_of_rules_and_reading_are_shown_together() -> None:
    make_lao(Path("content"))
    (Path("content/plans") / f"{CODE}-tua-yang" / "plann.yml").write_text("a: b\n", "utf-8")
    records = json.loads(check("--format", "json").stdout)
    codes = [record["code"] for record in records]
    assert "TREE-006" in codes and "DATE-015" in codes
    record = records[codes.index("DATE-015")]
    assert record["file"].endswith("/idp.yml") and record["line"] and record["title"] and record["also"]


@pytest.mark.usefixtures("rules")
def test_an_answer_of_the_lao_is_shown_with_the_finding() -> None:
    make_lao(Path("content"), plan=("code: MONEY-001, reason: ตามเอกสาร", "code: DATE-015, reason: ตามเอกสารต้นฉบับ"))
    result = check()
    assert "    คำตอบของ อปท.: ตามเอกสารต้นฉบับ\n" in result.stdout
    assert "(อปท. ตอบแล้ว 1)" in result.stdout


@pytest.mark.usefixtures("rules")
def test_rules_on_frameworks_run_if_frameworks_are_checked() -> None:
    shutil.copytree(PUBLISHED / "frameworks", "content/frameworks")
    make_lao(Path("content"))
    for arguments, are_listed in (((), True), (("content/frameworks",), True), ((CODE,), False)):
        assert ("FRAME-" in check(*arguments).stdout) == are_listed


@pytest.mark.usefixtures("rules")
def test_identities_are_compared_with_a_registry() -> None:
    make_lao(Path("content"))
    head = "dla_code,type_th,name_th,province_code,district_name_th\n"
    Path("laos.csv").write_text(f"{head}{CODE},อบต.,อื่น,44,อื่น\n", "utf-8")
    alone, held = check("--format", "json"), check("--registry", "laos.csv", "--format", "json")
    new = {one["code"] for one in json.loads(held.stdout)} - {one["code"] for one in json.loads(alone.stdout)}
    assert new and all(code.startswith("NAME-") for code in new)
    refused = check("--registry", "none.csv")
    assert refused.exit_code == 2 and "ไม่พบไฟล์ทะเบียน none.csv" in refused.stderr


def test_a_finding_shows_place_line_caret_and_remedy() -> None:
    make_lao(Path("content"), plan=("state: announced", "state: done"))
    result = check()
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    place = f"content/plans/{CODE}-tua-yang/{CYCLE}/plan.yml:4:8"
    assert lines[0].startswith(f"{place}  ผิดพลาด READ-003  ")
    assert lines[1:3] == ["    state: done", "           ^"]
    assert lines[3].startswith("    วิธีแก้: ")
    assert lines[-1].startswith("พบ ผิดพลาด 1 (ตรวจ อปท. 1 แห่ง")


def test_a_tab_is_shown_as_an_arrow() -> None:
    make_lao(Path("content"), plan=("state: announced", "state: announced\n\tsubmitted: x"))
    result = check()
    assert result.exit_code == 1
    assert "    →submitted: x\n    ^" in result.stdout


def test_the_caret_is_aligned_by_the_width_of_thai_text() -> None:
    make_lao(Path("content"), projects=("name: โครงการฝึกอบรม", "name: กิ๊ก ที่นี่: ค่า"))
    lines = check().stdout.splitlines()
    caret = lines[2].index("^") - 4
    before = "    name: กิ๊ก ที่นี่"
    assert lines[1].startswith(f"    {before}:")
    assert caret == display_width(before) < len(before)


def test_a_long_line_is_truncated_around_the_place() -> None:
    make_lao(Path("content"), projects=("name: โครงการฝึกอบรม", f"name: {'ก' * 300}: ค่า"))
    lines = check().stdout.splitlines()
    assert lines[1].startswith("    …") and lines[1].endswith("ค่า")
    assert len(lines[1]) < 120
    assert lines[1][lines[2].index("^")] == ":"


def test_control_characters_of_content_do_not_reach_the_terminal() -> None:
    make_lao(Path("content"), projects=("name: โครงการฝึกอบรม", "name: ก\x1b[2Jข"))
    result = check()
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout and "\ufffd" in result.stdout


def test_crlf_and_a_byte_order_mark_have_no_effect() -> None:
    folder = make_lao(Path("content"), plan=("state: announced", "state: done"))
    before = check().stdout
    for file in folder.rglob("*.yml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert check().stdout == before


def test_only_the_requested_lao_is_checked() -> None:
    make_lao(Path("content"))
    make_lao(Path("content"), OTHER, "other", plan=("state: announced", "state: done"))
    Path("content/plans/wrong_name").mkdir()
    assert check(CODE).exit_code == 0
    assert check("๕๙๙๙๙๐๑").exit_code == 0
    result = check(CODE, OTHER)
    assert result.exit_code == 1
    assert "wrong_name" not in result.stdout
    assert "อปท. 2 แห่ง" in result.stdout


@pytest.mark.parametrize(
    "target",
    [
        f"content/plans/{OTHER}-other",
        f"content/plans/{OTHER}-other/",
        f"content/plans/{OTHER}-other/{CYCLE}/plan.yml",
        f"plans/{OTHER}-other",
        f"{OTHER}-other",
        "content",
        "content/plans",
        ".",
    ],
)
def test_folders_and_files_select_their_lao(target: str) -> None:
    make_lao(Path("content"))
    make_lao(Path("content"), OTHER, "other", plan=("state: announced", "state: done"))
    if target == ".":
        result = check("--content", ".", target)
        assert result.exit_code == 2  # no plans/ here
        return
    result = check(target)
    assert result.exit_code == 1
    assert result.stdout.count("ผิดพลาด READ-003") == 1


@pytest.mark.usefixtures("rules")
def test_a_checked_file_shows_its_findings_and_counts_the_others() -> None:
    make_lao(Path("content"))
    file = f"content/plans/{CODE}-tua-yang/{CYCLE}/plan.yml"
    alone, whole = check(file), check(file, CODE)
    assert "plan.yml:" in alone.stdout
    assert "projects.yml:" not in alone.stdout
    assert "ในไฟล์อื่นของ อปท. เดียวกัน" in alone.stdout
    assert "projects.yml:" in whole.stdout
    assert "ในไฟล์อื่น" not in whole.stdout


@pytest.mark.parametrize("target", ["lao.yml", f"{CYCLE}/idp.yml"])
def test_a_file_is_not_reported_valid_if_an_error_elsewhere_prevents_its_check(target: str) -> None:
    make_lao(Path("content"), plan=("state: announced", "state: done"))
    result = check(f"content/plans/{CODE}-tua-yang/{target}")
    assert result.exit_code == 1
    assert "plan.yml:4:8" in result.stdout


def test_a_misnamed_folder_can_be_checked_by_path() -> None:
    make_lao(Path("content"))
    Path("content/plans/wrong_name").mkdir()
    result = check("content/plans/wrong_name")
    assert result.exit_code == 1
    assert "content/plans/wrong_name  ผิดพลาด TREE-002" in result.stdout
    assert "อปท. 0 แห่ง" in result.stdout


def test_frameworks_can_be_checked_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PUBLISHED / "frameworks", "content/frameworks")
    make_lao(Path("content"), plan=("state: announced", "state: done"))
    result = check("content/frameworks")
    assert result.exit_code == 0
    assert "อปท. 0 แห่ง" in result.stdout and "กรอบระดับชาติ 2 ฉบับ" in result.stdout


@pytest.mark.parametrize("target", ["/", "..", "nothing", "content/plans/../../..", "\x00", "a" * 5000])
def test_a_path_that_is_not_content_is_wrong_use(target: str) -> None:
    make_lao(Path("content"))
    result = check(target)
    assert result.exit_code == 2
    assert result.stderr and "Traceback" not in result.stderr and "ขออภัย" not in result.stderr


def test_json_is_a_list_of_objects() -> None:
    make_lao(Path("content"), plan=("state: announced", "state: done"))
    result = check("--format", "json")
    assert result.exit_code == 1
    (record,) = json.loads(result.stdout)
    fields = set(Finding._fields) - {"location"}
    assert record.keys() == fields | {"title", "file", "line", "column", "path"}
    assert record["file"] == f"content/plans/{CODE}-tua-yang/{CYCLE}/plan.yml"
    assert (record["code"], record["severity"], record["line"], record["column"]) == ("READ-003", "error", 4, 8)
    assert record["path"] == ["state"]


def test_json_of_valid_content_is_an_empty_list() -> None:
    make_lao(Path("content"))
    result = check("--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_warnings_alone_exit_with_0() -> None:
    folder = make_lao(Path("content"))
    (folder / "plann.yml").write_text("a: b\n", "utf-8")
    result = check()
    assert result.exit_code == 0
    assert "ควรตรวจ TREE-006" in result.stdout
    assert "ไม่พบข้อผิดพลาด แต่มี ควรตรวจ 1" in result.stdout


def test_no_rename_is_advised_if_the_original_exists() -> None:
    folder = make_lao(Path("content"))
    (folder / CYCLE / "plan.yml.bak").write_text("a: b\n", "utf-8")
    assert "มี “plan.yml” อยู่แล้ว" in check().stdout
    (folder / CYCLE / "idp.yml").rename(folder / CYCLE / "Idp.yml")
    assert "เปลี่ยนชื่อเป็น “idp.yml”" in check().stdout


def test_one_broken_lao_does_not_hide_another() -> None:
    make_lao(Path("content"), lao=b"\xff\xfe\x00", plan=b"\x00" * 10)
    make_lao(Path("content"), OTHER, "other", plan="")
    make_lao(Path("content"), "5999903", "third", lao="[" * 1000)
    result = check()
    assert result.exit_code == 1
    for code in (CODE, OTHER, "5999903"):
        assert f"content/plans/{code}-" in result.stdout
    assert "Traceback" not in result.output


def test_unreadable_plans_are_reported_as_unchecked() -> None:
    make_lao(Path("content"), plan=("cycle: ", "cycl: "))
    assert "อ่านแผนไม่ได้ 1 ฉบับ จึงยังไม่ได้ตรวจข้ออื่นของแผนนั้น" in check().stdout


def test_an_unreadable_file_is_a_finding() -> None:
    folder = make_lao(Path("content"), plan=None)
    (folder / CYCLE / "plan.yml").mkdir()
    result = check()
    assert result.exit_code == 1
    assert "plan.yml" in result.stdout and "Traceback" not in result.output


def test_the_most_severe_file_and_finding_come_first() -> None:
    def finding(file: str, severity: Severity, line: int) -> Finding:
        return Finding("X-001", severity, "ก", Location(file, line), "ข")

    found = [
        finding("a", Severity.NOTICE, 1),
        finding("b", Severity.WARNING, 1),
        finding("b", Severity.ERROR, 9),
        finding("b", Severity.ERROR, 2),
    ]
    assert [(f.location.file, f.location.line) for f in ordered(found)] == [("b", 2), ("b", 9), ("b", 1), ("a", 1)]


def test_paths_outside_the_current_folder_are_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    make_lao(content, plan=("state: announced", "state: done"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert check("--content", str(content)).stdout.startswith(f"{content}/plans/")
    assert check("--content", "../content").stdout.startswith("../content/plans/")
