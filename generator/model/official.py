"""What makes a plan official: the document received, approval, announcement, order, stamps, cover, later changes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.model.base import Address, Identifier, OfficialDate, Record, Sha256, Text, Truth, choice

EXTENTS = {"full": "full", "ทั้งฉบับ": "full", "partial": "partial", "บางส่วน": "partial"}
"""Written form -> how much of a document was received."""

ENTERED_BY = {
    "lao": "lao",
    "อปท.": "lao",
    "third_party": "third_party",
    "third party": "third_party",
    "บุคคลภายนอก": "third_party",
}
"""Written form -> who entered the data."""


class DocumentState(StrEnum):
    """สถานะเอกสาร: how far a plan has come on its way to being announced."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ANNOUNCED = "announced"


STATES = {
    "draft": "draft",
    "ร่าง": "draft",
    "submitted": "submitted",
    "เสนอขอความเห็นชอบ": "submitted",
    "returned": "returned",
    "ส่งกลับแก้ไข": "returned",
    "approved": "approved",
    "เห็นชอบแล้ว": "approved",
    "announced": "announced",
    "ประกาศใช้": "announced",
}
"""Written form -> document state."""


class SourceDocument(Record):
    """เอกสารต้นทาง: a document as received, from which the data was entered."""

    document: Text | None = None
    """ชื่อเอกสาร: what was received."""
    received_as: Text | None = None
    """รูปแบบที่ได้รับ: scan, text, file."""
    address: Address | None = None
    """ที่อยู่เอกสาร: where it is published."""
    extent: Annotated[str, choice(EXTENTS, "ใช้ค่าใดค่าหนึ่ง")]
    """ขอบเขตที่ได้รับ: the full document or a part of it."""
    sections: tuple[Text, ...] = ()
    """ส่วนที่ได้รับ: the sections, when only a part was received."""
    entered_by: Annotated[str, choice(ENTERED_BY, "ใช้ค่าใดค่าหนึ่ง")]
    """ผู้บันทึกข้อมูล: the LAO itself or a third party."""
    note: Text | None = None
    """หมายเหตุ: remark on how it was received."""


class Approval(Record):
    """การให้ความเห็นชอบ: the provincial committee's resolution on the plan (master plan, section 18)."""

    committee: Text
    """คณะกรรมการ: the approving committee, as printed."""
    meeting: Text | None = None
    """ครั้งที่ประชุม: number and year of the meeting, as printed."""
    date: OfficialDate | None = None
    """วันที่มีมติ: day of the resolution."""


class Signatory(Record):
    """ผู้ลงนาม: who signed the announcement."""

    position: Text
    """ตำแหน่ง: as printed."""
    name: Text | None = None
    """ชื่อ: optional, the only field of a plan that may hold a person's name."""


class Announcement(Record):
    """ประกาศใช้แผน: the LAO's announcement."""

    title: Text | None = None
    """เรื่อง: subject, as printed."""
    date: OfficialDate | None = None
    """วันที่ประกาศ: day of the announcement."""
    effective_date: OfficialDate | None = None
    """วันที่มีผลใช้บังคับ: first day in force."""
    cited_laws: tuple[Text, ...] = ()
    """กฎหมายที่อ้าง: as printed."""
    signatory: Signatory | None = None
    """ผู้ลงนาม: position of whoever signed."""


class AppointmentOrder(Record):
    """คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน: the order that appointed the plan committee (master plan, section 14.1)."""

    number: Text
    """เลขที่คำสั่ง: as printed."""
    date: OfficialDate | None = None
    """วันที่ออกคำสั่ง: day of the order."""
    title: Text | None = None
    """เรื่อง: subject, as printed."""


class DraftingStamp(Record):
    """ตราร่าง พิมพ์ ทวน: one line of the drafting stamp at the foot of the announcement."""

    label: Text
    """ชื่อช่อง: as printed."""
    printed: Text | None = None
    """ข้อความในช่อง: as printed, dots included."""
    date: OfficialDate | None = None
    """วันที่ในช่อง: where the field holds a day."""


