"""The tables of an evidence sheet: elements of an item, addresses to submit, documents with their hashes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.facts.ita_evidence import ElementFact, EvidenceReason, ItemFact
from generator.views.document_lines import DocumentLine
from generator.views.table_cells import (
    DASH,
    NONE,
    count,
    day,
    empty,
    inside,
    items,
    lines,
    phrase,
    small,
    state,
    text,
    words,
)
from generator.views.tables import Cell, CellKind, Column, Look, Row, Table, head
from generator.words import interface

NAMED = 10
"""Projects named in a cell; if there are more, the cell gives their count."""


class ShownElement(NamedTuple):
    """An element and where it is shown."""

    fact: ElementFact
    place: str
    """In words; empty if no page of this plan shows it."""
    address: str
    lacking: tuple[tuple[str, str], ...]
    """Name and address of each project that lacks it."""
    doubtful: tuple[tuple[str, str], ...]


def elements_table(name: str, item: ItemFact, shown: Iterable[ShownElement]) -> Table:
    """Return the elements of an item."""
    return Table(
        name,
        phrase("องค์ประกอบของข้อ {} ตามข้อมูลของปีงบประมาณ {}", text(item.item.number), _year(item)),
        (head("องค์ประกอบ"), Column("ผล", look=Look.ONE_LINE), Column("เหตุผล"), Column("ดูที่", look=Look.ONE_LINE)),
        tuple(_element(one) for one in shown),
    )


def pages_table(name: str, item: ItemFact, pages: Iterable[tuple[str, str, str]]) -> Table:
    """Return the addresses to submit: name, link and URL of each."""
    return Table(
        f"{name}-pages",
        phrase("ที่อยู่สำหรับข้อ {} ซึ่งไม่เปลี่ยนแปลง", text(item.item.number)),
        (head("หน้า"), Column("ที่อยู่")),
        tuple(
            Row((Cell(CellKind.FIGURE, title, None, address), Cell(CellKind.CODE, submitted)))
            for title, address, submitted in pages
        ),
    )


def files_table(files: Iterable[DocumentLine]) -> Table:
    """Return the documents with their hashes."""
    return Table(
        "files",
        words("เอกสารแนบและหลักฐาน พร้อมค่าแฮช SHA-256 สำหรับตรวจว่าไฟล์ไม่ถูกแก้"),
        (
            head("เอกสาร"),
            Column("ชนิด"),
            Column("วันที่"),
            Column("ขนาด", "ไบต์", Look.NUMBER),
            Column("ค่าแฮช"),
        ),
        tuple(map(_file, files)),
    )


def _file(one: DocumentLine) -> Row:
    title = text(one.title, words(DASH), one.address)._replace(saved_as=one.saved_as)
    return Row(
        (
            lines(title, small(one.why_absent) if one.why_absent else None),
            text(one.kind),
            day(one.day),
            count(one.size, empty("ไม่ได้ระบุ")),
            _hash(one),
        )
    )


def _hash(one: DocumentLine) -> Cell:
    if not one.sha256:
        return empty("ไม่ได้ระบุ")
    said = interface.HASH_COMPUTED if one.is_computed else interface.HASH_STATED
    return lines(Cell(CellKind.CODE, one.sha256), small(said))


def _element(shown: ShownElement) -> Row:
    fact = shown.fact
    name = lines(words(fact.element.name), small(interface.CONFIDENCE_BRIEFLY[fact.element.confidence]))
    place = words(shown.place, shown.address) if shown.address else NONE
    return Row((name, state(fact.state, interface.ELEMENT_STATE[fact.state]), _reason(shown), place))


def _reason(shown: ShownElement) -> Cell:
    fact = shown.fact
    said = interface.EVIDENCE_REASON[fact.reason]
    if fact.reason is not EvidenceReason.PROJECTS:
        return words(said)
    return lines(
        phrase(said, count(fact.done), count(fact.of)),
        phrase(interface.EVIDENCE_WITHOUT_BASIS, count(fact.without_basis)) if fact.without_basis else None,
        _projects(interface.EVIDENCE_LACKING, shown.lacking),
        _projects(interface.EVIDENCE_DOUBTFUL, shown.doubtful),
    )


def _projects(word: str, projects: tuple[tuple[str, str], ...]) -> Cell | None:
    if not projects:
        return None
    named = [text(name, words(DASH), address) for name, address in projects[:NAMED]]
    more = len(projects) - len(named)
    rest = [phrase("และอีก {} โครงการ", count(more))] if more else []
    return inside(CellKind.SMALL, phrase(f"{word} {{}} โครงการ", count(len(projects))), items([*named, *rest]))


def _year(item: ItemFact) -> Cell:
    return Cell(CellKind.FIGURE, item.fiscal_year.be)
