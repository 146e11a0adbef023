"""National reference documents: what plans are measured by. Every entry carries its source."""

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
from generator.model.document import CitedSource, Quotation
from generator.model.official import SourceDocument


class FrameworkResolution(Record):
    """มติ: a resolution that the document rests on."""

    body: Printed
    """คณะกรรมการ: as printed."""
    meeting: Printed | None = None
    """ครั้งที่ประชุม: as printed."""
    date: EnteredDate | None = None
    """วันที่มีมติ: day of the resolution."""
    matter: Summary | None = None
    """เรื่อง: what was resolved."""
    section: Section | None = None
    """ส่วนของเอกสาร: where it is named."""


class FrameworkDate(Record):
    """วันที่ในเอกสาร: a day that the document prints, also where two of them conflict."""

    label: Printed
    """คืออะไร: what happened on that day."""
    printed: Printed
    """ข้อความตามเอกสาร: as printed."""
    date: EnteredDate | None = None
    """วันที่: where the printed text is a whole day."""
    section: Section | None = None
    """ส่วนของเอกสาร: where it stands."""


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
    """ส่วนของเอกสาร: where it stands."""


class FrameworkNote(Record):
    """ข้อสังเกตในตัวเอกสาร: what does not fit inside the document itself."""

    section: Section | None = None
    """ส่วนของเอกสาร: where it stands."""
    printed: Printed
    """ข้อความตามเอกสาร: as printed."""
    note: Remark
    """ข้อสังเกต: what does not fit."""


class FrameworkEntry(Record):
    """รายการ: one entry of a group, possibly with entries of its own."""

    id: Identifier
    """รหัส: unique over the whole document; plans refer to it."""
    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of whoever entered the data."""
    section: Section | None = None
    """ส่วนของเอกสาร: where it differs from the group's."""
    entries: tuple[FrameworkEntry, ...] = ()
    """รายการย่อย: in printed order."""

    def walk(self) -> Iterator[FrameworkEntry]:
        """Yield this entry and all below it, top down."""
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
    """ส่วนของเอกสาร: source of every entry that names none itself."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of whoever entered the data."""
    minimum: Count | None = None
    """จำนวนขั้นต่ำที่ต้องเลือก: where the document says so."""
    entries: tuple[FrameworkEntry, ...] = ()
    """รายการ: in printed order."""

    def walk(self) -> Iterator[FrameworkEntry]:
        """Yield all entries of the group, top down."""
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
    """หมายเหตุเรื่องการมีผล: what the dates rest on."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of whoever entered the data."""
    source: SourceDocument
    """เอกสารต้นทาง: as received."""
    resolutions: tuple[FrameworkResolution, ...] = ()
    """มติ: resolutions the document rests on."""
    dates: tuple[FrameworkDate, ...] = ()
    """วันที่ในเอกสาร: as printed."""
    letters: tuple[FrameworkLetter, ...] = ()
    """หนังสือราชการ: as printed."""
    cited: tuple[CitedSource, ...] = ()
    """เอกสารที่อ้างถึง: as printed."""
    notes: tuple[FrameworkNote, ...] = ()
    """ข้อสังเกตในตัวเอกสาร: what does not fit."""
    quotations: tuple[Quotation, ...] = ()
    """ข้อความที่คัดจากเอกสาร: short excerpts as printed."""

    def is_expired(self, today: datetime.date) -> bool:
        """Whether the last day of validity has passed on the given day; False when none is known."""
        return self.valid_to is not None and self.valid_to < today