class Cover(Record):
    """หน้าปก: what the cover says about who made the plan."""

    unit: Text | None = None
    """งาน: the unit named on the cover, as printed."""
    office: Text | None = None
    """สำนักหรือกอง: the office named on the cover, as printed."""
    phone: Text | None = None
    """โทรศัพท์: as printed."""
    marks: tuple[Text, ...] = ()
    """ตราหรือข้อความกำกับ: such as สำเนาฉบับ, as printed."""
    printed_names: tuple[Text, ...] = ()
    """ชื่อบนปก: titles, LAO name, district and province as printed on the cover."""


class Amendment(Record):
    """การปรับปรุงแผน ครั้งที่ n: an amendment (master plan, section 19)."""

    number: Text
    """ครั้งที่: as printed."""
    committee: Text | None = None
    """คณะกรรมการที่เห็นชอบ: the approving committee."""
    meeting: Text | None = None
    """ครั้งที่ประชุม: as printed."""
    resolution_date: OfficialDate | None = None
    """วันที่มีมติ: day of the resolution."""
    announcement_date: OfficialDate | None = None
    """วันที่ประกาศ: day of the announcement."""
    effective_date: OfficialDate | None = None
    """วันที่มีผลใช้บังคับ: first day in force."""
    reason: Text
    """เหตุผลความจำเป็น: why the plan was amended."""
    ids: tuple[Identifier, ...] = ()
    """รายการที่ปรับปรุง: ids of what was touched."""


class Correction(Record):
    """การแก้ไขความคลาดเคลื่อนของข้อมูล: a slip made when the data was entered, mended and declared."""

    date: OfficialDate
    """วันที่แก้ไข: day of the correction."""
    kind: Annotated[str, choice({"transcription": "transcription", "clerical": "clerical"}, "ใช้ค่าใดค่าหนึ่ง")]
    """ชนิด: a slip in transcription or a clerical one."""
    ids: tuple[Identifier, ...]
    """รายการที่แก้ไข: ids of what was mended."""
    reason: Text
    """เหตุผล: what had gone wrong."""
    source_page: Text | None = None
    """หน้าในเอกสารต้นทาง: page that shows the right value."""
    before: Text | None = None
    """ค่าก่อนแก้ไข: shown publicly when money changed."""
    after: Text | None = None
    """ค่าหลังแก้ไข: shown publicly when money changed."""


class Acknowledgement(Record):
    """คำชี้แจงของ อปท.: the LAO's answer to a warning; the finding stays public beside it."""

    code: Text
    """รหัสข้อสังเกต: code of the finding, such as MONEY-001."""
    ids: tuple[Identifier, ...] = ()
    """รายการที่เกี่ยวข้อง: ids the answer is about; none = all findings of that code."""
    reason: Text
    """คำชี้แจง: the answer."""
    date: OfficialDate | None = None
    """วันที่ชี้แจง: day of the answer."""


class PublishedDocument(Record):
    """เอกสารแนบ: a signed scan or a piece of evidence, as a file in documents/ or an address."""

    id: Identifier
    """รหัสเอกสาร: id inside the plan."""
    kind: Text
    """ชนิดเอกสาร: signed plan, announcement, order, evidence ..."""
    title: Text
    """ชื่อเอกสาร: as on the document."""
    date: OfficialDate | None = None
    """วันที่ของเอกสาร: day on the document."""
    file: Text | None = None
    """ชื่อไฟล์: inside documents/."""
    address: Address | None = None
    """ที่อยู่: where it is published instead."""
    sha256: Sha256 | None = None
    """ค่า sha256: of the file."""
    reviewed_for_personal_data: Truth = False
    """ตรวจข้อมูลส่วนบุคคลแล้ว: whether someone has looked for personal data in it."""
