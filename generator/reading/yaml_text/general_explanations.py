"""General explanations of parser errors without a specific diagnosis, in Thai."""

from __future__ import annotations

from generator.reading.yaml_text.advice import Advice, Complaint, Explanation
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.special_characters import shorten

_SAID = (
    (
        "could not find expected ':'",
        "ไม่พบเครื่องหมาย : หลังชื่อหัวข้อ",
        "ถ้าบรรทัดนี้เป็นหัวข้อ ให้เติม : และวรรคหลังชื่อหัวข้อ ถ้าเป็นข้อความต่อจากบรรทัดก่อน ให้เยื้องเข้าไปมากกว่าหัวข้อของข้อความนั้น",
    ),
    (
        "escape",
        'เครื่องหมาย \\ ในเครื่องหมายคำพูดคู่ (") มีความหมายพิเศษ',
        "เปลี่ยนเครื่องหมายคำพูดคู่ (\") ที่ครอบค่านี้เป็นเครื่องหมายคำพูดเดี่ยว (')",
    ),
    (
        "flow node",
        "ในวงเล็บ [ ] หรือ { } มีช่องที่ไม่ได้ใส่ค่าไว้ระหว่างเครื่องหมาย ,",
        'ลบเครื่องหมาย , ที่เกินออก หรือหากช่องนั้นว่างจริง ให้ใส่ "" ไว้แทน',
    ),
    (
        "flow",
        "ในวงเล็บ [ ] หรือ { } ต้องคั่นด้วยเครื่องหมาย , และต้องปิดด้วยวงเล็บชนิดเดียวกับที่เปิด",
        "ตรวจเครื่องหมาย , และวงเล็บเปิดปิดให้ครบคู่ หรือเขียนเป็นรายการบรรทัดละหนึ่งค่าที่ขึ้นต้นด้วย - แทน",
    ),
    (
        "mapping values are not allowed",
        "มีเครื่องหมาย : ในที่ที่มีหัวข้อใหม่ไม่ได้",
        "ถ้า : เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด ถ้าเป็นหัวข้อ ให้ตรวจย่อหน้าให้ตรงกับหัวข้ออื่น",
    ),
    (
        "block scalar",
        "ข้อความหลายบรรทัดหลังเครื่องหมาย | หรือ > จัดย่อหน้าไม่ถูกต้อง",
        "ให้ทุกบรรทัดของข้อความเยื้องเข้าไปเท่ากันด้วยวรรค และมากกว่าหัวข้อของข้อความนั้น",
    ),
    (
        "quoted scalar",
        "ข้อความในเครื่องหมายคำพูดเขียนไม่ถูกต้อง",
        "ตรวจเครื่องหมายคำพูดเปิดปิดให้ครบคู่ และให้อยู่ในบรรทัดเดียวกัน",
    ),
    (
        "expected key",
        "ควรเป็นชื่อหัวข้อ ตามด้วยเครื่องหมาย : และวรรค แต่พบอย่างอื่น",
        "ตรวจว่าบรรทัดนี้และบรรทัดก่อนหน้าเขียนครบเป็น หัวข้อ: ค่า และย่อหน้าตรงกัน",
    ),
    (
        "<block end>",
        "ควรเป็นชื่อหัวข้อหรือรายการถัดไป แต่พบอย่างอื่น",
        "ตรวจว่าบรรทัดนี้และบรรทัดก่อนหน้าเขียนครบเป็น หัวข้อ: ค่า และย่อหน้าตรงกัน",
    ),
    (
        "'-' indicator",
        "ควรเป็นรายการถัดไปที่ขึ้นต้นด้วยเครื่องหมาย - แต่พบอย่างอื่น",
        "ตรวจว่าทุกรายการในชุดเดียวกันขึ้นต้นด้วย - และย่อหน้าตรงกัน",
    ),
    (
        "document start",
        "มีข้อความต่อจากส่วนที่จบไปแล้ว",
        "ตรวจย่อหน้าของบรรทัดนี้ให้ตรงกับหัวข้ออื่น และลบเครื่องหมาย --- หรือ ... ที่ไม่จำเป็น",
    ),
    (
        "tab",
        "มีแท็บ (Tab) ในที่ที่ YAML ไม่รับ",
        "ลบแท็บ แล้วเคาะวรรคด้วยแป้นวรรคแทน",
    ),
)
_SAID_NOTHING = [
    "เขียนไม่เป็นไปตามรูปแบบ หัวข้อ: ค่า",
    "ตรวจบรรทัดนี้และบรรทัดก่อนหน้า หากข้อความมีเครื่องหมายพิเศษ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด",
]


def explain_in_general(source: SourceText, complaint: Complaint) -> Explanation:
    """Explain where the parser failed and what it expected there."""
    line, column = complaint.line, complaint.column
    if not source.line(line).strip() and complaint.context_line < line:  # the end of the text is not helpful
        line, column = complaint.context_line, complaint.context_column
    if not source.line(line).strip():
        line, column = source.next_entry(line, -1) or 0, 0
    said = f"{complaint.context} {complaint.problem}"
    explanation, remedy = next((thai for words, *thai in _SAID if words in said), _SAID_NOTHING)
    if "could not find expected ':'" in said:
        line = complaint.context_line
        column = len(source.line(line)) - len(source.line(line).lstrip())
    advice = Advice(
        "YAML-020",
        line + 1,
        column + 1,
        f"รูปแบบ YAML ไม่ถูกต้องที่ “{shorten(source.line(line))}”: {explanation}",
        remedy,
    )
    confined = "escape" in said and complaint.line == complaint.context_line
    return Explanation([advice], source.without_value(complaint.context_line) if confined else None)
