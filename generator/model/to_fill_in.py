"""The stand-in texts of new folders: what a skeleton says where only the officer knows what belongs there.

Skeletons take their stand-ins from here and a rule looks for them here, so that none can be published unseen. Each
says in Thai that it is to be filled in, and none is a text that a document could hold.
"""

from __future__ import annotations

NO_NAME = "ยังไม่ได้ระบุชื่อ"
"""The name of an LAO that nobody has stated."""
NO_PROVINCE = "ยังไม่ได้ระบุจังหวัด"
"""The province of an LAO whose code says nothing of it."""

BEGINNING = "(กรอก"
"""How every stand-in of a skeleton begins."""

STAND_INS = {
    "department": "(กรอกชื่อส่วนราชการ เช่น สำนักปลัด)",
    "objective": "(กรอกวัตถุประสงค์ของแผน ข้อละหนึ่งบรรทัด)",
    "strategy": "(กรอกชื่อยุทธศาสตร์ของแผน ตามที่พิมพ์)",
    "tactic": "(กรอกชื่อกลยุทธ์ ตามที่พิมพ์)",
    "committee": "(กรอกชื่อคณะกรรมการที่เห็นชอบ ตามที่พิมพ์)",
    "signatory": "(กรอกตำแหน่งของผู้ลงนาม ตามที่พิมพ์)",
    "project": "(กรอกชื่อโครงการหรือกิจกรรม ตามที่พิมพ์)",
    "indicator": "(กรอกตัวชี้วัด ตามที่พิมพ์)",
    "quantity": "(กรอกเป้าหมายเชิงปริมาณ ตามที่พิมพ์)",
    "quality": "(กรอกเป้าหมายเชิงคุณภาพ ตามที่พิมพ์)",
    "benefit": "(กรอกเป้าหมายเชิงประโยชน์ ตามที่พิมพ์)",
    "responsible": "(กรอกข้อความในช่องผู้รับผิดชอบ ตามที่พิมพ์)",
    "position": "(กรอกชื่อตำแหน่ง ตามที่พิมพ์ ไม่ใส่ชื่อบุคคล)",
    "skill": "(กรอกทักษะที่ต้องพัฒนา ตามที่พิมพ์)",
    "goal": "(กรอกเป้าหมายการพัฒนา ตามที่พิมพ์)",
}
"""Stand-ins by what they stand for; a form under generator/drafting/forms names them as `${strategy_here}`."""

FORMER_STAND_INS = (
    "ยังไม่ได้เขียนคำบรรยาย",
    "ชื่อตารางตามที่พิมพ์",
    "ชื่อหัวข้อตามที่พิมพ์",
    "ชื่อตำแหน่งตามที่พิมพ์",
    "ชื่อตามที่พิมพ์",
    "เป้าหมายตามที่พิมพ์",
    "หลักสูตรตามที่พิมพ์",
    "ขั้นตอนตามที่พิมพ์",
    "ข้อความตามที่พิมพ์",
    "ถ้อยคำตามที่พิมพ์",
    "ถ้อยคำตามข้อนั้น ถ้าพิมพ์ไม่เหมือนกัน",
    "ชื่อกฎหมายที่ประกาศอ้าง ตามที่พิมพ์",
    "ชื่อประกาศหรือกฎหมายตามที่พิมพ์",
    "สรุปด้วยถ้อยคำของท่านเอง",
    "หลักการและเหตุผลข้อหนึ่ง",
    "วัตถุประสงค์ข้อหนึ่ง",
    "เป้าหมายการพัฒนาข้อหนึ่ง",
    "หมายเหตุของผู้บันทึก",
    "หมายเหตุเรื่องเอกสาร",
    "เหตุที่คัดไว้",
    "คำชี้แจงของ อปท.",
)
"""What skeletons said before, as whole values; their examples that a real plan could hold are not among them."""

_WHOLE = frozenset((NO_NAME, NO_PROVINCE, *FORMER_STAND_INS))


def stand_in_of(text: str) -> str:
    """Return the stand-in that a value holds, empty where it holds none."""
    if BEGINNING in text:
        return next((one for one in STAND_INS.values() if one in text), "")
    return text if (text := text.strip()) in _WHOLE else ""
