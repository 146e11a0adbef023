"""The official side of a plan: the document received, approval, announcement, order, stamps, cover, later changes."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

from generator.model.base import (
    Address,
    DateCell,
    EnteredDate,
    FileName,
    Identifier,
    ItemRef,
    Number,
    Printed,
    Record,
    Remark,
    RuleCode,
    Section,
    Sha256,
    Statement,
    Truth,
    choice,
)
from generator.model.cells import meaning
from generator.model.roles import FieldMark

EXTENTS = {
    "full": "full",
    "ครบ": "full",
    "ครบถ้วน": "full",
    "ทั้งฉบับ": "full",
    "ฉบับเต็ม": "full",
    "ได้รับทั้งฉบับ": "full",
    "partial": "partial",
    "บางส่วน": "partial",
    "ได้รับบางส่วน": "partial",
}
"""Written form -> how much of a document was received."""

ENTERED_BY = {
    "lao": "lao",
    "อปท.": "lao",
    "อปท. บันทึกเอง": "lao",
    "อปท. บันทึกข้อมูลเอง": "lao",
    "third_party": "third_party",
    "third party": "third_party",
    "บุคคลภายนอก": "third_party",
    "บุคคลภายนอกบันทึกข้อมูลจากเอกสาร โดย อปท. ยังไม่ได้ตรวจทาน": "third_party",
}
"""Written form -> who entered the data."""


class DocumentState(StrEnum):
    """สถานะเอกสาร: progress of a plan towards announcement."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ANNOUNCED = "announced"
    UNREAD = "unread"
    """The word is unreadable; the plan is left out of totals."""


STATES = {
    "draft": "draft",
    "ร่าง": "draft",
    "ฉบับร่าง": "draft",
    "submitted": "submitted",
    "เสนอแล้ว": "submitted",
    "เสนอขอความเห็นชอบ": "submitted",
    "เสนอขอความเห็นชอบแล้ว": "submitted",
    "returned": "returned",
    "ส่งกลับแก้ไข": "returned",
    "approved": "approved",
    "เห็นชอบแล้ว": "approved",
    "คณะกรรมการเห็นชอบแล้ว": "approved",
    "คณะกรรมการเห็นชอบแล้ว ยังไม่ประกาศใช้": "approved",
    "announced": "announced",
    "ประกาศใช้": "announced",
    "ประกาศใช้แล้ว": "announced",
}
"""Written form -> document state."""


CORRECTION_KINDS = {
    "transcription": "transcription",
    "บันทึกข้อมูลคลาดเคลื่อนจากเอกสาร": "transcription",
    "บันทึกคลาดเคลื่อน": "transcription",
    "คัดผิด": "transcription",
    "คัดจากเอกสารผิด": "transcription",
    "clerical": "clerical",
    "ข้อผิดพลาดเล็กน้อยในการพิมพ์": "clerical",
    "พิมพ์ผิด": "clerical",
}
"""Written form -> kind of a correction."""

AMENDED = {
    "budget": "budget",
    "งบประมาณ": "budget",
    "period": "period",
    "ระยะเวลา": "period",
    "responsible": "responsible",
    "ผู้รับผิดชอบ": "responsible",
    "name": "name",
    "ชื่อ": "name",
    "targets": "targets",
    "เป้าหมาย": "targets",
    "indicator": "indicator",
    "ตัวชี้วัด": "indicator",
    "added": "added",
    "เพิ่ม": "added",
    "removed": "removed",
    "ยกเลิก": "removed",
    "text": "text",
    "ข้อความ": "text",
}
"""Written form -> what an amendment changed."""


class SourceDocument(Record):
    """เอกสารต้นทาง: a document as received, from which the data was entered."""

    document: Printed | None = None
    """ชื่อเอกสาร: what was received."""
    received_as: Printed | None = None
    """รูปแบบที่ได้รับ: scan, text, file."""
    address: Address | None = None
    """ที่อยู่เอกสาร: where it is published."""
    extent: Annotated[str, choice(EXTENTS, "ใช้ค่าใดค่าหนึ่ง", stand_in="partial")]
    """ขอบเขตที่ได้รับ: the full document or a part of it."""
    sections: tuple[Section, ...] = ()
    """ส่วนที่ได้รับ: the sections, when only a part was received."""
    entered_by: Annotated[str, choice(ENTERED_BY, "ใช้ค่าใดค่าหนึ่ง", stand_in="unread")]
    """ผู้บันทึกข้อมูล: the LAO itself or a third party."""
    note: Remark | None = None
    """หมายเหตุ: remark on how it was received."""


