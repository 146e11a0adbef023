"""Reads office files and writes the workbook in which an officer reviews the result.

The files are only read. Departments and strategies in content/ help to recognise names; only what identifies the LAO is
copied from there into the workbook.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.findings import printable
from generator.intake.converting import converted
from generator.intake.document_identity import identity_doubts
from generator.intake.doubts import Doubt
from generator.intake.earlier_edits import lost_edits
from generator.intake.grids import OfficeDocument
from generator.intake.mapping_files import read_earlier_book, read_mapping
from generator.intake.office_limits import OfficeKind, kind_of_office_file, misnamed, read_office_file
from generator.intake.office_tables import TableReader
from generator.intake.our_books import read_cells, refuse_published_data
from generator.intake.pdf.pdf_reader import read_pdf
from generator.intake.personal_names import take_out_personal_data, without_personal_data
from generator.intake.plan_builder import PlanBuilder
from generator.intake.plan_content import PlanContent, content_of
from generator.intake.questions import Mappings, folded_mapping
from generator.intake.repeated_rows import repeated_rows
from generator.intake.spreadsheets.sheet_grids import sheets_document
from generator.intake.template_books import review_book
from generator.intake.word.word_reader import read_word
from generator.intake.workbook.book_reader import ReadBook, is_our_workbook
from generator.intake.workbook.book_writer import KeptTable
from generator.intake.workbook_check import lao_folder
from generator.reading.content_tree import ContentTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao
from generator.reading.names import PlanNames
from generator.thai.years import Cycle

_KINDS = {
    "projects": "ตารางโครงการ",
    "idp": "ตารางแผนรายบุคคล",
    "matrix": "ตารางงบประมาณส่วนราชการ",
    "committee": "ตารางคณะกรรมการ",
    "alignment": "ตารางความสอดคล้อง",
    "survey": "ตารางสำรวจความต้องการ",
    "request_steps": "ตารางขั้นตอนขอฝึกอบรม",
    "evaluation": "ตารางแบบประเมิน",
    "other": "ตารางที่เก็บไว้ตามที่พิมพ์",
    "unknown": "ตารางที่ไม่รู้จัก เก็บไว้ทั้งตาราง",
}


@dataclass(frozen=True)
class Review:
    """Result of reading office files."""

    book: bytes
    summary: tuple[str, ...]
    """Lines for the terminal."""
    content: PlanContent
    doubts: tuple[Doubt, ...]
    kept_tables: tuple[KeptTable, ...]


def read_document(name: str, content: bytes) -> OfficeDocument:
    """Return the content of an office file in any supported format; UsageError for others."""
    kind = kind_of_office_file(name, content)
    if kind is OfficeKind.DOCX:
        return read_word(name, content)
    if kind in (OfficeKind.DOC, OfficeKind.ODT, OfficeKind.RTF):
        return read_word(name, converted(name, content, str(kind)), converted=True)
    if kind is OfficeKind.PDF:
        return read_pdf(name, content)
    cells = read_cells(name, content)
    if is_our_workbook(cells):
        raise UsageError(f"“{name}” เป็นสมุดงานของระบบนี้อยู่แล้ว ให้ใช้ phaen check {name} หรือ phaen import {name} --into")
    refuse_published_data(name, cells)
    return sheets_document(name, cells)


def review_files(
    files: Sequence[Path], tree: ContentTree, target: tuple[str, Cycle] | None, mapping: Path | None
) -> Review:
    """Return the review workbook of office files, read in the given order.

    `mapping` is a mapping file, or an earlier review workbook with answers, whose edits become doubts.
    """
    documents = [(printable(file.name), read_office_file(file)) for file in files]
    if mapping is None:
        return review_documents(documents, tree, target, {})
    return review_documents(documents, tree, target, read_mapping(mapping), read_earlier_book(mapping))


def review_documents(
    documents: Sequence[tuple[str, bytes]],
    tree: ContentTree,
    target: tuple[str, Cycle] | None,
    mapping: Mappings,
    earlier: ReadBook | None = None,
) -> Review:
    """Return the review workbook of documents given by name and bytes; `earlier` is one with edits, to compare."""
    read = [take_out_personal_data(read_document(name, raw)) for name, raw in documents]
    if all(document.is_blank for document, _ in read):
        names = ", ".join(f"“{name}”" for name, _ in documents)
        raise UsageError(
            f"ไม่พบข้อความใน {names} ตรวจว่าเลือกไฟล์ถูกฉบับ "
            "ถ้าเป็นภาพสแกน ให้สั่ง phaen template แล้วกรอกในสมุดงานโดยเปิดภาพสแกนไว้ข้างกัน"
        )
    builder, reader = _built(read, tree, target, mapping)
    content = builder.content
    sources = [
        {"document": without_personal_data(name), "extent": "full", "entered_by": "lao"} for name, _ in documents
    ]
    content.files["plan"]["sources"] = sources
    if earlier:
        builder.doubts += lost_edits(earlier, _built(read, tree, target, {})[0].content, content)
    if target is None:
        builder.doubts.append(Doubt("INTAKE-010", "ยังไม่บอกรหัส อปท. และรอบแผน ให้กรอกในแผ่น “แผน”", documents[0][0]))
    said = [("ชนิดไฟล์", note) for name, raw in documents if (note := misnamed(name, raw))]
    said += [(_KINDS[kind], f"{count:,} ตาราง") for kind, count in sorted(reader.counts.items())]
    said += [
        ("โครงการ", f"{len(content.of('projects').get('projects', [])):,} โครงการ"),
        ("ตำแหน่งในแผนรายบุคคล", f"{len(content.of('idp').get('rows', [])):,} ตำแหน่ง"),
        *((("คอลัมน์ที่ถามความหมาย", f"{len(reader.questions):,} คอลัมน์"),) if reader.questions else ()),
        ("สิ่งที่ต้องดู", f"{sum(one.is_open for one in builder.doubts):,} แห่ง"),
        ("ข้อมูลส่วนบุคคลที่ตัดออก", f"{sum(one.code == 'INTAKE-006' for one in builder.doubts):,} แห่ง"),
    ]
    notes = [one.note() for one in builder.doubts]
    book = review_book(content, notes, reader.kept_tables, said, reader.questions)
    summary = tuple(f"{label}: {text}" for label, text in said)
    return Review(book, summary, content, tuple(builder.doubts), tuple(reader.kept_tables))


def _built(
    documents: Sequence[tuple[OfficeDocument, Sequence[Doubt]]],
    tree: ContentTree,
    target: tuple[str, Cycle] | None,
    mapping: Mappings,
) -> tuple[PlanBuilder, TableReader]:
    """Return the plan read from the documents with a mapping, and the reader of their tables."""
    content, names = _begun(tree, target)
    builder = PlanBuilder(content, names)
    reader = TableReader(builder, folded_mapping(mapping))
    for document, taken_out in documents:
        builder.doubts += taken_out
        reader.read(document)
    builder.doubts += [*identity_doubts([document for document, _ in documents], builder), *repeated_rows(builder)]
    return builder, reader


def _begun(tree: ContentTree, target: tuple[str, Cycle] | None) -> tuple[PlanContent, PlanNames]:
    if target is None:
        return PlanContent("", "", {"lao": {}, "plan": {"state": "draft"}}), PlanNames(None, {}, entries=())
    code, cycle = target
    content = PlanContent(code, cycle.slug)
    folder = lao_folder(tree, code)
    known = PlanContent(code, cycle.slug)
    if tree.entry(folder):
        known = content_of(read_lao(code, [folder], tree, read_frameworks(tree).entry_ids()), cycle)
    content.files["lao"] = dict(known.of("lao")) or {"code": code}
    content.files["plan"] = {"cycle": cycle.slug, "state": known.of("plan").get("state", "draft")}
    return content, PlanNames(cycle, content.of("lao"), known.of("plan"), entries=())
