"""Words a finding for an officer in a workbook: sheets and columns in place of keys and files.

In: a finding as rules and readers word it, which is for YAML. Out: the same with the names that the officer sees. Rules
need to do nothing for it: each key of the content format has a name (`sheet_names.py`). `OTHERWISE` has the remedies
whose steps, not only their names, differ in a workbook; they contain keys too.
"""

from __future__ import annotations

import re

from generator.checks.remedies import without_declaration
from generator.findings import Finding
from generator.intake.workbook.book_layout import KINDS, ContentPlace
from generator.intake.workbook.cell_codecs import Codec, ReferenceCodec, ReferenceList, References, Word
from generator.intake.workbook.plan_sheets import LIST_SHEETS, OTHER_SHEET, SINGLE_FIELDS
from generator.intake.workbook.sheet_names import codec_of, name_of, resolved, sheet_of_file
from generator.words.interface import FORM_PAGE
from generator.words.parts import NARRATIVE

_DECLARED = frozenset({"amendments", "corrections", "acknowledged"})
"""Lists without a sheet: the form of the site makes their entries."""
_FORM = f"หน้าเว็บ “{FORM_PAGE}” หลังนำเข้า"
_SAME_FORM = "หน้าเดียวกัน"
_WORD = re.compile(
    r"(?P<left>“[^”]*”|phaen [a-z]+)"
    r"|(?P<space>(?<=[ก-๙ๆ]) )?(?<![A-Za-z0-9_./-])"
    r"(?:(?P<file>lao|plan|projects|idp|narrative)\.(?:yml|md)"
    r"|(?P<key>[a-z]+(?:[._][a-z]+)*)(?![\w/-]):?(?: ?(?:ใน|ของ) (?P<beside>lao|plan|projects|idp)\.yml)?)"
)
"""A quotation or command, which stays; a file; or a key, with the file that the sentence names beside it."""


def _named(key: str) -> str:
    file, _, path = key.partition(".")
    return name_of((file, path))


_PHRASES = tuple(
    (re.compile(of_file), of_workbook)
    for of_file, of_workbook in (
        (r" คำสั่ง phaen fix --text ซ่อมคำที่แน่ชัดให้ได้", ""),
        (r" (?:\(พร้อมชื่อโฟลเดอร์\)|และชื่อโฟลเดอร์)", ""),
        (r"เติมในไฟล์", "เติมในสมุดงาน"),
        (r"ลบออกจากไฟล์ก่อนส่งขึ้น", "ลบออกจากสมุดงานก่อนนำเข้า"),
        (r"ลบข้อความทั้งบรรทัดแล้วพิมพ์ใหม่", "ลบข้อความในช่องแล้วพิมพ์ใหม่"),
        (r"ลบทั้งบรรทัดหรือทั้งแถว", "ล้างช่องนี้หรือลบทั้งแถว"),
        (
            r'^ใส่จำนวนเงินให้ครบทุกส่วนราชการ ช่องที่ว่างในเอกสารให้เขียน ""$',
            f"{_named('plan.budget_matrix.columns')} ต้องมีแถวเท่ากับคอลัมน์จำนวนเงินของ{_named('plan.budget_matrix.rows')} "
            "ถ้าเพิ่มส่วนราชการ ให้สั่ง phaen check --annotate แล้วกรอกคอลัมน์ใหม่ในสมุดงานที่ได้",
        ),
        (
            r'ช่องที่ว่างในเอกสารให้เขียน "" ถ้าเอกสารไม่มีแถวยอดรวม ให้ลบทั้งบรรทัด',
            "บรรทัดละหนึ่งยอด ถ้าเอกสารไม่มีแถวยอดรวม ให้ล้างช่องนี้",
        ),
        (r"^ใส่ ref: (\S+)$", r"ใส่รหัส \1 ใน ref"),
    )
)
"""Parts of remedies about files, and the same for a workbook."""
_PRINTED_ONLY = (
    "เทียบกับเอกสาร ถ้าคัดลอกผิด ให้แก้ในช่องนี้ ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ และชี้แจงใน acknowledged: "
    "สมุดงานเก็บเฉพาะข้อความตามที่พิมพ์ ถ้าทราบความหมายแน่ชัด ให้บันทึกไว้คู่กันในไฟล์ของแผนหลังนำเข้า"
)


