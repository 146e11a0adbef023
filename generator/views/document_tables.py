"""The tables of the document page: stamps, lists, committee, survey, roles, amendments, corrections, answers.

Begins with the records that their rows show; the view fills them in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.checks.explained import RuleWords
from generator.facts.named_documents import NamedDocument
from generator.findings import Location
from generator.model.official import Acknowledgement, AmendedItem, Amendment, Correction, DraftingStamp
from generator.model.plan_parts import Committee, FrameworkChoice, IdpRoles, OtherTable
from generator.thai.dates import Cycle
from generator.views.document_lines import why_absent
from generator.views.table_cells import (
    NONE,
    NOT_STATED,
    count,
    day,
    empty,
    inside,
    items,
    lines,
    numbered,
    phrase,
    printed_day,
    quote,
    small,
    text,
    together,
    words,
    year,
)
from generator.views.tables import Cell, CellKind, CellMark, Column, Form, Look, Row, RowKind, Table, head
from generator.words import interface

ORDER, SECTION = Column("ลำดับ"), Column("ส่วนของเอกสาร")
_NO_THING = empty("ไม่ได้ระบุรายการ")
_NO_FILE = empty("ไม่ได้ระบุ")
_NO_SIZE = empty("ไม่ทราบ")


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Competencies of one kind."""

    kind: str | None
    """core, executive or line; None if not stated."""
    anchor: str
    choices: tuple[FrameworkChoice, ...]


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """One list of things that the plan names from the national frameworks."""

    id: str
    """curricula, methods, target_groups or competencies."""
    anchor: str
    count: int
    groups: tuple[ChoiceGroup, ...]

    @property
    def table(self) -> Table:
        """Its choices."""
        return choices_table(self)


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """One department's answers in the survey."""

    name: str
    """Head of the row, as printed."""
    cells: tuple[str | None, ...]
    """As printed, one per column; None for a cell that is empty in the document."""


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """The survey of needs."""

    section: str | None
    title: str | None
    columns: tuple[str, ...]
    lines: tuple[SurveyLine, ...]
    is_empty: bool
    location: Location


class Touched(NamedTuple):
    """An id named by an amendment, a correction or an answer, with the thing it refers to."""

    id: str
    name: str | None
    """None for an id that is no longer in the plan."""
    address: str | None


class AmendedThing(NamedTuple):
    """A thing that an amendment touched, and what it changed there."""

    thing: Touched
    items: tuple[AmendedItem, ...]


