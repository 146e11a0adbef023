"""Findings of NAME and LINK in the real plan of Phon Thong, each compared with the source document by hand."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest

from generator.checks.items import CheckBasis, RegisteredLao
from generator.checks.runner import check_lao
from generator.findings import Finding, Severity
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao
from tests.building_blocks import PUBLISHED
from tests.conftest import SEEDS
from tests.on_disk import read_on_disk

CONTENT = PUBLISHED
TODAY = datetime.date(2025, 3, 1)
SEED = SEEDS / "003_08aeb92528486cbc.txt"


def found_in(code: str, slug: str, registry: dict[str, RegisteredLao] | None = None) -> tuple[ReadLao, list[Finding]]:
    """Return the LAO and its findings of the two subjects."""
    frameworks = read_frameworks(DiskTree(CONTENT))
    read = read_on_disk(code, CONTENT / "plans" / f"{code}-{slug}", CONTENT, frameworks.entry_ids())
    known = CheckBasis(frameworks.documents, TODAY, registry or {})
    return read, [one for one in check_lao(read, known) if one.code.startswith(("NAME", "LINK"))]


@pytest.fixture(scope="module")
def phon_thong() -> list[Finding]:
    """Return the findings of Phon Thong."""
    return found_in("5440502", "phon-thong")[1]


def messages(found: list[Finding], code: str) -> list[str]:
    """Return the messages of the findings of a code."""
    return [one.message for one in found if one.code == code]


def test_there_is_no_other_finding(phon_thong: list[Finding]) -> None:
    assert Counter(one.code for one in phon_thong) == {
        "NAME-008": 2,
        "NAME-009": 1,
        "NAME-010": 1,
        "NAME-011": 1,
        "NAME-013": 2,
        "NAME-014": 5,
        "NAME-015": 2,
        "NAME-018": 1,
        "NAME-019": 2,
        "NAME-020": 2,
        "NAME-022": 5,
        "NAME-023": 2,
        "NAME-024": 6,
        "NAME-025": 1,
        "NAME-026": 1,
        "NAME-028": 1,
        "NAME-029": 1,
        "NAME-030": 1,
        "NAME-031": 1,
        "NAME-034": 1,
        "LINK-005": 1,
        "LINK-008": 1,
        "LINK-016": 1,
    }
    assert not [one for one in phon_thong if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("NAME-008", "“โพหนอง” ต่างจากชื่อ “โพนทอง”"),
        ("NAME-008", "9 แห่ง (ตัวแผน 7 ตารางโครงการ 1 แผนรายบุคคล 1) เอกสารทั้งฉบับมี 25 แห่ง"),
        ("NAME-008", "“โพธิ์ทอง” ต่างจากชื่อ “โพนทอง”"),
        ("NAME-009", "“เทศมนตรีตำบล โพนทอง”"),
        ("NAME-010", "“คำใหญ่” 1 แห่ง"),
        ("NAME-011", "“เขียงยืน” 1 แห่ง ต่างจากอำเภอเชียงยืน"),
        ("NAME-013", "“พนักงานส่วนตำบล” 2 แห่ง"),
        ("NAME-013", "“ข้อบัญญัติ” 2 แห่ง"),
        ("NAME-014", "“มหาวิทยาลัย”"),
        ("NAME-014", "“นักศึกษา” “สถาบัน”"),
        ("NAME-015", "ตามที่เทศบาล/องค์การบริหารส่วนตำบลต้องการ"),
        ("NAME-018", "4 ช่อง จาก 5 ช่อง"),
        ("NAME-019", "“สำนักงาน ปลัด” (๓.๑๐ ๓.๑๓ รวม 2 แห่ง) “สำนักปลัด” (๓.๑๑ รวม 8 แห่ง)"),
        ("NAME-019", "“กองสวัสดิการ และสังคม” (๓.๑๓)"),
        ("NAME-014", "“หน่วยงาน หรือสถาบันโดยผู้ปฏิบัติมีฐานะเ…”"),
        ("NAME-020", "“กองสาธารณสุขและสิ่งแวดล้อม” เรียกด้วยชื่อย่อในบางส่วน: “กอง สาธารณสุข” (๓.๑๐)"),
        ("NAME-020", "“กองคลัง” เรียกด้วยชื่อย่อในบางส่วน: “คลัง” (๓.๑๑)"),
        ("NAME-022", "๓.๑๐ และ ๓.๑๑ พิมพ์ “…รัฐ เอกชน และภาพประชาชน” แทน “…รัฐ เอกชน และภาคประชาชน”"),
        ("NAME-022", "๓.๑๑ พิมพ์ “…พัฒนาบุคลากรทุกระดับเป็นผู้นำการ…”"),
        ("NAME-023", "“เจ้าพนักงานธุรการ” (แผนรายบุคคล) “จพง.ธุรการ” (แผนรายบุคคล)"),
        ("NAME-024", "“การแก้ไขปัญหาแบบมีอาชีพ” แต่กรอบใช้ว่า “การแก้ไขปัญหาอย่างมืออาชีพ”"),
        ("NAME-025", "4 รายการ"),
        ("NAME-025", "“สร้างสรรค์เพื่อประโยชน์ของท้องถิ่น” (กรอบใช้ว่า “สร้างสรรค์เพื่อประโยชน์ท้องถิ่น”)"),
        ("NAME-026", "4 จาก 5 ข้อที่ไม่ใช่สมรรถนะหลัก"),
        ("NAME-028", "“กรมส่งเสริมการปกครองส่วนท้องถิ่น”"),
        ("NAME-029", "“จพง.ธุรการ” พิมพ์ “อยู่ในส่วนราชการอื่น” แต่ของตำแหน่ง “เจ้าพนักงานธุรการ” พิมพ์ “งานที่ไม่อยู่ในส่วนราชการอื่น”"),
        ("NAME-030", "“ปลัดเทศบาลตำบลโพหนอง” “หัวหน้าส่วนราชการ ผอ.กองทุกกอง” พิมพ์ว่า “คณะกรรมการ”"),
        ("NAME-031", "4 โครงการมีคำ “knowledge Management :KM”"),
        ("NAME-031", "“การพัฒนาองค์ความรู้” “การ จัดการความรู้ในองค์กร” “การพัฒนาองค์กร”"),
        ("LINK-005", "ทักษะข้อ ๕ ของตำแหน่ง “เจ้าพนักงานจัดเก็บรายได้”"),
        ("LINK-008", "“ลูกจ้างประจำ” ตำแหน่ง “เจ้าพนักงานการเงินและบัญชี”"),
        ("LINK-016", "3 จาก 4 ข้อ (ที่ ๑ ๒ ๓)"),
    ],
)
def test_known_finding_is_reported(code: str, said: str, phon_thong: list[Finding]) -> None:
    assert any(said in message for message in messages(phon_thong, code)), messages(phon_thong, code)


def test_all_names_differing_from_framework_are_found(phon_thong: list[Finding]) -> None:
    printed = {message.split("“")[1].split("”")[0] for message in messages(phon_thong, "NAME-024")}
    assert printed == {
        "การยึดมั่นในความถูกต้องชอบธรรมและจริยธรรม",
        "การค้นหาและการจัดการฐานข้อมูล",
        "การแก้ไขปัญหาแบบมีอาชีพ",
        "ศิลปะการโน้มน้าวใจ",
        "การให้ความรู้และการสร้างสัมพันธ์",
        "ความเข้าใจในพื้นที่การเมืองท้องถิ่น",
    }


def test_finding_points_to_table_not_quotation(phon_thong: list[Finding]) -> None:
    (by_law,) = [one for one in phon_thong if "ข้อบัญญัติ" in one.message]
    assert by_law.location.file.endswith("idp.yml")
    assert len(by_law.also) == 1


def test_registry_names_other_lao() -> None:
    registry = {
        "5440502": RegisteredLao("เทศบาลตำบล", "โพนทอง", "เชียงยืน", "มหาสารคาม"),
        "5460801": RegisteredLao("เทศบาลตำบล", "คำใหญ่", "ห้วยเม็ก", "กาฬสินธุ์"),
    }
    found = found_in("5440502", "phon-thong", registry)[1]
    assert "ตามทะเบียนมีเทศบาลตำบลชื่อนี้ที่อำเภอห้วยเม็ก จังหวัดกาฬสินธุ์" in messages(found, "NAME-010")[0]
    assert not [one for one in found if one.code in ("NAME-006", "NAME-007")]


@pytest.mark.parametrize(("code", "slug"), [("3340102", "ubon-ratchathani"), ("6750306", "bang-khae")])
def test_guidelines_have_no_wrong_name(code: str, slug: str) -> None:
    assert found_in(code, slug)[1] == []


# The documents are public, but we may not republish them: the tests must pass without them.
@pytest.mark.skipif(not SEED.is_file(), reason="source text is missing")
@pytest.mark.parametrize(
    ("words", "times"),
    [("งานสารบรรณ อยู่ในส่วนราชการอื่น", 1), ("งานที่ไม่อยู่ในส่วนราชการอื่น", 2), ("หรือสถาบันโดยผู้ปฏิบัติ", 1),
     ("โพหนอง", 25), ("โพนทอง", 15), ("โพธิ์ทอง", 4), ("คำใหญ่", 1), ("เขียงยืน", 1), ("พนักงานส่วนตำบล", 2), ("ข้อบัญญัติ", 2),
     ("เทศบาล/องค์การบริหารส่วนตำบล", 2), ("จพง.ธุรการ", 1), ("กรมส่งเสริมการปกครองส่วนท้องถิ่น", 1)],
)  # fmt: skip
def test_source_contains_words(words: str, times: int) -> None:
    assert SEED.read_text("utf-8").count(words) == times
