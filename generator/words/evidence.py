"""Words of the evidence sheets for the national transparency assessment (ITA)."""

from __future__ import annotations

from generator.facts.ita_evidence import ElementState, EvidenceReason
from generator.model.assessment import Confidence
from generator.words.parts import NO_PROJECT_DATA

ELEMENT_STATE = {
    ElementState.MET: "ครบ",
    ElementState.NOT_MET: "ยังไม่ครบ",
    ElementState.NOT_APPLICABLE: "ไม่ใช้กับแผนนี้",
    ElementState.CANNOT_TELL: "บอกไม่ได้",
}

CONFIDENCE = {
    Confidence.MANUAL: "ยืนยันกับคู่มือของสำนักงาน ป.ป.ช. แล้ว",
    Confidence.SEEN: "พบในแหล่งสาธารณะ ยังไม่ได้ยืนยันกับคู่มือของสำนักงาน ป.ป.ช.",
    Confidence.INFERRED: "อนุมานจากแหล่งสาธารณะ ยังไม่ได้ยืนยันกับคู่มือของสำนักงาน ป.ป.ช.",
    Confidence.GENERAL: "ความรู้ทั่วไป ยังไม่ได้ยืนยันกับคู่มือของสำนักงาน ป.ป.ช.",
}

CONFIDENCE_BRIEFLY = {
    Confidence.MANUAL: "ตามคู่มือ",
    Confidence.SEEN: "พบในแหล่งสาธารณะ ยังไม่ยืนยันกับคู่มือ",
    Confidence.INFERRED: "อนุมาน ยังไม่ยืนยันกับคู่มือ",
    Confidence.GENERAL: "ความรู้ทั่วไป ยังไม่ยืนยันกับคู่มือ",
}
"""The same, shown beside each element."""

REASON = {
    EvidenceReason.ANNOUNCED: "ประกาศใช้แผนในนามของ อปท. แล้ว",
    EvidenceReason.NOT_ANNOUNCED: "ข้อมูลยังไม่ระบุว่าประกาศใช้แผนแล้ว",
    EvidenceReason.STATE_UNREAD: "อ่านสถานะของเอกสารไม่ได้",
    EvidenceReason.IN_FORCE: "ประกาศใช้แล้ว และมีผลใช้บังคับก่อนหรือตั้งแต่วันแรกของปี",
    EvidenceReason.IN_FORCE_LATER: "แผนเริ่มมีผลใช้บังคับหลังวันแรกของปี จึงบอกไม่ได้ว่าถือว่าครอบคลุมปีนี้หรือไม่",
    EvidenceReason.IN_FORCE_AFTER: "แผนเริ่มมีผลใช้บังคับหลังสิ้นปีนี้",
    EvidenceReason.ANNOUNCED_BEFORE: "ประกาศใช้ก่อนหรือในวันแรกของปี และรอบแผนครอบคลุมปีนี้ เอกสารไม่ระบุวันที่มีผลใช้บังคับ",
    EvidenceReason.ANNOUNCED_LATER: ("ประกาศใช้หลังวันแรกของปี และเอกสารไม่ระบุวันที่มีผลใช้บังคับ จึงบอกไม่ได้ว่าถือว่าครอบคลุมปีนี้หรือไม่"),
    EvidenceReason.ANNOUNCED_AFTER: "ประกาศใช้หลังสิ้นปีนี้ และเอกสารไม่ระบุว่ามีผลใช้บังคับก่อนวันประกาศ",
    EvidenceReason.DAY_NOT_STATED: "ข้อมูลไม่ระบุทั้งวันที่มีผลใช้บังคับและวันที่ประกาศ จึงบอกไม่ได้ว่าครอบคลุมปีนี้หรือไม่",
    EvidenceReason.DAY_UNREAD: "อ่านวันที่มีผลใช้บังคับหรือวันที่ประกาศไม่ได้",
    EvidenceReason.OUTSIDE_CYCLE: "ปีนี้อยู่นอกรอบของแผนนี้ ให้ใช้แผนของรอบที่ครอบคลุมปีนี้",
    EvidenceReason.FILE_UNREAD: "ข้อมูลส่วนนี้อ่านไม่ได้ในขณะนี้",
    EvidenceReason.TABLE_NOT_RECEIVED: "เว็บไซต์นี้ได้รับเอกสารเพียงบางส่วน ซึ่งไม่มีตารางโครงการ",
    EvidenceReason.NO_TABLE: NO_PROJECT_DATA,
    EvidenceReason.NO_PROJECT: "ตารางโครงการไม่มีโครงการของปีนี้",
    EvidenceReason.YEARS_NOT_STATED: "เอกสารไม่ระบุว่าโครงการดำเนินการในปีใด",
    EvidenceReason.PROJECTS: "พบ {} จาก {} โครงการ",
    EvidenceReason.NO_REPORT: "ยังไม่รายงานผลของปีนี้ในเว็บไซต์นี้",
    EvidenceReason.REPORT_TOO_SHORT: "มีเพียงรายงานรอบที่สั้นกว่าที่ข้อนี้ใช้",
    EvidenceReason.STAFF: "รายงานจำนวนตามประเภทตำแหน่งแล้ว",
    EvidenceReason.NO_STAFF: "รายงานของปีนี้ยังไม่ระบุจำนวนตามประเภทตำแหน่ง",
    EvidenceReason.STAFF_INCOMPLETE: "รายงานของปีนี้ยังไม่ระบุจำนวนนี้ครบทุกประเภทตำแหน่ง",
    EvidenceReason.STAFF_UNREAD: "อ่านจำนวนตามประเภทตำแหน่งไม่ได้ครบทุกแถว",
}
"""Why an element has its state; for PROJECTS with the number of projects that show it, and of all examined."""

