"""The interface's Thai words for findings: severity, subject, place. Wording only."""

from __future__ import annotations

from generator.findings import Severity
from generator.words import parts
from generator.words.parts import ALIGNMENT

SEVERITY = {Severity.ERROR: "ผิดพลาด", Severity.WARNING: "ควรตรวจ", Severity.NOTICE: "ควรทราบ"}
"""Severities, highest first; on pages and in the terminal."""

SEVERITY_MEANS = {
    Severity.ERROR: "ข้อมูลอ่านไม่ได้ ระบุตัวตนหรืออ้างอิงผิด ไม่ปลอดภัย หรือมีข้อมูลส่วนบุคคล ต้องแก้ก่อนเผยแพร่",
    Severity.WARNING: "ข้อมูลสองแห่งไม่ตรงกัน หรือน่าจะพิมพ์คลาดเคลื่อน แสดงไว้ข้างข้อมูล",
    Severity.NOTICE: "เรื่องที่ผู้อ่านควรทราบ ไม่ได้หมายความว่าผิด",
}


class _Subjects(dict[str, str]):
    def __missing__(self, subject: str) -> str:
        return subject


SUBJECT = _Subjects(
    {
        "COMPLETE": "ความครบถ้วน",
        "MONEY": "เงินและผลรวม",
        "CELL": "การตีความค่าที่พิมพ์",
        "DATE": "วันที่และปี",
        "STATE": "สถานะและกำหนดเวลา",
        "NUMBER": "ลำดับและเลขข้อ",
        "LINK": "การอ้างอิงและความสอดคล้อง",
        "NAME": "ชื่อและคำเรียก",
        "PDPA": "ข้อมูลส่วนบุคคล",
        "ITA": "สิ่งที่การประเมิน ITA ดู",
        "RESULT": "ผลการดำเนินงาน",
        "CHANGE": "การปรับปรุงแผนและการแก้ไขข้อมูล",
        "DOC": "เอกสารแนบ",
        "ACK": "คำชี้แจงของ อปท.",
        "SAMPLE": "ข้อความที่ต้องกรอกของแบบ",
        "FRAME": "เอกสารระดับชาติ",
        "YAML": "รูปแบบของไฟล์ข้อมูล",
        "READ": "ค่าของข้อมูล",
        "REF": "รหัสในข้อมูล",
        "SIZE": "ขนาดของข้อมูล",
        "TREE": "โฟลเดอร์และชื่อไฟล์",
        "TEXT": "ตัวพิมพ์และถ้อยคำ",
    }
)
"""Subject of a code, the part before its number; an unknown one is returned unchanged."""

PLACES = {
    "plan": "แผนทั้งฉบับ",
    "title": "ชื่อแผน",
    "cycle": "รอบแผน",
    "continues": "รอบแผนก่อนหน้า",
    "state": "สถานะของแผน",
    "submitted": "วันที่เสนอขอความเห็นชอบ",
    "returned": "วันที่ส่งกลับแก้ไข",
    "topics": "หัวข้อสำคัญที่แผนต้องมี",
    "local_strategies": parts.LOCAL_STRATEGIES,
    "values": "ค่านิยมร่วม",
    "alignment": ALIGNMENT,
    "strategies": "ยุทธศาสตร์ของแผน",
    "strategy": "ยุทธศาสตร์",
    "tactic": "กลยุทธ์",
    "budget_matrix": parts.BUDGET_MATRIX,
    "budget_basis": "ความหมายของจำนวนเงินในตารางโครงการ",
    "projects": "ตารางโครงการ",
    "project": "โครงการ",
    "idp": "ตารางแผนพัฒนารายบุคคล",
    "position": "ตำแหน่ง",
    "monitoring": "การติดตาม",
    "evaluation_forms": "การประเมินผลบุคลากร",
    "results": "ผลการดำเนินงาน",
    "sources": "เอกสารต้นทาง",
    "cover": "หน้าปก",
    "appointment_order": "คำสั่งแต่งตั้งคณะกรรมการ",
    "approval": "การให้ความเห็นชอบ",
    "announcement": "ประกาศใช้แผน",
    "drafting_stamps": "ตราร่าง พิมพ์ ทวน",
    "rationale": "หลักการและเหตุผล",
    "objectives": "วัตถุประสงค์",
    "targets": "เป้าหมายการพัฒนา",
    "curricula": "หลักสูตรที่แผนเลือกใช้",
    "methods": "วิธีการพัฒนาที่แผนเลือกใช้",
    "target_groups": "กลุ่มเป้าหมายที่แผนเลือกใช้",
    "competencies": "สมรรถนะที่แผนเลือกใช้",
    "committee": "คณะกรรมการจัดทำแผน",
    "survey": parts.NARRATIVE["survey"],
    "request_steps": parts.REQUEST_STEPS,
    "idp_roles": "บทบาทหน้าที่ในการจัดทำแผนรายบุคคล",
    "other_tables": "ตารางอื่นในเอกสาร",
    "quotations": "ข้อความที่คัดจากเอกสาร",
    "amendments": "การปรับปรุงแผน",
    "corrections": "การแก้ไขความคลาดเคลื่อนของข้อมูล",
    "acknowledged": "คำชี้แจงของ อปท.",
    "documents": "เอกสารแนบ",
    "narrative": "เนื้อความของแผน",
    "identity": "ข้อมูล อปท.",
    "departments": "ส่วนราชการ",
    "contact": "ช่องทางติดต่อ",
    "staff_counts": "จำนวนบุคลากร",
    "name_variants": "ชื่อที่พิมพ์ต่างออกไปในเอกสาร",
    "guidelines": "แนวทางการพัฒนาบุคลากร",
    "framework": "เอกสารทั้งฉบับ",
    "entry": "รายการ",
    "resolutions": "มติที่เกี่ยวข้อง",
    "dates": "วันที่ในเอกสาร",
    "letters": "หนังสือราชการ",
    "notes": "สิ่งที่ไม่ตรงกันในตัวเอกสาร",
    "cited": "เอกสารที่อ้างถึง",
    "source": "ที่มาของข้อมูล",
}
"""Kind of thing at a finding's place, if it has no name of its own; the parts of the prose are in interface."""