_CHOOSE_SECTION = f"เลือกจากรายการใน{_named('narrative.sections.id')}"
_ONE_TEXT = f"พิมพ์เป็นข้อความเดียวในช่องนี้ ถ้าค่าอยู่ในแผ่น “{OTHER_SHEET}” ให้แก้ในไฟล์ของแผนหลังนำเข้า"
OTHERWISE = {
    "ACK-003": "แก้ acknowledged.ids ให้ตรงกับรหัสในคอลัมน์แรก ซึ่งซ่อนอยู่ ของแผ่นที่มีรายการนั้น หรือลบถ้าชี้แจงทุกรายการ",
    "CELL-001": _PRINTED_ONLY,
    "CELL-002": "เทียบกับเอกสาร ถ้าคัดลอกผิด ให้แก้ในช่องนี้ ถ้าเอกสารบอกปี ให้ย้ายไปไว้ในคอลัมน์ของปีนั้น "
    "ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ และชี้แจงใน acknowledged:",
    "CELL-003": _PRINTED_ONLY,
    "CELL-004": _PRINTED_ONLY,
    "CHANGE-001": "แก้ corrections.ids ให้ตรงกับรหัสในคอลัมน์แรก ซึ่งซ่อนอยู่ ของแผ่นที่มีรายการนั้น",
    "CHANGE-002": "ถ้าพิมพ์รหัสผิด ให้แก้ ถ้ารายการถูกตัดออก ให้บันทึกว่าตัดออกใน amendments:",
    "CHANGE-004": "ถ้าคณะกรรมการเห็นชอบการปรับปรุงแล้ว ให้เพิ่มใน amendments: ถ้าคัดจากเอกสารผิด ให้แก้และประกาศใน corrections:",
    "DATE-010": f"แก้วันที่กับข้อความตามที่พิมพ์ ซึ่งอยู่คนละแถวในแผ่น “{OTHER_SHEET}” ให้ตรงกัน",
    "DATE-016": f"ตรวจแถวและหัวตารางกับเอกสารต้นฉบับ แล้วแก้{_named('idp.rows.years')} หรือ{_named('idp.years')}",
    "DOC-001": "เปิดไฟล์ดูทุกหน้า ปิดข้อมูลส่วนบุคคลที่ไม่จำเป็น แล้วพิมพ์คำว่า ใช่ ใน documents.reviewed_for_personal_data",
    "LINK-012": "เลือกส่วนราชการจากรายการในคอลัมน์ส่วนราชการของแถวนั้น",
    "MONEY-016": "ถ้าเอกสารบอกไว้ ให้เขียน per_year หรือ whole_cycle ใน budget_basis "
    "ถ้าเอกสารไม่บอก ให้คงไว้ และระบุให้ชัดในแผนรอบต่อไป",
    "READ-002": f"ย้ายค่าไปไว้ในช่องที่ถูกต้อง แล้วลบค่าเดิมในแผ่น “{OTHER_SHEET}” ข้อความใต้หัวข้อที่ไม่รู้จักจะไม่แสดงบนเว็บไซต์",
    "READ-004": _ONE_TEXT,
    "READ-005": _ONE_TEXT,
    "REF-002": "ลบรหัสของแถวใหม่ในคอลัมน์แรก ซึ่งซ่อนอยู่และติดมาเมื่อคัดลอกทั้งแถว โปรแกรมจะตั้งรหัสใหม่ให้",
    "REF-003": f"แก้ strategy หรือ tactic ของโครงการให้ตรงกับ{_named('plan.strategies.tactics')}",
    "REF-004": f"เพิ่มหมายเลขนี้ใน{_named('idp.methods')} หรือแก้หมายเลขในช่องนี้ให้ถูก",
    "STATE-007": f"กรอกผลของปีนั้นใน{_FORM}หลังนำเข้า ถ้ารายงานไว้ที่อื่นแล้ว ให้นำตัวเลขมาใส่พร้อมที่อยู่ของรายงาน",
    "TEXT-001": f"{_CHOOSE_SECTION} แล้วพิมพ์เนื้อความในแถวนั้น",
    "TEXT-004": _CHOOSE_SECTION,
    "TEXT-005": "รวมเนื้อความของหัวข้อนี้ไว้ในแถวเดียว",
    "TREE-005": f"กรอก{sheet_of_file('plan')}",
    "TREE-007": "เขียน cycle เป็นปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569",
}
"""Remedies by code, for findings whose remedy for files does not suit a workbook."""
_WHERE_WRITTEN = re.compile(r" \([^()]*ที่บรรทัด [0-9,]+\)")
"""A line of a file, which a workbook does not have."""
_FOLDER_OF_CYCLE = re.compile(r"โฟลเดอร์ (“[^”]*”) มีไฟล์ของแผน แต่ชื่อไม่ใช่")
_MISSING = re.compile(r"“([^”]*)”(?= (?:ซึ่งต้องมี|ว่างอยู่))")
_QUOTED = re.compile("“([a-z0-9_-]+)”")
_WORDS = {
    value: word
    for codec in (
        *(column.codec for spec in LIST_SHEETS for column in spec.columns),
        *(one.codec for one in SINGLE_FIELDS),
    )
    if isinstance(codec, Word)
    for value, word in codec.words.items()
}
"""The Thai words of cells, by the words of files."""