@dataclass(frozen=True, slots=True)
class AmendmentLine:
    """One amendment and the things it touched."""

    anchor: str
    amendment: Amendment
    touched: tuple[AmendedThing, ...]


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One declared correction and what it corrected."""

    correction: Correction
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class AcknowledgementLine:
    """One answer of the LAO to a finding."""

    acknowledgement: Acknowledgement
    rule: RuleWords | None
    """The rule that it answers to; None if the code is unknown."""
    touched: tuple[Touched, ...]


def stamps_table(stamps: Iterable[DraftingStamp]) -> Table:
    """Return the fields of the drafting stamps."""
    blank = empty("ช่องว่าง")
    return Table(
        "stamps",
        words("ช่องในตราท้ายประกาศ ตามที่พิมพ์"),
        (head("ช่อง"), Column("ข้อความในช่อง"), Column("ตรงกับวันที่")),
        tuple(Row((text(one.label), text(one.printed, blank), day(one.date, NONE))) for one in stamps),
    )


def choices_table(choices: ChoiceList) -> Table:
    """Return one list of things that the plan names; competencies by kind."""
    word = interface.CHOICE_LIST[choices.id]
    sections = {one.section for group in choices.groups for one in group.choices}
    section = next(iter(sections)) if len(sections) == 1 else None
    is_told_once = len(sections) == 1
    return Table(
        choices.anchor,
        phrase(f"{word}ที่เอกสารระบุ {{}} รายการ ลำดับและชื่อตามที่พิมพ์", count(choices.count)),
        (head("ลำดับและชื่อ"),) if is_told_once else (head("ลำดับและชื่อ"), SECTION),
        tuple(row for group in choices.groups for row in _chosen(group, choices.id == "competencies", is_told_once)),
        note=phrase("ส่วน “{}” ของเอกสาร", text(section)) if section else None,
    )


def _chosen(group: ChoiceGroup, is_headed: bool, is_told_once: bool) -> Iterator[Row]:
    if is_headed:
        heading = phrase(f"{interface.COMPETENCY_KIND[group.kind]} ({{}} ข้อ)", count(len(group.choices)))
        yield Row((heading,), RowKind.GROUP, group.anchor)
    for one in group.choices:
        name = numbered(one.number, one.name)
        yield Row((name,) if is_told_once else (name, text(one.section)))


def committee_table(committee: Committee) -> Table:
    """Return the members by position."""
    title = text(committee.title or "คณะกรรมการจัดทำแผน")
    return Table(
        "committee",
        phrase("{} {} ลำดับ ตามตำแหน่ง", title, count(len(committee.members))),
        (ORDER, head("ตำแหน่ง"), Column("หน้าที่ในคณะกรรมการ")),
        tuple(Row((text(one.number), text(one.position), text(one.role))) for one in committee.members),
    )


def survey_table(survey: SurveyTable) -> Table:
    """Return the answers of each department."""
    title, no_answer = text(survey.title or "ตารางสำรวจความต้องการพัฒนา"), empty("ไม่มีคำตอบ")
    return Table(
        "survey",
        phrase("{} ({} แถว {} ด้าน)", title, count(len(survey.lines)), count(len(survey.columns))),
        (head("ส่วนราชการ"), *map(Column, survey.columns)),
        tuple(Row((text(line.name), *(text(cell, no_answer) for cell in line.cells))) for line in survey.lines),
        form=Form.SCROLLS,
    )


def roles_table(roles: IdpRoles) -> Table:
    """Return who does what in making individual plans."""
    return Table(
        "idp-roles",
        text(roles.title or interface.IDP_ROLES),
        (head("กลุ่มบุคคลตามที่พิมพ์"), Column("บทบาทหน้าที่โดยสรุป")),
        tuple(Row((numbered(one.number, one.role), items(map(text, one.duties)))) for one in roles.roles),
    )


def other_table(one: OtherTable, number: int) -> Table:
    """Return a printed table for which the format has no fields, cell by cell."""
    blank = empty("ช่องว่าง")
    heads = [*one.columns, *(None for _ in range(one.width - len(one.columns)))]
    first, *others = ((printed or f"คอลัมน์ที่ {place}") for place, printed in enumerate(heads, 1))
    return Table(
        f"other-table-{number}",
        text(one.title or f"ตารางอื่นในเอกสาร ตารางที่ {number}"),
        (head(first), *map(Column, others)),
        tuple(
            Row(tuple(text(cell, blank) for cell in (*row.cells, *(None for _ in range(one.width - len(row.cells))))))
            for row in one.rows
        ),
        form=Form.SCROLLS,
    )


def amendments_table(amendments: tuple[AmendmentLine, ...]) -> Table:
    """Return the amendments with their changes."""
    return Table(
        "amendments",
        phrase("การปรับปรุงแผน {} ครั้ง", count(len(amendments))),
        (
            head("ครั้งที่"),
            Column("คณะกรรมการและการประชุม"),
            Column("วันที่มีมติ"),
            Column("วันที่ประกาศ"),
            Column("มีผลใช้บังคับ"),
            Column("เหตุผล"),
            Column("รายการที่ปรับปรุง"),
        ),
        tuple(map(_amendment, amendments)),
    )


def _amendment(line: AmendmentLine) -> Row:
    one = line.amendment
    return Row(
        (
            text(one.number),
            lines(text(one.committee, NOT_STATED), phrase("ครั้งที่ {}", text(one.meeting)) if one.meeting else None),
            printed_day(one.resolution_date),
            printed_day(one.announcement_date),
            printed_day(one.effective_date),
            text(one.reason),
            items(map(_changed, line.touched), _NO_THING),
        ),
        anchor=line.anchor,
    )


def _changed(one: AmendedThing) -> Cell:
    return lines(_named(one.thing), *map(_item, one.items))


def _item(item: AmendedItem) -> Cell:
    parts = [words(interface.AMENDED[item.what])]
    parts += [words(" เดิม "), quote(item.before)] if item.before else []
    parts += [words(" ใหม่ "), quote(item.after)] if item.after else []
    return together(*parts)


def _named(thing: Touched) -> Cell:
    if thing.address and thing.name:
        return text(thing.name, address=thing.address)
    return phrase("รหัส {} (ไม่มีในแผนฉบับนี้แล้ว)", text(thing.id))


def corrections_table(corrections: tuple[CorrectionLine, ...]) -> Table:
    """Return the declared corrections, without value columns if none states values."""
    has_values = any(line.correction.before or line.correction.after for line in corrections)
    values = (Column("ค่าก่อนแก้ไข"), Column("ค่าหลังแก้ไข")) if has_values else ()
    return Table(
        "corrections",
        phrase("การแก้ไขที่แจ้งไว้ {} รายการ", count(len(corrections))),
        (
            head("วันที่แก้ไข"),
            Column("ชนิด"),
            Column("เหตุผล"),
            *values,
            Column("หน้าในเอกสาร"),
            Column("รายการที่แก้ไข"),
        ),
        tuple(
            Row(
                (
                    day(line.correction.date),
                    words(interface.CORRECTION_KIND[line.correction.kind]),
                    text(line.correction.reason),
                    *((text(line.correction.before), text(line.correction.after)) if has_values else ()),
                    text(line.correction.source_page),
                    items(map(_named, line.touched), _NO_THING),
                )
            )
            for line in corrections
        ),
    )


def answers_table(answers: tuple[AcknowledgementLine, ...]) -> Table:
    """Return the LAO's answers to findings."""
    return Table(
        "acknowledged",
        phrase("คำชี้แจงต่อข้อสังเกต {} รายการ", count(len(answers))),
        (head("ข้อสังเกต"), Column("คำชี้แจง"), Column("วันที่ชี้แจง"), Column("รายการที่เกี่ยวข้อง")),
        tuple(
            Row(
                (
                    _rule(line),
                    text(line.acknowledgement.reason),
                    day(line.acknowledgement.date),
                    items(map(_named, line.touched), words("ทุกรายการของข้อสังเกตนี้")),
                )
            )
            for line in answers
        ),
    )


