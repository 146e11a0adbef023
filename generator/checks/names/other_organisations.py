"""Find text that calls the LAO a university or a hospital, or leaves its type open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.names.other_laos import OTHER_NAMES
from generator.checks.rule import Hit, figures, text_rule
from generator.findings import Severity
from generator.thai.text import quoted

OWN_WORDS = frozenset({"note", "summary", "reason"})
"""Fields in which the data-entry person comments on the document."""

_WORDS = "มหาวิทยาลัย|นักศึกษา|คณาจารย์|อธิการบดี|คณบดี|สถาบัน|โรงพยาบาล|โรงเรียน"
_WORD = re.compile(_WORDS)
_BEFORE, _AFTER = 50, 40
_SHORT = 60
_INSIDE = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_LEADING = re.compile("[\u0e40-\u0e44]")
_OWNED = re.compile(r"(?:บุคลากร|พนักงาน|ข้าราชการ|ประโยชน์|นโยบาย|เป้าหมาย|วิสัยทัศน์|พันธกิจ|ภารกิจ|ข้อบังคับ|ชื่อเสียง)(?:ภายใน)?ของ$")
_SETS = re.compile(r"(?:กำหนด|ต้องการ|ตั้งไว้|วางไว้|มอบหมาย|คาดหวัง)")
_GOES_ON = re.compile(r"$|[ ,.)\n]|ต้อง|กำหนด|จะ|ได้|มี|มาก|และ|หรือ|เพื่อ|ทั้ง|อย่าง|ตาม|ที่(?!จัด)|โดย|ซึ่ง|เป็น|ให้")
_OR_AN_INSTITUTE = ("หน่วยงานหรือ", "หน่วยงานและ")
_MEMBERS = re.compile("ทีม|สมาชิก|ส่วนหนึ่ง")
"""Words for members of an organisation: they belong to this one."""
_TRAINS = re.compile("อบรม|สัมมนา|หลักสูตร|ดูงาน|การศึกษา|วิจัย|ภายนอก|อื่น|ต่างๆ|เอกชน|ที่จัด|ส่ง")
"""Words for institutes where an LAO trains its staff."""
_ON_PURPOSE = re.compile(r"ฝึกงาน|ฝึกประสบการณ์|สหกิจ|ทุน|กู้ยืม|นักเรียน|วิชาทหาร|วิทยากร|จากมหาวิทยาลัย|ร่วมกับ|เครือข่าย")


@text_rule(
    "NAME-014",
    Severity.WARNING,
    pattern=f"(?:{_WORDS})[^\\0]*",  # to the end: one match per text
    fires="สมรรถนะที่บุคลากรทุกตำแหน่งภายในมหาวิทยาลัยต้องมี",
    silent="ส่งบุคลากรเข้ารับการอบรมกับมหาวิทยาลัยขอนแก่น และรับนักศึกษาฝึกงาน",
    title="ข้อความกล่าวถึง อปท. เสมือนเป็นมหาวิทยาลัยหรือหน่วยงานประเภทอื่น",
    why="ข้อความอาจมาจากเอกสารของหน่วยงานประเภทอื่น เกณฑ์ที่เขียนไว้จึงอาจไม่ใช่ของ อปท.",
    remedy="ตรวจกับเอกสาร ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ และแก้ในการปรับปรุงแผนครั้งต่อไป หรือชี้แจงใน acknowledged ถ้าเป็นร่าง "
    "ให้เปลี่ยนเป็นคำของ อปท.",
    reader=OTHER_NAMES,
)
def another_kind_of_organisation(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Another kind of organisation; only if the text means the LAO itself, not a partner."""
    if passage.field in OWN_WORDS:
        return
    found = [word for word in _WORD.finditer(passage.text, match.start()) if _means_itself(passage.text, word)]
    if found:
        words = " ".join(quoted(word) for word in dict.fromkeys(word[0] for word in found))
        where = quoted(excerpt(passage.text, found[0]))
        yield Hit(
            f"ใช้คำ {words} ซึ่งเป็นคำของหน่วยงานประเภทอื่น ในข้อความ {where}",
            snippet=found[0][0],
            figures=figures(example=quoted(found[0][0])),
        )


