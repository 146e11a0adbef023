"""The interface's words for the files of a plan."""

from __future__ import annotations

from typing import NamedTuple


class FileWords(NamedTuple):
    """Names of a file."""

    format: str
    part: str
    """Which part of the plan it holds; also in the name of a saved copy."""
    what: str
    """The same in a sentence."""


DRAFT = "ร่าง"

FILES = {
    "plan.xlsx": FileWords("Excel", "ทั้งแผน", "ทุกตารางของแผนในสมุดงานเดียว แยกเป็นแผ่นงาน พร้อมคำอธิบายทุกคอลัมน์"),
    "plan.pdf": FileWords("PDF", "ฉบับพิมพ์", "ทั้งแผนจัดหน้าสำหรับพิมพ์ มีปก สารบัญ และทุกตาราง จัดทำจากข้อมูล มิใช่ต้นฉบับที่ลงนาม"),
    "projects.csv": FileWords("CSV", "โครงการ", "โครงการเรียงตามเอกสาร พร้อมงบประมาณ ไตรมาสของแต่ละปี ผู้รับผิดชอบ และตัวชี้วัด"),
    "budget.csv": FileWords("CSV", "งบประมาณ", "ทุกช่องของเอกสารที่กล่าวถึงเงิน ทั้งตารางโครงการและตารางงบประมาณของส่วนราชการ"),
    "idp.csv": FileWords("CSV", "IDP", "แผนพัฒนารายตำแหน่ง ทักษะ เป้าหมาย วิธีการ และปี"),
    "results.csv": FileWords("CSV", "ผลการดำเนินงาน", "ผลที่รายงานของแต่ละโครงการ แยกตามปีและรอบรายงาน"),
    "staff.csv": FileWords("CSV", "ผู้ได้รับการพัฒนา", "จำนวนบุคลากรที่ได้รับการพัฒนา แยกตามประเภทตำแหน่ง"),
    "plan.json": FileWords("JSON", "ข้อมูลทั้งแผน", "ทุกค่าของแผนตามที่พิมพ์ พร้อมความหมาย สำหรับโปรแกรม"),
    "plan.stratml.xml": FileWords(
        "StratML", "มาตรฐานสากล", "ยุทธศาสตร์ โครงการ ตัวชี้วัด และงบประมาณตามมาตรฐานสากล สำหรับแลกเปลี่ยนกับระบบแผนอื่น"
    ),
}
"""By file name, in the order in which they are offered."""

EVIDENCE_BOOK = FileWords(
    "Excel", "แบบแสดงหลักฐาน ITA", "องค์ประกอบของแต่ละข้อพร้อมผลและเหตุผล ข้อความสำหรับลงแบบ และเอกสารแนบ"
)
YEAR_PDF = FileWords("PDF", "แผนประจำปี", "แผนของปีงบประมาณนี้จัดหน้าสำหรับพิมพ์ คัดจากแผน ๓ ปี มิใช่ต้นฉบับที่ลงนาม")
