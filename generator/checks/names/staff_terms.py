"""Check that a plan names staff, offices and by-laws as its own type of LAO does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import LaoItem
from generator.checks.names.document_texts import Document, documents
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.lao import Lao
from generator.thai.text import quoted

_MUNICIPALITIES = frozenset({"เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล"})
_WHOSE = {
    "พนักงานเทศบาล": _MUNICIPALITIES,
    "พนักงานส่วนตำบล": frozenset({"อบต."}),
    "ข้าราชการองค์การบริหารส่วนจังหวัด": frozenset({"อบจ."}),
    "พนักงานเมืองพัทยา": frozenset({"เมืองพัทยา"}),
    "นายกเทศมนตรี": _MUNICIPALITIES,
    "นายกองค์การบริหารส่วนตำบล": frozenset({"อบต."}),
    "นายก อบต.": frozenset({"อบต."}),
    "นายกองค์การบริหารส่วนจังหวัด": frozenset({"อบจ."}),
    "ปลัดเทศบาล": _MUNICIPALITIES,
    "ปลัดองค์การบริหารส่วนตำบล": frozenset({"อบต."}),
    "ปลัด อบต.": frozenset({"อบต."}),
    "ปลัดองค์การบริหารส่วนจังหวัด": frozenset({"อบจ."}),
    "สภาเทศบาล": _MUNICIPALITIES,
    "สภาองค์การบริหารส่วนตำบล": frozenset({"อบต."}),
    "สภาองค์การบริหารส่วนจังหวัด": frozenset({"อบจ."}),
    "ก.ท.จ.": _MUNICIPALITIES,
    "ก.อบต.จังหวัด": frozenset({"อบต."}),
    "ก.จ.จ.": frozenset({"อบจ."}),
    "เทศบัญญัติ": _MUNICIPALITIES,
    "ข้อบัญญัติ": frozenset({"อบต.", "อบจ.", "เมืองพัทยา"}),
}
"""Term -> the types of LAO that use it."""

_PLAN_OF = frozenset({"พนักงานเทศบาล", "ปลัดเทศบาล", "สภาเทศบาล"})
"""Terms that another name may follow, such as an LAO of another type."""

_GENERAL = {"ข้อบัญญัติ": ("ท้องถิ่น",)}
"""Words after a term that make it mean all LAOs."""

_LAW = re.compile(
    r"(?:คณะกรรมการ(?:กลาง)?|(?:ประกาศ(?!ใช้)|ระเบียบ|พระราชบัญญัติ|พระราชกฤษฎีกา|กฎหมาย|กฎกระทรวง|หนังสือ|มาตรฐานทั่วไป|ว่าด้วย|โอน|ย้าย|เดิม)[^\n]{0,60})$"
)
"""Words before a term: the title of a law or body, or an intended mention of another LAO."""

_NEAR = 70


@rule(
    "NAME-013",
    Severity.WARNING,
    title="ใช้คำเรียกของ อปท. ประเภทอื่น",
    why="คำเรียกบุคลากร ผู้บริหาร คณะกรรมการ และข้อบัญญัติ ต่างกันตามประเภทของ อปท. คำของประเภทอื่นทำให้ไม่ชัดว่าเป็นข้อกำหนดของ อปท. ใด",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged "
    "หรือแก้ในการปรับปรุงแผนครั้งต่อไป",
)
def term_of_another_type(item: LaoItem) -> Iterator[Hit]:
    """Each such term once per document; lists of all types and titles of laws use them correctly."""
    foreign = [term for term, types in _WHOSE.items() if item.lao.type not in types]
    for document in documents(item):
        for term in foreign:
            positions = [position for position in document.occurrences(term) if _is_ours(document, position, term)]
            if positions:
                yield document.hit(positions, _message(item.lao, term), term)


def _message(lao: Lao, term: str) -> str:
    own = _own_word(lao, term)
    instead = f" {lao.type}ใช้ว่า “{own}”" if own else f" ซึ่งไม่ใช่คำของ{lao.type}"
    return f"พบคำ {quoted(term)} {{count}} ในข้อมูลของ{lao.full_name}{instead}"


def _own_word(lao: Lao, term: str) -> str:
    """Return the equivalent term of this type of LAO; terms of one kind begin alike."""
    if term in ("เทศบัญญัติ", "ข้อบัญญัติ"):
        return "เทศบัญญัติ" if lao.type in _MUNICIPALITIES else "ข้อบัญญัติ"
    kinds = (("พนักงาน", "ข้าราชการ"), ("นายก",), ("ปลัด",), ("สภา",), ("ก.",))
    kind = next(one for one in kinds if term.startswith(one))
    return next((word for word, types in _WHOSE.items() if lao.type in types and word.startswith(kind)), "")


def _is_ours(document: Document, position: int, term: str) -> bool:
    """Return whether the text means this LAO's own staff or offices."""
    text = document.joined
    end = position + len(term)
    after = text[end : end + _NEAR].partition("\n")[0]
    before = text[max(0, position - _NEAR) : position].rpartition("\n")[2]
    if after.startswith(_GENERAL.get(term, ())) or _LAW.search(before):
        return False
    if term in _PLAN_OF and after.lstrip().startswith(("ตำบล", "เมือง", "นคร")):
        return False  # the name of another LAO: left to NAME-010
    return not any(
        other in before or other in after
        for other, types in _WHOSE.items()
        if other != term and not _same_kind(term, types)
    )


def _same_kind(term: str, types: frozenset[str]) -> bool:
    return types == _WHOSE[term]
