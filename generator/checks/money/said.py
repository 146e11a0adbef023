"""Amounts in a project's words compared with its budget cell. Only unambiguous wordings count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.items import Path, ProjectItem
from generator.checks.money.wording_of_amounts import BUDGET_CLAUSE, SOURCE_REMEDY, baht
from generator.checks.printed_years import listed
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.money import BudgetState
from generator.model.project import Project
from generator.thai.numerals import parse_amount
from generator.thai.text import normalise, quoted

_AMOUNT = re.compile(
    "(?:งบประมาณ|วงเงิน|เป็นเงินรวม|เป็นเงินทั้งสิ้น)"
    "(?:[ :=]|ทั้งสิ้น|ทั้งหมด|รวม|จำนวน|เป็นเงิน|ในการดำเนินการ|ดำเนินการ|ของโครงการ|โครงการ|ที่ใช้|ที่ตั้งไว้|ตั้งไว้|คือ){0,6}"
    r"(?P<amount>[0-9๐-๙][0-9๐-๙,]{0,18}(?:\.[0-9๐-๙]{1,2})?) ?(?:บาท|\.-)"
    r"(?! ?(?:/|ต่อ|ละ))"
)
"""`งบประมาณ ๕๐,๐๐๐ บาท`; not amounts per head, nor after other words, which may mean other money."""

_OTHER_MONEY = re.compile("(?:ประหยัด|ลด|โอน|เพิ่ม|เกิน|เหลือ|คืน|สมทบ|อุดหนุน)(?:จาก|ใช้|ของ|การใช้)?[ ]?$")
_REVISED = re.compile("เดิม|ปรับ|เปลี่ยน|แก้ไข|โอน|เพิ่มเป็น|ลดเหลือ")
_NO_MONEY = "ไม่ใช้งบประมาณ"
_IN_PART = re.compile("บางส่วน|ส่วนที่|หรือ|กรณี|ครั้งที่|ปี")


@rule(
    "MONEY-015",
    Severity.WARNING,
    title="จำนวนเงินในข้อความของโครงการไม่ตรงกับช่องงบประมาณ",
    why="โครงการเดียวบอกจำนวนเงินไว้สองจำนวน ผู้อ่านไม่อาจรู้ว่าจะใช้เงินเท่าใดจริง",
    remedy=SOURCE_REMEDY,
    clause=BUDGET_CLAUSE,
)
def said_otherwise(item: ProjectItem) -> Iterator[Hit]:
    """A text with the cost of the project, or without one, that the budget cell contradicts."""
    project, budget = item.project, item.project.budget
    if budget.state not in (BudgetState.AMOUNT, BudgetState.NO_BUDGET):
        return
    cell = _NO_MONEY if budget.total_baht is None else baht(budget.total_baht)
    found = [(path, said) for path, text in _texts(project) if (said := _contradicting(item, path, text))]
    if found:
        index = next(index for index, one in enumerate(item.of.projects) if one is project)
        words = listed(dict.fromkeys(quoted(words) for _, said in found for words in said))
        yield Hit(
            f"ข้อความของโครงการ {quoted(project.name)} พิมพ์ {words} แต่ช่องงบประมาณเป็น {cell}",
            found[0][0],
            snippet=found[0][1][0],
            also=tuple(("projects", index, *path) for path, _ in found[1:]),
        )


def _contradicting(item: ProjectItem, path: Path, text: str) -> list[str]:
    """Return the words of a text that contradict the budget cell."""
    budget, is_remark = item.project.budget, path == ("note",)
    if "งบ" not in text and "เงิน" not in text:
        return []
    said = [] if is_remark and _REVISED.search(text) else _amounts(text)
    if said and not _fits(item.project, [amount for _, amount in said], item.of.plan.cycle.length):
        return [words for words, _ in said]
    nothing = bool(budget.total_baht) and _NO_MONEY in text and not is_remark and not _IN_PART.search(text)
    return [_NO_MONEY] if nothing else []


def _texts(project: Project) -> Iterator[tuple[Path, str]]:
    yield ("name",), project.name
    yield ("objective",), project.objective or ""
    yield ("indicator",), project.indicator or ""
    yield ("expected_result",), project.expected_result or ""
    for key in ("quantity", "quality", "benefit"):
        yield ("targets", key), (getattr(project.targets, key) if project.targets else None) or ""
    yield ("note",), project.note or ""


def _amounts(text: str) -> list[tuple[str, Decimal]]:
    """Return the amounts that a text gives as the project's money, as printed and as parsed."""
    found = []
    for match in _AMOUNT.finditer(normalise(text)):
        if _OTHER_MONEY.search(match.string[max(0, match.start() - 20) : match.start()]):
            continue
        try:
            found.append((match[0], parse_amount(match["amount"])))
        except ValueError:
            continue  # separators in odd places: not comparable with the cell
    return found


def _fits(project: Project, said: list[Decimal], years: int) -> bool:
    """Return whether the amounts may be the cell's: all of it, parts that add up to it, one year, or all years."""
    stated = project.budget.total_baht or Decimal(0)
    amounts = {stated, stated * years, *(project.budget.by_year or {}).values()}
    return any(amount in amounts or amount * years == stated for amount in (*said, sum(said, Decimal(0))))