class Approval(Record):
    """การให้ความเห็นชอบ: the provincial committee's resolution on the plan (master plan, section 18)."""

    committee: Printed
    """คณะกรรมการ: the approving committee, as printed."""
    meeting: Printed | None = None
    """ครั้งที่ประชุม: number and year of the meeting, as printed."""
    date: DateCell | None = None
    """วันที่มีมติ: day of the resolution."""

    @property
    def day(self) -> datetime.date | None:
        """Day of the resolution; None if not stated or not certain."""
        return meaning(self.date)


class Signatory(Record):
    """ผู้ลงนาม: the signatory of the announcement."""

    position: Printed
    """ตำแหน่ง: as printed."""
    name: Annotated[Printed | None, FieldMark.MAY_HOLD_PERSONAL_DATA] = None
    """ชื่อ: optional, the only field of a plan that may hold a person's name."""


class Announcement(Record):
    """ประกาศใช้แผน: the LAO's announcement."""

    title: Printed | None = None
    """เรื่อง: subject, as printed."""
    date: DateCell | None = None
    """วันที่ประกาศ: day of the announcement."""
    effective_date: DateCell | None = None
    """วันที่มีผลใช้บังคับ: first day in force."""
    cited_laws: tuple[Printed, ...] = ()
    """กฎหมายที่อ้าง: as printed."""
    signatory: Signatory | None = None
    """ผู้ลงนาม: position of the signatory."""

    @property
    def day(self) -> datetime.date | None:
        """Day of the announcement; None if not stated or not certain."""
        return meaning(self.date)

    @property
    def effective_day(self) -> datetime.date | None:
        """First day in force; None if not stated or not certain."""
        return meaning(self.effective_date)


class AppointmentOrder(Record):
    """คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน: the order that appointed the plan committee (master plan, section 14.1)."""

    number: Printed
    """เลขที่คำสั่ง: as printed."""
    date: DateCell | None = None
    """วันที่ออกคำสั่ง: day of the order."""
    title: Printed | None = None
    """เรื่อง: subject, as printed."""

    @property
    def day(self) -> datetime.date | None:
        """Day of the order; None if not stated or not certain."""
        return meaning(self.date)


class DraftingStamp(Record):
    """ตราร่าง พิมพ์ ทวน: one line of the drafting stamp at the foot of the announcement."""

    label: Printed
    """ชื่อช่อง: as printed."""
    printed: Printed | None = None
    """ข้อความในช่อง: as printed, dots included."""
    date: EnteredDate | None = None
    """วันที่ในช่อง: if the field contains a day."""


class Cover(Record):
    """หน้าปก: the author of the plan according to the cover."""

    unit: Printed | None = None
    """งาน: the unit named on the cover, as printed."""
    office: Printed | None = None
    """สำนักหรือกอง: the office named on the cover, as printed."""
    phone: Printed | None = None
    """โทรศัพท์: as printed."""
    marks: tuple[Printed, ...] = ()
    """ตราหรือข้อความกำกับ: such as สำเนาฉบับ, as printed."""
    printed_names: tuple[Printed, ...] = ()
    """ชื่อบนปก: titles, LAO name, district and province as printed on the cover."""


class AmendedItem(Record):
    """รายการที่ปรับปรุง: what an amendment changed in one item."""

    id: Annotated[ItemRef, FieldMark.LIST_KEY]
    """รายการ: the id of a project, an IDP row, a strategy ..., or `budget_matrix`."""
    what: Annotated[str, choice(AMENDED, "ใช้คำใดคำหนึ่ง")] | None = None
    """สิ่งที่ปรับปรุง: budget, period, responsible, name, targets, indicator, added, removed or text."""
    before: Printed | None = None
    """เดิม: as printed in the amendment, or as it stood before."""
    after: Printed | None = None
    """ใหม่: as printed in the amendment."""


