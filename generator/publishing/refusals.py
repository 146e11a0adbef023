"""What is wrong with a push itself, as findings: codes that are for ever, and places that name refs and commits.

What is wrong with the content of a push has the codes of reading and of the rules, as `phaen check` tells it.
"""

from __future__ import annotations

from generator.findings import Finding, Location, Severity, printable

TITLES = {
    "PUSH-001": "ไฟล์สิทธิ์ของเซิร์ฟเวอร์",
    "PUSH-002": "ผู้ส่งไม่มีสิทธิ์ส่ง",
    "PUSH-003": "ปลายทางที่ส่งไม่ได้",
    "PUSH-004": "ลบหรือเขียนทับสิ่งที่รับไว้แล้ว",
    "PUSH-005": "ไฟล์นอกเหนือสิทธิ์",
    "PUSH-006": "ชนิดของรายการใน git",
    "PUSH-007": "ชื่อไฟล์หรือโฟลเดอร์",
    "PUSH-008": "ขนาดและจำนวน",
    "PUSH-009": "ไฟล์ที่ระบบไม่รับ",
    "PUSH-010": "commit ที่ระบบไม่รับ",
    "PUSH-011": "ลายมือชื่อของ commit",
    "PUSH-012": "ข้อมูลชนกับที่เผยแพร่อยู่",
    "PUSH-013": "วิธีส่งที่ระบบไม่รับ",
    "PUSH-014": "โฟลเดอร์ของ อปท.",
    "PUSH-015": "เวอร์ชันที่ปกปิดข้อมูลแล้ว",
}
"""What each code is about."""


def refusal(code: str, place: str, message: str, remedy: str) -> Finding:
    """Make an error about a ref, a commit or a path."""
    return Finding(code, Severity.ERROR, message, Location(printable(place)), remedy)


def at_commit(commit: str) -> str:
    """Return how a finding names a commit as its place."""
    return f"commit {commit[:12]}"
