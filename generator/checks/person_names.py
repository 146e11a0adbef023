"""Find names of persons in a text: a title and the words after it, unless these are a position, a trade or a place.

A missed name stays published for ever, and a position taken for a name blocks an officer: the words after `นาย` and
`นาง` are a name unless known to be something else; after ranks and degrees they must look like two names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_GAP = "[ \t\u00a0\u200b-\u200d\u2060\ufeff]"
_STEP = "(?:ตรี|โท|เอก)"
_GRADE = "[ตทอ]\\."

_RANK_OF = {
    "ร": (f"้อยตำรวจ{_STEP}", f"้อย{_STEP}"),
    "พ": (f"ันตำรวจ{_STEP}", f"ันจ่า(?:อากาศ)?{_STEP}", f"ัน{_STEP}", f"ลตำรวจ{_STEP}", f"ล{_STEP}"),
    "จ": ("่าสิบตำรวจ", f"่าสิบ{_STEP}", f"่าอากาศ{_STEP}", f"่า{_STEP}"),
    "ส": (f"ิบตำรวจ{_STEP}", f"ิบ{_STEP}"),
    "ด": ("าบตำรวจ",),
    "เ": (f"รืออากาศ{_STEP}", f"รือ{_STEP}"),
    "น": (f"าวาอากาศ{_STEP}", f"าวา{_STEP}", "ายกองเอก", "ายหมวดเอก", "ายหมู่ใหญ่"),
}
"""Military, police and volunteer ranks, by their first letter."""
_SHORT_RANK_OF = {
    "ร": (rf"\.ต\.{_GRADE}", rf"\.{_GRADE}"),
    "พ": (rf"\.[ตอจ]\.{_GRADE}", rf"\.{_GRADE}"),
    "จ": (rf"\.ส\.{_GRADE}", rf"\.{_GRADE}"),
    "ส": (rf"\.ต\.{_GRADE}", rf"\.{_GRADE}"),
    "ด": (r"\.ต\.",),
    "ม": (r"\.ล\.",),
}
"""Abbreviations of the ranks."""
_DEGREE_OF = {
    "ผ": ("ู้ช่วยศาสตราจารย์",),
    "ร": ("องศาสตราจารย์",),
    "ศ": ("าสตราจารย์",),
    "เ": ("ด็กชาย", "ด็กหญิง"),
    "ห": ("ม่อมราชวงศ์", "ม่อมหลวง"),
    "พ": ("ระครู", "ระอธิการ"),
}
"""Academic, noble and religious titles, and those of children."""
_SHORT_DEGREE_OF = {
    "ด": (r"ร\.",),
    "ผ": (r"ศ\.",),
    "ร": (r"ศ\.",),
    "น": (r"พ\.",),
    "พ": (r"ญ\.", rf"ล\.(?:ต\.)?{_GRADE}"),
    "ท": (r"พญ?\.",),
    "ส": (r"พ\.(?:ญ\.)?",),
    "ภ": (r"[กญ]\.",),
    "ม": (r"\.ร\.ว\.",),
    "ศ": (r"(?<![ก-ฮ.]ศ)\.",),
}
"""Abbreviations of these titles."""
_FAMILIAR_OF = {
    "ค": ("ุณ", "รู"),
    "อ": ("าจารย์", r"\."),
    "ก": ("ำนัน",),
    "ผ": ("ู้ใหญ่บ้าน", "ู้ใหญ่", r"อ\."),
    "ป": ("ลัด",),
    "ช": ("่าง",),
    "ห": ("มอ",),
    "ว": ("ิทยากร",),
}
"""Words before given names, and before many other words."""
_COMMON_OF = {
    "น": (r"า(?<!ทนา)(?<!ฒนา)(?<!เจ้านา)(?:ย|งสาว|ง)", r"\.{0,2} ?ส\.", rf"\.ส(?={_GAP})"),
    "ด": (r"\.[ชญ]\.",),
}
"""Common titles; not at the end of ทนาย and เจ้านาย, nor where พัฒนา meets another word."""
_LATIN_OF = {"M": (r"(?<!\wM)(?:rs?\.?|s\.?|iss)\b\.?",), "D": (r"(?<!\wD)r\.",)}


def _titles() -> str:
    """Return one alternative per first letter: a search skips all other letters."""
    kinds: dict[str, list[str]] = {}
    # Longer forms first: นายกองเอก before นาย.
    for table in (_RANK_OF, _DEGREE_OF, _SHORT_DEGREE_OF, _COMMON_OF, _FAMILIAR_OF, _LATIN_OF):
        for letter, forms in table.items():
            kinds.setdefault(letter, []).extend(forms)
    for letter, forms in _SHORT_RANK_OF.items():
        # Not at the end of another abbreviation: พ.ศ. is no professor, ผ.ส.อ. no sergeant.
        kinds.setdefault(letter, []).extend(f"(?<![ก-ฮ.]{letter}){form}" for form in forms)
    ranks = [letter + form for table in (_RANK_OF, _SHORT_RANK_OF) for letter in table for form in table[letter]]
    kinds.setdefault("ว", []).append(rf"่าที่{_GAP}?(?:{'|'.join(ranks)})")
    return "|".join(f"{letter}(?:{'|'.join(forms)})" for letter, forms in kinds.items())


CANDIDATE = (
    rf"(?:{_titles()})(?=(?:{_GAP}?หญิง(?={_GAP})|{_GAP}?ดร\.)?"
    rf"(?P<gap>{_GAP}{{0,4}})(?P<given>[ก-ฮ\u0e40-\u0e44][{_THAI}]{{1,29}}|[A-Z][a-z]{{1,29}})"
    rf"(?:{_GAP}{{1,4}}(?P<family>[ก-ฮ\u0e40-\u0e44][{_THAI}]{{1,39}}|[A-Z][a-z]{{1,39}}))?)"
)
"""Pattern of a title before a possible name; `person` decides whether it is one.

