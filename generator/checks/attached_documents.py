"""Attached documents and evidence: check that each was reviewed for personal data and is what it is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checks.items import PlanItem, ResultsItem
from generator.checks.memos import folded
from generator.checks.rule import Hit, rule
from generator.facts.named_documents import Withheld, result_documents
from generator.findings import Severity
from generator.thai.text import quoted

_SCANS = (".pdf", ".jpg", ".jpeg", ".png")
_KINDS = (
    "แผน",
    "ร่าง",
    "ประกาศ",
    "คำสั่ง",
    "มติ",
    "รายงาน",
    "หลักฐาน",
    "บันทึก",
    "หนังสือ",
    "ภาพ",
    "รูป",
    "แบบ",
    "คู่มือ",
    "โครงการ",
    "ระเบียบ",
    "ข้อบัญญัติ",
    "เทศบัญญัติ",
    "สรุป",
    "ตาราง",
    "เอกสาร",
    "สัญญา",
    "ใบ",
    "ทะเบียน",
    "ผล",
    "plan",
    "announcement",
    "order",
    "resolution",
    "report",
    "evidence",
    "minutes",
    "letter",
    "photo",
    "form",
    "draft",
)
"""Words in the names of document kinds."""


@rule(
    "DOC-001",
    Severity.WARNING,
    title="ไฟล์แนบที่ยังไม่ได้ตรวจหาข้อมูลส่วนบุคคล",
    why="ไฟล์สแกนมักมีชื่อ ลายมือชื่อ หรือเลขประจำตัวของบุคคล เมื่อเผยแพร่แล้วเรียกคืนไม่ได้",
    remedy="เปิดไฟล์ดูทุกหน้า ปิดข้อมูลส่วนบุคคลที่ไม่จำเป็น แล้วเขียน reviewed_for_personal_data: yes",
    clause="พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
)
def not_reviewed(item: PlanItem) -> Iterator[Hit]:
    """A file published here without a review; files published elsewhere are left to others."""
    for index, document in enumerate(item.plan.documents):
        if document.file and not document.reviewed_for_personal_data:
            yield Hit(f"ไม่ได้ระบุว่าตรวจหาข้อมูลส่วนบุคคลในไฟล์ {quoted(document.file)} แล้ว", ("documents", index, "file"))


@rule(
    "DOC-002",
    Severity.NOTICE,
    title="ชนิดเอกสารแนบที่ไม่ใช่ชนิดของเอกสาร",
    why="ชนิดของเอกสารบอกผู้อ่านว่าจะพบอะไรในไฟล์ เช่น แผนฉบับลงนาม ประกาศ หรือคำสั่ง",
    remedy="เขียน kind: เป็นชนิดของเอกสาร เช่น แผนฉบับลงนาม ประกาศใช้แผน คำสั่งแต่งตั้ง รายงานการประชุม หลักฐาน",
)
def no_kind_of_document(item: PlanItem) -> Iterator[Hit]:
    """A kind whose name contains no word for a document."""
    for index, document in enumerate(item.plan.documents):
        kind = folded(document.kind)
        if not any(folded(word) in kind for word in _KINDS):
            yield Hit(f"ชนิดของเอกสาร {quoted(document.title)} คือ {quoted(document.kind)}", ("documents", index, "kind"))


@rule(
    "DOC-003",
    Severity.WARNING,
    title="ไฟล์แนบที่ไม่ใช่ PDF หรือภาพ",
    why="ไฟล์ของโปรแกรมสำนักงานเปิดไม่ได้ในทุกเครื่อง แก้ไขต่อได้ และมักซ่อนชื่อผู้แก้ไขไว้ ส่วน PDF เป็นฉบับที่ลงนามแล้ว",
    remedy="บันทึกหรือสแกนเป็น PDF แล้วแก้ file: ให้ตรง",
)
def no_scan(item: PlanItem) -> Iterator[Hit]:
    """A scan whose file name has another extension."""
    for index, document in enumerate(item.plan.documents):
        if document.file and PurePosixPath(document.file).suffix.lower() not in _SCANS:
            yield Hit(f"ไฟล์ {quoted(document.file)} ไม่ใช่ PDF หรือภาพ", ("documents", index, "file"))


_HOW_TO_PUBLISH = {
    Withheld.NOT_REVIEWED: (
        "ยังไม่ได้ระบุว่าตรวจหาข้อมูลส่วนบุคคลแล้ว",
        "เปิดไฟล์ดูทุกหน้า ปิดข้อมูลส่วนบุคคลที่ไม่จำเป็น แล้วเขียน reviewed_for_personal_data: yes ใต้หลักฐานนี้",
    ),
    Withheld.TOO_LARGE: (
        "ไฟล์นี้หรือไฟล์ทั้งหมดของแผนใหญ่เกินที่เว็บไซต์รับ",
        "ลดความละเอียดของการสแกนหรือแบ่งไฟล์ หรือเผยแพร่ที่เว็บไซต์ของ อปท. แล้วใส่ address: แทน file:",
    ),
    Withheld.OTHER_KIND: (
        "เนื้อไฟล์ไม่ใช่ PDF, PNG หรือ JPEG",
        "บันทึกหรือสแกนเป็น PDF แล้วแก้ file: ให้ตรง",
    ),
    Withheld.SAME_ID: (
        "มีไฟล์อื่นใช้ที่อยู่เดียวกัน",
        "ตั้งรหัสเอกสาร id: ใน plan.yml ให้ไม่ซ้ำกัน",
    ),
}
"""Why a file is not published, and what to do."""


@rule(
    "DOC-004",
    Severity.WARNING,
    title="ไฟล์หลักฐานของผลที่จะไม่เผยแพร่",
    why="ผู้อ่านและผู้ประเมินเปิดหลักฐานที่มีแต่ชื่อไฟล์ไม่ได้",
    remedy=_HOW_TO_PUBLISH[Withheld.NOT_REVIEWED][1],
    clause="พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
)
def unpublished_evidence(item: ResultsItem) -> Iterator[Hit]:
    """Evidence with a file beside the plan that will not be on the site; missing files are reported by reading."""
    results = item.results.projects
    for index, of_result in enumerate(result_documents(item.of.files, item.results, results)):
        for place, one in enumerate(of_result):
            if one.file and one.withheld:
                said, remedy = _HOW_TO_PUBLISH[one.withheld]
                yield Hit(
                    f"ไฟล์หลักฐาน {quoted(one.file)} จะไม่เผยแพร่ เพราะ{said}",
                    ("projects", index, "evidence", place, "file"),
                    remedy=remedy,
                )
