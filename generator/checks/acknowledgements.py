"""Check that every answer of the LAO (`acknowledged:`) matches something, and add the answers to the findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.checks.items import PlanItem
from generator.checks.retired import retired_code
from generator.checks.rule import Hit, made_rules, rule
from generator.findings import Finding, Severity
from generator.model.plan import PlanFolder
from generator.reading.codes import READING_CODES
from generator.thai.text import closest, quoted

_FEWEST_LETTERS = 3
MOST_HINTS = 10
"""Number of mistyped words per plan that get a suggestion: each one costs a search."""


@rule(
    "ACK-001",
    Severity.WARNING,
    title="คำชี้แจงอ้างรหัสข้อสังเกตที่ไม่มี",
    why="คำชี้แจงที่อ้างรหัสผิดจะไม่ขึ้นคู่กับข้อสังเกตใด ประชาชนจึงไม่เห็นคำตอบของ อปท.",
    remedy="คัดลอกรหัสจากข้อสังเกตที่ต้องการชี้แจง เช่น MONEY-001",
)
def answer_to_no_rule(item: PlanItem) -> Iterator[Hit]:
    """An answer to a code that does not exist."""
    severities = _severities() if item.plan.acknowledged else {}
    unknown = [
        (index, answer.code)
        for index, answer in enumerate(item.plan.acknowledged)
        if answer.code not in severities and not retired_code(answer.code)
    ]
    for place, (index, code) in enumerate(unknown):
        near = hint(code, severities) if place < MOST_HINTS else ""
        yield Hit(f"ไม่มีข้อสังเกตรหัส {quoted(code)}{near}", ("acknowledged", index, "code"))


@rule(
    "ACK-002",
    Severity.WARNING,
    title="คำชี้แจงตอบข้อผิดพลาดซึ่งต้องแก้ ไม่ใช่ชี้แจง",
    why="ข้อผิดพลาดระดับนี้ห้ามเผยแพร่ เช่น ข้อมูลส่วนบุคคลหรือข้อมูลที่อ่านไม่ได้ คำชี้แจงไม่ทำให้เผยแพร่ได้",
    remedy="แก้ข้อมูลตามข้อผิดพลาดนั้น แล้วลบคำชี้แจงนี้",
)
def answer_to_an_error(item: PlanItem) -> Iterator[Hit]:
    """An answer to an error: errors cannot be answered."""
    severities = _severities() if item.plan.acknowledged else {}
    for index, answer in enumerate(item.plan.acknowledged):
        if severities.get(answer.code) is Severity.ERROR:
            yield Hit(f"{quoted(answer.code)} เป็นข้อผิดพลาดที่ต้องแก้ คำชี้แจงนี้จึงไม่มีผล", ("acknowledged", index, "code"))


@rule(
    "ACK-003",
    Severity.WARNING,
    title="คำชี้แจงอ้างถึงรายการที่ไม่มีในแผน",
    why="คำชี้แจงที่อ้าง id ผิดจะไม่ขึ้นคู่กับรายการใด ประชาชนจึงไม่เห็นคำตอบของ อปท.",
    remedy="แก้ ids: ให้ตรงกับ id ของโครงการ ยุทธศาสตร์ ส่วนราชการ หรือแถวที่ต้องการชี้แจง หรือลบ ids: ถ้าชี้แจงทุกรายการ",
)
def answer_about_nothing(item: PlanItem) -> Iterator[Hit]:
    """An answer about an id that no finding can be about."""
    if not any(answer.ids for answer in item.plan.acknowledged):
        return
    known = ids_of(item)
    unknown = [
        (("acknowledged", index, "ids", place), identifier, answer.code)
        for index, answer in enumerate(item.plan.acknowledged)
        for place, identifier in enumerate(answer.ids)
        if identifier not in known
    ]
    for count, (path, identifier, code) in enumerate(unknown):
        near = hint(identifier, sorted(known)) if count < MOST_HINTS else ""
        yield Hit(f"คำชี้แจงข้อ {quoted(code)} อ้างรายการ {quoted(identifier)} ซึ่งไม่มีในแผนนี้{near}", path)


@rule(
    "ACK-004",
    Severity.WARNING,
    title="คำชี้แจงที่ไม่มีเนื้อความ",
    why="คำชี้แจงแสดงต่อประชาชนคู่กับข้อสังเกต ขีดหรือจุดไม่ได้บอกอะไร จึงไม่นับเป็นคำตอบ",
    remedy="เขียนเหตุผลใน reason: หรือลบคำชี้แจงนี้",
)
def answer_without_words(item: PlanItem) -> Iterator[Hit]:
    """An answer whose reason has no words."""
    for index, answer in enumerate(item.plan.acknowledged):
        if not says_something(answer.reason):
            yield Hit(f"คำชี้แจงข้อ {quoted(answer.code)} มีแต่ {quoted(answer.reason)}", ("acknowledged", index, "reason"))


@rule(
    "ACK-005",
    Severity.NOTICE,
    title="คำชี้แจงอ้างรหัสข้อสังเกตที่เลิกใช้แล้ว",
    why="เว็บไซต์ไม่ตรวจข้อนี้แล้ว คำชี้แจงจึงไม่ขึ้นคู่กับข้อสังเกตใด แต่ไม่ใช่ความผิดของผู้เขียนคำชี้แจง",
    remedy="ลบคำชี้แจงนี้ได้ หรือเปลี่ยนเป็นรหัสที่ใช้แทน ถ้ายังพบข้อสังเกตนั้นอยู่",
)
def answer_to_a_retired_code(item: PlanItem) -> Iterator[Hit]:
    """An answer to a retired code."""
    for index, answer in enumerate(item.plan.acknowledged):
        if retired := retired_code(answer.code):
            yield Hit(
                f"ข้อสังเกตรหัส {quoted(answer.code)} ({retired.title}) {retired.since_when}",
                ("acknowledged", index, "code"),
            )


def says_something(reason: str) -> bool:
    """Return whether a reason contains words."""
    return sum(character.isalpha() for character in reason) >= _FEWEST_LETTERS


def hint(word: str, known: Collection[str]) -> str:
    """Return a question that suggests the nearest known word, or an empty string if none is near."""
    near = closest(word, known)
    return f" หมายถึง {quoted(near)} หรือไม่" if near else ""


def _severities() -> dict[str, Severity]:
    """Return the severity of every code of reading and of the rules."""
    return {code: entry.severity for code, entry in READING_CODES.items()} | {
        code: one.severity for code, one in made_rules().items()
    }


def ids_of(item: PlanItem) -> frozenset[str]:
    """Return the ids of everything in this plan or its LAO that a finding can be about."""
    plan = item.plan
    named = {one.id for one in plan.local_strategies} | {one.id for one in plan.values}
    named |= {one.id for one in plan.documents} | {one.id for one in item.projects}
    named |= {one.id for one in item.files.idp.rows} if item.files.idp else set()
    return frozenset(named | item.departments.keys() | item.strategies.keys() | item.tactics.keys())


_Key = tuple[str, str, str | None]
"""Code of the finding; folder of the plan, empty for lao.yml (any plan may answer for it); id the finding is about."""


class GivenAnswers:
    """All answers of one LAO, indexed; if several match a finding, the first one written wins."""

    def __init__(self, folder_path: str, plans: Iterable[PlanFolder]) -> None:
        """Store the LAO's folder, relative to the content folder, and index the answers of its plans."""
        self._lao_file = f"{folder_path}/lao.yml"
        self._first: dict[_Key, tuple[int, str]] = {}
        written = (
            (f"{folder_path}/{plan.plan.cycle.slug}", answer) for plan in plans for answer in plan.plan.acknowledged
        )
        for place, (plan_folder, answer) in enumerate(written):
            if not says_something(answer.reason):
                continue
            for subject in answer.ids or (None,):
                for where in (plan_folder, ""):
                    self._first.setdefault((answer.code, where, subject), (place, answer.reason))

    def beside(self, finding: Finding) -> Finding:
        """Return the finding with the LAO's answer from the same plan; errors get none."""
        if not self._first or finding.severity is Severity.ERROR:
            return finding
        file = finding.location.file
        where = "" if file == self._lao_file else "/".join(file.split("/", 3)[:3])
        keys = ((finding.code, where, subject) for subject in (None, *finding.subjects))
        found = [self._first[key] for key in keys if key in self._first]
        return finding.answered(min(found)[1]) if found else finding