Matches only the title: the name's place may hold the next title (`นายช่างโยธา นาย...`).
"""
_COMMON = re.compile(r"นาย$|นางสาว$|นาง$|น\.{0,2} ?ส\.?$|ด\.[ชญ]\.$")
_FAMILIAR = re.compile(
    "(?:" + "|".join(letter + form for letter in _FAMILIAR_OF for form in _FAMILIAR_OF[letter]) + ")$"
)
_GIVEN_NAME = re.compile(
    "(?:สม(?:ชาย|ศักดิ์|ศรี|หมาย|พงษ์|พงศ์|พร|คิด|หญิง|ปอง|นึก|จิตร|ใจ)|สุ(?:รชัย|ชาติ|พจน์|วิทย์|ภาพร|นีย์|กัญญา|รศักดิ์|ดารัตน์)"
    "|วิ(?:ชัย|โรจน์|ไลวรรณ|เชียร)|ณัฐ(?:พล|วุฒิ|ธิดา|กานต์)|กิตติ(?:ศักดิ์|พงษ์|พงศ์)|ธี(?:รพงษ์|ระพงษ์|รวัฒน์)|อภิ(?:ชาติ|สิทธิ์)"
    "|ประ(?:ยุทธ|ยูร|เทือง|จักษ์)|บุญ(?:เลิศ|ชู|ส่ง)|พงษ์ศักดิ์|ชัยวัฒน์|วีระชัย|วรรณา|ศิริพร|จิราพร|พรทิพย์|อรทัย|รัตนา|กัญญา|มานพ|มานิต)[\u0e30-\u0e4e]{0,2}"
)
"""Given names that are no other word: only these count as a name after คุณ or ปลัด."""

_NO_MAN = re.compile(
    # ก begins นายก unless it has a vowel of its own, or a given name is spelled so
    "ก(?![\u0e30-\u0e3a\u0e47-\u0e4e]|ฤ|มล|นก|นิษ|รกฎ|รกช|รณ์|รวิ|รุง|ษิ|ชก|ชพ|วิน|วี(?!ธี)|สิ|ตัญ|ลิ่น|ล้าหาญ|ฤต|มน)|ก็|กับ|การ(?![ุัิ])|กำ(?:กับ|หนด)"
    "|ช่|อำเภอ|อํา|อ\u0e4d|ทะเบียน|แพทย์|สัตวแพทย์|ตรวจ|ทหาร|ตำรวจ|จ้าง|หน้า|ประกัน|ทุน|ท่า|ท้าย|สถานี|สนาม|เรือ|ไปรษณีย์|ด่าน|เวร"
    "|หมวด|หมู่|กอง|พราน|แบบ|อากร|ความ|หนัง|วงดนตรี|ท้องถิ่น|เทศ|องค์ก|อบต|อบจ|รัฐมนตรี|สภา|สมาคม|จังหวัด|ตำบล"
    f"|(?:พล|พัน|ร้อย|สิบ|ดาบ|หัว|เงิน|งาน|เอง|ใหญ่|โรง)(?![{_THAI}])"
)
_NO_WOMAN = re.compile(
    "รอง|เลิ้ง|พญา|แบบ|พยาบาล|บวช|ตะเคียน|หงส์|ชิง|กวัก|กำนัล|ลอย|บ(?:ประมาณ|การ|กลาง|ดุล|ราย|ลงทุน|ดำเนิน|เงิน|แสดง)"
    f"|ด(?:เว้น|การ|จ่าย|ใช้)|วด|(?:ฟ้า|งาม|เอก|นอน|สาว)(?![{_THAI}])"
)
_NO_MISS = re.compile("ไทย|งาม")
_NO_NAME = re.compile(
    "และ|หรือ|ที่|ซึ่ง|ผู้|คน|ของ|ใน|โดย|จาก|กับ|ทั้ง|ทุก|ไม่|เป็น|ได้|ให้|จะ|ตาม|เพื่อ|ต้อง|ชื่อ|นาย|นาง|คำนำหน้า|จำนวน|ระดับ|ขึ้น|ปฏิบัติ|ประจำ|สังกัด"
    "|สาขา|ด้าน|คณะ|การ|ความ|ตำแหน่ง|ข้าราชการ|พนักงาน|ลูกจ้าง|บุคลากร|อายุ|วัย|ชั้น|เพศ|อบต|อบจ|เทศบาล|องค์การ|มหาวิทยาลัย|ประชาชน|วุฒิ|ปริญญา"
)
_NO_FAMILY = re.compile(
    "(?:อำเภอ|จังหวัด|ตำบล|หมู่|เขต|แขวง|ถนน|และ|หรือ|ที่|ซึ่ง|ได้|เป็น|ให้|จะ|ใน|ของ|ตาม|ต้อง|จำนวน|ขึ้นไป|ประจำ|สังกัด|ตำแหน่ง)"
)
_DISTRICT = r"(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.|ทต\.|ทม\.|อบต\.) ?"
_OF_A_DISTRICT = re.compile(f"{_DISTRICT}$")
"""Words that no person's name follows, however name-like the next word is: ตำบลนางแล."""
_PLACES = [
    *("กองนาง", "ดอนนางหงส์", "ดอนหญ้านาง", "ทุ่งนางโอก", "ท่านางงาม", "ท่านางแนว", "นครนายก"),
    *("นางตะเคียน", "นางบวช", "นางพญา", "นางรอง", "นางรำ", "นางลือ", "นางหลง", "นางแดด", "นางแล", "บางนาง"),
    *("บางนางลี่", "บางนายสี", "บางแม่นาง", "พนางตุง", "พลวงสองนาง", "ภูจองนายอย", "ลำนางรอง", "ลำนางแก้ว"),
    *("วังขนาย", "สร้างนางขาว", "สิริเสนางค์", "หนองนาง", "หนองนางนวล", "หนองแวงนางเบ้า", "หมอนนาง"),
    *("หาดนางแก้ว", "ห้วยนาง", "อ่าวนาง", "เกาะนางคำ", "เดิมบางนางบวช", "เสนางคนิคม", "แก้งสนามนาง"),
    *("แม่นางขาว", "โพนางดำตก", "โพนางดำออก"),
]
"""Names of LAOs and districts in the national registry that contain a title."""
_PLACE_NAME = re.compile(
    "(?:{0})(?:{1})|(?:{1})(?![{2}])".format(_DISTRICT, "|".join(sorted(_PLACES, key=len, reverse=True)), _THAI)
)
_LONGEST_PLACE = max(map(len, _PLACES))
_OF_A_PLACE = re.compile(
    "(?:หนอง|ดอน|บ่อ|บาง|ถ้ำ|วัด|บ้าน|เขา|ห้วย|โคก|ดง|ทุ่ง|สระ|แม่|คลอง|ชุมชน|โรงเรียน|ซอย|ถนน|สะพาน|เกาะ|ผา|ท่า) ?$"
)
_PROGRAMS = frozenset({"Word", "Excel", "Office", "Access", "Teams", "Project", "Power"})
_LOOKED_BACK = 12


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text."""

    title: str
    """The title as printed."""
    initial: str
    """First letter of the name; the rest is never repeated, because findings are public."""


def person(found: re.Match[str]) -> Person | None:
    """Return the person named at a match of `CANDIDATE`, or None if it is a position, a trade or a place."""
    title, given = found[0], found["given"]
    if (
        _NO_NAME.match(given)
        or _OF_A_DISTRICT.search(_before(found))
        or found.string[found.end("given") : found.end("given") + 1] == "."
    ):
        return None
    family = found["family"] or ""
    has_family = len(family) > 2 and not _NO_FAMILY.match(family)
    if title[0] in _LATIN_OF:
        named = given not in _PROGRAMS
    elif _COMMON.match(title):
        named = _after_common_title(found, has_family)
    elif _FAMILIAR.match(title):
        named = has_family and _GIVEN_NAME.fullmatch(given) is not None
    else:
        named = has_family or (title.startswith("ว่าที่") and not found["gap"])
    return Person(title, given[0]) if named else None


def _after_common_title(found: re.Match[str], has_family: bool) -> bool:
    title, given = found[0], found["given"]
    no_name = {"นาย": _NO_MAN, "นาง": _NO_WOMAN, "นางสาว": _NO_MISS}.get(title)
    before = _before(found)
    if (no_name and no_name.match(given)) or _is_in_a_place_name(found):
        return False
    if has_family or _OF_A_PLACE.search(before):
        return has_family
    # `เป็นนาย ข้าราชการ`: a title alone; a name without a family name follows without a blank or ends the text.
    after = found.string[found.end("given") : found.end("given") + _LOOKED_BACK]
    return not found["gap"] or (not before.endswith("เป็น") and not after.strip(" )."))


def _before(found: re.Match[str]) -> str:
    return found.string[max(found.start() - _LOOKED_BACK, 0) : found.start()]


def _is_in_a_place_name(found: re.Match[str]) -> bool:
    places = _PLACE_NAME.finditer(found.string, max(found.start() - _LONGEST_PLACE, 0), found.end() + _LONGEST_PLACE)
    return any(place.start() <= found.start() < place.end() for place in places)
