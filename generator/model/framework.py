"""National reference documents for plans. Every entry states its source."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.model.base import (
    Count,
    EnteredDate,
    Identifier,
    Name,
    Number,
    Printed,
    Record,
    Remark,
    Section,
    Summary,
)
from generator.model.official import SourceDocument
from generator.model.plan_parts import CitedSource, Quotation


class FrameworkResolution(Record):
    """มติ: a resolution that the document is based on."""

    body: Printed
    """คณะกรรมการ: as printed."""
    meeting: Printed | None = None
    """ครั้งที่ประชุม: as printed."""
    date: EnteredDate | None = None
    """วันที่มีมติ: day of the resolution."""
    matter: Summary | None = None
    """เรื่อง: subject of the resolution."""
    section: Section | None = None
    """ส่วนของเอกสาร: section that names it."""


class FrameworkDate(Record):
    """วันที่ในเอกสาร: a day that the document prints, even if two of them conflict."""

    label: Printed
    """คืออะไร: event of that day."""
    printed: Printed
    """ข้อความตามเอกสาร: as printed."""
    date: EnteredDate | None = None
    """วันที่: if the printed text is a complete date."""
    section: Section | None = None
    """ส่วนของเอกสาร: section that prints it."""


class FrameworkLetter(Record):
    """หนังสือราชการ: a letter that goes with the document."""

    number: Number
    """เลขที่: as printed."""
    date: EnteredDate | None = None
    """ลงวันที่: day of the letter."""
    issuer: Printed | None = None
    """ผู้ออก: the issuing office."""
    subject: Printed | None = None
    """เรื่อง: as printed."""
    section: Section | None = None
    """ส่วนของเอกสาร: section that prints it."""


class FrameworkNote(Record):
    """ข้อสังเกตในตัวเอกสาร: an inconsistency within the document."""

    section: Section | None = None
    """ส่วนของเอกสาร: section that prints it."""
    printed: Printed
    """ข้อความตามเอกสาร: as printed."""
    note: Remark
    """ข้อสังเกต: the inconsistency."""


class FrameworkEntry(Record):
    """รายการ: one entry of a group; may have sub-entries."""

    id: Identifier
    """รหัส: unique in the whole document; plans refer to it."""
    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of the person who entered the data."""
    section: Section | None = None
    """ส่วนของเอกสาร: if it differs from the group's."""
    entries: tuple[FrameworkEntry, ...] = ()
    """รายการย่อย: in printed order."""

    def walk(self) -> Iterator[FrameworkEntry]:
        """Yield this entry and all below it, parents first."""
        yield self
        for entry in self.entries:
            yield from entry.walk()


class FrameworkGroup(Record):
    """กลุ่มรายการ: one list of a document, such as the 22 line competencies."""

    id: Identifier
    """รหัสกลุ่ม: part of the group's address."""
    order: Count
    """ลำดับการแสดง: position on the document's page."""
    title: Printed
    """ชื่อกลุ่ม: as printed."""
    section: Section
    """ส่วนของเอกสาร: source of every entry that states none."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of the person who entered the data."""
    minimum: Count | None = None
    """จำนวนขั้นต่ำที่ต้องเลือก: if the document states it."""
    entries: tuple[FrameworkEntry, ...] = ()
    """รายการ: in printed order."""

    def walk(self) -> Iterator[FrameworkEntry]:
        """Yield all entries of the group, parents first."""
        for entry in self.entries:
            yield from entry.walk()


class FrameworkDocument(Record):
    """เอกสารกรอบระดับชาติ: a national document, `document.yml`."""

    id: Identifier
    """รหัส: equals the folder name."""
    title: Printed
    """ชื่อเอกสาร: as printed."""
    short_title: Name
    """ชื่อย่อ: for links and breadcrumbs."""
    issuer: Printed
    """ผู้ออกเอกสาร: as printed."""
    valid_from: EnteredDate | None = None
    """มีผลตั้งแต่: first day of validity."""
    valid_to: EnteredDate | None = None
    """มีผลถึง: last day of validity."""
    validity_note: Remark | None = None
    """หมายเหตุเรื่องการมีผล: basis of the dates."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of the person who entered the data."""
    source: SourceDocument
    """เอกสารต้นทาง: as received."""
    resolutions: tuple[FrameworkResolution, ...] = ()
    """มติ: resolutions that the document is based on."""
    dates: tuple[FrameworkDate, ...] = ()
    """วันที่ในเอกสาร: as printed."""
    letters: tuple[FrameworkLetter, ...] = ()
    """หนังสือราชการ: as printed."""
    cited: tuple[CitedSource, ...] = ()
    """เอกสารที่อ้างถึง: as printed."""
    notes: tuple[FrameworkNote, ...] = ()
    """ข้อสังเกตในตัวเอกสาร: inconsistencies within the document."""
    quotations: tuple[Quotation, ...] = ()
    """ข้อความที่คัดจากเอกสาร: short excerpts as printed."""

    def is_expired(self, today: datetime.date) -> bool:
        """Return whether the last day of validity has passed on a day; False if it is unknown."""
        return self.valid_to is not None and self.valid_to < today
