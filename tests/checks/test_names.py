"""NAME: difficult names, spellings and texts beyond the single cases."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.all_rules import RULES
from generator.checks.items import CheckBasis, LaoItem, RegisteredLao
from generator.checks.names.near import mistyped
from generator.checks.names.registered import code_not_in_the_registry, differs_from_the_registry
from generator.checks.names.wordings import differing_part
from generator.checks.rule import Hit
from generator.checks.runner import check_text
from generator.model.content import LaoFolder
from generator.model.guidelines import Guidelines
from generator.model.lao import Lao
from tests.checks.case import Change, findings_of
from tests.steps import grows_with_its_size

TODAY = datetime.date(2025, 3, 1)


def item(text: str, registry: dict[str, RegisteredLao] | None = None, **lao: object) -> LaoItem:
    """Return an LAO whose guidelines quote one text."""
    of: dict[str, object] = {"code": "5999901", "type": "เทศบาลตำบล", "name": "ตัวอย่าง", "district": "สมมติชัย"}
    record = Lao(**{**of, "province": "มหาสารคาม", **lao})
    source = {"extent": "full", "entered_by": "lao"}
    guidelines = Guidelines(id="g", title="แนวทาง", source=source, quotations=[{"section": "๑", "text": text}])
    folder = LaoFolder(record.code, "plans/x", record, (), (guidelines,), ())
    return LaoItem(record, folder, CheckBasis((), TODAY, registry or {}))


def hits(code: str, of: LaoItem) -> list[Hit]:
    """Return the hits of one rule."""
    return list(RULES[code].find(of))


@pytest.mark.parametrize(
    ("name", "run", "found"),
    [
        ("โพนทอง", "โพหนองผู้บังคับบัญชา", "โพหนอง"),
        ("โพนทอง", "โพธิ์ทองตระหนัก", "โพธิ์ทอง"),
        ("โพนทอง", "โพนท่อง", "โพนท่อง"),
        ("โพนทอง", "โพนงาม", None),  # another place
        ("โพนทอง", "คำใหญ่", None),
        ("เชียงยืน", "เขียงยืน", "เขียงยืน"),
        ("บางแค", "บางแห่ง", None),
        ("ตำแย", "ตำแหน่ง", None),  # a short name within running text
        ("และ", "แลก", None),  # too short to compare
        ("ตัวอย่าง", "", None),
        ("ตัวอย่าง", "ตัวอย่าง", None),
    ],
)
def test_mistyped_name_is_recognised(name: str, run: str, found: str | None) -> None:
    assert mistyped(name, run) == found


@pytest.mark.parametrize(
    ("text", "other", "parts"),
    [
        ("ภาคประชาชน", "ภาพประชาชน", ("ภาคประชาชน", "ภาพประชาชน")),
        ("ก ข ค", "กข ค", ("ก ข ค", "กข ค")),
        ("", "ก", ("", "ก")),
        ("เหมือน", "เหมือนกัน", ("เหมือน", "เหมือนกัน")),
    ],
)
def test_differing_part_of_two_texts_is_returned(text: str, other: str, parts: tuple[str, str]) -> None:
    assert differing_part(text, other) == parts


@pytest.mark.parametrize(
    "text",
    [
        "แผนของเทศบาลตำบลตัวอย่างประจำปี",
        "นายกเทศมนตรีตำบลเป็นผู้อนุมัติ",
        "เทศบาลตำบลและเทศบาลเมืองทุกแห่ง",
        "ตำบลใกล้เคียง",
    ],
)
def test_general_words_are_no_names(text: str) -> None:
    of = item(text)
    assert not [
        hit
        for code in ("NAME-008", "NAME-009", "NAME-010", "NAME-011", "NAME-012", "NAME-013")
        for hit in hits(code, of)
    ]


def test_name_with_hyphen_is_accepted() -> None:
    assert not hits("NAME-008", item("ของเทศบาลเมืองสุไหงโก-ลก", type="เทศบาลเมือง", name="สุไหงโก-ลก"))


def test_registered_name_in_running_text_is_found() -> None:
    registry = {"5119901": RegisteredLao("เทศบาลตำบล", "หนองสมมติ", "เมืองสมมติ", "สมุทรปราการ")}
    (hit,) = hits("NAME-010", item("จะนำไปใช้ในเทศบาลตำบลหนองสมมติจึงประกาศ", registry))
    assert "“หนองสมมติ”" in hit.message
    assert "อำเภอเมืองสมมติ จังหวัดสมุทรปราการ" in hit.message
    assert not hits("NAME-010", item("จะไปดูงานของเทศบาลตำบลหนองสมมติ", registry))


def test_quotation_of_other_text_is_not_counted(tmp_path: Path) -> None:
    changes = [
        Change("plan", "title: งบประมาณของแต่ละส่วนราชการ", "title: งบประมาณของพนักงานส่วนตำบล"),
        Change("plan", "monitoring: {", "quotations:\n  - {section: ๑, text: ของพนักงานส่วนตำบล}\nmonitoring: {"),
    ]
    (found,) = [one for one in findings_of(tmp_path, changes) if one.code == "NAME-013"]
    assert "“พนักงานส่วนตำบล” 1 แห่ง" in found.message
    assert not found.also


def test_name_in_narrative_is_found_at_its_line(tmp_path: Path) -> None:
    changes = [Change("narrative", "เทศบาลจัดทำแผนนี้", "เทศบาลตำบลตัวย่างจัดทำแผนนี้")]
    (found,) = [one for one in findings_of(tmp_path, changes) if one.code == "NAME-008"]
    assert found.location.file.endswith("narrative.md")
    assert found.location.line == 4


# The registry.

PATTAYA = {"3200408": RegisteredLao("เมืองพัทยา", "พัทยา", "บางละมุง", "ชลบุรี")}


@pytest.mark.parametrize("name", ["พัทยา", "เมืองพัทยา"])
def test_pattaya_has_own_type(name: str) -> None:
    of = item("เมืองพัทยา", PATTAYA, code="3200408", type="เมืองพัทยา", name=name, district="บางละมุง", province="ชลบุรี")
    assert not [hit for code in (f"NAME-00{number}" for number in range(1, 8)) for hit in hits(code, of)]


def test_seat_of_provincial_organisation_is_not_compared() -> None:
    registry = {"2440101": RegisteredLao("อบจ.", "มหาสารคาม", "เมืองมหาสารคาม", "มหาสารคาม")}
    of = item("", registry, code="2440101", type="อบจ.", name="มหาสารคาม", district="กันทรวิชัย")
    assert not list(differs_from_the_registry(of))


def test_difference_suggests_registered_value() -> None:
    registry = {"5999901": RegisteredLao("เทศบาลเมือง", "อื่น", "อื่น", "ร้อยเอ็ด")}
    found = list(differs_from_the_registry(item("", registry)))
    assert [hit.path for hit in found] == [("type",), ("name",), ("district",), ("province",)]
    assert [hit.suggestion for hit in found] == ["เทศบาลเมือง", "อื่น", "อื่น", "ร้อยเอ็ด"]


def test_no_code_is_missing_without_registry() -> None:
    assert not list(code_not_in_the_registry(item("")))


# Texts.


def codes(text: str) -> set[str]:
    """Return the NAME rules that fire on a draft."""
    return {one.code for one in check_text("draft.txt", text) if one.code.startswith("NAME")}


@pytest.mark.parametrize(
    "text",
    [
        "ศึกษาต่อในมหาวิทยาลัย",
        "หลักสูตรของมหาวิทยาลัย และสถาบันพัฒนาบุคลากรท้องถิ่น",
        "มหาวิทยาลัยต่าง ๆ ที่จัดการฝึกอบรม",
        "รับนักเรียน นักศึกษาฝึกงาน",
        "บุคลากรของโรงเรียนในสังกัด",
        "สถาบันพระมหากษัตริย์ สถาบันครอบครัว",
        "ผู้เรียนตามหลักสูตรที่สถาบันจัดขึ้น",
        "รองปลัด/หัวหน้าส่วนราชการ",
        "คำสั่งที่ ๓๙๔/๒๕๖๖",
        "เช่น การเป็นผู้นำ ฯลฯ ...",
        "๑. หลักการและเหตุผล ............................ ๓",
        "ลงท้ายด้วยคำว่า “ครั้งที่...”",
        "Excel .xlsx ศตวรรษที่ XXI",
    ],
)
def test_correct_texts_have_no_finding(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("เกณฑ์วัดผลสัมฤทธิ์ที่มหาวิทยาลัยกำหนดขึ้น", "NAME-014"),
        ("โดยมุ่งประโยชน์ของสถาบันมากกว่าประโยชน์ส่วนตน", "NAME-014"),
        ("เป็นไปตามวิสัยทัศน์ของโรงพยาบาล", "NAME-014"),
        ("คณาจารย์ทุกคน", "NAME-014"),
        ("ก.จ.จ./ก.ท.จ./ก.อบต.จังหวัด เห็นชอบ", "NAME-015"),
        ("นายก อบจ./นายกเทศมนตรี/นายก อบต.", "NAME-015"),
        ("อบจ. / เทศบาล / อบต.", "NAME-015"),
        ("ประชุมครั้งที่ …/๒๕๖๖", "NAME-016"),
        ("ลงวันที่ ...... เดือน", "NAME-016"),
        ("คำสั่งที่ xx/๒๕๖๖", "NAME-016"),
        ("พ.ศ. ๒๕..", "NAME-016"),
        ("จำนวน _____ คน", "NAME-016"),
        ("(ลงชื่อ)................................", "NAME-017"),
    ],
)
def test_unfinished_texts_are_found(text: str, code: str) -> None:
    assert codes(text) == {code}


def test_many_blanks_in_text_are_one_finding() -> None:
    assert len([one for one in check_text("draft.txt", "ครั้งที่ ..../.... " * 50) if one.code == "NAME-016"]) == 1


@pytest.mark.parametrize(
    "text",
    ["เทศบาลตำบล", "ตำบลตัวอยา", "อำเภอสมมติ", "จังหวัดมหาสา", "พนักงานส่วนตำบล", "ครั้งที่..", "เทศบาล/", "ภายในมหาวิทยาลัย"],
)
def test_cost_of_hostile_text_grows_linearly(text: str) -> None:
    names = [code for code, rule in RULES.items() if rule.item is LaoItem and code.startswith("NAME")]

    def checking(size: int) -> Callable[[], object]:
        of = item(text * (size // len(text)))
        return lambda: [hits(code, of) for code in names]

    assert names and grows_with_its_size(checking, 50_000)
