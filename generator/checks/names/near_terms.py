"""Terms of law and administration, and their wrong forms with a word too many, too few or replaced.

Without forms that are another term: a provincial body is not a wrong form of the central one, which has one word more.
"""

from __future__ import annotations

from collections.abc import Iterator

_TERMS = (
    "องค์กร ปกครอง ส่วน ท้องถิ่น",
    "องค์การ บริหาร ส่วน ตำบล",
    "องค์การ บริหาร ส่วน จังหวัด",
    "กรม ส่งเสริม การ ปกครอง ท้องถิ่น",
    "สถาบัน พัฒนา บุคลากร ท้องถิ่น",
    "พระราชบัญญัติ ระเบียบ บริหาร งาน บุคคล ส่วน ท้องถิ่น",
    "พระราชบัญญัติ สภา ตำบล และ องค์การ บริหาร ส่วน ตำบล",
    "พระราชบัญญัติ องค์การ บริหาร ส่วน จังหวัด",
    "พระราชบัญญัติ กำหนด แผน และ ขั้นตอน การ กระจาย อำนาจ ให้ แก่ องค์กร ปกครอง ส่วน ท้องถิ่น",
    "พระราชบัญญัติ ข้อมูล ข่าวสาร ของ ราชการ",
    "พระราชบัญญัติ คุ้มครอง ข้อมูล ส่วน บุคคล",
    "พระราชกฤษฎีกา ว่าด้วย หลักเกณฑ์ และ วิธี การ บริหาร กิจการ บ้านเมือง ที่ดี",
    "คณะกรรมการ มาตรฐาน การ บริหาร งาน บุคคล ส่วน ท้องถิ่น",
    "คณะกรรมการ กลาง ข้าราชการ องค์การ บริหาร ส่วน จังหวัด",
    "คณะกรรมการ กลาง พนักงาน เทศบาล",
    "คณะกรรมการ กลาง พนักงาน ส่วน ตำบล",
)
"""Each term as its words."""
_ADDED = ("การ", "ส่วน", "ของ", "งาน")
"""Words often inserted between two others."""
_TAKEN_FOR = {"องค์กร": "องค์การ", "องค์การ": "องค์กร", "บริหาร": "บริการ", "บุคคล": "บุคลากร", "บุคลากร": "บุคคล", "แก่": "กับ"}
"""Words, and those often written instead."""
_MAY_BE_LEFT_OUT = frozenset({"พระราชบัญญัติ", "พระราชกฤษฎีกา", "คณะกรรมการ", "กรม", "สถาบัน", "กลาง", "ว่าด้วย"})
"""Words whose omission gives another term or its short form."""


def _near(words: list[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        if 0 < at < len(words) - 1 and word not in _MAY_BE_LEFT_OUT:
            yield "".join([*words[:at], *words[at + 1 :]])
        if word in _TAKEN_FOR:
            yield "".join([*words[:at], _TAKEN_FOR[word], *words[at + 1 :]])
        for one in _ADDED if at else ():
            if one not in (word, words[at - 1]):
                yield "".join([*words[:at], one, *words[at:]])


def _all_near() -> dict[str, str]:
    terms = {"".join(words): words for words in (term.split() for term in _TERMS)}
    return {
        near: term
        for term, words in terms.items()
        for near in _near(words)
        if not any(near in other or other in near for other in terms)
    }


NEAR_TERMS = _all_near()
"""Wrong form -> term."""
