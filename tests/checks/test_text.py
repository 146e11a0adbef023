"""Typing rules: difficult texts beyond their examples, repairs, hostile texts, random texts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.building.found import FoundCounts
from generator.checks.all_rules import RULES
from generator.checks.items import Passage
from generator.checks.rule import Rule
from generator.checks.runner import check_text
from generator.checks.text.repair import REMEDY_IN_DRAFT
from generator.cli.count_text import found_text
from generator.findings import Finding
from tests.steps import grows_with_its_size

TYPING = [rule for rule in RULES.values() if rule.item is Passage and rule.subject in {"TEXT", "PDPA"}]
LONG = 100_000


def found(text: str, code: str) -> list[Finding]:
    return [finding for finding in check_text("draft.txt", text) if finding.code == code]


@pytest.mark.parametrize(
    ("code", "text", "repair"),
    [
        ("TEXT-101", "องค์การบริหารส่วนต าบล", "องค์การบริหารส่วนตำบล"),
        ("TEXT-101", "ผู้บริหารท าหน้าที่", "ทำหน้าที่"),
        ("TEXT-101", "ผลส าเร็จ", "ผลสำเร็จ"),
        ("TEXT-101", "ส ำนักงาน", "สำนักงาน"),
        ("TEXT-101", "พัฒนาก ารเรียนรู้", "การ"),
        ("TEXT-101", "ระดับต่ ากว่า", "ต่ำ"),
        ("TEXT-101", "น้ํา", "น้ำ"),
        ("TEXT-101", "นํ้า", "น้ำ"),
        ("TEXT-101", "ห้องน้ า", "ห้องน้ำ"),
        ("TEXT-102", "เพ่ือ", "เพื่อ"),
        ("TEXT-102", "พันธ์ุ", "ธุ์"),
        ("TEXT-103", "เพื ่อ", "เพื่อ"),
        ("TEXT-103", "องค ์การ", "องค์การ"),
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
        ("TEXT-117", "ขออนุญาติจัดงาน", "ขออนุญาตจัดงาน"),
        ("TEXT-117", "การแก้ไขพื้นฟูคุณภาพน้ำ", "การแก้ไขฟื้นฟูคุณภาพน้ำ"),
        ("TEXT-117", "ร่วมกับมหาลัยต่าง ๆ", "ร่วมกับมหาวิทยาลัยต่าง"),
        ("TEXT-117", "จัดทำนิติกร รวบรวมหลักฐาน", "จัดทำนิติกรรม"),
        ("TEXT-117", "-สำเนาฉบับ-", "-สำเนาคู่ฉบับ-"),
        ("TEXT-117", "- สำเนาฉบับ -", "สำเนาคู่ฉบับ"),
        ("TEXT-117", "งานเฝ้าระวังภัย การช่วยภัย", "การช่วยเหลือผู้ประสบภัย"),
        ("TEXT-117", "การช่วย ภัย งาน", "การช่วยเหลือผู้ประสบภัย"),
        ("TEXT-117", "เป็นผู้รอบ รู้ลึก", "เป็นผู้รู้รอบ รู้ลึก"),
        ("TEXT-117", "มีใจในฐานะหัวหน้าทีม", "มิใช่ในฐานะหัวหน้าทีม"),
        ("TEXT-117", "ความต้องการ ฝึกรวม หรือ", "ความต้องการ ฝึกอบรม"),
        ("TEXT-117", "การเขียนฎีกา ไปสำคัญ", "การเขียนฎีกา ใบสำคัญ"),
        ("TEXT-117", "งานกู้ชีพ อพปร. ฯลฯ", "อปพร."),
        # All word slips in a suggestion are repaired, or nothing is suggested.
        ("TEXT-117", "อนุญาติในการการเปลี่ยนแปลง", "อนุญาตในการเปลี"),
        ("TEXT-117", "อนุญาติ๑๐, ๐๐๐", "อนุญาต๑๐,"),
        ("TEXT-117", "อนุญาติฯฯ", ""),
        ("TEXT-117", "อนุญาติตามกฏหมาย", "อนุญาตตามกฎหมาย"),
        ("TEXT-116", "พิจารณาพิจารณาตามกฏหมาย", "พิจารณาตามกฎหมาย"),
        ("TEXT-121", "ยอมรับรับความเสี่ยง", "รับ"),
        ("TEXT-121", "ในการการประชุม", "การ"),
        ("TEXT-121", "บุคลากรที่ที่ได้รับ", "ที่"),
        ("TEXT-122", "งานพัสดุฯฯ", "ฯลฯ"),
    ],
)
def test_repair_is_suggested(code: str, text: str, repair: str) -> None:
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
        ("TEXT-121", "ต้อนรับรับรอง ได้รับรับรองแล้ว ผู้รับรับการแจ้ง ยอมรับรับรู้ รับผิดชอบ"),
        ("TEXT-113", "จำนวน < 5 <๑๐> <ก> <x> <phaen@example.go.th> a<b"),
        ("TEXT-117", "พื้นฟูก ปูพื้น จัดทำนิติกรรม นิติกร สำเนาฉบับจริง ส่งสำเนาฉบับ สำเนาฉบับที่ ๒ สำเนาคู่ฉบับ"),
        ("TEXT-117", "ส่ง สำเนาฉบับ - ด่วน"),
        ("TEXT-117", "การช่วยภัยแล้ง มีใจในฐานะผู้ให้บริการ โครงการฝึกรวมพล ความต้องการฝึกรวมกลุ่ม เป็นผู้รอบคอบ ไปสำคัญกว่า"),
        ("TEXT-117", "ธรรมาภิบาล กฎหมาย ปรากฏ ปฏิบัติ บุคลากร สัมมนา งบประมาณ อนุญาต อุปสรรค จัดสรร"),
    ],
)
def test_correct_text_has_no_finding(code: str, text: str) -> None:
    assert [finding.message for finding in found(text, code)] == []


@pytest.mark.parametrize(
    ("code", "text", "repair"),
    [
        ("TEXT-124", "เทศบาลตาบลตัวอย่าง", "เทศบาลตำบล"),
        ("TEXT-124", "จานวนตาแหน่ง", "จำนวน"),
        ("TEXT-124", "การดาเนินงาน", "ดำเนินงาน"),
        ("TEXT-125", "ดำ เนินการ", "ดำเนินการ"),
        ("TEXT-126", "กำรพัฒนำบุคลำกร", "การ"),
        ("TEXT-126", "งํานทั่วไป", "งาน"),
        ("TEXT-126", "ว่ําด้วยการพัฒนา", "ว่า"),
        ("TEXT-127", "องคก์ารบรหิาร", "องค์การ"),
        ("TEXT-127", "ขอ้มูลของหนว่ยงาน", "ข้อมูล"),
        ("TEXT-128", "เป าหมาย", "เป้าหมาย"),
        ("TEXT-128", "ผู แทนประชาชน", "ผู้แทน"),
        ("TEXT-129", "ปFงบประมาณ", "ปีงบประมาณ"),
        ("TEXT-103", "นี้ ้", "นี้"),
    ],
)
def test_damaged_word_is_repaired(code: str, text: str, repair: str) -> None:
    assert [finding.suggestion for finding in found(text, code)] == [repair]


@pytest.mark.parametrize("text", ["งํานทั่วไป", "ว่ําด้วยการพัฒนา", "นี้ ้ และที่ ้", "ทั ง", "เป าหมาย", "ข าว"])
def test_every_suggestion_is_a_word(text: str) -> None:
    words = {"งาน", "ว่า", "นี้", "ทั้ง", "เป้าหมาย", ""}
    assert {finding.suggestion for finding in check_text("draft.txt", text)} <= words


@pytest.mark.parametrize(
    "text",
    [
        "สั่งซื้อตามราคาสั่งซื้อ ศาลาดับเพลิง",
        "นายดารงค์ สาราญใจ นางสาวอานวย ทองดี",
        "ผู้ที่จะเป็นผู้นำ และผู้ปฏิบัติงานประจำ ทุกคน",
        "โปรแกรม e-Plan CCTVรุ่นใหม่",
        "๑) ก ๒) ข อบต. อบจ.",
    ],
)
def test_intended_text_is_not_damaged(text: str) -> None:
    assert [finding.message for finding in check_text("draft.txt", text) if finding.code.startswith("TEXT")] == []


def test_damage_is_attributed_to_conversion() -> None:
    (finding,) = found("กาหนด กาหนด และกาหนดการดาเนินงาน", "TEXT-124")
    assert finding.message.startswith("การแปลงไฟล์ทำให้สระอำเหลือเพียงสระอา พบ 4 แห่ง: ")
    assert "ไม่ใช่ถ้อยคำของ อปท." in finding.remedy


@pytest.mark.parametrize("text", ["คิดเป็นร้อยละ ๑๐๒.๕ ของเป้าหมาย", "รายได้เพิ่มขึ้นร้อยละ ๑๕๐", "ร้อยละ ๑๐๐.๐๐", "ร้อยละ ๑๐,๐๐๐"])
def test_valid_percentage_has_no_finding(text: str) -> None:
    assert found(text, "TEXT-112") == []


def test_percentage_is_quoted_whole() -> None:
    (finding,) = found("ผ่านการอบรมร้อยละ ๑๐๒.๕", "TEXT-112")
    assert finding.message == "“ร้อยละ ๑๐๒.๕” เกินหนึ่งร้อย"
    assert "ตามที่แนะนำ" not in finding.remedy


def test_slips_in_one_line_are_one_counted_finding() -> None:
    (finding,) = found("ทุกต าแหน่ง ทุกต าบล ก าหนด จ านวน อ านาจ", "TEXT-101")
    assert "พบ 5 แห่ง" in finding.message
    assert finding.location.column == 4


@pytest.mark.parametrize("tag", ["<p>", "</td>", "<BR>", "<hr/>", "<tbody>", "<sup>", "&nbsp;"])
def test_any_html_element_is_residue(tag: str) -> None:
    (finding,) = found(f"วิธีพัฒนาอื่น ๆ {tag}", "TEXT-113")
    assert finding.message == f"มีเครื่องหมาย HTML “{tag}” ตกค้างในข้อความ"


@pytest.mark.parametrize("tag", ['<input type="checkbox"/>', "<input onclick=x()>", "<INPUT\tdisabled >"])
def test_html_attributes_are_not_shown(tag: str) -> None:
    (finding,) = found(f"วิธีพัฒนาอื่น ๆ {tag}", "TEXT-113")
    assert finding.message.lower() == "มีเครื่องหมาย html “<input …>” ตกค้างในข้อความ"


def test_each_doubled_word_is_own_finding() -> None:
    assert [finding.message for finding in found("ยอมรับรับการการเปลี่ยนแปลง ในการการประชุม", "TEXT-121")] == [
        "คำซ้ำกัน: “รับรับ” ควรเป็น “รับ”",
        "คำซ้ำกัน: “การการ” ควรเป็น “การ” รวม 2 แห่ง",
    ]


def test_word_misspelt_in_many_lines_is_one_finding() -> None:
    (finding,) = found("ปฎิบัติงาน\nปฏิบัติ\nการปฎิบัติ ปฎิบัติ\nการช่วย ภัย\nปฎิบัติงาน", "TEXT-130")[:1]
    assert (finding.location.line, [place.line for place in finding.also]) == (1, [3, 3, 5])
    assert [place.column for place in finding.also] == [4, 12, 1], "a second place in a line at its own column"
    (finding,) = found("การช่วย ภัย\nการช่วยภัย", "TEXT-117")
    assert [(place.line, place.column) for place in finding.also] == [(2, 1)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ทักษะ ทักษะ ทักษะ ทักษะ และสมรรถนะ", "“ทักษะ” ติดกัน 4 ครั้ง"),
        ("การการการการประชุม", "“การ” ติดกัน 4 ครั้ง"),
        ("การประชุมการประชุม การประชุม", "“การประชุม” ติดกัน 3 ครั้ง"),
        ("งาน สารบรรณ งาน สารบรรณ งาน สารบรรณ", "“งาน สารบรรณ” ติดกัน 3 ครั้ง"),
    ],
)
def test_word_loop_is_one_finding_without_repair(text: str, says: str) -> None:
    (finding,) = check_text("draft.txt", text)
    assert finding.code == "TEXT-131"
    assert says in finding.message
    assert not finding.suggestion


def test_misspelt_word_beside_loop_has_no_repair() -> None:
    (finding,) = found("ขออนุญาติการการการประชุม", "TEXT-117")
    assert not finding.suggestion


HOSTILE = [
    "การ",
    "ทักษะ ",
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
def test_cost_of_hostile_text_grows_linearly(rule: Rule, unit: str) -> None:
    pattern = rule.pattern
    assert pattern is not None

    def looking(size: int) -> Callable[[], object]:
        text = ("ก" * (size // 2) + unit * (size // len(unit)))[:size]
        passage = Passage(text, "name", ("projects", 0, "name"))
        return lambda: [hit for match in pattern.finditer(text) for hit in rule.find(passage, match)]

    assert grows_with_its_size(looking, LONG // 2)


THAI_TEXT = st.text(
    st.one_of(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), st.sampled_from(" .,()-@0๑o\u200b\n|<>"))
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(THAI_TEXT, st.text(), st.from_regex(re.compile("(?:นาย|นาง|ดร\\.|โทร ?0|ที่|การ|เ| |[ก-ฮ]|[ั-์]){1,40}"))))
def test_no_text_crashes_a_rule(text: str) -> None:
    for finding in check_text("draft.txt", text):
        assert finding.location.line >= 1
        assert "\n" not in finding.message


def test_loose_text_gets_draft_remedy() -> None:
    assert [one.remedy for one in found("พนักงานที่่ได้รับ", "TEXT-105")] == [REMEDY_IN_DRAFT]


@pytest.mark.parametrize(
    ("field", "text", "fires"),
    [
        ("quality", "ร้อยละ ๑๐๒.๕", True),
        ("quality", "ร้อยละ ๑๐๐.๐", False),
        ("indicator_result", "อบรมได้ ๔๙๒ คน คิดเป็นร้อยละ ๑๐๒.๕ ของเป้าหมาย", False),
    ],
)
def test_percentage_above_hundred_is_found_in_target_only(field: str, text: str, fires: bool) -> None:
    rule = RULES["TEXT-112"]
    assert rule.pattern
    passage = Passage(text, field, (field,))
    hits = [hit for match in rule.pattern.finditer(text) for hit in rule.find(passage, match)]
    assert [hit.snippet for hit in hits] == ([text] if fires else [])


def test_repair_that_makes_no_word_is_not_suggested() -> None:
    assert [one.suggestion for one in found("พนักงานที่่ได้รับ", "TEXT-105")] == ["ที่"]
    assert [one.suggestion for one in found("ฎฑฒณ่่ฬ", "TEXT-105")] == [""]


def test_conversion_slips_are_counted_separately() -> None:
    counts = FoundCounts(apart=False)
    counts.add(check_text("draft.txt", "พนักงานส่วนต าบล เพ่ือประชาชน\nขออนุญาติ"))
    assert (counts.converted(), sum(counts.of_laos().values())) == (2, 1)
    assert "นับแยก: ตัวพิมพ์ที่เสียจากการแปลงไฟล์ 2 ซึ่งไม่ใช่ของ อปท." in found_text(counts)
    told_so = {rule.code for rule in RULES.values() if rule.of_conversion}
    assert told_so == {f"TEXT-{number}" for number in (101, 102, 103, 104, 113, 114, *range(124, 130))}


def test_brackets_of_cut_excerpt_have_no_finding() -> None:
    bracket = RULES["TEXT-118"]
    for text, hits in (("ฝึกอบรม (รุ่นที่ ๑", 1), ("…รุ่นที่ ๑) ฝึกอบรม", 0), ("ฝึกอบรม (รุ่นที่ ๑…", 0), ("(………… ฝึก", 1)):
        match = bracket.search(text)
        assert match
        assert len([*bracket.find(Passage(text, "name", ("projects", 0, "name")), match)]) == hits, text
