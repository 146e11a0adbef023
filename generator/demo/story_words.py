"""Commit messages of fictional officers. A message with an LAO's name is fictional by that name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.demo.offices import Office
from generator.thai.numerals import to_thai

FICTIONAL = "ข้อมูลสมมุติ ไม่ใช่ของ อปท. ใด"
BEGINNING = f"เริ่มคลังข้อมูลสมมุติสำหรับทดสอบระบบ\n\nทุกอย่างในคลังนี้แต่งขึ้น {FICTIONAL}\n"
MENDED = "\nแก้ไฟล์ที่บันทึกผิดรูปแบบเมื่อคราวก่อนด้วย\n"
SILENT = ("แก้ไขข้อมูล\n", "ปรับปรุงไฟล์\n", "อัปเดต\n", "แก้คำผิด\n", "ตรวจทานข้อมูลอีกครั้ง\n")
COSMETIC = ("จัดรูปแบบไฟล์\n", "จัดบรรทัดให้อ่านง่าย\n", "บันทึกไฟล์ใหม่ เนื้อหาคงเดิม\n")
_STATES = {"submitted": "เสนอขอความเห็นชอบ", "approved": "คณะกรรมการเห็นชอบ", "announced": "ประกาศใช้"}


def plan(slug: str) -> str:
    """Return the name of a plan."""
    return f"แผนพัฒนาบุคลากร พ.ศ. {to_thai(slug).replace('-', ' - ')}"


def introduced(office: Office, slug: str) -> str:
    """Return the message for the first version of a plan, or of guidelines without a plan."""
    what = plan(slug) if slug else "แนวทางการพัฒนาบุคลากร"
    return f"{office.full_name} เผยแพร่{what}\n\n{FICTIONAL}\n"


def drafted(office: Office, slug: str) -> str:
    """Return the message for the first version of a draft."""
    return f"{office.full_name} บันทึกร่าง{plan(slug)}\n\n{FICTIONAL}\n"


def batch(province: str, slug: str) -> str:
    """Return the message for first versions of plans of one province."""
    return f"นำเข้า{plan(slug)} ของ อปท. สมมุติในจังหวัด{province}\n\n{FICTIONAL}\n"


def made_official(office: Office, slug: str, state: str) -> str:
    """Return the message for a draft that reached a new state."""
    return f"{office.full_name} {_STATES[state]}{plan(slug)}\n\n{FICTIONAL}\n"


def draft_changed(office: Office, said: Sequence[str]) -> str:
    """Return the message for changes of a draft."""
    return f"{office.full_name} แก้ไขร่างแผน\n\n{_list(said)}"


def amended(office: Office, slug: str, number: str, said: Sequence[str]) -> str:
    """Return the message for a numbered amendment."""
    return f"{office.full_name} ปรับปรุง{plan(slug)} ครั้งที่ {number}\n\n{_list(said)}\n{FICTIONAL}\n"


def corrected(office: Office, said: str, before: str, after: str) -> str:
    """Return the message for a declared correction of money."""
    return f"{office.full_name} แก้ไขความคลาดเคลื่อนของข้อมูล\n\n{said}\nเดิม {before} แก้เป็น {after}\n{FICTIONAL}\n"


def reported(office: Office, year: str, months: str) -> str:
    """Return the message for results of a year."""
    return f"{office.full_name} รายงานผลการพัฒนาบุคลากร ปีงบประมาณ {to_thai(year)} รอบ {to_thai(months)} เดือน\n"


def reworded(office: Office, slug: str) -> str:
    """Return the message for new wording of immaterial text."""
    return f"{office.full_name} ปรับถ้อยคำส่วนนำของ{plan(slug)}\n"


def document_added(office: Office, title: str) -> str:
    """Return the message for a published document."""
    return f"{office.full_name} เพิ่มเอกสารแนบ {title}\n"


def contact_changed(office: Office) -> str:
    """Return the message for a new contact unit."""
    return f"{office.full_name} ปรับปรุงข้อมูลหน่วยงานที่ติดต่อได้\n"


def _list(said: Sequence[str]) -> str:
    return "".join(f"- {one}\n" for one in said)
