"""`phaen check --strict`, `--explain`, `--text`, `--today`: their effects and errors."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.building.checking import Checked
from generator.checks.all_rules import RULES
from generator.checks.explained import all_rules
from generator.checks.rule import Rule
from generator.checks.runner import check_text
from generator.cli import main
from generator.drafting.rewriting import LARGEST
from generator.findings import Finding, Location, Severity
from tests.building_blocks import make_lao

THAI = "แผนพัฒนาบุคลากร\n"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(*arguments: str, piped: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], input=piped)


# --strict


@pytest.mark.parametrize(
    ("severity", "answer", "arguments", "code"),
    [
        (Severity.WARNING, "", [], 0),
        (Severity.WARNING, "", ["--strict"], 1),
        (Severity.WARNING, "ตามเอกสาร", ["--strict"], 0),
        (Severity.NOTICE, "", ["--strict"], 0),
        (Severity.ERROR, "", [], 1),
        (Severity.ERROR, "ตามเอกสาร", [], 1),
    ],
)
@pytest.mark.parametrize("output", ["text", "json", "github", "sarif"])
def test_strict_counts_unanswered_warnings(
    severity: Severity, answer: str, arguments: list[str], code: int, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Finding("YAML-026", severity, "ข้อความ", Location("plans/x.yml", 1, 1), "แก้ไข", answer=answer)
    monkeypatch.setattr("generator.cli.check.check_content", lambda *_, **__: Checked([found], 1, 1, 2))
    result = check("--format", output, *arguments)
    assert result.exit_code == code
    assert "ข้อความ" in result.stdout
    if output == "text":
        assert ("(อปท. ตอบแล้ว 1)" in result.stdout) == bool(answer)


# --today


def test_the_day_is_passed_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    days = []

    def note(_: Path, today: datetime.date, *__: object, **___: object) -> Checked:
        days.append(today)
        return Checked()

    monkeypatch.setattr("generator.cli.check.check_content", note)
    assert check("--today", "1 ต.ค. 2569").exit_code == 0
    assert days == [datetime.date(2026, 10, 1)]
    assert check("--today", "เมื่อวาน").exit_code == 2


# --explain


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_code_is_explained(code: str) -> None:
    result = check("--explain", code)
    assert (result.exit_code, result.stderr) == (0, "")
    one = all_rules()[code]
    assert result.stdout.startswith(f"{code}  {one.title}\nระดับ: ")
    for words in (one.why, one.remedy, one.clause):
        assert words in result.stdout


def test_codes_of_reading_and_of_rules_are_disjoint() -> None:
    from generator.reading.codes import READING_CODES

    assert not READING_CODES.keys() & RULES.keys()
    assert len(all_rules()) == len(READING_CODES) + len(RULES)


@pytest.mark.parametrize("asked", ["yaml-021", " YAML-021 ", "YAML-๐๒๑", "YAML-21", "yaml 21"])
def test_a_code_is_accepted_in_any_spelling(asked: str) -> None:
    assert check("--explain", asked).stdout == check("--explain", "YAML-021").stdout
    assert 'name: "โครงการ: ฝึกอบรม"' in check("--explain", asked).stdout


def test_a_subject_lists_its_codes() -> None:
    result = check("--explain", "ref")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["REF-001", "REF-002", "REF-003", "REF-004"]


@pytest.mark.parametrize(
    ("asked", "near"),
    [("YAML-921", "YAML-021"), ("YMAL-021", "YAML-021"), ("READ-009", "READ-00"), ("ขขข", "หมวดที่มีคือ"), ("", "หมวดที่มี")],
)
def test_an_unknown_code_fails_with_the_most_similar(asked: str, near: str) -> None:
    result = check("--explain", asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ไม่มีรหัส" in result.stderr and near in result.stderr


# --text


def test_texts_are_checked_only_by_the_text_rules() -> None:
    Path("draft.md").write_text(THAI, "utf-8")
    Path("other.txt").write_bytes(b"\xef\xbb\xbf" + THAI.replace("\n", "\r\n").encode())
    result = check("--text", "draft.md", "--text", "other.txt", "--text", "draft.md")
    assert result.exit_code == 0
    assert result.stdout == "ไม่พบข้อผิดพลาด (ตรวจข้อความ 2 ไฟล์)\n"


OF_DRAFTS = [
    rule
    for rule in RULES.values()
    if rule.fires and rule.code in {finding.code for finding in check_text("draft.txt", f"\n{rule.fires}\n")}
]
"""Some text rules look only at the cells of a table, which a draft does not have."""


@pytest.mark.parametrize("rule", OF_DRAFTS, ids=lambda rule: rule.code)
def test_a_finding_of_a_text_rule_has_its_line(rule: Rule) -> None:
    text = f"ข้อความ\n\n{rule.fires}\n".encode()
    Path("draft.txt").write_bytes(text)
    of_file, piped = check("--text", "draft.txt"), check("--text", "-", piped=text)
    assert re.search(rf"draft\.txt:\d+:\d+  \S+ {rule.code}  ", of_file.stdout)
    assert of_file.stdout.replace("draft.txt:", "-:") == piped.stdout
    assert of_file.exit_code == piped.exit_code


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (THAI.encode("cp874"), "ไม่ได้บันทึกเป็นรหัส UTF-8 จึงอ่านไม่ได้ตั้งแต่บรรทัดที่ 1"),
        (THAI.encode() + b"\xff", "ตั้งแต่บรรทัดที่ 2"),
        (THAI.encode("utf-16"), "UTF-16"),
        (b"%PDF-1.7 ...", "ไม่ใช่ไฟล์ข้อความ"),
        (b"PK\x03\x04....", "ไม่ใช่ไฟล์ข้อความ"),
        (b"a\0b", "ไม่ใช่ไฟล์ข้อความ"),
        (b"a" * (LARGEST + 1), "ใหญ่เกิน 2 ล้านไบต์"),
    ],
)
def test_a_binary_file_fails_with_a_thai_message(content: bytes, words: str) -> None:
    Path("draft.txt").write_bytes(content)
    for result in (check("--text", "draft.txt"), check("--text", "-", piped=content)):
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr and "Traceback" not in result.stderr and "ขออภัย" not in result.stderr


@pytest.mark.parametrize("name", ["nothing.txt", ".", "\x00", "a" * 5_000])
def test_a_missing_file_fails_with_a_thai_message(name: str) -> None:
    result = check("--text", name)
    assert result.exit_code == 2
    assert "เปิด" in result.stderr and "ขออภัย" not in result.stderr


def test_one_unreadable_text_does_not_hide_others() -> None:
    Path("good.txt").write_text(THAI, "utf-8")
    Path("bad.txt").write_bytes(b"\xff")
    result = check("--text", "bad.txt", "--text", "good.txt", "--text", "none.txt")
    assert result.exit_code == 2
    assert "ตรวจข้อความ 1 ไฟล์" in result.stdout
    assert "bad.txt" in result.stderr and "none.txt" in result.stderr


def test_texts_and_content_cannot_be_checked_together() -> None:
    make_lao(Path("content"))
    Path("draft.txt").write_text(THAI, "utf-8")
    result = check("5999901", "--text", "draft.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--text" in result.stderr
