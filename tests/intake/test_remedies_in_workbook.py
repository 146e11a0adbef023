"""Findings on a workbook name its sheets and columns: no key of YAML, for any rule and any key of the format."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks import retired
from generator.checks.all_rules import RULES
from generator.checks.items import FrameworkItem, ResultsItem
from generator.findings import Finding, Location, Severity
from generator.intake.plan_content import MODELS
from generator.intake.workbook.book_layout import ContentPlace
from generator.intake.workbook.cell_codecs import References
from generator.intake.workbook.plan_sheets import LIST_SHEETS, SINGLE_FIELDS
from generator.intake.workbook.remedy_words import OTHERWISE, in_workbook, worded
from generator.intake.workbook.sheet_names import name_of, resolved
from generator.model.description import keys_of
from generator.reading.codes import READING_CODES
from tests.checks.case import Case, findings_of
from tests.checks.test_rules import CASES
from tests.intake.words_of_files import words_of_files

FILES = {
    "lao.yml": "lao",
    "plan.yml": "plan",
    "projects.yml": "projects",
    "idp.yml": "idp",
    "narrative.md": "narrative",
}
NAME = ContentPlace("projects", ("projects", 0, "name"))
KEYS = [(file, one.path.replace("[]", "")) for file, model in MODELS.items() for one in keys_of(model)]


def told(finding: Finding, *, is_new: bool = False) -> str:
    file = FILES.get(_name(finding))
    place = ContentPlace(file, finding.location.path) if file else None
    return in_workbook(finding, place, References(), is_new=is_new).remedy


def _name(finding: Finding) -> str:
    """Return the name of the finding's file, or of a folder."""
    return finding.location.file.rpartition("/")[2]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.says}")
def test_rule_names_no_key(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retired, "RETIRED", retired.RETIRED | {one.code: one for one in case.retired})
    today = case.fires_today or case.today
    found = findings_of(tmp_path, case.fires, today, case.beside, is_committed=case.is_committed)
    own = [one for one in found if one.code == case.code and (_name(one) in FILES or "." not in _name(one))]
    assert {one.code: words_of_files(told(one)) for one in own if words_of_files(told(one))} == {}


def test_every_rule_about_a_plan_names_no_key() -> None:
    """Also the rules about texts, which have no cases; at a place where names are short."""
    rules = [rule for rule in RULES.values() if rule.item not in (ResultsItem, FrameworkItem)]
    location = Location("plans/x/2567-2569/projects.yml", path=NAME.path)
    texts = {
        rule.code: told(Finding(rule.code, rule.severity, "", location, rule.remedy))
        for rule in rules
        if rule.code not in {case.code for case in CASES}
    }
    assert {code: words_of_files(text) for code, text in texts.items() if words_of_files(text)} == {}


def test_codes_with_remedies_of_their_own_exist() -> None:
    assert OTHERWISE.keys() - RULES.keys() - READING_CODES.keys() == set()


def test_every_key_of_the_format_has_a_name() -> None:
    assert [key for key in KEYS if not name_of(key)] == []


def test_no_two_columns_or_rows_have_the_same_name() -> None:
    of_lists = [
        (sheet.file, ".".join(key for key in (*sheet.path, column.path) if key != "*"))
        for sheet in LIST_SHEETS
        for column in sheet.columns
        if not column.path.endswith("*")
    ]
    names = [name_of(key) for key in (*of_lists, *((one.file, ".".join(one.path)) for one in SINGLE_FIELDS))]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_unknown_key_stays_and_is_noticed() -> None:
    assert worded("แก้ no_such_key: ให้ตรง", NAME) == "แก้ no_such_key: ให้ตรง"
    assert words_of_files("แก้ no_such_key: ให้ตรง") == ["no_such_key"]


@pytest.mark.parametrize(
    ("key", "place", "meant"),
    [
        ("date", ContentPlace("plan", ("approval", "meeting")), ("plan", "approval.date")),
        ("years", ContentPlace("idp", ("rows", 2, "years", 0)), ("idp", "rows.years")),
        ("years", ContentPlace("idp", ()), ("idp", "years")),
        ("budget_basis", ContentPlace("projects", ("projects", 0, "budget")), ("plan", "budget_basis")),
        ("aliases", ContentPlace("projects", ("projects", 0)), ("lao", "departments.aliases")),
        ("position", ContentPlace("lao", ()), None),
    ],
)
def test_key_means_that_of_its_record_before_others(key: str, place: ContentPlace, meant: object) -> None:
    assert resolved(key, place) == meant


@pytest.mark.parametrize(
    ("remedy", "place", "said"),
    [
        ("แก้ budget: ให้ตรง", NAME, "แก้คอลัมน์ “งบประมาณ” ของแผ่น “โครงการ” ให้ตรง"),
        ("แก้ province ใน lao.yml ให้ตรง", NAME, "แก้แถว “จังหวัด” ของแผ่น “แผน” ให้ตรง"),
        ("เติมใน projects.yml", None, "เติมในแผ่น “โครงการ”"),
        ("แก้ state: เป็น announced", None, "แก้แถว “สถานะเอกสาร” ของแผ่น “แผน” เป็น “ประกาศใช้แล้ว”"),
        ("หมายถึง “budget” หรือไม่", NAME, "หมายถึง “budget” หรือไม่"),
        ("ใช้อีเมลที่ลงท้ายด้วย .go.th", NAME, "ใช้อีเมลที่ลงท้ายด้วย .go.th"),
        (
            "ใส่ใน former_codes หรือลบ former_codes",
            None,
            "ใส่ใน “รหัสเดิม” (แผ่น “อื่น ๆ” ถ้ามีแถวนั้น หรือไฟล์ lao.yml หลังนำเข้า) หรือลบ “รหัสเดิม”",
        ),
        (
            "แจ้งใน corrections: หรือชี้แจงใน acknowledged:",
            None,
            "แจ้งในหน้าเว็บ “กรอกผลและการแก้ไข” หลังนำเข้า หรือชี้แจงในหน้าเดียวกัน",
        ),
    ],
)
def test_names_of_the_workbook(remedy: str, place: ContentPlace | None, said: str) -> None:
    assert worded(remedy, place) == said


def test_new_plan_needs_no_declared_correction() -> None:
    rule = RULES["LINK-006"]
    location = Location("plans/x/2567-2569/idp.yml", path=("rows", 0, "skills", 0, "competencies"))
    finding = Finding(rule.code, Severity.WARNING, "", location, rule.remedy)
    assert "หน้าเว็บ" in told(finding)
    assert told(finding, is_new=True).endswith("ให้ตรงกับข้อความในเอกสาร")