def in_workbook(finding: Finding, place: ContentPlace | None, references: References, *, is_new: bool) -> Finding:
    """Return a finding with the names of the workbook, at a missing value itself; `is_new`: the plan is unpublished."""
    missing = _missing(finding, place)
    about = missing or place
    message, remedy = finding.message, finding.remedy
    if finding.code.startswith(("READ-", "REF-", "TEXT-00", "TREE-")):
        message = _FOLDER_OF_CYCLE.sub(r"รอบแผน \1 ไม่ใช่", _WHERE_WRITTEN.sub("", message))
        message = _QUOTED.sub(lambda match: f"“{_shown(match[1], references)}”", message)
    location = finding.location
    if missing:
        name = _name(missing)
        location = location._replace(path=missing.path)
        message = f"{name} ว่างอยู่ แต่ต้องมีค่า"
        remedy = f"กรอก{name}"
    elif finding.code in ("READ-003", "REF-001") and (advice := _from_list(codec_of(about) if about else None)):
        remedy = advice
    elif finding.code == "REF-001":
        remedy = "แก้ให้ตรงกับรหัสหรือชื่อที่มีอยู่"
    else:
        remedy = OTHERWISE.get(finding.code, remedy)
    return finding._replace(
        location=location, message=message, remedy=worded(without_declaration(remedy) if is_new else remedy, about)
    )


def worded(remedy: str, place: ContentPlace | None) -> str:
    """Return a remedy with the names of the workbook for its keys, files and words, as seen from a place."""
    for of_file, of_workbook in _PHRASES:
        remedy = of_file.sub(of_workbook, remedy)
    said: set[str] = set()

    def shown(match: re.Match[str]) -> str:
        if match["left"]:
            return match[0]
        if match["file"]:
            name = sheet_of_file(match["file"])
        elif match["key"] in _DECLARED:
            name = _FORM
        elif key := resolved(match["key"], place, match["beside"] or ""):
            name = name_of(key)
        elif match["key"] in _WORDS:
            name = f"“{_WORDS[match['key']]}”"
        else:
            return match[0]
        if name in said:
            name = _SAME_FORM if name == _FORM else name.partition(f" (แผ่น “{OTHER_SHEET}”")[0]
        said.add(name)
        return (match["space"] or "") + name if name.startswith("“") else name

    return _WORD.sub(shown, remedy)


def _missing(finding: Finding, place: ContentPlace | None) -> ContentPlace | None:
    """Return the place of the value that a finding about a missing one names."""
    found = _MISSING.search(finding.message) if finding.code == "READ-001" else None
    if found is None or place is None:
        return None
    is_there = bool(place.path) and place.path[-1] == found[1]
    return place if is_there else ContentPlace(place.file, (*place.path, found[1]))


def _name(place: ContentPlace) -> str:
    key = str(place.path[-1])
    return worded(key, ContentPlace(place.file, place.path[:-1]))


def _from_list(codec: Codec | None) -> str:
    """Return how to choose a value that has a list; empty if it has none."""
    if isinstance(codec, Word):
        return f"เลือกคำใดคำหนึ่ง: {', '.join(f'“{word}”' for word in codec.words.values())}"
    if isinstance(codec, ReferenceCodec | ReferenceList):
        file, key = KINDS.get(codec.kind, ("plan", "tactics"))
        where = worded(key, ContentPlace(file, ("strategies",) if key == "tactics" else ()))
        return f"เลือกจากรายการในช่องนี้ หรือพิมพ์ให้ตรงกับชื่อใน{where} ถ้ายังไม่มีชื่อนั้น ให้เพิ่มในแผ่นนั้นก่อน"
    return ""


def _shown(text: str, references: References) -> str:
    """Return the name of an id, or the Thai word of a word of files; other texts unchanged."""
    names = (of_kind[text] for of_kind in references.names.values() if text in of_kind)
    return next(names, "") or NARRATIVE.get(text, text)
