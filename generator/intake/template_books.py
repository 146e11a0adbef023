"""Creates a plan's workbook: blank, filled from content, or as the answer to a checked one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import UsageError
from generator.intake.plan_content import FILES, PlanContent, content_of
from generator.intake.questions import Question
from generator.intake.workbook.book_layout import lay_out
from generator.intake.workbook.book_reader import DELETED_DOUBT, UNUSED_ANSWERS, ReadBook
from generator.intake.workbook.book_writer import FOUND, CellNote, KeptTable, write_book
from generator.model.plan import PlanFolder
from generator.reading.content_tree import ContentTree
from generator.reading.folders import find_lao_folders
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao
from generator.thai.numerals import to_thai
from generator.thai.years import Cycle

_HOW = (
    ("วิธีใช้", ""),
    (
        "กรอกตามเอกสาร",
        "พิมพ์ค่าตามที่พิมพ์ในเอกสาร ทั้งเลขไทย เครื่องหมาย และคำ เช่น ๒๐๐,๐๐๐ หรือ ไม่ใช้งบประมาณ ช่องที่เอกสารไม่ระบุให้เว้นว่าง",
    ),
    ("แถวและแผ่น", "เพิ่ม ลบ และสลับแถวได้ วางจาก Word หรือ Excel ได้ (วางแบบค่าเท่านั้นจะรักษารูปแบบ) อย่าลบแถวที่ ๑ ซึ่งซ่อนอยู่"),
    ("รหัส", "คอลัมน์ที่ซ่อนคือรหัสถาวรของแต่ละแถว แถวใหม่ไม่ต้องมีรหัส โปรแกรมตั้งให้"),
    ("ชื่อบุคคล", "ใช้ตำแหน่ง ไม่ใส่ชื่อบุคคล หมายเลขโทรศัพท์ส่วนตัว หรือที่อยู่บ้าน เพราะข้อมูลนี้เผยแพร่ต่อสาธารณะ"),
    ("ตรวจ", "phaen check ไฟล์นี้.xlsx --annotate คำตอบ.xlsx"),
    ("นำเข้า", "phaen import ไฟล์นี้.xlsx --into รหัส/รอบแผน"),
)


_ASKED = (
    "บางคอลัมน์ระบบไม่รู้จัก ให้เลือกความหมายในแผ่น “ถามความหมายคอลัมน์” ก่อนแก้สิ่งอื่น บันทึก แล้วสั่ง "
    "phaen import เอกสารเดิม --mapping สมุดงานนี้ --out ตรวจทานใหม่.xlsx คำตอบใช้ได้กับทุก อปท. ที่ใช้แบบเดียวกัน"
)


def blank_content(code: str, cycle: Cycle, lao: PlanContent | None = None) -> PlanContent:
    """Return a plan with only the LAO, the cycle and its usual title."""
    title = _usual_title(cycle)
    content = PlanContent(code, cycle.slug)
    content.files["lao"] = dict(lao.of("lao")) if lao else {"code": code}
    content.files["plan"] = {"cycle": cycle.slug, "title": title, "state": "draft"}
    return content


def is_blank(content: PlanContent) -> bool:
    """Return whether a plan has nothing but facts of its LAO and what `blank_content` fills in."""
    plan = content.of("plan")
    filled = {"cycle": content.cycle, "title": _usual_title(Cycle.parse(content.cycle)), "state": "draft"}
    others = (file for file in FILES if file not in ("lao", "plan"))
    return plan.items() <= filled.items() and not any(map(content.of, others))


def _usual_title(cycle: Cycle) -> str:
    return to_thai(f"แผนพัฒนาบุคลากร {cycle.length} ปี ประจำปีงบประมาณ พ.ศ. {cycle.first} - {cycle.last}")


def filled_content(tree: ContentTree, code: str, cycle: Cycle | None) -> PlanContent:
    """Return the plan of an LAO, the newest if no cycle is given; blank for a cycle without a plan."""
    folders = find_lao_folders(tree)[0] if tree.entry("plans") else {}
    if code not in folders:
        if cycle is None:
            raise UsageError(f"ยังไม่มีโฟลเดอร์ของรหัส อปท. {code} ให้ระบุ --cycle เช่น --cycle 2570-2572 เพื่อให้ได้แบบเปล่า")
        return blank_content(code, cycle)
    read = read_lao(code, folders[code], tree, read_frameworks(tree).entry_ids())
    cycles = [plan.plan.cycle if isinstance(plan, PlanFolder) else plan.cycle for plan in read.lao_folder.plans]
    chosen = cycle or (max(cycles) if cycles else None)
    if chosen is None:
        raise UsageError(f"อปท. {code} ยังไม่มีแผน ให้ระบุ --cycle เช่น --cycle 2570-2572 เพื่อให้ได้แบบเปล่า")
    content = content_of(read, chosen)
    return content if chosen in cycles else blank_content(code, chosen, content)


def template_book(content: PlanContent) -> bytes:
    """Return the workbook of a plan."""
    return _book(content, (), (), is_whole=True)


def answer_book(book: ReadBook, findings: Sequence[CellNote]) -> bytes:
    """Return a checked workbook with findings at its cells, and with everything else that it had.

    A doubt of reading is listed as open, because its cause may be gone from the copy: a formula has no formula there.
    """
    counted = f"{len(findings):,} แห่ง อยู่ในแผ่น “{FOUND}” และเป็นความเห็นที่ช่องนั้น" if findings else "ไม่พบสิ่งที่ต้องแก้"
    carried = book.carried
    kept = list(carried.kept_tables)
    if carried.unused:
        kept.append(KeptTable("ข้อความที่ยังไม่มีที่ไป และช่องเดิมในสมุดงานที่ตรวจ", tuple(carried.unused)))
    doubts = [one.note for one in (*carried.doubts, *carried.deleted)]
    # The copy has the answers and the deleted rows themselves.
    doubts += [one.note() for one in book.doubts if one.code not in (UNUSED_ANSWERS, DELETED_DOUBT)]
    return _book(
        book.content,
        doubts,
        kept,
        ((FOUND, ""), ("สิ่งที่พบ", counted)),
        [question for question, _ in carried.questions],
        answers=[answer for _, answer in carried.questions],
        findings=findings,
        is_whole=book.is_whole,
    )


def review_book(
    content: PlanContent,
    notes: Sequence[CellNote],
    kept_tables: Sequence[KeptTable],
    said: Sequence[tuple[str, str]],
    questions: Sequence[Question] = (),
) -> bytes:
    """Return the workbook of what was read from office files, with the things to review and questions to answer."""
    asked = (("ตอบก่อน", _ASKED),) if questions else ()
    return _book(content, notes, kept_tables, (("ที่อ่านได้", ""), *said, *asked), questions)


def _book(
    content: PlanContent,
    doubts: Sequence[CellNote],
    kept_tables: Sequence[KeptTable],
    said: Sequence[tuple[str, str]] = (),
    questions: Sequence[Question] = (),
    *,
    answers: Sequence[str] = (),
    findings: Sequence[CellNote] = (),
    is_whole: bool = False,
) -> bytes:
    lao = content.of("lao")
    name = " ".join(filter(None, (lao.get("type"), lao.get("name")))) or "(ยังไม่ระบุชื่อ อปท.)"
    title = f"แผนพัฒนาบุคลากร รอบ {content.cycle} {name}"
    intro = ((title, ""), ("รหัส อปท.", content.code), ("รอบแผน", content.cycle), *said, *_HOW)
    return write_book(
        lay_out(content),
        title=title,
        intro=intro,
        doubts=doubts,
        findings=findings,
        kept_tables=kept_tables,
        questions=questions,
        answers=answers,
        code=content.code,
        cycle=content.cycle,
        is_whole=is_whole,
    )
