"""Individual development plans: what positions lack, and competencies that the master plan requires in full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from generator.checks.completeness.posts import is_chief, is_head
from generator.checks.completeness.wording_of_gaps import FILL_IN, listed
from generator.checks.items import PlanItem
from generator.checks.master_plan import COMPETENCY_CLAUSE, MASTER_PLAN
from generator.checks.memos import folded
from generator.checks.names.near import parts_that_differ
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.idp import IdpGoal, IdpRow, IdpSkill
from generator.thai.text import quoted

_KEYS = (("skills", "ทักษะ"), ("goals", "เป้าหมาย"), ("methods", "วิธีการพัฒนา"), ("years", "ปีที่พัฒนา"))
_LEAST = 3
"""Line competencies required per position (master plan, 10 (3))."""
_ROWS_TO_TELL = 10
"""From this many positions, one that lacks what all others have is an exception."""
_BEGINNING = 20
"""Letters compared to treat two items as the same one, whatever examples follow."""
_LEADING = "เแโใไ"
"""Vowels written before their consonant: no word ends in one."""
_OF_SOME_ONLY = re.compile("สมรรถนะประจำ|ผู้บริหาร|สายงาน")
_HEADS_TO_TELL = 3
_HAS_A_HEAD = ("กอง", "สำนัก", "ส่วน")
"""Prefixes of departments led by a director or a chief; an audit unit may have one person."""


@rule(
    "COMPLETE-020",
    Severity.WARNING,
    title="ตำแหน่งในแผนรายบุคคลที่ข้อมูลไม่ครบ",
    why="แผนรายบุคคลที่ไม่บอกทักษะ เป้าหมาย วิธี หรือปี ใช้ติดตามการพัฒนาไม่ได้",
    remedy=FILL_IN,
)
def incomplete_row(item: PlanItem) -> Iterator[Hit]:
    """Positions without skills, goals, methods or years; one finding per missing field."""
    rows = item.files.idp.rows if item.files.idp else ()
    for key, what in _KEYS:
        lacking = [(index, row) for index, row in enumerate(rows) if not getattr(row, key)]
        if lacking:
            paths = [("rows", index, "position") for index, _ in lacking]
            yield Hit(
                f"{len(lacking)} จาก {len(rows)} ตำแหน่งไม่มี{what} ได้แก่ {listed(row.position for _, row in lacking)}",
                paths[0],
                "idp.yml",
                also=tuple(paths[1:]),
            )


@rule(
    "COMPLETE-021",
    Severity.NOTICE,
    title="ตำแหน่งในแผนรายบุคคลที่ไม่บอกส่วนราชการ",
    why="ผู้อ่านหาตำแหน่งของตนไม่พบ และรวมจำนวนรายส่วนราชการไม่ได้",
    remedy=FILL_IN,
)
def row_without_department(item: PlanItem) -> Iterator[Hit]:
    """Positions printed below no department, if others have one; chiefs rank above all departments."""
    rows = item.files.idp.rows if item.files.idp else ()
    lacking = [(index, row) for index, row in enumerate(rows) if row.department is None]
    lacking = [(index, row) for index, row in lacking if not is_chief(row.position)]
    if lacking and any(row.department for row in rows):
        paths = [("rows", index, "position") for index, _ in lacking]
        yield Hit(
            f"{len(lacking)} ตำแหน่งไม่พิมพ์ส่วนราชการ ได้แก่ {listed(row.position for _, row in lacking)}",
            paths[0],
            "idp.yml",
            also=tuple(paths[1:]),
        )


@rule(
    "COMPLETE-022",
    Severity.WARNING,
    title="สมรรถนะประจำสายงานน้อยกว่าสามรายการ",
    why="แผนแม่บทให้กำหนดสมรรถนะประจำสายงานอย่างน้อยสามรายการต่อตำแหน่ง",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 10 (3)",
)
def few_line_competencies(item: PlanItem) -> Iterator[Hit]:
    """Positions that list line competencies individually, but fewer than three."""
    rows = item.files.idp.rows if item.files.idp else ()
    found = []
    for index, row in enumerate(rows):
        named = {ref for skill in row.skills for ref in skill.competencies}
        own = [ref for ref in named if ref.startswith("line-")]
        if own and "line" not in named and len(own) < _LEAST:
            found.append((index, row.position))
    if found:
        paths = [("rows", index, "skills") for index, _ in found]
        yield Hit(
            f"{len(found)} ตำแหน่งระบุสมรรถนะประจำสายงานไม่ถึงสามรายการ ได้แก่ {listed(name for _, name in found)}",
            paths[0],
            "idp.yml",
            also=tuple(paths[1:]),
        )


@rule(
    "COMPLETE-023",
    Severity.WARNING,
    title="สมรรถนะหลักหรือสมรรถนะผู้บริหารที่แผนระบุไม่ครบ",
    why="บุคลากรทุกคนต้องมีสมรรถนะหลักครบทุกรายการ และผู้บริหารต้องมีสมรรถนะประจำผู้บริหารครบ",
    remedy=FILL_IN,
    clause=COMPETENCY_CLAUSE,
)
def whole_groups(item: PlanItem) -> Iterator[Hit]:
    """A plan that lists core or executive competencies individually and omits some."""
    chosen = {choice.ref for choice in item.plan.competencies}
    for group, what in (("competencies-core", "สมรรถนะหลัก"), ("competencies-executive", "สมรรถนะประจำผู้บริหาร")):
        entries = item.reference.groups.get(group, ())
        left = [entry.name for entry in entries if entry.id not in chosen]
        if left and len(left) < len(entries):
            yield Hit(
                f"{what}ในแผนมี {len(entries) - len(left)} จาก {len(entries)} รายการ ไม่มี {listed(left)}",
                ("competencies",),
            )


@rule(
    "COMPLETE-028",
    Severity.NOTICE,
    title="แผนรายบุคคลไม่บอกสมรรถนะประจำสายงานเป็นรายการ",
    why="แผนแม่บทให้แต่ละตำแหน่งมีสมรรถนะประจำสายงานอย่างน้อยสามรายการ ถ้าระบุเป็นทั้งกลุ่ม ผู้ดำรงตำแหน่งและผู้ประเมินไม่ทราบว่าเป็นรายการใด",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 10 (3)",
)
def line_competencies_as_a_group(item: PlanItem) -> Iterator[Hit]:
    """Rows that say `line competencies` without naming one, in a plan that does not choose some for everybody."""
    entries = item.reference.groups.get("competencies-line", ())
    listed_by_plan = len({one.ref for one in item.plan.competencies if one.ref and one.ref.startswith("line-")})
    chosen = 0 < listed_by_plan < len(entries)
    if chosen or (item.is_partial and not listed_by_plan):
        return
    found = []
    for index, row in enumerate(item.files.idp.rows if item.files.idp else ()):
        for place, skill in enumerate(row.skills):
            if any(ref.startswith("line-") for ref in skill.competencies):
                return
            if "line" in skill.competencies:
                found.append((index, place))
    if found:
        of_list = f" รายการสมรรถนะของแผนมี {listed_by_plan} ข้อ แต่ไม่บอกว่าข้อใดเป็นของตำแหน่งใด" if listed_by_plan else ""
        yield Hit(
            f"{len({index for index, _ in found})} ตำแหน่งระบุสมรรถนะประจำสายงานเป็นทั้งกลุ่ม "
            f"ไม่มีตำแหน่งใดระบุเป็นรายการ{of_list} จึงบอกไม่ได้ว่าแต่ละตำแหน่งมีอย่างน้อย {_LEAST} รายการหรือไม่",
            ("rows", found[0][0], "skills", found[0][1]),
            "idp.yml",
        )


@rule(
    "COMPLETE-029",
    Severity.NOTICE,
    title="ตำแหน่งเดียวที่ไม่มีทักษะหรือเป้าหมายซึ่งตำแหน่งอื่นมี",
    why="รายการที่ทุกตำแหน่งอื่นมี อาจตกหล่นไปจากตำแหน่งนี้ หรือต่างกันโดยตั้งใจ",
    remedy=FILL_IN,
)
def item_that_all_others_have(item: PlanItem) -> Iterator[Hit]:
    """A row without the item that all others have, compared by its beginning; not items only some positions require."""
    rows = item.files.idp.rows if item.files.idp else ()
    if len(rows) < _ROWS_TO_TELL:
        return
    for key, what in (("skills", "ทักษะ"), ("goals", "เป้าหมาย")):
        filled = [(index, texts) for index, row in enumerate(rows) if (texts := _by_beginning(row, key))]
        having = Counter(one for _, texts in filled for one in texts)
        for one, times in having.items():
            if times != len(filled) - 1 or len(filled) < _ROWS_TO_TELL or _OF_SOME_ONLY.search(one):
                continue
            lacking, others = next((index, texts) for index, texts in filled if one not in texts)
            row = rows[lacking]
            shown = _common_beginning([folded(texts[one]) for _, texts in filled if one in texts])
            if not is_chief(row.position) and not _has_near(row, key, shown, others.values()):
                yield Hit(
                    f"{times} จาก {len(filled)} ตำแหน่งมี{what} {quoted(shown)} แต่ตำแหน่ง {quoted(row.position)} ไม่มี",
                    ("rows", lacking, key),
                    "idp.yml",
                )


def _by_beginning(row: IdpRow, key: str) -> dict[str, str]:
    items: tuple[IdpSkill | IdpGoal, ...] = getattr(row, key)
    return {_beginning(one.text): one.text for one in items if one.text and one.text.strip()}


def _beginning(text: str) -> str:
    """Return the letters that identify an item; only the first ones of a long text."""
    return folded(text[: 3 * _BEGINNING])[:_BEGINNING]


def _common_beginning(texts: list[str]) -> str:
    """Return the common beginning of texts, with an ellipsis if some continue."""
    first, last = min(texts), max(texts)
    if first == last:
        return first
    end = next((place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    return first[:end].rstrip(_LEADING) + "…"


def _has_near(row: IdpRow, key: str, wanted: str, texts: Iterable[str]) -> bool:
    """Return whether a row may have the wanted item: with one typing mistake, or as a reference without words."""
    wanted = wanted.rstrip("…")
    if key == "skills" and any(one.competencies and not one.text for one in row.skills):
        return True
    for text in texts:
        here, there = parts_that_differ(folded(text)[: len(wanted)], wanted)
        if 3 * max(len(here), len(there)) <= len(wanted):
            return True
    return False


@rule(
    "COMPLETE-030",
    Severity.NOTICE,
    title="ส่วนราชการที่ไม่มีตำแหน่งหัวหน้าในแผนรายบุคคล",
    why="หัวหน้าส่วนราชการต้องได้รับการพัฒนาตามสมรรถนะประจำผู้บริหาร แถวที่ไม่มีอาจตกหล่น หรือเป็นตำแหน่งว่าง",
    remedy=FILL_IN,
)
def department_without_head(item: PlanItem) -> Iterator[Hit]:
    """Departments with rows but no head's row, if most others have one; one finding for all of them."""
    table = item.files.idp
    if table is None or (item.is_partial and table.section not in _received(item)):
        return
    first: dict[str, int] = {}
    with_head: set[str] = set()
    for index, row in enumerate(table.rows):
        known = item.departments.get(row.department or "")
        if known is None or known.covers_all or not known.name.startswith(_HAS_A_HEAD):
            if is_head(row.position) and not is_chief(row.position):
                return  # unclear whose head this is
            continue
        first.setdefault(known.id, index)
        if known.id not in with_head and is_head(row.position):
            with_head.add(known.id)
    without = [one for one in first if one not in with_head]
    if without and len(with_head) >= _HEADS_TO_TELL and 2 * len(without) <= len(with_head):
        paths = [("rows", first[one], "position") for one in without]
        yield Hit(
            f"{listed(item.department_name(one) for one in without)} มีตำแหน่งในแผนรายบุคคล แต่ไม่มีตำแหน่งหัวหน้าส่วนราชการ "
            f"ขณะที่ส่วนราชการอื่นอีก {len(with_head)} แห่งมี",
            paths[0],
            "idp.yml",
            also=tuple(paths[1:]),
        )


def _received(item: PlanItem) -> set[str]:
    return set(chain.from_iterable(source.sections for source in item.plan.sources))