class Amendment(Record):
    """การปรับปรุงแผน ครั้งที่ n: an amendment (master plan, section 19)."""

    number: Number
    """ครั้งที่: as printed."""
    committee: Printed | None = None
    """คณะกรรมการที่เห็นชอบ: the approving committee."""
    meeting: Printed | None = None
    """ครั้งที่ประชุม: as printed."""
    resolution_date: DateCell | None = None
    """วันที่มีมติ: day of the resolution."""
    announcement_date: DateCell | None = None
    """วันที่ประกาศ: day of the announcement."""
    effective_date: DateCell | None = None
    """วันที่มีผลใช้บังคับ: first day in force."""
    reason: Statement
    """เหตุผลความจำเป็น: why the plan was amended."""
    ids: tuple[ItemRef, ...] = ()
    """รายการที่ปรับปรุง: ids of what was touched; `budget_matrix` is the department x strategy table."""
    items: tuple[AmendedItem, ...] = ()
    """รายละเอียดการปรับปรุง: what was changed in each, before and after."""

    @property
    def resolution_day(self) -> datetime.date | None:
        """Day of the resolution; None if not stated or not certain."""
        return meaning(self.resolution_date)

    @property
    def announcement_day(self) -> datetime.date | None:
        """Day of the announcement; None if not stated or not certain."""
        return meaning(self.announcement_date)

    @property
    def effective_day(self) -> datetime.date | None:
        """First day in force; None if not stated or not certain."""
        return meaning(self.effective_date)

    @property
    def touched(self) -> tuple[str, ...]:
        """Ids of everything that the amendment names, without duplicates."""
        return tuple(dict.fromkeys((*self.ids, *(item.id for item in self.items))))


class Correction(Record):
    """การแก้ไขความคลาดเคลื่อนของข้อมูล: a declared correction of an error in data entry."""

    date: EnteredDate
    """วันที่แก้ไข: day of the correction."""
    kind: Annotated[str, choice(CORRECTION_KINDS, "ใช้ค่าใดค่าหนึ่ง")]
    """ชนิด: an error of transcription or a clerical error."""
    ids: tuple[ItemRef, ...]
    """รายการที่แก้ไข: ids of what was corrected."""
    reason: Statement
    """เหตุผล: what was wrong."""
    source_page: Section | None = None
    """หน้าในเอกสารต้นทาง: page that shows the right value."""
    before: Statement | None = None
    """ค่าก่อนแก้ไข: shown publicly when money changed."""
    after: Statement | None = None
    """ค่าหลังแก้ไข: shown publicly when money changed."""


class Acknowledgement(Record):
    """คำชี้แจงของ อปท.: the LAO's answer to a warning; the finding stays public beside it."""

    code: RuleCode
    """รหัสข้อสังเกต: code of the finding, such as MONEY-001."""
    ids: tuple[ItemRef, ...] = ()
    """รายการที่เกี่ยวข้อง: ids the answer is about; none = all findings of that code."""
    reason: Statement
    """คำชี้แจง: the answer."""
    date: EnteredDate | None = None
    """วันที่ชี้แจง: day of the answer."""


class PublishedDocument(Record):
    """เอกสารแนบ: a signed scan or a piece of evidence, as a file in documents/ or an address."""

    id: Identifier
    """รหัสเอกสาร: id inside the plan."""
    kind: Statement
    """ชนิดเอกสาร: signed plan, announcement, order, evidence ..."""
    title: Printed
    """ชื่อเอกสาร: as on the document."""
    date: DateCell | None = None
    """วันที่ของเอกสาร: day on the document."""
    file: FileName | None = None
    """ชื่อไฟล์: inside documents/."""
    address: Address | None = None
    """ที่อยู่: where it is published instead."""
    sha256: Sha256 | None = None
    """ค่า sha256: of the file."""
    reviewed_for_personal_data: Truth = False
    """ตรวจข้อมูลส่วนบุคคลแล้ว: whether it was reviewed for personal data; its file is published only then."""

    @property
    def day(self) -> datetime.date | None:
        """Day on the document; None if not stated or not certain."""
        return meaning(self.date)
