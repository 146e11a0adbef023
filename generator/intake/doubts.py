"""Uncertainties of intake as data: each doubt has its place in the office file and a remedy.

Codes are permanent. A doubt is shown beside the value as printed; nothing is corrected by guessing.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Finding, Location, Severity
from generator.intake.workbook.book_layout import ContentPlace
from generator.intake.workbook.book_writer import CellNote

WORDS = {
    "INTAKE-001": ("ข้อความในช่องที่ไม่มีที่ไป", "ย้ายไปไว้ในช่องที่ถูกต้อง หรือลบถ้าไม่ใช่ข้อมูลของแผน"),
    "INTAKE-002": ("ตารางที่ไม่รู้จัก", "คัดลอกข้อมูลไปไว้ในแผ่นของเรื่องนั้น หรือบอกความหมายของคอลัมน์ในไฟล์จับคู่ (--mapping)"),
    "INTAKE-003": ("ค่าที่โปรแกรมตารางอาจเปลี่ยนไปจากที่พิมพ์", "เทียบกับเอกสาร แล้วพิมพ์ค่าตามเอกสารทับ"),
    "INTAKE-004": ("ไม่ได้เลือกค่าที่รู้จัก", "เลือกจากรายการในช่อง ถ้าไม่มีชื่อนั้น ให้เพิ่มในแผ่น “ส่วนราชการ” หรือ “ยุทธศาสตร์” ก่อน"),
    "INTAKE-005": ("ข้อความที่แยกส่วนไม่ได้แน่ชัด", "แบ่งข้อความให้ตรงกับคอลัมน์ตามเอกสาร"),
    "INTAKE-006": ("ชื่อบุคคลที่นำออก", "ไม่ต้องใส่ชื่อบุคคล ใช้ตำแหน่งแทน"),
    "INTAKE-007": ("สิ่งในเอกสารที่อ่านเป็นข้อความไม่ได้", "ดูในเอกสาร แล้วพิมพ์ค่าลงในช่อง"),
    "INTAKE-008": ("แถวที่ขาดข้ามหน้าและต่อให้แล้ว", "เทียบกับเอกสารว่าต่อถูกแถว"),
    "INTAKE-009": ("เลขลำดับอัตโนมัติที่อาจเปลี่ยน", "เทียบเลขกับเอกสาร"),
    "INTAKE-010": ("สมุดงานที่ถูกแก้ไขโครงสร้าง", "ใช้แผ่นและแถวหัวตารางเดิมของสมุดงานที่โปรแกรมสร้างให้"),
    "INTAKE-011": ("ย่อหน้าที่ยังไม่ได้ใช้", "คัดลอกไปไว้ในแผ่น “ข้อความ” ใต้หัวข้อของเรื่องนั้น ถ้าต้องการให้แสดงในเว็บไซต์"),
    "INTAKE-012": (
        "คำตอบเรื่องคอลัมน์ที่ยังไม่ได้ใช้",
        "สั่ง phaen import เอกสารเดิม --mapping สมุดงานนี้ --out ตรวจทานใหม่.xlsx แล้วตรวจทานในสมุดงานใหม่",
    ),
    "INTAKE-013": (
        "เอกสารที่อาจเป็นของแผนอื่น หรือมีหลายแผน",
        "ตรวจว่าใช้ไฟล์ถูกฉบับ ถ้ามีหลายแผนในไฟล์เดียว ให้แยกเป็นไฟล์ละแผนแล้วอ่านใหม่",
    ),
    "INTAKE-014": ("ข้อความใน PDF ที่อ่านไม่ได้แน่ชัด", "เทียบกับเอกสาร แล้วพิมพ์ตามเอกสาร"),
    "INTAKE-015": ("เอกสารที่อ่านจาก PDF", "เปิด PDF ข้างสมุดงาน เทียบทุกแผ่น แล้วเลือก “ดูแล้ว”"),
    "INTAKE-016": ("ช่องที่หัวหน้ากระดาษ ซึ่งอาจต่อจากหน้าก่อน", "เทียบกับเอกสาร ถ้าเป็นส่วนของแถวก่อนหน้า ให้ย้ายไปรวมกับแถวนั้น"),
    "INTAKE-017": ("สิ่งที่แก้ไว้ในสมุดงานก่อนหน้า และไม่อยู่ในสมุดงานนี้", "ถ้ายังถูกต้อง ให้แก้ซ้ำในสมุดงานนี้"),
    "INTAKE-018": (
        "ส่วนที่เอกสารซ่อนไว้ หรือพิมพ์ไว้นอกเนื้อหา",
        "ถ้าเป็นข้อมูลของแผน ให้มีในช่องของเรื่องนั้น ถ้าไม่ใช่ ให้ลบค่าที่นำมา",
    ),
    "INTAKE-019": (
        "แถวที่ถูกลบจากแผ่น “สิ่งที่ต้องดู” จึงนับว่ายังไม่ได้ดู",
        "สั่ง phaen check สมุดงานนี้ --annotate คำตอบ.xlsx เพื่อคืนแถวนั้น ดูแล้วเลือก “ดูแล้ว” แทนการลบแถว",
    ),
}
"""Title and remedy of each code."""
_OF_ODD = (
    ("แถวที่ซ่อนอยู่ เริ่มจาก", "INTAKE-018"),
    ("คอลัมน์ที่ซ่อนอยู่ เริ่มจาก", "INTAKE-018"),
    ("หรือท้ายกระดาษ", "INTAKE-018"),
    ("อัตโนมัติ", "INTAKE-009"),
    ("เก็บเป็น", "INTAKE-003"),
    ("สูตร", "INTAKE-003"),
    ("PDF ทั้งฉบับ", "INTAKE-015"),
    ("ตัวอ่าน PDF", "INTAKE-014"),
    ("ในไฟล์ PDF", "INTAKE-014"),
    ("ขาดบรรทัด", "INTAKE-014"),
    ("ขาดจากพยัญชนะ", "INTAKE-014"),
    ("ขาดข้ามหน้า", "INTAKE-008"),
    ("หน้าก่อน", "INTAKE-016"),
    ("แถวแรกของหน้า", "INTAKE-016"),
)
"""Words in remarks about a cell, and the doubt code for each; all others get `INTAKE-007`."""


def code_of_odd(odd: str) -> str:
    """Return the doubt code for a remark about a cell or document."""
    return next((code for word, code in _OF_ODD if word in odd), "INTAKE-007")


@dataclass(frozen=True)
class Doubt:
    """One thing to review."""

    code: str
    message: str
    source: str
    """Place in the office file: `แผน.docx ตารางที่ 4 แถว 7 ช่อง 5`, `โครงการ!C5`."""
    place: ContentPlace | None = None
    severity: Severity = Severity.WARNING
    is_open: bool = True
    remedy: str = ""

    def note(self) -> CellNote:
        """Return the doubt as a note at its cell."""
        title, remedy = WORDS[self.code]
        message = f"{title}: {self.message}" if self.message else title
        return CellNote(message, self.severity, self.remedy or remedy, self.source, self.place, self.code, self.is_open)

    def finding(self, file: str) -> Finding:
        """Return the doubt as a finding of an office file."""
        title, remedy = WORDS[self.code]
        message = f"{title}: {self.message}" if self.message else title
        path = self.place.path if self.place else ()
        return Finding(
            self.code, self.severity, message, Location(file, path=path, cell=self.source), self.remedy or remedy
        )
