"""One plan as StratML Part 2 (ISO 17469, ANSI/AIIM 22:2017): goals, objectives, performance indicators.

A strategy is a Goal, a project an Objective with its indicator, its money and the reported results of both; the tactic
is in the objective's OtherInformation, since StratML has two levels. Nothing is added that the plan does not state: a
text without a number stays a Description. `tests/exports/stratml-part2-subset.xsd` documents the elements used.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from xml.etree import ElementTree as ET

from generator.exports.data_tables.budget_columns import BUDGET, MoneyRow
from generator.exports.data_tables.plain_values import arabic, clean, exact
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.data_tables.project_row import ProjectRow, project_rows
from generator.exports.data_tables.result_columns import RESULTS, ResultRow
from generator.facts.money_sums import summarise_money
from generator.model.lao import Fiction
from generator.model.money import BudgetState
from generator.model.strategy import Strategy
from generator.words import interface

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_DRAFT = "ร่างแผน ยังไม่ได้รับความเห็นชอบและยังไม่ประกาศใช้"


def plan_stratml(plan: PlanData) -> bytes:
    """Return a plan as XML."""
    root = ET.Element("PerformancePlanOrReport", {"xmlns": NAMESPACE, "Type": "Performance_Plan"})
    cycle = plan.plan.cycle
    _add(root, "Name", plan.plan.title or f"แผนพัฒนาบุคลากร ๓ ปี {cycle.slug} {plan.lao.full_name}")
    _add(root, "Description", f"แผนพัฒนาบุคลากรของ{plan.lao.full_name} ปีงบประมาณ พ.ศ. {cycle.first} ถึง {cycle.last}")
    _add(root, "OtherInformation", " ".join(_notices(plan)))
    core = ET.SubElement(root, "StrategicPlanCore")
    _organization(core, plan)
    for value in plan.plan.values:
        _add(ET.SubElement(core, "Value"), "Name", value.name)
    _goals(core, plan)
    about = ET.SubElement(root, "AdministrativeInformation")
    _add(about, "Identifier", f"plan-{plan.lao.code}-{cycle.slug}")
    _add(about, "StartDate", cycle.first.first_day.isoformat())
    _add(about, "EndDate", cycle.last.last_day.isoformat())
    announcement = plan.plan.announcement
    if announcement and announcement.day:
        _add(about, "PublicationDate", announcement.day.isoformat())
    ET.indent(root)
    printed: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return printed + b"\n"


def _notices(plan: PlanData) -> Iterable[str]:
    if plan.fiction is not Fiction.NO:
        yield interface.FICTION[plan.fiction]
    if plan.plan.is_draft:
        yield _DRAFT
    basis = summarise_money(plan.projects, plan.plan.budget_basis).basis
    yield f"จำนวนเงินในตารางโครงการ: {interface.BUDGET_BASIS[basis]}"
    if plan.plan.is_partial:
        yield interface.RECEIVED_IN_PART
    if plan.withheld:
        yield f"ข้อความ {plan.withheld} แห่งไม่เผยแพร่ในไฟล์นี้ เพราะอาจเป็นข้อมูลส่วนบุคคล"


def _organization(core: ET.Element, plan: PlanData) -> None:
    organization = ET.SubElement(core, "Organization")
    _add(organization, "Name", plan.lao.full_name)
    _add(organization, "Acronym", plan.lao.short_name)
    _add(organization, "Identifier", f"lao-{plan.lao.code}")
    district = f"อำเภอ{plan.lao.district} " if plan.lao.district else ""
    _add(organization, "Description", f"{district}จังหวัด{plan.lao.province} รหัส อปท. {plan.lao.code}")
    for department in plan.lao.departments:
        _stakeholder(organization, department.name)


def _stakeholder(parent: ET.Element, name: str, role: str | None = None) -> None:
    stakeholder = ET.SubElement(parent, "Stakeholder", {"StakeholderTypeType": "Organization"})
    _add(stakeholder, "Name", name)
    if role:
        played = ET.SubElement(stakeholder, "Role")
        _add(played, "Name", role)
        _add(played, "RoleType", "Performer")


def _goals(core: ET.Element, plan: PlanData) -> None:
    rows, seen = list(project_rows(plan)), set[str]()
    money: dict[str, list[MoneyRow]] = {}
    for cell in BUDGET.items(plan):
        if cell.project:
            money.setdefault(cell.project.id, []).append(cell)
    results: dict[str, list[ResultRow]] = {}
    for result in RESULTS.items(plan):
        results.setdefault(result.result.project, []).append(result)

    def goal(strategy: Strategy | None, projects: Iterable[ProjectRow]) -> None:
        found = ET.SubElement(core, "Goal")
        _add(found, "Name", strategy.name if strategy else interface.NO_STRATEGY)
        _add(found, "Description", "; ".join(one.text for one in strategy.wordings) if strategy else "")
        if strategy:
            _identify(found, f"s-{strategy.id}", seen)
            _add(found, "SequenceIndicator", arabic(strategy.number) or "")
        for row in projects:
            _objective(found, row, money.get(row.project.id, ()), results.get(row.project.id, ()), seen)

    for strategy in plan.plan.strategies:
        goal(strategy, [row for row in rows if row.project.strategy == strategy.id])
    elsewhere = [row for row in rows if row.strategy is None]
    if elsewhere or not plan.plan.strategies:  # a plan needs at least one goal
        goal(None, elsewhere)


def _objective(
    goal: ET.Element, row: ProjectRow, money: Iterable[MoneyRow], results: Iterable[ResultRow], seen: set[str]
) -> None:
    project = row.project
    objective = ET.SubElement(goal, "Objective")
    _add(objective, "Name", project.name)
    _identify(objective, f"p-{project.id}", seen)
    numbers = (row.strategy.number if row.strategy else None, row.tactic.number if row.tactic else None, project.number)
    _add(objective, "SequenceIndicator", ".".join(arabic(number) or "-" for number in numbers))
    for identifier in row.responsible.departments:
        _stakeholder(objective, row.plan.department_name(identifier), "ผู้รับผิดชอบ")
    tactic = row.tactic.name if row.tactic else interface.NO_TACTIC
    further = (
        ("กลยุทธ์", tactic),
        ("วัตถุประสงค์", project.objective),
        ("ผลที่คาดว่าจะได้รับ", project.expected_result),
        ("สถานที่ดำเนินการ", project.place),
    )
    _add(objective, "OtherInformation", "; ".join(f"{label}: {text}" for label, text in further if text))
    results = tuple(results)
    _indicator(objective, row, results)
    _budget(objective, tuple(money), results)


def _indicator(objective: ET.Element, row: ProjectRow, results: Iterable[ResultRow]) -> None:
    indicator = ET.SubElement(objective, "PerformanceIndicator", {"PerformanceIndicatorType": "Qualitative"})
    _add(indicator, "MeasurementDimension", row.project.indicator or interface.NOT_STATED)
    _add(indicator, "UnitOfMeasurement", "ตามเอกสาร")
    instance = ET.SubElement(indicator, "MeasurementInstance")
    targets = row.targets
    for label, text in (
        ("เชิงปริมาณ", targets.quantity),
        ("เชิงคุณภาพ", targets.quality),
        ("เชิงประโยชน์", targets.benefit),
        ("เป้าหมาย", targets.printed),
    ):
        if text:
            descriptor = ET.SubElement(ET.SubElement(instance, "TargetResult"), "Descriptor")
            _add(descriptor, "DescriptorName", label)
            _add(descriptor, "DescriptorValue", text)
    for one in results:
        if one.result.indicator_result:
            _result(instance, "ActualResult", one, None, one.result.indicator_result)


def _budget(objective: ET.Element, money: tuple[MoneyRow, ...], results: tuple[ResultRow, ...]) -> None:
    stated = [cell for cell in money if cell.cell.printed or cell.cell.state is not BudgetState.NOT_STATED]
    spent = [one for one in results if one.result.spent]
    if not stated and not spent:
        return
    kind = {"PerformanceIndicatorType": "Quantitative", "ValueChainStage": "Input"}
    indicator = ET.SubElement(objective, "PerformanceIndicator", kind)
    _add(indicator, "MeasurementDimension", "งบประมาณ")
    _add(indicator, "UnitOfMeasurement", "บาท")
    instance = ET.SubElement(indicator, "MeasurementInstance")
    for cell in stated:
        year = cell.heading.year if cell.heading else None
        said = interface.BUDGET_BASIS[cell.basis] if cell.has_amount else cell.cell.printed or "เอกสารไม่ระบุ"
        days = (year.first_day, year.last_day) if year else None
        _target(instance, "TargetResult", days, cell.cell.counted_baht, said)
    for one in spent:
        printed = one.result.spent.printed if one.result.spent else ""
        _result(instance, "ActualResult", one, one.result.spent_baht, printed)


def _result(instance: ET.Element, name: str, row: ResultRow, amount: Decimal | None, said: str) -> None:
    _target(instance, name, (row.report.fiscal_year.first_day, row.report.as_of), amount, said)


def _target(
    instance: ET.Element,
    name: str,
    days: tuple[datetime.date, datetime.date] | None,
    amount: Decimal | None,
    said: str,
) -> None:
    result = ET.SubElement(instance, name)
    if days:
        _add(result, "StartDate", days[0].isoformat())
        _add(result, "EndDate", days[1].isoformat())
    if amount is not None:
        _add(result, "NumberOfUnits", f"{exact(amount):f}")
    _add(result, "Description", said)


def _identify(parent: ET.Element, identifier: str, seen: set[str]) -> None:
    """Give an element its id; of duplicate ids only the first is used, as the schema requires."""
    if identifier not in seen:
        seen.add(identifier)
        _add(parent, "Identifier", identifier)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = clean(text)
