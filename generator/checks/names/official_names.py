"""Check that entries of the national frameworks have their official names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import CheckBasis, Passage, PlanItem
from generator.checks.master_plan import COMPETENCY_CLAUSE
from generator.checks.memos import IdentityMemo, folded
from generator.checks.names.near import mistyped
from generator.checks.names.near_terms import NEAR_TERMS
from generator.checks.names.other_organisations import OWN_WORDS, excerpt
from generator.checks.names.wordings import differing_part
from generator.checks.rule import Hit, Path, rule, text_rule
from generator.checks.text.slips import any_of
from generator.findings import Severity
from generator.model.plan_parts import CHOICE_LIST, FrameworkChoice
from generator.thai.text import normalise, quoted

_LITTLE_WORDS = ("การ", "ความ", "ของ", "แห่ง")
"""They form nouns or mark possession and do not distinguish names. Not so ใน, และ, โดย: the master plan's
`พื้นที่และการเมือง` is not `พื้นที่การเมือง`."""
_ENDS = 6
"""Letters that a name and its mistyped form share at one end."""
_LONG_ENOUGH = 10
_LONGEST_SHOWN = 60
_LONGEST_COMPARED = 120
_MOST_LETTERS = 2


@rule(
    "NAME-024",
    Severity.WARNING,
    title="ชื่อรายการจากกรอบระดับชาติต่างจากชื่อทางการ",
    why="ชื่อที่ต่างจากกรอบทำให้ไม่แน่ใจว่าเป็นรายการเดียวกัน โดยเฉพาะสมรรถนะ ซึ่งใช้ในแบบประเมินผลการปฏิบัติงาน",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged "
    "หรือใช้ชื่อทางการในการปรับปรุงแผนครั้งต่อไป",
)
def named_otherwise_than_officially(item: PlanItem) -> Iterator[Hit]:
    """A name that is not that of the referenced entry."""
    for choice, path, official in _named_otherwise(item):
        if _without_little_words(choice.name) != _without_little_words(official):
            here, there = normalise(choice.name), normalise(official)
            if max(len(here), len(there)) > _LONGEST_SHOWN:
                here, there = differing_part(here, there)
            yield Hit(f"แผนใช้ชื่อ {quoted(here)} แต่กรอบใช้ว่า {quoted(there)}", (*path, "name"))


@rule(
    "NAME-025",
    Severity.NOTICE,
    title="ชื่อรายการจากกรอบระดับชาติมีหรือขาดคำเล็กน้อย เช่น การ หรือ ของ",
    why="ความหมายเหมือนเดิม แต่ชื่อที่ตรงกันทุกตัวอักษรช่วยให้ค้นและเทียบกับกรอบได้",
    remedy="ตรวจกับเอกสาร ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้",
)
def named_almost_officially(item: PlanItem) -> Iterator[Hit]:
    """All names that differ by a word that only forms a noun or marks possession, in one notice."""
    found = [
        (choice, path, official)
        for choice, path, official in _named_otherwise(item)
        if _without_little_words(choice.name) == _without_little_words(official)
    ]
    if found:
        shown = " ".join(f"{quoted(choice.name)} (กรอบใช้ว่า {quoted(official)})" for choice, _, official in found)
        paths = [(*path, "name") for _, path, _ in found]
        yield Hit(f"ชื่อต่างจากกรอบเล็กน้อย {len(found):,} รายการ: {shown}", paths[0], also=tuple(paths[1:]))


@rule(
    "NAME-026",
    Severity.WARNING,
    title="สมรรถนะหลักในแบบประเมินไม่ใช่สมรรถนะหลักตามกรอบ",
    why="สมรรถนะหลักเป็นสิ่งที่บุคลากรทุกคนต้องมีเหมือนกัน ถ้าแบบประเมินวัดสมรรถนะชุดอื่น การพัฒนาตามแผนกับการประเมินผลจะเป็นคนละเรื่อง",
    remedy="ตรวจกับเอกสาร ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ และใช้สมรรถนะหลักชุดเดียวกันในการปรับปรุงแผนครั้งต่อไป หรือชี้แจงใน acknowledged",
    clause=COMPETENCY_CLAUSE,
)
def other_core_competencies_evaluated(item: PlanItem) -> Iterator[Hit]:
    """A group of an evaluation form titled as core competencies that contains others."""
    official = {_without_little_words(entry.name) for entry in item.reference.groups.get("competencies-core", ())}
    official |= {_without_little_words(one.name) for one in item.plan.competencies if one.kind == "core"}
    for form_index, form in enumerate(item.plan.evaluation_forms):
        for index, group in enumerate(form.groups):
            if "สมรรถนะหลัก" not in group.name or not official:
                continue
            path: Path = ("evaluation_forms", form_index, "groups", index)
            others = [
                (place, one.name)
                for place, one in enumerate(group.competencies)
                if _without_little_words(one.name) not in official
            ]
            if others:
                shown = " ".join(quoted(name) for _, name in others)
                where = f" ({form.section})" if form.section else ""
                yield Hit(
                    f"กลุ่ม {quoted(group.name)}{where} มี {len(others):,} จาก {len(group.competencies):,} ข้อ"
                    f"ที่ไม่ใช่สมรรถนะหลักตามกรอบหรือตามแผนเอง: {shown}",
                    (*path, "name"),
                    also=tuple((*path, "competencies", place, "name") for place, _ in others),
                )


@rule(
    "NAME-027",
    Severity.NOTICE,
    title="ชื่อในแผนคล้ายชื่อในกรอบระดับชาติ แต่ไม่ตรงกัน",
    why="ชื่อที่คล้ายกันมากน่าจะหมายถึงรายการในกรอบ ถ้าใช้ชื่อทางการ จะเทียบกับกรอบและกับ อปท. อื่นได้",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้",
)
def almost_a_name_of_the_frameworks(item: PlanItem) -> Iterator[Hit]:
    """A name without a reference that is an official one except for a letter or two, once per name."""
    index = _BY_ENDS(item.reference)
    seen: dict[str, list[tuple[str, Path]]] = {}
    for name, file, path in _free_names(item):
        seen.setdefault(name, []).append((file, path))
    for name, places in seen.items():
        plain = folded(name) if len(name) <= _LONGEST_COMPARED else ""
        if len(plain) < _LONG_ENOUGH or plain in index:
            continue
        near = {*index.get(plain[:_ENDS], ()), *index.get(plain[-_ENDS:], ())}
        of_its_length = sorted(one for one in near if abs(len(one[0]) - len(plain)) <= _MOST_LETTERS)
        official = next((one for other, one in of_its_length if mistyped(other, plain, _MOST_LETTERS) == plain), None)
        if official and _without_little_words(official) != _without_little_words(name):
            (file, path), *others = places
            also = tuple(other for other_file, other in others if other_file == file)
            yield Hit(f"ชื่อ {quoted(name)} คล้ายชื่อในกรอบ {quoted(official)}", path, file=file, also=also)


_AS_PRINTED = "ตามที่พิมพ์"
"""Words of a summary for a name copied as printed."""


@text_rule(
    "NAME-028",
    Severity.NOTICE,
    pattern=any_of(sorted(NEAR_TERMS, key=len, reverse=True)),
    fires="หลักสูตรจากกรมส่งเสริมการปกครองส่วนท้องถิ่น องค์กรบริหารส่วนตำบล พระราชบัญญัติระเบียบการบริหารงานบุคคลส่วนท้องถิ่น",
    silent="หลักสูตรจากกรมส่งเสริมการปกครองท้องถิ่นสำหรับองค์กรปกครองส่วนท้องถิ่น คณะกรรมการพนักงานเทศบาล",
    title="ชื่อหน่วยงาน กฎหมาย หรือคำเรียกทางการเขียนไม่ตรง",
    why="ชื่อทางการที่เกินคำ ขาดคำ หรือใช้คำอื่นแทน ทำให้ผู้อ่านที่ค้นด้วยชื่อทางการไม่พบ และอาจเข้าใจว่าเป็นหน่วยงานหรือกฎหมายอื่น",
    remedy="ตรวจกับเอกสาร ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ ถ้าเป็นร่าง ให้ใช้ชื่อทางการ",
)
def body_called_otherwise(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Terms of law and administration with a word too many, too few or replaced."""
    remarked = _AS_PRINTED in passage.text[match.end() : match.end() + 2 * len(_AS_PRINTED)]
    if passage.field not in OWN_WORDS and not remarked:
        official = NEAR_TERMS[match[0]]
        where = quoted(excerpt(passage.text, match))
        yield Hit(f"พิมพ์ว่า {quoted(match[0])} ชื่อทางการคือ {quoted(official)} ในข้อความ {where}", snippet=match[0])


