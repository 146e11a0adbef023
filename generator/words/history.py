"""Thai words for the versions of plans: completeness, signatures, texts of each page."""

from __future__ import annotations

from generator.history.commits import SignatureKind
from generator.history.history_index import Known

KNOWN = {
    Known.WHOLE: "",
    Known.SHALLOW: "ประวัติที่มีในระบบนี้ไม่ครบ (เป็นสำเนาที่ตัดประวัติเก่าออก) เลขรุ่นจึงอาจไม่ตรงกับเว็บไซต์ที่มีประวัติครบ",
    Known.DAMAGED: "อ่านประวัติได้ไม่ครบ เพราะคลัง git เสียหายหรือขาดบางส่วน",
    Known.NONE: "ไม่มีประวัติของข้อมูลชุดนี้ เพราะสร้างจากไฟล์ที่ไม่ได้อยู่ในคลัง git",
}
"""What the pages say of an incomplete history."""
NOT_SAVED = "ข้อมูลที่แสดงอยู่ต่างจากรุ่นล่าสุดในประวัติ เพราะยังไม่ได้บันทึก (commit)"
UNREADABLE_VERSION = "โปรแกรมปัจจุบันอ่านรุ่นนี้เป็นแผนไม่ได้ จึงแสดงเป็นข้อความตามไฟล์"
FIRST_VERSION = "เผยแพร่ครั้งแรก"
REMOVED_PLAN = "นำแผนออกจากเว็บไซต์"
SIGNATURE = {
    SignatureKind.NONE: "ไม่มีลายเซ็น",
    SignatureKind.SSH: "มีลายเซ็น SSH",
    SignatureKind.GPG: "มีลายเซ็น GPG",
    SignatureKind.OTHER: "มีลายเซ็นชนิดอื่น",
}
"""What signature a commit has; whether it is genuine is for `phaen verify`."""
