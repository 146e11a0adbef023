"""Development guidelines of an LAO that has no plan here: `guidelines.yml`."""

from __future__ import annotations

from generator.model.base import (
    Identifier,
    Number,
    PlanCycle,
    Printed,
    Record,
    Section,
    Summary,
)
from generator.model.official import SourceDocument
from generator.model.plan_parts import CitedSource, Quotation


class GuidelineItem(Record):
    """แนวทางหนึ่งข้อ: one numbered principle."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of the person who entered the data."""


class Guidelines(Record):
    """แนวทางการพัฒนาบุคลากร: a document's guidelines, without a plan."""

    id: Identifier
    """รหัส: id inside the LAO."""
    title: Printed
    """ชื่อหัวข้อ: as printed."""
    document: Printed | None = None
    """เอกสาร: the document that contains them."""
    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    fiscal_years: PlanCycle | None = None
    """ปีงบประมาณ: if the document states them."""
    source: SourceDocument
    """เอกสารต้นทาง: as received."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of the person who entered the data."""
    items: tuple[GuidelineItem, ...] = ()
    """แนวทาง: in printed order."""
    staff_groups: tuple[Printed, ...] = ()
    """กลุ่มบุคลากร: staff that the guidelines are for, as printed."""
    methods: tuple[Printed, ...] = ()
    """วิธีการพัฒนา: as printed."""
    knowledge_areas: tuple[Printed, ...] = ()
    """ด้านความรู้: as printed."""
    cited: tuple[CitedSource, ...] = ()
    """เอกสารที่อ้างถึง: as printed."""
    quotations: tuple[Quotation, ...] = ()
    """ข้อความที่คัดจากเอกสาร: short excerpts as printed."""
