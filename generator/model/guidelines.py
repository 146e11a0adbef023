"""Development guidelines of an LAO that has no plan here: `guidelines.yml`."""

from __future__ import annotations

from generator.model.base import Identifier, PlanCycle, Record, Text
from generator.model.document import CitedSource, Quotation
from generator.model.official import SourceDocument


class GuidelineItem(Record):
    """แนวทางหนึ่งข้อ: one numbered principle."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    summary: Text | None = None
    """สาระสำคัญ: in the words of whoever entered the data."""


class Guidelines(Record):
    """แนวทางการพัฒนาบุคลากร: a document's guidelines, without a plan."""

    id: Identifier
    """รหัส: id inside the LAO."""
    title: Text
    """ชื่อหัวข้อ: as printed."""
    document: Text | None = None
    """เอกสาร: the document it stands in."""
    section: Text | None = None
    """ส่วนของเอกสาร: as printed."""
    fiscal_years: PlanCycle | None = None
    """ปีงบประมาณ: where the document says."""
    source: SourceDocument
    """เอกสารต้นทาง: as received."""
    summary: Text | None = None
    """สาระสำคัญ: in the words of whoever entered the data."""
    items: tuple[GuidelineItem, ...] = ()
    """แนวทาง: in printed order."""
    methods: tuple[Text, ...] = ()
    """วิธีการพัฒนา: as printed."""
    knowledge_areas: tuple[Text, ...] = ()
    """ด้านความรู้: as printed."""
    cited: tuple[CitedSource, ...] = ()
    """เอกสารที่อ้างถึง: as printed."""
    quotations: tuple[Quotation, ...] = ()
    """ข้อความที่คัดจากเอกสาร: short excerpts as printed."""
