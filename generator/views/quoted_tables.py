"""The tables of cited sources and of excerpts; for the pages of plans, LAOs and national documents."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.plan_parts import CitedSource, Quotation
from generator.views.table_cells import quote, text, words
from generator.views.tables import Column, Row, Table, head
from generator.words import interface


def cited_table(name: str, cited: Iterable[CitedSource]) -> Table:
    """Return the sources that a document cites."""
    return Table(
        name,
        words("กฎหมาย มติ หนังสือ และนโยบายที่เอกสารอ้างถึง ตามที่พิมพ์"),
        (head("เรื่อง"), Column("เลขที่"), Column("วันที่"), Column("ข้อหรือส่วน")),
        tuple(Row((text(one.title), text(one.number), text(one.date), text(one.section))) for one in cited),
    )


def quotations_table(name: str, quotations: Iterable[Quotation]) -> Table:
    """Return excerpts with remarks on their wording."""
    return Table(
        name,
        words("ข้อความตามที่พิมพ์ในเอกสาร พร้อมข้อสังเกตถ้อยคำ"),
        (head("ข้อความตามเอกสาร"), Column("ส่วนของเอกสาร"), Column("ข้อสังเกตถ้อยคำ")),
        tuple(
            Row((quote(one.text), text(one.section, words(interface.NO_SECTION)), text(one.note))) for one in quotations
        ),
    )