def _means_itself(text: str, found: re.Match[str]) -> bool:
    word = found[0]
    around = text[max(0, found.start() - _BEFORE) : found.end() + _AFTER]
    before = text[max(0, found.start() - _BEFORE) : found.start()].replace(" ", "")
    after = text[found.end() : found.end() + _AFTER]
    if _ON_PURPOSE.search(around):
        return False
    if word in ("คณาจารย์", "อธิการบดี", "คณบดี"):
        return True
    if word == "นักศึกษา":
        return before.endswith(("ทั้ง", "แก่", "ต่อ")) or any(other in around for other in ("ของสถาบัน", "มหาวิทยาลัย"))
    if before.endswith("ที่") and _SETS.match(after):
        return True
    if word in ("โรงเรียน", "โรงพยาบาล"):  # an LAO may run its own
        return before.endswith(("วิสัยทัศน์ของ", "พันธกิจของ")) and bool(_GOES_ON.match(after))
    inside = word == "มหาวิทยาลัย" and before.endswith(("ภายใน", "บุคลากร"))
    if before.endswith(_OR_AN_INSTITUTE):
        inside = bool(_MEMBERS.search(around)) and not _TRAINS.search(around.replace(" ", ""))
    return bool((inside or _OWNED.search(before)) and _GOES_ON.match(after))


_TYPE = (
    "(?:องค์การบริหารส่วน(?:จังหวัด|ตำบล)|เทศบาล(?:ตำบล|เมือง|นคร)?|เมืองพัทยา|อบจ\\.?|อบต\\.?"
    "|ก\\.(?:จ\\.จ?|ท\\.จ?|จ|ท|อบต)\\.?(?:จังหวัด)?|ข้าราชการ(?:องค์การบริหารส่วนจังหวัด| ?อบจ\\.?)|พนักงานเทศบาล|พนักงานส่วนตำบล"
    "|นายกเทศมนตรี|นายก ?อบ[จต]\\.?|ปลัด ?อบ[จต]\\.?|ปลัดเทศบาล|เทศบัญญัติ|ข้อบัญญัติ)"
)


_ALTERNATIVES = re.compile(f"{_TYPE}(?: ?/ ?{_TYPE})+")


@text_rule(
    "NAME-015",
    Severity.WARNING,
    pattern=f"/ ?{_TYPE}[^\\0]*",  # from the slash on, which is rare, to the end: one match per text
    fires="ให้มีคุณลักษณะตามที่เทศบาล/องค์การบริหารส่วนตำบลต้องการ",
    silent="เทศบาลและองค์การบริหารส่วนตำบลใกล้เคียงร่วมกันจัดอบรม",
    title="ถ้อยคำให้เลือกของแบบเอกสารยังไม่ได้ตัดออก",
    why="แผนเป็นของ อปท. แห่งเดียว ถ้อยคำให้เลือกอาจมาจากแบบเอกสาร ทำให้ไม่ชัดว่าเป็นข้อกำหนดของ อปท. ประเภทใด",
    remedy="ตรวจกับเอกสาร ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ และแก้ในการปรับปรุงแผนครั้งต่อไป หรือชี้แจงใน acknowledged "
    "ถ้าเป็นร่าง ให้เหลือเฉพาะคำที่ใช้",
)
def alternatives_left_open(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Alternative types of LAO, or their staff and offices, left to choose from."""
    if passage.field in OWN_WORDS:
        return
    if found := _ALTERNATIVES.search(passage.text, max(0, match.start() - _BEFORE)):
        where = quoted(excerpt(passage.text, found))
        yield Hit(f"ยังมีถ้อยคำให้เลือก {quoted(found[0])} ในข้อความ {where}", snippet=found[0])


def excerpt(text: str, match: re.Match[str]) -> str:
    """Return a short text whole, and of a long one the match with some context."""
    if len(text) <= _SHORT:
        return text
    start = max(0, match.start() - 20)
    while 0 < start < match.start() and (_INSIDE.match(text[start]) or _LEADING.match(text[start - 1])):
        start += 1  # an excerpt must not begin within a syllable
    end = match.end() + 20
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