def _named_otherwise(item: PlanItem) -> Iterator[tuple[FrameworkChoice, Path, str]]:
    for field in CHOICE_LIST:
        for index, choice in enumerate(getattr(item.plan, field)):
            entry = item.reference.entries.get(choice.ref or "")
            # A name that shares nothing with the entry's is a wrong reference, not a slip in the name.
            if entry and folded(choice.name) != folded(entry.name):
                yield choice, (field, index), entry.name


def _without_little_words(name: str) -> str:
    plain = folded(name)
    for word in _LITTLE_WORDS:
        plain = plain.replace(word, "")
    return plain


def _free_names(item: PlanItem) -> Iterator[tuple[str, str, Path]]:
    plan = item.plan
    for field in CHOICE_LIST:
        for index, choice in enumerate(getattr(plan, field)):
            if choice.ref is None:
                yield choice.name, "plan.yml", (field, index, "name")
    for index, strategy in enumerate(plan.strategies):
        yield strategy.name, "plan.yml", ("strategies", index, "name")
    for index, area in enumerate(plan.survey.columns if plan.survey else ()):
        yield area, "plan.yml", ("survey", "columns", index)
    for form_index, form in enumerate(plan.evaluation_forms):
        for group_index, group in enumerate(form.groups):
            for index, one in enumerate(group.competencies):
                path = ("evaluation_forms", form_index, "groups", group_index, "competencies", index, "name")
                yield one.name, "plan.yml", path
    for row_index, row in enumerate(item.files.idp.rows if item.files.idp else ()):
        for index, skill in enumerate(row.skills):
            if skill.text:
                yield skill.text, "idp.yml", ("rows", row_index, "skills", index, "text")


_Named = tuple[str, str]
"""An official name folded, and as it is."""


def _index_of(reference: CheckBasis) -> dict[str, tuple[_Named, ...]]:
    """Return the official names by their first letters, by their last, and by the whole name."""
    index: dict[str, list[_Named]] = {}
    for entry in reference.entries.values():
        plain = folded(entry.name)
        if len(plain) >= _LONG_ENOUGH:
            for key in {plain, plain[:_ENDS], plain[-_ENDS:]}:
                index.setdefault(key, []).append((plain, entry.name))
    return {key: tuple(names) for key, names in index.items()}


_BY_ENDS: IdentityMemo[CheckBasis, dict[str, tuple[_Named, ...]]] = IdentityMemo(_index_of)