def _rule(line: AcknowledgementLine) -> Cell:
    code = line.acknowledgement.code
    return together(words(line.rule.title, line.rule.address), words(" "), small(code)) if line.rule else text(code)


def documents_table(
    documents: tuple[NamedDocument, ...], code: str, cycle: Cycle, saved_names: tuple[str | None, ...]
) -> Table:
    """Return the documents beside a plan and the evidence of its results; links files that are on the site.

    `saved_names` are the names for saved copies of the documents.
    """
    return Table(
        "documents",
        phrase("เอกสารแนบและหลักฐาน {} รายการ", count(len(documents))),
        (
            head("เอกสาร"),
            Column("ชนิด"),
            Column("วันที่ของเอกสาร"),
            Column("ไฟล์หรือที่อยู่"),
            Column("ขนาด", "ไบต์", Look.NUMBER),
            Column("รหัสตรวจสอบไฟล์ (SHA-256)", label="รหัสตรวจสอบไฟล์"),
            Column("ตรวจข้อมูลส่วนบุคคล"),
        ),
        tuple(_document(one, code, cycle, name) for one, name in zip(documents, saved_names, strict=True)),
    )


def _document(one: NamedDocument, code: str, cycle: Cycle, saved_as: str | None) -> Row:
    of_year = phrase("ผลปีงบประมาณ {}", year(one.fiscal_year)) if one.fiscal_year else None
    reviewed = "ตรวจแล้ว" if one.is_reviewed else "ยังไม่ได้ระบุว่าตรวจแล้ว"
    return Row(
        (
            text(one.title),
            lines(text(one.kind), inside(CellKind.SMALL, of_year) if of_year else None),
            printed_day(one.date),
            _place(one, code, cycle, saved_as),
            count(one.size, _NO_SIZE),
            _hash(one),
            words(reviewed) if one.file else empty("ไม่มีไฟล์ในเว็บไซต์นี้"),
        )
    )


def _hash(one: NamedDocument) -> Cell:
    known = one.hash_of_file
    if not known:
        return _NO_FILE
    if one.differs:
        stated = phrase("ไม่ตรงกับที่ระบุไว้ {}", Cell(CellKind.CODE, one.sha256))
        return lines(Cell(CellKind.CODE, known, mark=CellMark.DIFFERS), inside(CellKind.SMALL, stated))
    return lines(
        Cell(CellKind.CODE, known), small(interface.HASH_COMPUTED if one.is_computed else interface.HASH_STATED)
    )


def _place(one: NamedDocument, code: str, cycle: Cycle, saved_as: str | None) -> Cell:
    linked = words(one.address, one.address) if one.address else None
    published = addresses.plan_document(code, cycle, one.public_name) if one.public_name else None
    named = text(one.file, address=published)._replace(saved_as=saved_as) if one.file else None
    absent = small(why_absent(one)) if why_absent(one) else None
    if linked is None and named is None:
        return _NO_FILE
    first, *others = (part for part in (named, absent, linked) if part)
    return lines(first, *others)
