"""Find blanks left to fill in: dots, lines, a missing number or day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage, PlanItem
from generator.checks.names.other_organisations import OWN_WORDS
from generator.checks.rule import Hit, rule, text_rule
from generator.findings import Severity
from generator.thai.text import quoted

_BLANK = re.compile(r"\.{2,}|…+|_{2,}|(?<![A-Za-z])[xX]{2,}(?![A-Za-z])")
_WANTS_A_NUMBER = re.compile(r"(?:ครั้งที่|เลขที่|คำสั่งที่|วันที่|เดือน|พ\.ศ\.|จำนวน|[0-9๐-๙.…xX] ?/|^/|[2๒][5๕]) ?$")
_IN_A_DATE = re.compile("[/2๒]")
_LONG_BLANK = re.compile(r"\.{4,}|…{2,}|_{3,}")
_NOTHING_ELSE = re.compile(r"[ .…_/-]+")
_PAGE_NUMBER = re.compile(r"[ .…]*[0-9๐-๙]+ *$")
_LOOKED_AT = 15


@text_rule(
    "NAME-016",
    Severity.WARNING,
    pattern=r"(?:\.\.|…|__|xx|XX)[^\0]*",  # to the end: one match per text
    fires="ตามมติที่ประชุมครั้งที่ ..../๒๕.. ลงวันที่ ........",
    silent="ตามมติที่ประชุมครั้งที่ ๙/๒๕๖๖ ลงวันที่ ๒๕ กันยายน ๒๕๖๖ ...",
    title="เลขที่ ครั้งที่ หรือวันที่ ยังไม่ได้กรอก",
    why="เลขที่ ครั้งที่ และวันที่ เป็นสิ่งที่ใช้ตรวจสอบว่าแผนได้รับความเห็นชอบและประกาศใช้จริง",
    remedy="ตรวจกับเอกสารที่ลงนามแล้ว ถ้ามีเลขหรือวันที่ ให้กรอกและแจ้งใน corrections ถ้าเอกสารเว้นไว้ ให้คงไว้และชี้แจงใน acknowledged "
    "ถ้าเป็นร่าง ให้กรอกก่อนเสนอขอความเห็นชอบ",
)
def number_left_blank(passage: Passage, _: re.Match[str]) -> Iterator[Hit]:
    """Dots in place of a number or a day, once per text."""
    if passage.field in OWN_WORDS or _has_its_own_rule(passage):
        return
    if blank := _number_blank(passage.text):
        yield Hit(f"ยังไม่ได้กรอก {quoted(blank)} ในข้อความ {quoted(passage.text)}", snippet=blank)


@text_rule(
    "NAME-017",
    Severity.NOTICE,
    pattern=r"(?:\.\.\.\.|……|___)[^\0]*",
    fires="ผู้รับผิดชอบ .......................",
    silent="งานธุรการ งานสารบรรณ ฯลฯ ...",
    title="ช่องว่างให้กรอกที่ยังว่างอยู่",
    why="ช่องที่เว้นไว้ให้กรอกแสดงว่าเอกสารอาจยังไม่เสร็จ หรือเป็นแบบที่ยังไม่ได้ใช้",
    remedy="ตรวจกับเอกสารฉบับที่ลงนาม ถ้ากรอกไว้แล้ว ให้แก้และแจ้งใน corrections ถ้าเอกสารเว้นไว้ ให้คงไว้ "
    "ถ้าเป็นร่าง ให้กรอกก่อนเสนอขอความเห็นชอบ",
)
def space_left_blank(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Dots elsewhere, once per text; not in a drafting stamp, nor the leaders of a table of contents."""
    text = passage.text
    is_leader = match.start() > 0 and _PAGE_NUMBER.match(text, match.start())
    if passage.field in OWN_WORDS or _has_its_own_rule(passage) or is_leader or _number_blank(text):
        return
    dots = _LONG_BLANK.search(text)
    yield Hit(f"มีช่องว่างให้กรอกในข้อความ {quoted(text)}", snippet=dots[0] if dots else "")


@rule(
    "NAME-018",
    Severity.NOTICE,
    title="ช่องร่าง พิมพ์ ทวน หรือลงชื่อ ยังไม่ได้กรอก",
    why="ช่องเหล่านี้บอกว่าใครร่างและตรวจประกาศ ช่องที่ว่างแสดงว่าฉบับที่ได้รับอาจไม่ใช่ฉบับที่ลงนาม",
    remedy="ตรวจกับประกาศฉบับที่ลงนาม ถ้ากรอกไว้แล้ว ให้แก้และแจ้งใน corrections ถ้าเว้นไว้ ให้คงไว้",
)
def drafting_stamp_left_blank(item: PlanItem) -> Iterator[Hit]:
    """All fields of the stamp that contain only dots, in one notice."""
    empty = [
        (index, stamp.label)
        for index, stamp in enumerate(item.plan.drafting_stamps)
        if stamp.printed and _NOTHING_ELSE.fullmatch(stamp.printed)
    ]
    if empty:
        paths = [("drafting_stamps", index, "printed") for index, _ in empty]
        labels = " ".join(quoted(label) for _, label in empty)
        yield Hit(
            f"ช่องท้ายประกาศพิมพ์ไว้แต่จุดหรือขีด {len(empty):,} ช่อง จาก {len(item.plan.drafting_stamps):,} ช่อง: {labels}",
            paths[0],
            also=tuple(paths[1:]),
        )


def _number_blank(text: str) -> str | None:
    """Return the words before a blank that needs a number, with the blank, or None."""
    for blank in _BLANK.finditer(text):
        before = text[max(0, blank.start() - _LOOKED_AT) : blank.start()]
        wants = _WANTS_A_NUMBER.search(before)
        # In quotation marks the text mentions the words themselves; two dots alone may end a sentence.
        if (
            wants
            and not before[: wants.start()].endswith(("“", '"'))
            and (blank[0] != ".." or _IN_A_DATE.search(wants[0]))
        ):
            return text[blank.start() - len(wants[0]) : blank.end()]
    return None


def _has_its_own_rule(passage: Passage) -> bool:
    """Return whether it is a drafting stamp, or a remark on a national document, which quotes its forms."""
    return passage.path[:1] in (("drafting_stamps",), ("notes",))
