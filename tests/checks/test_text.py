"""Rules over typing: traps beyond their examples, repairs, hostile texts, any text at all."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.items import Passage
from generator.checks.registry import RULES
from generator.checks.rule import Rule
from generator.checks.runner import check_text
from generator.findings import Finding

TYPING = [rule for rule in RULES.values() if rule.item is Passage and rule.subject in {"TEXT", "PDPA"}]
LONG = 100_000
FAIR_SECONDS = 2.0
"""Far above the 0.1 s that these rules take, far below the minutes of a search that goes wrong."""


def found(text: str, code: str) -> list[Finding]:
    return [finding for finding in check_text("draft.txt", text) if finding.code == code]


@pytest.mark.parametrize(
    ("code", "text", "repair"),
    [
        ("TEXT-101", "องค์การบริหารส่วนต าบล", "ตำบล"),
        ("TEXT-101", "ผู้บริหารท าหน้าที่", "ทำ"),
        ("TEXT-101", "ผลส าเร็จ", "สำเร็จ"),
        ("TEXT-101", "ส ำนักงาน", "สำนักงาน"),
        ("TEXT-101", "พัฒนาก ารเรียนรู้", "การ"),
        ("TEXT-101", "ระดับต่ ากว่า", "ต่ำ"),
        ("TEXT-101", "น้ํา", "น้ำ"),
        ("TEXT-101", "นํ้า", "น้ำ"),
        ("TEXT-101", "ห้องน้ า", "น้ำ"),
        ("TEXT-102", "เพ่ือ", "เพื่อ"),
        ("TEXT-102", "พันธ์ุ", "ธุ์"),
        ("TEXT-103", "เพื ่อ", "เพื่"),
        ("TEXT-103", "ประสิทธิ ์", "ธิ์"),
        ("TEXT-104", "ยั งต้องทำ", "ยัง"),
        ("TEXT-104", "เป็ นทีม", "เป็น"),
        ("TEXT-104", "ซึ่ งมี", "ซึ่ง"),
        ("TEXT-105", "ที่่", "ที่"),
        ("TEXT-105", "ดำเนินงาาน", "งา"),
        ("TEXT-106", "เเผน", "แผ"),
        ("TEXT-106", "กๅร", "การ"),
        ("TEXT-107", "แผน\uf70aพัฒนา", "\u0e48"),
        ("TEXT-109", "พ.ศ. ๒๕6๑", "๒๕๖๑"),
        ("TEXT-110", "พ.ศ. ๒๕๘o", "๒๕๘๐"),
        ("TEXT-117", "ปฎิทินการทำงาน", "ปฏิทินการทำงาน"),
        ("TEXT-121", "ในการการประชุม", "การ"),
        ("TEXT-121", "บุคลากรที่ที่ได้รับ", "ที่"),
        ("TEXT-122", "งานพัสดุฯฯ", "ฯลฯ"),
    ],
)
def test_a_repair_is_offered(code: str, text: str, repair: str) -> None:
    assert [finding.suggestion for finding in found(text, code)] == [repair]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("TEXT-101", "ว่า ถ้า ค่า น้ำ กำหนด"),
        ("TEXT-103", "(๑) ก. ข. ๆ ฯลฯ"),
        ("TEXT-104", "ก็ ได้ แต่ ไม่ ใหม่ ใหญ่ เพื่อ ที่ นี้ บ่ มี แก่ กว่า แม้ แล้ว ทั้ง ๆ ด้วย"),
        ("TEXT-104", "วิธีการใดวิธีการหนึ่ง"),
        ("TEXT-105", "เก่งกล้า ขั้นตอน ปรับปรุง พุทฺธ"),
        ("TEXT-106", "เกเร ฤๅษี"),
        ("TEXT-116", "ต่าง ๆ ทุก ๆ"),
        ("TEXT-121", "โครงการการทำงาน กรรมการการเลือกตั้ง ราชการการเมือง วิชาการการเงิน"),
        ("TEXT-121", "หน้าที่ที่ พื้นที่ที่ เจ้าหน้าที่ที่ สถานที่ที่ ในที่ที่"),
        ("TEXT-121", "ภายในใน รายได้ได้ จำเป็นเป็น ถูกต้องต้อง ข้อความความยาว สิ่งของของ เพื่อเพื่อน กำกับกับ"),
        ("TEXT-122", "พ.ศ. ๒๕๖๗ ก.จ. ก.ท. ..... https://example.go.th/../a"),
        ("TEXT-123", "naïve café ±½"),
        ("TEXT-117", "ธรรมาภิบาล กฎหมาย ปรากฏ ปฏิบัติ บุคลากร สัมมนา งบประมาณ อนุญาต อุปสรรค จัดสรร"),
    ],
)
def test_nothing_is_said_of_what_is_right(code: str, text: str) -> None:
    assert [finding.message for finding in found(text, code)] == []


def test_a_line_full_of_slips_is_one_finding_that_counts_them() -> None:
    (finding,) = found("ทุกต าแหน่ง ทุกต าบล ก าหนด จ านวน อ านาจ", "TEXT-101")
    assert "รวม 5 แห่ง" in finding.message
    assert finding.location.column == 4


HOSTILE = [
    "(",
    "ก(",
    "<p>",
    "<p",
    "&nbsp;",
    "|",
    "|---",
    "๑",
    "1๑",
    "๑o",
    "กํา",
    "เพ่ือ",
    "่",
    "เ",
    "กๅ",
    "การ",
    "พัฒนาบุคลากร",
    "ของที่",
    "(LPA",
    "ปฎิบัติ",
    "นาย",
    "Mr.A",
    "+66",
    "a@",
    "@a.",
    "1101700230708",
    "บัญชี",
    "ส่วนตัวทะเบียน",
    ",",
    ".",
    "¡",
    "น",
    "๐-",
    "\u200b",
    "\u202e",
]
HOSTILE_WITH_BLANKS = (
    "a | b ",
    "1, 000 ",
    "ก า",
    " ่",
    "ก่ ก",
    "ยั ง",
    "และ ",
    "นายสม ",
    "ดร.กก ",
    "คุณสมชาย ",
    "08 ",
    "12/3 หมู่ 4 ",
    " ",
    "\n",
)


@pytest.mark.parametrize("rule", TYPING, ids=lambda rule: rule.code)
@pytest.mark.parametrize("unit", [*HOSTILE, *HOSTILE_WITH_BLANKS], ids=ascii)
def test_hostile_text_takes_no_longer_than_its_length(rule: Rule, unit: str) -> None:
    text = ("ก" * (LONG // 2) + unit * (LONG // len(unit)))[:LONG]
    passage = Passage(text, "name", ("projects", 0, "name"))
    assert rule.pattern is not None
    start = time.process_time()
    for match in rule.pattern.finditer(text):
        list(rule.find(passage, match))
    assert time.process_time() - start < FAIR_SECONDS


THAI_TEXT = st.text(
    st.one_of(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), st.sampled_from(" .,()-@0๑o\u200b\n|<>"))
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(THAI_TEXT, st.text(), st.from_regex(re.compile("(?:นาย|นาง|ดร\\.|โทร ?0|ที่|การ|เ| |[ก-ฮ]|[ั-์]){1,40}"))))
def test_no_text_breaks_a_rule(text: str) -> None:
    for finding in check_text("draft.txt", text):
        assert finding.location.line >= 1
        assert "\n" not in finding.message