LACKING = "ยังไม่ระบุ"
DOUBTFUL = "ตีความไม่ได้แน่ชัด"
WITHOUT_BASIS = "ในจำนวนนี้ เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมตลอดรอบแผน {} โครงการ"
NOT_A_VERDICT = (
    "ผลในหน้านี้คำนวณจากข้อมูลที่เผยแพร่ในเว็บไซต์นี้เท่านั้น ไม่ใช่คะแนน และไม่ได้หมายความว่า อปท. ไม่มีเอกสารนั้น "
    "รายการข้อและองค์ประกอบต้องตรวจกับคู่มือของสำนักงาน ป.ป.ช. ของปีที่ประเมินก่อนใช้"
)
UNKNOWN_YEAR = (
    "เว็บไซต์นี้ยังไม่มีรายการข้อของการประเมินปีนี้ เพราะเลขข้อและองค์ประกอบเปลี่ยนทุกปี "
    "เมื่อมีรายการแล้ว หน้านี้จะแสดงผลทีละองค์ประกอบ ที่อยู่ของหน้านี้ไม่เปลี่ยน"
)
DRAFT = "แผนนี้ยังเป็นร่าง จึงยังใช้เป็นหลักฐานไม่ได้"
NO_WEBSITE = "ยังไม่ได้ระบุเว็บไซต์หลักของ อปท. (website ใน lao.yml) จึงยังบอกเส้นทางจากเว็บไซต์หลักไม่ได้"
NO_PATH = "ยังไม่ได้ระบุเมนูของเว็บไซต์หลักที่นำมาถึงแผน (ita_path ใน lao.yml) จึงบอกเส้นทางได้ไม่ครบ"
NO_SITE_URL = "เว็บไซต์ชุดนี้สร้างโดยไม่ได้ระบุที่อยู่ (site_url) ที่อยู่ต่อไปนี้จึงเป็นส่วนท้ายของที่อยู่เต็ม ให้เปิดหน้านั้นแล้วคัดลอกที่อยู่เต็มจากเบราว์เซอร์"
MET_OF = "ครบ {} จาก {} องค์ประกอบที่ใช้กับแผนนี้"
PART_SHOWN = "ส่วนที่แผนนี้เป็นหลักฐาน"
ALSO_NEEDED = "เอกสารอื่นที่ข้อนี้ต้องมี ซึ่งไม่อยู่ในแผนนี้"
PERMANENT_ADDRESSES = "ที่อยู่ซึ่งไม่เปลี่ยนแปลง"
RELATED = "ข้ออื่นด้านบุคคลที่ต้องใช้เอกสารอื่น"
NO_DOCUMENTS = "ยังไม่มีเอกสารแนบในข้อมูลของแผนนี้"
NO_SITE_URL_COMMAND = "ไม่ได้ระบุ --site-url ที่อยู่ของหน้าข้างต้นจึงเป็นส่วนท้ายของที่อยู่เต็ม"
TEXT_OUTSIDE_CYCLE = "ปีที่ข้อนี้ดูอยู่นอกรอบของแผนนี้ จึงไม่มีข้อความสำหรับแบบตอบ"
TEXT_NO_REPORT = "ยังไม่มีผลของปีงบประมาณ {} ครบรอบที่ข้อนี้ใช้ ยังไม่ควรส่งข้อนี้ เมื่อรายงานผลแล้ว ข้อความสำหรับแบบตอบจะแสดงที่นี่"
TEXT_NOTHING_MET = "ยังไม่มีองค์ประกอบใดของข้อนี้ครบ ยังไม่ควรส่งข้อนี้ เมื่อเติมข้อมูลแล้ว ข้อความสำหรับแบบตอบจะแสดงที่นี่"
"""In place of the text to copy."""
