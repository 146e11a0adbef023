"""Findings on a push itself: permanent codes, locations that name refs and commits, personal data outside files.

Findings on the content of a push have the codes of reading and of the rules, as in `phaen check`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.privacy import personal_data
from generator.findings import Finding, Location, Severity, printable

WORDS = {
    "PUSH-001": ("ไฟล์สิทธิ์ของเซิร์ฟเวอร์", "ผู้ดูแลระบบแก้ไฟล์สิทธิ์ตามที่บอก ระหว่างนั้นไม่รับการส่งใด ๆ"),
    "PUSH-002": ("ผู้ส่งไม่มีสิทธิ์ส่ง", "ใช้กุญแจที่ลงทะเบียนไว้ให้ส่งข้อมูล หรือแจ้งผู้ดูแลระบบ"),
    "PUSH-003": ("ปลายทางที่ส่งไม่ได้", "ส่งไปที่ lao/รหัส หรือ draft/รหัส ของ อปท. ที่ดูแล เช่น git push origin HEAD:lao/5440502"),
    "PUSH-004": ("ลบหรือเขียนทับสิ่งที่รับไว้แล้ว", "ไม่ใช้ --force และไม่ลบกิ่ง แก้แล้วส่งเป็น commit ใหม่ต่อจากเดิม"),
    "PUSH-005": ("ไฟล์นอกเหนือสิทธิ์", "แก้เฉพาะโฟลเดอร์ของ อปท. ที่ดูแล"),
    "PUSH-006": ("ชนิดของรายการใน git", "ส่งเฉพาะไฟล์ธรรมดา ไม่ใช่ลิงก์ submodule หรือโปรแกรม"),
    "PUSH-007": ("ชื่อไฟล์หรือโฟลเดอร์", "ตั้งชื่อด้วยตัวอักษรและตัวเลขธรรมดา ไม่ยาวเกินไป และไม่ซ้ำกันเพียงตัวพิมพ์ใหญ่เล็ก"),
    "PUSH-008": ("ขนาดและจำนวน", "ลดขนาดหรือจำนวนไฟล์ หรือแบ่งส่งเป็นหลายครั้ง"),
    "PUSH-009": ("ไฟล์ที่ระบบไม่รับ", "ส่งเฉพาะข้อมูล (YAML, Markdown) และเอกสาร PDF หรือภาพในโฟลเดอร์ documents"),
    "PUSH-010": ("commit ที่ระบบไม่รับ", "เขียนเหตุผล ไม่รวมกิ่ง (merge) และทำต่อจากข้อมูลที่เผยแพร่อยู่"),
    "PUSH-011": ("ลายมือชื่อของ commit", "ลงลายมือชื่อด้วยกุญแจที่ลงทะเบียนไว้ (git config commit.gpgsign true)"),
    "PUSH-012": ("ข้อมูลชนกับที่เผยแพร่อยู่", "นำข้อมูลล่าสุดมารวม เลือกข้อความที่ถูก แล้วส่งใหม่ ตามคำสั่งที่บอกไว้กับข้อนี้"),
    "PUSH-013": ("วิธีส่งที่ระบบไม่รับ", "ส่งด้วย git push แบบปกติ ไม่ตัดประวัติและไม่ใช้ตัวเลือกเพิ่ม"),
    "PUSH-014": ("โฟลเดอร์ของ อปท.", "คงโฟลเดอร์ของ อปท. ไว้หนึ่งโฟลเดอร์ ชื่อขึ้นต้นด้วยรหัส"),
    "PUSH-015": ("เวอร์ชันที่ปกปิดข้อมูลแล้ว", "คัดลอกคลังข้อมูลใหม่ วางไฟล์ที่แก้กลับ แล้วส่งใหม่"),
    "PUSH-016": ("ถอนแผนที่เผยแพร่อยู่", "ถ้าไม่ได้ตั้งใจ นำโฟลเดอร์ของแผนกลับมา แล้วส่งใหม่"),
}
"""Title and remedy of each code; a finding has its own remedy."""


def refusal(code: str, place: str, message: str, remedy: str) -> Finding:
    """Return an error on a ref, a commit or a path."""
    return Finding(code, Severity.ERROR, message, Location(printable(place)), remedy)


def at_commit(commit: str) -> str:
    """Return the location text for a commit."""
    return f"commit {commit[:12]}"


def personal_findings(text: str, place: str, what: str, remedy: str) -> Iterator[Finding]:
    """Yield an error per piece of personal data in a text, without quoting it."""
    for code, hit in personal_data(text):
        yield Finding(code, Severity.ERROR, f"{what}: {hit.message}", Location(printable(place)), remedy)
